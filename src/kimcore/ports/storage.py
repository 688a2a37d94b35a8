"""The storage port: atomic units of work over documents that a backend does not interpret, and observations.

A backend knows no entity. A document is JSON text under a kind and an id; upgrades of its payload are pure functions
in the core, so a backend author writes none. The audit log is made in the core too; a backend only keeps its entries.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self, runtime_checkable

from kimcore.ports.stored import (
    Document,
    Entry,
    IntegrityReport,
    MigrationPlan,
    ObservationRow,
    Observed,
    StorageCapability,
)

__all__ = ["CopyingStorage", "ScrubbingStorage", "StorageBackend", "UnitOfWork"]


class UnitOfWork(Protocol):
    """Reads and writes that happen together or not at all: rolled back unless `commit` was called.

    Use it in a `with` block, once. A unit that only reads takes no lock and sees one state. The first write takes the
    right to write, which one unit has at a time until it ends, and from then on the unit sees the newest state; a unit
    that waits too long for it gets a `StorageError` with the code `store_locked`. `Conflict` comes at the write, and
    its write did nothing. Any other failure is a `StorageError`, after which `commit` may refuse; a part of an
    `observe` is never stored.
    """

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        """Roll back what was not committed."""
        ...

    def lock(self) -> None:
        """Take the right to write now, as the first write would; a second call does nothing."""
        ...

    def claim(self, key: str) -> bool:
        """Take an idempotency key for this unit; it is a write.

        False says that a committed unit has taken it: an earlier try was stored, and this one has nothing to do. It
        says so, too, where this unit has taken the key itself. A key is one of the whole store: what offices may choose
        alike, the caller tells apart.
        """
        ...

    def get(self, kind: str, id: str) -> Document | None:
        """Return a document, or None where there is none."""
        ...

    def documents(
        self, kind: str, office: str | None = None, *, after: str | None = None, limit: int | None = None
    ) -> Iterator[Document]:
        """Yield the documents of a kind, of one office or of all, ordered by id (by code points).

        A page begins behind the id `after` and holds at most `limit`; the last id of a page is the cursor of the next.
        """
        ...

    def put(self, document: Document, *, expected: int) -> Document:
        """Store a document over revision `expected` (0: it must not exist) and return it with its new revision.

        Raise `Conflict` where another revision is stored.
        """
        ...

    def remove(self, kind: str, id: str, *, expected: int) -> None:
        """Remove a document whose revision is `expected`; raise `Conflict` where it is another or none.

        No document has revision 0: to expect it is a mistake of the caller, and raises `InvalidValue` before anything
        is written or locked.
        """
        ...

    def observe(self, observations: Iterable[ObservationRow], *, entry: int = 0) -> Observed:
        """Append observations in their order, each with the position of their audit entry, and return what was new.

        A value equal to the last record of its key is not stored again, nor a withdrawal of what is not recorded;
        a change is the key's next sequence number. `sequence` and `entry` of what is given do not matter.
        """
        ...

    def observations(
        self,
        *,
        office: str,
        kim: str | None = None,
        until: date | None = None,
        after: ObservationRow | None = None,
        limit: int | None = None,
    ) -> Iterator[ObservationRow]:
        """Yield the last record of each key of an office, withdrawals too, sorted by `ObservationRow.order`.

        `kim` and `until` (a day that still belongs) narrow it. A page begins behind the row `after` and holds at most
        `limit`; the last row of a page is the cursor of the next.
        """
        ...

    def history(self, office: str | None = None) -> Iterator[ObservationRow]:
        """Yield every record of every key, of one office or of all: by `entry`, and those of one key by `sequence`."""
        ...

    def rename(self, names: Mapping[str, str], *, office: str) -> Mapping[int, str]:
        """Put new texts in the place of accounts and contents in every record of an office, corrected ones too.

        It is the one change of what was recorded, for the erasure of a person after whom an account is called. A text
        is replaced where it is the whole account or content; an empty one stays. No record has a new text before, so
        that no two keys become one; spellings of one account are given together, with one new text. Everything else
        about a record stays, its sequence number and entry too. Return the new digest of all records of each entry of
        which one changed (`digests.batch_digest`), by position.
        """
        ...

    def append(self, entries: Iterable[Entry]) -> None:
        """Append entries of the audit log in order; raise `Conflict` where one does not follow the last position."""
        ...

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield the entries of the audit log behind a position, in order."""
        ...

    def last_entry(self) -> Entry | None:
        """Return the entry with the highest position, or None."""
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
        """Read every row, compare it with its own digest, and report each fault; it changes nothing."""
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


@runtime_checkable
class ScrubbingStorage(Protocol):
    """A store that can remove the bytes of what was deleted or overwritten from its files."""

    def scrub(self) -> None:
        """Rewrite the files so that only what stands now is in them.

        Raise `StorageError` where another program uses the store; nothing is lost then.
        """
        ...
