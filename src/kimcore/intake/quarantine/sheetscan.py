"""Sheet scan: the cells of one sheet of an xlsx file, one by one, before the file is opened."""

import contextlib
from collections.abc import Callable, Iterable

from .cells import Counter, Notes, place
from .limits import Refused
from .markup import Attributes, scan

__all__ = ["SheetScan"]


class SheetScan:
    """Reads a sheet by events: counts its cells, and notes formulas without a value, errors, numbers below zero."""

    def __init__(self, counter: Counter, length: Callable[[str], int]) -> None:
        """Start above the first row; `length` tells how long a shared text is."""
        self.counter, self.length, self.notes = counter, length, Notes()
        self.row = self.column = self.tables = 0
        self.kind, self.within = "", ""
        self.formula: str | None = None
        self.value: str | None = None
        counter.start()

    def read(self, chunks: Iterable[bytes]) -> Notes:
        """Read the sheet and return what is to be reported of it."""
        scan(chunks, self.opened, self.closed, self.text, self.hidden)
        return self.notes

    def opened(self, name: str, attributes: Attributes) -> None:
        """Enter an element."""
        if name == "c":
            self.enter_cell(attributes)
        elif name == "row":
            self.row, self.column = place("A" + attributes.get("r", str(self.row + 1)))[0], 0
        elif name in {"f", "v", "t"}:
            self.within = name
            if name == "f":
                self.formula = ""
            else:
                self.value = self.value or ""
        elif name == "sheetData":
            self.tables += 1
            if self.tables > 1:
                raise Refused("file_unsafe")

    def enter_cell(self, attributes: Attributes) -> None:
        """Enter a cell; one without a reference stands to the right of the one before."""
        if "r" in attributes:
            self.row, self.column = place(attributes["r"])
        self.kind, self.formula, self.value, self.within = attributes.get("t", ""), None, None, ""

    def text(self, words: str) -> None:
        """Take the text of a formula or value."""
        if self.within == "f":
            self.formula = (self.formula or "")[:200] + words
        elif self.within:
            self.value = (self.value or "") + words

    def hidden(self) -> None:
        """Refuse a value that holds what readers skip: they would read another value."""
        if self.within == "v":
            raise Refused("file_unsafe")

    def closed(self, name: str) -> None:
        """Leave an element."""
        if name == "c":
            self.leave_cell()
            self.column += 1
        elif name == self.within:
            self.within = ""

    def leave_cell(self) -> None:
        """Count a cell that holds anything, and note what is to be reported of it."""
        value = self.value or ""
        if not value and self.formula is None:
            self.counter.blank()
            return
        length = self.length(value) if self.kind == "s" else len(value)
        self.counter.add(self.row, self.column, length)
        if self.kind == "e":
            self.notes.add(self.row, self.column, "cell_error", value)
        elif not value and not (self.kind == "str" and self.value is not None):
            self.notes.add(self.row, self.column, "formula_unread", f"={self.formula}")
        elif value.startswith("-") and self.kind in {"", "n"}:
            with contextlib.suppress(ValueError):
                self.notes.keep(self.row, self.column, float(value))
