"""How the office of the year types: what its KIMs are called, its words and days, and a workbook of rows."""

from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from openpyxl import Workbook

__all__ = ["ANSWERS", "DAY", "KIMS", "NO", "OFFICER", "UNKNOWN", "YES", "Cell", "Row", "Sheets"]
__all__ += ["kim", "kims", "listed", "spoken", "write_book"]

Cell = str | int | float | date | None
Row = dict[str, Cell]
"""A row by its headings."""

Sheets = dict[str, list[Row]]
"""The rows of a workbook by the names of its sheets."""

KIMS: Final = 60
DAY: Final = timedelta(days=1)
YES, NO, UNKNOWN = "ya", "tidak", None
ANSWERS: Final = (YES, YES, NO, UNKNOWN)
OFFICER: Final = "Pejabat Rekaan"
MONTHS: Final = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


def kim(number: int) -> str:
    """Return the name of a KIM."""
    return f"KIM Rekaan {number % KIMS:02d}"


def kims(first: int, number: int) -> list[str]:
    """Return so many KIMs from one on."""
    return [kim(first + n) for n in range(number)]


def listed(names: Iterable[str]) -> str:
    """Return several names as they stand in one cell."""
    return "; ".join(names)


def spoken(day: date) -> str:
    """Return a day as some officers type it."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def write_book(path: Path, sheets: Sheets) -> None:
    """Write a workbook: each sheet with the headings of all its rows, in the order in which they first stand."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        headings = list(dict.fromkeys(heading for row in rows for heading in row))
        sheet = book.create_sheet(name)
        for cells in (headings, *([row.get(heading) for heading in headings] for row in rows)):
            sheet.append(cells)
    book.save(path)
