"""A transaction of SQLite: it reads one snapshot, and begins IMMEDIATE at its first write."""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from kimcore.errors import StorageError
from kimcore_plugins.storage.rows import unit_ended
from kimcore_plugins.storage.sqlite.failures import FAILURES, store_error
from kimcore_plugins.storage.sqlite.schema import found, unready

__all__ = ["Transaction"]


class Transaction:
    """A transaction in a `with` block; the connection is its own while it lasts."""

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

    def lock(self) -> None:
        """Take the right to write, and see the newest state from now on."""
        if not self.is_writing:
            self.execute("ROLLBACK")
            self.begin("BEGIN IMMEDIATE")
            self.is_writing = True

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

    def live(self) -> sqlite3.Connection:
        """Return the connection; refuse a unit that has ended or not begun."""
        if self.connection is None:
            raise unit_ended()
        return self.connection

    def execute(self, statement: str, values: Any = ()) -> int:
        """Run a statement and return the number of rows written; a failure ends the unit."""
        connection = self.connection or self.live()
        try:
            return connection.execute(statement, values).rowcount
        except FAILURES as error:
            self.end()
            raise store_error(error, self.path) from error

    def read(self, statement: str, values: Any = ()) -> list[tuple[Any, ...]]:
        """Run a statement and return its rows; a failure, also of their decoding, ends the unit."""
        try:
            return self.live().execute(statement, values).fetchall()
        except FAILURES as error:
            self.end()
            raise store_error(error, self.path) from error

    def write(self, statement: str, values: Sequence[Any]) -> int:
        """Run a statement that writes and return the number of rows written."""
        if not self.is_writing:
            self.lock()
        return self.execute(statement, values)

    def write_all(self, statement: str, values: Sequence[Sequence[Any]]) -> None:
        """Run a statement that writes once for each row; a failure ends the unit."""
        self.lock()
        try:
            self.live().executemany(statement, values)
        except FAILURES as error:
            self.end()
            raise store_error(error, self.path) from error

    def end(self) -> None:
        """Roll back what is open and give the connection back."""
        connection, self.connection, self.is_writing = self.connection, None, False
        if connection is not None:
            self.give_back(connection)
