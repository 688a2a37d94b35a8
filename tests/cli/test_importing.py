"""Importing by command: what is stored, what is not, and what is said."""

from pathlib import Path

import pytest

from kimcore.workspace import Workspace
from tests.cli.conftest import Run
from tests.workspace.registers import DEMO, PROFILE, dump, profile, write_csv, write_register


def stored(folder: Path) -> object:
    """Return what the default store holds."""
    with Workspace.open(f"sqlite:///{folder / 'kimcore.db'}", "99.01") as workspace:
        return dump(workspace.storage)


def test_the_first_import_takes_everything_and_the_second_nothing(kimcore: Run, folder: Path) -> None:
    """The same file twice changes nothing; its problems are reported again, and the exit code is 1 again."""
    first = kimcore("import", DEMO, "--office", "99.01", "--format", "json")
    before = stored(folder)
    second = kimcore("import", DEMO, "--format", "json")
    counts = [[ran.json[key] for key in ("accepted", "changed", "unchanged")] for ran in (first, second)]
    number = counts[0][0]
    assert (first.code, second.code) == (1, 1)
    assert number > 50
    assert counts == [[number, 0, 0], [0, 0, number]]
    assert first.json["problems"] == second.json["problems"]
    after = stored(folder)
    assert isinstance(after, dict)
    assert isinstance(before, dict)
    for found in (before, after):
        found["documents"].pop(("office", "99.01"))
    assert after == before


@pytest.mark.usefixtures("district")
def test_a_dry_run_says_what_would_be_and_stores_nothing(kimcore: Run, folder: Path) -> None:
    """The store keeps every byte."""
    file = write_register(folder / "r.xlsx", profile(("KIM Baru", "Desa Baru")))
    before = (folder / "kimcore.db").read_bytes()
    ran = kimcore("import", file, "--dry-run", "--format", "json")
    assert (ran.json["accepted"], ran.json["dry_run"]) == (1, True)
    assert (folder / "kimcore.db").read_bytes() == before
    assert kimcore("assess", "KIM Baru").code == 2
    said = kimcore("import", file, "--dry-run", "--lang", "en").err
    assert "nothing was stored" in said


@pytest.mark.usefixtures("district")
@pytest.mark.parametrize("bad", ["broken.xlsx", "missing.xlsx", "empty.csv", "letter.pdf", "."])
def test_an_import_that_stops_has_stored_nothing(kimcore: Run, folder: Path, bad: str) -> None:
    """A second file that cannot be read keeps the first one out too."""
    (folder / "broken.xlsx").write_bytes(b"PK\x03\x04 no workbook")
    (folder / "empty.csv").touch()
    (folder / "letter.pdf").write_bytes(b"%PDF-1.7")
    good = write_register(folder / "good.xlsx", profile(("KIM Baru", "Desa Baru")))
    before = stored(folder)
    ran = kimcore("import", good, bad)
    assert (ran.code, ran.out) == (2, "")
    assert stored(folder) == before


def test_a_clean_register_ends_with_0(kimcore: Run, folder: Path) -> None:
    """Notes about optional sheets are no problem that matters."""
    file = write_register(folder / "r.xlsx", profile(("KIM Baru", "Desa Baru", "1/K", "A", 10, 5, 50)))
    ran = kimcore("import", file, "--office", "99.01", "--lang", "en")
    assert ran.code == 0
    assert "1 KIMs new, 0 changed, 0 unchanged, 0 rows rejected" in ran.err


def test_an_error_or_a_warning_ends_with_1(kimcore: Run, folder: Path) -> None:
    """A refused row is counted as rejected; the others are taken in."""
    rows = ("KIM Satu", "Desa A"), ("KIM Satu", "Desa A"), ("KIM Dua", "Desa B")
    ran = kimcore("import", write_register(folder / "r.xlsx", profile(*rows)), "--office", "99.01", "--format", "json")
    assert (ran.code, ran.json["accepted"], ran.json["rejected"]) == (1, 2, 1)
    assert [p["row"] for p in ran.json["problems"] if p["code"] == "kim_duplicate"] == [3]


def test_csv_files_are_one_statement(kimcore: Run, folder: Path) -> None:
    """Several CSV files, one sheet each, are taken in together, in whatever order."""
    profiles = write_csv(folder / "Profil KIM.csv", [PROFILE[:2], ("KIM Satu", "Desa A"), ("KIM Dua", "Desa B")])
    board = [
        ("Nama Kelompok", "Nama", "Jabatan", "Pengurus/Anggota", "ASN"),
        ("KIM Dua", "Orang Rekaan", "Ketua", "Pengurus", "tidak"),
    ]
    people = write_csv(folder / "Pengurus.csv", board)
    ran = kimcore("import", people, profiles, "--office", "99.01", "--format", "json")
    assert ran.json["accepted"] == 2
    assert {p["severity"] for p in ran.json["problems"]} <= {"info"}
    values = kimcore("explain", "KIM Dua", "--format", "json").json["findings"]
    assert next(f for f in values if f["rule"] == "II.B.3.d")["outcome"] == "met"


def test_an_undetermined_kim_is_told_what_to_complete(kimcore: Run, folder: Path) -> None:
    """After an import the next command works without naming the office again."""
    kimcore("import", write_register(folder / "r.xlsx", profile(("KIM Baru", "Desa Baru"))), "--office", "99.01")
    ran = kimcore("explain", "KIM Baru", "--lang", "en")
    assert ran.code == 0
    assert "Complete the data: " in ran.err


def test_the_date_asked_for_is_the_date_shown(kimcore: Run) -> None:
    """The report of an import carries the date of the rule."""
    assert (
        kimcore("import", DEMO, "--office", "99.01", "--on", "2026-11-24", "--format", "json").json["on"]
        == "2026-11-24"
    )
