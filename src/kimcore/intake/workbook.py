"""Workbook: files of the register as sheets: xlsx, xls and ods through a child process, CSV by hand.

This is the only module of the intake that reads files.
"""

import csv
import io
import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from kimcore.errors import MissingExtra, Unreadable
from kimcore.intake import reader
from kimcore.intake.cells import letters
from kimcore.intake.layout import SHEETS
from kimcore.intake.sheets import Sheet

__all__ = ["LARGEST", "SECONDS", "read_sheets"]

LARGEST: Final = 64 * 1024 * 1024
"""The largest file, in bytes."""

SECONDS: Final = 120
"""How long a workbook may take."""

WORKBOOKS: Final = {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"}
TEXTS: Final = {".csv", ".tsv", ".txt"}
HEADINGS: Final = {name for spec in SHEETS for column in spec.all_columns for name in column.names}
FORMULA_STARTS = ("'=", "'+", "'-", "'@")
"""How a guarded CSV cell begins: the apostrophe keeps a spreadsheet from taking it for a formula."""


def read_sheets(path: str | Path) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook or CSV file, each row with the number that a spreadsheet shows.

    Raises `Unreadable` for what is no such file, and `MissingExtra` where workbooks need the extra `xlsx`.
    """
    file = Path(path)
    check(file)
    kind = file.suffix.lower()
    if kind in TEXTS:
        return (read_csv(file),)
    if kind in WORKBOOKS:
        return read_workbook(file)
    raise unreadable(file, "file_kind", "is no xlsx, xls, ods or CSV file", "bukan berkas xlsx, xls, ods atau CSV")


def unreadable(file: Path, code: str, en: str, id: str) -> Unreadable:
    """Return the error of a file, in words that follow its name."""
    return Unreadable(code, f"{file.name}: {en}", f"{file.name}: {id}", file=file.name)


def check(file: Path) -> None:
    """Refuse what does not exist, is no file, is empty, or is too large."""
    try:
        size = file.stat().st_size if file.is_file() else -1
    except (OSError, ValueError):
        size = -1
    if size < 0:
        raise unreadable(file, "file_missing", "there is no such file", "berkas tidak ditemukan")
    if size == 0:
        raise unreadable(file, "file_empty", "the file is empty", "berkas kosong")
    if size > LARGEST:
        raise unreadable(file, "file_too_large", "the file is larger than 64 MB", "berkas lebih besar dari 64 MB")


def read_workbook(file: Path) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook, opened in a process of its own."""
    if find_spec("python_calamine") is None:
        raise MissingExtra(
            "missing_extra",
            "reading a workbook needs the extra xlsx: pip install 'kimcore[xlsx]'",
            "membaca buku kerja memerlukan tambahan xlsx: pip install 'kimcore[xlsx]'",
        )
    lines = opened(file).splitlines()
    books = (json.loads(line, object_hook=reader.unpacked) for line in lines)
    return tuple(sheet_of(book["name"], book["rows"], file) for book in books)


def opened(file: Path) -> bytes:
    """Return what the child process wrote about a workbook; whatever befalls it is one error here."""
    command = [sys.executable, "-P", reader.__file__, str(file.absolute())]
    try:
        done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        raise unreadable(file, "file_too_slow", "reading takes too long", "terlalu lama dibaca") from None
    except OSError as error:
        raise unreadable(
            file, "file_unreadable", f"cannot be read ({error})", f"tidak dapat dibaca ({error})"
        ) from None
    if done.returncode == 0:
        return done.stdout
    if b"password" in done.stderr.lower():
        raise unreadable(file, "file_protected", "is protected by a password", "dilindungi kata sandi")
    raise unreadable(
        file,
        "file_unreadable",
        "is damaged, or is no workbook; open it in a spreadsheet and save it again",
        "rusak atau bukan buku kerja; buka di aplikasi lembar kerja lalu simpan ulang",
    )


def sheet_of(name: str, rows: list[list[object]], file: Path) -> Sheet:
    """Return a sheet with its rows numbered from 1."""
    numbered = tuple((number, tuple(cells)) for number, cells in enumerate(rows, 1))
    return Sheet(name=name, rows=numbered, file=file.name)  # type: ignore[arg-type]


def read_csv(file: Path) -> Sheet:
    """Return a CSV file as one sheet that bears the file's name."""
    text = decoded(file)
    hint = text.partition("\n")[0]
    named = hint.strip().strip('"').lower()
    has_hint = named.startswith("sep=") and len(named) == 5
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=named[4] if has_hint else delimiter(text)))
    except csv.Error as error:
        raise unreadable(file, "file_unreadable", f"is no CSV ({error})", f"bukan CSV ({error})") from None
    if has_hint:
        rows[0] = []
    return sheet_of(file.stem, [[unguarded(cell) for cell in row] for row in rows], file)


def decoded(file: Path) -> str:
    """Return the text of a CSV file: UTF-8 with or without a mark, else the code page of Windows."""
    content = file.read_bytes()
    for encoding in ("utf-16",) if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise unreadable(file, "file_unreadable", "is no text", "bukan berkas teks")


def delimiter(text: str) -> str:
    """Return the sign that parts a CSV text into most headings of the register, else into most columns."""
    top = text[:20000]

    def parted(sign: str) -> tuple[int, int]:
        """Return the numbers of headings and of columns of the row that has most."""
        rows = csv.reader(io.StringIO(top), delimiter=sign)
        return max(((sum(letters(cell) in HEADINGS for cell in row), len(row)) for row in rows), default=(0, 0))

    return max(",;\t", key=parted)


def unguarded(cell: str) -> str:
    """Return a cell without the apostrophe that guards it from being a formula."""
    return cell[1:] if cell.startswith(FORMULA_STARTS) else cell
