"""A unit of work on SQL: documents, observations, the audit log and the idempotency keys of one transaction."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain, islice
from typing import Any, TypeVar

from attrs import evolve
from sqlalchemy import insert

from kimcore.errors import Conflict
from kimcore.ports import Document, Entry, ObservationRow, Observed
from kimcore.ports.digests import batch_digest
from kimcore_plugins.storage import rows
from kimcore_plugins.storage.sql import statements as sql
from kimcore_plugins.storage.sql.observing import appended
from kimcore_plugins.storage.sql.places import FIRST, FIRST_LINE, PAGE, end, place, walk
from kimcore_plugins.storage.sql.renaming import rename
from kimcore_plugins.storage.sql.schema import CLAIMS, DOCUMENTS, ENTRIES
from kimcore_plugins.storage.sql.sealing import (
    as_document,
    as_entry,
    as_observation,
    claim_row,
    document_row,
    entry_row,
    mark_of,
)
from kimcore_plugins.storage.sql.transaction import Row, Transaction

__all__ = ["SqlUnit"]

T = TypeVar("T")


class SqlUnit(Transaction):
    """A unit of work; a transaction that knows the tables."""

    def claim(self, key: str) -> bool:
        """Take an idempotency key; False where it was taken before."""
        row = claim_row(key)
        self.lock()
        return self.run(lambda connection: self.server.add(connection, CLAIMS, row))

    def get(self, kind: str, id: str) -> Document | None:
        """Return a document, or None."""
        read = self.read(sql.GET, {"asked": mark_of((kind, id))})
        return as_document(read[0], self.store) if read else None

    def documents(
        self, kind: str, office: str | None = None, *, after: str | None = None, limit: int | None = None
    ) -> Iterator[Document]:
        """Yield the documents of a kind, ordered by id."""
        statement = sql.LISTED if office is None else sql.LISTED_OF_OFFICE
        asked = {"kind": kind} if office is None else {"kind": kind, "office": office}
        start = FIRST if after is None else place(after)
        found = self.walk(statement, asked, as_document, start=start, order=lambda d: d.id, limit=limit)
        return islice((d for d in found if after is None or d.id > after), limit)

    def put(self, document: Document, *, expected: int) -> Document:
        """Store a document over revision `expected`."""
        stored = evolve(document, revision=expected + 1)
        row = document_row(stored)
        if expected:
            is_written = self.write(sql.UPDATE, row | {"asked": row["mark"], "expected": expected}) == 1
        else:
            self.lock()
            is_written = self.run(lambda connection: self.server.add(connection, DOCUMENTS, row))
        self.check(is_written, (document.kind, document.id), expected)
        return stored

    def remove(self, kind: str, id: str, *, expected: int) -> None:
        """Remove a document whose revision is `expected`."""
        if expected == 0:
            raise rows.nothing_to_remove(kind, id)
        written = self.write(sql.REMOVE, {"asked": mark_of((kind, id)), "expected": expected})
        self.check(written == 1, (kind, id), expected)

    def check(self, is_written: bool, name: tuple[str, str], expected: int) -> None:
        """Raise `Conflict` where nothing was written."""
        if not is_written:
            read = self.read(sql.REVISION, {"asked": mark_of(name)})
            raise Conflict(*name, expected=expected, actual=read[0][0] if read else 0)

    def observe(self, observations: Iterable[ObservationRow], *, entry: int = 0) -> Observed:
        """Append observations; a failure ends the unit, for a part would otherwise be stored."""
        self.lock()
        batches = rows.batches(observations, self.server.batch)
        try:
            digests = [*chain.from_iterable(appended(self, batch, entry) for batch in batches)]
        except BaseException:
            self.end()
            raise
        return Observed(len(digests), batch_digest(digests))

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
        asked: dict[str, Any] = {"office": office, "until": until or date.max}
        start = place(*after.order) if after else FIRST
        statement = sql.FIGURES
        if kim is not None:
            statement, asked = sql.FIGURES_OF_ONE, asked | {"kim": kim, "end": end(kim)}
            start = max(start, place(kim))
        found = self.walk(statement, asked, as_observation, start=start, order=lambda row: row.order, limit=limit)
        return islice((row for row in found if after is None or row.order > after.order), limit)

    def history(self, office: str | None = None) -> Iterator[ObservationRow]:
        """Yield every record by entry, those of one entry by key and sequence."""
        statement = sql.HISTORY if office is None else sql.HISTORY_OF_OFFICE
        asked = {} if office is None else {"office": office}
        return self.walk(statement, asked, as_observation, start=FIRST_LINE, order=lambda row: (row.key, row.sequence))

    def walk(
        self,
        statement: sql.Rows,
        asked: dict[str, Any],
        made: Callable[[Row, str], T],
        *,
        order: Callable[[T], Any],
        start: Any,
        limit: int | None = None,
    ) -> Iterator[T]:
        """Yield the records of a paged statement in order, a little more than `limit`."""

        def fetch(at: Any, size: int) -> list[tuple[Any, T]]:
            read = self.read(statement, asked | {"at": at, "size": size})
            return [(row[0], made(row[1:], self.store)) for row in read]

        size = PAGE if limit is None else min(PAGE, limit + 2)  # the cursor itself, and one to see the end of a place
        return walk(fetch, order, start=start, size=size)

    def rename(self, names: Mapping[str, str], *, office: str) -> Mapping[int, str]:
        """Put new texts in the place of accounts and contents; a failure ends the unit, as with `observe`."""
        self.lock()
        try:
            return rename(self, names, office)
        except BaseException:
            self.end()
            raise

    def append(self, entries: Iterable[Entry]) -> None:
        """Append entries of the audit log."""
        self.lock()
        added = rows.following(entries, self.last_entry())
        if added:
            self.write(insert(ENTRIES), [entry_row(entry) for entry in added])

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield the entries of the audit log behind a position."""
        while page := self.read(sql.ENTRIES_BEHIND, {"after": after, "size": PAGE}):
            yield from (as_entry(row, self.store) for row in page)
            after = page[-1][0]

    def last_entry(self) -> Entry | None:
        """Return the last entry of the audit log, or None."""
        read = self.read(sql.LAST_ENTRY)
        return as_entry(read[0], self.store) if read else None
