"""Finding sheets, headings and columns."""

import pytest

from kimcore.intake import Sheet
from kimcore.intake.headings import recognise
from kimcore.media import Channel
from tests.intake.builders import codes, only_kim, profile, read, sheet


@pytest.mark.parametrize(
    "headings",
    [
        ("NAMA KIM", "desa / kel."),
        ("Nama", "Kampung"),
        ("Nama_Kelompok", "Kelurahan - Desa"),
        ("Catatan", "Nama Kelompok", "Kelurahan/Desa", ""),
    ],
)
def test_headings_by_alias(headings: tuple[str, ...]) -> None:
    """Headings are found by alias, by letters and digits alone, among other columns."""
    row = ["KIM Anyelir", "Contoh"] if len(headings) == 2 else ["x", "KIM Anyelir", "Contoh", None]
    kim = only_kim(read(profile(row, headings=headings)))
    assert (kim.name, kim.village) == ("KIM Anyelir", "Contoh")


def test_titles_blank_rows_numbering_and_totals() -> None:
    """Title rows, a row that numbers the columns, blank rows, totals and repeated headings are no KIMs."""
    found = read(
        sheet(
            "Profil KIM",
            ["DAFTAR KIM TAHUN 2026"],
            [],
            ["No", "Nama Kelompok", "Kelurahan/Desa"],
            ["(1)", "(2)", "(3)"],
            [1.0, "KIM Anyelir", "Contoh"],
            [],
            [None, "", " "],
            ["No", "Nama Kelompok", "Kelurahan/Desa"],
            [2.0, "KIM Bakung", "Contoh"],
            ["Jumlah: 2 KIM"],
        )
    )
    assert [k.kim.name for k in found.kims] == ["KIM Anyelir", "KIM Bakung"]
    assert codes(found) == [
        ("Profil KIM", 6, "name_missing"),
        ("Profil KIM", 8, "repeated_row"),
        ("Profil KIM", 10, "name_missing"),
    ]
    assert {p.severity.code for p in found.problems if p.code == "name_missing"} == {"info"}
    assert found.rejected == 0


def test_headings_on_two_lines() -> None:
    """Where merged headings take two lines, both are read."""
    rows = (["No", "Nama KIM", "Tempat", "", "Alamat"], ["", "", "Desa", "Kecamatan", ""])
    found = read(sheet("Profil KIM", *rows, [1.0, "KIM Anyelir", "Contoh", "Sumber", "Jl. Melati 1"]))
    kim = only_kim(found)
    assert (kim.village, kim.identity.subdistrict, kim.profile.address) == ("Contoh", "Sumber", "Jl. Melati 1")


def test_a_sheet_is_found_by_its_headings() -> None:
    """A sheet with another name is found by its headings, unless one was found by name; others are left alone."""
    log = ["Nama Kelompok", "Format Kegiatan", "Jumlah Kegiatan", "Keterangan Waktu"]
    sheets = [
        profile(["KIM Anyelir", "Contoh"]),
        sheet("Lembar2", log, ["KIM Anyelir", "Video", 1.0, "1/1/2026"]),
        sheet("Salinan", ["Nama Kelompok", "Kelurahan/Desa", "Alamat", "Tipe KIM"], ["KIM Bakung", "Contoh", "", ""]),
        sheet("Petunjuk", ["Isi setiap kolom"]),
        sheet("Kosong"),
    ]
    assert [(one.sheet.name, one.spec.name) for one in recognise(sheets)] == [
        ("Profil KIM", "Profil KIM"),
        ("Lembar2", "Diseminasi"),
    ]
    assert only_kim(read(*sheets)).log[0].format == "Video"


def test_a_sheet_without_names_is_not_taken_in() -> None:
    """A recognised sheet without Nama Kelompok is reported and not taken in."""
    found = read(profile(["KIM Anyelir", "Contoh"]), sheet("Pengurus", ["Nama", "Jabatan"], ["Ani", "Ketua"]))
    assert codes(found) == [("Pengurus", None, "heading_missing")]
    assert only_kim(found).board.people == ()


@pytest.mark.parametrize(
    "sheets", [[], [sheet("Profil KIM")], [sheet("Profil KIM", ["Alamat", "Tipe"], ["Jl. 1", "A"])]]
)
def test_without_the_profile_nothing_is_taken_in(sheets: list[Sheet]) -> None:
    """Without Profil KIM, or its names, an error is reported and nothing is taken in."""
    found = read(*sheets, sheet("Isu", ["No", "Isu Strategis", "Nama KIM"], [1.0, "Banjir", ""]))
    errors = [(p.sheet, p.code) for p in found.problems if p.severity.code == "error"]
    assert errors == [("Profil KIM", "sheet_missing")]
    assert (found.kims, found.issues) == ((), ())


def test_missing_optional_sheets_are_for_information() -> None:
    """Each optional sheet that is missing is listed, for information."""
    found = read(profile(["KIM Anyelir", "Contoh"]))
    assert [p.sheet for p in found.problems if p.code == "sheet_missing" and p.severity.code == "info"] == [
        "Kelembagaan", "Pengurus", "Kemitraan", "Isu", "Diseminasi", "Media Sosial", "Audiens", "Peninjauan"
    ]  # fmt: skip


@pytest.mark.clause("III.A.l", "III.A.o")
def test_media_stand_twice() -> None:
    """Jenis Media stands twice in Tabel 3.1, and is one field of channels (R8)."""
    headings = ["Nama Kelompok", "Jenis Media", "Jenis Media"]
    found = read(profile(["KIM Anyelir", "tidak ada", "Facebook"], ["KIM Bakung", "Blog", "Blog"], headings=headings))
    assert [k.kim.profile.channels for k in found.kims] == [(Channel.named("Facebook"),), (Channel.named("Blog"),)]
    assert codes(found) == []


def test_a_column_that_is_not_read_is_reported() -> None:
    """Of two columns for one thing the canonical heading is read, and the other reported."""
    headings = ["Nama Kelompok", "HP", "Nomor Telepon"]
    found = read(profile(["KIM Anyelir", "0811", "0812"], headings=headings))
    (problem,) = [p for p in found.problems if p.code == "heading_repeated"]
    assert (problem.column, only_kim(found).profile.phone) == ("HP", "0812")
