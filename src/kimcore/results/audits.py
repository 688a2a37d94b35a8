"""What `audit` and `verify` return."""

from typing import Any

from attrs import field, frozen

from kimcore.ledger import Anchor, AuditRow
from kimcore.ports import IntegrityReport
from kimcore.reports.columns import columns
from kimcore.results.rows import Result, document
from kimcore.tables import Cell, Table
from kimcore.terms import Language, Text, say

__all__ = ["AuditLog", "Verification"]

AUDIT = columns(
    ("position", "No.", "No.", 8),
    ("at", "Saat", "At", 26),
    ("by", "Oleh", "By", 20),
    ("why", "Untuk", "Why", 24),
    ("action", "Tindakan", "Action", 16),
    ("kind", "Jenis", "Kind", 12),
    ("id", "Id", "Id", 24),
    ("revision", "Revisi", "Revision", 10),
    ("fields", "Isian", "Fields", 40),
    ("count", "Jumlah", "Count", 10),
)
FAULTS = columns(("where", "Letak", "Where", 30), ("what", "Kesalahan", "What is wrong", 70))


@frozen(kw_only=True)
class AuditLog(Result[tuple[int, AuditRow]]):
    """Rows of the audit log, each with its position, oldest first."""

    def to_document(self, language: Language = "id") -> dict[str, Any]:  # noqa: ARG002
        """Return `kimcore.audit.v1`."""
        return document("audit", self, entries=[entry(position, row) for position, row in self.rows])

    def table(self) -> Table:
        """Return the rows."""
        rows = tuple(map(cells, self.rows))
        title = Text("Catatan audit", "Audit log")
        return Table(key="audit", name=title, title=title, columns=AUDIT, rows=rows)


def cells(numbered: tuple[int, AuditRow]) -> tuple[Cell, ...]:
    """Return a row of the log as cells; what was not stated is empty."""
    position, r = numbered
    said = (text or None for text in (r.by, r.why))
    about = (value or None for value in (r.kind, r.id, r.revision))
    return (position, r.at, *said, r.action, *about, r.fields, r.count or None)


def entry(position: int, row: AuditRow) -> dict[str, Any]:
    """Return a row of the log as plain data."""
    said = {"at": row.at, "by": row.by, "why": row.why, "action": row.action.code, "kind": row.kind, "id": row.id}
    more = {"revision": row.revision, "fields": list(row.fields), "digest": row.digest, "count": row.count}
    return {"position": position} | said | more


@frozen(kw_only=True)
class Verification:
    """What `verify` found in a whole store.

    `end` is the end of its audit log (None: it is empty), `anchor` what it was compared with (None: there was none).
    """

    report: IntegrityReport = field(repr=False)
    end: Anchor | None
    anchor: Anchor | None = None

    @property
    def is_sound(self) -> bool:
        """True if nothing is wrong."""
        return self.report.is_sound

    def to_document(self, language: Language = "id") -> dict[str, Any]:
        """Return `kimcore.verify.v1`."""
        head = {"format": "kimcore.verify.v1", "office": None, "on": None, "rulebook": None}
        faults = [{"where": fault.where, "what": say(fault.what, language)} for fault in self.report.faults]
        end = {"position": self.end.position, "hash": self.end.hash} if self.end else None
        compared = self.anchor.at if self.anchor else None
        return head | {
            "checked": self.report.checked,
            "sound": self.is_sound,
            "end": end,
            "anchored_at": compared,
            "faults": faults,
        }

    def table(self) -> Table:
        """Return the faults."""
        rows = tuple((fault.where, fault.what) for fault in self.report.faults)
        title = Text("Kesalahan pada data tersimpan", "Faults of the store")
        return Table(key="faults", name=title, title=title, columns=FAULTS, rows=rows)
