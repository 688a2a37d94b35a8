"""Files: the made-up register as the workbook or CSV file of an office."""

import csv
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter

from kimcore.intake import Sheet

__all__ = ["write_csv", "write_workbook"]

FORMATS = {datetime: "dd/mm/yyyy hh:mm", date: "dd/mm/yyyy", time: "hh:mm", timedelta: "[h]:mm"}


def write_workbook(path: Path, sheets: Iterable[Sheet]) -> None:
    """Write sheets as a workbook, every text as text."""
    book = xlsxwriter.Workbook(str(path), {"nan_inf_to_errors": True, "strings_to_urls": False})
    styles = {kind: book.add_format({"num_format": shown}) for kind, shown in FORMATS.items()}
    for one in sheets:
        page = book.add_worksheet(one.name)
        for number, cells in one.rows:
            for column, value in enumerate(cells):
                write_cell(page, (number - 1, column), value, styles)
    book.close()


def write_cell(page: Any, place: tuple[int, int], value: Any, styles: dict[type, Any]) -> None:
    """Write a cell as a spreadsheet would hold it."""
    if isinstance(value, str):
        page.write_string(*place, value)
    elif type(value) in styles:
        page.write_datetime(*place, value, styles[type(value)])
    elif isinstance(value, bool):
        page.write_boolean(*place, value)
    else:
        page.write_number(*place, value)


def write_csv(path: Path, sheet: Sheet) -> None:
    """Write a sheet as a CSV file with semicolons, as Excel does where a comma is decimal."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(cells for _, cells in sheet.rows)
