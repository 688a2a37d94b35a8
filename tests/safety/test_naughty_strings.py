"""Each naughty string, as the name of a KIM and as the title of an issue, through everything that kimcore does."""

import csv
import io
import json
import logging
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from logging.handlers import BufferingHandler
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from kimcore.cli import run
from kimcore.community import Kim
from kimcore.issues import Issue
from kimcore.problems import Problem
from kimcore.serialization import from_json, to_json
from kimcore.tables import guard, unguard
from kimcore.workspace import Workspace
from tests.safety.naughty import (
    ALL,
    BLANK,
    KEPT,
    NOT_CHARACTERS,
    OFFICE,
    REPLACED,
    kept,
    number,
    register,
    village,
    write_book,
    write_texts,
)
from tests.workspace.registers import Sheets, write_csv

ON = "2026-11-24"
SHEETS = {"Profil KIM": "Nama Kelompok", "Isu": "Isu Strategis"}
WAYS = ("workbook-sqlite", "workbook-memory", "csv-sqlite")


def taken(folder: Path, way: str) -> tuple[Workspace, tuple[Problem, ...]]:
    """Return a workspace that has taken the register in, and the problems."""
    form, _, store = way.partition("-")
    files = [write_book(folder / "naughty.xlsx", register())] if form == "workbook" else write_texts(folder)
    workspace = Workspace.open("memory:" if store == "memory" else f"sqlite:///{folder / 'kimcore.db'}", OFFICE)
    return workspace, workspace.take_in(*files).rows


