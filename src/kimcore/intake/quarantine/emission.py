"""Emission: the sheets of an opened workbook as lines of JSON, a few rows at a time.

Registers repeat their words: a line of rows holds each of its different values once, and the cells by their numbers.
"""

import json
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import count
from typing import Any, Final

from .cells import Counter, Notes
from .limits import AREA, Refused

__all__ = ["alive", "say", "write"]

BATCH: Final = 16_384
"""After how many cells a line ends: with the longest row below 65,536, so that two bytes hold a cell's number."""

ALIKE: Final = frozenset({bool, int})
"""Types whose values Python takes for those of others, as TRUE for 1.0: rows that hold them are written in full."""

Row = list[Any]
Merged = tuple[tuple[int, int], tuple[int, int]]


def packed(value: Any) -> dict[str, Any]:
    """Return a cell that JSON does not know as a tagged value."""
    if isinstance(value, timedelta):
        return {"seconds": value.total_seconds()}
    return {type(value).__name__: value.isoformat()}


def say(*message: Any) -> None:
    """Write a message as one line."""
    line = json.dumps(message, default=packed, separators=(",", ":"))
    sys.stdout.buffer.write(line.encode() + b"\n")
    sys.stdout.buffer.flush()


def alive() -> None:
    """Tell that the work goes on."""
    say("alive")


def write(name: str, sheet: Any, notes: Notes, counter: Counter) -> None:
    """Write a sheet: its name, what is to be reported of it, and its rows."""
    if sheet.total_height * sheet.total_width > AREA:
        raise Refused("file_far_cell", cell="")
    say("sheet", name)
    if notes.found:
        say("notes", notes.found)
    counter.start()
    batch = Batch(0)
    for number, row in kept(rows(sheet, notes, counter)):
        if number != batch.first + len(batch.lengths) or len(batch.cells) > BATCH:
            batch.say()
            batch = Batch(number)
        batch.lengths.append(len(row))
        batch.cells += row
    batch.say()
    say("end")


class Batch:
    """Rows below each other that are written together: the number of the first, their lengths, and all their cells."""

    def __init__(self, first: int) -> None:
        """Start without a row."""
        self.first = first
        self.lengths: list[int] = []
        self.cells: Row = []

    def say(self) -> None:
        """Write the rows, if any: the different values, and the numbers of the cells' values in hex."""
        if not self.lengths:
            return
        if ALIKE.isdisjoint(map(type, self.cells)):
            number_of = defaultdict[Any, int](count().__next__)
            numbers = array("H", map(number_of.__getitem__, self.cells))
            values = list(number_of)
        else:
            values, numbers = self.cells, array("H", range(len(self.cells)))
        say("rows", self.first, self.lengths, values, numbers.tobytes().hex())


def rows(sheet: Any, notes: Notes, counter: Counter) -> Iterator[tuple[int, Row]]:
    """Give the rows with their numbers, corrected and without empty cells at their ends; blank ones are empty."""
    left = sheet.start[1] if sheet.start else 0
    raw: dict[int, list[tuple[int, Any]]] = {}
    for (row, column), value in notes.raw.items():
        raw.setdefault(row, []).append((column, value))
    merges = Merges(sheet.merged_cell_ranges or ())
    for number, cells in enumerate(sheet.iter_rows(), 1):
        row = [""] * left + cells if left else cells
        for column, value in raw.get(number, ()):
            if column < len(row):
                row[column] = value
        if merges.waiting or merges.open:
            merges.fill(number - 1, row)
        while row and row[-1] == "":
            row.pop()
        if row:
            counter.add(number, len(row) - 1, times=len(row) - row.count(""))
        yield number, row


def kept(numbered: Iterable[tuple[int, Row]]) -> Iterator[tuple[int, Row]]:
    """Give the rows, and of blank rows below each other the first."""
    was_blank = False
    for number, row in numbered:
        if row or not was_blank:
            yield number, row
        was_blank = not row


class Merges:
    """Cells merged over several rows: each of the rows holds the value."""

    def __init__(self, ranges: Iterable[Merged]) -> None:
        """Order the ranges by their first rows, the last one first."""
        spans = [(top, left, bottom) for (top, left), (bottom, _) in ranges if bottom > top]
        self.waiting = sorted(spans, reverse=True)
        self.open: dict[int, tuple[int, Any]] = {}

    def fill(self, index: int, row: Row) -> None:
        """Fill the cells of a row that are merged with one above."""
        for column, (bottom, value) in list(self.open.items()):
            if index > bottom:
                del self.open[column]
            elif column < len(row):
                row[column] = value
        while self.waiting and self.waiting[-1][0] <= index:
            _, column, bottom = self.waiting.pop()
            if column < len(row) and row[column] != "":
                self.open[column] = (bottom, row[column])
