"""Every pair of a request comes out once, whatever pages tell, refuse, or leave out."""

import logging
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve, frozen

from kimcore.media import ContentKind
from kimcore.metrics import Collected, Runner
from kimcore.metrics.conversation import PAGES
from kimcore.monitoring import Indicator
from kimcore.ports import (
    AuthExpired,
    Cursor,
    HttpCall,
    HttpReply,
    MetricOutcome,
    MetricPage,
    MetricRequest,
    PairState,
    Permanent,
    Wanted,
)
from tests.metrics.running.scripted import (
    ASKED,
    AT,
    Batches,
    Lists,
    Made,
    Script,
    fault,
    figure,
    made_request,
    of_kind,
    question,
    reply,
    states,
)

ODD_PAGES: Any = [None, 7, MetricPage(outcomes=(None,)), MetricPage(next=("1",))]  # type: ignore[arg-type]


def run(script: Script, provider: Batches | None = None, request: MetricRequest | None = None) -> Collected:
    """Ask one question and return what came of it; nothing waits."""
    runner = Runner(transport=script, clock=lambda: AT, sleep=lambda _: None)
    (found,) = runner.run([question(request, provider)])
    return found


def figures(outcomes: Iterable[MetricOutcome]) -> dict[tuple[str, Indicator], int | None]:
    """Return the figures by pair."""
    return {o.pair: o.value for o in outcomes if o.state is PairState.OBSERVED}


@pytest.mark.clause("V.B.online")
def test_where_all_is_well_every_pair_has_its_figure() -> None:
    """Contents and audience come out in the order of the request, with the instant of the last reply."""
    script, request = Script(), made_request(4, audience=True)
    found = run(script, request=request)
    assert [o.pair for o in found.outcomes] == list(request.pairs)
    assert figures(found.outcomes) == {pair: figure(*pair) if pair[0] else 42 for pair in request.pairs}
    assert (found.calls, found.fault, found.at, found.provider) == (3, None, AT, "made")


@pytest.mark.clause("V.B.online")
def test_what_no_page_tells_of_was_not_found() -> None:
    """A content that the platform leaves out is not found, never 0, and the reason says what may be."""
    found = run(Script(Made(gone=frozenset({"c1"}))))
    missing = [o for o in found.outcomes if o.content == "c1"]
    assert [(o.state, o.value) for o in missing] == [(PairState.NOT_FOUND, None)] * 2
    assert all(o.reason and o.reason.id and "removed" in o.reason.en for o in missing)


@pytest.mark.parametrize(("kind", "count"), [(ContentKind.TEXT, 2), (ContentKind.VIDEO, 0), (None, 2)])
def test_what_the_provider_does_not_offer_is_never_asked(kind: ContentKind | None, count: int) -> None:
    """A kind without figures is unsupported and in no call; a content of unknown kind may be of any."""
    script = Script()
    found = run(script, request=of_kind(made_request(4), kind))
    assert len(script.calls) == count
    assert states(found.outcomes) == {PairState.OBSERVED if count else PairState.UNSUPPORTED: 8}


def test_an_indicator_that_is_not_offered_is_not_asked() -> None:
    """Of one content the likes come out, its shares are unsupported."""
    request = made_request(1)
    wanted = evolve(request.contents[0], indicators=frozenset({Indicator.LIKE, Indicator.SHARE}))
    script = Script()
    found = run(script, request=evolve(request, contents=(wanted,)))
    assert {o.indicator: o.state for o in found.outcomes} == {
        Indicator.LIKE: PairState.OBSERVED,
        Indicator.SHARE: PairState.UNSUPPORTED,
    }
    assert script.calls[0].about[0].indicators == {Indicator.LIKE}


def test_a_bad_link_fails_alone() -> None:
    """A batch that is refused is asked again content by content; the one that is refused alone has failed."""

    def answer(call: HttpCall) -> HttpReply:
        ids = dict(call.query)["ids"].split(",")
        return fault(Permanent) if "c1" in ids else Made()(call)

    script = Script(answer)
    found = run(script, request=made_request(6))
    assert {o.content for o in found.outcomes if o.state is PairState.FAILED} == {"c1"}
    assert states(found.outcomes) == {PairState.OBSERVED: 10, PairState.FAILED: 2}
    assert [dict(c.query)["ids"] for c in script.calls] == ["c0,c1,c2", "c3,c4,c5", "c0", "c1", "c2"]


