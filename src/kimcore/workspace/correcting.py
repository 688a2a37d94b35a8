"""Correcting: what an office does to its data as a whole: take a register in, take it back, merge, back up."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kimcore.geography import RegionCode
from kimcore.intake import read_sheets
from kimcore.intake.collector import paused
from kimcore.ports import StorageBackend
from kimcore.results import IntakeReport, MergeReport, UndoReport
from kimcore.rules import Rulebook
from kimcore.workspace.copying import back_up
from kimcore.workspace.importing import report_of, take_register
from kimcore.workspace.logs import log_intake
from kimcore.workspace.merging import merge_kims
from kimcore.workspace.opening import today
from kimcore.workspace.records import Records
from kimcore.workspace.undoing import undo_import

__all__ = ["Correcting"]


class Correcting:
    """The part of a workspace that changes an office's data as a whole; each method is all or nothing."""

    storage: StorageBackend
    office: RegionCode
    rulebook: Rulebook
    clock: Callable[[], datetime]

    def today(self) -> date:
        """Return the date at the office now."""
        return today(self.clock, self.office)

    @paused()
    def take_in(self, *paths: str | Path, dry_run: bool = False, on: date | None = None) -> IntakeReport:
        """Take workbooks or CSV files into the store as one statement of the office; all or nothing.

        A dry run reads and compares, and stores nothing; `on` is the date that the report carries. Raises
        `Unreadable` for a file that is no register.
        """
        files = tuple(Path(p).name for p in paths)
        sheets = [sheet for path in paths for sheet in read_sheets(path)]
        with self.storage.unit_of_work() as unit:
            done = take_register(Records(unit, self.office), sheets, files, self.instant())
            if not dry_run:
                unit.commit()
        report = report_of(done, **self.stamped(on), is_dry_run=dry_run)
        log_intake(report, files)
        return report

    def undo_import(self, *, dry_run: bool = False, on: date | None = None) -> UndoReport:
        """Take the office's last import back, exactly to the state before it; may be repeated, import by import.

        Raises `NotFound` where there is none, and `NotAllowed` where something depends on it: a later decision about a
        KIM that it wrote, a later merge. Ids that it gave are not given again.
        """
        with self.storage.unit_of_work() as unit:
            done = undo_import(Records(unit, self.office))
            if not dry_run:
                unit.commit()
        record = done.record
        return UndoReport(
            **self.stamped(on), rows=done.changes, files=record.files, taken_at=record.taken_at, is_dry_run=dry_run
        )

    def merge(self, kept: str, other: str, *, dry_run: bool = False, on: date | None = None) -> MergeReport:
        """Make two records of one KIM one: the first stands, the id of the second names it from now on.

        Each is named by id, number, name, or "name, village". Where both say something else the first stands, and the
        other value is a conflict of the report. Raises `NotFound`, and `InvalidValue` where both are one.
        """
        with self.storage.unit_of_work() as unit:
            done = merge_kims(Records(unit, self.office), kept, other, self.instant())
            if not dry_run:
                unit.commit()
        kept_id, merged_id = done.pair.kept.id, done.pair.other.id
        return MergeReport(**self.stamped(on), rows=done.changes, kept=kept_id, merged=merged_id, is_dry_run=dry_run)

    def back_up(self, target: str | Path) -> Path:
        """Write a copy of the whole store, as it stands now, into a new file and return its path."""
        return back_up(self.storage, target)

    def instant(self) -> str:
        """Return the present instant in ISO form with its zone."""
        return self.clock().isoformat(timespec="seconds")

    def stamped(self, on: date | None) -> dict[str, Any]:
        """Return what every result carries."""
        return {"office": self.office.text, "on": on or self.today(), "rulebook": self.rulebook.name}
