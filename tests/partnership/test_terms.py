"""What decisions leave behind: terms that give way, cases with their source, cases on which a conclusion rests."""

from datetime import date, timedelta

import pytest

from kimcore.community import Finding
from kimcore.errors import NotAllowed
from kimcore.factsheet import facts
from kimcore.partnership import DecisionKind, allow, decided, history, objection, outlook
from kimcore.partnership.decisions import decided_on
from kimcore.partnership.outlook import LATEST
from kimcore.rulebooks import JUKNIS_2022
from kimcore.testing import TODAY, a_candidate, a_case, a_decision, a_kim, a_term, proven
from kimcore.values import Period

DAY = timedelta(days=1)
FIRST = date(2027, 1, 1)
WHOLE = Period(FIRST, date(2027, 12, 31))


def test_a_term_of_the_register_gives_way_to_a_decided_one_of_its_first_day() -> None:
    """The decided term stands once; terms that start on other days stay, in their order and before it."""
    other = a_term(date(2025, 1, 1), date(2025, 12, 31))
    kim = a_kim(profile_term=a_term(FIRST, date(2028, 1, 1)), terms=(a_term(FIRST, date(2029, 1, 1)), other))
    made = decided(kim, [a_decision("renew", period=WHOLE)])
    assert made.profile_term is None
    assert made.terms == (other, a_term(WHOLE.start, WHOLE.end))


def test_a_profile_without_a_term_has_none_after_a_decision() -> None:
    """A candidate that is admitted has the decided term alone."""
    made = decided(a_candidate(), [a_decision("admit", period=Period(TODAY))])
    assert (made.profile_term, len(made.terms)) == (None, 1)


@pytest.mark.parametrize("kind", ["indicate", "move", "dissolve"])
@pytest.mark.clause("II.B.6.review", "II.B.6.5", "II.B.6.7")
def test_a_case_has_the_reason_of_its_decision_and_its_day(kind: str) -> None:
    """The source of a case that a decision opens is the reason that was given."""
    (case,) = decided(a_kim(), [a_decision(kind)]).cases
    assert (case.source, case.indicated) == ("made-up reason", TODAY)


@pytest.mark.clause("II.B.6.review")
def test_a_conclusion_rests_on_the_cases_that_were_open() -> None:
    """Those of its ground, dated by its day, not concluded; an indication by command rests on none."""
    rests = a_case(6), a_case(6, indicated=TODAY)
    other = a_case(2), a_case(6, indicated=TODAY + DAY), proven(6, date(2026, 10, 5))
    concluded = a_decision("conclude", finding=Finding.CLEARED)
    assert decided_on((*rests, *other), [concluded]) == rests
    assert decided_on((*rests, *other), [a_decision("indicate", ground=6)]) == ()
    assert decided_on((*rests, *other), []) == ()


def test_a_decision_without_a_ground_is_told_by_its_name_alone() -> None:
    """The clause of a ground stands behind the decisions that have one."""
    found = history(a_candidate(), [a_decision("move"), a_decision("indicate", ground=6)])
    move, indicated = (event.what for event in found)
    assert move == DecisionKind.MOVE.text
    assert indicated.id.endswith("(II.B.6.6)")


@pytest.mark.clause("II.B.6.review")
def test_grounds_that_forbid_a_renewal_are_listed() -> None:
    """An officer reads every ground that stands, parted by commas."""
    kim = a_kim(cases=(a_case(2), a_case(6)))
    why = objection(kim, JUKNIS_2022, a_decision("renew"))
    assert why is not None
    assert why.en == "the partnership is under review; grounds: II.B.6.2, II.B.6.6"
    with pytest.raises(NotAllowed, match=r"II\.B\.6\.2, II\.B\.6\.6"):
        allow(kim, JUKNIS_2022, a_decision("renew"))


def test_one_day_ahead_and_the_last_day_of_the_calendar_can_be_looked_at() -> None:
    """The least horizon is a day, the longest reaches the year 9000."""
    ends = TODAY
    kim = a_kim(profile_term=a_term(date(2026, 1, 1), ends))
    (change,) = [c for c in outlook(kim, JUKNIS_2022, TODAY, 1) if c.rule == "III.A.r"]
    assert change.on == TODAY + DAY
    assert outlook(kim, JUKNIS_2022, LATEST - DAY, 1) == ()


def test_a_change_of_a_rule_says_why() -> None:
    """The reason is the finding's own on the day of the change."""
    decree = a_kim().documents.decrees[0]
    last = decree.until
    assert last is not None
    (change,) = [c for c in outlook(a_kim(), JUKNIS_2022, last, 1) if c.rule == "II.B.4.legal.1"]
    judged = JUKNIS_2022.as_of(last + DAY).judge(facts(a_kim(), last + DAY))
    assert change.reason == next(f.reason for f in judged.explain() if f.rule.id == "II.B.4.legal.1")


def test_facts_name_their_kim() -> None:
    """The flat record says of which KIM it is."""
    assert facts(a_kim(), TODAY).kim == "kim-1"
