"""No cell of a register full of field dirt is changed in silence: each is right, or reported where it stands."""

import os
from collections import Counter
from pathlib import Path

import pytest
from attrs import evolve

from kimcore.intake import Sheet, read_sheets
from tests.intake.builders import codes, read
from tests.intake.dirt.district import Lie, lies, make
from tests.intake.dirt.files import write_csv, write_workbook

KIMS = int(os.environ.get("KIMCORE_DIRT", "250"))
"""How many KIMs a register has: 250 are 25,000 cells; `nox -s dirt` takes 3,000, in 27,000 rows."""


def told(found: list[Lie]) -> str:
    """Return the lies as lines to read, those that repeat a form once."""
    alike = {(lie.column, type(lie.dirt.typed), str(lie.dirt.typed)[:12]): lie for lie in found}
    counted = Counter(lie.column for lie in found)
    return "\n".join([str(counted), *map(str, list(alike.values())[:60])])


@pytest.mark.parametrize("seed", [1, 2])
def test_no_cell_lies(seed: int) -> None:
    """Every cell is right or reported, and none in a form of the interface is reported in vain (R25)."""
    district = make(KIMS, seed)
    found = list(lies(district, read(*district.sheets)))
    assert not found, told(found)


def test_no_cell_of_a_workbook_lies(tmp_path: Path) -> None:
    """The same holds for a workbook, whose numbers, days and errors of formulas are cells of their own kinds."""
    district, path = make(150, 4), tmp_path / "register.xlsx"
    write_workbook(path, district.sheets)
    found = list(lies(district, read(*read_sheets(path))))
    assert not found, told(found)


def text_only(sheet: Sheet) -> Sheet:
    """Return a sheet with nothing but texts, which is all that a CSV file knows."""
    rows = ((n, tuple(c if isinstance(c, str) else "" for c in cells)) for n, cells in sheet.rows)
    return evolve(sheet, rows=tuple(rows))


def test_a_csv_file_says_what_its_text_says(tmp_path: Path) -> None:
    """Text reads alike in a CSV file, with its line breaks, semicolons and quotation marks."""
    sheets = [text_only(sheet) for sheet in make(100, 5).sheets[:2]]
    for sheet in sheets:
        write_csv(tmp_path / f"{sheet.name}.csv", sheet)
    found = read(*(read_sheets(tmp_path / f"{sheet.name}.csv")[0] for sheet in sheets))
    assert [k.kim for k in found.kims] == [k.kim for k in read(*sheets).kims]
    assert codes(found) == codes(read(*sheets))


def test_a_lie_is_found() -> None:
    """The judge is awake: a single figure changed after the reading is found, and where it stands."""
    district = make(20, 6)
    register = read(*district.sheets)
    first, *others = register.kims
    changed = evolve(first.kim, profile=evolve(first.kim.profile, power=987_654_321))
    (found,) = lies(district, evolve(register, kims=(evolve(first, kim=changed), *others)))
    assert (found.sheet, found.row, found.column, found.found) == ("Profil KIM", 2, "Kekuatan", 987_654_321)
