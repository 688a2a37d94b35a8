"""Files as sheets: workbooks through a child process, and CSV."""

import json
import subprocess
import sys
import tempfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook

from kimcore.errors import MissingExtra, Unreadable
from kimcore.intake import read_sheets, reader, workbook


@pytest.fixture
def book() -> Workbook:
    """Return a workbook whose first sheet is called Profil KIM."""
    made = Workbook()
    made.worksheets[0].title = "Profil KIM"
    return made


def test_cells_and_row_numbers(book: Workbook, tmp_path: Path) -> None:
    """Rows and columns stand where the spreadsheet shows them, also below and beside empty ones."""
    page = book.worksheets[0]
    moment = datetime.fromisoformat("2024-01-31T10:30")
    for place, value in {
        "C4": "Nama",
        "D4": True,
        "E4": moment,
        "F4": date(2024, 1, 31),
        "G4": 12,
        "C6": " x ",
    }.items():
        page[place].value = value
    page["H4"], page["I4"] = time(10, 30), timedelta(hours=30)
    book.save(tmp_path / "a.xlsx")
    (found,) = read_sheets(tmp_path / "a.xlsx")
    assert (found.name, found.file) == ("Profil KIM", "a.xlsx")
    assert dict(found.rows)[4] == (
        "",
        "",
        "Nama",
        True,
        moment,
        date(2024, 1, 31),
        12.0,
        time(10, 30),
        timedelta(hours=30),
    )
    assert dict(found.rows)[6] == ("", "", " x ")


def test_cells_merged_downwards(book: Workbook, tmp_path: Path) -> None:
    """A value merged over several rows stands in each of them; one merged over columns does not."""
    page = book.worksheets[0]
    page["A1"], page["A3"], page["B3"], page["B5"] = "Judul", "KIM A", "Ani", "Budi"
    page.merge_cells("A1:C1")
    page.merge_cells("A3:A5")
    book.save(tmp_path / "a.xlsx")
    (found,) = read_sheets(tmp_path / "a.xlsx")
    assert [cells for _, cells in found.rows] == [("Judul",), (), ("KIM A", "Ani"), ("KIM A",), ("KIM A", "Budi")]


def test_xls_and_ods(tmp_path: Path) -> None:
    """Older and open formats are read alike."""
    old = xlwt.Workbook()
    page = old.add_sheet("Profil KIM")
    page.write(1, 0, "KIM A")
    page.write(1, 1, 5)
    old.save(str(tmp_path / "a.xls"))
    opened = OpenDocumentSpreadsheet()
    table, row, cell = Table(name="Profil KIM"), TableRow(), TableCell(valuetype="string")
    cell.addElement(P(text="KIM A"))
    row.addElement(cell)
    table.addElement(row)
    opened.spreadsheet.addElement(table)
    opened.save(str(tmp_path / "a.ods"))
    assert read_sheets(tmp_path / "a.xls")[0].rows[1] == (2, ("KIM A", 5.0))
    assert read_sheets(str(tmp_path / "a.ods"))[0].rows[0] == (1, ("KIM A",))


