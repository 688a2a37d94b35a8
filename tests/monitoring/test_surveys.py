"""Surveys before and after, and what they say together."""

from datetime import date, timedelta
from math import isclose
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from kimcore.monitoring import SMALL_SURVEY, Aspect, Phase, Survey, SurveyChange, Verdict, survey_changes
from kimcore.testing import surveys
from kimcore.values import Period

PERIOD = Period(date(2026, 7, 1), date(2026, 9, 30))
WITHIN = PERIOD.start + timedelta(10)
DAY = timedelta(1)

pytestmark = pytest.mark.clause("V.A.outcome")


def asked(phase: Phase | None, favourable: int | None, answered: int | None = 100, **changes: Any) -> Survey:
    """Return a survey of attitudes in the period, with changes."""
    given: dict[str, Any] = {
        "kim": "k1",
        "topic": "Gizi",
        "aspect": Aspect.ATTITUDE,
        "phase": phase,
        "surveyed": WITHIN,
        "answered": answered,
        "favourable": favourable,
    }
    return Survey(**given | changes)


BEFORE = asked(Phase.BEFORE, 40, surveyed=WITHIN - DAY)


def only(*found: Survey) -> SurveyChange:
    """Return the one change that surveys tell."""
    (change,) = survey_changes(found, PERIOD)
    return change


@pytest.mark.parametrize(
    ("after", "verdict"),
    [
        (60, Verdict.ROSE),
        (54, Verdict.ROSE),
        (53, Verdict.NO_CLEAR_CHANGE),
        (40, Verdict.NO_CLEAR_CHANGE),
        (27, Verdict.NO_CLEAR_CHANGE),
        (26, Verdict.FELL),
        (None, Verdict.UNKNOWN),
    ],
)
def test_a_change_is_clear_where_its_interval_does_not_hold_0(after: int | None, verdict: Verdict) -> None:
    """Of a hundred answers each, 14 in favour more or less than 40 are clear, 13 are not."""
    found = only(BEFORE, asked(Phase.AFTER, after))
    assert found.verdict is verdict
    assert (found.interval is None) == (found.change is None) == (verdict is Verdict.UNKNOWN)


def test_the_change_is_told_in_percentage_points() -> None:
    """40 of 100 and 60 of 80 differ by 35 points, and the interval is of points too."""
    found = only(BEFORE, asked(Phase.AFTER, 60, 80))
    assert isclose(found.change or 0, 35.0)
    assert found.interval
    assert found.interval.lower < 35 < found.interval.upper


@pytest.mark.parametrize("alone", [BEFORE, asked(Phase.AFTER, 60)])
def test_one_survey_alone_says_nothing_about_change(alone: Survey) -> None:
    """A before without an after is unknown, and the reverse."""
    found = only(alone)
    assert (found.verdict, found.change, found.interval) == (Verdict.UNKNOWN, None, None)


@pytest.mark.parametrize(
    "given",
    [{"favourable": None}, {"answered": None}, {"answered": 0, "favourable": 0}, {"answered": 9, "favourable": 10}],
)
def test_a_survey_without_usable_counts_has_no_share(given: dict[str, Any]) -> None:
    """Not recorded, nobody answered, or more in favour than answered: unknown, never 0."""
    found = evolve(Survey(topic="t", favourable=1, answered=2), **given)
    assert (found.share, found.interval, found.is_small) == (None, None, False)


@pytest.mark.parametrize(("answered", "small"), [(29, True), (30, False), (31, False)])
def test_few_answers_are_marked(answered: int, small: bool) -> None:
    """Fewer than thirty answers are a small survey; a pair is small if one is."""
    assert SMALL_SURVEY == 30
    one = asked(Phase.AFTER, 5, answered)
    assert (one.is_small, only(BEFORE, one).is_small) == (small, small)


def test_the_latest_survey_of_each_phase_counts() -> None:
    """The before is the latest that is not held later than the after; one on the same day does."""
    rows = [asked(Phase.BEFORE, n, surveyed=WITHIN + timedelta(days)) for n, days in ((1, -9), (2, 0), (3, 1))]
    rows += [asked(Phase.AFTER, n, surveyed=WITHIN + timedelta(days)) for n, days in ((4, -3), (5, 0))]
    found = only(*rows)
    assert (found.before, found.after) == (rows[1], rows[4])


@pytest.mark.parametrize(
    ("day", "told"),
    [(PERIOD.start - DAY, False), (PERIOD.start, True), (PERIOD.end, True), (PERIOD.end + DAY, False)],
)
def test_a_change_belongs_to_the_period_of_its_survey_after(day: date, told: bool) -> None:
    """The survey before may lie long ago."""
    old = asked(Phase.BEFORE, 40, surveyed=PERIOD.start - 300 * DAY)
    assert len(survey_changes([old, asked(Phase.AFTER, 60, surveyed=day)], PERIOD)) == told


def test_topics_aspects_and_kims_are_told_apart() -> None:
    """Case and blanks of a topic are not; what has no day or no phase is in no change."""
    rows = [BEFORE, asked(Phase.AFTER, 60, topic=" gizi ")]
    others: list[dict[str, Any]] = [
        {"topic": "Air"},
        {"aspect": Aspect.AWARENESS},
        {"aspect": None},
        {"kim": ""},
        {"kim": "k2"},
    ]
    rows += [asked(Phase.AFTER, 60, **other) for other in others]
    rows += [asked(None, 60, topic="x"), asked(Phase.AFTER, 60, topic="y", surveyed=None)]
    found = survey_changes(rows, PERIOD)
    assert len(found) == 6
    assert [c.verdict for c in found if c.verdict is not Verdict.UNKNOWN] == [Verdict.ROSE]


@given(surveys(), surveys())
def test_any_two_surveys_give_a_verdict_and_no_error(first: Survey, second: Survey) -> None:
    """Whatever is recorded: the verdict is unknown exactly where a side has no share."""
    found = SurveyChange(kim="", topic="t", aspect=None, before=first, after=second)
    assert (found.verdict is Verdict.UNKNOWN) == (first.share is None or second.share is None)