def test_a_page_of_a_list_that_is_refused_is_not_asked_for_each_content() -> None:
    """Where a call for one content would be the very call that was refused, it is not made again."""
    script = Script(lambda _: fault(Permanent))
    found = run(script, Lists(), made_request(6))
    assert len(script.calls) == 1
    assert states(found.outcomes) == {PairState.FAILED: 12}


def test_a_list_is_read_page_by_page_until_everything_came() -> None:
    """Each page continues with what is still open; when nothing is, no further page is asked for."""
    script = Script(Made(pages=9))
    found = run(script, Lists(), made_request(4))
    assert [dict(c.query)["page"] for c in script.calls] == ["0", "1"]
    assert [len(c.about) for c in script.calls] == [4, 2]
    assert states(found.outcomes) == {PairState.OBSERVED: 8}


def test_a_page_that_fails_leaves_what_was_read() -> None:
    """What an earlier page told stays; what a later one would have told has failed, not vanished."""
    script = Script(lambda call: fault(Permanent) if dict(call.query)["page"] == "1" else Made()(call))
    found = run(script, Lists(), made_request(4))
    assert {o.content: o.state for o in found.outcomes} == {
        "c0": PairState.OBSERVED,
        "c1": PairState.OBSERVED,
        "c2": PairState.FAILED,
        "c3": PairState.FAILED,
    }


def test_a_cursor_that_comes_again_ends_the_request() -> None:
    """A platform that gives the same page for ever is left, and what it never told has failed."""
    script = Script(lambda _: reply(figures=[["c0", "like", 1]], next=["0"]))
    found = run(script, Lists(), made_request(2))
    assert len(script.calls) == 2
    assert states(found.outcomes) == {PairState.OBSERVED: 1, PairState.FAILED: 3}
    assert {o.reason.en for o in found.outcomes if o.reason} == {"the platform gives pages without an end"}


def test_pages_without_an_end_are_left() -> None:
    """A cursor that is always new ends the request too, after more pages than an account has."""
    script = Script(lambda call: reply(figures=[], next=[str(int(dict(call.query)["page"]) + 1)]))
    found = run(script, Lists(), made_request(1))
    assert len(script.calls) == PAGES + 10 + 1
    assert states(found.outcomes) == {PairState.FAILED: 2}


def test_what_is_told_first_stands() -> None:
    """A page that comes twice, with another figure, changes nothing; the second telling is not handed on."""
    told: list[MetricOutcome] = []
    pages = iter(
        [reply(figures=[["c0", "like", 5]], next=["1"]), reply(figures=[["c0", "like", 6], ["c0", "comment", 7]])]
    )
    runner = Runner(transport=Script(lambda _: next(pages)), on_page=lambda _q, outcomes, _at: told.extend(outcomes))
    (found,) = runner.run([question(made_request(1), Lists())])
    assert figures(found.outcomes) == {("c0", Indicator.LIKE): 5, ("c0", Indicator.COMMENT): 7}
    assert [(o.indicator, o.value) for o in told] == [(Indicator.LIKE, 5), (Indicator.COMMENT, 7)]


def test_what_nobody_asked_for_is_dropped_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    """A figure of another content is not taken, and the log says how many, not which."""
    with caplog.at_level(logging.WARNING, "kimcore"):
        found = run(
            Script(lambda _: reply(figures=[["secret-key", "like", 1], ["c0", "share", 2]])), None, made_request(1)
        )
    assert states(found.outcomes) == {PairState.NOT_FOUND: 2}
    assert caplog.messages == ["provider made told of 2 pairs that nobody asked for"]


@pytest.mark.parametrize("value", [-1, True, 1.5, "7", None])
def test_a_figure_that_is_none_fails_its_pair_alone(value: Any) -> None:
    """A provider that passes on what is no count does not spoil the page."""
    found = run(Script(lambda _: reply(figures=[["c0", "like", value], ["c0", "comment", 3]])), None, made_request(1))
    assert {o.indicator: (o.state, o.value) for o in found.outcomes} == {
        Indicator.LIKE: (PairState.FAILED, None),
        Indicator.COMMENT: (PairState.OBSERVED, 3),
    }


@frozen(kw_only=True)
class Broken(Batches):
    """A provider that breaks on the contents `bad`, in plan or parse."""

    bad: frozenset[str] = frozenset()
    in_plan: bool = False

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
        """Raise where a bad content is in it."""
        if self.in_plan:
            self.stumble(request.contents)
        return super().plan(request, cursor)

    def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:
        """Raise where a bad content is in it."""
        if not self.in_plan:
            self.stumble(call.about)
        return super().parse(call, reply)

    def stumble(self, contents: tuple[Wanted, ...]) -> None:
        """Raise with something that nobody should see."""
        if any(w.key in self.bad for w in contents):
            raise KeyError("personal-canary")


