"""The storage port: atomic units of work over documents that a backend does not interpret, and observations.

A backend knows no entity. A document is JSON text under a kind and an id; upgrades of its payload are pure functions
in the core, so a backend author writes none.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, runtime_checkable

from attrs import field, frozen

__all__ = [
    "CopyingStorage",
    "Document",
    "Fault",
    "IntegrityReport",
    "MigrationPlan",
    "ObservationRow",
    "StorageBackend",
    "StorageCapability",
    "UnitOfWork",
]


class StorageCapability(Enum):
    """What a backend can do beyond the contract."""

    DURABLE = "durable"
    """What was committed survives the end of the process and a loss of power."""
    CONCURRENT_WRITERS = "concurrent_writers"
    """Several processes may write to one store; they take turns or work side by side."""
    QUERY_PUSHDOWN = "query_pushdown"
    """Conditions on the payload are evaluated by the store."""


@frozen(kw_only=True)
class Document:
    """A stored record: `payload` is JSON text, `schema` the version of its form, `revision` counts its changes from 1.

    Kind and id together name it in the whole store; `office` is the code of the office that keeps it.
    """

    kind: str
    id: str
    office: str
    schema: int = 1
    revision: int = 0
    payload: str = field(repr=False)


@frozen(kw_only=True)
class ObservationRow:
    """One stored figure of one indicator on one day; None withdraws the figure that stood under its key.

    `sequence` is 1 for the first record of a key and is given by the backend.
    """

    office: str
    kim: str
    provider: str
    platform: str
    account: str = field(default="", repr=False)
    content: str = field(default="", repr=False)
    indicator: str
    observed: date
    value: int | None
    sequence: int = 0

    @property
    def key(self) -> tuple[str, ...]:
        """What the figure is of; platform and account are compared without case (R21)."""
        where = (self.kim, self.provider, self.platform.casefold(), self.account.casefold(), self.content)
        return (*where, self.indicator, self.observed.isoformat())

    @property
    def order(self) -> tuple[str, ...]:
        """The sort key of `UnitOfWork.observations`: total, and by code points on every backend."""
        where = (self.provider, self.platform, self.account, self.content, self.indicator)
        return (self.kim, self.observed.isoformat(), *where)


@frozen
class Fault:
    """Something that `verify` found: where it is (for example `kim/0a1b`) and what is wrong."""

    where: str
    what: str


@frozen(kw_only=True)
class IntegrityReport:
    """The outcome of `verify`: how many rows were read, and every fault."""

    checked: int
    faults: tuple[Fault, ...] = ()

    @property
    def is_sound(self) -> bool:
        """True if nothing is wrong."""
        return not self.faults


@frozen(kw_only=True)
class MigrationPlan:
    """The version of the store's own schema (0: not there yet), the one this adapter writes, and the steps between."""

    current: int
    target: int
    steps: tuple[str, ...] = ()

    @property
    def is_newer(self) -> bool:
        """True if the store was written by a newer adapter, which is refused."""
        return self.current > self.target


class UnitOfWork(Protocol):
    """Reads and writes that happen together or not at all: rolled back unless `commit` was called.

    Use it in a `with` block, once. A unit that only reads takes no lock and sees one state; the first write takes
    the right to write, and from then on the unit sees the newest state. `Conflict` comes at the write, and its write
    did nothing, or (on some backends) at `commit`, and nothing of the unit is stored. Any other failure is a
    `StorageError`, after which `commit` may refuse; a part of an `observe` is never stored.
    """

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        """Roll back what was not committed."""
        ...

    def get(self, kind: str, id: str) -> Document | None:
        """Return a document, or None where there is none."""
        ...

    def documents(self, kind: str, office: str | None = None) -> Iterator[Document]:
        """Yield the documents of a kind, of one office or of all, ordered by id (by code points)."""
        ...

    def put(self, document: Document, *, expected: int) -> Document:
        """Store a document over revision `expected` (0: it must not exist) and return it with its new revision.

        Raise `Conflict` where another revision is stored.
        """
        ...

    def remove(self, kind: str, id: str, *, expected: int) -> None:
        """Remove a document whose revision is `expected`; raise `Conflict` where it is another or none."""
        ...

    def observe(self, observations: Iterable[ObservationRow]) -> int:
        """Append observations in their order and return how many were new.

        A value equal to the last record of its key is not stored again, nor a withdrawal of what is not recorded;
        a change is the key's next sequence number.
        """
        ...

    def observations(
        self, *, office: str, kim: str | None = None, until: date | None = None
    ) -> Iterator[ObservationRow]:
        """Yield the last record of each key of an office, withdrawals too, sorted by `ObservationRow.order`.

        `kim` and `until` (a day that still belongs) narrow it.
        """
        ...

    def commit(self) -> None:
        """Make the unit durable and end it."""
        ...


class StorageBackend(Protocol):
    """A store. Opening it touches nothing; the first use may raise `StorageError`."""

    @property
    def capabilities(self) -> frozenset[StorageCapability]:
        """What it can do beyond the contract."""
        ...

    def unit_of_work(self) -> UnitOfWork:
        """Return a new unit of work; each has its own view, and several may be open."""
        ...

    def plan_migration(self) -> MigrationPlan:
        """Tell what `migrate` would do; a store that does not exist yet is at version 0."""
        ...

    def migrate(self) -> MigrationPlan:
        """Create the store or bring it to the adapter's version, and return what was done.

        A second call does nothing. Refuse a newer version and a database of another application (`StorageError`).
        """
        ...

    def verify(self) -> IntegrityReport:
        """Read everything and report each fault; it changes nothing."""
        ...

    def close(self) -> None:
        """Release what is held; a closed backend refuses new units."""
        ...


@runtime_checkable
class CopyingStorage(Protocol):
    """A store that can copy itself into a file while it is in use; a backend without files does not have it."""

    def copy_to(self, target: Path) -> None:
        """Write one state of the store, as it was committed, into a new file that can be opened as a store.

        Raise `StorageError` where that cannot be done; the file may then be left unfinished.
        """
        ...
