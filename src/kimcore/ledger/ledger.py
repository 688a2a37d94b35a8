"""The ledger: a store whose every change is noted, with who made it, when and why."""

from collections.abc import Callable, Iterator
from datetime import datetime

from attrs import field, frozen

from kimcore.ledger.audit import Action, AuditRow, row_of
from kimcore.ledger.unit import AuditedUnit, Unit
from kimcore.ports import StorageBackend

__all__ = ["Ledger", "audit_rows"]


@frozen
class Ledger:
    """A store, who uses it (as the application names them; empty where that is not known), and a clock."""

    storage: StorageBackend = field(repr=False)
    by: str
    clock: Callable[[], datetime] = field(repr=False)

    def unit(self, why: str) -> AuditedUnit:
        """Return a unit of work whose changes are noted with a reason: the command, or what was asked for."""
        at = self.clock().isoformat(timespec="seconds")
        return AuditedUnit(self.storage.unit_of_work(), {"at": at, "by": self.by, "why": why})

    def note(self, why: str, action: Action, **about: object) -> None:
        """Note something that changed no record: an export, a report, a backup."""
        with self.unit(why) as unit:
            unit.note(action, **about)
            unit.commit()


def audit_rows(unit: Unit, after: int = 0) -> Iterator[tuple[int, AuditRow]]:
    """Yield the rows of the audit log behind a position, each with its position."""
    for entry in unit.entries(after):
        yield entry.position, row_of(entry.body)
