"""Small counts are withheld, and nobody who knows the rules can work one out from what is shown."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.protection import SMALLEST, Shown, Withheld, told, told_together, told_with

Parts = tuple[int, ...]
COUNTS = st.lists(st.integers(0, 11), min_size=1, max_size=4).map(tuple)


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (SMALLEST - 1, Shown(None, Withheld.SMALL)),
        (SMALLEST, Shown(SMALLEST)),
        (SMALLEST + 1, Shown(SMALLEST + 1)),
        (0, Shown(None, Withheld.SMALL)),
        (None, Shown(None)),
    ],
)
def test_a_count_below_five_is_withheld(count: int | None, expected: Shown) -> None:
    """Four is not told, five is; an unknown count stays unknown, which is something else."""
    assert told(count) == expected


def test_what_is_withheld_is_null_with_a_mark() -> None:
    """People read <5, programs find null and why."""
    shown = told(3)
    assert str(getattr(shown.cell, "id", shown.cell)) == "<5"
    assert shown.plain == {"value": None, "withheld": "small"}
    assert told(9).plain == {"value": 9, "withheld": None}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((20, 9, 7), (20, 9, 7)),
        ((20, 9, 3), (20, "complement", "small")),
        ((20, 3, 3), (20, "small", "small")),
        ((20, 0, 0), ("complement", "small", "small")),
        ((20, 4, 4), ("complement", "small", "small")),
        ((20, 5, 0), ("complement", "complement", "small")),
    ],
)
def test_another_part_is_withheld_where_a_total_would_reveal_a_small_one(
    parts: Parts, expected: tuple[int | str, ...]
) -> None:
    """One small part alone follows from the total; so do small ones that are all 0 or all 4."""
    total, (shown,) = told_with(sum(parts), parts)
    assert total.value == sum(parts)
    assert tuple(s.withheld.code if s.withheld else s.value for s in shown) == expected


def test_a_total_is_withheld_where_all_its_parts_would_reveal_themselves() -> None:
    """Four and four are all that eight can be; the parts then say nothing about the total."""
    total, (shown, other) = told_with(8, (4, 4), (8, 0))
    assert total == Shown(None, Withheld.COMPLEMENT)
    assert {s.withheld for s in (*shown, *other)} == {Withheld.COMPLEMENT}


def test_a_sum_is_told_only_where_each_count_is() -> None:
    """Else a small count would be what is missing from the sum."""
    assert told_together([5, 9]) == Shown(14)
    assert told_together([4, 9]) == Shown(None, Withheld.COMPLEMENT)


def possible(shown: tuple[Shown, ...], total: int) -> list[Parts]:
    """Return every reading of parts that fits what is shown: what an attacker can know."""
    ranges = {Withheld.SMALL: range(SMALLEST), Withheld.COMPLEMENT: range(SMALLEST, total + 1)}
    options = [[s.value] if s.withheld is None else ranges[s.withheld] for s in shown]
    return [p for p in product(*options) if sum(n or 0 for n in p) == total]  # type: ignore[misc]


@given(COUNTS)
def test_no_small_count_can_be_worked_out(parts: Parts) -> None:
    """Every small part could be another number: the total and the parts that are told leave it open."""
    total, (shown,) = told_with(sum(parts), parts)
    if total.value is None:
        assert all(s.value is None for s in shown)
        return
    readings = possible(shown, total.value)
    assert parts in readings
    for place, one in enumerate(shown):
        if one.withheld is Withheld.SMALL:
            assert len({reading[place] for reading in readings}) > 1
        assert one.value in (None, parts[place])


@given(COUNTS)
def test_nothing_is_withheld_without_a_small_count(parts: Parts) -> None:
    """Suppression takes no more than it must."""
    _, (shown,) = told_with(sum(parts), parts)
    if min(parts) >= SMALLEST:
        assert [s.value for s in shown] == list(parts)
