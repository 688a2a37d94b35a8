"""Questions are carried through one by one; a token that is refused or limited is not used again."""

import asyncio
import logging
from collections.abc import Iterable, Iterator
from contextlib import aclosing
from datetime import timedelta
from typing import Any

import pytest
from attrs import evolve

from kimcore.errors import InvalidValue, MissingExtra
from kimcore.metrics import (
    AsyncHttpTransport,
    AsyncRunner,
    Collected,
    Credential,
    HttpTransport,
    Question,
    Runner,
    Secret,
    ask,
    ask_async,
)
from kimcore.metrics.stops import Stops
from kimcore.ports import (
    AuthExpired,
    HttpCall,
    HttpReply,
    MetricOutcome,
    PairState,
    Permanent,
    PlatformFault,
    QuotaExhausted,
    RateLimited,
)
from tests.metrics.running.scripted import AT, HOST, Batches, Made, Script, fault, made_request, question, states

ACCOUNTS = ("@one", "@two", "@three")
PAIRS = 8


def questions(*tokens: str | None, name: str = "made") -> list[Question]:
    """Return a question for each token, each of an account of its own, of six contents in two calls."""
    return [
        question(made_request(4, account), Batches(name=name), token)
        for account, token in zip(ACCOUNTS, tokens, strict=False)
    ]


def run(script: Script, asked: Iterable[Question]) -> list[Collected]:
    """Ask questions and return what came of them; nothing waits."""
    return list(Runner(transport=script, clock=lambda: AT, sleep=lambda _: None).run(asked))


def failing_first(kind: type[PlatformFault], wait: float | None = None) -> Script:
    """Return a transport whose first account's second call brings a fault, and all is well otherwise."""

    def answer(call: HttpCall) -> HttpReply:
        query = dict(call.query)
        return fault(kind, wait) if (query["account"], query["ids"]) == ("@one", "c3") else Made()(call)

    return Script(answer)


@pytest.mark.parametrize("kind", [AuthExpired, RateLimited, QuotaExhausted])
def test_a_fault_of_an_apps_token_stops_every_account(kind: type[PlatformFault]) -> None:
    """What was read stays, the pairs of that call failed, the rest of the provider is skipped and nothing is asked."""
    script = failing_first(kind)
    found = run(script, questions("app", "app", "app"))
    assert len(script.calls) == 2
    assert states(found[0].outcomes) == {PairState.OBSERVED: 6, PairState.FAILED: 2}
    assert [states(f.outcomes) for f in found[1:]] == [{PairState.SKIPPED: PAIRS}] * 2
    assert isinstance(found[0].fault, kind)
    assert [(f.fault, f.calls, f.at) for f in found[1:]] == [(None, 0, None)] * 2
    assert {o.reason.en for f in found[1:] for o in f.outcomes if o.reason} == {"made up"}


@pytest.mark.parametrize("kind", [AuthExpired, RateLimited, QuotaExhausted])
def test_a_fault_of_an_accounts_token_stops_that_account(kind: type[PlatformFault]) -> None:
    """Other tokens go on."""
    found = run(failing_first(kind), questions("own-1", "own-2", "own-3"))
    assert [f.fault is None for f in found] == [False, True, True]
    assert [states(f.outcomes) for f in found[1:]] == [{PairState.OBSERVED: PAIRS}] * 2


def test_a_token_at_another_provider_goes_on() -> None:
    """A limit is of a provider: the same token is asked with elsewhere."""
    asked = [*questions("app"), *questions(None, "app", name="other")[1:]]
    found = run(failing_first(RateLimited), asked)
    assert states(found[1].outcomes) == {PairState.OBSERVED: PAIRS}


def test_a_stop_says_when_to_go_on() -> None:
    """The reason has the instant in both languages."""
    found = run(failing_first(RateLimited, 3_600), questions("app", "app"))
    (reason,) = {o.reason for o in found[1].outcomes}
    assert reason
    assert (reason.en, reason.id) == (
        "made up; again from 2026-11-24 06:00 UTC",
        "dibuat; lagi mulai 2026-11-24 06:00 UTC",
    )
    assert found[0].fault
    assert found[0].fault.retry_at == AT + timedelta(hours=1)


def test_the_calls_after_a_stop_are_skipped() -> None:
    """Where the first of three calls meets the stop, two thirds are skipped."""
    script = Script(lambda _: fault(AuthExpired))
    (found,) = run(script, [question(made_request(9))])
    assert states(found.outcomes) == {PairState.FAILED: 6, PairState.SKIPPED: 12}
    assert len(script.calls) == 1


def test_without_a_token_nothing_is_asked() -> None:
    """Each pair is skipped with what must be granted, also what the provider does not offer."""
    script = Script()
    (found,) = run(script, questions(None))
    assert {(o.state, o.reason) for o in found.outcomes} == {(PairState.SKIPPED, Batches().needs)}
    assert (script.calls, found.calls, found.fault) == ([], 0, None)


