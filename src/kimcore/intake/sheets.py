"""Sheets: the neutral form of a spreadsheet's sheet, whatever file it came from."""

from attrs import field, frozen

from kimcore.intake.cells import CellValue

__all__ = ["Note", "Row", "Sheet"]

Row = tuple[int, tuple[CellValue, ...]]
"""The number of a row as the spreadsheet shows it, and its cells from the first column on."""


@frozen(kw_only=True)
class Note:
    """What the reader of a file has to report: `code` says what, `value` what stood there.

    `row` is the number that the spreadsheet shows, 0 for the file as a whole; `index` is the position of the column.
    """

    row: int
    index: int
    code: str
    value: str = field(default="", repr=False)


@frozen(kw_only=True)
class Sheet:
    """A sheet: its name, its rows that hold anything, and the first blank row between such rows.

    `file` is the file it came from, `notes` what its reader has to report; a cell that is reported is blank.
    """

    name: str
    rows: tuple[Row, ...] = field(repr=False)
    file: str = ""
    notes: tuple[Note, ...] = field(default=(), repr=False)
