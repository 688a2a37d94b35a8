"""Made-up sheets and registers for the tests of the intake."""

from collections.abc import Sequence
from itertools import count
from typing import Any

from kimcore.community import Kim
from kimcore.geography import RegionCode
from kimcore.intake import Register, Sheet, read_register

OFFICE = RegionCode("99.01")
CellRow = Sequence[Any]


def sheet(name: str, *rows: CellRow) -> Sheet:
    """Return a sheet whose rows are numbered from 1."""
    return Sheet(name=name, rows=tuple((number, tuple(row)) for number, row in enumerate(rows, 1)))


def profile(*rows: CellRow, headings: CellRow = ("Nama Kelompok", "Kelurahan/Desa")) -> Sheet:
    """Return a sheet Profil KIM."""
    return sheet("Profil KIM", headings, *rows)


def read(*sheets: Sheet, known: Register | None = None, kims: Sequence[Kim] = ()) -> Register:
    """Read sheets, against the result of an earlier reading where one is given."""
    numbers = count(1 + len(kims) + (len(known.kims) if known else 0))
    before = tuple(stated.kim for stated in known.kims) if known else tuple(kims)
    return read_register(
        sheets,
        file="contoh.xlsx",
        office=OFFICE,
        known=before,
        known_issues=known.issues if known else (),
        new_id=lambda: f"kim-{next(numbers)}",
    )


def codes(register: Register, *passed_over: str) -> list[tuple[str, int | None, str]]:
    """Return sheet, row and code of the problems, without missing optional sheets and other codes passed over."""
    left = [p for p in register.problems if p.code not in {"sheet_missing", *passed_over}]
    return [(p.sheet, p.row, p.code) for p in left]


def only_kim(register: Register) -> Kim:
    """Return the one KIM of a register."""
    (stated,) = register.kims
    return stated.kim
