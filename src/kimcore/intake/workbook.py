"""Workbook: files of the register as sheets: xlsx, xls and ods through a child process, CSV by hand.

A file is read once, into a private copy; its first bytes tell what it is, whatever its name says.
"""

import os
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from kimcore.errors import KimError, MissingExtra
from kimcore.intake.commatext import read_csv
from kimcore.intake.reader import read_workbook
from kimcore.intake.refusals import refusal
from kimcore.intake.sheets import Sheet

__all__ = ["LARGEST", "read_sheets"]

LARGEST: Final = 64 << 20
"""The largest file, in bytes."""

TEXTS: Final = {".csv", ".tsv", ".txt"}
WORKBOOKS: Final = {".xlsx", ".xlsm", ".xls", ".ods"}
ZIP: Final = b"PK\3\4"
OLE: Final = b"\xd0\xcf\x11\xe0"
OPEN_DOCUMENT: Final = b"mimetypeapplication/vnd.oasis.opendocument"
PAGES: Final = (b"<!doctype", b"<html", b"<head", b"<meta", b"<style", b"<table", b"<?xml", b"<!--", b"mime-version")
BLANKS: Final = b"\xef\xbb\xbf\r\n\t "
PIECE: Final = 1 << 20


def read_sheets(path: str | Path) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook or CSV file, each row with the number that a spreadsheet shows.

    Raises `Unreadable` for what is no such file, and `MissingExtra` where workbooks need the extra `xlsx`.
    """
    file = Path(path)
    check(file)
    try:
        with TemporaryDirectory(prefix="kimcore-", ignore_cleanup_errors=True) as folder:
            copy = copied(file, Path(folder) / "copy")
            kind = kind_of(copy, file)
            if kind == ".csv":
                return (read_csv(copy, file.name),)
            require_calamine()
            return read_workbook(copy.rename(copy.with_suffix(kind)), file.name)
    except KimError:
        raise
    except OSError as error:
        raise refusal("file_denied", file.name, reason=error.strerror or error) from None


def check(file: Path) -> None:
    """Refuse what does not exist, is no file, is empty, or bears the name of something else."""
    suffix = file.suffix.lower()
    try:
        is_folder, size = file.is_dir(), file.stat().st_size if file.is_file() else -1
    except (OSError, ValueError):
        is_folder, size = False, -1
    if is_folder:
        raise refusal("file_folder", file.name)
    if size <= 0:
        raise refusal("file_empty" if size == 0 else "file_missing", file.name)
    if suffix not in WORKBOOKS | TEXTS:
        raise refusal("file_binary" if suffix == ".xlsb" else "file_kind", file.name)


def copied(file: Path, copy: Path) -> Path:
    """Copy a file and return the copy; refuse one that is too large, or that changes meanwhile."""
    with file.open("rb") as source, copy.open("wb") as target:
        before, left = os.fstat(source.fileno()), LARGEST
        while piece := source.read(PIECE):
            left -= len(piece)
            if left < 0:
                raise refusal("file_too_large", file.name, limit=LARGEST >> 20)
            target.write(piece)
        after = os.fstat(source.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or after.st_size != LARGEST - left:
        raise refusal("file_changing", file.name)
    return copy


def kind_of(copy: Path, file: Path) -> str:
    """Return what a file is, as the suffix that it should bear; refuse text under the name of a workbook."""
    with copy.open("rb") as opened:
        head = opened.read(512)
    if head.startswith(ZIP):
        return ".ods" if head[30:].startswith(OPEN_DOCUMENT) else ".xlsx"
    if head.startswith(OLE):
        return ".xls"
    if head.lstrip(BLANKS).lower().startswith(PAGES):
        raise refusal("file_web_page", file.name)
    if file.suffix.lower() in TEXTS:
        return ".csv"
    raise refusal("file_unreadable" if set(head) & set(range(9)) else "file_misnamed", file.name)


def require_calamine() -> None:
    """Refuse workbooks where the library that opens them is not installed."""
    if find_spec("python_calamine") is None:
        raise MissingExtra(
            "missing_extra",
            "reading a workbook needs the extra xlsx: pip install 'kimcore[xlsx]'",
            "membaca buku kerja memerlukan tambahan xlsx: pip install 'kimcore[xlsx]'",
        )
