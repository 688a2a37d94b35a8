"""Made-up registers as files, the demo district, and what a store holds, in a form that can be compared."""

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from kimcore.ports import StorageBackend
from kimcore.workspace.works import KINDS as WORKS

__all__ = [
    "DEMO",
    "OFFICE",
    "ON",
    "PROFILE",
    "Sheets",
    "dump",
    "permuted",
    "profile",
    "sheets_of",
    "without_ids",
    "write_csv",
    "write_register",
]

ON = date(2026, 11, 24)
OFFICE = "99.01"
DEMO = Path(str(files("kimcore") / "data" / "demo" / "register.xlsx"))

Row = Sequence[Any]
Sheets = dict[str, list[Row]]
PROFILE = (
    "Nama Kelompok",
    "Kelurahan/Desa",
    "Nomor Induk KIM",
    "Tipe KIM",
    "Kekuatan",
    "Pengaruh",
    "Skor Ketertarikan",
)


def profile(*rows: Row, headings: Row = PROFILE) -> Sheets:
    """Return a register that holds Profil KIM alone; short rows are filled up with blanks."""
    return {"Profil KIM": [headings, *((*row, *[None] * (len(headings) - len(row))) for row in rows)]}


def write_register(path: Path, sheets: Sheets) -> Path:
    """Write a workbook and return its path."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def write_csv(path: Path, rows: Iterable[Row]) -> Path:
    """Write a CSV file and return its path."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def sheets_of(path: Path) -> Sheets:
    """Return the values of a workbook, sheet by sheet."""
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in load_workbook(path).worksheets}


def permuted(sheets: Sheets, order: Callable[[list[Any]], list[Any]]) -> Sheets:
    """Return the sheets in another order, each with its columns in another order."""
    return {name: turned(sheets[name], order) for name in order(list(sheets))}


def turned(rows: list[Row], order: Callable[[list[Any]], list[Any]]) -> list[Row]:
    """Return rows with their columns in another order; a title stays in the first column."""
    places = order(list(range(max(map(len, rows)))))
    return [row if sum(cell is not None for cell in row) < 2 else [row[place] for place in places] for row in rows]


def dump(storage: StorageBackend) -> dict[str, Any]:
    """Return every document but the records of imports, and every observation, of all offices."""
    with storage.unit_of_work() as unit:
        kinds = ("office", "kim", "issue", "content", "survey", "gathering", "decision", *WORKS)
        documents = {(kind, d.id): json.loads(d.payload) for kind in kinds for d in unit.documents(kind)}
        offices = [d.id for d in unit.documents("office")]
        observed = [row for office in offices for row in unit.observations(office=office)]
    return {"documents": documents, "observations": observed}


def without_ids(found: dict[str, Any]) -> tuple[Any, Any]:
    """Return a dump with the ids of KIMs replaced by name and village, and lists and rows in a settled order."""
    kims = {id: f"{d['identity']['name']}/{d['identity']['village']}" for (kind, id), d in found["documents"].items()
            if kind == "kim"}  # fmt: skip
    kept = [(kind, settled(d, kims)) for (kind, _), d in found["documents"].items()]
    rows = [(kims[r.kim], r.platform, r.account, r.content, r.indicator, r.observed, r.value)
            for r in found["observations"]]  # fmt: skip
    return sorted(kept, key=repr), sorted(rows, key=repr)


def settled(value: Any, names: dict[str, str]) -> Any:
    """Return a value with ids replaced, without the ids of issues, lists in a settled order."""
    if isinstance(value, dict):
        return {key: settled(v, names) for key, v in sorted(value.items()) if key != "id"}
    if isinstance(value, list):
        return sorted((settled(v, names) for v in value), key=repr)
    return names.get(value, value) if isinstance(value, str) else value
