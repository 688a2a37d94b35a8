"""The laws of the rules over whole records of KIMs: order, grounds, conclusions, and the day at the office."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kimcore.community import Case, Decree, Finding, Kim, Person
from kimcore.factsheet import facts
from kimcore.geography import RegionCode, local_date
from kimcore.partnership import PartnershipState, decided
from kimcore.rulebooks import rulebook
from kimcore.rules import Interpreter
from kimcore.testing import TODAY, a_candidate, a_decision, a_kim, a_term, changed
from kimcore.values import DENIED, OPEN_ENDED, Answer, Outcome, Period
from tests.builders import assessed

FIRST = date(2026, 1, 1)
near = st.sampled_from([TODAY + timedelta(days=n) for n in (-800, -366, -365, -328, -327, -30, -1, 0, 1, 30)])
maybe_near = st.none() | near
answers = st.sampled_from(Answer)
people = st.builds(
    Person,
    name=st.just("made-up"),
    is_officer=st.booleans(),
    civil_servant=answers,
    civil_servant_since=maybe_near,
)
cases = st.builds(
    Case,
    ground=st.integers(1, 7),
    indicated=maybe_near,
    finding=st.none() | st.sampled_from(Finding),
    concluded=maybe_near,
    officer=st.sampled_from(["", "made-up officer"]),
    evidence=st.sampled_from(["", "made-up minutes"]),
)
decrees = st.builds(
    Decree,
    number=st.sampled_from([None, DENIED, "SK/1"]),
    issued=maybe_near,
    until=maybe_near | st.just(OPEN_ENDED),
    revoked=maybe_near,
)
CHANGES = ("board__people", "cases", "documents__decrees", "answers__criminal_case", "answers__active", "profile_term")
kims = st.builds(
    lambda *parts: changed(a_kim(), dict(zip(CHANGES, parts, strict=True))),
    st.lists(people, max_size=4).map(tuple),
    st.lists(cases, max_size=4).map(tuple),
    st.lists(decrees, max_size=2).map(tuple),
    answers,
    answers,
    st.none() | st.sampled_from([a_term(), a_term(TODAY, OPEN_ENDED), a_term(date(2025, 1, 1), date(2026, 6, 30))]),
)


def seen(kim: Kim, on: date = TODAY) -> tuple[Any, ...]:
    """Return what rules and people see of a KIM: masks, state, reasons."""
    found = assessed(kim, on)
    judgement = found.judgement
    return judgement.met, judgement.lost, found.partnership, [f.reason for f in judgement.explain()]


@given(kims, st.data())
def test_the_order_of_people_and_cases_is_irrelevant(kim: Any, data: Any) -> None:
    """Law 4: permuted officers, members and evidence give the same facts."""
    mixed = evolve(kim, cases=tuple(data.draw(st.permutations(kim.cases))))
    mixed = changed(mixed, {"board__people": tuple(data.draw(st.permutations(kim.board.people)))})
    assert facts(mixed, TODAY) == facts(kim, TODAY)


dated = st.builds(evolve, decrees, number=st.sampled_from([None, "SK/1"]), issued=near)
registers = st.tuples(
    st.lists(dated, max_size=4, unique_by=lambda d: d.issued),
    st.lists(decrees.filter(lambda d: d.issued is None or d.number is DENIED), max_size=1),
).map(lambda pair: pair[0] + pair[1])


@given(registers, st.data())
@pytest.mark.clause("II.B.3.c", "II.B.4.legal.1", "II.B.6.1")
def test_the_order_of_documents_is_irrelevant(rows: Any, data: Any) -> None:
    """Law 4: decrees of different days, and one denial or decree without a day, give one judgement in any order."""
    mixed = data.draw(st.permutations(rows))
    assert seen(a_kim(documents__decrees=tuple(rows))) == seen(a_kim(documents__decrees=tuple(mixed)))


@given(kims)
def test_the_compiled_rules_agree_with_the_interpreter_on_kims(kim: Any) -> None:
    """Law 6 over whole records."""
    see, judgement = Interpreter(facts(kim, TODAY), rulebook().as_of(TODAY).numbers), assessed(kim).judgement
    assert {r.id: o for r, o in judgement.outcomes()} == {r.id: see(r.when) for r in rulebook()}


@given(kims, st.lists(cases, max_size=3))
@pytest.mark.clause("II.B.6.review")
def test_cases_never_change_a_condition(kim: Any, more: Any) -> None:
    """Law 2: whatever is indicated or concluded, conditions and status stay."""
    before, after = assessed(kim).judgement, assessed(evolve(kim, cases=(*kim.cases, *more))).judgement
    assert (before.status, before.not_met, before.unknown) == (after.status, after.not_met, after.unknown)


@given(kims)
@pytest.mark.clause("II.B.6.review", "II.B.6.terminate")
def test_within_a_term_the_state_is_that_of_the_grounds(kim: Any) -> None:
    """Law 2: under review from the first ground, partner when none is left, unless one was proven in the term."""
    found = assessed(evolve(kim, profile_term=a_term()))
    terminated = facts(found.kim, TODAY).proven_in_term is not None
    grounds = found.judgement.grounds
    assert (found.partnership is PartnershipState.TERMINATED) is terminated
    if not terminated:
        expected = PartnershipState.UNDER_REVIEW if grounds else PartnershipState.PARTNER
        assert found.partnership is expected


@given(kims)
def test_what_terminated_is_among_the_grounds(kim: Any) -> None:
    """Law 7: a proof within the present term is also a ground; nothing ends a partnership and is no ground."""
    found = assessed(kim)
    if found.partnership is PartnershipState.TERMINATED:
        assert found.judgement.grounds


@given(kims, st.integers(1, 7), near)
@pytest.mark.clause("II.B.6.review")
def test_an_indication_never_terminates(kim: Any, ground: Any, day: Any) -> None:
    """Law 7: adding an open indication leaves a terminated KIM terminated and terminates no other."""
    more = evolve(kim, cases=(*kim.cases, Case(ground=ground, indicated=day)))
    terminated = PartnershipState.TERMINATED
    assert (assessed(more).partnership is terminated) is (assessed(kim).partnership is terminated)


@given(kims, st.integers(1, 7), st.dates(FIRST, TODAY))
@pytest.mark.clause("II.B.6.terminate")
def test_a_proof_within_the_term_always_terminates(kim: Any, ground: Any, day: Any) -> None:
    """Law 7: whatever else is recorded."""
    case = Case(ground=ground, indicated=day, finding=Finding.PROVEN, concluded=day, officer="made-up", evidence="x")
    more = evolve(kim, cases=(*kim.cases, case), profile_term=a_term(FIRST, TODAY))
    assert assessed(more).partnership is PartnershipState.TERMINATED
    assert ground in [int(g[-1]) for g in assessed(more).judgement.grounds]


@given(st.lists(st.tuples(st.integers(1, 7), st.booleans()), max_size=6))
@pytest.mark.clause("II.B.6.review")
def test_indications_and_clearings_lead_back_to_partner(steps: Any) -> None:
    """Law 2 over decisions: under review while one ground is open, partner when all are cleared."""
    kim = a_kim()
    opened: set[int] = set()
    for ground, clears in steps:
        kind = "conclude" if clears else "indicate"
        changes = {"finding": Finding.CLEARED} if clears else {}
        kim = decided(kim, [a_decision(kind, ground=ground, **changes)])
        opened = opened - {ground} if clears else opened | {ground}
        found = assessed(kim)
        assert [int(g[-1]) for g in found.judgement.grounds] == sorted(opened)
        assert found.partnership.code == ("under_review" if opened else "partner")


OFFICES = ["11.71", "31.71", "35.78", "61.71", "62.71", "51.71", "53.71", "64.72", "73.71", "81.71", "91.71", "96.71"]


@given(
    st.sampled_from(OFFICES),
    st.dates(date(2023, 1, 1), date(2030, 12, 31)),
    st.integers(-7200, 7200),
)
@pytest.mark.clause("II.B.4.legal.1", "II.B.6.1")
def test_a_decree_is_in_force_until_the_midnight_of_the_office(office: Any, last: Any, seconds: Any) -> None:
    """Law 8: in force on its last day and not on the next, in every time zone, within two hours around midnight."""
    region = RegionCode(office)
    midnight = datetime(last.year, last.month, last.day, tzinfo=UTC) + timedelta(days=1) - region.utc_offset
    on = local_date(midnight + timedelta(seconds=seconds), region)
    decree = Decree(number="SK/1", issued=date(2022, 9, 1), until=last)
    judgement = assessed(a_candidate(documents__decrees=(decree,)), on).judgement
    assert judgement["II.B.4.legal.1"] is (Outcome.MET if seconds < 0 else Outcome.NOT_MET)
    assert ("II.B.6.1" in judgement.grounds) is (seconds >= 0)


@given(kims, near)
def test_what_comes_later_is_not_seen(kim: Any, on: Any) -> None:
    """What is dated after the date changes neither outcome nor state: cases, terms and activities to come."""
    day = on + timedelta(days=1)
    late = Case(ground=6, indicated=day, finding=Finding.PROVEN, concluded=day, officer="made-up", evidence="x")
    term = evolve(a_term(), period=Period(day))
    more = evolve(kim, cases=(*kim.cases, late), terms=(*kim.terms, term))
    assert facts(more, on) == facts(kim, on)
