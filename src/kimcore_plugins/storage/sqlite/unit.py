"""A unit of work on SQLite: it reads one snapshot, and begins IMMEDIATE at its first write."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from attrs import evolve, fields

from kimcore.errors import Conflict, StorageError
from kimcore.ports import Document, ObservationRow
from kimcore_plugins.storage import rows
from kimcore_plugins.storage.sqlite import statements as sql
from kimcore_plugins.storage.sqlite.failures import FAILURES, damaged, store_error
from kimcore_plugins.storage.sqlite.schema import found, unready

__all__ = ["SqliteUnit"]

PAGE = 500
DOCUMENT = [a.name for a in fields(Document)]
OBSERVATION = [a.name for a in fields(ObservationRow)]
LAST = "\U0010ffff"
PLACE = ("kim", "day", "provider", "platform", "account", "content", "indicator")


class SqliteUnit:
    """A unit of work; the connection is its own while it lasts."""

    def __init__(self, path: Path, borrow: Callable[[], sqlite3.Connection], give_back: Callable[..., None]) -> None:
        self.path, self.borrow, self.give_back = path, borrow, give_back
        self.connection: sqlite3.Connection | None = None
        self.is_writing = False

    def __enter__(self) -> Self:
        """Begin to read; refuse a store that is not ready."""
        self.connection = self.borrow()
        self.begin("BEGIN")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        """Roll back what was not committed."""
        self.end()

    def get(self, kind: str, id: str) -> Document | None:
        """Return a document, or None."""
        read = self.read(sql.GET, (kind, id))
        return as_document(read[0], self.path) if read else None

    def documents(self, kind: str, office: str | None = None) -> Iterator[Document]:
        """Yield the documents of a kind, ordered by id, a page at a time so that the caller may write between."""
        statement = sql.DOCUMENTS if office is None else sql.OFFICE_DOCUMENTS
        asked = {"kind": kind, "office": office, "since": "", "size": PAGE}
        while page := self.read(statement, asked):
            yield from (as_document(row, self.path) for row in page)
            asked["since"] = page[-1][1] + "\0"

    def put(self, document: Document, *, expected: int) -> Document:
        """Store a document over revision `expected`."""
        stored = evolve(document, revision=expected + 1)
        values = sealed(rows.document_values(stored))
        name = (document.kind, document.id)
        written = self.write(sql.UPDATE, (*values, *name, expected)) if expected else self.write(sql.INSERT, values)
        self.check(written, name, expected)
        return stored

    def remove(self, kind: str, id: str, *, expected: int) -> None:
        """Remove a document whose revision is `expected`."""
        if expected == 0:
            raise rows.nothing_to_remove(kind, id)
        written = self.write(sql.REMOVE, (kind, id, expected))
        self.check(written, (kind, id), expected)

    def check(self, written: int, name: tuple[str, str], expected: int) -> None:
        """Raise `Conflict` where nothing was written."""
        if not written:
            read = self.read(sql.REVISION, name)
            raise Conflict(*name, expected=expected, actual=read[0][0] if read else 0)

    def observe(self, observations: Iterable[ObservationRow]) -> int:
        """Append observations; a failure ends the unit, for a part would otherwise be stored."""
        try:
            return sum(map(self.append, rows.batches(observations, sql.BATCH)))
        except BaseException:
            self.end()
            raise

    def append(self, batch: Sequence[ObservationRow]) -> int:
        """Append what is new in a batch."""
        self.lock()
        marks = {row.key: rows.digest(row.key) for row in batch}
        asked = [*marks.values(), *[None] * (sql.BATCH - len(marks))]
        known = {key: (sequence, value) for key, sequence, value in self.read(sql.KNOWN, asked)}
        added = rows.new_rows(batch, lambda key: known.get(marks[key], rows.NO_RECORD))
        return self.write_all(sql.APPEND, [(marks[k], *sealed(rows.observation_values(r, n))) for k, n, r in added])

    def observations(
        self, *, office: str, kim: str | None = None, until: date | None = None
    ) -> Iterator[ObservationRow]:
        """Yield the last record of each key in order, a page at a time."""
        statement = sql.FIGURES if kim is None else sql.FIGURES_OF_ONE
        asked: dict[str, Any] = dict.fromkeys(PLACE, "") | {"office": office, "only": kim, "size": PAGE}
        asked["until"] = until.isoformat() if until else LAST
        while page := self.read(statement, asked):
            found = [as_observation(row, self.path) for row in page]
            yield from found
            asked |= dict(zip(PLACE, found[-1].order, strict=True))
            asked["indicator"] += "\0"

    def commit(self) -> None:
        """Make the unit durable and end it."""
        self.execute("COMMIT")
        self.end()

    def begin(self, statement: str) -> None:
        """Begin a transaction and refuse a store that is not ready for it."""
        self.execute(statement)
        try:
            error = unready(found(self.live(), self.path), self.path)
        except StorageError as refused:
            error = refused
        except FAILURES as failure:
            error = store_error(failure, self.path)
        if error:
            self.end()
            raise error

    def lock(self) -> None:
        """Take the right to write, and see the newest state from now on."""
        if not self.is_writing:
            self.execute("ROLLBACK")
            self.begin("BEGIN IMMEDIATE")
            self.is_writing = True

    def live(self) -> sqlite3.Connection:
        """Return the connection; refuse a unit that has ended or not begun."""
        if self.connection is None:
            raise rows.unit_ended()
        return self.connection

    def execute(self, statement: str, values: Any = ()) -> int:
        """Run a statement and return the number of rows written; a failure ends the unit."""
        try:
            return self.live().execute(statement, values).rowcount
        except FAILURES as error:
            self.end()
            raise store_error(error, self.path) from error

    def read(self, statement: str, values: Any) -> list[tuple[Any, ...]]:
        """Run a statement and return its rows; a failure, also of their decoding, ends the unit."""
        try:
            return self.live().execute(statement, values).fetchall()
        except FAILURES as error:
            self.end()
            raise store_error(error, self.path) from error

    def write(self, statement: str, values: Sequence[Any]) -> int:
        """Run a statement that writes and return the number of rows written."""
        self.lock()
        return self.execute(statement, values)

    def write_all(self, statement: str, values: Sequence[Sequence[Any]]) -> int:
        """Run a statement that writes once per row and return the number of rows."""
        try:
            self.live().executemany(statement, values)
        except FAILURES as error:
            raise store_error(error, self.path) from error
        return len(values)

    def end(self) -> None:
        """Roll back what is open and give the connection back."""
        connection, self.connection = self.connection, None
        if connection is not None:
            self.give_back(connection)


def sealed(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the columns of a row with its digest behind them."""
    return *values, rows.digest(values)


def as_document(row: tuple[Any, ...], path: Path) -> Document:
    """Return a row as a document; refuse one that is not as it was written."""
    if rows.digest(row[:-1]) != row[-1]:
        raise damaged(path, f"{row[0]}/{row[1]}")
    return Document(**dict(zip(DOCUMENT, row, strict=False)))


def as_observation(row: tuple[Any, ...], path: Path) -> ObservationRow:
    """Return a row as an observation; refuse one that is not as it was written."""
    if rows.digest(row[:-1]) != row[-1]:
        raise damaged(path, f"observation/{row[1]}")
    given: dict[str, Any] = dict(zip(OBSERVATION, row, strict=False))
    return ObservationRow(**{**given, "observed": date.fromisoformat(given["observed"])})
