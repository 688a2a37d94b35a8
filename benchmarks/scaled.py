"""Scaled: the made-up demo register repeated until it holds as many KIMs as asked, each copy with names of its own."""

from collections.abc import Collection, Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from kimcore.intake import SHEETS, Sheet, SheetSpec, read_sheets
from kimcore.intake.headings import locate

__all__ = ["DEMO", "OFFICE", "scaled", "write"]

OFFICE: Final = "99.01"
DEMO: Final = Path(str(files("kimcore").joinpath("data/demo/register.xlsx")))
OWN: Final = {
    "identity.name", "identity.community_number", "profile.contact_person", "profile.address", "profile.phone",
    "profile.whatsapp", "profile.email", "decree.number", "name", "title", "account", "link", "proof", "evidence",
}  # fmt: skip
"""Columns whose texts differ from KIM to KIM: each copy gets its own, so that no cache is favoured."""

Rows = list[list[Any]]


def scaled(kims: int, kept: Collection[str] = ()) -> dict[str, Rows]:
    """Return rows of cells by sheet: headings, then the rows of the demo, copied until there are so many KIMs.

    The rows of sheets that are `kept` stand once: an office of many KIMs has no more issues of the year.
    """
    sheets = {sheet.name: sheet for sheet in read_sheets(DEMO)}
    located = [locate(sheets[spec.name], spec) for spec in SHEETS]
    (profile, *_) = located
    names = {str(row[1][profile.columns[1].indexes[0]]) for row in profile.rows if len(row[1]) > 5} - {""}
    copies = -(-kims // len(names))
    times = {one.spec.name: 1 if one.spec.name in kept else copies for one in located}
    return {one.spec.name: list(copied(one.sheet, one.spec, times[one.spec.name])) for one in located}


def copied(sheet: Sheet, spec: SheetSpec, copies: int) -> Iterator[list[Any]]:
    """Give the headings and the copies of the rows below them that hold data."""
    one = locate(sheet, spec)
    own = {index for p in one.columns if p.key in OWN for index in p.indexes}
    yield [c or "" for c in next(cells for n, cells in sheet.rows if n == one.rows[0][0] - 1)]
    rows = [cells for _, cells in one.rows if sum(c not in {"", None} for c in cells) > 2]
    for copy in range(copies):
        mark = f" {copy}" if copy else ""
        for cells in rows:
            yield [f"{c}{mark}" if i in own and isinstance(c, str) and c else c for i, c in enumerate(cells)]


def write(path: Path, kims: int, kept: Collection[str] = ()) -> int:
    """Write a workbook of so many KIMs, the rows of sheets that are `kept` once; return how many cells it holds."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_urls": False})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    total = 0
    for name, rows in scaled(kims, kept).items():
        sheet = book.add_worksheet(name)
        for r, cells in enumerate(rows):
            for c, value in enumerate(cells):
                if value in {"", None}:
                    continue
                total += 1
                if isinstance(value, date):
                    sheet.write_datetime(r, c, value, day)
                elif isinstance(value, str):
                    sheet.write_string(r, c, value)
                else:
                    sheet.write(r, c, value)
    book.close()
    return total
