"""What is odd in a file but can be read is read rightly, or reported cell by cell: nothing is lost in silence."""

import io
import re
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlwt
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.worksheet import Worksheet

from kimcore.errors import Unreadable
from kimcore.intake import Register, Sheet, read_sheets, workbook
from kimcore.intake.quarantine.cells import letters_of
from kimcore.problems import Severity
from tests.intake.builders import codes, only_kim, read
from tests.intake.hostile.kinds import ONE, many_rows, table_cell, table_row
from tests.intake.hostile.makers import (
    MAIN,
    PARTS,
    XML,
    cell,
    office,
    open_document,
    row,
    sheet,
    text_cell,
)

Found = list[tuple[str, int | None, str, str, str]]


def problems(register: Register, *passed_over: str) -> Found:
    """Return sheet, row, heading, code and value of the problems."""
    left = [p for p in register.problems if p.code not in {"sheet_missing", *passed_over}]
    return [(p.sheet, p.row, p.column, p.code, p.value) for p in left]


def book(path: Path, fill: Callable[[Worksheet], Any]) -> Register:
    """Write a workbook whose sheet Profil KIM is filled by a function, and read it."""
    made = Workbook()
    page = made.worksheets[0]
    page.title = "Profil KIM"
    fill(page)
    made.save(path)
    return read(*read_sheets(path))


HEADINGS = row(
    1, *(text_cell(f"{c}1", h) for c, h in zip("ABC", ("Nama Kelompok", "Tanggal Berdiri", "Alamat"), strict=True))
)


@pytest.mark.parametrize(
    ("serial", "value"),
    [("60", "1900-02-28"), ("-5", "-5"), ("99999999", "99999999"), ("0", "00:00:00"), ("1e300", str(10**300)[:3])],
)
def test_numbers_that_are_no_date(tmp_path: Path, serial: str, value: str) -> None:
    """A serial number that is no day of the calendar is reported with the cell, and the date is unknown."""
    page = sheet(HEADINGS, row(2, text_cell("A2", "KIM A"), cell("B2", serial, is_date=True)))
    register = read(*read_sheets(office(tmp_path / "a.xlsx", page)))
    ((_, number, heading, code, shown),) = problems(register)
    assert (number, heading, code) == (2, "Tanggal Berdiri", "date_unreadable")
    assert shown.startswith(value)
    assert only_kim(register).profile.founded is None


@pytest.mark.parametrize(("system", "day"), [("", date(2024, 1, 31)), (' date1904="1"', date(2028, 2, 1))])
def test_both_systems_of_dates(tmp_path: Path, system: str, day: date) -> None:
    """Days are counted from 1900, or from 1904 where the workbook says so."""
    page = sheet(HEADINGS, row(2, text_cell("A2", "KIM A"), cell("B2", 45322, is_date=True)))
    workbook_part = PARTS["xl/workbook.xml"].replace("<workbookPr/>", f"<workbookPr{system}/>")
    (found,) = read_sheets(office(tmp_path / "a.xlsx", page, workbook=workbook_part))
    assert found.rows[1][1][1] == day


def test_formulas_without_values(tmp_path: Path) -> None:
    """Each formula that was never calculated is reported with its place; one that gave an empty text is not."""
    page = sheet(
        row(
            1,
            text_cell("A1", "Nama Kelompok"),
            text_cell("B1", "Alamat"),
            cell("C1", None, "", "D1"),
            text_cell("D1", "X"),
        ),
        row(2, text_cell("A2", "KIM A"), cell("B2", None, "", "A1"), cell("D2", None, "", "A1")),
        row(3, text_cell("A3", "KIM B"), cell("B3", "", "str", 'IF(1=1,"","x")')),
        row(4, text_cell("A4", "KIM C"), cell("B4", "Jl. C", "str", "A1")),
        row(5, cell("A5", None, "", "A2"), text_cell("B5", "Jl. D")),
    )
    register = read(*read_sheets(office(tmp_path / "a.xlsx", page)))
    assert problems(register) == [
        ("Profil KIM", 1, "C", "formula_unread", "=D1"),
        ("Profil KIM", 2, "Alamat", "formula_unread", "=**"),
        ("Profil KIM", 5, "Nama Kelompok", "formula_unread", "=A2"),
        ("Profil KIM", 5, "Nama Kelompok", "name_missing", ""),
    ]
    assert [k.kim.profile.address for k in register.kims] == [None, None, "Jl. C"]


