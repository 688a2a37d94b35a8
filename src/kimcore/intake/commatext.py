"""Comma text: a CSV file as a sheet, read line by line."""

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TextIO

from kimcore.intake.cells import letters
from kimcore.intake.layout import SHEETS
from kimcore.intake.quarantine.limits import CELLS, CHUNK, ROWS
from kimcore.intake.refusals import refusal
from kimcore.intake.sheets import Row, Sheet
from kimcore.tables import unguard

__all__ = ["read_csv"]

HEADINGS: Final = {name for spec in SHEETS for column in spec.all_columns for name in column.names}
LONGEST: Final = 1 << 20
"""How many characters a line may have."""

TOP: Final = 20_000
"""How many characters from the top tell the delimiter."""


def read_csv(copy: Path, name: str) -> Sheet:
    """Return a CSV file as one sheet that bears the file's name; refuse what is no text or no CSV."""
    encoding = encoding_of(copy, name)
    with copy.open(encoding=encoding, newline="") as file:
        top = file.read(TOP)
        hint = top.partition("\n")[0].strip().strip('"').lower()
        has_hint = hint.startswith("sep=") and len(hint) == 5
        sign = hint[4] if has_hint else delimiter(top)
        file.seek(0)
        rows = tuple(rows_of(file, sign, name))
    return Sheet(name=Path(name).stem, rows=((1, ()), *rows[1:]) if has_hint else rows, file=name)


def rows_of(file: TextIO, sign: str, name: str) -> Iterator[Row]:
    """Give the rows; refuse a quotation mark that is not closed, and more than a register holds."""
    reader = csv.reader(lines(file, name), delimiter=sign, strict=True)
    cells = 0
    try:
        for number, row in enumerate(reader, 1):
            cells += len(row)
            if number > ROWS:
                raise refusal("file_many_rows", name, limit=ROWS)
            if cells > CELLS:
                raise refusal("file_many_cells", name, limit=CELLS)
            yield number, tuple([unguard(cell) for cell in row])
    except csv.Error as error:
        raise refusal("file_not_csv", name, reason=error, line=reader.line_num) from None


def lines(file: TextIO, name: str) -> Iterator[str]:
    """Give the lines of a text; refuse one without end."""
    while line := file.readline(LONGEST):
        if len(line) == LONGEST:
            raise refusal("file_much_text", name, limit=1)
        yield line


def encoding_of(copy: Path, name: str) -> str:
    """Return the encoding of a text: UTF-8 with or without a mark, UTF-16 with one, else the code page of Windows."""
    with copy.open("rb") as file:
        is_marked = file.read(2) in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}
    for encoding in ("utf-16",) if is_marked else ("utf-8-sig", "cp1252"):
        if fits(copy, encoding):
            return encoding
    raise refusal("file_not_text", name)


def fits(copy: Path, encoding: str) -> bool:
    """Tell whether a file can be read in an encoding, and holds no zero character."""
    decoder = codecs.getincrementaldecoder(encoding)()
    with copy.open("rb") as file:
        try:
            while chunk := file.read(CHUNK):
                if "\0" in decoder.decode(chunk):
                    return False
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def delimiter(top: str) -> str:
    """Return the sign that parts a CSV text into most headings of the register, else into most columns."""

    def parted(sign: str) -> tuple[int, int]:
        """Return the numbers of headings and of columns of the row that has most."""
        rows = csv.reader(io.StringIO(top, newline=""), delimiter=sign)
        return max(((sum(letters(cell) in HEADINGS for cell in row), len(row)) for row in rows), default=(0, 0))

    return max(",;\t", key=parted)
