"""Tabel 5.3 and sums over unknowns."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.media import Platform
from kimcore.monitoring import INDICATORS, Indicator, Sum, platform_totals, social_rows, standing
from tests.monitoring.builders import seen, shown

ON = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("platform", "codes"),
    [
        pytest.param("instagram", "like share comment view", marks=pytest.mark.clause("V.B.social.instagram")),
        pytest.param("facebook", "like share comment", marks=pytest.mark.clause("V.B.social.facebook")),
        pytest.param("twitter", "like retweet comment share", marks=pytest.mark.clause("V.B.social.twitter")),
        pytest.param("youtube", "like comment", marks=pytest.mark.clause("V.B.social.youtube")),
        pytest.param("tiktok", "like comment share", marks=pytest.mark.clause("V.B.social.tiktok")),
    ],
)
def test_each_platform_has_its_own_indicators(platform: str, codes: str) -> None:
    """The indicators and their order are those of Tabel 5.3."""
    found = next(i for p, i in INDICATORS.items() if p.code == platform)
    assert [i.code for i in found] == codes.split()


@pytest.mark.clause("V.B.social")
def test_an_undisclosed_indicator_is_unknown() -> None:
    """A row has every indicator of its platform; one not observed is None, never 0."""
    rows = standing([seen("instagram", "a", date(2026, 11, 1), 10, content="c1", indicator="like")])
    (row,) = social_rows([shown("c1", None)], rows, ON)
    assert dict(row.values) == {
        Indicator.LIKE: 10,
        Indicator.SHARE: None,
        Indicator.COMMENT: None,
        Indicator.VIEW: None,
    }
    assert row.observed_on == date(2026, 11, 1)


@pytest.mark.clause("V.B.social")
def test_an_indicator_of_another_platform_is_kept() -> None:
    """What was observed is shown, also where Tabel 5.3 does not ask for it or the platform is not in it."""
    rows = standing([seen("Blog Warga", "a", ON, 3, content="c1", indicator="view")])
    (row,) = social_rows([shown("c1", None, "Blog Warga")], rows, ON)
    assert dict(row.values) == {Indicator.VIEW: 3}


def test_a_content_of_which_nothing_is_known_has_no_day() -> None:
    """Without an observation a row is all unknown."""
    (row,) = social_rows([shown("c1", None, Platform.YOUTUBE)], {}, ON)
    assert (dict(row.values), row.observed_on) == ({Indicator.LIKE: None, Indicator.COMMENT: None}, None)


def test_totals_say_how_much_was_known() -> None:
    """A sum over contents counts those of which the figure is known."""
    rows = standing([seen("youtube", "a", ON, 3, content="c1", indicator="like")])
    contents = [shown(link, None, Platform.YOUTUBE) for link in ("c1", "c2")]
    found = platform_totals(social_rows(contents, rows, ON))
    assert found == {Platform.YOUTUBE: {Indicator.LIKE: Sum(3, 1, 2), Indicator.COMMENT: Sum(None, 0, 2)}}


@given(st.lists(st.lists(st.none() | st.integers(0, 99), max_size=5), max_size=5))
def test_a_sum_of_sums_is_the_sum_of_all(parts: list[list[int | None]]) -> None:
    """Adding part by part gives the same value and coverage as adding all at once."""
    assert Sum.merge(Sum.of(p) for p in parts) == Sum.of(v for p in parts for v in p)


@pytest.mark.parametrize(
    ("values", "value", "complete"),
    [([], None, False), ([None], None, False), ([0], 0, True), ([1, None], 1, False), ([1, 2], 3, True)],
)
def test_a_sum_of_nothing_known_is_unknown(values: list[int | None], value: int | None, complete: bool) -> None:
    """Nothing known is None; a known 0 is 0; only a sum of all known figures is complete."""
    found = Sum.of(values)
    assert (found.value, found.is_complete) == (value, complete)
