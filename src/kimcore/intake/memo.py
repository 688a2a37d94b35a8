"""Memo: cells read once for each different value, since registers repeat their words."""

import re
from collections.abc import Sequence
from typing import Any, Final

from kimcore.intake.cells import CellValue, fold, is_blank, letters, text_of
from kimcore.intake.columns import Column, Kind, Reader

__all__ = ["TOTAL", "Memo", "Memory", "names_total"]

TOTAL: Final = re.compile(
    r"(?:sub|grand)?[\s-]*(?:jumlah|total)(?:\s+(?:kim|kelompok|seluruhnya))?[\s:=]*[\d.,]*(?:\s*kim)?"
)
"""What a row of totals is called."""


class Memo(dict[CellValue, Any]):
    """What the cells of one kind hold, by the cell; `codes` tells which of them were reported."""

    def __init__(self, reader: Reader) -> None:
        """Start with no cell read."""
        self.reader = reader
        self.codes: dict[CellValue, str] = {}

    def __missing__(self, cell: CellValue) -> Any:
        """Read a cell that was not met before."""
        self[cell], code = self.reader(cell)
        if code:
            self.codes[cell] = code
        return self[cell]

    def read(self, cells: Sequence[CellValue]) -> tuple[list[Any], dict[int, str]]:
        """Return the values of cells in order, and the code of each that is reported by its position."""
        if bool in set(map(type, cells)):  # Python takes TRUE for 1: read cell by cell
            pairs = list(map(self.reader, cells))
            return [value for value, _ in pairs], {n: code for n, (_, code) in enumerate(pairs) if code}
        values = list(map(self.__getitem__, cells))
        if not self.codes or self.codes.keys().isdisjoint(cells):
            return values, {}
        return values, {n: self.codes[cell] for n, cell in enumerate(cells) if cell in self.codes}


class Plain(dict[CellValue, bool]):
    """Which names tell at a glance that a row holds data: neither blank, nor a total, nor the heading."""

    def __init__(self, heading: str) -> None:
        """Start with no name seen."""
        self.heading = letters(heading)

    def __missing__(self, name: CellValue) -> bool:
        """Look at a name that was not seen before."""
        self[name] = not (is_blank(name) or names_total(name) or letters(text_of(name)) == self.heading)
        return self[name]


def names_total(name: CellValue) -> bool:
    """Tell whether a name is Jumlah, Total or their like."""
    return bool(TOTAL.fullmatch(fold(name)))


class Memory:
    """What was read in one register so far: its sheets share their words."""

    def __init__(self) -> None:
        """Start with nothing read."""
        self.memos: dict[Kind, Memo] = {}
        self.plains: dict[str, Plain] = {}

    def of(self, column: Column) -> Memo:
        """Return the memo of a column's kind."""
        return self.memos.setdefault(column.kind, Memo(column.reader))

    def plain(self, heading: str) -> Plain:
        """Return the names seen under a heading."""
        return self.plains.setdefault(heading, Plain(heading))
