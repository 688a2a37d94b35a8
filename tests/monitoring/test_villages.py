"""Coverage of villages by a directory."""

import pytest

from kimcore.community import Kim
from kimcore.geography import RegionCode
from kimcore.monitoring import VillageCoverage, village_coverage
from tests.monitoring.builders import a_kim

DIRECTORY = [
    ("99.01.01", "Kecamatan Utara"),
    ("99.01.02", "Selatan"),
    ("99.01.01.2001", "Suka Maju"),
    ("99.01.01.2002", "Sumber"),
    ("99.01.02.2001", "Sumber"),
    ("9901021002", "Melati"),
    ("99.02.01.2001", "Lain"),
]
HERE = RegionCode("99.01")

pytestmark = pytest.mark.clause("III.A")


def covered(*kims: Kim) -> VillageCoverage:
    """Return the coverage of the made-up district 99.01."""
    return village_coverage(kims, DIRECTORY, HERE)


def seated(village: str | None = None, code: str | None = None, subdistrict: str = "") -> Kim:
    """Return a KIM with a seat."""
    return a_kim(village=village, region=RegionCode(code) if code else None, subdistrict=subdistrict)


def test_without_a_directory_coverage_is_unknown() -> None:
    """No directory is not a coverage of 0."""
    found = village_coverage([seated("Suka Maju")], None)
    assert (found.covered, found.total, found.share) == (None, None, None)


def test_an_empty_directory_has_no_share() -> None:
    """Where there is no village, there is nothing to divide by."""
    found = village_coverage([], [])
    assert (found.covered, found.total, found.share) == (0, 0, None)


def test_coverage_is_villages_with_a_kim_by_villages() -> None:
    """Two KIMs of one village count once; the villages without a KIM are listed; other districts do not count."""
    found = covered(seated("Suka Maju"), seated(code="99.01.01.2001"), seated(code="99.01.02.1002"))
    assert (found.covered, found.total, found.share) == (2, 4, 0.5)
    assert [(str(v.code), v.name) for v in found.uncovered] == [
        ("99.01.01.2002", "Sumber"),
        ("99.01.02.2001", "Sumber"),
    ]


@pytest.mark.parametrize("name", ["suka maju", "Desa Suka Maju", "SUKAMAJU", "Kel. Suka-Maju"])
def test_names_are_compared_by_letters_without_the_kind(name: str) -> None:
    """Case, blanks, hyphens and the word for village before the name do not matter."""
    assert covered(seated(name)).covered == 1


@pytest.mark.parametrize(
    ("kim", "apart"),
    [
        (seated("Melati", code="99.01.01.2009"), "unlisted"),
        (seated("Tidak Ada di Daftar"), "unlisted"),
        (seated("Sumber"), "ambiguous"),
        (seated("Sumber", subdistrict="Timur"), "ambiguous"),
        (seated(), "unrecorded"),
    ],
)
def test_a_kim_that_fits_no_village_is_listed(kim: Kim, apart: str) -> None:
    """A code outside the directory (it wins over the name), an unknown or ambiguous name, or none, stand apart."""
    found = covered(kim)
    assert found.covered == 0
    assert getattr(found, apart) == ("k1",)


@pytest.mark.parametrize("subdistrict", ["Selatan", "selatan "])
def test_the_subdistrict_tells_villages_of_one_name_apart(subdistrict: str) -> None:
    """Where the directory names subdistricts, a name that several villages bear is found in the KIM's own."""
    found = covered(seated("Sumber", subdistrict=subdistrict))
    assert "99.01.02.2001" not in [str(v.code) for v in found.uncovered]


def test_a_code_of_a_subdistrict_leaves_the_village_to_its_name() -> None:
    """Only a code of village level names a village."""
    assert covered(seated("Melati", code="99.01.02")).covered == 1
