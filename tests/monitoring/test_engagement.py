"""Engagement rate and amplification, with what was left out of both sides."""

from datetime import date, timedelta

import pytest

from kimcore.media import Platform
from kimcore.monitoring import (
    Content,
    Engagement,
    Indicator,
    Observation,
    Sum,
    audience_growth,
    engagement_of,
    joined_engagement,
    social_rows,
    standing,
)
from kimcore.values import Period
from tests.monitoring.builders import seen

PERIOD = Period(date(2026, 7, 1), date(2026, 9, 30))
WITHIN = PERIOD.start + timedelta(10)
FRESH = PERIOD.end - timedelta(45)

pytestmark = pytest.mark.clause("V.A.outtake")


def a_content(link: str, platform: Platform | str = Platform.FACEBOOK, account: str = "@a") -> Content:
    """Return a content of k1 shown in the period."""
    return Content(kim="k1", platform=platform, account=account, link=link, shown=WITHIN)


def figures(link: str, platform: str = "facebook", **values: int) -> list[Observation]:
    """Return the figures of a content."""
    return [seen(platform, "@a", WITHIN, v, content=link, indicator=i) for i, v in values.items()]


def found(contents: list[Content], rows: list[Observation]) -> tuple[Engagement, ...]:
    """Return the engagement of k1."""
    records = standing(rows)
    own = records.get("k1", ())
    return engagement_of("k1", social_rows(contents, records, PERIOD.end), audience_growth(own, PERIOD))


def test_the_rate_is_responses_per_content_of_the_audience() -> None:
    """Two contents of an account of 100 with 10 and 20 responses engage 15 % on average."""
    rows = [seen("facebook", "@A", FRESH, 100)]
    rows += figures("c1", like=5, share=3, comment=2) + figures("c2", like=20, share=0, comment=0)
    (one,) = found([a_content("c1"), a_content("c2")], rows)
    assert (one.rate.value, one.rate.numerator, one.rate.denominator) == (15.0, Sum(30, 2, 2), Sum(200, 2, 2))
    assert (one.amplification.value, one.amplification.known) == (1.5, 2)
    assert (one.kim, one.platform, one.contents, one.left_out) == ("k1", Platform.FACEBOOK, 2, ())


def test_a_content_that_lacks_a_figure_counts_on_neither_side() -> None:
    """Its likes are not divided by an audience that others share, and the coverage says that it was left out."""
    rows = [seen("facebook", "@a", FRESH, 100)]
    rows += figures("c1", like=5, share=3, comment=2) + figures("c2", like=900)
    (one,) = found([a_content("c1"), a_content("c2")], rows)
    assert (one.rate.value, one.rate.known, one.rate.total) == (10.0, 1, 2)
    assert (one.amplification.value, one.amplification.known, one.amplification.total) == (3.0, 1, 2)


def test_a_response_that_is_disclosed_of_no_content_is_left_out_and_named() -> None:
    """The rate is then of the others; nothing counts as 0."""
    rows = [seen("instagram", "@a", FRESH, 100), *figures("c1", "instagram", like=8, comment=2)]
    (one,) = found([a_content("c1", Platform.INSTAGRAM)], rows)
    assert (one.rate.value, one.left_out) == (10.0, (Indicator.SHARE,))
    assert (one.amplification.value, one.amplification.known, one.amplification.total) == (None, 0, 1)


def test_a_view_is_no_response() -> None:
    """Who only looked did not respond."""
    rows = [seen("instagram", "@a", FRESH, 100)]
    rows += figures("c1", "instagram", like=8, share=1, comment=1, view=5000)
    (one,) = found([a_content("c1", Platform.INSTAGRAM)], rows)
    assert one.rate.value == 10.0


def test_a_platform_without_shares_is_not_asked_for_amplification() -> None:
    """YouTube has like and comment alone: it has no part in the amplification, not even an unknown one."""
    rows = [seen("youtube", "@a", FRESH, 100), *figures("c1", "youtube", like=8, comment=2)]
    (one,) = found([a_content("c1", Platform.YOUTUBE)], rows)
    assert (one.rate.value, one.amplification.total, one.left_out) == (10.0, 0, ())


@pytest.mark.parametrize("audience", [[], [seen("facebook", "@b", FRESH, 100)], [seen("instagram", "@a", FRESH, 100)]])
def test_without_the_audience_of_its_own_account_a_rate_is_unknown(audience: list[Observation]) -> None:
    """Another account or platform does not stand in for it; amplification needs no audience."""
    (one,) = found([a_content("c1")], [*audience, *figures("c1", like=5, share=3, comment=2)])
    assert (one.rate.value, one.rate.known, one.rate.total) == (None, 0, 1)
    assert (one.audience_on, one.stale) == (None, None)
    assert one.amplification.value == 3.0


@pytest.mark.parametrize(("age", "stale"), [(44, False), (45, False), (46, True)])
def test_an_old_audience_is_marked_stale(age: int, stale: bool) -> None:
    """The oldest audience that was used is named (R18)."""
    day = PERIOD.end - timedelta(age)
    rows = [seen("facebook", "@a", day, 100), *figures("c1", like=5, share=3, comment=2)]
    (one,) = found([a_content("c1")], rows)
    assert (one.audience_on, one.stale) == (day, stale)


def test_an_audience_counted_after_the_period_is_not_used() -> None:
    """The latest at or before the last day is."""
    rows = [seen("facebook", "@a", PERIOD.end, 100), seen("facebook", "@a", PERIOD.end + timedelta(1), 900)]
    (one,) = found([a_content("c1")], rows + figures("c1", like=5, share=3, comment=2))
    assert one.rate.denominator.value == 100


def test_a_medium_of_ones_own_counts_what_was_observed_of_it() -> None:
    """Tabel 5.3 asks nothing of it; the case of its name does not part it."""
    rows = [seen("Forum Warga", "@a", FRESH, 50), *figures("c1", "forum warga", comment=5)]
    (one,) = found([a_content("c1", "Forum Warga"), a_content("c2", "FORUM WARGA")], rows)
    assert (one.contents, one.rate.value, one.rate.known) == (2, 10.0, 1)


def test_platforms_together_weigh_by_their_audience() -> None:
    """Sums are added, not rates averaged; the oldest audience and all that was left out are told."""
    rows = [seen("facebook", "@a", FRESH, 100), *figures("c1", like=10, share=0, comment=0)]
    rows += [seen("instagram", "@a", FRESH - timedelta(1), 900), *figures("c2", "instagram", like=0, comment=0)]
    parts = found([a_content("c1"), a_content("c2", Platform.INSTAGRAM)], rows)
    whole = joined_engagement(parts, kim="k1")
    assert (whole.rate.value, whole.contents, whole.platform) == (1.0, 2, None)
    assert (whole.left_out, whole.audience_on, whole.stale) == ((Indicator.SHARE,), FRESH - timedelta(1), True)


def test_nothing_together_is_unknown() -> None:
    """No content gives no rate."""
    assert joined_engagement([]) == Engagement()
