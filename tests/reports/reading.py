"""Reports over made-up registers, and how to read their tables."""

from pathlib import Path

from kimcore.tables import Report, Table
from kimcore.terms import Term, Text
from kimcore.workspace import Workspace
from tests.workspace.registers import OFFICE, ON, Sheets, write_register

__all__ = ["column", "table", "taken", "words"]


def table(report: Report, key: str) -> Table:
    """Return a table of a report."""
    return next(t for t in report.tables if t.key == key)


def column(found: Table, key: str) -> list[object]:
    """Return the cells of a column."""
    place = [c.key for c in found.columns].index(key)
    return [row[place] for row in found.rows]


def taken(path: Path, sheets: Sheets) -> Report:
    """Return the report over a made-up register."""
    with Workspace.open("memory:", OFFICE) as found:
        found.take_in(write_register(path / "r.xlsx", sheets))
        return found.compose(ON)


def words(cell: object) -> list[str]:
    """Return the lines of a cell in Indonesian."""
    lines = cell if isinstance(cell, tuple) else (cell,)
    return [line.say("id") if isinstance(line, Term | Text) else str(line) for line in lines]