@pytest.mark.parametrize(
    ("content", "cells"),
    [
        (b"Nama,Desa\nKIM A,Satu\n", ("KIM A", "Satu")),
        (b"Nama;Desa\r\nKIM A;Satu, Dua\r\n", ("KIM A", "Satu, Dua")),
        (b"Nama\tDesa\nKIM A\tSatu\n", ("KIM A", "Satu")),
        (b"sep=;\nNama;Desa\n", ("Nama", "Desa")),
        ("\ufeffNama;Desa\nKIM Café;Satu\n".encode(), ("KIM Café", "Satu")),
        ("Nama;Desa\nKIM Café;Satu\n".encode("cp1252"), ("KIM Café", "Satu")),
        ("Nama;Desa\nKIM Café;Satu\n".encode("utf-16"), ("KIM Café", "Satu")),
        (b"Nama,Desa\n'=KIM A,'Satu\n", ("=KIM A", "'Satu")),
    ],
)
def test_csv(tmp_path: Path, content: bytes, cells: tuple[str, ...]) -> None:
    """CSV is read in the usual encodings, with commas, semicolons and tabs, without the guard against formulas."""
    (tmp_path / "Profil KIM.csv").write_bytes(content)
    (found,) = read_sheets(tmp_path / "Profil KIM.csv")
    assert (found.name, found.rows[1]) == ("Profil KIM", (2, cells))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.xlsx", b"PK\x03\x04 no zip", "file_unreadable"),
        ("a.xls", b"<html><table></table></html>", "file_web_page"),
        ("a.ods", b"\0" * 100, "file_unreadable"),
        ("a.xlsx", b"", "file_empty"),
        ("a.csv", b"", "file_empty"),
        ("a.csv", b"a\0b", "file_not_text"),
        ("a.csv", b'"' + b"x" * 200_000, "file_not_csv"),
        ("a.pdf", b"%PDF", "file_kind"),
    ],
)
def test_what_is_no_register(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    """A damaged, empty or foreign file is one clear error, in both languages."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unreadable) as caught:
        read_sheets(tmp_path / name)
    assert (caught.value.code, caught.value.say("id") != caught.value.say("en")) == (code, True)
    assert name in str(caught.value)


def test_missing_files_and_folders(tmp_path: Path) -> None:
    """A file that does not exist, and a folder, are no files."""
    for path in (tmp_path / "a.xlsx", "a\0.xlsx"):
        with pytest.raises(Unreadable, match="no such file"):
            read_sheets(path)
    with pytest.raises(Unreadable, match="is a folder"):
        read_sheets(tmp_path)


def test_a_large_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file at the limit is read, one byte more is refused."""
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b,c")
    monkeypatch.setattr(workbook, "LARGEST", 5)
    assert read_sheets(path)[0].rows == ((1, ("a", "b", "c")),)
    monkeypatch.setattr(workbook, "LARGEST", 4)
    with pytest.raises(Unreadable, match="larger"):
        read_sheets(path)


def test_a_reader_that_takes_too_long(book: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that takes too long, and one whose reader cannot start, are one error each."""
    book.save(tmp_path / "a.xlsx")
    monkeypatch.setattr(reader, "SECONDS", 0.001)
    with pytest.raises(Unreadable, match="too long"):
        read_sheets(tmp_path / "a.xlsx")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    with pytest.raises(Unreadable, match="cannot be read"):
        read_sheets(tmp_path / "a.xlsx")


def test_without_the_extra(book: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the error names it; CSV needs none."""
    book.save(tmp_path / "a.xlsx")
    (tmp_path / "a.csv").write_text("a,b", encoding="utf-8")
    monkeypatch.setattr(workbook, "find_spec", lambda _: None)
    with pytest.raises(MissingExtra, match=r"kimcore\[xlsx\]"):
        read_sheets(tmp_path / "a.xlsx")
    assert read_sheets(tmp_path / "a.csv")


def test_the_child_as_a_program(book: Workbook, tmp_path: Path) -> None:
    """The child writes its sheets line by line and a last word, or why it does not read the file."""
    book.worksheets[0].append(["x"])
    book.create_sheet("Isu")
    book.save(tmp_path / "a.xlsx")
    command = [sys.executable, "-P", str(reader.PROGRAM)]
    done = subprocess.run([*command, str(tmp_path / "a.xlsx"), "quick"], capture_output=True, check=True)
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert [m for m in said if m != ["alive"]] == [
        ["sheet", "Profil KIM"], ["rows", 1, [1], ["x"], "0000"], ["end"], ["sheet", "Isu"], ["end"], ["done"],
    ]  # fmt: skip
    (tmp_path / "b.xlsx").write_bytes(b"PK")
    failed = subprocess.run([*command, str(tmp_path / "b.xlsx"), "exact"], capture_output=True, check=True)
    assert (json.loads(failed.stdout), failed.stderr) == (["refused", "file_unreadable", {}], b"")


@pytest.mark.parametrize(("code", "exit_code"), [("file_unreadable", 1), ("file_memory", -6)])
def test_a_child_that_ends_without_a_word(
    book: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, exit_code: int
) -> None:
    """A child that dies is one error, whatever befell it."""
    book.save(tmp_path / "a.xlsx")
    program = tmp_path / "dies.py"
    program.write_text("import os\nprint('[\"alive\"]', flush=True)\nprint('[\"rows', end='', flush=True)\n", "utf-8")
    end = "os._exit(1)" if exit_code == 1 else "os.abort()"
    program.write_text(program.read_text("utf-8") + end, "utf-8")
    monkeypatch.setattr(reader, "PROGRAM", program)
    with pytest.raises(Unreadable) as caught:
        read_sheets(tmp_path / "a.xlsx")
    assert caught.value.code == code


@pytest.mark.parametrize("limit", ["LINE", "TOTAL"])
def test_a_child_that_writes_without_end(
    book: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    """A child that writes more than a register holds is ended."""
    book.worksheets[0].append(["x" * 1_000])
    book.save(tmp_path / "a.xlsx")
    monkeypatch.setattr(reader, limit, 1_000)
    with pytest.raises(Unreadable) as caught:
        read_sheets(tmp_path / "a.xlsx")
    assert caught.value.code == "file_much_text"


def test_a_folder_for_copies_that_cannot_be_used(
    book: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no copy can be made, the error says why."""
    book.save(tmp_path / "a.xlsx")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(Unreadable, match="cannot be read") as caught:
        read_sheets(tmp_path / "a.xlsx")
    assert caught.value.code == "file_denied"


def test_nothing_is_left_behind(book: Workbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The private copy is removed, whether the file was read or refused."""
    (tmp_path / "copies").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "copies"))
    book.save(tmp_path / "a.xlsx")
    read_sheets(tmp_path / "a.xlsx")
    (tmp_path / "b.xlsx").write_bytes(b"PK\3\4")
    with pytest.raises(Unreadable):
        read_sheets(tmp_path / "b.xlsx")
    assert list((tmp_path / "copies").iterdir()) == []


@pytest.mark.parametrize("width", [16_383, 16_384])
def test_the_widest_rows_below_each_other(tmp_path: Path, width: int) -> None:
    """Rows of as many different cells as a sheet has columns are read back cell by cell."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Lebar")
    rows = [tuple(f"{row}.{n}" for n in range(width)) for row in range(4)]
    for row in rows:
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    (found,) = read_sheets(tmp_path / "a.xlsx")
    assert [cells for _, cells in found.rows] == rows
