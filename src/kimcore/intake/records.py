"""Records: the rows of a recognised sheet with every cell read, and what was wrong in them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from attrs import field, frozen

from kimcore.intake.cells import CACHE, CellValue, fold, is_blank, letters
from kimcore.intake.columns import NAME, Kind
from kimcore.intake.headings import Located, Placed
from kimcore.intake.log import Log
from kimcore.intake.sheets import Row
from kimcore.problems import Severity
from kimcore.terms import Text
from kimcore.values import DENIED

__all__ = ["Flaw", "Record", "records"]

TOTAL = re.compile(r"(?:sub|grand)?[\s-]*(?:jumlah|total)(?:\s+(?:kim|kelompok|seluruhnya))?[\s:=]*[\d.,]*(?:\s*kim)?")
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
        """Tell whether the cell of a column was reported."""
        return any(flaw.placed.column.key == key for flaw in self.flaws)

    def tell(self, log: Log) -> None:
        """Report the flaws of the row."""
        for flaw in self.flaws:
            log.report(flaw.code, self.located, self.row, placed=flaw.placed, value=flaw.value)

    def report(self, log: Log, code: str, key: str = "", **words: Any) -> None:
        """Report a problem of the row, in the column of a key where the file has it."""
        log.report(code, self.located, self.row, placed=self.located.placed(key), **words)


def records(located: Located, log: Log) -> Iterator[Record]:
    """Give the rows that hold data; blank rows, totals and repeated headings are passed over and reported."""
    width = max((index + 1 for p in located.columns for index in p.indexes), default=0)
    was_passed = False
    for number, short in located.rows:
        cells = short + (None,) * (width - len(short))
        is_passed = is_empty(located, cells) or is_total(located, cells)
        if is_passed and not was_passed:
            log.report("name_missing", located, number, severity=Severity.INFO)
        was_passed = is_passed
        if is_passed:
            continue
        if repeats_headings(located, cells):
            log.report("repeated_row", located, number, name=HEADINGS)
            continue
        yield read(located, (number, cells))


def is_empty(located: Located, cells: Sequence[CellValue]) -> bool:
    """Tell whether a row holds nothing but its number."""
    for placed in located.columns:
        if placed.column.kind not in NUMBERS and any(not is_blank(cells[i]) for i in placed.indexes):
            return False
    return True


def is_total(located: Located, cells: Sequence[CellValue]) -> bool:
    """Tell whether a row sums up others: its name is Jumlah or Total, or it has no name and is so labelled."""
    anchor = located.placed("title" if located.spec.key == "issues" else NAME)
    name = cells[anchor.indexes[0]] if anchor else None
    if not is_blank(name):
        return names_total(name)
    filled = [fold(c) for c in cells if not is_blank(c)]
    return bool(TOTAL_LABEL.match(filled[0])) or any(TOTAL.fullmatch(words) for words in filled)


@lru_cache(maxsize=CACHE, typed=True)
def names_total(value: CellValue) -> bool:
    """Tell whether a name is Jumlah, Total or their like."""
    return bool(TOTAL.fullmatch(fold(value)))


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


def read(located: Located, row: Row) -> Record:
    """Read the cells of a row; those of a column that stands twice are joined."""
    number, cells = row
    values: dict[str, Any] = {}
    flaws: list[Flaw] = []
    for placed in located.columns:
        for index in placed.indexes:
            found, code = placed.reader(cells[index])
            values[placed.key] = joined(values[placed.key], found) if placed.key in values else found
            if code:
                flaws.append(Flaw(code, placed, cells[index]))
    return Record(located, number, values, tuple(flaws))


def joined(first: Any, second: Any) -> Any:
    """Join the values of a column that stands twice; a denial counts only where the other cell is empty."""
    together = tuple(dict.fromkeys(item for part in (first, second) if part is not DENIED for item in part))
    return together or (DENIED if DENIED in {first, second} else ())
