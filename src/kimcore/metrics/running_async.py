"""Running, asynchronously: several questions at once, few to one host, with the same results as one after another."""

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from contextlib import aclosing

from kimcore.errors import InvalidValue
from kimcore.metrics.budget import Budget
from kimcore.metrics.exchange import Exchange, OnPage, Received, unasked
from kimcore.metrics.faults import transport_failed
from kimcore.metrics.https_async import AsyncHttpTransport
from kimcore.metrics.questions import Collected, Question
from kimcore.metrics.retries import Pause, Retries
from kimcore.metrics.running import Clock, Told, means, of_pages
from kimcore.metrics.secrets import Credential
from kimcore.metrics.sending import host_of, hosts_of
from kimcore.metrics.transport import AsyncTransport
from kimcore.ports import HttpCall, MetricProvider, MetricRequest

__all__ = ["AsyncRunner", "ask_async"]


class AsyncRunner:
    """Puts several questions to platforms at once, on asyncio.

    At most `at_once` questions are open and `per_host` calls under way to one host. The rest is as with `Runner`; what
    comes of a question is yielded when it is over, so that the order may differ.
    """

    def __init__(
        self,
        *,
        transport: AsyncTransport | None = None,
        budget: Budget | None = None,
        retries: Retries | None = None,
        clock: Clock | None = None,
        on_page: OnPage | None = None,
        at_once: int = 16,
        per_host: int = 4,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        if at_once < 1 or per_host < 1:
            raise InvalidValue("concurrency_bound", "at_once and per_host are 1 or more", "paling sedikit 1")
        self.given, self.sleep = transport, sleep
        self.at_once, self.per_host = at_once, per_host
        self.means = means(budget, retries, clock, timer, on_page)
        self.own: AsyncHttpTransport | None = None
        self.hosts: dict[str, asyncio.Semaphore] = {}

    async def run(self, questions: Iterable[Question]) -> AsyncGenerator[Collected]:
        """Yield what came of each question as soon as it is over."""
        waiting, tasks = iter(questions), set[asyncio.Task[Collected]]()
        try:
            while True:
                while len(tasks) < self.at_once and (question := next(waiting, None)) is not None:
                    tasks.add(asyncio.create_task(self.drive(question)))
                if not tasks:
                    return
                done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    tasks.remove(task)
                    yield task.result()
        finally:
            await self.end(tasks)

    async def end(self, tasks: set[asyncio.Task[Collected]]) -> None:
        """Give up what is still under way, and close the transport where it is its own."""
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self.hosts.clear()
        if self.own:
            await self.own.close()
            self.own = None

    async def drive(self, question: Question) -> Collected:
        """Carry one question through."""
        credential = question.credential
        if credential is None:
            return unasked(question)
        steps = Exchange.of(question, credential, self.means).steps()
        received: Received = None
        while True:
            try:
                step = steps.send(received)
            except StopIteration as done:
                found: Collected = done.value
                return found
            if isinstance(step, Pause):
                await self.sleep(step.seconds)
                received = None
            else:
                received = await self.send(step, question, credential)

    async def send(self, call: HttpCall, question: Question, credential: Credential) -> Received:
        """Return the reply to a call, or the fault in its place, when its host has room."""
        transport = self.transport()
        async with self.hosts.setdefault(host_of(call.url), asyncio.Semaphore(self.per_host)):
            try:
                return await transport.send(call, credential, hosts_of(question))
            except Exception as error:
                return transport_failed(error)

    def transport(self) -> AsyncTransport:
        """Return the transport: the given one, else its own; raise `MissingExtra` where that cannot be made."""
        if self.given is not None:
            return self.given
        self.own = self.own or AsyncHttpTransport(clock=self.means.clock)
        return self.own


async def ask_async(
    provider: MetricProvider,
    request: MetricRequest,
    credential: Credential | None,
    *,
    transport: AsyncTransport | None = None,
    budget: Budget | None = None,
    retries: Retries | None = None,
    clock: Clock | None = None,
    on_page: Told | None = None,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    timer: Callable[[], float] = time.monotonic,
) -> Collected:
    """Ask one provider for what a request wants, and return what came of it; see `AsyncRunner` for the rest."""
    runner = AsyncRunner(
        transport=transport,
        budget=budget,
        retries=retries,
        clock=clock,
        on_page=of_pages(on_page),
        sleep=sleep,
        timer=timer,
    )
    async with aclosing(runner.run([Question(provider=provider, request=request, credential=credential)])) as found:
        return await anext(found)
