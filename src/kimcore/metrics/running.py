"""Running: questions put to platforms one after another; every pair comes out, whatever happens on the way."""

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from kimcore.metrics.budget import Budget
from kimcore.metrics.exchange import Exchange, Means, OnPage, Received, Steps, unasked
from kimcore.metrics.faults import transport_failed
from kimcore.metrics.questions import Collected, Question
from kimcore.metrics.retries import Pause, Retries
from kimcore.metrics.secrets import Credential
from kimcore.metrics.sending import hosts_of
from kimcore.metrics.transport import Transport
from kimcore.ports import HttpCall, MetricOutcome, MetricProvider, MetricRequest

if TYPE_CHECKING:
    from kimcore.metrics.https import HttpTransport

__all__ = ["Clock", "Runner", "ask", "means", "now", "of_pages"]

Clock = Callable[[], datetime]
Told = Callable[[tuple[MetricOutcome, ...], datetime], None]


def now() -> datetime:
    """Return the present instant."""
    return datetime.now(UTC)


def means(
    budget: Budget | None,
    retries: Retries | None,
    clock: Clock | None,
    timer: Callable[[], float],
    on_page: OnPage | None,
) -> Means:
    """Return what a collection shares; without a budget there is no bound but that nothing may cost money."""
    return Means(
        budget=budget or Budget(money=Decimal(0)),
        retries=retries or Retries(),
        clock=clock or now,
        timer=timer,
        on_page=on_page,
    )


class Runner:
    """Puts questions to platforms, one after another.

    Without a `transport` it makes an `HttpTransport` at the first call and closes it at the end. Without a `budget` any
    number of calls is made, but none that costs money. `on_page` is told what a page says before the next call is made;
    what it raises passes through. A token that is refused or limited is not used again by this runner.
    """

    def __init__(
        self,
        *,
        transport: Transport | None = None,
        budget: Budget | None = None,
        retries: Retries | None = None,
        clock: Clock | None = None,
        on_page: OnPage | None = None,
        sleep: Callable[[float], None] = time.sleep,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        self.given, self.sleep = transport, sleep
        self.means = means(budget, retries, clock, timer, on_page)
        self.own: HttpTransport | None = None

    def run(self, questions: Iterable[Question]) -> Iterator[Collected]:
        """Yield what came of each question, in order; the next is taken when its turn comes."""
        try:
            for question in questions:
                credential = question.credential
                if credential is None:
                    yield unasked(question)
                else:
                    yield self.drive(question, credential)
        finally:
            if self.own:
                self.own.close()
                self.own = None

    def drive(self, question: Question, credential: Credential) -> Collected:
        """Carry one question through."""
        steps: Steps = Exchange.of(question, credential, self.means).steps()
        received: Received = None
        while True:
            try:
                step = steps.send(received)
            except StopIteration as done:
                found: Collected = done.value
                return found
            if isinstance(step, Pause):
                self.sleep(step.seconds)
                received = None
            else:
                received = self.send(step, question, credential)

    def send(self, call: HttpCall, question: Question, credential: Credential) -> Received:
        """Return the reply to a call, or the fault in its place."""
        transport = self.transport()
        try:
            return transport.send(call, credential, hosts_of(question))
        except Exception as error:
            return transport_failed(error)

    def transport(self) -> Transport:
        """Return the transport: the given one, else its own; raise `MissingExtra` where that cannot be made."""
        if self.given is not None:
            return self.given
        from kimcore.metrics.https import HttpTransport

        self.own = self.own or HttpTransport(clock=self.means.clock)
        return self.own


def ask(
    provider: MetricProvider,
    request: MetricRequest,
    credential: Credential | None,
    *,
    transport: Transport | None = None,
    budget: Budget | None = None,
    retries: Retries | None = None,
    clock: Clock | None = None,
    on_page: Told | None = None,
    sleep: Callable[[float], None] = time.sleep,
    timer: Callable[[], float] = time.monotonic,
) -> Collected:
    """Ask one provider for what a request wants, and return what came of it; see `Runner` for the rest."""
    runner = Runner(
        transport=transport,
        budget=budget,
        retries=retries,
        clock=clock,
        on_page=of_pages(on_page),
        sleep=sleep,
        timer=timer,
    )
    (found,) = runner.run([Question(provider=provider, request=request, credential=credential)])
    return found


def of_pages(on_page: Told | None) -> OnPage | None:
    """Return a function of pages as a runner calls it, which knows the question too."""
    return None if on_page is None else lambda _, outcomes, at: on_page(outcomes, at)
