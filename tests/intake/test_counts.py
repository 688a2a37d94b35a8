"""The Indonesian grammar of numbers."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.intake.cells import CellValue
from kimcore.intake.counts import LARGEST, count, count_or_none, score


@pytest.mark.clause("III.A.s")
@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1234", 1234), ("12.500", 12500), ("1.234.567", 1234567), ("12,5 rb", 12500), ("1,2 jt",
        1200000), ("15K", 15000),
        ("15 ribu", 15000), ("2 juta.", 2000000), ("007", 7), (0, 0), ("0", 0), (12.0, 12), (" 12\u00a0", 12),
        ("1.234,0", 1234), ("1,50 rb", 1500), (LARGEST, LARGEST),
    ],
)  # fmt: skip
def test_counts(typed: CellValue, number: int) -> None:
    """Points group thousands, commas are decimal, rb, jt and K multiply."""
    assert count(typed) == (number, None)


@pytest.mark.parametrize(
    "typed",
    [
        "12.5",
        "1,234",
        "12 m",
        "12m",
        "1.23",
        "1.2345",
        "1,234,567",
        "1,234.5",
        "0.500",
        "1234.567",
        "12.5 rb",
        "1,234 jt",
        "1..2",
    ],
)
def test_ambiguous_numbers(typed: str) -> None:
    """What can be read in two ways is unknown and reported."""
    assert count(typed) == (None, "number_ambiguous")


@pytest.mark.parametrize(
    "typed",
    [
        "-5", -5, -1.0, 12.5, "12,5", "1200 orang", "±1000", ">1000", "sekitar 500", "12 500",
        True, date(2024, 1, 1), time(1),
        float("nan"), float("inf"), LARGEST + 1, "9901012304850001", "99.01.01.230485.0001", "1" * 50, "ya", "x", "٣",
    ],
)  # fmt: skip
def test_what_is_no_count(typed: CellValue) -> None:
    """A negative number, a fraction, a 16-digit number and words are unknown and reported."""
    assert count(typed) == (None, "number_unreadable")


@pytest.mark.parametrize("typed", [None, "", "-", "?", "n/a", "tidak", "belum ada", "bukan"])
def test_no_number_without_a_problem(typed: CellValue) -> None:
    """A blank cell and an answer no are unknown, without a problem."""
    assert count(typed) == count_or_none(typed) == (None, None)


@pytest.mark.clause("II.B.5.d")
@pytest.mark.parametrize("typed", ["tidak ada", "Nihil."])
def test_none_at_all(typed: str) -> None:
    """Tidak ada and nihil are 0 where a column counts what there is, else unknown."""
    assert count_or_none(typed) == (0, None)
    assert count(typed) == (None, None)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (0, (0, None)), (100, (100, None)), ("72,5", (72.5, None)), (72.5, (72.5, None)), ("", (None, None)),
        (-0.1, (None, "number_unreadable")), (100.1, (None, "number_unreadable")), ("101", (None, "number_unreadable")),
        ("72.5", (None, "number_ambiguous")),
    ],
)  # fmt: skip
def test_scores(typed: CellValue, found: object) -> None:
    """A score lies between 0 and 100, both belong to it, and may have decimals (R17)."""
    assert score(typed) == found


@given(st.integers(0, LARGEST))
def test_every_count_in_every_form(number: int) -> None:
    """Every count is read back from digits, from groups and from a number."""
    forms: list[CellValue] = [str(number), f"{number:,}".replace(",", "."), number]
    assert {count(form) for form in forms} == {(number, None)}


@given(st.text(alphabet="0123456789., rbjtkm-", max_size=12))
def test_no_number_is_invented(typed: str) -> None:
    """The digits of a count that is read without a suffix are those typed; all else is reported or blank."""
    found, code = count(typed)
    if found is None:
        assert code or typed.strip(" .-") in {"", "t"}
    elif typed.strip(" .").isdigit():
        assert found == int(typed.strip(" ."))
    else:
        assert str(found).rstrip("0") in typed.replace(".", "").replace(",", "") or found == 0