def test_a_sheet_of_formulas_without_values(tmp_path: Path) -> None:
    """A sheet whose headings are formulas without values is reported once: it cannot be recognised."""

    def fill(page: Worksheet) -> None:
        page.append(["Nama Kelompok"])
        page.append(["KIM A"])
        other = page.parent.create_sheet("Pengurus")  # type: ignore[union-attr]
        other.append(["=A1", "=B1"])
        other.append(["=A2", "=1/0"])

    assert ("Pengurus", 1, "A", "formula_unread", "=A1 (+3)") in problems(book(tmp_path / "a.xlsx", fill))


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#DIV/0!", "#NAME?", "#VALUE!"])
def test_cells_that_show_an_error(tmp_path: Path, error: str) -> None:
    """An error is reported with its place and counts as unknown, also in a column of texts."""
    page = sheet(HEADINGS, row(2, text_cell("A2", "KIM A"), cell("B2", error, "e", "X1"), cell("C2", error, "e")))
    register = read(*read_sheets(office(tmp_path / "a.xlsx", page)))
    assert [p[2:4] for p in problems(register)] == [("Tanggal Berdiri", "cell_error"), ("Alamat", "cell_error")]
    assert (only_kim(register).profile.founded, only_kim(register).profile.address) == (None, None)


def test_errors_and_formulas_of_open_documents(tmp_path: Path) -> None:
    """In ods files too errors and formulas without values are reported, repeated cells one by one."""
    error = (
        '<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" '
        'calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>'
    )
    unread = '<table:table-cell table:formula="of:=A1" table:number-columns-repeated="2"/>'
    empty = '<table:table-cell table:formula="of:=A1"><text:p/></table:table-cell>'
    rows = (
        table_row("".join(map(table_cell, ("Nama Kelompok", "Alamat", "Kecamatan", "Tipe KIM")))),
        table_row(table_cell("KIM A") + error),
        table_row(table_cell("KIM B") + unread + empty),
        table_row('<table:table-cell table:number-columns-repeated="16384"/>', 1_048_573),
    )
    register = read(*read_sheets(open_document(tmp_path / "a.ods", *rows)))
    assert [p[1:4] for p in problems(register)] == [
        (2, "Alamat", "cell_error"),
        (3, "Alamat", "formula_unread"),
        (3, "Kecamatan", "formula_unread"),
    ]


def test_errors_and_formulas_of_older_workbooks(tmp_path: Path) -> None:
    """In xls files too errors and formulas that were never calculated are reported."""
    made = xlwt.Workbook()
    page = made.add_sheet("Profil KIM")
    for column, heading in enumerate(("Nama Kelompok", "Alamat", "Kecamatan")):
        page.write(0, column, heading)
    page.write(1, 0, "KIM A")
    page.row(1).set_cell_error(1, 0x2A)
    page.write(1, 2, xlwt.Formula('"a"'))
    made.save(str(tmp_path / "a.xls"))
    register = read(*read_sheets(tmp_path / "a.xls"))
    found = [(2, "Alamat", "cell_error", "#*/*"), (2, "Kecamatan", "formula_unread", "=…")]
    assert [p[1:] for p in problems(register)] == found


def test_macros(tmp_path: Path) -> None:
    """Of a workbook with macros the cells are read; the macros are not opened, and that is said."""
    page = sheet(HEADINGS, row(2, text_cell("A2", "KIM A")))
    register = read(*read_sheets(office(tmp_path / "a.xlsm", page, macros=b"\xd0\xcf\x11\xe0 no macro at all")))
    assert only_kim(register).identity.name == "KIM A"
    ((sheet_name, number, _, code, _),) = problems(register)
    assert (sheet_name, number, code) == ("", None, "macros_ignored")
    (problem,) = (p for p in register.problems if p.code == "macros_ignored")
    assert (problem.file, problem.severity) == ("a.xlsm", Severity.INFO)


