"""Office book: which sheets an xlsx file has, and what must be known of them before it is opened."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from .archive import Archive
from .cells import Counter, Notes
from .limits import PAGE, ROWS, Refused
from .markup import Attributes, guarded, scan
from .sheetscan import SheetScan
from .strings import Strings

__all__ = ["inspect"]

WORKBOOK: Final = "xl/workbook.xml"
BINARY: Final = "xl/workbook.bin"
RELATIONS: Final = "xl/_rels/workbook.xml.rels"
MACROS: Final = "xl/vbaproject.bin"

TELLING: Final = re.compile(rb'<(?:c(?=[\s/>])(?! r="[A-Z]{1,2}[1-9][0-9]{0,5}"[ />])|f[\s/>]|v>-|!)')
"""What a sheet holds that needs the exact look: a cell whose reference is absent, far from the others, or written
unlike most; a formula; a number below zero; what readers skip."""

ERROR: Final = b't="e"'
PREFIXED: Final = re.compile(rb"<\w+:worksheet")

LONGEST: Final = 1 << 16
"""The longest text between two tags of a usual sheet."""


def inspect(archive: Archive, is_exact: bool) -> dict[str, Notes]:
    """Return what is to be reported of each sheet by its name, and of the file by the name ""; refuse what is unsafe.

    The quick look expands every part and finds what most workbooks do not have. A sheet that has it, and every sheet
    in an exact look, is counted cell by cell.
    """
    if WORKBOOK not in archive:
        raise Refused("file_binary" if BINARY in archive else "file_kind")
    sheets, texts = parts(archive)
    strings, counter, found = Strings(), Counter(), {"": Notes()}
    if is_exact:
        strings.read(archive.chunks(texts))
    length = strings.length if is_exact else len
    for name, part in sheets.items():
        if is_exact or not is_usual(archive.chunks(part)):
            found[name] = SheetScan(counter, length).read(archive.chunks(part))
    for part in sorted(archive.members):
        if part not in archive.sizes:
            drain(archive, part)
    if MACROS in archive:
        found[""].found.append((0, 0, "macros_ignored", ""))
    return found


def parts(archive: Archive) -> tuple[dict[str, str], str]:
    """Return the parts of the sheets by their names in order, and the part of the shared texts."""
    names: list[tuple[str, str]] = []
    targets: dict[str, str] = {}
    texts = ""

    def related(name: str, attributes: Attributes) -> None:
        nonlocal texts
        if name == "Relationship":
            target = attributes.get("Target", "")
            part = target.lstrip("/") if target.startswith(("/", "xl/")) else f"xl/{target}"
            targets[attributes.get("Id", "")] = part
            texts = part if attributes.get("Type", "").endswith("/sharedStrings") else texts

    def listed(name: str, attributes: Attributes) -> None:
        if name == "sheet":
            id = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            names.append((attributes.get("name", ""), id))

    scan([archive.whole(RELATIONS)], related)
    scan([archive.whole(WORKBOOK)], listed)
    if len({name for name, _ in names}) < len(names):
        raise Refused("file_unsafe")
    return {name: targets.get(id, "") for name, id in names}, texts


def is_usual(chunks: Iterable[bytes]) -> bool:
    """Tell whether a sheet is written as most are and holds nothing that needs the exact look."""
    rows = cells = 0
    for piece in whole_tags(guarded(chunks)):
        rows += piece.count(b"<row")
        if rows > ROWS or TELLING.search(piece) or ERROR in piece or (not cells and PREFIXED.search(piece)):
            return False
        cells += piece.count(b"<c r=")
        if cells > PAGE:
            raise Refused("file_many_cells", limit=PAGE)
    return True


def whole_tags(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Give the chunks cut in front of a tag, so that no tag is cut in two."""
    left = b""
    for chunk in chunks:
        piece = left + chunk
        end = piece.rfind(b"<")
        if end <= 0 and len(piece) > LONGEST:
            yield b"<f>"
            return
        yield piece[:end]
        left = piece[end:]
    yield left


def drain(archive: Archive, part: str) -> None:
    """Expand a part that holds no cells; refuse markup with a document type."""
    chunks = archive.chunks(part)
    for _ in guarded(chunks) if part.endswith((".xml", ".rels")) else chunks:
        pass
