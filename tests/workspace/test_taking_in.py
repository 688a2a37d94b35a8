"""Taking registers in: one statement, one unit of work, one store whatever the order of sheets, columns and rows."""

from pathlib import Path
from random import Random
from typing import Any

import pytest

from kimcore.errors import KimError, Unreadable
from kimcore.workspace import Workspace
from tests.workspace.registers import (
    DEMO,
    OFFICE,
    Sheets,
    dump,
    permuted,
    profile,
    sheets_of,
    without_ids,
    write_register,
)

FULL: Sheets = profile(
    ("KIM Satu", "Desa A", "1/K", "A", 100, 10, 60),
    ("KIM Dua", "Desa B", "2/K", "B", 200, 20, 40),
    ("KIM Tiga", "Desa C", None, "A", None, None, None),
) | {
    "Kelembagaan": [
        ("Nama Kelompok", "Kelurahan/Desa", "Nomor SK", "Tanggal SK", "Terlibat Pidana"),
        ("KIM Satu", "Desa A", "SK/1", "1 Januari 2025", "tidak"),
        ("KIM Dua", "Desa B", "SK/2", "2 Januari 2025", "ya"),
    ],
    "Pengurus": [
        ("Nama Kelompok", "Nama", "Jabatan", "Pengurus/Anggota", "ASN"),
        ("KIM Satu", "Orang Rekaan Satu", "Ketua", "Pengurus", "tidak"),
        ("KIM Satu", "Orang Rekaan Dua", "Anggota", "Anggota", "ya"),
        ("KIM Dua", "Orang Rekaan Tiga", "Ketua", "Pengurus", "-"),
    ],
    "Isu": [
        ("No", "Isu Strategis", "Bidang", "Nama KIM", "Prioritas"),
        (1, "Isu rekaan satu", "Kesehatan", "KIM Satu; KIM Dua", "ya"),
        (2, "Isu rekaan dua", "Sosial", "KIM Tiga", "tidak"),
    ],
    "Diseminasi": [
        ("Nama Kelompok", "Aktivitas Diseminasi Informasi", "Jumlah Kegiatan", "Keterangan Waktu"),
        ("KIM Satu", "Pertemuan rekaan", 2, "3 Mei 2026"),
        ("KIM Tiga", "Siaran rekaan", 1, "4 Mei 2026"),
        ("KIM Satu", "Siaran rekaan", 1, "5 Mei 2026"),
    ],
    "Audiens": [
        ("Nama KIM", "Media", "Akun", "Tanggal Catat", "Pengikut/Peserta/Pengunjung"),
        ("KIM Satu", "Instagram", "@rekaan_satu", "1 Mei 2026", 500),
        ("KIM Satu", "Instagram", "@rekaan_satu", "1 Juni 2026", 600),
        ("KIM Dua", "Facebook", "rekaan.dua", "1 Juni 2026", 700),
    ],
}


def taken(path: Path, *more: Path) -> dict[str, Any]:
    """Return what a store holds after files were taken in."""
    with Workspace.open("memory:", OFFICE) as workspace:
        workspace.take_in(path, *more)
        return dump(workspace.storage)


def shuffling(seed: int) -> Any:
    """Return a function that gives a list in another order."""
    random = Random(seed)
    return lambda items: random.sample(items, len(items))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_sheets_and_columns_does_not_matter(tmp_path: Path, seed: int) -> None:
    """The made-up district with permuted sheets and columns gives the same documents and observations."""
    turned = write_register(tmp_path / "turned.xlsx", permuted(sheets_of(DEMO), shuffling(seed)))
    assert taken(turned) == taken(DEMO)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_rows_changes_nothing_but_ids(tmp_path: Path, seed: int) -> None:
    """Where no two rows speak of one thing differently, permuted rows give the same store but for ids."""
    shuffled = shuffling(seed)
    rows = {name: [heading, *shuffled(list(rest))] for name, (heading, *rest) in FULL.items()}
    first = write_register(tmp_path / "first.xlsx", FULL)
    second = write_register(tmp_path / "second.xlsx", permuted(rows, shuffled))
    assert without_ids(taken(second)) == without_ids(taken(first))


def test_the_same_file_twice_changes_nothing(workspace: Workspace, tmp_path: Path) -> None:
    """Neither documents nor observations change, and no KIM is counted as changed."""
    file = write_register(tmp_path / "r.xlsx", FULL)
    workspace.take_in(file)
    before = dump(workspace.storage)
    again = workspace.take_in(file)
    after = dump(workspace.storage)
    assert (again.accepted, again.changed, again.unchanged) == (0, 0, 3)
    for found in (before, after):
        found["documents"].pop(("office", OFFICE))
    assert after == before