@pytest.mark.parametrize("dimension", ["A1:B2", "A1", "A1:XFD1048576"])
def test_a_wrong_dimension(tmp_path: Path, dimension: str) -> None:
    """Every row is read, whatever the sheet says of its size."""
    (found,) = read_sheets(many_rows(tmp_path / "a.xlsx", 3_000, dimension))
    assert [number for number, _ in found.rows] == list(range(1, 3_001))
    assert found.rows[-1] == (3_000, (3_000.0, 1.0))


@pytest.mark.parametrize("sign", ["\x01", "\x0b", "\x1f", "_x0007_", "&#8;", "\ufffe"])
def test_control_characters(tmp_path: Path, sign: str) -> None:
    """A character that XML cannot hold is replaced and reported."""
    page = sheet(HEADINGS, row(2, text_cell("A2", f"KIM{sign}A")))
    register = read(*read_sheets(office(tmp_path / "a.xlsx", page)))
    assert only_kim(register).identity.name == "KIM\ufffdA"
    assert codes(register) == [("Profil KIM", 2, "character_replaced")]


@pytest.mark.parametrize("more", ["", cell("C2", "#N/A", "e")])
def test_forms_of_text(tmp_path: Path, more: str) -> None:
    """Rich text is joined, phonetic signs are left out, entities and sections of characters are what they stand for."""
    name = '<c r="A2" t="inlineStr"><is><r><t>KIM</t></r><r><t xml:space="preserve"> A&amp;B</t></r></is></c>'
    page = sheet(HEADINGS, row(2, name, text_cell("B2", "<![CDATA[<1>]]>")), row(3, cell("A3", 0, "s"), more))
    runs = '<r><t>KIM</t></r><r><t xml:space="preserve"> C</t></r><rPh><t>x</t></rPh>'
    strings = f'{XML}<sst xmlns="{MAIN}"><si>{runs}</si></sst>'
    (found,) = read_sheets(office(tmp_path / "a.xlsx", page, strings=strings))
    assert found.rows[1:] == ((2, ("KIM A&B", "<1>")), (3, ("KIM C",)))


def test_rich_text_of_a_spreadsheet(tmp_path: Path) -> None:
    """A name of several fonts is one name."""

    def fill(page: Worksheet) -> None:
        page.append(["Nama Kelompok", "Alamat"])
        page.append([CellRichText("KIM ", TextBlock(InlineFont(b=True), "Anyelir")), "Jl. A"])

    assert only_kim(book(tmp_path / "a.xlsx", fill)).identity.name == "KIM Anyelir"


@pytest.mark.parametrize("page", ["x", "'"])
def test_other_ways_to_write_xml(tmp_path: Path, page: str) -> None:
    """Elements with a prefix, attributes in single marks, and cells without references are read and inspected alike."""
    names = row(1, text_cell("A1", "Nama Kelompok"), text_cell("B1", "Alamat"))
    usual = sheet(names, '<row><c t="inlineStr"><is><t>KIM A</t></is></c><c><f>A1</f></c></row>')
    tags = re.sub(r"<(/?)(\w)", r"<\1x:\2", usual).replace("xmlns=", "xmlns:x=")
    written = tags if page == "x" else usual.replace('"', "'")
    register = read(*read_sheets(office(tmp_path / "a.xlsx", written)))
    assert problems(register) == [("Profil KIM", 2, "Alamat", "formula_unread", "=**")]


def test_truth_values(tmp_path: Path) -> None:
    """TRUE and FALSE are no answer that officers type: they are reported in a column of dates."""
    page = sheet(HEADINGS, row(2, text_cell("A2", "KIM A"), cell("B2", 1, "b")))
    ((_, _, _, code, value),) = problems(read(*read_sheets(office(tmp_path / "a.xlsx", page))))
    assert (code, value) == ("date_unreadable", "TRUE")


