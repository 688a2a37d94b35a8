"""Which KIM a text names."""

from typing import Any

import pytest

from kimcore.community import fold, named
from kimcore.errors import NotFound
from kimcore.testing import a_kim
from kimcore.values import DENIED

MELATI = a_kim(id="k1", identity__name="KIM Melati", identity__village="Desa Satu", identity__community_number="N-1")
TWIN = a_kim(id="k2", identity__name="KIM  melati", identity__village="Desa Dua", identity__community_number="N-2")
MAWAR = a_kim(id="k3", identity__name="KIM Mawar", identity__village=None, identity__community_number=DENIED)
BLANK = a_kim(id="k4", identity__name="KIM Kenanga", identity__community_number="")
KIMS = (MELATI, TWIN, MAWAR, BLANK)


@pytest.mark.parametrize(
    ("text", "kim"),
    [
        ("k1", MELATI),
        ("K2", TWIN),
        ("n-1", MELATI),
        ("kim mawar", MAWAR),
        ("  KIM\u00a0 MAWAR ", MAWAR),
        ("KIM Melati, Desa Satu", MELATI),
        ("kim melati,  desa dua", TWIN),
        ("KIM Kenanga", BLANK),
    ],
)
@pytest.mark.clause("III.A.a", "III.A.c", "III.A.f")
def test_a_kim_is_named_by_id_number_name_or_name_and_village(text: Any, kim: Any) -> None:
    """Case and blanks do not matter, and namesakes are told apart by their village."""
    assert named(KIMS, text) is kim
    assert named(iter(KIMS), text) is kim


def test_a_name_of_several_is_ambiguous_and_all_are_listed() -> None:
    """The error lists every KIM with village and id, in both languages."""
    with pytest.raises(NotFound) as caught:
        named(KIMS, "kim melati")
    assert caught.value.code == "kim_ambiguous"
    for said in (caught.value.say("id"), caught.value.say("en")):
        assert "KIM Melati, Desa Satu (k1); KIM  melati, Desa Dua (k2)" in said


def test_a_number_of_two_kims_is_ambiguous() -> None:
    """A community number that two KIMs bear names none of them; one without a village is listed all the same."""
    other = a_kim(id="k9", identity__community_number="N-1", identity__village=None)
    with pytest.raises(NotFound, match="KIM Contoh, – \\(k9\\)"):
        named((MELATI, other), "N-1")


@pytest.mark.parametrize("text", ["KIM Dahlia", "", "N-", "denied", "KIM Mawar, Desa Satu"])
def test_a_text_that_fits_none_is_unknown(text: Any) -> None:
    """Nothing is guessed: parts of names, denied and blank numbers name nobody."""
    with pytest.raises(NotFound) as caught:
        named(KIMS, text)
    assert caught.value.code == "kim_unknown"
    assert caught.value.say("id") != caught.value.say("en")


def test_an_id_goes_before_a_number_and_a_number_before_a_name() -> None:
    """A text that is one KIM's id and another's name names the first."""
    by_id = a_kim(id="same")
    by_number = a_kim(id="x", identity__community_number="same")
    by_name = a_kim(id="y", identity__name="same", identity__community_number="N-9")
    assert named((by_name, by_number, by_id), "same") is by_id
    assert named((by_name, by_number), "same") is by_number
    assert named((by_name,), "same") is by_name


def test_folding_keeps_what_tells_names_apart() -> None:
    """Blanks are collapsed and case is dropped; letters, digits and marks stay."""
    assert fold("  Kim\n ABC-1 ") == "kim abc-1"
    assert fold("a-b") != fold("ab")
