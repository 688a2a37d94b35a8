"""Persons whom the records name are found in texts that are not personal by their field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.protection import ERASED, KnownPersons, Pseudonyms
from tests.privacy.people import EMAIL, NAME, PHONE

PSEUDONYMS = Pseudonyms("k")
KNOWN = KnownPersons.of([NAME, "Melati", "Ani Contoh", "Ani Contoh Baru"], [PHONE, EMAIL, "Jalan 1"], PSEUDONYMS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Penyuluhan oleh {NAME.upper()}.", f"Penyuluhan oleh {PSEUDONYMS.of(NAME)}."),
        ("Pasar Melati", "Pasar Melati"),
        ("Ani Contoh Baru", PSEUDONYMS.of("Ani Contoh Baru")),
        ("hubungi 0811 2222.3333 ya", f"hubungi {ERASED} ya"),
        ("hubungi 0811 2222.3334 ya", "hubungi 0811 2222.3334 ya"),
        ("SK 489/07/401.403.6/2014", "SK 489/07/401.403.6/2014"),
        ("siapa@contoh.invalid, juga", f"{ERASED}, juga"),
    ],
)
def test_a_text_is_shared_without_them(text: str, expected: str) -> None:
    """Whole names in any case, the longest first; known numbers; any e-mail. A single word and other numbers stay."""
    assert KNOWN.hidden(text) == expected


@given(st.text())
def test_a_text_without_persons_stays_as_it_is(text: str) -> None:
    """Nothing is found where nobody is known and no e-mail stands."""
    if "@" not in text:
        assert KnownPersons.of((), (), PSEUDONYMS).hidden(text) == text


@given(st.text(), st.text())
def test_no_text_shows_a_known_name(before: str, after: str) -> None:
    """Whatever stands around it, as words of their own."""
    assert NAME not in KNOWN.hidden(f"{before} {NAME} {after}")
