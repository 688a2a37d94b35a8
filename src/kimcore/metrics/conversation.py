"""Conversation: one request to one provider, without any sending: the calls still to make, what became of each pair."""

import logging
from collections import deque
from collections.abc import Collection
from typing import Final

from attrs import define, evolve, field, frozen

from kimcore.metrics.faults import EndlessPages, provider_failed, reason_of
from kimcore.metrics.findings import Findings
from kimcore.metrics.offers import offered
from kimcore.monitoring import Indicator
from kimcore.ports import (
    Cursor,
    HttpCall,
    MetricOutcome,
    MetricPage,
    MetricProvider,
    MetricRequest,
    Pair,
    Permanent,
    PlatformFault,
)
from kimcore.terms import Text

__all__ = ["Conversation", "Pending"]

LOGGER: Final = logging.getLogger("kimcore")
AUDIENCE: Final[Pair] = ("", Indicator.AUDIENCE)
PAGES: Final = 1_000
"""Pages that a request may go on for, beside ten for each content that is asked for."""


@frozen
class Pending:
    """A call that is to be made, and the request that it was planned for."""

    call: HttpCall
    request: MetricRequest

    @property
    def pairs(self) -> frozenset[Pair]:
        """The pairs that it asks for by name: none where it asks for a page of contents."""
        return frozenset((w.key, i) for w in self.call.about for i in w.indicators)

    @property
    def sent(self) -> tuple[object, ...]:
        """What the platform would see of it."""
        return self.call.method, self.call.url, self.call.query, self.call.headers, self.call.body


@define(kw_only=True)
class Conversation:
    """Plans calls, takes in pages and faults, and settles every pair once; whoever holds it sends.

    Call `begin`; then, while `next` gives a call, report what came of it with one of `take`, `refuse`, `fail`, `skip`.
    `outcomes` may be asked at any time.
    """

    provider: MetricProvider = field(repr=False)
    request: MetricRequest
    offers: frozenset[Pair] = field(default=frozenset(), repr=False)
    found: Findings = field(factory=Findings, repr=False)
    queue: deque[Pending] = field(factory=deque, repr=False)
    cursors: set[tuple[Cursor, str]] = field(factory=set, repr=False)
    refused: dict[tuple[object, ...], Text] = field(factory=dict, repr=False)

    def begin(self) -> None:
        """Plan the first calls, for what the provider offers."""
        try:
            self.offers = offered(self.provider, self.request)
        except Exception as error:
            self.offers = frozenset(self.request.pairs)
            self.found.fail(self.offers, reason_of(provider_failed(self.name, error)))
        else:
            self.plan(self.request.only(self.offers), None)

    @property
    def name(self) -> str:
        """The name of the provider."""
        return self.provider.name

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> None:
        """Put the calls that a request needs in the queue; a part for which no plan can be made fails alone."""
        if not request.pairs:
            return
        try:
            calls = tuple(self.provider.plan(request, cursor))
            if not all(isinstance(call, HttpCall) for call in calls):
                raise TypeError("a plan holds calls")
        except Exception as error:
            fault = error if isinstance(error, PlatformFault) else provider_failed(self.name, error)
            halves = halved(request)
            for half in halves:
                self.plan(half, cursor)
            if not halves:
                self.found.fail(request.pairs, reason_of(fault))
        else:
            self.queue.extend(Pending(call, request) for call in calls)

    def next(self) -> Pending | None:
        """Return the next call, or None when all are made; what is known by now, or was refused, is not asked."""
        while self.queue:
            pending = self.queue.popleft()
            reason = self.refused.get(pending.sent) if self.refused else None
            if reason:
                self.fail(pending, reason)
            elif not pending.call.about or self.open(pending.pairs):
                return pending
        return None

    def open(self, pairs: Collection[Pair]) -> set[Pair]:
        """Return those of some pairs that are asked for and of which nothing is known."""
        return {pair for pair in pairs if pair in self.offers and not self.found.is_settled(pair)}

    def left(self, request: MetricRequest) -> MetricRequest:
        """Return a request for what is open of it."""
        return request.only(self.open(request.pairs))

    def take(self, pending: Pending, page: MetricPage) -> tuple[MetricOutcome, ...]:
        """Settle what a page tells, plan what follows, and return what it told first."""
        self.found.named.update(w.key for w in pending.call.about)
        asked = [told for told in page.outcomes if told.pair in self.offers]
        if len(asked) < len(page.outcomes):
            strange = len(page.outcomes) - len(asked)
            LOGGER.warning("provider %s told of %d pairs that nobody asked for", self.name, strange)
        new = tuple(told for told in map(self.found.tell, asked) if told)
        for cursor in page.next:
            self.follow(pending.request, cursor)
        return new

    def follow(self, request: MetricRequest, cursor: Cursor) -> None:
        """Plan what follows from a cursor on, unless it was followed before or there are too many."""
        contents = request.contents
        seen = cursor, contents[0].key if len(contents) == 1 else ""
        if seen in self.cursors or len(self.cursors) >= PAGES + 10 * len(self.request.contents):
            fault = EndlessPages("the platform gives pages without an end", "platform memberi halaman tanpa akhir")
            self.found.fail(self.open(request.pairs), reason_of(fault))
            return
        self.cursors.add(seen)
        self.plan(self.left(request), cursor)

    def refuse(self, pending: Pending, fault: PlatformFault) -> None:
        """Take in that a call failed for good; each content of a call about several is asked for alone."""
        if isinstance(fault, Permanent) and len(pending.call.about) > 1 and len(pending.request.contents) > 1:
            self.refused[pending.sent] = reason_of(fault)
            for wanted in pending.call.about:
                alone = pending.request.only(self.open([(wanted.key, i) for i in wanted.indicators]))
                before = len(self.queue)
                self.plan(alone, pending.call.cursor)
                if len(self.queue) == before:
                    self.found.fail(self.open(alone.pairs), reason_of(fault))
        else:
            self.fail(pending, reason_of(fault))

    def fail(self, pending: Pending, reason: Text) -> None:
        """Settle the pairs of a call as failed."""
        self.found.fail(self.blamed(pending), reason)
        if not pending.call.about:
            self.found.doubt_failed(reason)

    def skip(self, pending: Pending, reason: Text) -> None:
        """Settle the pairs of a call as not asked."""
        self.found.skip(self.blamed(pending), reason)
        if not pending.call.about:
            self.found.doubt_skipped(reason)

    def blamed(self, pending: Pending) -> set[Pair]:
        """Return the open pairs of which a call would have told; the account's, or all, where it names none."""
        if pending.call.about:
            return self.open(pending.pairs)
        left = self.open(pending.request.pairs)
        return {AUDIENCE} if AUDIENCE in left else left

    @property
    def outcomes(self) -> tuple[MetricOutcome, ...]:
        """What became of each pair of the request, in its order."""
        return tuple(self.found.outcome(pair, is_offered=pair in self.offers) for pair in self.request.pairs)


def halved(request: MetricRequest) -> tuple[MetricRequest, ...]:
    """Return two requests for the halves of a request, or none where it asks for one thing."""
    contents = request.contents
    if request.audience and contents:
        return evolve(request, contents=()), evolve(request, audience=False)
    half = len(contents) // 2
    return (evolve(request, contents=contents[:half]), evolve(request, contents=contents[half:])) if half else ()
