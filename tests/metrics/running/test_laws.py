"""Laws of running: whatever platforms do, no pair is lost, nothing is asked twice, and order changes nothing."""

import asyncio
import gc
import tracemalloc
from collections.abc import Iterator
from decimal import Decimal
from zlib import crc32

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from kimcore.media import ContentKind
from kimcore.metrics import AsyncRunner, Budget, Collected, Question, Retries, Runner
from kimcore.ports import (
    AuthExpired,
    HttpCall,
    HttpReply,
    MetricRequest,
    PairState,
    Permanent,
    QuotaExhausted,
    RateLimited,
    Transient,
)
from tests.metrics.running.scripted import (
    AT,
    Batches,
    Lists,
    Made,
    Script,
    fault,
    figure,
    made_request,
    question,
    reply,
)
from tests.metrics.running.test_runner import Async, collected

WELL, HARMLESS = "well", ("well", "well", "well", "permanent", "transient", "garbage", "boom", "repeat", "gone")
ALL = (*HARMLESS, "auth", "limit", "quota", "raise")


class Fickle:
    """A platform that does with each call what a table says, by what is asked and how often it was."""

    def __init__(self, table: list[str]) -> None:
        self.table, self.tries = table, dict[bytes, int]()

    def __call__(self, call: HttpCall) -> HttpReply:
        """Answer a call."""
        key = repr((call.url, call.query)).encode()
        tries = self.tries[key] = self.tries.get(key, -1) + 1
        return self.act(self.table[(crc32(key) + tries) % len(self.table)], call)

    def act(self, what: str, call: HttpCall) -> HttpReply:
        """Do one thing."""
        kinds = {"permanent": Permanent, "transient": Transient, "auth": AuthExpired, "limit": RateLimited}
        kinds |= {"quota": QuotaExhausted}
        if what == "raise":
            raise RuntimeError("canary")
        if what in kinds:
            return fault(kinds[what], 5)
        odd = {
            "garbage": evolve(reply(), body=b"<html>"),
            "boom": reply(figures=[["c0"]]),
            "repeat": reply(figures=[["c0", "like", 0], ["zz", "like", 9]], next=["0", "0", "1"]),
            "gone": reply(figures=[]),
        }
        return odd.get(what) or Made(size=1)(call)


def requests() -> st.SearchStrategy[MetricRequest]:
    """Return requests for a few contents, some of a kind without figures."""
    kinds = st.lists(st.sampled_from([ContentKind.TEXT, ContentKind.TEXT, ContentKind.VIDEO, None]), max_size=7)
    return st.builds(with_kinds, kinds, st.booleans())


def with_kinds(kinds: list[ContentKind | None], audience: bool) -> MetricRequest:
    """Return a request with a content of each kind."""
    request = made_request(len(kinds), audience=audience)
    contents = tuple(evolve(w, kind=kind) for w, kind in zip(request.contents, kinds, strict=True))
    return evolve(request, contents=contents)


def asked(requests: list[MetricRequest], tokens: list[int]) -> list[Question]:
    """Return questions, by turns of both providers, each of an account of its own, with tokens that some share."""
    providers = (Batches(), Lists(name="lists"))
    return [
        question(evolve(r, account=f"@a{n}"), providers[n % 2], f"token-{tokens[n % len(tokens)]}")
        for n, r in enumerate(requests)
    ]


def told(found: Collected) -> list[tuple[object, ...]]:
    """Return what came of each pair, without reasons."""
    return [(o.pair, o.state, o.value) for o in found.outcomes]


QUESTIONS = st.builds(asked, st.lists(requests(), max_size=4), st.lists(st.integers(0, 2), min_size=1, max_size=4))
TABLES = st.lists(st.sampled_from(ALL), min_size=1, max_size=9)


def runner(script: Script, budget: Budget | None = None) -> Runner:
    """Return a runner that never waits."""
    return Runner(
        transport=script,
        budget=budget,
        retries=Retries(patience=6, draw=lambda: 0.5),
        clock=lambda: AT,
        sleep=lambda _: None,
    )


@pytest.mark.clause("V.B.online")
@settings(max_examples=300)
@given(QUESTIONS, TABLES, st.none() | st.integers(0, 12))
def test_no_pair_is_lost(questions: list[Question], table: list[str], most: int | None) -> None:
    """Requested pairs are the observed and those of each other state, in order; a figure is the platform's own."""
    script = Script(Fickle(table))
    budget = Budget(requests=most)
    found = list(runner(script, budget).run(questions))
    assert [[o.pair for o in f.outcomes] for f in found] == [list(q.request.pairs) for q in questions]
    for outcome in (o for f in found for o in f.outcomes):
        assert (outcome.value is not None) == (outcome.state is PairState.OBSERVED)
        if outcome.value is not None:
            assert outcome.value == (figure(*outcome.pair) if outcome.content else 42) or outcome.value == 0
        if outcome.state in {PairState.FAILED, PairState.SKIPPED}:
            assert outcome.reason
    assert sum(f.calls for f in found) == len(script.calls) == budget.calls
    assert most is None or len(script.calls) <= most


