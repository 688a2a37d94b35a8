"""The audited unit of work: what is written through it is noted in the audit log, in the same transaction."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import TracebackType
from typing import Any, Self

from kimcore.ledger.audit import BATCH, Action, body_of, changed_fields, digest_of, keyed, members, new_keys
from kimcore.ledger.chain import link
from kimcore.ports import Document, Entry, ObservationRow, Observed, UnitOfWork

__all__ = ["AuditedUnit", "Unit"]


class AuditedUnit:
    """A unit of work like any other; `shared` are the fields that all its audit rows share, `at` among them."""

    def __init__(self, unit: UnitOfWork, shared: Mapping[str, str]) -> None:
        self.unit, self.stamp = unit, members(shared)
        self.keys = new_keys()
        self.noted: list[Entry] = []
        self.last: Entry | None = None
        self.is_locked = False

    def __enter__(self) -> Self:
        """Begin."""
        self.unit.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        """Roll back what was not committed."""
        self.unit.__exit__(kind, error, trace)

    # --- writing

    def lock(self) -> None:
        """Take the right to write, and see where the audit log ends."""
        if not self.is_locked:
            self.unit.lock()
            self.last, self.is_locked = self.unit.last_entry(), True

    def note(self, action: Action, **about: Any) -> None:
        """Note what was done; `about` are fields of `AuditRow`."""
        if not self.is_locked:
            self.lock()
        self.last = link(self.last, body_of(self.stamp, action, about))
        self.noted.append(self.last)

    def claim(self, key: str) -> bool:
        """Take an idempotency key."""
        self.lock()
        return self.unit.claim(key)

    def put(self, document: Document, *, expected: int) -> Document:
        """Store a document under a new key, and note which fields changed."""
        if not self.is_locked:
            self.lock()
        before = self.unit.get(document.kind, document.id) if expected else None
        stored = self.unit.put(keyed(document, next(self.keys)), expected=expected)
        self.note(
            Action.CHANGE if before else Action.ADD,
            kind=stored.kind,
            id=stored.id,
            revision=stored.revision,
            fields=changed_fields(before.payload, stored.payload) if before else (),
            digest=digest_of(stored),
        )
        return stored

    def remove(self, kind: str, id: str, *, expected: int) -> None:
        """Remove a document, and note it."""
        self.lock()
        self.unit.remove(kind, id, expected=expected)
        self.note(Action.REMOVE, kind=kind, id=id, revision=expected)

    def observe(self, observations: Iterable[ObservationRow]) -> Observed:
        """Append observations, and note the batch with one digest."""
        self.lock()
        position = self.last.position + 1 if self.last else 1
        observed = self.unit.observe(observations, entry=position)
        if observed.count:
            self.note(Action.OBSERVE, count=observed.count, digest=observed.digest)
        return observed

    def rename(self, names: Mapping[str, str], *, office: str) -> Mapping[int, str]:
        """Rename accounts and contents in what was recorded, and note the new digest of each batch concerned."""
        self.lock()
        found = self.unit.rename(names, office=office)
        for position, digest in sorted(found.items()):
            self.note(Action.ERASE, kind=BATCH, id=str(position), digest=digest)
        return found

    def commit(self) -> None:
        """Make the unit durable with its entries, and end it."""
        if self.noted:
            self.unit.append(self.noted)
        self.unit.commit()

    # --- reading

    def get(self, kind: str, id: str) -> Document | None:
        """Return a document, or None."""
        return self.unit.get(kind, id)

    def documents(
        self, kind: str, office: str | None = None, *, after: str | None = None, limit: int | None = None
    ) -> Iterator[Document]:
        """Yield the documents of a kind, ordered by id."""
        return self.unit.documents(kind, office, after=after, limit=limit)

    def observations(
        self,
        *,
        office: str,
        kim: str | None = None,
        until: date | None = None,
        after: ObservationRow | None = None,
        limit: int | None = None,
    ) -> Iterator[ObservationRow]:
        """Yield the last record of each key of an office."""
        return self.unit.observations(office=office, kim=kim, until=until, after=after, limit=limit)

    def history(self, office: str | None = None) -> Iterator[ObservationRow]:
        """Yield every record of every key."""
        return self.unit.history(office)

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield the entries that were committed, behind a position."""
        return self.unit.entries(after)


Unit = UnitOfWork | AuditedUnit
"""What reads and writes records; only what an audited unit writes is in the audit log."""
