"""The memory store: for Python and the demo; nothing outlives the process."""

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from datetime import date
from itertools import islice
from threading import Lock
from types import TracebackType
from typing import Self

from attrs import define, evolve, field, fields

from kimcore.errors import Conflict, InvalidValue, StorageError
from kimcore.ports import (
    Document,
    Entry,
    IntegrityReport,
    MigrationPlan,
    ObservationRow,
    Observed,
    StorageCapability,
)
from kimcore.ports.digests import batch_digest, digest, observation_values
from kimcore_plugins.storage.rows import Key, following, new_rows, nothing_to_remove, renamed, storable, unit_ended

__all__ = ["MemoryStorage", "MemoryUnit", "open_memory"]

Name = tuple[str, str]


@define
class State:
    """What is stored: documents by kind and id, every record of observations, and the last one of each key."""

    documents: dict[Name, Document] = field(factory=dict)
    records: list[ObservationRow] = field(factory=list)
    last: dict[Key, ObservationRow] = field(factory=dict)
    entries: list[Entry] = field(factory=list)
    claims: set[str] = field(factory=set)

    def copy(self) -> "State":
        """Return a state of the same content that can be changed by itself."""
        return State(*(copy(getattr(self, a.name)) for a in fields(State)))


class MemoryStorage:
    """A store in memory; units that write take turns, each waiting at most `timeout` seconds for the one before."""

    capabilities: frozenset[StorageCapability] = frozenset()

    def __init__(self, *, timeout: float = 30.0) -> None:
        self.state = State()
        self.timeout = timeout
        self.writing = Lock()
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
        state = self.state
        return IntegrityReport(checked=len(state.documents) + len(state.records) + len(state.entries))

    def scrub(self) -> None:
        """Do nothing: what was removed is held nowhere."""

    def close(self) -> None:
        """Refuse further units."""
        self.is_closed = True