@settings(max_examples=200)
@given(QUESTIONS, st.lists(st.sampled_from(["well", "permanent", "gone", "boom"]), min_size=1, max_size=9))
def test_nothing_is_asked_twice(questions: list[Question], table: list[str]) -> None:
    """Where nothing is transient, no call is made twice; a refused batch is asked again in parts alone."""
    script = Script(Fickle(table))
    list(runner(script).run(questions))
    sent = [(call.url, call.query) for call in script.calls]
    assert len(sent) == len(set(sent))


@settings(max_examples=200)
@given(QUESTIONS, TABLES)
def test_nothing_unsupported_is_asked(questions: list[Question], table: list[str]) -> None:
    """No call is about what its provider does not offer."""
    script = Script(Fickle(table))
    list(runner(script).run(questions))
    assert all(w.kind is not ContentKind.VIDEO for call in script.calls for w in call.about)


@settings(max_examples=200)
@given(QUESTIONS, st.lists(st.sampled_from(HARMLESS), min_size=1, max_size=9), st.integers(1, 4), st.integers(1, 3))
def test_at_once_is_as_one_after_another(
    questions: list[Question], table: list[str], at_once: int, per_host: int
) -> None:
    """Where no token is stopped, both runners make the same calls and find the same, question by question."""
    one, two = Script(Fickle(table)), Script(Fickle(table))
    alone = {f.request.account: f for f in runner(one).run(questions)}

    async def slept(_: float) -> None:
        """Wait no time."""

    together = AsyncRunner(
        transport=Async(two),
        at_once=at_once,
        per_host=per_host,
        retries=Retries(draw=lambda: 0.5),
        clock=lambda: AT,
        sleep=slept,
    )
    found = {f.request.account: f for f in asyncio.run(collected(together, questions))}
    assert found == alone
    assert sorted(map(repr, one.calls)) == sorted(map(repr, two.calls))


@settings(max_examples=200)
@given(QUESTIONS, TABLES, st.integers(0, 9))
def test_no_pair_is_lost_at_once(questions: list[Question], table: list[str], most: int) -> None:
    """With stops and a budget, in any order of work, conservation and the bound hold too."""
    script, budget = Script(Fickle(table)), Budget(requests=most, money=Decimal(0))

    async def slept(_: float) -> None:
        """Wait no time."""

    together = AsyncRunner(transport=Async(script), budget=budget, clock=lambda: AT, sleep=slept, at_once=3)
    found = {f.request.account: f for f in asyncio.run(collected(together, questions))}
    assert {q.request.account: list(q.request.pairs) for q in questions} == {
        account: [o.pair for o in f.outcomes] for account, f in found.items()
    }
    assert len(script.calls) <= most


@settings(max_examples=100)
@given(QUESTIONS, TABLES)
def test_a_run_is_the_same_each_time(questions: list[Question], table: list[str]) -> None:
    """The same platform gives the same, pair by pair."""
    once, again = (list(map(told, runner(Script(Fickle(table))).run(questions))) for _ in range(2))
    assert once == again


@settings(max_examples=100)
@given(QUESTIONS, TABLES)
def test_pages_tell_what_comes_out(questions: list[Question], table: list[str]) -> None:
    """What pages told, each pair once, is in the result, and everything observed was told by a page."""
    pages: list[tuple[str, tuple[object, ...]]] = []
    running = Runner(
        transport=Script(Fickle(table)),
        clock=lambda: AT,
        sleep=lambda _: None,
        on_page=lambda q, outcomes, _: pages.extend((q.request.account, (o.pair, o.state, o.value)) for o in outcomes),
    )
    found = {(f.request.account, pair) for f in running.run(questions) for pair in told(f)}
    assert len(pages) == len(set(pages))
    assert set(pages) <= found
    assert {p for p in found if p[1][1] is PairState.OBSERVED} <= set(pages)


def test_memory_does_not_grow_with_questions() -> None:
    """Ten thousand questions take no more memory than a few hundred; nothing of a question is kept."""

    def many(count: int) -> Iterator[Question]:
        return (question(made_request(1, f"@a{n}"), token=f"token-{n}") for n in range(count))

    class Plain(Script):
        """Keeps no calls."""

        def send(self, call: HttpCall, *_: object) -> HttpReply:
            return Made()(call)

    def peak(count: int) -> int:
        running = Runner(transport=Plain())
        gc.collect()
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        for _ in running.run(many(count)):
            pass
        return tracemalloc.get_traced_memory()[1] - before

    tracemalloc.start()
    try:
        peak(100)
        few, more = peak(500), peak(10_000)
    finally:
        tracemalloc.stop()
    assert more < few + 100_000
