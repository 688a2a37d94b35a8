"""The limits of a register, at the last that is read and the first that is refused."""

import struct
import zlib
from array import array
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.intake.quarantine import archive, cells, compound, markup, oldbook, strings
from kimcore.intake.quarantine.archive import Archive
from kimcore.intake.quarantine.cells import Counter, Notes, letters_of, place
from kimcore.intake.quarantine.limits import CELLS, NOTES, PAGE, ROWS, TEXT, Refused
from kimcore.intake.quarantine.officebook import inspect, whole_tags
from tests.intake.hostile.kinds import ONE, old_far
from tests.intake.hostile.makers import cell, office, row, sheet, text_cell, zipped


def refused(action: Callable[[], object]) -> str:
    """Return the code with which an action is refused, or nothing."""
    try:
        action()
    except Refused as refusal:
        return refusal.code
    return ""


def all_of(opened: Archive, name: str) -> bytes:
    """Return a part of a zip."""
    return b"".join(opened.chunks(name))


@given(st.integers(1, 1_048_576), st.integers(0, 16_383))
def test_names_of_cells(number: int, column: int) -> None:
    """Every cell of a sheet has a name, from which its place is found again."""
    assert place(f"{letters_of(column)}{number}") == (number, column)


@pytest.mark.parametrize(
    "name", ["", "A", "1", "A0", "XFE1", "A1048577", "AAAA1", "A12345678", "$A$1", "A1:B2", "Ä1", "A1 "]
)
def test_names_of_no_cell(name: str) -> None:
    """What names no cell of a sheet is refused."""
    assert refused(lambda: place(name)) == "file_far_cell"