@pytest.mark.parametrize("in_plan", [False, True])
def test_a_provider_that_breaks_on_a_content_fails_it_alone(in_plan: bool) -> None:
    """The rest comes out; the reason names the kind of error and the line, and repeats nothing of it."""
    found = run(Script(), Broken(bad=frozenset({"c2"}), in_plan=in_plan), made_request(8, audience=True))
    assert {o.content for o in found.outcomes if o.state is PairState.FAILED} == {"c2"}
    assert states(found.outcomes) == {PairState.OBSERVED: 15, PairState.FAILED: 2}
    (reason,) = {o.reason for o in found.outcomes if o.reason}
    assert "the provider made failed: KeyError at test_conversation.py:" in reason.en
    assert "canary" not in repr(found) + repr(found.outcomes)


@pytest.mark.parametrize("plan", [lambda *_: 7, lambda *_: [None], lambda *_: None])
def test_a_plan_that_is_none_fails(plan: Any) -> None:
    """What is no plan is a mistake of the provider, not the end of the collection."""
    provider = type("Odd", (Batches,), {"plan": plan})()
    assert states(run(Script(), provider).outcomes) == {PairState.FAILED: 8}


@pytest.mark.parametrize("page", ODD_PAGES)
def test_a_page_that_is_none_fails(page: Any) -> None:
    """What is no page is a mistake of the provider, not the end of the collection."""
    provider = type("Odd", (Batches,), {"parse": lambda *_: page})()
    assert states(run(Script(), provider).outcomes) == {PairState.FAILED: 8}


def test_a_provider_without_a_table_fails() -> None:
    """Where it cannot say what it offers, nothing is asked and every pair has failed."""
    odd = type("Odd", (), {"name": "odd", "supports": property(lambda _: 1 / 0)})()
    script = Script()
    assert states(run(script, odd).outcomes) == {PairState.FAILED: 8}
    assert script.calls == []


def test_no_plan_at_all_finds_nothing() -> None:
    """A request for which the provider has no call, such as one without ids, is not found."""
    provider = type("Odd", (Batches,), {"plan": lambda *_: ()})()
    assert states(run(Script(), provider).outcomes) == {PairState.NOT_FOUND: 8}


@frozen(kw_only=True)
class Nameless(Batches):
    """A provider whose calls for pages of contents name none."""

    def call(self, path: str, request: MetricRequest, about: tuple[Wanted, ...] = ()) -> HttpCall:
        """Return a call that does not say what it is about."""
        return evolve(super().call(path, request, about), about=())


@pytest.mark.parametrize("audience", [False, True])
def test_what_a_failed_call_may_have_told_has_failed(audience: bool) -> None:
    """A call that names no content and fails leaves what nobody told as failed, never as not found."""
    script = Script(lambda call: fault(Permanent) if "c3" in dict(call.query)["ids"] else Made()(call))
    found = run(script, Nameless(), made_request(6, audience=audience))
    failed = {o.content for o in found.outcomes if o.state is PairState.FAILED}
    assert failed == {"c3", "c4", "c5"}
    assert states(found.outcomes)[PairState.OBSERVED] == 6 + audience


def test_a_call_that_is_not_made_leaves_its_pairs_not_asked() -> None:
    """After a stop, what a nameless call would have told was not asked, what failed has failed."""
    script = Script(lambda call: fault(AuthExpired) if "c3" in dict(call.query)["ids"] else Made()(call))
    found = run(script, Nameless(), made_request(9))
    assert states(found.outcomes) == {PairState.OBSERVED: 6, PairState.FAILED: 12}


def test_the_parts_of_one_content_may_be_asked_for_in_several_calls() -> None:
    """A call that names one indicator of a content and fails leaves the others alone."""

    @frozen(kw_only=True)
    class Parts(Batches):
        """Asks for each indicator in a call of its own."""

        def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:  # noqa: ARG002
            """Return a call for each indicator."""
            about = [
                tuple(evolve(w, indicators=frozenset({i})) for w in request.contents) for i in sorted(ASKED, key=str)
            ]
            return tuple(
                evolve(self.call("contents", request, a), headers=(("part", str(n)),)) for n, a in enumerate(about)
            )

    def answer(call: HttpCall) -> HttpReply:
        (wanted,) = call.about
        (indicator,) = wanted.indicators
        return fault(Permanent) if indicator is Indicator.LIKE else reply(figures=[["c0", indicator.code, 8]])

    found = run(Script(answer), Parts(), made_request(1))
    assert {o.indicator: o.state for o in found.outcomes} == {
        Indicator.LIKE: PairState.FAILED,
        Indicator.COMMENT: PairState.OBSERVED,
    }