@pytest.mark.parametrize("number", ["-7", "1e999", "NaN", "0.5"])
def test_numbers_that_are_no_count(tmp_path: Path, number: str) -> None:
    """A number below zero, a fraction and what is no number are reported in a column of counts."""
    page = sheet(
        row(1, text_cell("A1", "Nama Kelompok"), text_cell("B1", "Kekuatan")),
        row(2, text_cell("A2", "KIM A"), cell("B2", number)),
    )
    ((_, _, heading, code, _),) = problems(read(*read_sheets(office(tmp_path / "a.xlsx", page))))
    assert (heading, code) == ("Kekuatan", "number_unreadable")


def test_merged_and_doubled_headings(tmp_path: Path) -> None:
    """Headings in two rows, merged over columns and rows, are found below title rows that are merged too."""

    def fill(page: Worksheet) -> None:
        page["A1"] = "DATA KIM KABUPATEN CONTOH"
        page.merge_cells("A1:F1")
        page.append([])
        page.append(["No", "Nama Kelompok", "Kontak", None, "Alamat", "Kecamatan"])
        page.append([None, None, "Nomor Telepon", "Alamat E-mail"])
        for area in ("A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4"):
            page.merge_cells(area)
        page.append([1, "KIM A", "0812-000-1111", "kim@contoh.test", "Jl. A", "Satu"])

    register = book(tmp_path / "a.xlsx", fill)
    kim = only_kim(register)
    assert (kim.identity.name, kim.profile.address, kim.identity.subdistrict) == ("KIM A", "Jl. A", "Satu")
    assert str(kim.profile.email) == "kim@contoh.test"
    assert codes(register) == []


def test_headings_that_stand_twice(tmp_path: Path) -> None:
    """Of two columns of one heading the left is read, and the other is reported."""

    def fill(page: Worksheet) -> None:
        page.append(["Nama Kelompok", "Alamat", "Alamat", "Alamat KIM"])
        page.append(["KIM A", "Jl. A", "Jl. B", "Jl. C"])

    register = book(tmp_path / "a.xlsx", fill)
    assert only_kim(register).profile.address == "Jl. A"
    assert [(p[2], p[3]) for p in problems(register)] == [
        ("Alamat", "heading_repeated"),
        ("Alamat KIM", "heading_repeated"),
    ]


def test_a_sheet_of_all_columns(tmp_path: Path) -> None:
    """A sheet as wide as sheets can be is read; each of its repeated headings is reported."""
    columns = [letters_of(n) for n in range(16_384)]
    top = row(1, text_cell("A1", "Nama Kelompok"), *(text_cell(f"{c}1", "Alamat") for c in columns[1:]))
    page = sheet(top, row(2, text_cell("A2", "KIM A"), text_cell("XFD2", "Jl. A")))
    register = read(*read_sheets(office(tmp_path / "a.xlsx", page)))
    assert only_kim(register).identity.name == "KIM A"
    assert len(problems(register)) == 16_382


def test_hidden_sheets_rows_and_columns(tmp_path: Path) -> None:
    """What is hidden is read like what is not: a filter set by an officer takes nothing out of the register."""

    def fill(page: Worksheet) -> None:
        page.append(["Nama Kelompok", "Alamat"])
        page.append(["KIM A", "Jl. A"])
        page.append(["KIM B", "Jl. B"])
        page.row_dimensions[2].hidden = page.column_dimensions["B"].hidden = True
        other = page.parent.create_sheet("Pengurus")  # type: ignore[union-attr]
        other.append(["Nama Kelompok", "Nama", "Jabatan", "Pengurus/Anggota"])
        other.append(["KIM A", "Ani", "Ketua", "Pengurus"])
        other.sheet_state = "veryHidden"

    register = book(tmp_path / "a.xlsx", fill)
    assert [(k.kim.profile.address, len(k.kim.board.people or ())) for k in register.kims] == [
        ("Jl. A", 1),
        ("Jl. B", 0),
    ]


