"""The strings that break careless code, what XML 1.0 can hold of them, and registers that are full of them."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape
from zipfile import ZipFile

from kimcore.tables import guard
from tests.repository.tree import ROOT
from tests.workspace.registers import Sheets, write_csv

__all__ = [
    "ALL",
    "BLANK",
    "KEPT",
    "NOT_CHARACTERS",
    "OFFICE",
    "REPLACED",
    "kept",
    "number",
    "register",
    "village",
    "write_book",
    "write_texts",
]

OFFICE: Final = "99.01"
STRINGS: Final[list[str]] = json.loads((ROOT / "tests" / "data" / "naughty_strings.json").read_text("utf-8"))
OWN: Final = [
    "_x0041_",
    "_x005F_",
    "'=1+1",
    "''@x",
    "＝1+1",
    "a\rb",
    "a\r\nb",
    "\x7f\x85\x9b",
    "\ufdd0",
    "\u202eab",
    "<r>x</r>",
    "a\x1bb",
]
"""Strings that the list lacks: escapes of workbooks, guarded formulas, breaks, controls that XML can hold."""

ALL: Final = [*STRINGS, *OWN]
NOT_CHARACTERS: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no character of XML 1.0, by its production Char."""

BLANK: Final = [n for n, text in enumerate(ALL) if not text.strip()]
REPLACED: Final = [n for n, text in enumerate(ALL) if NOT_CHARACTERS.search(text)]
KEPT: Final = [n for n in range(len(ALL)) if n not in BLANK]


def kept(n: int) -> str:
    """Return how a string is kept: outer blanks trimmed, what XML cannot hold replaced."""
    return NOT_CHARACTERS.sub("\ufffd", ALL[n]).strip()


def village(n: int) -> str:
    """Return the village of a string's KIM."""
    return f"Desa {n}"


def number(n: int) -> str:
    """Return the community number of a string's KIM."""
    return f"{n:04d}/K"


def register() -> Sheets:
    """Return a register in which each string is the name of a KIM and the title of an issue."""
    place = ("Kelurahan/Desa", "Nomor Induk KIM")
    rows = [(text, village(n), number(n)) for n, text in enumerate(ALL)]
    issues = [(n, text, text, village(n), number(n)) for n, text in enumerate(ALL)]
    return {
        "Profil KIM": [("Nama Kelompok", *place), *rows],
        "Isu": [("No", "Isu Strategis", "Nama KIM", *place), *issues],
    }


def write_texts(folder: Path) -> list[Path]:
    """Write the register as CSV files, guarded as kimcore guards its own."""
    guarded = {name: [tuple(guard(str(cell)) for cell in row) for row in rows] for name, rows in register().items()}
    return [write_csv(folder / f"{name}.csv", rows) for name, rows in guarded.items()]


def write_book(path: Path, sheets: Sheets) -> Path:
    """Write a workbook by hand, every cell as a text: a library would refuse some of them."""
    parts = {
        "[Content_Types].xml": TYPES.format(sheets="".join(map(TYPE.format, range(len(sheets))))),
        "_rels/.rels": RELS,
        "xl/workbook.xml": BOOK.format(sheets="".join(SHEET.format(n, n + 1, name) for n, name in enumerate(sheets))),
        "xl/_rels/workbook.xml.rels": LINKS.format(links="".join(map(LINK.format, range(len(sheets))))),
    }
    parts |= {f"xl/worksheets/s{n}.xml": sheet_xml(rows) for n, rows in enumerate(sheets.values())}
    with ZipFile(path, "w") as file:
        for name, content in parts.items():
            file.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>\n{content}'.encode())
    return path


def sheet_xml(rows: Sequence[Sequence[object]]) -> str:
    """Return a sheet as XML."""
    lines = (
        "".join(CELL.format("ABCDEF"[column], row, xml_text(str(cell))) for column, cell in enumerate(cells))
        for row, cells in enumerate(rows, 1)
    )
    body = "".join(f'<row r="{row}">{line}</row>' for row, line in enumerate(lines, 1))
    return f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'


def xml_text(text: str) -> str:
    """Return a text as a workbook writes it: control characters, and what looks like an escape, as an escape."""
    literal = re.sub(r"_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text)
    return escape(re.sub("[\x00-\x08\x0b-\x1f]", lambda found: f"_x{ord(found[0]):04X}_", literal))


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{CONTENT}.sheet.main+xml"/>'
    "{sheets}</Types>"
)
TYPE = f'<Override PartName="/xl/worksheets/s{{0}}.xml" ContentType="{CONTENT}.worksheet+xml"/>'
RELS = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r" Type="{RELATIONS}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>'
)
BOOK = f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{{sheets}}</sheets></workbook>'
SHEET = '<sheet name="{2}" sheetId="{1}" r:id="r{0}"/>'
LINKS = f'<Relationships xmlns="{PACKAGE}/relationships">{{links}}</Relationships>'
LINK = f'<Relationship Id="r{{0}}" Type="{RELATIONS}/worksheet" Target="worksheets/s{{0}}.xml"/>'
CELL = '<c r="{0}{1}" t="inlineStr"><is><t xml:space="preserve">{2}</t></is></c>'
