"""Reading a file against what an earlier file said."""

from datetime import date

import pytest

from kimcore.community import Decree
from kimcore.intake import Sheet
from kimcore.values import Answer
from tests.intake.builders import codes, only_kim, profile, read, sheet

PROFILE = profile(["KIM Anyelir", "Satu", "Jl. 1", "A"], headings=["Nama Kelompok", "Desa", "Alamat", "Tipe"])
DECREES = ["Nama Kelompok", "Nomor SK", "Tanggal SK", "Aktivitas Berkala"]
BOARD = ["Nama Kelompok", "Nama", "Jabatan", "Pengurus/Anggota", "ASN"]


def full() -> list[Sheet]:
    """Return a register with every kind of sheet."""
    return [
        PROFILE,
        sheet("Kelembagaan", DECREES, ["KIM Anyelir", "1", "1/1/2024", "ya"]),
        sheet("Pengurus", BOARD, ["KIM Anyelir", "Ani", "Ketua", "Pengurus", "ya"]),
        sheet("Kemitraan", ["Nama Kelompok", "Mulai", "Program"], ["KIM Anyelir", "1/1/2025", "Literasi"]),
        sheet("Isu", ["No", "Isu Strategis", "Bidang", "Nama KIM"], [1.0, "Banjir", "Sosial", "KIM Anyelir"]),
        sheet("Diseminasi", ["Nama Kelompok", "Waktu", "Format"], ["KIM Anyelir", "1/1/2026", "Video"]),
        sheet("Peninjauan", ["Nama Kelompok", "Dasar", "Tanggal Indikasi"], ["KIM Anyelir", 6.0, "1/1/2026"]),
    ]


def test_the_same_file_twice_changes_nothing() -> None:
    """Reading a file again gives equal KIMs and issues."""
    first = read(*full())
    second = read(*full(), known=first)
    assert [k.kim for k in second.kims] == [k.kim for k in first.kims]
    assert second.issues == first.issues
    assert [k.is_new for k in second.kims] == [False]


def test_an_absent_sheet_changes_nothing() -> None:
    """What stands on sheets that a file lacks stays as it was."""
    first = read(*full())
    assert only_kim(read(PROFILE, known=first)) == only_kim(first)


def test_an_absent_column_changes_nothing() -> None:
    """What stands in columns that a file lacks stays as it was, also in rows of lists."""
    first = read(*full())
    lean = [
        profile(["KIM Anyelir"], headings=["Nama Kelompok"]),
        sheet("Kelembagaan", ["Nama Kelompok", "Nomor SK"], ["KIM Anyelir", "1"]),
        sheet("Pengurus", ["Nama Kelompok", "Nama"], ["KIM Anyelir", "Ani"]),
        sheet("Kemitraan", ["Nama Kelompok", "Mulai"], ["KIM Anyelir", "1/1/2025"]),
        sheet("Isu", ["No", "Isu Strategis", "Nama KIM"], [1.0, "Banjir", "KIM Anyelir"]),
        sheet("Peninjauan", ["Nama Kelompok", "Dasar", "Tanggal Indikasi"], ["KIM Anyelir", 6.0, "1/1/2026"]),
    ]
    second = read(*lean, known=first)
    assert only_kim(second) == only_kim(first)
    assert second.issues == first.issues
    assert codes(second) == []


@pytest.mark.parametrize("cell", ["", "-", "31/02/2024"])
def test_an_emptied_cell_withdraws(cell: str) -> None:
    """A cell that is emptied, or can no longer be read, withdraws the value."""
    first = read(*full())
    second = read(PROFILE, sheet("Kelembagaan", DECREES, ["KIM Anyelir", "1", cell, ""]), known=first)
    kim = only_kim(second)
    assert kim.documents.decrees == (Decree(number="1"),)
    assert kim.answers.active is Answer.UNKNOWN
    assert kim.board == only_kim(first).board


def test_an_emptied_decree_withdraws_it() -> None:
    """A row of Kelembagaan without a decree leaves none."""
    second = read(PROFILE, sheet("Kelembagaan", DECREES, ["KIM Anyelir", "", "", "ya"]), known=read(*full()))
    assert only_kim(second).documents.decrees == ()


def test_rows_replace_the_list_of_the_kims_they_name() -> None:
    """A sheet of rows is the full statement for the KIMs it names; others keep theirs."""
    kims = profile(["KIM A", "Satu"], ["KIM B", "Satu"])
    first = read(
        kims,
        sheet("Pengurus", BOARD, ["KIM A", "Ani", "Ketua", "Pengurus", ""], ["KIM B", "Budi", "Ketua", "Pengurus", ""]),
    )
    second = read(kims, sheet("Pengurus", BOARD, ["KIM A", "Citra", "Ketua", "Pengurus", ""]), known=first)
    assert [[p.name for p in k.kim.board.people] for k in second.kims] == [["Citra"], ["Budi"]]
    assert second.named["board"] == frozenset({"kim-1"})


def test_an_absent_kim_stays_and_is_listed() -> None:
    """A known KIM that the file does not name is listed; rows of other sheets still find it."""
    first = read(profile(["KIM A", "Satu"], ["KIM B", "Satu"], ["KIM C", "Satu"]))
    log = sheet("Diseminasi", ["Nama Kelompok", "Waktu", "Format"], ["KIM B", "1/1/2026", "Video"])
    second = read(profile(["KIM A", "Satu"]), log, known=first)
    assert second.absent == ("kim-3",)
    assert [(k.kim.id, k.row) for k in second.kims] == [("kim-1", 2), ("kim-2", 0)]
    assert second.kims[1].kim.log[0].on == date(2026, 1, 1)
