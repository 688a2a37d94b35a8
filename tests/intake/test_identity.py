"""Which KIM a row speaks of."""

import pytest

from kimcore.intake import Register, Sheet
from tests.intake.builders import codes, profile, read, sheet

HEADINGS = ("Nama Kelompok", "Kelurahan/Desa", "Nomor Induk KIM")


def numbered(*rows: tuple[str, str, str]) -> Sheet:
    """Return a profile with community numbers."""
    return profile(*rows, headings=HEADINGS)


def ids(register: Register) -> list[str]:
    """Return the ids of the KIMs of a register."""
    return [stated.kim.id for stated in register.kims]


def test_one_name_in_two_villages_is_two_kims() -> None:
    """Name and village tell KIMs apart, without case and with blanks collapsed."""
    found = read(profile(["KIM Anyelir", "Satu"], ["KIM Anyelir", "Dua"], ["kim  anyelir ", " SATU"]))
    assert len(found.kims) == 2
    assert codes(found) == [("Profil KIM", 4, "kim_duplicate")]
    assert found.rejected == 1


@pytest.mark.parametrize(
    "rows",
    [
        [("KIM A", "Satu", "01"), ("KIM A", "Satu", "01")],
        [("KIM A", "Satu", "01"), ("KIM A", "Dua", "01")],
        [("KIM A", "Satu", ""), ("KIM A", "", "")],
        [("KIM A", "", ""), ("KIM A", "Satu", "")],
    ],
)
def test_the_second_row_of_a_kim_is_not_taken(rows: list[tuple[str, str, str]]) -> None:
    """A second row of Profil KIM for a KIM is an error, and the row is not taken."""
    found = read(numbered(*rows))
    assert (len(found.kims), found.rejected, codes(found)) == (1, 1, [("Profil KIM", 3, "kim_duplicate")])


def test_problems_of_a_refused_row_are_not_told() -> None:
    """What is wrong in the cells of a row that is not taken is not told: it changes nothing."""
    headings = ("Nama Kelompok", "Kelurahan/Desa", "Kekuatan")
    found = read(profile(["KIM A", "Satu", "1"], ["KIM A", "Satu", "12 m"], headings=headings))
    assert codes(found) == [("Profil KIM", 3, "kim_duplicate")]


def test_a_name_that_two_kims_have_is_ambiguous() -> None:
    """A row whose name fits two KIMs and that names no village is an error."""
    board = sheet("Pengurus", ["Nama Kelompok", "Nama", "Pengurus/Anggota"], ["KIM A", "Ani", "Pengurus"])
    found = read(profile(["KIM A", "Satu"], ["KIM A", "Dua"]), board)
    assert codes(found) == [("Pengurus", 2, "kim_ambiguous")]


def test_rows_find_their_kim() -> None:
    """A row finds its KIM by number, else by name and village, else by a name that only one KIM has."""
    board = sheet(
        "Pengurus",
        ["Nama Kelompok", "Desa", "Kode KIM", "Nama", "Pengurus/Anggota"],
        ["KIM A", "", "02", "Dewi", "Pengurus"],
        ["KIM A", "Satu", "", "Ani", "Pengurus"],
        ["KIM B", "Salah", "", "Budi", "Pengurus"],
        ["", "", "03", "Citra", "Pengurus"],
        ["KIM Z", "", "", "Eka", "Pengurus"],
        ["", "", "", "Fajar", "Pengurus"],
    )
    found = read(numbered(("KIM A", "Satu", "01"), ("KIM A", "Dua", "02"), ("KIM B", "Satu", "03")), board)
    names = {(k.kim.name, k.kim.village): [p.name for p in k.kim.board.people] for k in found.kims}
    assert names == {("KIM A", "Satu"): ["Ani"], ("KIM A", "Dua"): ["Dewi"], ("KIM B", "Satu"): ["Budi", "Citra"]}
    assert codes(found) == [("Pengurus", 6, "kim_unknown"), ("Pengurus", 7, "name_missing")]


@pytest.mark.clause("III.A.c")
def test_a_number_beside_two_names_is_a_key_for_none() -> None:
    """KIMs that share a number are found by name and village, and each is reported."""
    found = read(numbered(("KIM A", "Satu", "01"), ("KIM B", "Satu", "01")))
    assert len(found.kims) == 2
    assert codes(found) == [
        ("Profil KIM", 2, "community_number_suspect"),
        ("Profil KIM", 3, "community_number_suspect"),
    ]


def test_a_new_name_under_a_known_number_is_a_change() -> None:
    """A known number leads to its KIM whatever its name."""
    first = read(numbered(("KIM Lama", "Satu", "01")))
    second = read(numbered(("KIM Baru", "Satu", "01")), known=first)
    assert ids(first) == ids(second)
    assert second.kims[0].kim.name == "KIM Baru"
    assert not second.kims[0].is_new


def test_a_number_goes_before_a_name() -> None:
    """A row that finds a KIM by number leaves another KIM of the old name free for a row of its own."""
    first = read(numbered(("KIM Lama", "Satu", "01")))
    second = read(numbered(("KIM Lama", "Satu", "02"), ("KIM Baru", "Satu", "01")), known=first)
    assert [(k.kim.name, k.is_new) for k in second.kims] == [("KIM Lama", True), ("KIM Baru", False)]


def test_a_changed_number_and_a_changed_village() -> None:
    """A KIM is found by name and village when its number changed, and by its name alone when the village did."""
    first = read(numbered(("KIM A", "Satu", "01"), ("KIM B", "Satu", "02")))
    second = read(numbered(("KIM A", "Satu", "11"), ("KIM B", "Dua", "")), known=first)
    assert ids(first) == ids(second)


def test_a_known_name_that_two_kims_have() -> None:
    """A row without village is refused where two known KIMs bear its name; with a new village it is a new KIM."""
    first = read(profile(["KIM A", "Satu"], ["KIM A", "Dua"]))
    second = read(profile(["KIM A", ""], ["KIM A", "Tiga"], ["KIM A", "Satu"]), known=first)
    assert [(k.kim.village, k.is_new) for k in second.kims] == [("Tiga", True), ("Satu", False)]
    third = read(profile(["KIM A", ""]), known=first)
    assert (codes(third), third.rejected) == ([("Profil KIM", 2, "kim_ambiguous")], 1)


def test_two_new_rows_do_not_share_a_known_kim() -> None:
    """Two rows of one name in new villages are both new."""
    first = read(profile(["KIM A", "Satu"]))
    second = read(profile(["KIM A", "Dua"], ["KIM A", "Tiga"]), known=first)
    assert [k.is_new for k in second.kims] == [True, True]
    assert second.absent == tuple(ids(first))


def test_a_row_without_a_name_is_refused() -> None:
    """A row of Profil KIM with data but no name is a warning and counts as not taken."""
    found = read(numbered(("", "Satu", "01")))
    (problem,) = [p for p in found.problems if p.code == "name_missing"]
    assert (problem.severity.code, found.rejected) == ("warning", 1)
