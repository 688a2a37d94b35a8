"""What `plan` returns: what office and KIMs have to do by a day, from the works that are recorded (IV, R19)."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from attrs import frozen

from kimcore.collaboration import DueKind, DueRow, Responsible
from kimcore.reports.columns import columns, lines
from kimcore.results.calendars import calendar_of
from kimcore.results.rows import Result, document
from kimcore.results.shapes import Shape
from kimcore.tables import Table
from kimcore.terms import Language, Text

__all__ = ["SHAPE", "Planning"]

SHAPE: dict[str, Shape] = {
    "until": "day",
    "due": [
        {"on": "day", "overdue": "boolean", "kind": DueKind, "work": "text?", "title": "text?"}
        | {"kims": [{"kim": "text", "name": "text"}], "by": Responsible, "what": "text", "clause": "text"}
    ],
}
COLUMNS = columns(
    ("on", "Tenggat", "Due on", 12),
    ("state", "Keadaan", "State", 14),
    ("kind", "Jenis", "Kind", 18),
    ("what", "Yang harus dilakukan", "What is to be done", 44),
    ("by", "Pelaksana", "By", 16),
    ("kims", "KIM", "KIM", 28),
    ("work", "Kegiatan", "Work", 18),
    ("clause", "Butir", "Clause", 15),
)
LATE, AHEAD = Text("lewat tenggat", "overdue"), Text("akan datang", "ahead")
NOTHING = Text("Tidak ada yang harus dilakukan sampai {until}.", "Nothing is to be done until {until}.")


@frozen(kw_only=True)
class Planning(Result[DueRow]):
    """What is due on a date, overdue, or falls due within so many days after it, earliest first.

    `names` are those of the KIMs by id, `titles` those of the works by id.
    """

    days_ahead: int
    names: Mapping[str, str]
    titles: Mapping[str, str]

    @property
    def until(self) -> date:
        """The last day that was looked at."""
        return self.on + timedelta(days=self.days_ahead)

    @property
    def overdue(self) -> tuple[DueRow, ...]:
        """What should be done already."""
        return tuple(row for row in self.rows if row.overdue)

    def kims_of(self, row: DueRow) -> tuple[str, ...]:
        """Return the names of the KIMs of a row."""
        return tuple(self.names.get(kim, kim) for kim in row.kims)

    def to_document(self, language: Language = "id") -> dict[str, Any]:
        """Return `kimcore.plan.v1`."""
        due = [self.entry(row, language) for row in self.rows]
        return document("plan", self, until=self.until.isoformat(), due=due)

    def entry(self, row: DueRow, language: Language) -> dict[str, Any]:
        """Return one row as plain data; a row about no work has null there."""
        return {
            "on": row.on.isoformat(),
            "overdue": row.overdue,
            "kind": row.kind.code,
            "work": row.work or None,
            "title": self.titles.get(row.work),
            "kims": [{"kim": kim, "name": self.names.get(kim, kim)} for kim in row.kims],
            "by": row.by.code,
            "what": row.what.say(language),
            "clause": row.clause,
        }

    def to_ical(self, language: Language = "id") -> bytes:
        """Return what is due as an iCalendar file; raise `MissingExtra` without the extra `calendar`."""
        return calendar_of(self.rows, self.on, self.names, self.titles, language)

    def table(self) -> Table:
        """Return the rows."""
        title = Text("Rencana kerja bersama KIM", "What is to be done with KIMs")
        rows = tuple(map(self.cells, self.rows))
        name, notes = Text("Rencana", "Plan"), () if rows else (NOTHING.format(until=self.until),)
        return Table(key="plan", name=name, title=title, columns=COLUMNS, rows=rows, notes=notes)

    def cells(self, row: DueRow) -> tuple[Any, ...]:
        """Return one row as cells."""
        state, kims = LATE if row.overdue else AHEAD, lines(*self.kims_of(row))
        return (row.on, state, row.kind, row.what, row.by, kims, row.work or None, row.clause)