def test_hosts_are_those_of_the_provider_and_of_the_service() -> None:
    """The address of a service that the office runs comes on top, with its port where that is a special one."""
    script, request = Script(), made_request(1)
    run(
        script,
        [
            question(evolve(request, base=base))
            for base in ("", "https://Stats.Made.example", "https://a.example:8443/x")
        ],
    )
    assert script.hosts == [{HOST}, {HOST, "stats.made.example"}, {HOST, "a.example:8443"}]


def test_pages_are_told_before_the_next_call() -> None:
    """Each page is handed on with its question and instant while fewer calls are made than in all."""
    script = Script()
    told: list[tuple[str, int, int]] = []

    def on_page(asked: Question, outcomes: tuple[MetricOutcome, ...], at: Any) -> None:
        assert at == AT
        told.append((asked.request.account, len(outcomes), len(script.calls)))

    list(Runner(transport=script, on_page=on_page).run(questions("a", "b")))
    assert told == [("@one", 6, 1), ("@one", 2, 2), ("@two", 6, 3), ("@two", 2, 4)]


def test_a_page_that_tells_nothing_is_not_handed_on() -> None:
    """Nothing is handed on of a page without outcomes."""
    told: list[object] = []
    everything = frozenset(f"c{n}" for n in range(9))
    runner = Runner(transport=Script(Made(gone=everything)), on_page=lambda *page: told.append(page))
    list(runner.run(questions("a")))
    assert told == []


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, OSError])
def test_what_the_taker_of_pages_raises_passes_through(error: type[BaseException]) -> None:
    """A store that cannot be written, or a person who stops, is not a fault of the platform."""

    def on_page(*_: object) -> None:
        raise error

    with pytest.raises(error):
        list(Runner(transport=Script(), on_page=on_page).run(questions("a")))


def test_an_interrupt_on_the_way_passes_through() -> None:
    """What was paged before is handed on by then."""
    told: list[MetricOutcome] = []

    def answer(call: HttpCall) -> HttpReply:
        if len(script.calls) == 2:
            raise KeyboardInterrupt
        return Made()(call)

    script = Script(answer)
    runner = Runner(transport=script, on_page=lambda _q, outcomes, _at: told.extend(outcomes))
    with pytest.raises(KeyboardInterrupt):
        list(runner.run(questions("a")))
    assert len(told) == 6


def test_an_error_of_a_transport_is_a_fault_without_its_message() -> None:
    """A transport of the application that raises something of its own fails the pairs, after as many tries."""

    def answer(_: HttpCall) -> HttpReply:
        raise ValueError("token-canary")

    script = Script(answer)
    (found,) = run(script, [question(made_request(1))])
    assert (found.calls, states(found.outcomes)) == (5, {PairState.FAILED: 2})
    assert found.outcomes[0].reason
    assert found.outcomes[0].reason.en == "the call failed on its way: ValueError"
    assert "canary" not in repr(found.outcomes)


def test_a_transport_that_returns_no_reply_fails_the_pairs() -> None:
    """None in the place of a reply is no figure, and not the end of the collection."""
    found = run(Script(lambda _: None), questions("a", "b"))  # type: ignore[arg-type, return-value]
    assert [states(f.outcomes) for f in found] == [{PairState.FAILED: PAIRS}] * 2


@pytest.mark.parametrize("at", [7, "soon", AT.replace(tzinfo=None)])
def test_an_instant_that_is_none_is_not_believed(at: Any) -> None:
    """A fault with an odd `retry_at` stops as one without."""

    def answer(_: HttpCall) -> HttpReply:
        raise RateLimited("made up", retry_at=at)

    (found,) = run(Script(answer), questions("a"))
    assert isinstance(found.fault, RateLimited)
    assert found.fault.retry_at is None


def test_a_question_is_taken_when_its_turn_comes() -> None:
    """Questions may be made as they are needed: none is taken before the one ahead is over."""
    taken: list[str] = []

    def making() -> Iterator[Question]:
        for asked in questions("a", "b", "c"):
            taken.append(asked.request.account)
            yield asked

    found = Runner(transport=Script()).run(making())
    next(found)
    assert taken == ["@one"]
    next(found)
    assert taken == ["@one", "@two"]


def test_a_runner_remembers_stopped_tokens_by_a_digest() -> None:
    """The same text in another secret is the same token; the text itself is kept nowhere."""
    stops, limited = Stops(), RateLimited("x")
    canary = "canary-token-77"
    assert stops.add("made", Credential(token=Secret(canary)), limited, Batches().needs)
    assert not stops.add("made", Credential(token=Secret("other")), Permanent("x"), Batches().needs)
    assert stops.reason("made", Credential(token=Secret(canary))) == Batches().needs
    assert stops.reason("made", Credential(token=Secret("other"))) is None
    assert canary not in repr(vars(stops))
    assert Stops().digest(Credential(token=Secret(canary))) != stops.digest(Credential(token=Secret(canary)))


def test_one_question_in_one_call() -> None:
    """`ask` and `ask_async` give what a runner gives, and tell pages."""
    told: list[int] = []
    asked = questions("a")[0]
    one = ask(Batches(), asked.request, asked.credential, transport=Script(), on_page=lambda o, _: told.append(len(o)))
    two = asyncio.run(ask_async(Batches(), asked.request, asked.credential, transport=Async(Script())))
    assert one == two
    assert told == [6, 2]


