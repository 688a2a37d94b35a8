"""Correcting: what an office does to its data as a whole: take a register in, take it back, merge, back up."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from kimcore.community import named
from kimcore.geography import RegionCode, local_date
from kimcore.intake import read_sheets
from kimcore.intake.collector import paused
from kimcore.ledger import AuditRow, Ledger, audit_rows
from kimcore.plugins import PluginHost
from kimcore.ports import RegionDirectory, StorageBackend
from kimcore.results import AuditLog, IntakeReport, MergeReport, UndoReport, Verification
from kimcore.rules import Rulebook
from kimcore.workspace.importing import recalled, report_of, take_register
from kimcore.workspace.logs import log_intake
from kimcore.workspace.merging import merge_kims
from kimcore.workspace.opening import today
from kimcore.workspace.proving import prove
from kimcore.workspace.records import ImportRecord, Records, kims_of
from kimcore.workspace.regions import Lookup
from kimcore.workspace.undoing import undo_import
from kimcore.workspace.works import works_naming

__all__ = ["Correcting"]


class Correcting:
    """The part of a workspace that changes an office's data as a whole; each method is all or nothing."""

    storage: StorageBackend
    ledger: Ledger
    office: RegionCode
    rulebook: Rulebook
    regions: RegionDirectory | None
    host: PluginHost
    clock: Callable[[], datetime]

    def today(self) -> date:
        """Return the date at the office now."""
        return today(self.clock, self.office)

    @paused()
    def take_in(self, *paths: str | Path, dry_run: bool = False, on: date | None = None, key: str = "") -> IntakeReport:
        """Take workbooks or CSV files into the store as one statement of the office; all or nothing.

        A dry run reads and compares, and stores nothing; `on` is the date that the report carries. A call with the
        `key` of one that was stored, made again because its answer was lost, stores nothing and returns that answer.
        Raises `Unreadable` for a file that is no register.
        """
        files = tuple(Path(p).name for p in paths)
        sheets = [sheet for path in paths for sheet in read_sheets(path)]
        lookup = Lookup(self.regions, self.host) if self.regions else None
        asked = ImportRecord(files=files, taken_at=self.instant(), key=key)
        with self.ledger.unit("import") as unit:
            records = Records(unit, self.office)
            if key and not records.claim(key):
                return recalled(records, key, **self.stamped(on))
            done = take_register(records, sheets, asked, lookup=lookup)
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
        with self.ledger.unit("import --undo") as unit:
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
        with self.ledger.unit("merge") as unit:
            done = merge_kims(Records(unit, self.office), kept, other, self.instant())
            if not dry_run:
                unit.commit()
        kept_id, merged_id = done.pair.kept.id, done.pair.other.id
        return MergeReport(**self.stamped(on), rows=done.changes, kept=kept_id, merged=merged_id, is_dry_run=dry_run)

    def verify(self, anchor: str | Path | None = None) -> Verification:
        """Check the whole store against its digests and its audit log, and the log against an anchor file."""
        return prove(self.storage, self.instant(), Path(anchor) if anchor else None)

    def audit(self, kim: str | None = None, *, since: date | None = None, on: date | None = None) -> AuditLog:
        """Return the rows of the audit log, oldest first, from a date on: all, or those about one KIM.

        About a KIM are its record, its decisions and contents, and the records of chapter IV that name it now.
        """
        with self.storage.unit_of_work() as unit:
            records = Records(unit, self.office)
            name = named(kims_of(records), kim).id if kim else ""
            works = works_naming(records, name) if name else frozenset()
            rows = tuple((n, row) for n, row in audit_rows(unit) if is_about(row, name, works))
        return AuditLog(**self.stamped(on), rows=tuple(pair for pair in rows if self.is_since(pair[1], since)))

    def is_since(self, row: AuditRow, since: date | None) -> bool:
        """Tell whether a row of the log was written on a date or later, as dates are at the office."""
        return since is None or local_date(datetime.fromisoformat(row.at), self.office) >= since

    def instant(self) -> str:
        """Return the present instant in ISO form with its zone."""
        return self.clock().isoformat(timespec="seconds")

    def stamped(self, on: date | None) -> dict[str, Any]:
        """Return what every result carries."""
        return {"office": self.office.text, "on": on or self.today(), "rulebook": self.rulebook.name}


def is_about(row: AuditRow, kim: str, works: frozenset[str]) -> bool:
    """Tell whether a row of the log is about a KIM: its record, a decision about it, a content or a work of it."""
    return not kim or row.id == kim or row.id.startswith(f"{kim}/") or row.id in works
