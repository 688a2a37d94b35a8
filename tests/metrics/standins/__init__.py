"""Stand-ins: platforms with made-up accounts that answer calls as the vendor documents, as pure functions."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final

from attrs import field, frozen

from kimcore.media import ContentKind
from kimcore.monitoring import Indicator
from kimcore.ports import HttpCall, HttpReply, MetricRequest, Pair, PairState, PlatformFault, Wanted
from kimcore.testing.scenes import Scene

__all__ = ["ASKED_ON", "REPLIED_AT", "Fault", "MadeContent", "StandIn", "json_reply"]

ASKED_ON: Final = date(2026, 11, 24)
REPLIED_AT: Final = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)

Fault = tuple[HttpReply, type[PlatformFault]]


def json_reply(value: Any, status: int = 200, headers: Mapping[str, str] = MappingProxyType({})) -> HttpReply:
    """Return a reply with a JSON body; header names are written small."""
    said = {"content-type": "application/json; charset=UTF-8"} | {n.lower(): v for n, v in headers.items()}
    return HttpReply(status=status, headers=tuple(said.items()), body=json.dumps(value).encode(), at=REPLIED_AT)


@frozen(kw_only=True)
class MadeContent:
    """A made-up content: its key (R21), the platform's id as a link has it, its link and kind.

    `figures` has, of each indicator that is asked for, the value that the platform holds, or the state that must come
    of it. A content of which a figure is NOT_FOUND is not on the platform.
    """

    key: str
    id: str = ""
    link: str = ""
    kind: ContentKind | None = None
    figures: Mapping[Indicator, int | PairState]

    @property
    def gone(self) -> bool:
        """Whether the platform does not have it."""
        return PairState.NOT_FOUND in self.figures.values()

    @property
    def wanted(self) -> Wanted:
        """What is asked of it."""
        indicators = frozenset(self.figures)
        return Wanted(key=self.key, id=self.id, link=self.link, kind=self.kind, indicators=indicators)


@frozen(kw_only=True)
class StandIn:
    """A platform with one made-up account; a subclass says how it answers, and in which replies it reports errors."""

    account: str
    audience: int | PairState
    contents: tuple[MadeContent, ...] = field(default=(), repr=False)
    identity: str = ""
    base: str = ""
    faults: tuple[Fault, ...] = field(default=(), repr=False)

    @cached_property
    def there(self) -> Mapping[str, MadeContent]:
        """The contents that the platform has, by the id that a link has, in order."""
        return MappingProxyType({c.id: c for c in self.contents if not c.gone})

    def answer(self, call: HttpCall) -> HttpReply:
        """Return what the platform answers: pages, missing ids, hidden figures, an error for a malformed call."""
        raise NotImplementedError

    def request(self, kim: str = "3515102", on: date = ASKED_ON, *, audience: bool = True) -> MetricRequest:
        """Return the request for all its contents."""
        return MetricRequest(
            kim=kim,
            account=self.account,
            contents=tuple(c.wanted for c in self.contents),
            audience=audience,
            identity=self.identity,
            base=self.base,
            on=on,
        )

    def expected(self, *, audience: bool = True) -> dict[Pair, int | PairState]:
        """Return what must come of each pair of its request."""
        own: dict[Pair, int | PairState] = {("", Indicator.AUDIENCE): self.audience} if audience else {}
        return own | {(c.key, indicator): figure for c in self.contents for indicator, figure in c.figures.items()}

    def scene(self) -> Scene:
        """Return the scene for the contract of metric providers."""
        return Scene(request=self.request(), answer=self.answer, expected=self.expected(), faults=self.faults)