def test_a_page_of_what_is_known_by_then_is_not_asked_for() -> None:
    """Where one of two next pages tells everything, the other is left."""

    def answer(call: HttpCall) -> HttpReply:
        page = dict(call.query)["page"]
        return reply(figures=[], next=["1", "2"]) if page == "0" else reply(figures=Made().figures(["c0", "c1"]))

    script = Script(answer)
    found = run(script, Lists(), made_request(2))
    assert [dict(c.query)["page"] for c in script.calls] == ["0", "1"]
    assert states(found.outcomes) == {PairState.OBSERVED: 4}


@frozen(kw_only=True)
class PagesOfIds(Lists):
    """A provider whose lists are of the contents that are asked for."""

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
        """Return the call for the next page."""
        (call,) = super().plan(request, cursor)
        return (evolve(call, query=(*call.query, ("ids", ",".join(w.key for w in request.contents)))),)


def test_contents_that_are_asked_for_alone_go_on_each_by_itself() -> None:
    """After a refusal each content follows its own pages, also where their cursors are alike."""

    def answer(call: HttpCall) -> HttpReply:
        query = dict(call.query)
        if "," in query["ids"]:
            return fault(Permanent)
        return reply(figures=Made().figures([query["ids"]])) if query["page"] == "1" else reply(figures=[], next=["1"])

    found = run(Script(answer), PagesOfIds(), made_request(3))
    assert states(found.outcomes) == {PairState.OBSERVED: 6}


def test_contents_that_cannot_be_asked_for_alone_have_failed() -> None:
    """A provider without a plan for a single content leaves a refused batch failed, not unfound."""

    class Together(Batches):
        """Plans for several alone."""

        def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
            """Return no call for one content."""
            return super().plan(request, cursor) if len(request.contents) > 1 else ()

    found = run(Script(lambda _: fault(Permanent)), Together(), made_request(3))
    assert states(found.outcomes) == {PairState.FAILED: 6}


def test_an_account_that_is_refused_leaves_its_contents_alone() -> None:
    """The audience has failed; contents come out, and the one that is gone was not found."""
    made = Made(gone=frozenset({"c1"}))
    script = Script(lambda call: fault(Permanent) if call.url.endswith("/account") else made(call))
    found = run(script, request=made_request(4, audience=True))
    assert states(found.outcomes) == {PairState.FAILED: 1, PairState.OBSERVED: 6, PairState.NOT_FOUND: 2}
    assert found.outcomes[0].state is PairState.FAILED


def test_a_nameless_call_that_fails_before_the_audience_comes() -> None:
    """What it may have told has failed, and the audience that came later stands."""

    class Turned(Nameless):
        """Asks for the account last."""

        def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
            """Return the calls the other way round."""
            return super().plan(request, cursor)[::-1]

    script = Script(lambda call: Made()(call) if call.url.endswith("/account") else fault(Permanent))
    found = run(script, Turned(), made_request(2, audience=True))
    assert [o.state for o in found.outcomes] == [PairState.OBSERVED, *[PairState.FAILED] * 4]


def test_only_a_runner_skips() -> None:
    """A provider that says it did not ask, after a call, has failed."""

    class Lazy(Batches):
        """Says that it skipped."""

        def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:  # noqa: ARG002
            """Return a page that skips."""
            told = [MetricOutcome.unknown(w.key, i, PairState.SKIPPED) for w in call.about for i in w.indicators]
            return MetricPage(outcomes=tuple(told))

    assert states(run(Script(), Lazy()).outcomes) == {PairState.FAILED: 8}


def test_a_nameless_call_that_is_too_dear_leaves_its_pairs_not_asked() -> None:
    """Where the account is free and its contents are not, the audience comes and the contents are skipped."""

    class Dear(Nameless):
        """Asks for the account last, and for free."""

        def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
            """Return the calls the other way round, with their prices."""
            calls = super().plan(request, cursor)[::-1]
            return tuple(evolve(call, cost=Decimal(0 if call.url.endswith("/account") else 1)) for call in calls)

    found = run(Script(), Dear(), made_request(2, audience=True))
    assert [o.state for o in found.outcomes] == [PairState.OBSERVED, *[PairState.SKIPPED] * 4]