@pytest.mark.parametrize(
    ("most", "code", "add"),
    [
        (ROWS, "file_many_rows", lambda c, n: c.add(n, 0, height=n)),
        (PAGE, "file_many_cells", lambda c, n: c.add(1, 0, times=n)),
        (PAGE, "file_many_cells", lambda c, n: c.blank(n)),
        (TEXT, "file_much_text", lambda c, n: c.add(1, 0, n)),
        (4_000_000 // 4, "file_far_cell", lambda c, n: c.add(n, 3)),
    ],
)
def test_limits_of_a_sheet(most: int, code: str, add: Callable[[Counter, int], None]) -> None:
    """Rows, cells, text and the rectangle of a sheet are read up to the limit."""
    assert [refused(partial(add, Counter(), n)) for n in (most - 1, most, most + 1)] == ["", "", code]


def test_limits_of_a_file() -> None:
    """Cells are counted over all sheets, rows by sheet."""
    counter = Counter()
    for _ in range(CELLS // PAGE):
        counter.start()
        counter.add(ROWS, 0, times=PAGE, height=ROWS)
    counter.start()
    assert refused(lambda: counter.add(1, 0)) == "file_many_cells"


def test_limit_of_what_is_reported() -> None:
    """So many cells are reported one by one; with one more the file is refused."""
    notes = Notes()
    for number in range(NOTES):
        notes.add(number + 1, 0, "cell_error", "#N/A")
    assert refused(lambda: notes.add(NOTES + 1, 0, "cell_error", "#N/A")) == "file_uncalculated"


def scanned(*chunks: bytes) -> str:
    """Return the code with which XML is refused."""
    return refused(lambda: markup.scan(chunks, lambda *_: None))


def test_depth_and_length_of_xml(monkeypatch: pytest.MonkeyPatch) -> None:
    """Elements may stand in each other, follow each other, and be as long as no spreadsheet makes them."""
    depth = markup.DEPTH
    assert [scanned(b"<a>" * n + b"</a>" * n) for n in (depth, depth + 1)] == ["", "file_unsafe"]
    monkeypatch.setattr(markup, "ELEMENTS", 5)
    assert [scanned(b"<a>" + b"<b/>" * n + b"</a>") for n in (4, 5)] == ["", "file_unsafe"]
    monkeypatch.setattr(markup, "PART", 20)
    assert [scanned(b"<a>" + b" " * n, b"</a>") for n in (19, 20)] == ["", "file_expands"]
    assert scanned(b"<a>", *[b" "] * 30, b"</a>") == "file_expands"


@pytest.mark.parametrize("cut", range(1, 30))
def test_a_document_type_in_two_pieces(cut: int) -> None:
    """A document type is found wherever the pieces of a file are cut."""
    whole = b'<?xml version="1.0"?><!DOCTYPE a><a/>'
    assert scanned(whole[:cut], whole[cut:]) == "file_unsafe"


@given(st.lists(st.sampled_from([b"<c r=", b'"A1"', b">", b"text", b"<", b"/>", b" "])), st.integers(1, 7))
def test_pieces_are_cut_in_front_of_tags(parts: list[bytes], size: int) -> None:
    """Cutting XML in front of its tags loses nothing."""
    whole = b"".join(parts)
    chunks = [whole[i : i + size] for i in range(0, len(whole), size)]
    assert b"".join(whole_tags(chunks)) == whole


def quick(path: Path, page: str) -> bool:
    """Tell whether a sheet is inspected cell by cell though a quick look was asked for."""
    with_notes = inspect(Archive(office(path, page), lambda: None), False)
    return "Profil KIM" in with_notes


@pytest.mark.parametrize(
    ("content", "is_exact"),
    [
        (cell("A1", 1), False), (cell("ZZ999999", 1), False), (cell("AAA1", 1), True), (cell("A1000000", 1), True),
        (cell("A1", 1, "", "B1"), True), (cell("A1", "#N/A", "e"), True), (cell("A1", -1), True), ("<!-- -->", True),
        ("<c><v>1</v></c>", True), ("<c r='A1'><v>1</v></c>", True), (text_cell("A1", "x" * 70_000), False),
        (text_cell("A1", "x" * 700_000), True),
    ],
)  # fmt: skip
def test_what_needs_the_exact_look(tmp_path: Path, content: str, is_exact: bool) -> None:
    """A quick look leaves to the exact one what most sheets do not hold; a drop-down list is no formula."""
    far = content in {cell("ZZ999999", 1), cell("A1000000", 1)}
    page = sheet(
        content, after='<dataValidations><dataValidation><formula1>"a"</formula1></dataValidation></dataValidations>'
    )
    if far and is_exact:
        assert quick(tmp_path / "a.xlsx", page)
    else:
        assert quick(tmp_path / "a.xlsx", page) == is_exact


def test_limits_of_a_zip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts are expanded up to the limits, all together and each by its stored size; read twice they count once."""
    path = zipped(tmp_path / "a.zip", {"a": b"x" * 1_000, "b": b"x" * 1_000})
    monkeypatch.setattr(archive, "EXPANDED", 2_000)
    opened = Archive(path, lambda: None)
    assert [len(b"".join(opened.chunks(name))) for name in "aba"] == [1_000] * 3
    monkeypatch.setattr(archive, "EXPANDED", 1_999)
    opened = Archive(path, lambda: None)
    assert refused(lambda: [*opened.chunks("a"), *opened.chunks("b")]) == "file_expands"
    monkeypatch.setattr(archive, "PART", 999)
    monkeypatch.setattr(archive, "RATIO", 2)
    opened = Archive(path, lambda: None)
    assert (refused(lambda: list(opened.chunks("a"))), refused(lambda: list(opened.chunks("b")))) == (
        "",
        "file_expands",
    )
    assert refused(lambda: opened.whole("a")) == "file_expands"
    assert list(opened.chunks("none")) == []


@pytest.mark.parametrize("more", [b"x", b"PK\5\6" + b"\0" * 18])
def test_a_zip_with_something_behind_its_end(tmp_path: Path, more: bytes) -> None:
    """A zip whose end can be found in two places is refused."""
    path = office(tmp_path / "a.xlsx", ONE)
    path.write_bytes(path.read_bytes() + more)
    assert refused(lambda: Archive(path, lambda: None)) == "file_unreadable"


def test_shared_texts() -> None:
    """The lengths of shared texts are known by number; a number without a text is refused, as is a large count."""
    found = strings.Strings()
    found.read([b"<sst count='2'><si><t>abc</t></si>", b"<si><r><t>d</t></r><r><t>e</t></r><x>f</x></si></sst>"])
    assert [found.length(number) for number in ("0", "1")] == [3, 2]
    assert {refused(partial(found.length, n)) for n in ("2", "-1", "x", "9" * 20)} == {"file_unreadable"}
    assert refused(lambda: strings.Strings().read([b"<sst count='4294967295'/>"])) == "file_unsafe"
    assert refused(lambda: strings.Strings().read([b"<sst uniqueCount='-1'/>"])) == "file_unsafe"
    assert found.lengths == array("I", [3, 2])


def sectors(chain: Iterable[int], table: Iterable[int], content: bytes = b"") -> bytes:
    """Return an OLE file whose table of sectors is stated."""
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 22 + struct.pack("<HH", 9, 6) + b"\0" * 14
    header += struct.pack("<LLLLLLL", 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    places = list(chain)
    header += struct.pack("<109L", *places, *[0xFFFFFFFF] * (109 - len(places)))
    entries = list(table)
    return header + struct.pack("<128L", *entries, *[0xFFFFFFFF] * (128 - len(entries))) + content.ljust(512, b"\0")


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xd0\xcf\x11\xe0" * 200, sectors([0], [0xFFFFFFFD, 1]), sectors([0] * 109, [0xFFFFFFFD, 2, 1]),
        sectors([7], []), sectors([], []),
    ],
)  # fmt: skip
def test_ole_files_that_do_not_fit_together(content: bytes) -> None:
    """A chain of sectors that comes back to itself, leaves the file or is missing is refused."""
    assert refused(lambda: compound.Compound(content)) == "file_unreadable"


def test_an_xls_cell_far_away(tmp_path: Path) -> None:
    """A cell of an xls file is refused by the rectangle up to it."""
    old_far(tmp_path / "a.xls")
    assert refused(lambda: oldbook.inspect(tmp_path / "a.xls", lambda: None)) == "file_far_cell"


def test_the_exact_look_counts_what_shared_texts_amount_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One long text in many cells counts as often as it stands."""
    monkeypatch.setattr(cells, "TEXT", 100)
    page = sheet(*(row(n, cell(f"A{n}", 0, "s")) for n in range(1, 12)))
    texts = f"<sst><si><t>{'x' * 10}</t></si></sst>"
    path = office(tmp_path / "a.xlsx", page, strings=texts)
    assert refused(lambda: inspect(Archive(path, lambda: None), True)) == "file_much_text"
    assert refused(lambda: inspect(Archive(path, lambda: None), False)) == ""


def test_a_checksum_that_does_not_fit(tmp_path: Path) -> None:
    """A part whose content is not what its sum says is damaged."""
    path = zipped(tmp_path / "a.zip", {"a": b"abcdef"})
    path.write_bytes(path.read_bytes().replace(b"abcdef", b"abcdeg"))
    assert zlib.crc32(b"abcdef") != zlib.crc32(b"abcdeg")
    assert refused(lambda: list(Archive(path, lambda: None).chunks("a"))) == "file_unreadable"
