"""Kinds: every hostile or broken file that is refused, how it is made, and the code of its error."""

import random
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, NamedTuple

from openpyxl import Workbook

from tests.intake.hostile.makers import (
    MAIN,
    PARTS,
    XML,
    bomb,
    cell,
    compound,
    office,
    open_document,
    record,
    row,
    sheet,
    text_cell,
    zipped,
)

__all__ = ["KINDS", "RefusedKind"]

Made = Callable[[Path], Any]


class RefusedKind(NamedTuple):
    """A file that is refused: its name, the code of the error, and how it is made."""

    file: str
    code: str
    make: Made


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
LAUGHTER: Final = f'<!DOCTYPE lolz [<!ENTITY l0 "lol">{LAUGHS}]>'
SECRET: Final = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
HEAD: Final = row(1, text_cell("A1", "Nama Kelompok"), text_cell("B1", "Kelurahan/Desa"))
ONE: Final = sheet(HEAD, row(2, text_cell("A2", "KIM A")))
NOISE: Final = random.Random(1).randbytes(1_500)
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
COMMAS: Final = b"," * 15 + b"\n"
PAGE: Final = b"<html><body><table><tr><td>Nama Kelompok</td></tr></table></body></html>"
BOF: Final = record(0x809, struct.pack("<HHHHLL", 0x600, 0x5, 0, 0, 0, 0))
TWICE: Final = PARTS["xl/workbook.xml"].replace(
    "</sheets>", '<sheet name="Profil KIM" sheetId="2" r:id="rId1"/></sheets>'
)


def shared(count: str, *texts: str) -> str:
    """Return the part of the shared texts with the count that it states."""
    items = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return f'{XML}<sst xmlns="{MAIN}" count="{count}" uniqueCount="{count}">{items}</sst>'


def table_cell(words: str = "x", attributes: str = "") -> str:
    """Return a cell of an ods sheet."""
    return f'<table:table-cell office:value-type="string" {attributes}><text:p>{words}</text:p></table:table-cell>'


def table_row(content: str, times: int = 1) -> str:
    """Return a row of an ods sheet."""
    return f'<table:table-row table:number-rows-repeated="{times}">{content}</table:table-row>'


def with_flag(path: Path) -> None:
    """Write an xlsx file whose parts are marked as encrypted."""
    content = bytearray(office(path, ONE).read_bytes())
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + offset] |= 1
            place = content.find(mark, place + 4)
    path.write_bytes(content)


def named_twice(path: Path) -> None:
    """Write a zip in which a sheet stands twice under names that readers take for one."""
    office(path, ONE, **{"xl/Worksheets/Sheet1.xml": ONE})


def many_rows(path: Path, count: int, dimension: str) -> Path:
    """Write a sheet of so many rows whose stated dimension is another."""
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>1</v></c></row>' for n in range(2, count + 1)
    )
    return office(path, sheet(HEAD, rows, before=f'<dimension ref="{dimension}"/>'))


def sparse(path: Path, size: int) -> None:
    """Write a file of zeros that takes no room."""
    with path.open("wb") as file:
        file.truncate(size)


def uncalculated(path: Path) -> None:
    """Write a workbook of more formulas without values than are listed one by one."""
    book = Workbook()
    book.worksheets[0].title = "Profil KIM"
    book.worksheets[0].append(["Nama Kelompok", "Kekuatan"])
    for number in range(2, 5_003):
        book.worksheets[0].append(["KIM", f"=A{number}"])
    book.save(path)


def bound(name: bytes, place: int) -> bytes:
    """Return the record that lists a sheet of an xls file."""
    return record(0x85, struct.pack("<LBBBB", place, 0, 0, len(name), 0) + name)


def old_far(path: Path) -> None:
    """Write an xls file with a cell where no sheet has one."""
    number = record(0x203, struct.pack("<HHHd", 65535, 65535, 0, 1.0))
    globals_ = BOF + bound(b"Profil KIM", len(BOF) + 22) + record(0xA)
    compound(path, [globals_, BOF, number, record(0xA)])


FAR = sheet(HEAD, row(1_048_576, cell("XFD1048576", 1)))
DEEP = "<a>" * 100_000 + "</a>" * 100_000