def test_sheets_that_are_no_tables(tmp_path: Path) -> None:
    """A sheet that holds a chart alone, and an empty one, are passed over."""
    made = Workbook()
    made.worksheets[0].title = "Profil KIM"
    made.worksheets[0].append(["Nama Kelompok", "Kekuatan"])
    made.worksheets[0].append(["KIM A", 5])
    chart = BarChart()
    chart.add_data(Reference(range_string="'Profil KIM'!B1:B2"))
    made.create_chartsheet("Grafik").add_chart(chart)
    made.create_sheet("Kosong")
    made.save(tmp_path / "a.xlsx")
    found = read_sheets(tmp_path / "a.xlsx")
    assert [(s.name, len(s.rows)) for s in found] == [("Profil KIM", 2), ("Kosong", 0)]


def test_a_workbook_named_csv(tmp_path: Path) -> None:
    """What a file is, its first bytes say: a workbook under another name is read as a workbook."""
    for name in ("a.csv", "a.xls", "a.ods"):
        (found,) = read_sheets(office(tmp_path / name, ONE))
        assert (found.name, found.file, found.rows[1]) == ("Profil KIM", name, (2, ("KIM A",)))


def test_blank_rows_between_others(tmp_path: Path) -> None:
    """Of blank rows below each other the first is kept, and rows keep their numbers: a far row costs nothing."""
    page = sheet(row(1, text_cell("A1", "x")), row(900_000, text_cell("B900000", "y")))
    (found,) = read_sheets(office(tmp_path / "a.xlsx", page))
    assert found.rows == ((1, ("x",)), (2, ()), (900_000, ("", "y")))


def test_many_merged_cells(tmp_path: Path) -> None:
    """Cells merged over each other thousands of times are no more work than the cells they fill."""
    merges = "".join(f'<mergeCell ref="A2:A{n}"/>' for n in range(3, 20_000))
    page = sheet(
        row(1, text_cell("A1", "Nama Kelompok")),
        row(2, text_cell("A2", "KIM A")),
        row(20_000, text_cell("B20000", "x")),
        after=f"<mergeCells>{merges}</mergeCells>",
    )
    (found,) = read_sheets(office(tmp_path / "a.xlsx", page))
    assert len(found.rows) == 20_000


class Growing(type(Path())):  # type: ignore[misc]
    """The path of a file to which something is added while it is read."""

    def open(self, *_: Any, **__: Any) -> Any:
        """Open the file for reading."""
        return io.BufferedReader(Added(str(self)))


class Added(io.FileIO):
    """A file that grows as it is read."""

    def readinto(self, buffer: Any) -> int | None:
        """Read a piece; before the first, add one."""
        if not self.tell():
            with Path(str(self.name)).open("ab") as other:
                other.write(b"KIM A,Satu\n")
        return super().readinto(buffer)


def test_a_file_that_grows(tmp_path: Path) -> None:
    """A file that another program still writes is refused, not read by half."""
    (tmp_path / "a.csv").write_bytes(b"Nama Kelompok,Desa\n")
    with pytest.raises(Unreadable) as caught:
        workbook.copied(Growing(tmp_path / "a.csv"), tmp_path / "copy")
    assert caught.value.code == "file_changing"


def test_a_file_that_grows_without_end(tmp_path: Path) -> None:
    """A file that another program writes all the time is refused or read in whole lines; reading ends."""
    path, is_over = tmp_path / "a.csv", threading.Event()
    path.write_bytes(b"Nama Kelompok,Desa\n" * 100_000)

    def grow() -> None:
        with path.open("ab", buffering=0) as file:
            while not is_over.is_set() and file.tell() < workbook.LARGEST:
                file.write(b"KIM A,Satu\n" * 1_000)

    writer = threading.Thread(target=grow)
    writer.start()
    found: tuple[Sheet, ...] = ()
    with suppress(Unreadable):
        found = read_sheets(path)
    is_over.set()
    writer.join()
    assert {len(cells) for one in found for _, cells in one.rows} <= {2}
