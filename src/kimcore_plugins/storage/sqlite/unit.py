"""A unit of work on SQLite: documents, observations, the audit log and the idempotency keys of one transaction."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any

from kimcore.errors import Conflict
from kimcore.ports import Document, Entry, ObservationRow, Observed
from kimcore.ports.digests import batch_digest, document_digest, document_values
from kimcore_plugins.storage import rows
from kimcore_plugins.storage.sqlite import statements as sql
from kimcore_plugins.storage.sqlite.observing import appended
from kimcore_plugins.storage.sqlite.paging import paged
from kimcore_plugins.storage.sqlite.renaming import rename
from kimcore_plugins.storage.sqlite.sealing import as_document, as_entry, as_observation, sealed
from kimcore_plugins.storage.sqlite.transaction import Transaction

__all__ = ["SqliteUnit"]

LAST = "\U0010ffff"
PLACE = ("kim", "day", "provider", "platform", "account", "content", "indicator")


class SqliteUnit(Transaction):
    """A unit of work; a transaction that knows the tables."""

    def claim(self, key: str) -> bool:
        """Take an idempotency key; False where it was taken before."""
        return self.write(sql.CLAIM, sealed((key,))) == 1

    def get(self, kind: str, id: str) -> Document | None:
        """Return a document, or None."""
        read = self.read(sql.GET, (kind, id))
        return as_document(read[0], self.path) if read else None

    def documents(
        self, kind: str, office: str | None = None, *, after: str | None = None, limit: int | None = None
    ) -> Iterator[Document]:
        """Yield the documents of a kind, ordered by id."""
        statement = sql.DOCUMENTS if office is None else sql.OFFICE_DOCUMENTS
        asked = {"kind": kind, "office": office, "since": behind(after)}
        for row in paged(self, statement, asked, limit, lambda row: {"since": behind(row[1])}):
            yield as_document(row, self.path)

    def put(self, document: Document, *, expected: int) -> Document:
        """Store a document over revision `expected`."""
        name = (document.kind, document.id)
        stored = revised(document, expected + 1)
        values = (*document_values(stored), document_digest(stored))
        written = self.write(sql.UPDATE, (*values, *name, expected)) if expected else self.write(sql.INSERT, values)
        if not written:
            raise self.conflict(name, expected)
        return stored

    def remove(self, kind: str, id: str, *, expected: int) -> None:
        """Remove a document whose revision is `expected`."""
        if expected == 0:
            raise rows.nothing_to_remove(kind, id)
        written = self.write(sql.REMOVE, (kind, id, expected))
        if not written:
            raise self.conflict((kind, id), expected)

    def conflict(self, name: tuple[str, str], expected: int) -> Conflict:
        """Return the error for a document whose revision is another."""
        read = self.read(sql.REVISION, name)
        return Conflict(*name, expected=expected, actual=read[0][0] if read else 0)

    def observe(self, observations: Iterable[ObservationRow], *, entry: int = 0) -> Observed:
        """Append observations; a failure ends the unit, for a part would otherwise be stored."""
        self.lock()
        try:
            digests = [*chain.from_iterable(appended(self, batch, entry) for batch in batches(observations))]
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
        statement = sql.FIGURES if kim is None else sql.FIGURES_OF_ONE
        asked: dict[str, Any] = {"office": office, "only": kim, "until": until.isoformat() if until else LAST}
        asked |= place(after.order) if after else dict.fromkeys(PLACE, "")
        for row in paged(self, statement, asked, limit, lambda row: place(as_observation(row, self.path).order)):
            yield as_observation(row, self.path)

    def history(self, office: str | None = None) -> Iterator[ObservationRow]:
        """Yield every record in the order of its entry and of its recording."""
        asked = {"office": office, "entry": -(2**63), "number": 0}
        for row in paged(self, sql.HISTORY, asked, None, lambda row: {"entry": row[10], "number": row[12]}):
            yield as_observation(row, self.path)

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
        self.write_all(sql.ENTRY, [(e.position, e.body, e.hash) for e in added])

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield the entries of the audit log behind a position."""
        for row in paged(self, sql.ENTRIES, {"after": after}, None, lambda row: {"after": row[0]}):
            yield as_entry(row, self.path)

    def last_entry(self) -> Entry | None:
        """Return the last entry of the audit log, or None."""
        read = self.read(sql.LAST_ENTRY)
        return as_entry(read[0], self.path) if read else None


def revised(document: Document, revision: int) -> Document:
    """Return a document with another revision; `attrs.evolve` takes twice as long."""
    d = document
    return Document(
        kind=d.kind, id=d.id, office=d.office, schema=d.schema, revision=revision, payload=d.payload, key=d.key
    )


def behind(text: str | None) -> str:
    """Return the first text behind one in the order of code points, or the first of all."""
    return "" if text is None else text + "\0"


def place(order: tuple[str, ...]) -> dict[str, str]:
    """Return the place behind that of an observation."""
    return dict(zip(PLACE, (*order[:-1], behind(order[-1])), strict=True))


def batches(observations: Iterable[ObservationRow]) -> Iterator[list[ObservationRow]]:
    """Yield observations in lists that `appended` takes."""
    return rows.batches(observations, sql.BATCH)
