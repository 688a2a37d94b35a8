"""Rates: what is left out of one side is left out of the other."""

from hypothesis import given
from hypothesis import strategies as st

from kimcore.monitoring import Rate, Sum

COUNTS = st.none() | st.integers(0, 1000)
Pairs = list[tuple[int | None, int | None]]
PAIRS = st.lists(st.tuples(COUNTS, COUNTS))


def test_a_pair_with_an_unknown_side_counts_in_neither_sum() -> None:
    """A numerator without its denominator, and the reverse, is left out and counted as such."""
    found = Rate.of([(3, 10), (None, 90), (50, None), (0, 10)], per=100)
    assert (found.numerator, found.denominator, found.value) == (Sum(3, 2, 4), Sum(20, 2, 4), 15.0)
    assert (found.known, found.total) == (2, 4)


def test_nothing_known_is_no_rate() -> None:
    """Neither an empty list nor unknown pairs, nor a denominator of 0, give a number."""
    for pairs in ([], [(None, 5)], [(5, 0)]):
        found = Rate.of(pairs)
        assert (found.value, found.known, found.total) == (None, 0, len(pairs))


@given(PAIRS, PAIRS)
def test_merging_is_adding_all_pairs(first: Pairs, second: Pairs) -> None:
    """Rates of parts together are the rate of the whole."""
    assert Rate.merge([Rate.of(first, 100), Rate.of(second, 100)]) == Rate.of(first + second, 100)


@given(PAIRS)
def test_both_sums_know_the_same_things(pairs: Pairs) -> None:
    """The coverage of numerator and denominator is one; the value is known exactly where it is not empty."""
    found = Rate.of(pairs)
    assert (found.numerator.known, found.numerator.total) == (found.denominator.known, found.denominator.total)
    assert (found.value is None) == (found.known == 0)
