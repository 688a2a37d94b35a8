"""The 32 government affairs."""

import pytest

from kimcore.affairs import Affair, find_affair

CODES = [f"1.{n:02}" for n in range(1, 7)] + [f"2.{n:02}" for n in range(7, 25)] + [f"3.{n:02}" for n in range(25, 33)]


@pytest.mark.clause("III.A.m")
def test_the_affairs_are_thirty_two_with_consecutive_codes() -> None:
    """Six basic, eighteen other obligatory and eight optional affairs, counted through."""
    assert [a.code for a in Affair] == CODES
    assert len(CODES) == 32


@pytest.mark.parametrize("affair", Affair, ids=lambda a: a.code)
@pytest.mark.clause("III.A.m")
def test_an_affair_is_found_by_code_and_by_name(affair: Affair) -> None:
    """The code, and the name in any case and with any marks between its letters."""
    assert find_affair(f" {affair.code} ") == affair
    for name in (affair.text.id, affair.text.en):
        for typed in (name, name.upper(), name.lower(), name.replace(",", ""), f"  {name}.", name.replace(" ", "  ")):
            assert find_affair(typed) is affair


@pytest.mark.parametrize("text", ["", "1.1", "4.01", "101", "Komunikasi", "Pendidikan dan Kesehatan", "\u0000"])
def test_another_field_is_no_affair(text: str) -> None:
    """What is none of the 32 is not guessed: the field stays text."""
    assert find_affair(text) is None
