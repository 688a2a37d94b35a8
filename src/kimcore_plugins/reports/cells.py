"""Cells of a sheet: each plain value written by the one method that keeps it what it is."""

import math
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from kimcore.tables import Cell
from kimcore.terms import Language
from kimcore_plugins.reports.plain import Plain, plain, shorten
from kimcore_plugins.reports.styles import Styles
from kimcore_plugins.reports.wording import DASH

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

__all__ = ["LINE", "TALLEST", "CellWriter", "harmless", "lines_of"]

TEXT_LIMIT = 32_767
SHORT = TEXT_LIMIT // 2
EXACT = 10**15
LINE = 15.0
TALLEST = 405.0
LOOSE = 1.08
SMALL = 0.001
DAY_ZERO = date(1899, 12, 30).toordinal()
FIRST_DAY = date(1900, 3, 1)


def lines_of(value: Plain, width: float) -> int:
    """Return how many lines a value takes in a column of this width: not every program fits rows by itself."""
    if isinstance(value, str):
        if "\n" in value:
            return sum(lines_of(line, width) for line in value.split("\n"))
        return 1 if len(value) < width else max(1, math.ceil(len(value) * LOOSE / width))
    return sum(lines_of(line, width) for line in value) if isinstance(value, tuple) else 1


def harmless(text: str, language: Language) -> str:
    """Return text that fits in a cell, and that xlsxwriter does not take for ready-made markup.

    It writes a string from `<r>` to `</r>` into the sheet as it stands; a blank behind it prevents that.
    """
    if len(text) > SHORT:
        text = shorten(text, TEXT_LIMIT - 1, language)
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


class Exact(float):
    """A fraction that is written with the digits it has: xlsxwriter would write 83.4 as 83.40000000000001."""

    def __format__(self, _spec: str) -> str:
        """Return the shortest digits that give this number back."""
        return float.__repr__(self)


@frozen(kw_only=True)
class CellWriter:
    """Writes cells into one sheet; `write` picks by the type of the plain value."""

    sheet: "Worksheet"
    styles: Styles
    language: Language
    by_type: dict[type, Callable[[int, int, Any], object]] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        """Look each method up once, not once per cell."""
        self.by_type.update({str: self.text, tuple: self.lines, type(None): self.unknown})
        self.by_type.update({int: self.whole, float: self.fraction, Decimal: self.fraction, date: self.day})

    def row(self, row: int, cells: tuple[Cell, ...], widths: list[float], first: int = 0) -> None:
        """Write cells side by side in columns of these widths, in a row as high as its longest text needs."""
        language, write, look = self.language, self.sheet.write_string, self.styles.text
        found = [c if type(c) is str and c.isprintable() else plain(c, language) for c in cells]
        lines = max(map(lines_of, found, widths), default=1)
        if lines > 1:
            self.sheet.set_row(row, min(lines * LINE, TALLEST))
        for column, value in enumerate(found, first):
            if type(value) is str and len(value) < SHORT and value[:3] != "<r>":
                write(row, column, value, look)  # as `text` does, for the many
            else:
                self.by_type.get(type(value), self.other)(row, column, value)

    def text(self, row: int, column: int, value: str) -> None:
        """Write text as text."""
        if len(value) > SHORT or value.startswith("<r>"):
            value = harmless(value, self.language)
        self.sheet.write_string(row, column, value, self.styles.text)

    def lines(self, row: int, column: int, value: tuple[str, ...]) -> None:
        """Write lines of text under one another."""
        self.text(row, column, "\n".join(value))

    def whole(self, row: int, column: int, value: int) -> None:
        """Write a whole number; as text where a spreadsheet would lose digits."""
        if -EXACT < value < EXACT:
            self.sheet.write_number(row, column, value, self.styles.whole)
        else:
            self.text(row, column, str(value))

    def fraction(self, row: int, column: int, value: float | Decimal) -> None:
        """Write a number with the decimals it needs, so that a small one is not shown as 0."""
        number = float(value)
        style = self.styles.fraction
        if number.is_integer() and abs(number) < EXACT:
            style = self.styles.whole
        elif not SMALL <= abs(number) < EXACT:
            style = self.styles.tiny
        self.sheet.write_number(row, column, Exact(number), style)

    def day(self, row: int, column: int, value: date) -> None:
        """Write a date as a date; before March 1900, which a spreadsheet counts wrongly, as text."""
        if value >= FIRST_DAY:
            self.sheet.write_number(row, column, value.toordinal() - DAY_ZERO, self.styles.date)
        else:
            self.text(row, column, f"{value.day:02}/{value.month:02}/{value.year:04}")

    def unknown(self, row: int, column: int, _value: None) -> None:
        """Write an unknown so that it is seen, filtered and never summed: a dash on grey."""
        self.sheet.write_string(row, column, DASH, self.styles.unknown)

    def other(self, row: int, column: int, value: Any) -> None:
        """Write a value of a subclass of the usual types."""
        kind = next((kind for kind in self.by_type if isinstance(value, kind)), str)
        self.by_type[kind](row, column, value if kind is not str else str(value))
