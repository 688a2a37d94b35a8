"""Secrets: tokens that no repr, log, error, pickle or copy of a record shows."""

from collections.abc import Callable
from typing import Final, NoReturn, Protocol

from attrs import field, frozen

__all__ = ["Credential", "Secret", "TokenSource"]

MASK: Final = "***"


class Secret:
    """A text that only `reveal` gives; equal to itself alone, and never pickled, copied, formatted or serialized."""

    __slots__ = ("reveal",)

    reveal: Callable[[], str]

    def __init__(self, text: str) -> None:
        self.reveal = lambda: text

    def __repr__(self) -> str:
        """Return three stars."""
        return MASK

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        """Refuse to be pickled or copied."""
        raise TypeError("a secret is not pickled or copied")


@frozen(kw_only=True)
class Credential:
    """A token with what belongs to it.

    `identity` is the platform's own id of the account or page that the token is of, where the platform needs it;
    `base` the https address of a service that the office runs itself, such as Matomo or Plausible.
    """

    token: Secret
    identity: str = field(default="", repr=False)
    base: str = field(default="", repr=False)


class TokenSource(Protocol):
    """Where an application gets tokens from; kimcore stores none."""

    def __call__(self, provider: str, account: str) -> Credential | None:
        """Return the credential with which a provider asks for an account, or None where there is none."""
        ...
