"""Collecting asks each figure of a day once, stores it page by page, and tells what became of every one."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from attrs import evolve

from kimcore.media import Platform
from kimcore.metrics import Budget, Credential, read_tokens
from kimcore.monitoring import Indicator, Observation
from kimcore.ports import HttpCall, HttpReply, PairState, Permanent, RateLimited
from kimcore.workspace import Workspace
from kimcore.workspace.collected import CollectedAccount
from kimcore.workspace.records import Records
from tests.workspace.made_accounts import NOON, MadeOffice, Server, token
from tests.workspace.registers import OFFICE

MADE = MadeOffice(3, 24)
RICH = Decimal(100)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    """Return a workspace that holds the register of the made-up office."""
    with Workspace.open("memory:", OFFICE, clock=lambda: NOON) as found:
        found.take_in(MADE.register(tmp_path / "register.xlsx"))
        yield found


def held(workspace: Workspace) -> dict[tuple[str, str], int | None]:
    """Return the figures that stand in the store, by content (or token of the account) and indicator."""
    with workspace.storage.unit_of_work() as unit:
        rows = list(unit.observations(office=OFFICE))
    return {
        (
            r.content or token(Platform.of(r.platform), int(r.account.lower().partition("kimmade")[2])),
            r.indicator,
        ): r.value
        for r in rows
        if r.value is not None
    }


def figures(made: MadeOffice) -> dict[tuple[str, str], int]:
    """Return the figures that the platforms give."""
    return {pair: value for pair, value in made.expected().items() if isinstance(value, int)}


@pytest.mark.clause("V.B.online", "V.B.social", "V.A.focus", "VI.6")
def test_every_figure_that_the_platforms_give_is_stored_and_every_other_is_told(office: Workspace) -> None:
    """Requested pairs are those observed and those of each other state; what is hidden or gone is stored nowhere."""
    found = office.collect(MADE.tokens, transport=Server(MADE), budget=Budget(money=RICH))
    assert held(office) == figures(MADE)
    expected = list(MADE.expected().values())
    assert sum(t.requested for t in found) == len(expected)
    for state in PairState:
        told = sum(t.states.get(state, 0) for t in found)
        assert told == sum(v is state or (state is PairState.OBSERVED and isinstance(v, int)) for v in expected)
    assert sum(u.figures for u in found.unknown) == sum(isinstance(v, PairState) for v in expected)
    assert not found.has_failed
    assert [t.platform for t in found] == [p for p in Platform if p is not Platform.WEBSITE]


def test_a_second_collection_of_a_day_asks_nothing_and_one_that_asks_again_asks_all(office: Workspace) -> None:
    """What was not given is settled for the day as well as what was."""
    server = Server(MADE)
    office.collect(MADE.tokens, transport=server, budget=Budget(money=RICH))
    first = server.calls
    found = office.collect(MADE.tokens, transport=server, budget=Budget(money=RICH))
    assert (server.calls, sum(t.requested for t in found)) == (first, 0)
    assert sum(t.known for t in found) == len(MADE.expected())
    office.collect(MADE.tokens, transport=server, budget=Budget(money=RICH), again=True)
    assert server.calls == 2 * first
    assert max(server.asked.values()) == 2


def test_what_failed_is_asked_again_and_what_was_read_before_is_kept(office: Workspace) -> None:
    """The second call goes on where the first one stopped."""

    class Breaking(Server):
        def send(self, call: HttpCall, credential: Credential, hosts: frozenset[str]) -> HttpReply:
            if self.calls == 9:
                raise KeyboardInterrupt
            return super().send(call, credential, hosts)

    broken, whole = Breaking(MADE), Server(MADE)
    with pytest.raises(KeyboardInterrupt):
        office.collect(MADE.tokens, transport=broken, budget=Budget(money=RICH))
    before = held(office)
    assert before.items() <= figures(MADE).items()
    assert before
    office.collect(MADE.tokens, transport=whole, budget=Budget(money=RICH))
    assert held(office) == figures(MADE)
    assert not whole.asked.keys() & before.keys()


def test_a_fault_of_one_account_leaves_the_others_whole(office: Workspace) -> None:
    """A limit stops the account whose token met it; its figures are told as not asked, with when to ask again."""
    limited = token(Platform.TIKTOK, 1)

    class Limited(Server):
        def send(self, call: HttpCall, credential: Credential, hosts: frozenset[str]) -> HttpReply:
            if credential.token.reveal() == limited:
                raise RateLimited("too many", "terlalu sering", retry_at=NOON)
            return super().send(call, credential, hosts)

    found = office.collect(MADE.tokens, transport=Limited(MADE), budget=Budget(money=RICH))
    own = {(c.key, i.code) for c in MADE.standins[limited].contents for i in c.figures} | {(limited, "audience")}
    assert held(office) == {pair: value for pair, value in figures(MADE).items() if pair not in own}
    assert [(s.account, s.code, s.retry_at) for s in found.stops] == [("@kimmade1", "metric_rate_limited", NOON)]
    tally = next(t for t in found if t.platform is Platform.TIKTOK)
    assert tally.states[PairState.FAILED] + tally.states[PairState.SKIPPED] == len(own)
    assert found.has_failed


@pytest.mark.parametrize("first", ["a", "z"])
def test_of_two_sources_of_one_day_the_later_record_stands(office: Workspace, first: str) -> None:
    """Whatever the sources are called, as for two rows of a workbook."""
    (kim, *_) = office.kims()
    seen = {"kim": kim.id, "platform": Platform.TIKTOK, "account": "@made", "indicator": Indicator.AUDIENCE}
    for provider, value in ((first, 10), ("m", 20)):
        with office.ledger.unit("made up") as unit:
            made = Observation(**seen, provider=provider, observed=NOON.date(), value=value)  # type: ignore[arg-type]
            Records(unit, office.office).observe([made])
            unit.commit()
    (placed,) = [p for p in office.map() if p.subject.id == kim.id]
    assert placed.subject.scores.power.value == 20


@pytest.mark.parametrize("bound", [0, 1, 5])
def test_a_budget_of_calls_is_kept_to_the_call(office: Workspace, bound: int) -> None:
    """What is left over is told as not asked."""
    server = Server(MADE)
    found = office.collect(MADE.tokens, transport=server, budget=Budget(requests=bound, money=RICH))
    assert server.calls == sum(t.calls for t in found) == bound
    assert sum(t.requested for t in found) == len(MADE.expected())
    assert sum(t.states.get(PairState.SKIPPED, 0) for t in found) > 0


def test_nothing_that_costs_money_is_asked_without_a_budget_of_money(office: Workspace) -> None:
    """X is priced by the post and the account; the others are free."""
    found = office.collect(MADE.tokens, transport=Server(MADE))
    x = next(t for t in found if t.platform is Platform.TWITTER)
    assert (x.calls, x.cost) == (0, Decimal(0))
    assert x.states[PairState.SKIPPED] + x.states[PairState.UNSUPPORTED] == x.requested
    again = office.collect(MADE.tokens, platforms=["twitter"], transport=Server(MADE), budget=Budget(money=RICH))
    assert [t.platform for t in again] == [Platform.TWITTER]
    assert again.rows[0].cost == 3 * (24 * Decimal("0.005") + Decimal("0.010"))


def test_without_a_token_nothing_is_asked_and_what_is_needed_is_said(office: Workspace) -> None:
    """The reason names who must grant what."""
    server = Server(MADE)
    found = office.collect(read_tokens(), platforms=["youtube"], transport=server)
    assert server.calls == 0
    (tally,) = found
    assert tally.states == {PairState.SKIPPED: tally.requested}
    assert {u.reason.en for u in found.unknown} == {
        "an API key for YouTube Data v3 of a Google Cloud project of the office; the KIM need not grant anything"
    }


def test_contents_are_narrowed_by_the_day_on_which_they_were_shown(office: Workspace) -> None:
    """The days themselves belong to the period; the audience of a known account is asked in any case."""
    day = NOON.date()
    for since, until, size in ((day, day, 24), (None, day.replace(day=23), 0), (day.replace(day=25), None, 0)):
        found = office.collect(
            MADE.tokens, platforms=["tiktok"], since=since, until=until, transport=Server(MADE), again=True
        )
        assert sum(t.requested for t in found) == 3 * (size * 3 + 1)


def test_a_link_that_names_no_content_is_told_and_asked_of_no_platform(tmp_path: Path) -> None:
    """A blank link, one of another platform, and a short one are for the office to complete."""
    made = MadeOffice(1, 3)
    file = made.register(tmp_path / "register.xlsx")
    from openpyxl import load_workbook

    book = load_workbook(file)
    rows = book["Media Sosial"]
    links = {"G2": None, "G3": "https://vm.tiktok.com/ZMade123/", "G4": "https://youtu.be/made0000001"}
    for cell, link in links.items():
        rows[cell] = link
    book.save(file)
    with Workspace.open("memory:", OFFICE, clock=lambda: NOON) as office:
        office.take_in(file)
        found = office.collect(made.tokens, platforms=["instagram"], transport=Server(made))
    (tally,) = found
    assert tally.states == {PairState.SKIPPED: 3 * 4, PairState.OBSERVED: 1}
    assert {u.reason.id for u in found.unknown} == {
        "tautannya kosong atau tidak menunjuk satu konten; lengkapi kolom Link"
    }


def test_what_was_settled_is_kept_with_its_state_and_told_in_the_export(office: Workspace) -> None:
    """An export without personal data has the states, and neither accounts nor links."""
    office.collect(MADE.tokens, platforms=["youtube"], transport=Server(MADE))
    with office.storage.unit_of_work() as unit:
        kept = [s.entity for _, s in Records(unit, office.office).all("collected", CollectedAccount)]
    assert {u.state for k in kept for u in k.unknown} == {PairState.HIDDEN, PairState.NOT_FOUND}
    assert all(k.on == NOON.date() and k.provider == "youtube" for k in kept)
    text = "".join(office.export())
    assert '"hidden"' in text
    assert "kimmade" not in text
    assert "kimmade1" in "".join(office.export(full=True))
    assert office.verify().report.is_sound


def test_a_secret_and_an_account_are_in_no_log(office: Workspace, caplog: pytest.LogCaptureFixture) -> None:
    """At DEBUG too, and with faults."""

    class Failing(Server):
        def send(self, call: HttpCall, credential: Credential, hosts: frozenset[str]) -> HttpReply:  # noqa: ARG002
            raise Permanent("refused", "ditolak")

    with caplog.at_level(logging.DEBUG):
        found = office.collect(MADE.tokens, transport=Failing(MADE), budget=Budget(money=RICH))
    assert found.has_failed
    assert not any(word in caplog.text + repr(found) for word in ("made-token", "kimmade"))


def test_a_merge_forgets_what_was_not_told_of_the_second_record(office: Workspace) -> None:
    """The accounts go over with their contents and figures, and what they lack is asked for anew."""
    office.collect(MADE.tokens, platforms=["youtube"], transport=Server(MADE))
    first, second, _ = sorted(office.kims(), key=lambda kim: kim.name)
    office.merge(first.name, second.name)
    with office.storage.unit_of_work() as unit:
        kept = {s.entity.kim for _, s in Records(unit, office.office).all("collected", CollectedAccount)}
    assert second.id not in kept
    server = Server(MADE)
    office.collect(MADE.tokens, platforms=["youtube"], transport=server)
    assert held(office) == {pair: v for pair, v in figures(MADE).items() if "youtube" in pair[0]}
    assert {key for key, _ in server.asked} <= {c.key for c in MADE.standins[token(Platform.YOUTUBE, 1)].contents}


def test_the_next_day_everything_is_asked_again(tmp_path: Path) -> None:
    """What was known, or told to be unknown, of one day says nothing of the next; both days stay in the history."""
    days = [NOON]

    class Later(Server):
        def send(self, call: HttpCall, credential: Credential, hosts: frozenset[str]) -> HttpReply:
            return evolve(super().send(call, credential, hosts), at=days[-1])

    with Workspace.open("memory:", OFFICE, clock=lambda: days[-1]) as office:
        office.take_in(MADE.register(tmp_path / "register.xlsx"))
        office.collect(MADE.tokens, platforms=["tiktok"], transport=Later(MADE))
        days.append(NOON + timedelta(days=1))
        (tally,) = office.collect(MADE.tokens, platforms=["tiktok"], transport=Later(MADE))
        with office.storage.unit_of_work() as unit:
            seen = {row.observed for row in unit.observations(office=OFFICE)}
    assert (tally.known, tally.requested) == (0, 3 * (24 * 3 + 1))
    assert seen == {NOON.date(), NOON.date() + timedelta(days=1)}


def test_a_figure_that_is_hidden_later_on_the_day_was_observed_all_the_same(office: Workspace) -> None:
    """A platform's silence withdraws nothing."""
    office.collect(MADE.tokens, platforms=["youtube"], transport=Server(MADE))
    before = held(office)

    class Silent(Server):
        def send(self, call: HttpCall, credential: Credential, hosts: frozenset[str]) -> HttpReply:
            reply = super().send(call, credential, hosts)
            return evolve(reply, body=reply.body.replace(b'"likeCount"', b'"none"'))

    office.collect(MADE.tokens, platforms=["youtube"], transport=Silent(MADE), again=True)
    assert held(office) == before
