"""Correcting by command: changes cell by cell, taking an import back, merging, backing up; each tried first."""

from pathlib import Path
from typing import Any

import pytest

from kimcore.workspace import Workspace
from tests.cli.conftest import Ran, Run
from tests.workspace.registers import Sheets, dump, profile, write_register

PEOPLE = ("Nama Kelompok", "Nama", "Jabatan", "Pengurus/Anggota", "ASN")
FIRST: Sheets = profile(("KIM Satu", "Desa A", "1/K", "A", 100), ("KIM Satoe", "Desa A", "2/K", "A", 200)) | {
    "Pengurus": [PEOPLE, ("KIM Satu", "Orang Rekaan", "Ketua", "Pengurus", "tidak")]
}
SECOND: Sheets = profile(("KIM Satu", "Desa A", "1/K", "A", None), ("KIM Tiga", "Desa C")) | {
    "Pengurus": [PEOPLE, ("KIM Satu", "Orang Rekaan", "Humas", "Pengurus", "ya")]
}
CHANGE = {"kind", "kim", "name", "sheet", "item", "column", "old", "new"}


@pytest.fixture
def registers(kimcore: Run, folder: Path) -> tuple[Path, Path]:
    """Return two registers, of which the first was taken in."""
    first, second = (write_register(folder / name, s) for name, s in (("a.xlsx", FIRST), ("b.xlsx", SECOND)))
    assert kimcore("import", first, "--office", "99.01").code == 0
    return first, second


def stored(folder: Path, name: str = "kimcore.db") -> dict[str, Any]:
    """Return what a store holds, but the numbers of the office."""
    with Workspace.open(f"sqlite:///{folder / name}", "99.01") as workspace:
        found = dump(workspace.storage)
    found["documents"].pop(("office", "99.01"), None)
    return found


def kinds(ran: Ran) -> list[tuple[str, str, str | None, str | None]]:
    """Return the changes of a document: kind, column, before, after."""
    assert all(set(c) == CHANGE for c in ran.json["changes"])
    return [(c["kind"], c["column"], c["old"], c["new"]) for c in ran.json["changes"]]


def test_an_import_lists_its_changes(kimcore: Run, folder: Path, registers: tuple[Path, Path]) -> None:
    """A dry run and the import print the same table, personal values masked, and name the KIMs that stay."""
    before = stored(folder)
    tried = kimcore("import", registers[1], "--dry-run", "--lang", "en")
    assert stored(folder) == before
    done = kimcore("import", registers[1], "--lang", "en")
    assert tried.out == done.out
    for told in ("Kekuatan", "100", "Ketua", "Humas", "withdrawn", "changed", "added", "Before", "After"):
        assert told in done.out
    assert "Orang" not in done.out + done.err
    assert "1 KIMs are not named in the files and stay: 99.01-0002" in done.err


def test_changes_stand_in_the_document(kimcore: Run, registers: tuple[Path, Path]) -> None:
    """`changes` of `kimcore.import.v1`: every cell with its KIM, sheet, column, before and after."""
    ran = kimcore("import", registers[1], "--format", "json")
    assert kinds(ran) == [
        ("withdrawn", "Kekuatan", "100", None),
        ("changed", "Jabatan", "Ketua", "Humas"),
        ("changed", "ASN", "*****", "**"),
        ("added", "Nama Kelompok", None, "KIM Tiga"),
    ]
    assert ran.json["changes"][0] | {"kind": ""} == {
        "kind": "",
        "kim": "99.01-0001",
        "name": "KIM Satu",
        "sheet": "Profil KIM",
        "item": "",
        "column": "Kekuatan",
        "old": "100",
        "new": None,
    }


