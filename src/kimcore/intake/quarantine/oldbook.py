"""Old book: the records of an xls file, one by one, before it is opened."""

import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from .cells import Counter, Notes
from .compound import Compound
from .limits import Refused

__all__ = ["inspect"]

STREAMS: Final = ("workbook", "book")
PROTECTED: Final = {"encryptedpackage", "encryptioninfo"}
MACROS: Final = "_vba_project"

FILE_PASS, BOUND_SHEET, BOF, CALCULATED = 0x2F, 0x85, 0x809, 0x1C1
FORMULA, TRUTH, MANY, MANY_BLANK = 0x06, 0x205, 0xBD, 0xBE
SINGLE: Final = {FORMULA, TRUTH, 0xFD, 0x203, 0x27E, 0x204, 0xD6}
"""Records of one cell that holds anything."""

ERRORS: Final = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
ERROR, EMPTY_TEXT = 2, 3
OFTEN: Final = 1 << 16


def inspect(path: Path, alive: Callable[[], None]) -> dict[str, Notes]:
    """Return what is to be reported of each sheet by its name; refuse what is not to be opened."""
    book = Compound(path.read_bytes())
    if PROTECTED & book.streams.keys():
        raise Refused("file_protected")
    name = next((name for name in STREAMS if name in book.streams), None)
    if name is None:
        raise Refused("file_kind")
    scan = Records(book.stream(name))
    for number, (kind, data, start) in enumerate(scan.records()):
        if not number % OFTEN:
            alive()
        scan.take(kind, data, start)
    if MACROS in book.streams:
        scan.found[""].found.append((0, 0, "macros_ignored", ""))
    return scan.found


class Records:
    """Counts the cells of an xls file, and notes errors and formulas without a value."""

    def __init__(self, stream: bytes) -> None:
        """Start in front of the first record."""
        self.stream, self.counter = stream, Counter()
        self.sheets: dict[int, str] = {}
        self.found: dict[str, Notes] = {"": Notes()}
        self.notes, self.is_calculated = Notes(), False

    def records(self) -> Iterator[tuple[int, bytes, int]]:
        """Give kind, content and place of each record up to the end of the stream."""
        place, end = 0, len(self.stream)
        while place + 4 <= end:
            kind, length = struct.unpack_from("<HH", self.stream, place)
            yield kind, self.stream[place + 4 : place + 4 + length], place
            place += 4 + length

    def take(self, kind: int, data: bytes, start: int) -> None:
        """Take one record."""
        if kind == FILE_PASS:
            raise Refused("file_protected")
        if kind == BOUND_SHEET and len(data) > 8:
            self.sheets[struct.unpack_from("<L", data)[0]] = named(data)
        elif kind == CALCULATED:  # written by programs that calculate, so that an empty text is a value
            self.is_calculated = True
        elif kind == BOF:
            self.counter.start()
            self.notes = self.found.setdefault(self.sheets.get(start, ""), Notes())
        elif kind in SINGLE and len(data) >= 8:
            self.take_cell(kind, data)
        elif kind in {MANY, MANY_BLANK} and len(data) >= 6:
            row, _ = struct.unpack_from("<HH", data)
            self.counter.add(row + 1, struct.unpack_from("<H", data, len(data) - 2)[0], times=len(data) // 6)

    def take_cell(self, kind: int, data: bytes) -> None:
        """Count a cell, and note it where its formula has no value or an error."""
        row, column = struct.unpack_from("<HH", data)
        self.counter.add(row + 1, column)
        if kind == TRUTH and data[7]:
            self.notes.add(row + 1, column, "cell_error", ERRORS.get(data[6], "#N/A"))
        elif kind == FORMULA and len(data) >= 16 and data[12:14] == b"\xff\xff":
            if data[6] == ERROR:
                self.notes.add(row + 1, column, "cell_error", ERRORS.get(data[8], "#N/A"))
            elif data[6] == EMPTY_TEXT and not self.is_calculated:
                self.notes.add(row + 1, column, "formula_unread", "=…")


def named(data: bytes) -> str:
    """Return the name of a sheet from the record that lists it."""
    is_wide = data[7] & 1
    found = data[8 : 8 + data[6] * (2 if is_wide else 1)]
    return found.decode("utf-16-le" if is_wide else "latin-1", "replace")
