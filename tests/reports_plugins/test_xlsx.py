"""The workbook: what a spreadsheet program finds in it."""

import re
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from kimcore.errors import MissingExtra
from kimcore.tables import Cell, Column, Report, Table
from kimcore.terms import Text
from kimcore_plugins.reports.xlsx import XlsxWriter
from tests.reports_plugins import made_up
from tests.reports_plugins.reading import parts


def read(report: Report, folder: Path, language: Any = "id") -> Workbook:
    """Write a report and read the workbook back."""
    target = folder / "laporan.xlsx"
    XlsxWriter().write(report, target, language)
    return load_workbook(target)


def one(*cells: Cell, warning: Text | None = None) -> Report:
    """Return a report of one table of one row."""
    table = Table(
        key="one",
        name=Text("Satu", "One"),
        title=Text("Satu baris", "One row"),
        columns=tuple(Column(key=str(n), heading=Text(f"J{n}", f"H{n}")) for n in range(len(cells))),
        rows=(cells,),
    )
    return Report(title=Text("Laporan", "Report"), particulars=(), tables=(table,), warning=warning)


def cells_of(folder: Path, *cells: Cell) -> list[Any]:
    """Return the cells of the single row of a report."""
    sheet = read(one(*cells), folder).worksheets[1]
    return [sheet.cell(row=4, column=number) for number in range(1, len(cells) + 1)]


def test_sheets(tmp_path: Path) -> None:
    """A workbook has a cover, a sheet per table and one per chart, each linked from the cover."""
    book = read(made_up.report(), tmp_path)
    assert book.sheetnames[:3] == ["Sampul", "Tabel 3.1", "Penilaian syarat alasan semua"]
    assert len(book.sheetnames) == 5
    links = [cell.hyperlink.location for row in book["Sampul"] for cell in row if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in book.sheetnames[1:]]


def test_warning_everywhere(tmp_path: Path) -> None:
    """The warning stands on every sheet, in its first rows, which are repeated on each printed page."""
    for sheet in read(made_up.report(), tmp_path).worksheets:
        top = [sheet.cell(row=number, column=1).value for number in (1, 2)]
        assert made_up.WARNING.id in top
        assert sheet.oddHeader is not None
        assert made_up.WARNING.id in str(sheet.oddHeader.center.text)
        if sheet.title != "Sampul":
            assert sheet.print_title_rows == "$1:$4"


@pytest.mark.parametrize("text", ["R&D &P &Z", "&" * 500, "dua\nbaris", "12 buah"])
def test_any_warning_fits_the_paper(tmp_path: Path, text: str) -> None:
    """A warning at the head of the paper is text, whatever signs it holds and however long it is."""
    XlsxWriter().write(one("a", warning=Text(text, text)), tmp_path / "r.xlsx")
    header = re.search(r"<oddHeader>(.*?)</oddHeader>", parts(tmp_path / "r.xlsx")["xl/worksheets/sheet2.xml"])
    assert header
    shown = header[1].replace("&amp;", "&").removeprefix("&C&B").replace("&&", "")
    assert "&" not in shown
    assert len(header[1].replace("&amp;", "&")) <= 255


def test_no_warning(tmp_path: Path) -> None:
    """Without a warning none is shown."""
    target = tmp_path / "r.xlsx"
    XlsxWriter().write(made_up.report(warning=None), target)
    assert all(made_up.WARNING.id not in text for text in parts(target).values())


def test_kinds_of_cells(tmp_path: Path) -> None:
    """Numbers are numbers, dates are dates with day/month/year, terms are said, lines stand under one another."""
    cells = cells_of(
        tmp_path, 1234, 83.4, Decimal("12.50"), date(2024, 1, 31), made_up.Approach.PARTNER, ("a", "b"), True, "0123"
    )
    values = [cell.value for cell in cells]
    assert values[:3] + values[4:] == [1234, 83.4, 12.5, "mitra", "a\nb", "ya", "0123"]
    assert values[3].date() == date(2024, 1, 31)
    assert cells[3].number_format == "dd/mm/yyyy"
    assert [cell.data_type for cell in cells] == ["n", "n", "n", "d", "s", "s", "s", "s"]


