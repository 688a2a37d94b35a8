"""What `retention` returns: what falls due by the rules of retention."""

from typing import Any

from attrs import frozen

from kimcore.protection import Due
from kimcore.reports.columns import columns
from kimcore.results.persons import CopyState
from kimcore.results.rows import Result, document
from kimcore.tables import Table
from kimcore.terms import Language, Text

__all__ = ["Retention"]

COLUMNS = columns(
    ("kind", "Yang disimpan", "What is kept", 40),
    ("id", "Id", "Id", 24),
    ("since", "Dihitung sejak", "Counted from", 16),
    ("due", "Jatuh tempo", "Due on", 16),
)


@frozen(kw_only=True)
class Retention(Result[Due]):
    """The records that fall due on or before a date; unless it was a dry run, they were erased.

    `store` is what became of the bytes in the files of the store, None where nothing was erased.
    """

    store: CopyState | None = None
    is_dry_run: bool = False

    def to_document(self, language: Language = "id") -> dict[str, Any]:  # noqa: ARG002
        """Return `kimcore.retention.v1`."""
        due = [
            {"kind": d.kind.code, "id": d.id, "since": d.since.isoformat(), "due": d.due.isoformat()} for d in self.rows
        ]
        state = self.store.code if self.store else None
        return document("retention", self, dry_run=self.is_dry_run, store=state, due=due)

    def table(self) -> Table:
        """Return what falls due."""
        rows = tuple((d.kind, d.id, d.since, d.due) for d in self.rows)
        title = Text("Data yang jatuh tempo untuk dihapus", "What falls due")
        return Table(key="retention", name=Text("Retensi", "Retention"), title=title, columns=COLUMNS, rows=rows)
