"""The commands that make files: demo, template, report."""

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kimcore.workspace import Workspace
from tests.cli.conftest import Run
from tests.workspace.registers import profile, write_register


def test_the_demo_names_the_files_that_it_made(kimcore: Run, folder: Path) -> None:
    """Register, reports, villages and store; a second run makes them anew."""
    for _ in range(2):
        ran = kimcore("demo", "--out", "out", "--lang", "en")
        assert ran.code == 0
        named = [Path(line) for line in ran.out.splitlines() if line.startswith("out")]
        assert {path.suffix for path in named} == {".xlsx", ".html", ".csv", ".db"}
        assert all(path.is_file() for path in named)
        assert set(folder.glob("out/*")) == {folder / path for path in named}
        assert "in a browser" in ran.err
    assert kimcore("--store", "sqlite:///out/kimcore.db", "assess", "KIM Anyelir").code == 0


def test_the_demo_in_other_formats(kimcore: Run) -> None:
    """JSON and CSV name the files and nothing else."""
    found = kimcore("demo", "--out", "out", "--format", "json").json
    assert (found["format"], found["office"], found["on"], found["rulebook"]) == (
        "kimcore.demo.v1",
        "99.01",
        "2026-11-24",
        "juknis-2022",
    )
    rows = list(csv.reader(io.StringIO(kimcore("demo", "--out", "out", "--format", "csv").out)))
    assert rows == [["Berkas"], *([file] for file in found["files"])]


def test_the_demo_does_not_overwrite_a_store_of_an_office(kimcore: Run, folder: Path) -> None:
    """A store of another office in the folder is refused, and stays as it was."""
    with Workspace.open("sqlite:///kimcore.db", "99.02") as workspace:
        workspace.take_in(write_register(folder / "r.xlsx", profile(("KIM Baru", "Desa Baru"))))
    ran = kimcore("demo", "--out", ".", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "is there already" in ran.err
    assert kimcore("assess", "KIM Baru").code == 0


def test_the_demo_does_not_overwrite_a_register(kimcore: Run, folder: Path) -> None:
    """An officer's register of the same name is refused, and stays as it was."""
    register = write_register(folder / "register.xlsx", profile(("KIM Baru", "Desa Baru")))
    before = register.read_bytes()
    ran = kimcore("demo", "--out", ".")
    assert (ran.code, ran.out) == (2, "")
    assert register.read_bytes() == before


def test_a_template_is_empty_and_can_be_imported(kimcore: Run, folder: Path) -> None:
    """An empty register takes in nothing, and says nothing but that; a file is not overwritten."""
    assert kimcore("template", "register.xlsx").out == "register.xlsx\n"
    assert "Profil KIM" in load_workbook(folder / "register.xlsx").sheetnames
    ran = kimcore("import", "register.xlsx", "--office", "99.01", "--format", "json")
    assert (ran.code, ran.json["accepted"]) == (0, 0)
    again = kimcore("template", "register.xlsx", "--lang", "en")
    assert (again.code, again.out) == (2, "")
    assert "is there already" in again.err


@pytest.mark.usefixtures("district")
def test_the_report_takes_formats_and_language(kimcore: Run, folder: Path) -> None:
    """Each form is one file, named by office and date; the page is in the language asked for."""
    ran = kimcore("report", "--out", "a/b", "--as", "html", "--on", "2026-11-24", "--lang", "en")
    assert ran.out.split() == [str(Path("a/b/laporan-kim-99.01-2026-11-24.html"))]
    page = (folder / "a/b/laporan-kim-99.01-2026-11-24.html").read_text("utf-8")
    assert "MADE-UP DATA" in page
    assert "Report on partnership" in page


@pytest.mark.usefixtures("district")
def test_an_unknown_form_writes_nothing(kimcore: Run, folder: Path) -> None:
    """It is refused before the folder is made."""
    assert kimcore("report", "--out", "new", "--as", "xlsx,odt").code == 2
    assert not (folder / "new").exists()