def test_digits_are_kept(tmp_path: Path) -> None:
    """A fraction keeps its digits in the file, and one close to zero is not shown as zero."""
    target = tmp_path / "r.xlsx"
    XlsxWriter().write(one(83.4, 0.00002), target)
    sheet = parts(target)["xl/worksheets/sheet2.xml"]
    assert "<v>83.4</v>" in sheet
    assert load_workbook(target).worksheets[1]["B4"].number_format == "0.00E+00"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(10**15, "1000000000000000"), (-(10**15), "-1000000000000000"), (date(1900, 2, 28), "28/02/1900")],
)
def test_what_a_spreadsheet_would_spoil_is_text(tmp_path: Path, value: Cell, shown: str) -> None:
    """A number of more than 15 digits and a date before March 1900 are text, with nothing lost."""
    assert cells_of(tmp_path, value)[0].value == shown


@pytest.mark.parametrize("value", [10**15 - 1, 1 - 10**15])
def test_long_numbers_that_fit(tmp_path: Path, value: int) -> None:
    """A number of 15 digits is a number."""
    assert cells_of(tmp_path, value)[0].value == value


def test_first_safe_day(tmp_path: Path) -> None:
    """From 1 March 1900 on a date is a date."""
    assert cells_of(tmp_path, date(1900, 3, 1))[0].value.date() == date(1900, 3, 1)


def test_unknown_is_neither_zero_nor_empty(tmp_path: Path) -> None:
    """An unknown is a dash on grey, a zero is 0, an empty text is empty; the cover says what the dash means."""
    book = read(one(None, 0, "", float("nan"), Decimal("NaN")), tmp_path)
    unknown, zero, empty, *not_numbers = (book.worksheets[1].cell(row=4, column=n) for n in range(1, 6))
    assert unknown.value == "–"
    assert unknown.fill.fgColor.rgb == "FFE4E7EB"
    assert zero.value == 0
    assert not empty.value
    assert empty.fill.fgColor.rgb != "FFE4E7EB"
    assert [cell.value for cell in not_numbers] == ["–", "–"]
    cover = [cell.value for row in book.worksheets[0] for cell in row]
    assert any("bukan nol" in str(value) for value in cover)


def test_language(tmp_path: Path) -> None:
    """Headings, terms and fixed words are said in the language asked for."""
    book = read(made_up.report(), tmp_path, "en")
    assert book.sheetnames[:2] == ["Cover", "Table 3.1"]
    assert book["Table 3.1"]["C5"].value == "partner"
    assert "MADE-UP DATA" in book["Table 3.1"]["A2"].value


def test_heading_row(tmp_path: Path) -> None:
    """The heading is frozen with the naming columns of a wide table, has filters, and prints A4 landscape."""
    sheet = read(made_up.report(), tmp_path)["Tabel 3.1"]
    assert sheet.freeze_panes == "C5"
    assert sheet.auto_filter.ref == "A4:Q16"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (2, 0)
    assert sheet.print_title_cols == "$A:$B"


def test_notes_below(tmp_path: Path) -> None:
    """The notes stand below the rows, and the line above the heading says so."""
    sheet = read(made_up.report(), tmp_path)["Tabel 3.1"]
    assert sheet["A18"].value == "Catatan"
    assert sheet["A19"].value.startswith("Kekuatan menjumlah")
    assert "Catatan di bawah tabel: 2" in sheet["A3"].value


def test_rows_are_high_enough(tmp_path: Path) -> None:
    """A row with three lines of text is three lines high."""
    assert read(made_up.report(), tmp_path)["Tabel 3.1"].row_dimensions[5].height == 45


@pytest.mark.parametrize("rows", [0, 1, 1000])
def test_sizes(tmp_path: Path, rows: int) -> None:
    """Reports without rows, with one, and with a thousand hold each row once."""
    sheet = read(made_up.report(rows, rows), tmp_path)["Tabel 3.1"]
    numbers = [row[0] for row in sheet.iter_rows(min_row=5, max_row=4 + rows, values_only=True)] if rows else []
    assert numbers == list(range(1, rows + 1))
    if not rows:
        assert sheet["A5"].value == "Tidak ada baris."


