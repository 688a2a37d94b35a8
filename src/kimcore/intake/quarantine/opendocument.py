"""Open document: what must be known of an ods file before it is opened, where a cell may stand for millions."""

from typing import Final

from .archive import Archive
from .cells import Counter, Notes
from .limits import COLUMNS, Refused
from .markup import Attributes, scan

__all__ = ["inspect"]

CONTENT: Final = "content.xml"
CELLS: Final = {"table-cell", "covered-table-cell"}
DEEPEST: Final = 1_048_576
ERRORS: Final = ("#", "Err:")


def inspect(archive: Archive) -> dict[str, Notes]:
    """Return what is to be reported of each sheet by its name; refuse what is not to be opened."""
    if CONTENT not in archive:
        raise Refused("file_kind")
    tables = Tables()
    scan(archive.chunks(CONTENT), tables.opened, tables.closed, tables.text)
    for part in sorted(archive.members):
        for _ in archive.chunks(part) if part not in archive.sizes else ():
            pass
    if b"encryption-data" in archive.whole("META-INF/manifest.xml"):
        raise Refused("file_protected")
    return tables.found


def repeated(attributes: Attributes, name: str, most: int) -> int:
    """Return how many times a cell or row stands; refuse more than a sheet has."""
    times = attributes.get(f"table:{name}-repeated", "1")
    if not times.isdecimal() or len(times) > 9 or int(times) > most:
        raise Refused("file_unsafe")
    return int(times)


class Tables:
    """Reads tables by events, and counts the cells that hold anything as often as they are repeated."""

    def __init__(self) -> None:
        """Start in front of the first table."""
        self.found: dict[str, Notes] = {"": Notes()}
        self.counter, self.notes = Counter(), Notes()
        self.row, self.column, self.rows, self.columns = 0, 0, 1, 1
        self.cell: Attributes | None = None
        self.words, self.has_text = "", False

    def opened(self, name: str, attributes: Attributes) -> None:
        """Enter an element."""
        if name == "table":
            self.counter.start()
            self.row = 0
            self.notes = self.found.setdefault(attributes.get("table:name", ""), Notes())
        elif name == "table-row":
            self.column, self.rows = 0, repeated(attributes, "number-rows", DEEPEST)
        elif name in CELLS:
            self.columns, self.cell = repeated(attributes, "number-columns", COLUMNS), attributes
            self.words, self.has_text = "", False
        elif name == "p":
            self.has_text = True
        elif name == "s":
            count = attributes.get("text:c", "1")
            self.counter.write(int(count) if count.isdecimal() and len(count) < 10 else 10**9)

    def text(self, words: str) -> None:
        """Take the text of a cell."""
        if self.cell is not None:
            self.words += words

    def closed(self, name: str) -> None:
        """Leave an element."""
        if name == "table-row":
            self.row += self.rows
        elif name in CELLS:
            self.leave_cell(self.cell or {})
            self.column += self.columns
            self.cell = None

    def leave_cell(self, cell: Attributes) -> None:
        """Count a cell that holds anything, and note what is to be reported of it."""
        is_filled = bool(self.words) or any(key.startswith("office:") for key in cell)
        formula = cell.get("table:formula")
        if is_filled or formula is not None:
            row, column = self.row + self.rows, self.column + self.columns - 1
            length = max(len(self.words), len(cell.get("office:string-value", "")))
            self.counter.add(row, column, length, times=self.rows * self.columns, height=self.rows)
        if is_error(cell, self.words):
            self.tell("cell_error", self.words)
        elif formula is not None and not (is_filled or self.has_text):
            self.tell("formula_unread", formula)

    def tell(self, code: str, value: str) -> None:
        """Report a cell as often as it stands."""
        for row in range(self.rows):
            for column in range(self.columns):
                self.notes.add(self.row + row + 1, self.column + column, code, value)


def is_error(cell: Attributes, words: str) -> bool:
    """Tell whether a cell shows the error of a formula."""
    is_stated = cell.get("calcext:value-type") == "error"
    return is_stated or (cell.get("table:formula") is not None and words.startswith(ERRORS))
