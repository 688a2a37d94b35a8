"""Sheets: the neutral form of a spreadsheet's sheet, whatever file it came from."""

from attrs import field, frozen

from kimcore.intake.cells import CellValue

__all__ = ["Row", "Sheet"]

Row = tuple[int, tuple[CellValue, ...]]
"""The number of a row as the spreadsheet shows it, and its cells from the first column on."""


@frozen(kw_only=True)
class Sheet:
    """A sheet: its name, its rows that hold anything or stand between such rows, and the file it came from."""

    name: str
    rows: tuple[Row, ...] = field(repr=False)
    file: str = ""
