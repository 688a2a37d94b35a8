"""Intervals of shares and their differences, against published values and an independent computation."""

from math import isclose, sqrt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kimcore.monitoring import Interval, difference_interval, share_interval
from kimcore.monitoring.intervals import Z95

pytestmark = pytest.mark.clause("V.A.outcome")


@st.composite
def shares(draw: st.DrawFn) -> tuple[int, int]:
    """Return a count and how many were asked."""
    of = draw(st.integers(1, 5000))
    return draw(st.integers(0, of)), of


@pytest.mark.parametrize(
    ("count", "of", "lower", "upper"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_the_interval_of_a_share_is_the_published_one(count: int, of: int, lower: float, upper: float) -> None:
    """Newcombe, Two-sided confidence intervals for the single proportion, Stat. Med. 17 (1998), table I, method 3."""
    found = share_interval(count, of)
    assert (round(found.lower, 4), round(found.upper, 4)) == (lower, upper)


@pytest.mark.parametrize(
    ("before", "after", "lower", "upper"),
    [
        ((48, 80), (56, 70), 0.0524, 0.3339),
        ((3, 10), (9, 10), 0.1705, 0.8090),
        ((2, 7), (6, 7), 0.0582, 0.8062),
        ((0, 29), (5, 56), -0.0381, 0.1926),
        ((0, 20), (0, 10), -0.1611, 0.2775),
        ((0, 10), (10, 10), 0.6075, 1.0),
    ],
)
def test_the_interval_of_a_difference_is_the_published_one(
    before: tuple[int, int], after: tuple[int, int], lower: float, upper: float
) -> None:
    """Newcombe, Interval estimation for the difference, Stat. Med. 17 (1998), table II, method 10."""
    found = difference_interval(before, after)
    assert (round(found.lower, 4), round(found.upper, 4)) == (lower, upper)


def bound(count: int, of: int, outside: float) -> float:
    """Return by bisection the value between the share and 0 or 1 up to which the score test does not refuse it."""
    inside = share = count / of
    for _ in range(80):
        middle = (inside + outside) / 2
        if abs(share - middle) <= Z95 * sqrt(middle * (1 - middle) / of):
            inside = middle
        else:
            outside = middle
    return inside


@given(shares())
def test_a_bound_is_where_the_score_test_turns(share: tuple[int, int]) -> None:
    """The formula solves the score test, which bisection finds without it."""
    count, of = share
    assume(0 < count < of)
    found = share_interval(count, of)
    assert isclose(found.lower, bound(count, of, 0.0), abs_tol=1e-9)
    assert isclose(found.upper, bound(count, of, 1.0), abs_tol=1e-9)


@given(shares())
def test_the_interval_lies_within_0_and_1_and_holds_the_share(share: tuple[int, int]) -> None:
    """Also where all or none are in favour."""
    count, of = share
    found = share_interval(count, of)
    assert 0 <= found.lower <= found.upper <= 1
    assert count / of in found


@given(shares())
def test_the_interval_of_the_complement_is_the_mirrored_one(share: tuple[int, int]) -> None:
    """Who is not in favour has the same interval, seen from 1."""
    count, of = share
    found, other = share_interval(count, of), share_interval(of - count, of)
    assert isclose(found.lower, 1 - other.upper, abs_tol=1e-12)
    assert isclose(found.upper, 1 - other.lower, abs_tol=1e-12)


@given(shares(), st.integers(2, 50))
def test_the_interval_narrows_with_the_number_asked(share: tuple[int, int], times: int) -> None:
    """The same share of more answers is known better."""
    count, of = share
    few, many = share_interval(count, of), share_interval(count * times, of * times)
    assert many.upper - many.lower < few.upper - few.lower


@given(shares(), shares())
def test_the_interval_of_a_difference_holds_it_and_turns_with_it(
    first: tuple[int, int], second: tuple[int, int]
) -> None:
    """It lies within -1 and 1; the other way round its bounds change place and sign."""
    found, back = difference_interval(first, second), difference_interval(second, first)
    change = second[0] / second[1] - first[0] / first[1]
    assert -1 - 1e-12 <= found.lower <= change + 1e-12
    assert change - 1e-12 <= found.upper <= 1 + 1e-12
    assert isclose(found.lower, -back.upper, abs_tol=1e-12)
    assert isclose(found.upper, -back.lower, abs_tol=1e-12)


def test_both_bounds_belong_to_an_interval() -> None:
    """A value just beside it does not."""
    found = Interval(0.25, 0.5)
    assert [v in found for v in (0.2499, 0.25, 0.5, 0.5001)] == [False, True, True, False]
