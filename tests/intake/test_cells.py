"""Texts, answers and stated values as officers type them."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.intake import cells
from kimcore.intake.cells import CellValue
from kimcore.values import DENIED, Answer

CITIZEN = "9901012304850001"


@pytest.mark.parametrize("typed", ["ya", "Y", "Ada", "SUDAH ", "v", "✓", "√", 1, 1.0, "1", "\u00a0Ya.", "ya ."])
def test_yes(typed: CellValue) -> None:
    """Every form of yes is read, whatever its case, blanks and closing full stop."""
    assert cells.answer(typed) == (Answer.YES, None)


@pytest.mark.parametrize(
    "typed", ["tidak", "Tdk.", "T", "belum", "blm", "belum  ada", "bukan", "tidak ada", "nihil", 0, 0.0, "0"]
)
def test_no(typed: CellValue) -> None:
    """Every form of no is read."""
    assert cells.answer(typed) == (Answer.NO, None)


@pytest.mark.clause("III.A")
@pytest.mark.parametrize("typed", [None, "", "  ", "-", "?", "n/a", "N/A.", "Belum diketahui"])
def test_unknown(typed: CellValue) -> None:
    """Blank cells and their like are unknown, without a problem (R25)."""
    assert cells.answer(typed) == (Answer.UNKNOWN, None)


@pytest.mark.parametrize("typed", ["x", "✗", "mungkin", True, False, 2, 0.5, date(2024, 1, 1), "ya?", "."])
def test_anything_else_is_reported(typed: CellValue) -> None:
    """What is no answer is unknown and reported."""
    assert cells.answer(typed) == (Answer.UNKNOWN, "answer_unreadable")


@pytest.mark.clause("II.B.4.admin.1")
@pytest.mark.parametrize(("typed", "found"), [("PNS", Answer.YES), ("pppk", Answer.YES), ("Tdk", Answer.NO)])
def test_civil_servants(typed: str, found: Answer) -> None:
    """PNS and PPPK are civil servants (R32)."""
    assert cells.civil_servant(typed) == (found, None)


@pytest.mark.clause("II.B.4.admin.1")
@pytest.mark.parametrize("typed", ["TNI", "Polri", "Perangkat Desa", "honorer"])
def test_other_uniforms_are_a_reported_no(typed: str) -> None:
    """Soldiers, police, village officials and contract staff are none, and are reported (R32)."""
    assert cells.civil_servant(typed) == (Answer.NO, "answer_unreadable")


@pytest.mark.parametrize("typed", ["belum", "Belum ada", "tidak ada.", "tdk ada", "tidak punya", "NIHIL"])
def test_texts_can_be_denied(typed: str) -> None:
    """Only the words of denial deny a text."""
    assert cells.stated(typed) == (DENIED, None)


@pytest.mark.parametrize("typed", ["tidak", "bukan", "t", "0", 0])
def test_other_noes_are_text(typed: CellValue) -> None:
    """Another answer no is a text like any other."""
    assert cells.stated(typed) == (str(typed), None)


def test_names_keep_what_texts_drop() -> None:
    """In a name only a blank is unknown."""
    assert [cells.name(v)[0] for v in ("-", "nihil", "?", " ")] == ["-", "nihil", "?", ""]
    assert [cells.text(v)[0] for v in ("-", "nihil", "?", " ")] == ["", "", "", ""]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (" 0071/KIM ", "0071/KIM"),
        ("007", "007"),
        (81234567890.0, "81234567890"),
        (12, "12"),
        (12.5, "12.5"),
        (datetime.fromisoformat("2024-01-31"), "2024-01-31"),
        (datetime.fromisoformat("2024-01-31T10:30"), "2024-01-31 10:30:00"),
        (date(2024, 1, 31), "2024-01-31"),
        (time(10, 30), "10:30:00"),
        (timedelta(hours=30), "1 day, 6:00:00"),
        (True, "TRUE"),
        (None, ""),
        ("dua  blank", "dua  blank"),
    ],
)
def test_text_of_a_cell(typed: CellValue, shown: str) -> None:
    """A text keeps leading zeros and its inner form; a whole number gives its digits."""
    assert cells.text_of(typed) == shown


@pytest.mark.parametrize(
    "typed",
    [
        CITIZEN,
        "9901 0123 0485 0001",
        "99.01.01.230485.0001",
        "990101-230485-0001",
        f"NIK {CITIZEN} (ketua)",
        9901012304850001.0,
    ],
)
def test_sixteen_digits_are_masked(typed: CellValue) -> None:
    """A 16-digit number, also with blanks, points and hyphens, is never read as it is (R9)."""
    found, code = cells.text(typed)
    digits = "".join(c for c in found if c.isdigit())
    assert (digits, code) == ("", "number_masked")


@pytest.mark.parametrize(
    "typed", ["0812345678901", "12345678901234567", "01-01-2025 - 31-12-2027", "1/2/3", "489/07/401"]
)
def test_other_numbers_are_not_masked(typed: str) -> None:
    """Fifteen or seventeen digits, and two dates, are no such number."""
    assert cells.text(typed) == (typed, None)


@pytest.mark.parametrize("typed", ["2.2250738585072011e-308", "1.7976931348623157E+308"])
def test_a_number_with_an_exponent_is_no_citizen_number(typed: str) -> None:
    """Digits of a number in scientific form are kept; the same digits alone are masked."""
    assert cells.name(typed) == (typed, None)
    assert cells.name(typed[2:18])[1] == "number_masked"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("\x0b\x0cKIM", "\ufffd\ufffdKIM"), ("KIM\x1f ", "KIM\ufffd"), ("\tKIM\n", "KIM"), ("\x85KIM", "KIM")],
)
def test_what_cannot_be_kept_is_replaced_before_blanks_are_trimmed(typed: str, kept: str) -> None:
    """A control character at the edge is replaced and told, though Python would strip it; real blanks are trimmed."""
    assert cells.name(typed) == (kept, "character_replaced" if "\ufffd" in kept else None)


def test_links_keep_sixteen_digits() -> None:
    """In a link, a proof or an account 16 digits stay."""
    assert cells.link(f"https://example.org/{CITIZEN}") == (f"https://example.org/{CITIZEN}", None)


@pytest.mark.clause("III.A.c")
def test_community_numbers() -> None:
    """A community number is a text, may be denied, and is not recorded where it may be a citizen number (R9)."""
    assert cells.community_number("0001/KIM/9901/2024") == ("0001/KIM/9901/2024", None)
    assert cells.community_number("belum ada") == (DENIED, None)
    assert cells.community_number(CITIZEN) == (None, "community_number_suspect")


def test_characters_that_cannot_be_kept() -> None:
    """A character that XML cannot hold is replaced and reported."""
    assert cells.name("a\x01b") == ("a\ufffdb", "character_replaced")
    assert cells.link("a\x01b") == ("a\ufffdb", "character_replaced")
    assert cells.name("baris\nbaru\t") == ("baris\nbaru", None)


def test_values_in_messages() -> None:
    """A value in a message is short and shows no number of a person."""
    assert len(cells.display("a" * 500)) == 80
    assert CITIZEN not in cells.display(CITIZEN)


@given(st.text())
def test_names_come_back_as_typed_or_reported(typed: str) -> None:
    """A name is what was typed, but for outer blanks, or a problem is reported."""
    found, code = cells.name(typed)
    assert found == typed.strip() or code in {"number_masked", "character_replaced"}


@given(
    st.one_of(st.text(max_size=20), st.integers(), st.floats(), st.booleans(), st.none(), st.datetimes(), st.dates())
)
def test_answers_are_known_words_or_reported(typed: CellValue) -> None:
    """An answer is read from a known word; any other cell is unknown and reported."""
    found, code = cells.answer(typed)
    word = cells.fold(typed)
    expected = {Answer.YES: cells.YES, Answer.NO: cells.NO}.get(found)
    assert (word in expected) if expected else (code == "answer_unreadable" or word in cells.UNKNOWN)


@given(st.lists(st.sampled_from(["", " ", ".", "-", ". ", " - "]), min_size=15, max_size=15))
def test_masking_whatever_stands_between(between: list[str]) -> None:
    """No way of grouping 16 digits leaves four of them in a row."""
    digits = iter("9912312304850001")
    typed = next(digits) + "".join(gap + digit for gap, digit in zip(between, digits, strict=True))
    assert not any(c.isdigit() for c in cells.mask(typed)) or cells.TWO_DATES.fullmatch(typed)


@pytest.mark.clause("II.B.3.c")
@pytest.mark.parametrize("typed", ["…", "...", "✓", "--", "_", "\u200b", "*"])
def test_signs_alone_are_recorded_nowhere(typed: str) -> None:
    """A text of signs alone is no decree and no address: it is unknown and reported (R25)."""
    assert cells.stated(typed) == (None, "text_unreadable")
    assert cells.stated(f"{typed}7") == (f"{typed}7", None)


@pytest.mark.parametrize("typed", ["#REF!", "#n/a", " #DIV/0! "])
def test_the_error_of_a_formula_is_no_text(typed: str) -> None:
    """What a spreadsheet shows where a formula failed is unknown in every kind of text, and reported."""
    assert {cells.text(typed), cells.link(typed), cells.name(typed)} == {("", "cell_error")}
    assert cells.stated(typed) == (None, "cell_error")
    assert cells.text("#REF! lama") == ("#REF! lama", None)
