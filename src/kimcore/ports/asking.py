"""Asking: what is wanted of a platform: figures of contents and of an account's audience (Tabel 5.1, 5.3)."""

from collections.abc import Collection
from datetime import date

from attrs import evolve, field, frozen

from kimcore.media import ContentKind
from kimcore.monitoring import Indicator
from kimcore.terms import Term

__all__ = ["Access", "Cursor", "MetricRequest", "Pair", "Wanted"]

Pair = tuple[str, Indicator]
"""The key of a content (empty: the account itself) and an indicator: what each outcome is of."""


class Access(Term):
    """Whose token a platform is asked with."""

    OWN = "own", "token akun KIM sendiri", "the token of the KIM's own account"
    APP = "app", "token atau kunci Dinas", "the office's token or key"


@frozen
class Cursor:
    """Where a request goes on, in words that only its provider reads."""

    token: str = field(repr=False)


@frozen(kw_only=True)
class Wanted:
    """One content that is asked for: its key (R21), its id and link where they are known, its kind, the indicators."""

    key: str = field(repr=False)
    id: str = field(default="", repr=False)
    link: str = field(default="", repr=False)
    kind: ContentKind | None = None
    indicators: frozenset[Indicator]


@frozen(kw_only=True)
class MetricRequest:
    """What is asked of one account of a KIM: its contents, and its audience where `audience` is true.

    `identity` is the platform's own id of whoever the token belongs to, `base` the address of a service that the office
    runs itself; both come with the token. `on` is the day at the office.
    """

    kim: str
    account: str = field(repr=False)
    contents: tuple[Wanted, ...] = field(default=(), repr=False)
    audience: bool = False
    identity: str = field(default="", repr=False)
    base: str = field(default="", repr=False)
    on: date

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Every pair that is asked for, in order; indicators by their code."""
        own = (("", Indicator.AUDIENCE),) if self.audience else ()
        of_contents = ((w.key, i) for w in self.contents for i in sorted(w.indicators, key=lambda i: i.code))
        return (*own, *of_contents)

    def only(self, pairs: Collection[Pair]) -> "MetricRequest":
        """Return the request for those of its pairs alone."""
        kept = ((w, frozenset(i for i in w.indicators if (w.key, i) in pairs)) for w in self.contents)
        contents = tuple(evolve(w, indicators=left) for w, left in kept if left)
        return evolve(self, contents=contents, audience=self.audience and ("", Indicator.AUDIENCE) in pairs)
