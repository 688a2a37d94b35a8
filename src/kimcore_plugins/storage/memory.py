"""The memory store: for Python and the demo; nothing outlives the process."""

from collections.abc import Iterable, Iterator
from datetime import date
from threading import Lock
from types import TracebackType
from typing import Self

from attrs import evolve, frozen

from kimcore.errors import Conflict, InvalidValue, StorageError
from kimcore.ports import Document, IntegrityReport, MigrationPlan, ObservationRow, StorageCapability
from kimcore_plugins.storage.rows import NO_RECORD, Key, Last, new_rows, nothing_to_remove, storable, unit_ended

__all__ = ["MemoryStorage", "MemoryUnit", "open_memory"]

Name = tuple[str, str]


@frozen
class State:
    """One state of the store, never changed once made: documents by kind and id, the last observation of each key."""

    documents: dict[Name, Document]
    observations: dict[Key, ObservationRow]


class MemoryStorage:
    """A store in memory; units of several threads take turns at `commit`."""

    capabilities: frozenset[StorageCapability] = frozenset()

    def __init__(self) -> None:
        self.state = State({}, {})
        self.lock = Lock()
        self.is_closed = False

    def unit_of_work(self) -> "MemoryUnit":
        """Return a new unit of work."""
        if self.is_closed:
            raise StorageError("store_closed", "the store is closed", "penyimpanan sudah ditutup")
        return MemoryUnit(self)

    def plan_migration(self) -> MigrationPlan:
        """Tell that nothing is to be done."""
        return MigrationPlan(current=1, target=1)

    def migrate(self) -> MigrationPlan:
        """Do nothing."""
        return self.plan_migration()

    def verify(self) -> IntegrityReport:
        """Count the rows."""
        return IntegrityReport(checked=len(self.state.documents) + len(self.state.observations))

    def close(self) -> None:
        """Refuse further units."""
        self.is_closed = True


class MemoryUnit:
    """A unit of work that keeps its changes until `commit`."""

    def __init__(self, store: MemoryStorage) -> None:
        self.store = store
        self.base: State | None = None
        self.changed: dict[Name, Document | None] = {}
        self.observed: dict[Key, ObservationRow] = {}
        self.added: list[ObservationRow] = []
        self.is_writing = False

    def __enter__(self) -> Self:
        """Begin with the present state."""
        self.base = self.store.state
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        """Forget what was not committed."""
        self.base = None

    def get(self, kind: str, id: str) -> Document | None:
        """Return a document, or None."""
        base, name = self.present(), (kind, id)
        return self.changed[name] if name in self.changed else base.documents.get(name)

    def documents(self, kind: str, office: str | None = None) -> Iterator[Document]:
        """Yield the documents of a kind, ordered by id."""
        every = (self.present().documents | self.changed).values()
        found = [d for d in every if d and d.kind == kind and office in (None, d.office)]
        yield from sorted(found, key=lambda d: d.id)

    def put(self, document: Document, *, expected: int) -> Document:
        """Store a document over revision `expected`."""
        storable(document.kind, document.id, document.office, document.payload)
        self.compare(document.kind, document.id, expected)
        stored = evolve(document, revision=expected + 1)
        self.changed[document.kind, document.id] = stored
        return stored

    def remove(self, kind: str, id: str, *, expected: int) -> None:
        """Remove a document whose revision is `expected`."""
        if expected == 0:
            raise nothing_to_remove(kind, id)
        self.compare(kind, id, expected)
        self.changed[kind, id] = None

    def compare(self, kind: str, id: str, expected: int) -> None:
        """Raise `Conflict` unless the newest revision is the expected one."""
        self.begin_writing()
        actual = revision(self.get(kind, id))
        if actual != expected:
            raise Conflict(kind, id, expected=expected, actual=actual)

    def observe(self, observations: Iterable[ObservationRow]) -> int:
        """Append observations and return how many were new."""
        self.begin_writing()
        base = self.present()
        added = list(new_rows(observations, lambda key: self.observed_last(base, key)))
        for key, _, row in added:
            storable(row.office, row.platform, row.account, *key)
        self.added += [row for _, _, row in added]
        self.observed |= {key: evolve(row, sequence=sequence) for key, sequence, row in added}
        return len(added)

    def observed_last(self, base: State, key: Key) -> Last:
        """Return the sequence number and value that stand under a key, with the changes of this unit."""
        row = self.observed.get(key) or base.observations.get(key)
        return (row.sequence, row.value) if row else NO_RECORD

    def observations(
        self, *, office: str, kim: str | None = None, until: date | None = None
    ) -> Iterator[ObservationRow]:
        """Yield the last record of each key, in order."""
        every = (self.present().observations | self.observed).values()
        found = [r for r in every if r.office == office and kim in (None, r.kim)]
        yield from sorted((r for r in found if until is None or r.observed <= until), key=lambda r: r.order)

    def commit(self) -> None:
        """Put the changes in place unless another unit changed the same records since."""
        base = self.present()
        with self.store.lock:
            now = self.store.state
            for name in self.changed:
                expected, actual = (revision(s.documents.get(name)) for s in (base, now))
                if expected != actual:
                    raise Conflict(*name, expected=expected, actual=actual)
            if self.is_writing:
                self.store.state = self.merged(now)
        self.base = None

    def merged(self, now: State) -> State:
        """Return a state with the changes of this unit."""
        documents = {n: d for n, d in (now.documents | self.changed).items() if d is not None}
        self.observed = {}
        added = new_rows(self.added, lambda key: self.observed_last(now, key))
        return State(documents, now.observations | {key: evolve(row, sequence=n) for key, n, row in added})

    def present(self) -> State:
        """Return the state that the unit sees; refuse a unit that has ended or has not begun."""
        if self.base is None:
            raise unit_ended()
        return self.base

    def begin_writing(self) -> None:
        """See the newest state from the first write on."""
        self.present()
        if not self.is_writing:
            self.base, self.is_writing = self.store.state, True


def revision(document: Document | None) -> int:
    """Return the revision of a document, 0 for none."""
    return 0 if document is None else document.revision


def open_memory(url: str) -> MemoryStorage:
    """Return an empty store; the URL is `memory:`."""
    if url not in ("memory:", "memory://"):
        raise InvalidValue("store_url", f"{url!r} is no address of a memory store; write memory:", field="store")
    return MemoryStorage()
