"""Records: the rows of a recognised sheet with every cell read, and what was wrong in them."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from attrs import field, frozen

from kimcore.intake.cells import CellValue, fold, is_blank, letters
from kimcore.intake.columns import Kind
from kimcore.intake.headings import Located, Placed
from kimcore.intake.log import Log
from kimcore.intake.memo import TOTAL, Memory, names_total
from kimcore.intake.sheets import Row
from kimcore.problems import Severity
from kimcore.terms import Text
from kimcore.values import DENIED

__all__ = ["Flaw", "Record", "records"]

TOTAL_LABEL = re.compile(r"(?:sub|grand)?[\s-]*(?:jumlah|total)\b")
NUMBERS = {Kind.ORDINAL, Kind.ISSUE_NUMBER}
HEADINGS = Text("judul kolom", "the headings")


@frozen
class Flaw:
    """What was wrong in one cell."""

    code: str
    placed: Placed
    value: CellValue = field(repr=False)


@frozen
class Record:
    """A row whose cells are read: `values` by the keys of the columns that the file has, and its flaws."""

    located: Located
    row: int
    values: dict[str, Any] = field(repr=False)
    flaws: tuple[Flaw, ...]

    def is_flawed(self, key: str) -> bool:
        """Tell whether the cell of a column was reported, here or by the reader of the file."""
        return any(flaw.placed.key == key for flaw in self.flaws) or self.is_noted(key)

    def is_noted(self, key: str) -> bool:
        """Tell whether the reader of the file reported the cell of a column, and left it blank."""
        placed = self.located.placed(key) if self.located.noted else None
        return placed is not None and any((self.row, index) in self.located.noted for index in placed.indexes)

    def tell(self, log: Log) -> None:
        """Report the flaws of the row."""
        for flaw in self.flaws:
            log.report(flaw.code, self.located, self.row, placed=flaw.placed, value=flaw.value)

    def report(self, log: Log, code: str, key: str = "", **words: Any) -> None:
        """Report a problem of the row, in the column of a key where the file has it."""
        log.report(code, self.located, self.row, placed=self.located.placed(key), **words)


def records(located: Located, log: Log, memory: Memory) -> list[Record]:
    """Return the rows that hold data; blank rows, totals and repeated headings are passed over and reported."""
    return read(located, list(filled(located, log, memory)), memory)


def filled(located: Located, log: Log, memory: Memory) -> Iterator[Row]:
    """Give the rows that hold data, each with a cell for every column."""
    width = max((index + 1 for p in located.columns for index in p.indexes), default=0)
    anchor = located.placed(located.spec.anchor)
    plain = memory.plain(anchor.heading if anchor else "")
    was_passed = False
    for number, short in located.rows:
        cells = short if len(short) >= width else short + (None,) * (width - len(short))
        if anchor and plain[cells[anchor.indexes[0]]]:
            was_passed = False
            yield number, cells
            continue
        is_passed = is_empty(located, cells) or is_total(cells, anchor)
        if is_passed and not was_passed:
            log.report("name_missing", located, number, severity=Severity.INFO)
        was_passed = is_passed
        if is_passed:
            continue
        if repeats_headings(located, cells):
            log.report("repeated_row", located, number, name=HEADINGS)
            continue
        yield number, cells


def is_empty(located: Located, cells: Sequence[CellValue]) -> bool:
    """Tell whether a row holds nothing but its number."""
    for placed in located.columns:
        if placed.column.kind not in NUMBERS and any(not is_blank(cells[i]) for i in placed.indexes):
            return False
    return True


def is_total(cells: Sequence[CellValue], anchor: Placed | None) -> bool:
    """Tell whether a row sums up others: its name is Jumlah or Total, or it has no name and is so labelled."""
    name = cells[anchor.indexes[0]] if anchor else None
    if not is_blank(name):
        return names_total(name)
    words = [fold(c) for c in cells if not is_blank(c)]
    return bool(TOTAL_LABEL.match(words[0])) or any(TOTAL.fullmatch(word) for word in words)


def repeats_headings(located: Located, cells: Sequence[CellValue]) -> bool:
    """Tell whether a row repeats the headings, as on every page of a printed table."""
    same = 0
    for placed in located.columns:
        value = cells[placed.indexes[0]]
        if is_blank(value):
            continue
        if not isinstance(value, str) or letters(value) != letters(placed.heading):
            return False
        same += 1
    return same > 1


def read(located: Located, rows: Sequence[Row], memory: Memory) -> list[Record]:
    """Read the cells of rows, column by column; those of a column that stands twice are joined."""
    columns: dict[str, list[Any]] = {}
    flaws: dict[int, list[Flaw]] = {}
    table = list(zip(*(cells for _, cells in rows), strict=False))  # a row may have cells beyond the columns
    for placed in located.columns if rows else ():
        for index in placed.indexes:
            cells = table[index]
            values, codes = memory.of(placed.column).read(cells)
            columns[placed.key] = list(map(joined, columns[placed.key], values)) if placed.key in columns else values
            for n, code in codes.items():
                flaws.setdefault(n, []).append(Flaw(code, placed, cells[n]))
    keys = tuple(columns)
    return [
        Record(located, row[0], dict(zip(keys, values, strict=True)), tuple(flaws[n]) if n in flaws else ())
        for n, (row, values) in enumerate(zip(rows, zip(*columns.values(), strict=True), strict=True))
    ]


def joined(first: Any, second: Any) -> Any:
    """Join the values of a column that stands twice; a denial counts only where the other cell is empty."""
    together = tuple(dict.fromkeys(item for part in (first, second) if part is not DENIED for item in part))
    return together or (DENIED if DENIED in {first, second} else ())
