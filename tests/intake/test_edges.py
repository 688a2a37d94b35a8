"""Edges of the readers of cells: lengths, codes of problems, kinds of numbers, clocks, and repeated marks."""

from datetime import date, datetime
from typing import Any

import pytest

from kimcore.affairs import Affair
from kimcore.community import FormerCategory, Function
from kimcore.geography import RegionCode
from kimcore.intake import cells
from kimcore.intake.choices import former_category, frequency, ground, issue_number, membership, region
from kimcore.intake.counts import count, count_or_none, score
from kimcore.intake.dates import day, last_day, period
from kimcore.intake.lists import affair, affairs, content_kinds, functions, pieces, sources, texts
from kimcore.issues import Source
from kimcore.media import ContentKind, Frequency, Span
from kimcore.values import OPEN_ENDED, Period


@pytest.mark.parametrize(("length", "shown"), [(79, 79), (80, 80), (81, 80), (82, 80)])
def test_a_cell_is_shown_with_eighty_characters_at_most(length: int, shown: int) -> None:
    """What is longer ends in three points; what is not is shown whole."""
    found = cells.display("a" * length)
    assert len(found) == shown
    assert found.endswith("…") == (length > 80)


@pytest.mark.parametrize(("value", "is_blank"), [(None, True), ("", True), (" \n", True), ("a", False), (0.0, False)])
def test_what_is_blank(value: Any, is_blank: bool) -> None:
    """Nothing, and blanks alone; 0 is not blank."""
    assert cells.is_blank(value) is is_blank


@pytest.mark.parametrize("value", ["-", "tidak ada", "belum", None])
def test_an_address_that_is_denied_is_empty(value: Any) -> None:
    """A proof or link that is not there is no text."""
    assert cells.link(value) == ("", None)


def test_a_full_stop_behind_one_letter() -> None:
    """`V.` is a tick as `v` is; a full stop alone is a word of its own."""
    assert (cells.fold("V."), cells.fold(".")) == ("v", ".")


def test_an_address_keeps_sixteen_digits() -> None:
    """The number in an address is no number of a person; in a text it is masked."""
    assert cells.link("https://example.org/1234567890123456") == ("https://example.org/1234567890123456", None)
    assert cells.clean("1234567890123456") == (cells.MASK, "number_masked")


MEMBERSHIPS = [
    ("Pengurus", (True, None)),
    ("anggota", (False, None)),
    ("", (None, None)),
    ("-", (None, None)),
    ("tamu", (None, "choice_unreadable")),
]


@pytest.mark.parametrize(("value", "wanted"), MEMBERSHIPS)
@pytest.mark.clause("II.B.3.d")
def test_who_is_an_officer(value: str, wanted: Any) -> None:
    """Officer or member; a blank leaves it open, another word is reported (R34)."""
    assert membership(value) == wanted


def test_a_ground_that_is_none() -> None:
    """Only 1 to 7 are grounds."""
    assert ground("dasar 7") == (7, None)
    assert ground("8") == (None, "choice_unreadable")


def test_a_frequency_without_words() -> None:
    """The error of a formula leaves no frequency, not an empty one."""
    assert frequency("#REF!") == (None, "cell_error")
    assert frequency("2 kali per minggu") == (Frequency(2, Span.WEEK, "2 kali per minggu"), None)


def test_a_region_in_other_digits() -> None:
    """Digits of other scripts are no code."""
    assert region("99.01") == (RegionCode("99.01"), None)
    assert region("٩٩.٠١") == (None, "region_unreadable")
    assert region("９９.０１") == (None, "region_unreadable")
    assert region("99\u00a001") == (None, "region_unreadable")


@pytest.mark.parametrize("sign", [1, -1])
def test_a_number_of_an_issue_has_fifteen_digits_at_most(sign: int) -> None:
    """More digits are not kept by a spreadsheet."""
    assert issue_number(sign * (10.0**15 - 1)) == (sign * (10**15 - 1), None)
    assert issue_number(sign * 10.0**15) == (None, "number_unreadable")


COUNTS = [
    ("1.234.567", (1234567, None)),
    ("1.500,0", (1500, None)),
    ("12,0", (12, None)),
    ("1,234", (None, "number_ambiguous")),
    ("1.5", (None, "number_ambiguous")),
    ("12.34.567", (None, "number_ambiguous")),
    ("1,5 rb", (1500, None)),
    ("1.500,5 rb", (1500500, None)),
    ("2,5", (None, "number_unreadable")),
]


