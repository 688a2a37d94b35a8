"""Bugs of transactions: what is lost, seen too early, or kept that was not to be."""

from collections.abc import Iterable
from typing import Any

from attrs import evolve

from kimcore.errors import Conflict
from kimcore.ports import Document, IntegrityReport, MigrationPlan, ObservationRow, Observed
from kimcore_plugins.storage.memory import MemoryStorage, MemoryUnit, State
from tests.testing.planted.store import planted


@planted
class LostUpdate(MemoryUnit):
    """The last writer wins: the revision is counted and not compared."""

    def compare(self, *_: object, **__: object) -> None:
        """Take the right to write."""
        self.lock()


@planted
class NoRollback(MemoryUnit):
    """The end of the block commits."""

    def __exit__(self, *_: object) -> None:
        """Store what was written."""
        if self.state is not None:
            self.commit()


@planted
class CommitsOnError(MemoryUnit):
    """An error commits what was written before it, as with a driver that commits by itself."""

    def __exit__(self, kind: Any, *_: Any) -> None:
        """Store what was written before an error."""
        if kind is not None and self.state is not None:
            self.commit()
        self.end()


@planted
class TornBatch(MemoryUnit):
    """Rows are written one by one, and those before a failure stay."""

    def observe(self, observations: Iterable[ObservationRow], *, entry: int = 0) -> Observed:
        """Append each by itself."""
        found = [super(TornBatch, self).observe([row], entry=entry) for row in observations]
        return Observed(sum(o.count for o in found), max((o.digest for o in found), default=""))


@planted
class DirtyRead(MemoryStorage):
    """Readers see what another unit has written and not committed."""

    def unit_of_work(self) -> MemoryUnit:
        """Return a unit that writes into the state of the store."""
        unit = MemoryUnit(self)
        shared = self.shared

        class Shared(MemoryUnit):
            def lock(self) -> None:
                super().lock()
                shared[:] = [self.state]

            def __enter__(self) -> "Shared":
                self.state = shared[0] if shared and shared[0] else self.store.state
                return self

            def end(self) -> None:
                if self.is_writing:
                    shared.clear()
                super().end()

        unit.__class__ = Shared
        return unit

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self.shared: list[State | None] = []


@planted
class NoSnapshot(MemoryUnit):
    """Each read sees the newest state, as at the isolation level READ COMMITTED."""

    def present(self) -> State:
        """Return the newest state."""
        state = super().present()
        return state if self.is_writing else self.store.state


@planted
class StaleWriter(MemoryUnit):
    """A unit that writes goes on from the state that it began with, and so undoes what others stored since."""

    def lock(self) -> None:
        """Take the right to write, and see the old state."""
        old = self.present()
        was = self.is_writing
        super().lock()
        if not was:
            self.state = old.copy()


@planted
class NoLock(MemoryUnit):
    """Two units write at a time."""

    def lock(self) -> None:
        """See the newest state."""
        self.present()
        if not self.is_writing:
            self.state, self.is_writing = self.store.state.copy(), True

    def end(self) -> None:
        """End without letting go."""
        self.state, self.is_writing = None, False


@planted
class LeakedLock(MemoryUnit):
    """A unit that fails keeps the right to write."""

    def __exit__(self, kind: Any, *_: Any) -> None:
        """End, and after an error keep the right."""
        if kind is not None:
            self.state = None
        else:
            self.end()


@planted
class ConflictEndsTheUnit(MemoryUnit):
    """A conflict rolls the whole unit back, as a failed statement does on some servers."""

    def compare(self, kind: str, id: str, expected: int) -> None:
        """Forget everything at a conflict."""
        try:
            super().compare(kind, id, expected)
        except Conflict:
            self.state = self.store.state.copy()
            raise


@planted
class ClaimForgotten(MemoryUnit):
    """Keys are not stored."""

    def commit(self) -> None:
        """Store all but the keys."""
        if self.is_writing:
            self.present().claims.clear()
        super().commit()


@planted
class ClaimSurvivesRollback(MemoryUnit):
    """Keys are stored at once, in a transaction of their own."""

    def claim(self, key: str) -> bool:
        """Store the key beside the unit."""
        found = super().claim(key)
        self.store.state.claims.add(key)
        return found


@planted
class ClosedWorks(MemoryStorage):
    """A closed store goes on."""

    def close(self) -> None:
        """Do nothing."""


@planted
class MigratesAnew(MemoryStorage):
    """Every migration makes the tables anew."""

    def migrate(self) -> MigrationPlan:
        """Empty the store."""
        self.state = State()
        return super().migrate()


@planted
class VerifiesDocumentsAlone(MemoryStorage):
    """Verification forgets a table."""

    def verify(self) -> IntegrityReport:
        """Count the documents."""
        return IntegrityReport(checked=len(self.state.documents))


@planted
class EndedUnitWorks(MemoryUnit):
    """A unit goes on after its commit, in a transaction that nobody began."""

    def end(self) -> None:
        """End, and keep the state."""
        state = self.state
        super().end()
        self.state = state


@planted
class RemoveIgnoresRevision(MemoryUnit):
    """A document is removed whatever its revision."""

    def remove(self, kind: str, id: str, *, expected: int) -> None:
        """Remove it if it is there."""
        self.lock()
        found = self.get(kind, id)
        super().remove(kind, id, expected=found.revision if found else expected)


@planted
class RevisionNotStored(MemoryUnit):
    """The stored revision stays at 1 while the one returned counts on."""

    def put(self, document: Document, *, expected: int) -> Document:
        """Store with revision 1."""
        stored = super().put(document, expected=expected)
        self.present().documents[document.kind, document.id] = evolve(stored, revision=1)
        return stored


@planted
class ClaimTakenAtCommit(MemoryUnit):
    """Keys are written when the unit is stored, so that it may take one twice."""

    def claim(self, key: str) -> bool:
        """Look at what others have stored alone."""
        super().claim(key)
        return key not in self.store.state.claims


@planted
class ClaimsOfAnOffice(MemoryUnit):
    """Keys are kept by the office of the unit's first document."""

    def claim(self, key: str) -> bool:
        """Take the key of an office."""
        self.lock()
        written = [d for d in self.present().documents.values() if d not in self.store.state.documents.values()]
        return super().claim(f"{written[0].office} {key}" if written else key)


@planted
class RemovesNothing(MemoryUnit):
    """A removal that expects nothing is taken for done."""

    def remove(self, kind: str, id: str, *, expected: int) -> None:
        """Do nothing at revision 0."""
        if expected:
            super().remove(kind, id, expected=expected)


@planted
class RemovalOfNothingLocks(MemoryUnit):
    """The right to write is taken before the call is looked at."""

    def remove(self, kind: str, id: str, *, expected: int) -> None:
        """Lock, then look."""
        self.lock()
        super().remove(kind, id, expected=expected)
