"""Growth of audiences between two dates."""

from datetime import date, timedelta

import pytest

from kimcore.monitoring import Observation, audience_growth, standing
from kimcore.monitoring.trends import Growth
from kimcore.values import Period
from tests.monitoring.builders import seen

PERIOD = Period(date(2026, 7, 1), date(2026, 9, 30))

pytestmark = pytest.mark.clause("V.A.output")


def grown(*rows: Observation) -> list[Growth]:
    """Return the growth of every account."""
    return list(audience_growth(standing(rows).get("k1", ()), PERIOD))


def test_growth_is_between_the_latest_at_or_before_each_end() -> None:
    """Both ends take the latest figure by then, and the days found stand in the result."""
    (found,) = grown(
        seen("instagram", "a", date(2026, 5, 1), 80),
        seen("instagram", "a", PERIOD.start, 100),
        seen("instagram", "a", PERIOD.end, 130),
        seen("instagram", "a", PERIOD.end + timedelta(1), 999),
    )
    assert found.before is not None
    assert found.after is not None
    assert (found.before.observed_on, found.after.observed_on, found.change) == (PERIOD.start, PERIOD.end, 30)


def test_the_same_observation_at_both_ends_leaves_growth_unknown() -> None:
    """One figure says nothing of growth, and it is not 0."""
    (found,) = grown(seen("instagram", "a", date(2026, 6, 1), 80))
    assert found.before is not None
    assert found.change is None


def test_equal_figures_of_two_days_are_a_growth_of_0() -> None:
    """Two observations of the same number are known not to have grown."""
    (found,) = grown(seen("instagram", "a", date(2026, 6, 1), 80), seen("instagram", "a", date(2026, 8, 1), 80))
    assert found.change == 0


def test_a_shrinking_audience_is_negative() -> None:
    """Growth may be below 0."""
    (found,) = grown(seen("instagram", "a", date(2026, 6, 1), 80), seen("instagram", "a", date(2026, 8, 1), 70))
    assert found.change == -10


def test_nothing_before_the_period_leaves_growth_unknown() -> None:
    """An account first counted on the second day has no growth that could be told."""
    (found,) = grown(seen("instagram", "a", PERIOD.start + timedelta(1), 80), seen("instagram", "a", PERIOD.end, 90))
    assert (found.before, found.change) == (None, None)


def test_an_account_counted_after_the_period_is_not_in_it() -> None:
    """An account unknown by the end of the period has no row."""
    assert grown(seen("instagram", "a", PERIOD.end + timedelta(1), 80)) == []


@pytest.mark.parametrize(("age", "stale"), [(44, False), (45, False), (46, True)])
def test_a_reading_is_stale_by_its_own_end(age: int, stale: bool) -> None:
    """The first reading is dated against the first day, not against the last."""
    (found,) = grown(seen("x", "a", PERIOD.start - timedelta(age), 1), seen("x", "a", PERIOD.end, 2))
    assert found.before is not None
    assert found.after is not None
    assert (found.before.stale, found.after.stale) == (stale, False)


def test_accounts_stand_in_one_order() -> None:
    """Accounts are sorted by platform and account, whatever was recorded first."""
    rows = [seen("tiktok", "b", PERIOD.start, 1), seen("facebook", "z", PERIOD.start, 1)]
    assert grown(*rows) == grown(*reversed(rows))
