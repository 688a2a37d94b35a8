"""Program: inspects a workbook, opens it, and writes its sheets to stdout, or why it is not read."""

from pathlib import Path

from . import officebook, oldbook, opendocument
from .archive import Archive
from .cells import Counter, Notes
from .emission import alive, say, write
from .limits import Refused, limit_memory

__all__ = ["main"]

PAGE = "WorkSheet"


def main(path: str, look: str) -> int:
    """Write the sheets of a workbook; the look is `exact`, and where memory has no limit, always."""
    is_exact = not limit_memory() or look == "exact"
    try:
        read(Path(path), is_exact)
    except Refused as refusal:
        say("refused", refusal.code, refusal.params)
    except MemoryError:
        say("refused", "file_memory", {})
    else:
        say("done")
    return 0


def read(path: Path, is_exact: bool) -> None:
    """Inspect a workbook by its kind, then open it and write its sheets."""
    notes = inspected(path, is_exact)
    alive()
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    if whole := notes[""].found:
        say("file", whole)
    counter = Counter()
    try:
        with CalamineWorkbook.from_path(path) as book:
            for number, meta in enumerate(book.sheets_metadata):
                if str(meta.typ).endswith(PAGE):
                    write(meta.name, book.get_sheet_by_index(number), notes.get(meta.name, Notes()), counter)
    except PasswordError as error:
        raise Refused("file_protected") from error
    except (CalamineError, OSError, ValueError) as error:
        raise Refused("file_unreadable") from error


def inspected(path: Path, is_exact: bool) -> dict[str, Notes]:
    """Return what is to be reported of each sheet; refuse what is not to be opened."""
    if path.suffix == ".xls":
        return oldbook.inspect(path, alive)
    archive = Archive(path, alive)
    try:
        return opendocument.inspect(archive) if path.suffix == ".ods" else officebook.inspect(archive, is_exact)
    finally:
        archive.close()