class Async:
    """An asynchronous transport around another, that gives way before it answers."""

    def __init__(self, inner: Script) -> None:
        self.inner, self.now, self.most = inner, 0, 0

    async def send(self, call: HttpCall, credential: Credential, hosts: frozenset[str]) -> HttpReply:
        """Answer a call."""
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0)
        self.now -= 1
        return self.inner.send(call, credential, hosts)


async def collected(runner: AsyncRunner, asked: Iterable[Question]) -> list[Collected]:
    """Return what came of questions."""
    return [found async for found in runner.run(asked)]


@pytest.mark.parametrize(("at_once", "per_host", "most"), [(1, 4, 1), (8, 1, 1), (8, 4, 4), (3, 9, 3), (99, 99, 20)])
def test_few_calls_are_under_way_at_once(at_once: int, per_host: int, most: int) -> None:
    """Neither bound is passed: questions that are open, calls to one host."""
    transport = Async(Script())
    asked = [question(made_request(4, f"@a{n}"), token=f"t{n}") for n in range(20)]
    found = asyncio.run(collected(AsyncRunner(transport=transport, at_once=at_once, per_host=per_host), asked))
    assert len(found) == 20
    assert transport.most == most


@pytest.mark.parametrize("bound", [{"at_once": 0}, {"per_host": 0}])
def test_a_bound_on_concurrency_is_one_or_more(bound: dict[str, int]) -> None:
    """None at once would never end."""
    with pytest.raises(InvalidValue) as caught:
        AsyncRunner(**bound)  # type: ignore[arg-type]
    assert caught.value.code == "concurrency_bound"


def test_a_stop_reaches_questions_under_way() -> None:
    """With one app token and many accounts at once, a refused token is not used again by those that are open."""
    script = Script(lambda _: fault(AuthExpired))
    asked = [question(made_request(30, f"@a{n}")) for n in range(50)]
    found = asyncio.run(collected(AsyncRunner(transport=Async(script), at_once=10, per_host=2), asked))
    assert len(script.calls) <= 10
    assert sum(states(f.outcomes)[PairState.SKIPPED] for f in found) > 50 * 40


def test_leaving_early_gives_up_what_is_under_way() -> None:
    """A loop that is left cancels the open questions and leaves nothing behind."""

    async def first() -> int:
        runner = AsyncRunner(transport=Async(Script()), at_once=4)
        async with aclosing(runner.run(question(made_request(9, f"@a{n}")) for n in range(9))) as found:
            async for _ in found:
                break
        return len(asyncio.all_tasks())

    assert asyncio.run(first()) == 1


def test_what_would_never_end_is_given_up_too() -> None:
    """Leaving a loop does not wait for calls that are under way."""

    class Stuck(Async):
        """Answers for the first account alone."""

        async def send(self, call: HttpCall, credential: Credential, hosts: frozenset[str]) -> HttpReply:
            """Answer, or wait for ever."""
            if dict(call.query)["account"] != "@a0":
                await asyncio.Event().wait()
            return await super().send(call, credential, hosts)

    async def first() -> str:
        asked = [question(made_request(1, f"@a{n}"), token=f"t{n}") for n in range(3)]
        async with aclosing(AsyncRunner(transport=Stuck(Script())).run(asked)) as found:
            return (await anext(found)).request.account

    assert asyncio.run(asyncio.wait_for(first(), 5)) == "@a0"


def test_what_the_taker_of_pages_raises_passes_through_asynchronously() -> None:
    """One error is raised, and no task is left with another that nobody saw."""

    def on_page(*_: object) -> None:
        raise OSError("full")

    runner = AsyncRunner(transport=Async(Script()), on_page=on_page)
    with pytest.raises(OSError, match="full"):
        asyncio.run(collected(runner, questions("a", "b", "c")))


def test_without_the_extra_its_remedy_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Both transports, and a runner at its first call, say what to install; without a token nothing is needed."""
    monkeypatch.setitem(__import__("sys").modules, "httpcore2", None)
    for make in (HttpTransport, AsyncHttpTransport, lambda: run_own(questions("a"))):
        with pytest.raises(MissingExtra, match=r"pip install 'kimcore\[http\]'"):
            make()
    with pytest.raises(MissingExtra):
        asyncio.run(collected(AsyncRunner(), questions("a")))
    assert len(run_own(questions(None))) == 1


def run_own(asked: Iterable[Question]) -> list[Collected]:
    """Ask with the runner's own transport."""
    return list(Runner().run(asked))


def test_nothing_is_logged_of_tokens(caplog: pytest.LogCaptureFixture) -> None:
    """At the lowest level, with faults of every kind, no token and no account stands in the log."""
    with caplog.at_level(logging.DEBUG):
        run(failing_first(AuthExpired), questions("canary-token-1", "canary-token-2"))
    assert "canary" not in caplog.text
    assert "@one" not in caplog.text