class MemoryUnit:
    """A unit of work that changes a copy of the state, and puts it in the place of the state at `commit`."""

    def __init__(self, store: MemoryStorage) -> None:
        self.store = store
        self.state: State | None = None
        self.is_writing = False

    def __enter__(self) -> Self:
        """Begin with the present state."""
        self.state = self.store.state
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        """Forget what was not committed."""
        self.end()

    def end(self) -> None:
        """End the unit, and let others write."""
        self.state = None
        if self.is_writing:
            self.is_writing = False
            self.store.writing.release()

    def lock(self) -> None:
        """Take the right to write, and see the newest state from now on."""
        self.present()
        if not self.is_writing:
            if not self.store.writing.acquire(timeout=self.store.timeout):
                raise locked()
            self.state, self.is_writing = self.store.state.copy(), True

    def claim(self, key: str) -> bool:
        """Take an idempotency key; False where it was taken before."""
        self.lock()
        storable(key)
        claims = self.present().claims
        if key in claims:
            return False
        claims.add(key)
        return True

    def get(self, kind: str, id: str) -> Document | None:
        """Return a document, or None."""
        return self.present().documents.get((kind, id))

    def documents(
        self, kind: str, office: str | None = None, *, after: str | None = None, limit: int | None = None
    ) -> Iterator[Document]:
        """Yield the documents of a kind, ordered by id."""
        found = [d for d in self.present().documents.values() if d.kind == kind and office in (None, d.office)]
        rest = (d for d in sorted(found, key=lambda d: d.id) if after is None or d.id > after)
        return islice(rest, limit)

    def put(self, document: Document, *, expected: int) -> Document:
        """Store a document over revision `expected`."""
        storable(document.kind, document.id, document.office, document.payload, document.key)
        self.compare(document.kind, document.id, expected)
        stored = evolve(document, revision=expected + 1)
        self.present().documents[document.kind, document.id] = stored
        return stored

    def remove(self, kind: str, id: str, *, expected: int) -> None:
        """Remove a document whose revision is `expected`."""
        if expected == 0:
            raise nothing_to_remove(kind, id)
        self.compare(kind, id, expected)
        del self.present().documents[kind, id]

    def compare(self, kind: str, id: str, expected: int) -> None:
        """Raise `Conflict` unless the newest revision is the expected one."""
        self.lock()
        found = self.get(kind, id)
        actual = 0 if found is None else found.revision
        if actual != expected:
            raise Conflict(kind, id, expected=expected, actual=actual)

    def observe(self, observations: Iterable[ObservationRow], *, entry: int = 0) -> Observed:
        """Append observations; return how many were new and their digest."""
        self.lock()
        state = self.present()
        told = [(row.key, row) for row in observations]
        stands = {key: state.last[key] for key, _ in told if key in state.last}
        added = {}
        for key, sequence, row in new_rows(told, {key: (r.sequence, r.value) for key, r in stands.items()}):
            storable(row.office, row.platform, row.account, *key)
            added[key, sequence] = evolve(row, sequence=sequence, entry=entry)
        state.records += added.values()
        state.last |= {key: row for (key, _), row in added.items()}
        return Observed(len(added), batch_digest(digest(observation_values(row)) for row in added.values()))

    def observations(
        self,
        *,
        office: str,
        kim: str | None = None,
        until: date | None = None,
        after: ObservationRow | None = None,
        limit: int | None = None,
    ) -> Iterator[ObservationRow]:
        """Yield the last record of each key, in order."""
        found = [r for r in self.present().last.values() if r.office == office and kim in (None, r.kim)]
        rest = sorted((r for r in found if until is None or r.observed <= until), key=lambda r: r.order)
        return islice((r for r in rest if after is None or r.order > after.order), limit)

    def history(self, office: str | None = None) -> Iterator[ObservationRow]:
        """Yield every record, by entry."""
        found = (r for r in self.present().records if office in (None, r.office))
        return iter(sorted(found, key=lambda r: r.entry))

    def rename(self, names: Mapping[str, str], *, office: str) -> Mapping[int, str]:
        """Put new texts in the place of accounts and contents; return the digests of the entries concerned."""
        self.lock()
        storable(*names.values())
        state = self.present()
        old, state.records = state.records, [renamed(r, names) if r.office == office else r for r in state.records]
        state.last = {row.key: row for row in state.records}
        batches: dict[int, list[bytes]] = {
            new.entry: [] for was, new in zip(old, state.records, strict=True) if new is not was
        }
        for row in state.records:
            if row.entry in batches:
                batches[row.entry].append(digest(observation_values(row)))
        return {entry: batch_digest(digests) for entry, digests in batches.items()}

    def append(self, entries: Iterable[Entry]) -> None:
        """Append entries of the audit log."""
        self.lock()
        added = following(entries, self.last_entry())
        for entry in added:
            storable(entry.body, entry.hash)
        self.present().entries.extend(added)

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield the entries behind a position."""
        return iter(self.present().entries[after:])

    def last_entry(self) -> Entry | None:
        """Return the last entry, or None."""
        log = self.present().entries
        return log[-1] if log else None

    def commit(self) -> None:
        """Put the changes in place and end the unit."""
        state = self.present()
        if self.is_writing:
            self.store.state = state
        self.end()

    def present(self) -> State:
        """Return the state that the unit sees; refuse a unit that has ended or has not begun."""
        if self.state is None:
            raise unit_ended()
        return self.state


def locked() -> StorageError:
    """Return the error for a unit that waited too long for another to end."""
    en, id = "the store is being written by another unit; try again", "penyimpanan sedang ditulis unit lain; coba lagi"
    return StorageError("store_locked", en, id)


def open_memory(url: str) -> MemoryStorage:
    """Return an empty store; the URL is `memory:`."""
    if url not in ("memory:", "memory://"):
        raise InvalidValue("store_url", f"{url!r} is no address of a memory store; write memory:", field="store")
    return MemoryStorage()
