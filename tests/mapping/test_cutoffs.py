"""From which score on an axis counts as high."""

from math import inf, nan
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.errors import InvalidValue
from kimcore.mapping import Axis, CutOffs, find_cutoffs, quantile_of
from kimcore.values import Outcome
from tests.mapping.builders import subject

SCORES = st.lists(st.integers(0, 10**9), min_size=1, max_size=30)


def power_cut(*scores: int | None, **how: float) -> tuple[float | None, str, int, bool]:
    """Return the cut-off of power over KIMs with these powers."""
    found = find_cutoffs([subject(power=s) for s in scores], **how).power  # type: ignore[arg-type]
    return found.value, found.method, found.known, found.weak


@pytest.mark.clause("II.B.3.map.d")
@pytest.mark.parametrize(
    ("scores", "value"), [((3, 1, 2), 2.0), ((1, 2, 3, 4), 2.5), ((7,), 7.0), ((1, None, 3), 2.0), ((None,), None)]
)
def test_the_default_is_the_median_of_the_known_scores(scores: tuple[int | None, ...], value: float | None) -> None:
    """With an even count it is the mean of the two middle values; unknown scores do not count."""
    assert power_cut(*scores)[:2] == (value, "median")


@pytest.mark.parametrize(
    ("scores", "weak"),
    [(range(7), True), (range(8), False), (range(9), False), ([5] * 8, True), ([5] * 7 + [6], False), ([], True)],
)
def test_a_cut_off_is_weak_below_8_known_scores_or_where_all_are_equal(scores: list[int], weak: bool) -> None:
    """Seven known scores are too few, eight are enough unless they are all one."""
    assert power_cut(*scores)[3] is weak


@pytest.mark.clause("II.B.3.basis")
@pytest.mark.parametrize(
    ("formation", "known"), [(Outcome.MET, 2), (Outcome.UNKNOWN, 2), (Outcome.NOT_MET, 1)], ids=str
)
def test_only_kims_outside_the_mapping_do_not_count(formation: Outcome, known: int) -> None:
    """An unknown formation is mapped, one not met is not (R22)."""
    kims = [subject(power=1), subject(power=9, formation=formation)]
    assert find_cutoffs(kims).power.known == known


def test_a_number_goes_before_the_quantile() -> None:
    """An explicit cut-off stands as it was given, and still tells how many scores are known."""
    found = find_cutoffs([subject(10, 20, 30)], {Axis.POWER: 500})
    assert (found.power.value, found.power.method, found.power.known) == (500.0, "explicit", 1)
    assert (found.interest.value, found.interest.method) == (10.0, "median")


@pytest.mark.parametrize(
    ("quantile", "value", "method"),
    [
        (0.0, 10.0, "quantile 0"),
        (0.25, 17.5, "quantile 0.25"),
        (0.75, 32.5, "quantile 0.75"),
        (1.0, 40.0, "quantile 1"),
    ],
)
def test_a_quantile_is_interpolated(quantile: float, value: float, method: str) -> None:
    """Between two scores the quantile lies in proportion."""
    assert power_cut(40, 20, 10, 30, quantile=quantile)[:2] == (value, method)


@pytest.mark.parametrize("quantile", [-0.01, 1.01, nan])
def test_a_quantile_lies_between_0_and_1(quantile: float) -> None:
    """Any other number is refused."""
    with pytest.raises(InvalidValue) as caught:
        quantile_of([1, 2], quantile)
    assert caught.value.code == "quantile_range"


@pytest.mark.parametrize("number", [nan, inf, -inf])
def test_a_cut_off_is_a_number(number: float) -> None:
    """What cannot be compared, or is endless, is refused with the axis."""
    with pytest.raises(InvalidValue) as caught:
        CutOffs.at(interest=1, power=number, influence=1)
    assert (caught.value.code, caught.value.field) == ("cutoff_number", "power")


@given(SCORES)
def test_the_median_is_that_of_the_standard_library(scores: list[int]) -> None:
    """The default agrees with `statistics.median`."""
    assert quantile_of(scores) == median(scores)


@given(SCORES, st.floats(0, 1), st.floats(0, 1))
def test_a_quantile_lies_within_the_scores_and_grows(scores: list[int], one: float, other: float) -> None:
    """It never leaves the scores, does not depend on their order, and a higher quantile is not lower."""
    low, high = (quantile_of(scores, q) for q in sorted((one, other)))
    assert low is not None
    assert high is not None
    assert min(scores) <= low <= high <= max(scores)
    assert quantile_of(sorted(scores), one) == quantile_of(scores, one)


@given(SCORES)
def test_at_least_half_of_the_scores_are_high(scores: list[int]) -> None:
    """With the median, and equal scores high, half of the known scores or more lie at or above the cut-off."""
    cut = find_cutoffs([subject(power=s) for s in scores]).power
    assert 2 * sum(cut.is_high(s) is True for s in scores) >= len(scores)


@given(st.integers(0, 10**6))
def test_a_score_equal_to_its_cut_off_is_high(score: int) -> None:
    """One below is low, one above is high, none is unknown."""
    cut = CutOffs.at(interest=0, power=score, influence=0).power
    assert [cut.is_high(s) for s in (score - 1, score, score + 1, None)] == [False, True, True, None]
