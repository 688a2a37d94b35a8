"""Exchange: one question carried through, as a generator that says what is to be sent or waited for."""

from collections.abc import Callable, Generator
from datetime import datetime
from decimal import Decimal
from typing import Any

from attrs import define, field, frozen

from kimcore.metrics.budget import Budget, price
from kimcore.metrics.conversation import Conversation, Pending
from kimcore.metrics.faults import provider_failed, reason_of
from kimcore.metrics.questions import Collected, Question
from kimcore.metrics.retries import Pause, Retries
from kimcore.metrics.secrets import Credential
from kimcore.metrics.stops import Stops
from kimcore.ports import Cursor, HttpCall, HttpReply, MetricOutcome, MetricPage, PairState, PlatformFault
from kimcore.terms import Text

__all__ = ["Exchange", "Means", "OnPage", "Steps", "unasked"]

OnPage = Callable[[Question, tuple[MetricOutcome, ...], datetime], None]
Received = HttpReply | PlatformFault | None
Steps = Generator[HttpCall | Pause, Received, Collected]
"""Calls to make and pauses to wait; each call is answered by its reply or its fault, each pause by None."""


@frozen(kw_only=True)
class Means:
    """What the questions of a collection share: the budget, the stopped tokens, how often is tried, and two clocks."""

    budget: Budget
    retries: Retries
    clock: Callable[[], datetime]
    timer: Callable[[], float]
    on_page: OnPage | None
    stops: Stops = field(factory=Stops)


@define(kw_only=True)
class Exchange:
    """Carries one question through."""

    question: Question
    credential: Credential
    means: Means
    talk: Conversation
    calls: int = 0
    cost: Decimal = Decimal(0)
    at: datetime | None = None
    fault: PlatformFault | None = None

    @classmethod
    def of(cls, question: Question, credential: Credential, means: Means) -> "Exchange":
        """Return the exchange of a question, not begun."""
        talk = Conversation(provider=question.provider, request=question.request)
        return cls(question=question, credential=credential, means=means, talk=talk)

    def steps(self) -> Steps:
        """Yield what is to be sent or waited for; return what came of the question."""
        self.talk.begin()
        while pending := self.talk.next():
            yield from self.carry(pending)
        return Collected(
            request=self.question.request,
            provider=self.talk.name,
            outcomes=self.talk.outcomes,
            fault=self.fault,
            calls=self.calls,
            cost=self.cost,
            at=self.at,
        )

    def carry(self, pending: Pending) -> Generator[HttpCall | Pause, Received, None]:
        """Make one call, again where that may help, and settle what came of it."""
        begun, attempt = self.means.timer(), 0
        fault: PlatformFault | None = None
        while (forbidden := self.forbidden(pending.call)) is None:
            attempt += 1
            found = self.page(pending.call, (yield pending.call))
            if not isinstance(found, PlatformFault):
                self.settle(pending, found)
                return
            fault = found
            pause = self.means.retries.pause(fault, attempt, self.means.timer() - begun, self.means.clock())
            if pause is None:
                self.give_up(pending, fault)
                return
            yield pause
        if fault:
            self.give_up(pending, fault)
        else:
            self.talk.skip(pending, forbidden)

    def forbidden(self, call: HttpCall) -> Text | None:
        """Return why a call is not made now; count it where it is."""
        stopped = self.means.stops.reason(self.talk.name, self.credential)
        met = stopped or self.means.budget.spend(call)
        if met is None:
            self.calls, self.cost = self.calls + 1, self.cost + price(call)
        return met

    def page(self, call: HttpCall, received: Received) -> MetricPage | PlatformFault:
        """Return the page of a reply, or the fault in its place."""
        if not isinstance(received, HttpReply):
            return sane(received) if received else provider_failed(self.talk.name, TypeError())
        try:
            self.at = received.at
            return checked(self.question.provider.parse(call, received))
        except PlatformFault as fault:
            return sane(fault)
        except Exception as error:
            return provider_failed(self.talk.name, error)

    def settle(self, pending: Pending, page: MetricPage) -> None:
        """Take in a page, and hand on what it told."""
        told = self.talk.take(pending, page)
        if told and self.at and self.means.on_page:
            self.means.on_page(self.question, told, self.at)

    def give_up(self, pending: Pending, fault: PlatformFault) -> None:
        """Take in that a call failed; stop its token where the fault concerns that as a whole."""
        self.talk.refuse(pending, fault)
        if self.means.stops.add(self.talk.name, self.credential, fault, reason_of(fault)):
            self.fault = fault


def checked(page: Any) -> MetricPage:
    """Return a page; raise TypeError for what is none."""
    outcomes, cursors = tuple(page.outcomes), tuple(page.next)
    if not all(isinstance(told, MetricOutcome) and isinstance(told.content, str) for told in outcomes):
        raise TypeError("a page holds outcomes")
    if not all(isinstance(cursor, Cursor) and isinstance(cursor.token, str) for cursor in cursors):
        raise TypeError("a page goes on at cursors")
    return MetricPage(outcomes=outcomes, next=cursors)


def sane(fault: PlatformFault) -> PlatformFault:
    """Return a fault whose `retry_at` is an instant or None."""
    if not (isinstance(fault.retry_at, datetime) and fault.retry_at.tzinfo):
        fault.retry_at = None
    return fault


def unasked(question: Question) -> Collected:
    """Return what comes of a question without a credential."""
    needs = question.provider.needs
    skipped = (MetricOutcome.unknown(*pair, PairState.SKIPPED, needs) for pair in question.request.pairs)
    return Collected(request=question.request, provider=question.provider.name, outcomes=tuple(skipped))