def test_undo(kimcore: Run, folder: Path, registers: tuple[Path, Path]) -> None:
    """`import --undo` gives the state before the last import, tells every cell, and may be tried first."""
    before = stored(folder)
    kimcore("import", registers[1])
    after = stored(folder)
    tried = kimcore("import", "--undo", "--dry-run", "--format", "json")
    assert stored(folder) == after
    done = kimcore("import", "--undo", "--format", "json")
    assert stored(folder) == before
    assert (done.code, done.json["format"], done.json["files"]) == (0, "kimcore.undo.v1", ["b.xlsx"])
    assert (tried.json["dry_run"], done.json["dry_run"]) == (True, False)
    assert tried.json["changes"] == done.json["changes"]
    assert ("added", "Kekuatan", None, "100") in kinds(done)
    last = kimcore("import", "--undo", "--lang", "en")
    assert "The import of a.xlsx" in last.err
    assert stored(folder)["documents"] == {}
    none = kimcore("import", "--undo", "--lang", "en")
    assert (none.code, none.out) == (2, "")
    assert "no import to take back" in none.err


def test_undo_is_held_by_a_later_decision(kimcore: Run, folder: Path, registers: tuple[Path, Path]) -> None:
    """Exit 2, the reason in one line, nothing changed."""
    said = ("--officer", "Pejabat rekaan", "--reason", "rekaan", "--evidence", "rekaan", "--ground", 6)
    assert kimcore("partnership", "KIM Satu", "indicate", *said).code == 0
    before = stored(folder)
    ran = kimcore("import", "--undo", "--lang", "en")
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)
    assert "decisions were recorded since about: KIM Satu" in ran.err
    assert stored(folder) == before


@pytest.mark.parametrize("arguments", [(), ("a.xlsx", "--undo")])
def test_import_takes_files_or_undo(kimcore: Run, arguments: tuple[str, ...]) -> None:
    """Neither and both are refused."""
    ran = kimcore("import", *arguments)
    assert (ran.code, ran.out, len(ran.err.splitlines())) == (2, "", 1)


def test_merge(kimcore: Run, folder: Path, registers: tuple[Path, Path]) -> None:
    """`merge A B` tells changes and conflicts; a dry run stores nothing; afterwards B's id names A."""
    before = stored(folder)
    tried = kimcore("merge", "KIM Satu", "KIM Satoe", "--dry-run", "--format", "json")
    assert stored(folder) == before
    done = kimcore("merge", "KIM Satu", "KIM Satoe", "--format", "json")
    assert (done.code, done.json["format"]) == (0, "kimcore.merge.v1")
    assert (done.json["kept"], done.json["merged"]) == ("99.01-0001", "99.01-0002")
    assert tried.json["changes"] == done.json["changes"]
    assert ("conflict", "Kekuatan", "100", "200") in kinds(done)
    assert kimcore("explain", "99.01-0002", "--format", "json").json["id"] == "99.01-0001"
    assert kimcore("merge", "99.01-0001", "99.01-0002").code == 2


def test_merge_for_people(kimcore: Run, registers: tuple[Path, Path]) -> None:
    """A table on stdout, what was done on stderr."""
    ran = kimcore("merge", "1/K", "2/K", "--lang", "en")
    assert "conflict" in ran.out
    assert "99.01-0002 was merged into 99.01-0001" in ran.err


def test_backup(kimcore: Run, folder: Path, registers: tuple[Path, Path]) -> None:
    """`backup FILE` copies the store and prints the name; a second time it refuses; the copy is a store."""
    assert kimcore("backup", "copy.db").out == "copy.db\n"
    assert stored(folder, "copy.db") == stored(folder)
    ran = kimcore("backup", "copy.db", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "overwrites nothing" in ran.err
    assert kimcore("backup", "other.db", "--format", "json").json == {
        "format": "kimcore.backup.v1",
        "office": None,
        "on": None,
        "rulebook": None,
        "files": ["other.db"],
    }
    assert kimcore("--store", "sqlite:///copy.db", "assess").code == 0


def test_backup_of_nothing(kimcore: Run, folder: Path) -> None:
    """A store that is not there is refused; no file is made."""
    assert kimcore("backup", "copy.db").code == 2
    assert list(folder.iterdir()) == []
