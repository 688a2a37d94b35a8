"""Consistency: active weeks, silence, and dormancy."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.community import Activity
from kimcore.monitoring import Consistency, Gathering, active_days, consistency_of
from kimcore.rulebooks import JUKNIS_2022
from kimcore.values import Answer, Period
from kimcore.workspace.watching import limits_of
from tests.monitoring.builders import shown

PERIOD = Period(date(2026, 9, 1), date(2026, 9, 30))
"""Tuesday to Wednesday: five ISO weeks."""
DAY = timedelta(1)

pytestmark = pytest.mark.clause("V.B.continue")


def found(*days: date | None, dormant_after: int = 365) -> Consistency:
    """Return the consistency of a KIM that was active on days."""
    return consistency_of("k1", days, PERIOD, dormant_after)


def test_weeks_are_iso_weeks_that_the_period_touches() -> None:
    """Two days of one week are one week; Sunday and the Monday after it are two."""
    one = found(date(2026, 9, 9), date(2026, 9, 11))
    two = found(date(2026, 9, 13), date(2026, 9, 14))
    assert (one.weeks, one.active_weeks, two.active_weeks) == (5, 1, 2)
    assert one.rate.value == 20.0


def test_silence_is_the_longest_run_of_days_without_anything() -> None:
    """It is counted from the first day and to the last day of the period too."""
    assert found(date(2026, 9, 1), date(2026, 9, 30)).silence == 28
    assert found(date(2026, 9, 11)).silence == 19
    assert found(date(2026, 9, 20)).silence == 19
    assert found(PERIOD.start - DAY).silence == 30


@pytest.mark.parametrize(("age", "dormant"), [(8, Answer.NO), (9, Answer.NO), (10, Answer.YES), (11, Answer.YES)])
def test_dormant_is_nothing_dated_in_the_last_days(age: int, dormant: Answer) -> None:
    """Of ten days the last of the period is the first."""
    assert found(PERIOD.end - age * DAY, dormant_after=10).dormant is dormant


def test_the_default_is_a_parameter_of_the_rulebook() -> None:
    """A year, as the window of periodic activity has it (R24); a local rulebook may set another."""
    limits = limits_of(JUKNIS_2022.as_of(PERIOD.end))
    assert (limits.dormant_after_days, limits.stale_after_days) == (365, 45)
    parameter = JUKNIS_2022.as_of(PERIOD.end).parameters["dormant_after_days"]
    assert (parameter.source, parameter.since) == ("R24", date(2022, 8, 30))


@pytest.mark.parametrize("days", [(), (None, None), (PERIOD.end + DAY,)])
def test_nothing_dated_is_unknown_and_never_dormant(days: tuple[date | None, ...]) -> None:
    """Without a date nobody can tell; what lies after the period does not tell either."""
    one = found(*days)
    assert (one.active_weeks, one.silence, one.last, one.dormant) == (None, None, None, Answer.UNKNOWN)
    assert (one.rate.value, one.rate.total, one.undated) == (None, 1, days.count(None))


def test_a_record_of_before_the_period_says_that_it_was_silent() -> None:
    """The KIM is recorded, and none of the weeks is active: that is 0, not unknown."""
    one = found(PERIOD.start - 20 * DAY)
    assert (one.active_weeks, one.last, one.dormant) == (0, PERIOD.start - 20 * DAY, Answer.NO)


def test_activities_contents_and_gatherings_are_what_a_kim_does() -> None:
    """An activity of the number 0 did not take place."""
    log = (Activity(on=PERIOD.start), Activity(on=PERIOD.end, count=0), Activity())
    days = active_days(log, [shown("c", PERIOD.end)], [Gathering(kim="k1", held=PERIOD.end)])
    assert days == [PERIOD.start, None, PERIOD.end, PERIOD.end]


@given(st.lists(st.dates(date(2026, 8, 1), date(2026, 10, 31)), max_size=40))
def test_more_days_never_make_a_kim_less_consistent(days: list[date]) -> None:
    """A day more adds at most a week and never a longer silence; both stay within the period."""
    one, more = found(*days), found(*days, PERIOD.start)
    assert (one.active_weeks or 0) <= (more.active_weeks or 0) <= (one.active_weeks or 0) + 1 <= 6
    assert (more.silence or 0) <= 30 if one.silence is None else (more.silence or 0) <= one.silence <= 30
