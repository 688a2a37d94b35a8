"""Cells: counting the cells of a file before it is opened, and what is to be reported of them."""

from typing import Any

from .limits import AREA, CELLS, COLUMNS, NOTES, PAGE, ROWS, TEXT, Refused

__all__ = ["Counter", "Note", "Notes", "letters_of", "place"]

Note = tuple[int, int, str, str]
"""Row from 1, column from 0, code and value; row 0 where the file as a whole is meant."""

LAST_ROW = 1_048_576
LETTERS = 26


def letters_of(column: int) -> str:
    """Return the name of a column, from 0: A, Z, AA, XFD."""
    name, left = "", column + 1
    while left:
        left, letter = divmod(left - 1, LETTERS)
        name = chr(65 + letter) + name
    return name


def place(name: str) -> tuple[int, int]:
    """Return row and column of a cell by its name; refuse what lies outside of any sheet."""
    letters = name.rstrip("0123456789")
    digits = name[len(letters) :]
    if 0 < len(letters) <= 3 and letters.isascii() and letters.isalpha() and 0 < len(digits) <= 7:
        column = 0
        for letter in letters.upper():
            column = column * LETTERS + ord(letter) - 64
        if column <= COLUMNS and 0 < int(digits) <= LAST_ROW:
            return int(digits), column - 1
    raise Refused("file_far_cell", cell=name[:20] or "?")


class Notes:
    """What is to be reported of the cells of one sheet, and which of them are to be read as they stand."""

    def __init__(self) -> None:
        """Start with nothing to report."""
        self.found: list[Note] = []
        self.raw: dict[tuple[int, int], Any] = {}

    def add(self, row: int, column: int, code: str, value: str) -> None:
        """Report a cell; its value is not read."""
        if len(self.found) >= NOTES:
            raise Refused("file_uncalculated", limit=NOTES)
        self.found.append((row, column, code, value[:200]))
        self.raw[row, column] = ""

    def keep(self, row: int, column: int, value: float) -> None:
        """Read a cell as this number, whatever it looks like."""
        if len(self.raw) < NOTES:
            self.raw[row, column] = value


class Counter:
    """Counts cells and their text over all sheets of a file, and the rows and the rectangle of the current sheet."""

    def __init__(self) -> None:
        """Start at the first sheet."""
        self.cells = self.text = 0
        self.start()

    def start(self) -> None:
        """Start a sheet."""
        self.page = self.bottom = self.right = self.rows = self.row = 0

    def add(self, row: int, column: int, text: int = 0, *, times: int = 1, height: int = 1) -> None:
        """Count a cell, or a block that ends there: so many cells of one text in so many rows."""
        if row != self.row:
            self.row, self.rows = row, self.rows + height
        self.bottom = max(self.bottom, row)
        if column >= self.right:
            self.right = column + 1
        if self.bottom * self.right > AREA:
            raise Refused("file_far_cell", cell=f"{letters_of(column)}{row}")
        if self.rows > ROWS:
            raise Refused("file_many_rows", limit=ROWS)
        self.blank(times)
        if text:
            self.write(text * times)

    def blank(self, times: int = 1) -> None:
        """Count cells, also such as hold nothing: they take time too."""
        self.cells += times
        self.page += times
        if self.page > PAGE or self.cells > CELLS:
            raise Refused("file_many_cells", limit=PAGE if self.page > PAGE else CELLS)

    def write(self, text: int) -> None:
        """Count characters."""
        self.text += text
        if self.text > TEXT:
            raise Refused("file_much_text", limit=TEXT >> 20)
