"""The Indonesian grammar of dates and periods."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.intake.cells import CellValue
from kimcore.intake.dates import MONTH, day, end_of_term, last_day, period
from kimcore.values import OPEN_ENDED, Period

DAY = date(2024, 1, 31)
NAMES = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
WEEKDAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()


@pytest.mark.parametrize(
    "typed",
    [
        "31 Januari 2024", "31 JANUARI 2024", "31 Jan. 2024", " 31 Jan 2024\u00a0", "31-01-2024",
        "31/1/24", "31/01/2024",
        "31.01.2024", "31.1.24", "2024-01-31", "2024/1/31", "31-Jan-2024", "31 Januari 2024.", "Rabu, 31 Januari 2024",
        "rabu 31/01/2024", "31/01/2024 10:30", "2024-01-31T00:00:00", "2024-01-31 00:00:00",
        "31 Januari 2024 pukul 10.00 WIB", datetime.fromisoformat("2024-01-31T10:30"), DAY,
    ],
)  # fmt: skip
def test_forms_of_a_date(typed: CellValue) -> None:
    """Every written form of a date is read, day first; a time of day is dropped."""
    assert day(typed) == (DAY, None)


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("Agst", 8),
        ("Agt", 8),
        ("Sept", 9),
        ("Sep", 9),
        ("Okt", 10),
        ("Nop", 11),
        ("Nopember", 11),
        ("Des", 12),
        ("Mei", 5),
    ],
)
def test_short_months(word: str, month: int) -> None:
    """The short names of months are read, with and without a full stop."""
    assert day(f"5 {word} 2025") == day(f"5 {word}. 2025") == (date(2025, month, 5), None)


def test_day_first() -> None:
    """The day stands before the month."""
    assert day("01/02/2024") == (date(2024, 2, 1), None)


@pytest.mark.parametrize(
    "typed",
    [
        "31/02/2024", "29/02/2023", "0/1/2024", "32/1/2024", "1/13/2024", "Januari 2024", "2024", "31/01", "31/01-2024",
        "31 01 2024", "31 Januari", "12-14 Nov 2026", "ada", "ya", "besok", "1/1/202",
        "31/12/1899", "31 Jan 2024 25:00",
        45000, 45000.0, 0, 1, True, "45000", "0", time(10, 30), date(1899, 12, 31), date(1900, 2, 28), "1" * 500,
        "1-" * 9999,
    ],
)  # fmt: skip
def test_what_is_no_date(typed: CellValue) -> None:
    """A day that does not exist, a bare number and everything else is unknown and reported."""
    assert day(typed) == (None, "date_unreadable")


@pytest.mark.parametrize(
    "typed", [None, "", " ", "-", "?", "n/a", "belum diketahui", "belum", "tidak ada", "nihil", "T"]
)
def test_no_date_without_a_problem(typed: CellValue) -> None:
    """A blank cell and an answer no are no date, without a problem."""
    assert day(typed) == (None, None)


@pytest.mark.parametrize("typed", ["Jumat, 31 Januari 2024", "Ahad 31/1/24"])
def test_a_weekday_that_does_not_fit(typed: str) -> None:
    """The date stands where the weekday does not fit, and is reported."""
    assert day(typed) == (DAY, "date_weekday")


def test_spellings_of_friday() -> None:
    """Friday is written in three ways."""
    assert {day(f"{word}, 2 Februari 2024") for word in ("Jumat", "Jum'at", "Jum’at")} == {(date(2024, 2, 2), None)}


@pytest.mark.clause("II.B.4.legal.1")
@pytest.mark.parametrize(
    "typed", ["tidak terbatas", "Tanpa batas waktu", "seterusnya.", "SELAMANYA", "sampai ada perubahan"]
)
def test_open_ended_decrees(typed: str) -> None:
    """A decree is open-ended where it is said not to end (R3)."""
    assert last_day(typed) == (OPEN_ENDED, None)
    assert day(typed) == (None, "date_unreadable")


@pytest.mark.clause("II.B.4.legal.1")
def test_a_denied_end_is_unknown() -> None:
    """An end that is denied or blank is not recorded; it is no open end."""
    assert [last_day(typed) for typed in ("tidak ada", "", "belum", "-")] == [(None, None)] * 4


@pytest.mark.clause("III.A.r")
@pytest.mark.parametrize(
    "joint", [" - ", "-", " – ", "–", " s/d ", " s.d. ", " sd. ".replace("sd.", "s.d"), " sampai ", " sampai dengan "]
)
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("1 Januari 2025", "31 Desember 2027"),
        ("01/01/2025", "31/12/2027"),
        ("1-1-2025", "31-12-2027"),
        ("2025-01-01", "2027-12-31"),
    ],
)
def test_periods(first: str, joint: str, second: str) -> None:
    """Two dates make a period, however they are joined."""
    assert period(f"{first}{joint}{second}") == (Period(date(2025, 1, 1), date(2027, 12, 31)), None)


@pytest.mark.clause("III.A.r")
@pytest.mark.parametrize(
    "typed",
    [
        "01/01/2025",
        "1-1-2025",
        "1 Januari 2025 - sekarang",
        "1 Januari 2025 s/d seterusnya",
        "01/01/2025 -",
        date(2025, 1, 1),
    ],
)
def test_open_periods(typed: CellValue) -> None:
    """Without a second date a period is open."""
    assert period(typed) == (Period(date(2025, 1, 1)), None)


@pytest.mark.parametrize(
    "typed",
    [
        "2025 - 2027",
        "1/1/2025 - 31/02/2026",
        "x - 31/12/2027",
        "1/1/25 - 2/2/25 - 3/3/25",
        2025.0,
        "- " * 9999,
        "1/1/2025 - 2/2/2026" + " " + "x" * 90,
    ],
)
def test_unreadable_periods(typed: CellValue) -> None:
    """A period of which a part cannot be read is none, and reported."""
    assert period(typed) == (None, "date_unreadable")


def test_reversed_periods() -> None:
    """An end before the start is a contradiction and no term; the same day is one day."""
    assert period("2/1/2025 - 1/1/2025") == (None, "contradiction")
    assert period("1/1/2025 - 1/1/2025") == (Period(date(2025, 1, 1), date(2025, 1, 1)), None)


def test_no_period() -> None:
    """A blank or denied period is none, without a problem."""
    assert [period(v) for v in ("", None, "belum", "-")] == [(None, None)] * 4


def test_the_end_of_a_term() -> None:
    """A term ends on its date, and is open where none is given."""
    assert [end_of_term(v)[0] for v in ("", "sekarang", "belum", "31/1/24")] == [
        OPEN_ENDED,
        OPEN_ENDED,
        OPEN_ENDED,
        DAY,
    ]
    assert end_of_term("31/2/24") == (None, "date_unreadable")


@given(st.dates(min_value=date(1900, 3, 1)))
def test_every_date_in_every_form(on: date) -> None:
    """Every date is read back from every form with a full year."""
    forms: list[CellValue] = [
        f"{on:%d/%m/}{on.year:04}",
        f"{on.day}-{on.month}-{on.year:04}",
        on.isoformat(),
        f"{on.day} {NAMES[on.month - 1]} {on.year:04}",
    ]
    forms.append(f"{WEEKDAYS[on.weekday()]}, {forms[-1]}")
    assert {day(form) for form in [*forms, on]} == {(on, None)}


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_two_digit_years(on: date) -> None:
    """Two-digit years are 2000 to 2099."""
    assert day(f"{on:%d/%m/%y}") == (on, None)


@given(st.text(alphabet="0123456789 -/.:," + "".join(sorted(set("".join(MONTH)))), max_size=24))
def test_no_date_is_invented(typed: str) -> None:
    """A date that is read has its day and its year in what was typed; all else is reported or blank."""
    found, code = day(typed)
    if found is None:
        assert code == "date_unreadable" or not typed.strip(" -/.:,") or typed.strip(" .") in {"t", "belum", "-"}
    else:
        assert str(found.day) in typed
        assert str(found.year)[2:] in typed