def test_a_change_is_counted_and_an_absent_kim_stays(workspace: Workspace, tmp_path: Path) -> None:
    """A second file that names two of three KIMs, one of them changed."""
    workspace.take_in(write_register(tmp_path / "r.xlsx", FULL))
    rows = ("KIM Satu", "Desa A", "1/K", "A", 101, 10, 60), ("KIM Dua", "Desa B", "2/K", "B", 200, 20, 40)
    found = workspace.take_in(write_register(tmp_path / "s.xlsx", profile(*rows)))
    assert (found.accepted, found.changed, found.unchanged) == (0, 1, 1)
    assert found.absent == (next(k.id for k in workspace.kims() if k.name == "KIM Tiga"),)
    assert len(workspace.kims()) == 3


def test_ids_are_never_reused(workspace: Workspace, tmp_path: Path) -> None:
    """New KIMs are numbered on, import by import; a dry run uses no number."""
    workspace.take_in(write_register(tmp_path / "a.xlsx", profile(("KIM Satu", "Desa A"))))
    other = write_register(tmp_path / "b.xlsx", profile(("KIM Dua", "Desa B")))
    workspace.take_in(other, dry_run=True)
    workspace.take_in(other)
    assert [(k.id, k.name) for k in workspace.kims()] == [("99.01-0001", "KIM Satu"), ("99.01-0002", "KIM Dua")]


@pytest.mark.clause("I.A.3", "II.B.3.map.a")
def test_two_offices_in_one_store_do_not_see_each_other(tmp_path: Path) -> None:
    """Each district office has its own KIMs, issues, decisions and map; the store holds both."""
    url = f"sqlite:///{tmp_path / 'both.db'}"
    with Workspace.open(url, OFFICE) as first, Workspace.open(url, "99.02") as second:
        first.take_in(write_register(tmp_path / "a.xlsx", FULL))
        second.take_in(write_register(tmp_path / "b.xlsx", profile(("KIM Satu", "Desa Z"))))
        assert [len(w.kims()) for w in (first, second)] == [3, 1]
        assert [len(w.issues()) for w in (first, second)] == [2, 0]
        assert [len(w.map()) for w in (first, second)] == [3, 1]
        assert {k.id for k in first.kims()}.isdisjoint(k.id for k in second.kims())
        assert second.assess()["KIM Satu"].kim.village == "Desa Z"


def test_a_file_that_cannot_be_read_leaves_the_store_alone(workspace: Workspace, tmp_path: Path) -> None:
    """The first file was good; nothing of it is stored."""
    good = write_register(tmp_path / "r.xlsx", FULL)
    (tmp_path / "bad.xlsx").write_bytes(b"no workbook")
    with pytest.raises(Unreadable):
        workspace.take_in(good, tmp_path / "bad.xlsx")
    assert dump(workspace.storage) == {"documents": {}, "observations": []}
    assert workspace.last_import() is None


def test_a_fault_in_the_middle_leaves_the_store_alone(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written before the fault is rolled back."""

    def broken(*_: object) -> None:
        raise KimError("made_up", "made-up fault")

    monkeypatch.setattr("kimcore.workspace.records.Records.observe", broken)
    with pytest.raises(KimError, match="made-up fault"):
        workspace.take_in(write_register(tmp_path / "r.xlsx", FULL))
    assert dump(workspace.storage)["documents"] == {}


def test_a_dry_run_tells_the_same_and_stores_nothing(workspace: Workspace, tmp_path: Path) -> None:
    """Counts and problems are those of the import itself."""
    file = write_register(tmp_path / "r.xlsx", FULL)
    dry = workspace.take_in(file, dry_run=True)
    assert dump(workspace.storage)["documents"] == {}
    real = workspace.take_in(file)
    assert dry.rows == real.rows
    assert (dry.accepted, dry.is_dry_run, real.is_dry_run) == (real.accepted, True, False)


def test_the_last_import_is_on_record(workspace: Workspace, tmp_path: Path) -> None:
    """Files, time with zone, counts and problems."""
    assert workspace.last_import() is None
    done = workspace.take_in(write_register(tmp_path / "r.xlsx", FULL))
    last = workspace.last_import()
    assert last is not None
    assert (last.files, last.accepted, last.problems) == (("r.xlsx",), 3, done.rows)
    assert last.taken_at.endswith("+00:00")
