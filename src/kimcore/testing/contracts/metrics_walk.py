"""The walk: a request carried through in memory, call by call, as whoever runs a provider does."""

from collections import deque
from collections.abc import Iterable, Mapping
from typing import Final

from attrs import define, field, frozen

from kimcore.monitoring import Indicator
from kimcore.ports import (
    Cursor,
    HttpCall,
    HttpReply,
    MetricPage,
    MetricProvider,
    MetricRequest,
    Pair,
    PairState,
    Permanent,
    Wanted,
)
from kimcore.testing.scenes import Scene

__all__ = ["Step", "Walk", "as_sent", "offered", "walk"]

MOST_CALLS: Final = 2_000
ACCOUNT: Final = Wanted(key="", indicators=frozenset({Indicator.AUDIENCE}))
"""What a call asks for that is about no content."""


@frozen
class Step:
    """A call that was made, what had not come yet when it was planned, the reply, and its page (none: refused)."""

    call: HttpCall
    open: MetricRequest
    reply: HttpReply
    page: MetricPage | None


@define
class Walk:
    """The steps of a walk, and what came of each pair."""

    provider: MetricProvider
    scene: Scene
    found: dict[Pair, int | PairState] = field(factory=dict)
    steps: list[Step] = field(factory=list)
    cursors: list[Cursor] = field(factory=list)
    queue: deque[tuple[HttpCall, MetricRequest]] = field(factory=deque)

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> None:
        """Put the calls that a request needs in the queue."""
        if request.pairs:
            self.queue.extend((call, request) for call in self.provider.plan(request, cursor))

    def left(self, request: MetricRequest) -> MetricRequest:
        """Return the request for what has not come yet."""
        return request.only({pair for pair in request.pairs if pair not in self.found})

    def make(self, call: HttpCall, request: MetricRequest) -> None:
        """Make a call, read its reply, and plan what follows."""
        reply = self.scene.answer(as_sent(call))
        try:
            page = self.provider.parse(call, reply)
        except Permanent:
            self.steps.append(Step(call, request, reply, None))
            self.split(call, request)
            return
        self.steps.append(Step(call, request, reply, page))
        for told in page.outcomes:
            self.found.setdefault(told.pair, told.state if told.value is None else told.value)
        for cursor in page.next:
            assert cursor not in self.cursors, "a cursor was given twice: the request would never end"
            self.cursors.append(cursor)
            self.plan(self.left(request), cursor)

    def split(self, call: HttpCall, request: MetricRequest) -> None:
        """Ask for each content of a batch that was refused alone; what is refused and is no batch has failed."""
        left = self.left(request)
        if call.is_batch and len(call.about) > 1:
            for wanted in call.about:
                self.plan(left.only({(wanted.key, i) for i in wanted.indicators}), call.cursor)
        else:
            pairs = [(w.key, i) for w in call.about or [ACCOUNT] for i in w.indicators]
            self.found |= {pair: PairState.FAILED for pair in pairs if pair in left.pairs}


def walk(provider: MetricProvider, scene: Scene, request: MetricRequest | None = None) -> Walk:
    """Carry a request through, that of the scene unless another is given, and return what came of it."""
    asked = request or scene.request
    done = Walk(provider, scene)
    offers = offered(provider, asked)
    done.plan(asked.only(offers), None)
    while done.queue:
        assert len(done.steps) < MOST_CALLS, f"{MOST_CALLS} calls were made, and more are planned"
        call, planned = done.queue.popleft()
        if not {w.key for w in call.about or [ACCOUNT]}.isdisjoint(key for key, _ in done.left(planned).pairs):
            done.make(call, planned)
    for pair in asked.pairs:
        done.found.setdefault(pair, PairState.NOT_FOUND if pair in offers else PairState.UNSUPPORTED)
    return done


def as_sent(call: HttpCall) -> HttpCall:
    """Return a call as the platform sees it."""
    return HttpCall(method=call.method, url=call.url, query=call.query, headers=call.headers, body=call.body)


def offered(provider: MetricProvider, request: MetricRequest) -> frozenset[Pair]:
    """Return the pairs of a request that the provider offers; a content of unknown kind may be of any."""
    supports = provider.supports
    anything = union(indicators for kind, indicators in supports.items() if kind)
    of_content = {w.key: supports.get(w.kind, frozenset()) if w.kind else anything for w in request.contents}
    offers: Mapping[str, frozenset[Indicator]] = of_content | {"": supports.get(None, frozenset())}
    return frozenset((key, indicator) for key, indicator in request.pairs if indicator in offers[key])


def union(sets: Iterable[frozenset[Indicator]]) -> frozenset[Indicator]:
    """Return everything that is in one of the sets."""
    return frozenset().union(*sets)
