"""Words: the brand, the present name of the communities, and lists of sentences."""

import pytest

from kimcore.collaboration import Branding, present_name
from kimcore.collaboration.wording import listed
from kimcore.terms import Text


@pytest.mark.clause("IV.F")
def test_the_brand_and_the_name_are_terms() -> None:
    """BerMiTRA in both languages; the community by its present name with the abbreviation that stays."""
    assert [(b.say("id"), b.code) for b in Branding] == [
        ("BerMiTRA", "bermitra"),
        ("Komunitas Informasi Masyarakat (KIM)", "community"),
    ]
    assert Branding.BERMITRA.say("en") == "BerMiTRA"


@pytest.mark.clause("IV.F")
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kelompok Informasi Masyarakat Anyelir", "Komunitas Informasi Masyarakat Anyelir"),
        ("KELOMPOK  INFORMASI MASYARAKAT", "KOMUNITAS  INFORMASI MASYARAKAT"),
        ("kelompok informasi masyarakat (KIM)", "komunitas informasi masyarakat (KIM)"),
        ("kelompok Informasi Masyarakat", "komunitas Informasi Masyarakat"),
        ("Kelompok Tani", "Kelompok Tani"),
        ("Subkelompok Informasi Masyarakat", "Subkelompok Informasi Masyarakat"),
        ("KIM Anyelir", "KIM Anyelir"),
    ],
)
def test_the_former_name_gives_way_to_the_present_one(text: str, wanted: str) -> None:
    """Kelompok becomes Komunitas in the name alone, in its case; KIM stays."""
    assert present_name(text) == wanted


def test_sentences_are_listed_in_both_languages() -> None:
    """Parted by semicolons, in order."""
    assert listed([Text("a", "b"), Text("c", "d")]) == Text("a; c", "b; d")
    assert listed([]) == Text("", "")
