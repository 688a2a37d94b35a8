"""Pseudonyms: one per name and store, no way back without the key."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kimcore.protection import ERASED, PREFIX, Pseudonyms
from kimcore.workspace.pseudonyming import pseudonyms_of
from tests.privacy.people import NAME, filled

KEYS = st.text("0123456789abcdef", min_size=1, max_size=64)
NAMES = st.text(min_size=1, max_size=30).filter(lambda n: n.strip() and n != ERASED)


@given(NAMES, KEYS)
def test_a_name_has_one_pseudonym_however_it_is_written(name: str, key: str) -> None:
    """Blanks around it and between its words do not matter; it is made of nothing but hexadecimal digits."""
    made = Pseudonyms(key).of(name)
    assert made == Pseudonyms(key).of(f"  {name} ")
    assert made.startswith(PREFIX)
    assert set(made.removeprefix(PREFIX)) <= set("0123456789abcdef")


def test_case_and_form_of_letters_do_not_matter() -> None:
    """`É` typed as one letter or as two, in capitals or not, is one name."""
    pseudonyms = Pseudonyms("k")
    assert len({pseudonyms.of(name) for name in ("José Ani", "JOSE\u0301  ANI", "jose\u0301 ani")}) == 1


def test_two_stores_give_two_pseudonyms(tmp_path: Path) -> None:
    """The key is made once per store, and stays."""
    names = []
    for folder in (tmp_path / "a", tmp_path / "b"):
        folder.mkdir()
        with filled(folder) as workspace:
            first, again = (pseudonyms_of(workspace.ledger).of(NAME) for _ in range(2))
            assert first == again
            names.append(first)
    assert len(set(names)) == 2


def test_what_was_erased_has_no_pseudonym() -> None:
    """The mark of an erasure and an empty name stay what they are."""
    assert [Pseudonyms("k").of(name) for name in (ERASED, "")] == [ERASED, ""]


def test_the_key_is_not_shown() -> None:
    """A log of the object does not tell it."""
    assert "secret-key" not in repr(Pseudonyms("secret-key"))
