"""Makers of raw files: workbooks written part by part, so that each can be as wrong as a test needs."""

import struct
import zlib
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from xlwt.CompoundDoc import XlsDoc

__all__ = ["bomb", "cell", "compound", "office", "open_document", "record", "row", "sheet", "text_cell", "zipped"]

XML = '<?xml version="1.0" encoding="UTF-8"?>'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OPEN = "urn:oasis:names:tc:opendocument:xmlns:"

PARTS = {
    "[Content_Types].xml": f'{XML}<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
    'ContentType="application/xml"/></Types>',
    "_rels/.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{RELATED}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/_rels/workbook.xml.rels": f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATED}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{RELATED}/sharedStrings" Target="sharedStrings.xml"/>'
    f'<Relationship Id="rId3" Type="{RELATED}/styles" Target="styles.xml"/></Relationships>',
    "xl/workbook.xml": f'{XML}<workbook xmlns="{MAIN}" xmlns:r="{RELATED}"><workbookPr/><sheets>'
    '<sheet name="Profil KIM" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/styles.xml": f'{XML}<styleSheet xmlns="{MAIN}"><cellXfs count="2"><xf numFmtId="0"/>'
    '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
}
"""An xlsx file of one sheet; style 1 is a date."""


def cell(name: str, value: object = None, kind: str = "", formula: str | None = None, *, is_date: bool = False) -> str:
    """Return a cell of an xlsx sheet."""
    style = ' s="1"' if is_date else ""
    content = f"<f>{formula}</f>" if formula is not None else ""
    content += f"<v>{value}</v>" if value is not None else ""
    return f'<c r="{name}"{style}' + (f' t="{kind}"' if kind else "") + f">{content}</c>"


def text_cell(name: str, words: str) -> str:
    """Return a cell that holds its text itself."""
    return f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def row(number: int, *cells: str) -> str:
    """Return a row of an xlsx sheet."""
    return f'<row r="{number}">{"".join(cells)}</row>'


def sheet(*rows: str, top: str = "", before: str = "", after: str = "") -> str:
    """Return an xlsx sheet; `top` stands above the root, `before` and `after` around the table."""
    return f'{XML}{top}<worksheet xmlns="{MAIN}">{before}<sheetData>{"".join(rows)}</sheetData>{after}</worksheet>'


def office(path: Path, page: str, **more: str | bytes) -> Path:
    """Write an xlsx file of one sheet; `more` are other parts by name, `strings` and `workbook` for short."""
    short = {"strings": "xl/sharedStrings.xml", "workbook": "xl/workbook.xml", "macros": "xl/vbaProject.bin"}
    parts = PARTS | {"xl/worksheets/sheet1.xml": page} | {short.get(name, name): part for name, part in more.items()}
    return zipped(path, parts)


def open_document(path: Path, *rows: str, top: str = "") -> Path:
    """Write an ods file of one sheet Profil KIM."""
    spaces = " ".join(f'xmlns:{name}="{OPEN}{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f'{XML}{top}<office:document-content {spaces} xmlns:calcext="urn:calcext"><office:body><office:spreadsheet>'
        f'<table:table table:name="Profil KIM">{"".join(rows)}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    manifest = f'{XML}<manifest:manifest xmlns:manifest="{OPEN}manifest:1.0"/>'
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    return zipped(path, {"mimetype": mime, "META-INF/manifest.xml": manifest, "content.xml": content})


def zipped(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """Write a zip; the first part is stored as it is."""
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for number, (name, part) in enumerate(parts.items()):
            archive.writestr(name, part, None if number else ZIP_STORED)
    return path


def bomb(path: Path, part: str, block: bytes, times: int) -> Path:
    """Write an xlsx file one of whose parts is a block repeated: packed once, so that 1 GB takes no time."""
    others = PARTS | {"xl/worksheets/sheet1.xml": sheet()}
    others.pop(part, None)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = (packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)) * times + b"\3\0"
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for name, other in others.items():
            archive.writestr(name, other)
    whole = content.getvalue()
    start = archive.start_dir
    directory, count = whole[start:-22], len(others) + 1
    encoded, size = part.encode(), len(block) * times
    facts = struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, 33, 0, len(packed), size, len(encoded), 0)
    local = b"PK\3\4" + facts + encoded + packed
    central = b"PK\1\2" + struct.pack("<H", 20) + facts + struct.pack("<HHHLL", 0, 0, 0, 0, start) + encoded
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, len(directory + central), start + len(local), 0)
    path.write_bytes(whole[:start] + local + directory + central + end)
    return path


def record(kind: int, content: bytes = b"") -> bytes:
    """Return a record of an xls file."""
    return struct.pack("<HH", kind, len(content)) + content


def compound(path: Path, records: Iterable[bytes], name: str = "Workbook") -> Path:
    """Write an OLE file of one stream."""
    XlsDoc().save(str(path), b"".join(records).ljust(4096, b"\0"))
    wide = name.encode("utf-16-le")
    entry = wide.ljust(64, b"\0") + struct.pack("<H", len(wide) + 2)
    old = "Workbook".encode("utf-16-le")
    content = path.read_bytes()
    path.write_bytes(content.replace(old.ljust(64, b"\0") + struct.pack("<H", len(old) + 2), entry))
    return path