def test_chart_sheet(tmp_path: Path) -> None:
    """A chart becomes the list of its numbers, names and values, with cut-offs and corners in the notes."""
    sheet = read(made_up.report(marks=3), tmp_path).worksheets[-1]
    assert [sheet.cell(row=row, column=1).value for row in (5, 6, 7)] == [1, 2, 3]
    notes = [sheet.cell(row=row, column=1).value for row in (10, 11, 12)]
    assert notes[0] == "Batas Ketertarikan (0–100): 50"
    assert "↗ Mitra" in str(notes[2])


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    """No text of a report becomes a formula, an outside link, a number, a date or markup."""
    target = tmp_path / "r.xlsx"
    XlsxWriter().write(made_up.hostile(), target)
    files = parts(target)
    sheets = {name: text for name, text in files.items() if name.startswith("xl/worksheets/sheet")}
    assert len(sheets) == len(made_up.HOSTILE) + 2
    assert all(not re.search(r"<f[ >/]|t=\"(array|str|e|b)\"", text) for text in sheets.values())
    assert all("TargetMode" not in text for name, text in files.items() if name.startswith("xl/worksheets/_rels"))
    assert "<r>" not in files["xl/sharedStrings.xml"]


def test_hostile_text_is_kept(tmp_path: Path) -> None:
    """Text comes back as it was, but for characters that no workbook holds and text that is too long."""
    kept = [text for text in made_up.HOSTILE if text.isprintable() and 0 < len(text) < 100 and text[:3] != "<r>"]
    book = read(one(*kept), tmp_path)
    assert [book.worksheets[1].cell(row=4, column=n).value for n in range(1, len(kept) + 1)] == kept


@pytest.mark.parametrize(("length", "cut"), [(32_765, False), (32_766, False), (32_767, True), (40_000, True)])
def test_long_text_says_that_it_was_cut(tmp_path: Path, length: int, cut: bool) -> None:
    """Text beyond what a cell holds is cut, and says how long it was."""
    value = cells_of(tmp_path, "x" * length)[0].value
    assert len(value) <= 32_767
    assert value.endswith(f"[dipotong dari {length} huruf]") is cut


def test_long_emoji_text_is_counted_in_utf16(tmp_path: Path) -> None:
    """An emoji counts as two, as a spreadsheet counts, and is not cut in half."""
    value = cells_of(tmp_path, "🎉" * 20_000)[0].value
    assert len(value.encode("utf-16-le")) // 2 <= 32_767
    assert "\ufffd" not in value
    assert "dipotong" in value


@pytest.mark.parametrize("text", ["\x00", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_forbidden_characters_are_replaced(tmp_path: Path, text: str) -> None:
    """A character that XML forbids is replaced by the sign for that."""
    assert cells_of(tmp_path, f"a{text}b")[0].value == "a\ufffdb"


@pytest.mark.parametrize("text", ["\x7f", "\x85", "\x9b", "\ufdd0", "\u2028"])
def test_what_xml_can_hold_comes_back(tmp_path: Path, text: str) -> None:
    """A rare character that XML allows is kept as it is."""
    assert cells_of(tmp_path, f"a{text}b")[0].value == f"a{text}b"


def test_same_bytes(tmp_path: Path) -> None:
    """The same report gives the same bytes."""
    for name in ("a", "b"):
        XlsxWriter().write(made_up.report(), tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_missing_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without xlsxwriter the error names the extra, and nothing is left behind."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtra, match=r"kimcore\[xlsx\]"):
        XlsxWriter().write(made_up.report(), tmp_path / "r.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_subclasses_of_the_usual_types(tmp_path: Path) -> None:
    """A value of a subclass is written as the type it stems from."""

    class Word(str):
        """A kind of text."""

    cells = cells_of(tmp_path, Word("=1"), datetime(2024, 5, 6, 7, 8, tzinfo=UTC))
    assert cells[0].value == "=1"
    assert cells[1].value.isoformat() == "2024-05-06T00:00:00"
    assert [cell.data_type for cell in cells] == ["s", "d"]
