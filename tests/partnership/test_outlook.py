"""What stops holding within so many days: on its first day, by its rule, and nothing else."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from kimcore.community import Activity, Board, Case, Decree, Documents, Finding, Kim, PartnershipTerm, Person
from kimcore.errors import InvalidValue
from kimcore.factsheet import facts
from kimcore.partnership import Change, PartnershipState, outlook, state_of
from kimcore.rulebooks import JUKNIS_2022
from kimcore.rules import Group, Judgement, ParameterValue, Rulebook
from kimcore.testing import TODAY, a_case, a_kim, a_person, a_term, proven
from kimcore.values import OPEN_ENDED, Answer, Outcome, Period

UNKNOWN = Answer.UNKNOWN


def told(kim: Kim, days: int, on: date = TODAY, rules: Rulebook = JUKNIS_2022) -> list[tuple[str, date, str, str]]:
    """Return what stops holding: rule, first day, before, after."""
    return [(c.rule, c.on, c.before.code, c.after.code) for c in outlook(kim, rules, on, days)]


@pytest.mark.clause("II.B.4.legal.1", "II.B.6.1")
@pytest.mark.parametrize("days", [9, 10, 11])
def test_a_decree_that_expires_stops_on_the_day_after_its_last(days: int) -> None:
    """The condition stops and the ground arises on one day; a horizon that ends before it tells nothing (R3)."""
    last = TODAY + timedelta(days=9)
    kim = a_kim(documents__decrees=(Decree(number="1", issued=date(2025, 1, 1), until=last),))
    first = last + timedelta(days=1)
    wanted = [("II.B.4.legal.1", first, "met", "not_met"), ("II.B.6.1", first, "not_met", "met")]
    assert [row for row in told(kim, days) if row[0] != "III.A.r"] == (wanted if days >= 10 else [])


def test_a_decree_that_is_renewed_in_time_stops_nothing() -> None:
    """A decree whose successor is issued on the day after its last holds on (R13)."""
    last = TODAY + timedelta(days=9)
    old = Decree(number="1", issued=date(2025, 1, 1), until=last)
    new = Decree(number="2", issued=last + timedelta(days=1), until=OPEN_ENDED)
    assert told(a_kim(documents__decrees=(old, new)), 30) == []


@pytest.mark.clause("III.A.r")
def test_a_term_that_runs_out_ends_the_partnership_on_the_next_day() -> None:
    """The clause of the term is told, with the state before and after; a term that follows at once ends nothing."""
    ends = date(2026, 12, 31)
    row = ("III.A.r", ends + timedelta(days=1), "partner", "ended")
    assert told(a_kim(profile_term=a_term(end=ends)), 60) == [row]
    follows = a_term(date(2027, 1, 1), date(2027, 12, 31))
    assert told(a_kim(profile_term=a_term(end=ends), terms=(follows,)), 60) == []


@pytest.mark.clause("II.B.6.terminate")
def test_a_conclusion_recorded_for_a_later_day_terminates_on_it() -> None:
    """The ground arises with the indication, the partnership ends with the conclusion (R27)."""
    kim = a_kim(cases=(proven(6, date(2026, 12, 10), indicated=date(2026, 12, 1)),))
    found = told(kim, 30)
    assert ("II.B.6.6", date(2026, 12, 1), "not_met", "met") in found
    assert ("II.B.6.terminate", date(2026, 12, 10), "under_review", "terminated") in found


@pytest.mark.clause("II.B.5.b")
@pytest.mark.parametrize(
    ("last", "stops"),
    [
        (date(2026, 1, 10), date(2027, 1, 10)),
        (date(2024, 2, 28), date(2025, 2, 28)),
        (date(2024, 2, 29), date(2025, 3, 1)),
    ],
)
def test_an_activity_window_runs_out(last: date, stops: date) -> None:
    """Twelve months after the last activity, with the last day of February as R24 reads it."""
    kim = a_kim(answers__active=UNKNOWN, log=(Activity(on=last),), profile_term=None, documents__decrees=(DECREE,))
    assert told(kim, 100, stops - timedelta(days=30)) == [("II.B.5.b", stops, "met", "unknown")]


@pytest.mark.clause("II.B.6.3", "II.B.4.admin.1")
def test_an_officer_who_will_be_a_civil_servant() -> None:
    """The day is recorded, so that it can be foreseen."""
    since = TODAY + timedelta(days=5)
    kim = a_kim(board__people=(a_person(civil_servant_since=since),))
    found = told(kim, 5)
    assert ("II.B.4.admin.1", since, "met", "not_met") in found
    assert ("II.B.6.3", since, "not_met", "met") in found
    assert told(kim, 4) == []


def test_a_parameter_that_changes_is_foreseen() -> None:
    """A rulebook that asks for more from a day on stops what was met."""
    since = TODAY + timedelta(days=7)
    setting = JUKNIS_2022.setting("villages_reached")
    more = evolve(setting, values=(*setting.values, ParameterValue(since, 3, "made-up decree")))
    rules = JUKNIS_2022.derive(
        "made-up", settings=tuple(more if s.name == setting.name else s for s in JUKNIS_2022.settings)
    )
    assert told(a_kim(answers__villages_reached=2), 10, rules=rules) == [("II.B.5.d", since, "met", "not_met")]


def test_a_change_tells_why_and_cites_its_clause() -> None:
    """The reason is that of the first day, in both languages."""
    ended = outlook(a_kim(), JUKNIS_2022, TODAY, 60)[-1]
    assert ended.reason.id == "Masa kemitraan berakhir: masa kemitraan sampai 31 Desember 2026."
    assert ended.reason.en == "The term is over: the term of partnership runs until 31 December 2026."
    assert ended.clause.term == "Periode kemitraan"


@pytest.mark.parametrize("days", [0, -1, 10**7])
def test_days_that_cannot_be_looked_at_are_refused(days: int) -> None:
    """Fewer than one, or more than the calendar holds."""
    with pytest.raises(InvalidValue, match="cannot be looked at"):
        outlook(a_kim(), JUKNIS_2022, TODAY, days)


DECREE = Decree(number="1", issued=date(2024, 1, 1), until=OPEN_ENDED)
START = date(2027, 2, 1)
DAYS = 45
near = st.sampled_from([START + timedelta(days=n) for n in (-3, -1, 0, 1, 2, 14, 27, 28, 30, 44, 45, 46)])
before = st.sampled_from([START - timedelta(days=365 - n) for n in (-2, 0, 1, 5, 27, 28, 40)] + [date(2024, 2, 29)])
either = near | before
maybe = st.none() | either


def periods() -> st.SearchStrategy[Period]:
    """Return periods that begin or end near the window."""
    return st.tuples(either, either | st.just(OPEN_ENDED)).map(lambda pair: Period(min(pair), max(pair)))


near_kims = st.builds(
    a_kim,
    answers__active=st.sampled_from(Answer),
    documents=st.builds(
        Documents,
        decrees=st.lists(
            st.builds(
                Decree,
                number=st.sampled_from(["1", None]),
                issued=maybe,
                until=maybe | st.just(OPEN_ENDED),
                revoked=maybe,
            ),
            max_size=2,
        ).map(tuple),
        statement_signed=maybe,
    ),
    board=st.builds(
        Board,
        people=st.lists(
            st.builds(
                Person, name=st.just("x"), is_officer=st.booleans(), civil_servant=..., civil_servant_since=maybe
            ),
            max_size=2,
        ).map(tuple),
    ),
    cases=st.lists(
        st.builds(
            Case,
            ground=st.integers(1, 7),
            indicated=maybe,
            finding=st.none() | st.sampled_from(Finding),
            concluded=maybe,
            officer=st.just("o"),
            evidence=st.just("e"),
        ),
        max_size=2,
    ).map(tuple),
    profile_term=st.none() | st.builds(PartnershipTerm, period=periods()),
    terms=st.lists(st.builds(PartnershipTerm, period=periods()), max_size=1).map(tuple),
    log=st.lists(st.builds(Activity, on=maybe), max_size=3).map(tuple),
)


def day_by_day(kim: Kim, rules: Rulebook) -> list[tuple[str, date, str, str]]:
    """Return what stops holding, by judging every day: the slow meaning of an outlook."""
    every = [START + timedelta(days=n) for n in range(DAYS + 1)]
    judged = [rules.as_of(day).judge(facts(kim, day)) for day in every]
    return [row for was, now in pairwise(judged) for row in (*outcomes(was, now), *states(was, now))]


def outcomes(was: Judgement, now: Judgement) -> list[tuple[str, date, str, str]]:
    """Return the rules that came out worse: a condition less met, a ground more there."""
    order = {Outcome.MET: 2, Outcome.UNKNOWN: 1, Outcome.NOT_MET: 0}
    found = []
    for rule in now.rules.rules:
        step = order[now[rule.id]] - order[was[rule.id]]
        if (step > 0) if rule.group is Group.GROUND else (step < 0):
            found.append((rule.id, now.on, was[rule.id].code, now[rule.id].code))
    return found


def states(was: Judgement, now: Judgement) -> list[tuple[str, date, str, str]]:
    """Return the end of a partnership that stood."""
    stood = state_of(was) in (PartnershipState.PARTNER, PartnershipState.UNDER_REVIEW)
    clause = {PartnershipState.ENDED: "III.A.r", PartnershipState.TERMINATED: "II.B.6.terminate"}.get(state_of(now))
    return [(clause, now.on, state_of(was).code, state_of(now).code)] if stood and clause else []


window = JUKNIS_2022.setting("activity_window_months")
SHORTER = JUKNIS_2022.derive(
    "made-up",
    settings=tuple(
        evolve(s, values=(*s.values, ParameterValue(START + timedelta(days=20), 11, "made-up")))
        if s.name == window.name
        else s
        for s in JUKNIS_2022.settings
    ),
)


@given(near_kims, st.sampled_from([JUKNIS_2022, SHORTER]))
@settings(max_examples=150)
def test_an_outlook_is_what_judging_every_day_finds(kim: Kim, rules: Rulebook) -> None:
    """The days on which a fact can change are enough, whatever is recorded."""
    found: tuple[Change, ...] = outlook(kim, rules, START, DAYS)
    assert [(c.rule, c.on, c.before.code, c.after.code) for c in found] == day_by_day(kim, rules)


def test_an_open_case_is_no_change() -> None:
    """What holds today already and goes on is not told."""
    assert told(a_kim(cases=(a_case(),)), 10) == []