KINDS: Final = {
    "a cell at XFD1048576": RefusedKind("a.xlsx", "file_far_cell", lambda p: office(p, FAR)),
    "a cell far below": RefusedKind("a.xlsx", "file_far_cell", lambda p: office(p, sheet(HEAD, cell("Z1000000", 1)))),
    "4,294,967,295 shared texts": RefusedKind(
        "a.xlsx",
        "file_unsafe",
        lambda p: office(p, sheet(row(1, cell("A1", 0, "s"))), strings=shared("4294967295", "x")),
    ),
    "a reference of nine letters": RefusedKind(
        "a.xlsx", "file_far_cell", lambda p: office(p, sheet(row(1, cell("ABCDEFGHI1", 1))))
    ),
    "a row beyond counting": RefusedKind(
        "a.xlsx", "file_far_cell", lambda p: office(p, sheet(row(1, cell("A4294967297", 1))))
    ),
    "zip bomb": RefusedKind(
        "a.xlsx", "file_expands", lambda p: bomb(p, "xl/worksheets/sheet1.xml", b" " * (1 << 20), 1024)
    ),
    "zip bomb of random rests": RefusedKind(
        "a.xlsx",
        "file_expands",
        lambda p: bomb(p, "xl/media/a.bin", NOISE + b" " * (1 << 20), 1024),
    ),
    "zip of many parts": RefusedKind(
        "a.xlsx", "file_expands", lambda p: office(p, ONE, **{f"xl/parts/of/no/use/{n:060}": b"" for n in range(9_000)})
    ),
    "a part named twice": RefusedKind("a.xlsx", "file_unsafe", named_twice),
    "two sheets of one name": RefusedKind("a.xlsx", "file_unsafe", lambda p: office(p, ONE, workbook=TWICE)),
    "entity bomb in a sheet": RefusedKind(
        "a.xlsx", "file_unsafe", lambda p: office(p, sheet(row(1, text_cell("A1", "&l9;")), top=LAUGHTER))
    ),
    "entity bomb in the shared texts": RefusedKind(
        "a.xlsx", "file_unsafe", lambda p: office(p, ONE, strings=shared("1", "&l9;").replace(XML, XML + LAUGHTER))
    ),
    "entity bomb in an ods file": RefusedKind(
        "a.ods", "file_unsafe", lambda p: open_document(p, table_row(table_cell("&l9;")), top=LAUGHTER)
    ),
    "an entity from a file": RefusedKind(
        "a.xlsx", "file_unsafe", lambda p: office(p, sheet(row(1, text_cell("A1", "&x;")), top=SECRET))
    ),
    "a document type": RefusedKind(
        "a.xlsx",
        "file_unsafe",
        lambda p: office(p, ONE, workbook=PARTS["xl/workbook.xml"].replace(XML, XML + "<!DOCTYPE workbook>")),
    ),
    "elements without end": RefusedKind("a.xlsx", "file_unsafe", lambda p: office(p, sheet(cell("A1", 1, "e"), DEEP))),
    "a comment within a number": RefusedKind(
        "a.xlsx", "file_unsafe", lambda p: office(p, sheet(row(1, cell("A1", "1<!-- -->2"))))
    ),
    "one text in a million cells": RefusedKind(
        "a.ods", "file_much_text", lambda p: open_document(p, table_row(table_cell("x" * 30_000), 200_000))
    ),
    "password (OLE)": RefusedKind("a.xlsx", "file_protected", lambda p: compound(p, [b""], "EncryptedPackage")),
    "password (zip)": RefusedKind("a.xlsx", "file_protected", with_flag),
    "password (xls)": RefusedKind("a.xls", "file_protected", lambda p: compound(p, [BOF, record(0x2F, b"\0" * 6)])),
    "an HTML page named xls": RefusedKind("a.xls", "file_web_page", lambda p: p.write_bytes(PAGE)),
    "an XML sheet named xls": RefusedKind("a.xls", "file_web_page", lambda p: p.write_text(f"{XML}<Workbook/>")),
    "a binary workbook": RefusedKind("a.xlsb", "file_binary", lambda p: p.write_bytes(b"PK\3\4")),
    "a binary workbook named xlsx": RefusedKind(
        "a.xlsx", "file_binary", lambda p: zipped(p, {"[Content_Types].xml": "<a/>", "xl/workbook.bin": b"\0"})
    ),
    "a document named xlsx": RefusedKind(
        "a.xlsx", "file_kind", lambda p: zipped(p, {"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"})
    ),
    "another OLE file": RefusedKind("a.xls", "file_kind", lambda p: compound(p, [b""], "WordDocument")),
    "CSV named xlsx": RefusedKind("a.xlsx", "file_misnamed", lambda p: p.write_text("Nama KIM,Desa\nA,B\n")),
    "a million rows": RefusedKind("a.xlsx", "file_many_rows", lambda p: many_rows(p, 1_000_002, "A1:B2")),
    "more formulas without values than are listed": RefusedKind("a.xlsx", "file_uncalculated", uncalculated),
    "a repeated cell": RefusedKind(
        "a.ods",
        "file_far_cell",
        lambda p: open_document(p, table_row(table_cell("x", 'table:number-columns-repeated="16384"'), 1000)),
    ),
    "a row repeated beyond counting": RefusedKind(
        "a.ods", "file_unsafe", lambda p: open_document(p, table_row(table_cell(), 4_294_967_295))
    ),
    "a row repeated too often": RefusedKind(
        "a.ods", "file_many_rows", lambda p: open_document(p, table_row(table_cell(), 200_001))
    ),
    "two billion blanks": RefusedKind(
        "a.ods", "file_much_text", lambda p: open_document(p, table_row(table_cell('<text:s text:c="2000000000"/>')))
    ),
    "an xls cell beyond all sheets": RefusedKind("a.xls", "file_far_cell", old_far),
    "xls garbage": RefusedKind(
        "a.xls",
        "file_unreadable",
        lambda p: p.write_bytes(OLE + bytes(range(256)) * 64),
    ),
    "an xls table of itself": RefusedKind(
        "a.xls",
        "file_unreadable",
        lambda p: p.write_bytes(compound(p, [BOF]).read_bytes()[:512] + b"\0" * 512 * 12),
    ),
    "a dimension that is none": RefusedKind("a.xlsx", "file_unreadable", lambda p: many_rows(p, 3, "nonsense")),
    "a truncated workbook": RefusedKind(
        "a.xlsx", "file_unreadable", lambda p: p.write_bytes(office(p, ONE).read_bytes()[:-30])
    ),
    "a sheet that breaks off": RefusedKind("a.xlsx", "file_unreadable", lambda p: office(p, ONE[:-40])),
    "a part that is damaged": RefusedKind(
        "a.xlsx", "file_unreadable", lambda p: p.write_bytes(office(p, ONE).read_bytes().replace(b"\0\0\0", b"\0\1\0"))
    ),
    "an empty file": RefusedKind("a.xlsx", "file_empty", lambda p: p.touch()),
    "a folder": RefusedKind("a.xlsx", "file_folder", lambda p: p.mkdir()),
    "no file": RefusedKind("a.xlsx", "file_missing", lambda p: p.unlink(missing_ok=True)),
    "a file of zeros": RefusedKind("a.xlsx", "file_unreadable", lambda p: sparse(p, 1_000)),
    "CSV of 100 MB in one line": RefusedKind("a.csv", "file_too_large", lambda p: sparse(p, 100 << 20)),
    "CSV of 20 MB in one line": RefusedKind("a.csv", "file_much_text", lambda p: p.write_bytes(b"a," * (10 << 20))),
    "CSV with a large cell": RefusedKind("a.csv", "file_not_csv", lambda p: p.write_bytes(b"x" * 200_000)),
    "CSV whose quotation mark stays open": RefusedKind(
        "a.csv", "file_not_csv", lambda p: p.write_text('Nama,Desa\n"KIM A,Satu\nKIM B,Dua\n', "utf-8")
    ),
    "CSV with zero characters": RefusedKind("a.csv", "file_not_text", lambda p: p.write_bytes(b"a\0b\n")),
    "CSV of too many rows": RefusedKind("a.csv", "file_many_rows", lambda p: p.write_bytes(b"a\n" * 200_001)),
    "CSV of too many cells": RefusedKind("a.csv", "file_many_cells", lambda p: p.write_bytes(COMMAS * 190_000)),
}
"""By what is wrong with the file."""
