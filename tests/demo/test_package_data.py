"""The packaged demo district is what the script makes, says that it is made up, and holds nothing of real people."""

import csv
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from openpyxl import Workbook, load_workbook

from kimcore.geography import Level, RegionCode
from kimcore.intake import SHEETS
from tests.repository.tree import ROOT

DEMO = ROOT / "src" / "kimcore" / "data" / "demo"
PHONES = {"Nomor Telepon": "0000-0000-", "Nomor WhatsApp": "0000-1111-"}
LONG_NUMBER = re.compile(r"\d(?:[\s.\-]?\d){10,}")
ADDRESS = re.compile(r"https?://([^/\s]+)|@([\w.]+\.\w+)")


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """Return scripts/make_demo.py as a module."""
    spec = importlib.util.spec_from_file_location("kimcore_demo_script", ROOT / "scripts" / "make_demo.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def book() -> Workbook:
    """Return the packaged register."""
    return load_workbook(DEMO / "register.xlsx")


def grid(book: Workbook) -> dict[str, list[tuple[object, ...]]]:
    """Return the cells of every sheet."""
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def texts(book: Workbook) -> Iterator[tuple[str, str]]:
    """Yield every text with the heading of its column."""
    for rows in grid(book).values():
        headings = [str(h) for h in rows[3]]
        yield from ((h, str(c)) for row in rows[4:] for h, c in zip(headings, row, strict=True) if isinstance(c, str))


def test_the_register_is_what_the_script_makes(script: ModuleType, book: Workbook, tmp_path: Path) -> None:
    """Every cell is as the script writes it now: else run `python scripts/make_demo.py`."""
    script.write_register(tmp_path / "register.xlsx")
    assert grid(load_workbook(tmp_path / "register.xlsx")) == grid(book)


def test_the_directory_is_what_the_script_makes(script: ModuleType) -> None:
    """So is the directory of villages."""
    assert (DEMO / "villages.csv").read_text("utf-8") == script.directory()


def test_two_runs_make_the_same_bytes(script: ModuleType, tmp_path: Path) -> None:
    """The script reads no clock and throws no dice."""
    files = [tmp_path / name for name in ("one.xlsx", "two.xlsx")]
    for file in files:
        script.write_register(file)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_every_sheet_says_that_it_is_made_up(book: Workbook) -> None:
    """Title and remark stand on top of each sheet, and at the foot of each printed page."""
    for sheet in book.worksheets:
        assert str(sheet["A1"].value).startswith("DATA CONTOH (BUATAN)")
        assert "Made-up" in str(sheet["A2"].value)
        assert sheet.oddFooter
        assert "BUATAN" in str(sheet.oddFooter.right.text)


def test_every_sheet_of_the_register_is_there(book: Workbook) -> None:
    """All sheets stand under their names, each with all its canonical headings."""
    rows = grid(book)
    assert list(rows) == [spec.name for spec in SHEETS]
    for spec in SHEETS:
        assert {column.heading for column in spec.columns} <= set(rows[spec.name][3])


def test_no_phone_can_be_called(book: Workbook) -> None:
    """Phones begin with four zeros, which no number does."""
    found = [(h, text) for h, text in texts(book) if h in PHONES and text != "tidak ada"]
    assert len(found) > 80
    assert all(text.startswith(PHONES[h]) for h, text in found)


def test_no_long_number_stands_anywhere_else(book: Workbook) -> None:
    """Nothing looks like a citizen number, and apart from phones nothing like a phone."""
    assert [text for h, text in texts(book) if h not in PHONES and LONG_NUMBER.search(text)] == []


def test_every_address_lies_in_a_reserved_domain(book: Workbook) -> None:
    """Links go to example.org, e-mail to example.or.id."""
    found = {host or mail for _, text in texts(book) for host, mail in ADDRESS.findall(text)}
    assert found == {"example.org", "example.or.id"}


def test_the_directory_is_of_a_province_that_does_not_exist() -> None:
    """It names 6 subdistricts and 48 villages of district 99.01; one name is borne by two of them."""
    with (DEMO / "villages.csv").open(encoding="utf-8", newline="") as lines:
        rows = [(RegionCode(row["code"]), row["name"]) for row in csv.DictReader(lines)]
    assert all(code.is_made_up and code.text.startswith("99.01.") for code, _ in rows)
    villages = [name for code, name in rows if code.level is Level.VILLAGE]
    assert (len(rows) - len(villages), len(villages), len(set(villages))) == (6, 48, 47)
