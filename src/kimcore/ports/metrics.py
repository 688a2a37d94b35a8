"""The metric port: what a platform is asked and what it answered, as plain values; a provider never does the asking.

A provider is sans-IO: it plans calls and reads replies. Whoever runs it owns transport, retries, budgets and secrets.
"""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from attrs import field, frozen

from kimcore.media import ContentKind
from kimcore.monitoring import Indicator, Observation

__all__ = ["Cursor", "HttpCall", "HttpReply", "MetricPage", "MetricProvider", "MetricRequest"]

Headers = tuple[tuple[str, str], ...]


@frozen(kw_only=True)
class MetricRequest:
    """What is asked of one account: these indicators of these contents, by id; none asks for the account's audience."""

    kim: str
    account: str = field(repr=False)
    contents: tuple[str, ...] = field(default=(), repr=False)
    indicators: frozenset[Indicator]
    on: date


@frozen
class Cursor:
    """Where the next page begins, in the words of the platform."""

    token: str = field(repr=False)


@frozen(kw_only=True)
class HttpCall:
    """One call that is to be made; a token goes in a header or the body, never in the address."""

    method: str = "GET"
    url: str
    query: Headers = ()
    headers: Headers = field(default=(), repr=False)
    body: bytes = field(default=b"", repr=False)


@frozen(kw_only=True)
class HttpReply:
    """What a platform answered."""

    status: int
    headers: Headers = field(default=(), repr=False)
    body: bytes = field(default=b"", repr=False)


@frozen(kw_only=True)
class MetricPage:
    """What a reply says: figures that were observed, and where the next page begins, if there is one."""

    observations: tuple[Observation, ...] = ()
    next: Cursor | None = None


class MetricProvider(Protocol):
    """Knows one platform: what it counts, how it is asked, and how its replies are read."""

    @property
    def supports(self) -> Mapping[ContentKind, frozenset[Indicator]]:
        """The indicators of each kind of content; what does not stand here is never asked."""
        ...

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
        """Return the calls that a request needs, from the cursor on."""
        ...

    def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:
        """Return what a reply says; silence about a figure is no observation (R11)."""
        ...