@pytest.mark.parametrize(("value", "wanted"), COUNTS)
def test_numbers_with_points_and_commas(value: str, wanted: Any) -> None:
    """Points group, a comma parts decimals; what an English reader would read otherwise is ambiguous."""
    assert count(value) == wanted
    assert count_or_none(value) == wanted


def test_scores_keep_their_kind() -> None:
    """A whole score is a whole number, another a fraction."""
    assert [(repr(score(v)[0])) for v in (80.0, "80", "80,0", "80,5", 80.5)] == ["80", "80", "80", "80.5", "80.5"]


CLOCKS = [
    ("2024-01-31 10:00", date(2024, 1, 31)),
    ("2024-01-31t10:00:00", date(2024, 1, 31)),
    ("31 januari 2024, pukul 10.00 wib", date(2024, 1, 31)),
    ("31/01/2024 10:00 dan 11:00", None),
    ("10:00", None),
    ("01/01/1900", date(1900, 1, 1)),
    ("31/12/1899", None),
]


@pytest.mark.parametrize(("words", "wanted"), CLOCKS)
def test_a_clock_behind_a_day_and_the_first_day(words: str, wanted: Any) -> None:
    """The time of day is left out where it ends the text; no day lies before 1900."""
    assert day(words)[0] == wanted


def test_the_first_day_of_a_spreadsheet() -> None:
    """A date cell is read from 1 March 1900 on."""
    assert day(date(1900, 3, 1)) == (date(1900, 3, 1), None)
    assert day(datetime(1900, 2, 28)) == (None, "date_unreadable")  # noqa: DTZ001


def test_the_last_day_of_a_decree() -> None:
    """A day, or no end."""
    assert last_day("31/12/2027") == (date(2027, 12, 31), None)
    assert last_day("Tidak terbatas.") == (OPEN_ENDED, None)


def test_a_period_reports_a_weekday_of_either_day() -> None:
    """A weekday that does not fit is told for the first day and for the second."""
    whole = Period(date(2024, 1, 1), date(2024, 1, 31))
    assert period("Senin, 01/01/2024 s.d. 31/01/2024") == (whole, None)
    assert period("Selasa, 01/01/2024 s.d. 31/01/2024") == (whole, "date_weekday")
    assert period("01/01/2024 s.d. Selasa, 31/01/2024") == (whole, "date_weekday")


@pytest.mark.parametrize(("length", "code"), [(79, None), (80, None), (81, "date_unreadable")])
def test_a_period_of_eighty_characters(length: int, code: str | None) -> None:
    """The longest text is read, a longer one is not."""
    first, second = "1 januari 2024 10:00:00.", " sampai dengan 31 desember 2024"
    words = first + "0" * (length - len(first) - len(second)) + second
    assert len(words) == length
    assert period(words)[1] == code


def test_marks_at_the_beginning_of_a_line_are_taken_off_once() -> None:
    """A second mark belongs to the text."""
    assert pieces("1. 2) dua\n- - tiga") == ("2) dua", "- tiga")
    assert texts("satu; dua, tiga") == (("satu", "dua, tiga"), None)


def test_an_and_is_taken_off_once() -> None:
    """`dan` before the last name is no part of it; a second one is."""
    assert affairs("Pangan, dan Perdagangan") == ((Affair.FOOD, Affair.TRADE), None)
    assert affairs("Pangan, dan dan Perdagangan")[1] == "affair_unknown"


def test_a_field_with_a_comma_in_its_name() -> None:
    """The comma of a name parts nothing; one field of an issue may stand behind a mark."""
    assert affairs("Koperasi, Usaha Kecil, dan Menengah") == ((Affair.COOPERATIVES,), None)
    assert affair("- Pangan") == affair("1. Pangan") == (Affair.FOOD, None)
    assert affair("Pangan") == (Affair.FOOD, None)
    assert affair("Pangan; Perdagangan") == ("Pangan; Perdagangan", "affair_unknown")


def test_vocabularies_know_labels_in_both_languages_and_other_spellings() -> None:
    """Labels and the words that officers type are members; another word stays text."""
    assert content_kinds("Video pendek; photo; foto; artikel; lagu")[0] == (
        ContentKind.VIDEO,
        ContentKind.PHOTO,
        ContentKind.TEXT,
        "lagu",
    )
    assert functions("literasi, mitra diskusi")[0] == (Function.LITERACY, Function.DISCUSSION_PARTNER)
    assert sources("aduan")[0] == (Source.COMPLAINT,)
    assert former_category("KIM") == (FormerCategory.INFORMATION_GROUP, None)