@pytest.fixture(scope="module", params=WAYS)
def way(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Give the workspace and the problems of each way in."""
    workspace, problems = taken(tmp_path_factory.mktemp("naughty"), request.param)
    with workspace:
        yield workspace, problems


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a store that holds the register, and the reports on it in a folder `out`."""
    found = tmp_path_factory.mktemp("reports")
    workspace, _ = taken(found, "workbook-sqlite")
    with workspace:
        workspace.report(found / "out")
    return found


def names_of(workspace: Workspace) -> dict[object, str]:
    """Return the names of the KIMs by community number."""
    return {k.identity.community_number: k.name for k in workspace.kims()}


def titles_of(workspace: Workspace) -> dict[str, str]:
    """Return the titles of the issues by number."""
    return {str(row.issue.number): row.issue.title for row in workspace.issues()}


def test_every_string_comes_back_from_the_store(way: Any) -> None:
    """In names and titles alike: outer blanks trimmed, what XML cannot hold replaced, blank ones left out."""
    workspace, _ = way
    assert names_of(workspace) == {number(n): kept(n) for n in KEPT}
    assert titles_of(workspace) == {str(n): kept(n) for n in KEPT}


def test_each_issue_is_tied_to_the_kim_of_its_name(way: Any) -> None:
    """A name with commas, semicolons or breaks in it is one name, found beside its village and number."""
    workspace, _ = way
    numbers = {kim.id: kim.identity.community_number for kim in workspace.kims()}
    tied = {str(row.issue.number): [numbers[id] for id in row.issue.kims] for row in workspace.issues()}
    assert tied == {str(n): [number(n)] for n in KEPT}


def test_what_was_replaced_or_is_blank_is_listed_and_nothing_else(way: Any) -> None:
    """On each sheet every replaced text is a `character_replaced`, every blank one a `name_missing`, by its row."""
    _, problems = way
    for sheet, column in SHEETS.items():
        rows = {
            code: [p.row for p in problems if p.sheet == sheet and p.column in {column, ""} and p.code == code]
            for code in ("character_replaced", "name_missing")
        }
        assert rows == {"character_replaced": [n + 2 for n in REPLACED], "name_missing": [n + 2 for n in BLANK]}
    assert {p.code for p in problems} == {"character_replaced", "name_missing", "sheet_missing"}


def test_what_is_shown_of_a_problem_is_harmless(way: Any) -> None:
    """Value and message of a problem hold no character that XML cannot hold."""
    for p in way[1]:
        assert not NOT_CHARACTERS.search(p.value + p.message.id + p.message.en + p.column)


def test_json_gives_each_back(way: Any) -> None:
    """KIMs and issues written as JSON and read again are equal."""
    workspace, _ = way
    assert all(from_json(to_json(kim), Kim) == kim for kim in workspace.kims())
    assert all(from_json(to_json(row.issue), Issue) == row.issue for row in workspace.issues())


def test_the_guard_is_undone() -> None:
    """Whatever a text is, unguarding what was guarded gives it back, and no guarded text begins like a formula."""
    for text in [*ALL, "-1", "\t=1", "\r+1", "'''-", "'a", "a=1", "＋1", "＠x", "－1"]:
        assert unguard(guard(text)) == text
        assert not guard(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


class Out:
    """The command line on the store of a folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """Use a store."""
        self.store, self.capsys = f"sqlite:///{folder / 'kimcore.db'}", capsys

    def __call__(self, *arguments: str) -> str:
        """Return what a command prints."""
        self.capsys.readouterr()
        assert run(["--store", self.store, "--on", ON, *arguments]) == 0
        return self.capsys.readouterr().out


def test_the_json_of_commands_gives_each_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`assess` and `issues` print one document with every name and title."""
    out = Out(folder, capsys)
    kims = {k["community_number"]: k["name"] for k in json.loads(out("assess", "--format", "json"))["kims"]}
    assert kims == {number(n): kept(n) for n in KEPT}
    rows = json.loads(out("issues", "--format", "json"))["rows"]
    assert {str(row["no"]): row["issue"] for row in rows} == {str(n): kept(n) for n in KEPT}


def test_the_csv_of_commands_is_safe_and_can_be_taken_in(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No cell begins like a formula; the names exported, imported into an empty store, are the names."""
    text = Out(folder, capsys)("assess", "--format", "csv")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for row in rows for cell in row)
    file = tmp_path / "Profil KIM.csv"
    file.write_text(text, "utf-8", newline="")
    with Workspace.open("memory:", OFFICE) as workspace:
        workspace.take_in(file)
        found = {k.village: k.name for k in workspace.kims()}
    assert {n: found.get(village(n)) for n in KEPT} == {n: kept(n) for n in KEPT}


def report(folder: Path, extension: str) -> Path:
    """Return the report of a format."""
    (found,) = (folder / "out").glob(f"*.{extension}")
    return found


def as_shown(n: int) -> str:
    """Return a string as reports show it: every break as a new line."""
    return kept(n).replace("\r\n", "\n").replace("\r", "\n")


def test_the_workbook_gives_each_back_and_holds_no_formula(folder: Path) -> None:
    """Every name and title stands in a cell of the report as text."""
    book = CalamineWorkbook.from_path(report(folder, "xlsx"))
    cells = {
        str(c).strip() for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for c in row
    }
    assert {n for n in KEPT if as_shown(n) not in cells} == set()
    for sheet in load_workbook(report(folder, "xlsx")).worksheets:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
        assert all(cell.hyperlink is None or not cell.hyperlink.target for row in sheet.iter_rows() for cell in row)


def test_the_workbook_is_xml_alone(folder: Path) -> None:
    """No part holds a formula, a link to outside, or a character that XML forbids."""
    with ZipFile(report(folder, "xlsx")) as file:
        for name in file.namelist():
            text = file.read(name).decode("utf-8")
            assert not NOT_CHARACTERS.search(text)
            assert not re.search(r"<f[ >]|TargetMode=.External", text)


class Page(HTMLParser):
    """The elements, attributes and texts of a page."""

    def __init__(self) -> None:
        """Start with nothing."""
        super().__init__(convert_charrefs=True)
        self.elements: set[str] = set()
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element with its attributes, and that a text begins."""
        self.elements |= {tag, *(f"{tag}@{name}" for name, _ in attrs)}
        self.texts.append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        """Note that a text ends."""
        self.texts.append("")

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts[-1:] = [self.texts[-1] + data if self.texts else data]


def page_of(file: Path) -> Page:
    """Return what a page holds."""
    page = Page()
    page.feed(file.read_bytes().decode("utf-8"))
    page.close()
    return page


def test_the_page_gives_each_back_and_has_no_markup_of_data(folder: Path, tmp_path: Path) -> None:
    """Every name and title is a text of the page; its elements and attributes are those of a harmless register's."""
    page = page_of(report(folder, "html"))
    texts = {text.strip() for text in page.texts}
    assert {n for n in KEPT if as_shown(n) not in texts} == set()
    rows = [("Nama Kelompok", "Kelurahan/Desa"), ("KIM Anyelir", "Satu")]
    harmless: Sheets = {"Profil KIM": [*rows, ("", "Dua")], "Isu": [("No", "Isu Strategis"), ("1", "Isu Biasa")]}
    with Workspace.open("memory:", OFFICE) as workspace:
        workspace.take_in(write_book(tmp_path / "a.xlsx", harmless))
        _, html = workspace.report(tmp_path / "out")
    assert page.elements - page_of(html).elements == set()
    assert "script" not in page.elements


@pytest.mark.parametrize("command", ["assess", "map", "issues", "monitor"])
def test_a_terminal_gets_no_control_character(folder: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    """What people read holds no escape, no other control, no mark of direction, and no break within a cell."""
    text = Out(folder, capsys)(command)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)


def test_no_string_forges_a_line_of_the_log(tmp_path: Path) -> None:
    """With every problem logged, and hostile names of file and column, each line of the log is a record of its own."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(levelname)s|%(name)s|%(message)s"))
    logger = logging.getLogger("kimcore")
    count = BufferingHandler(10_000)
    before = logger.level
    logger.setLevel(logging.DEBUG)
    logger.addHandler(handler)
    logger.addHandler(count)
    try:
        with Workspace.open("memory:", OFFICE) as workspace:
            rows = [
                ("Nama Kelompok", "Nomor\nInduk\u2028KIM", "Tipe\nKIM", "Kecamatan"),
                *((t, number(n), t, t) for n, t in enumerate(ALL)),
            ]
            workspace.take_in(write_csv(tmp_path / "a\nERROR|kimcore|forged\x1b[31m.csv", rows))
            workspace.report(tmp_path / "out", ["html"])
    finally:
        logger.setLevel(before)
        logger.removeHandler(handler)
        logger.removeHandler(count)
    lines = stream.getvalue().splitlines()
    assert len(lines) == len(count.buffer) > len(ALL) / 2
    assert all(line.startswith(("INFO|kimcore|", "DEBUG|kimcore|problem ")) and line.isprintable() for line in lines)
    assert not any(kept(n) in line for n in KEPT if len(kept(n)) > 20 for line in lines)
