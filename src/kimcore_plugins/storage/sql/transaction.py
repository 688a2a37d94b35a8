"""A transaction of the SQL store: it reads one snapshot, and begins anew with the right to write at its first write."""

from collections.abc import Callable
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.sql.base import Executable

from kimcore.errors import StorageError
from kimcore_plugins.storage.rows import unit_ended
from kimcore_plugins.storage.sql.failures import FAILURES, store_error
from kimcore_plugins.storage.sql.migration import unready
from kimcore_plugins.storage.sql.servers import Server

__all__ = ["Transaction", "connected"]

T = TypeVar("T")
Row = tuple[Any, ...]


class Transaction:
    """A transaction in a `with` block; the connection is its own while it lasts."""

    def __init__(self, store: str, engine: Engine, server: Server, timeout: float) -> None:
        self.store, self.engine, self.server, self.timeout = store, engine, server, timeout
        self.connection: Connection | None = None
        self.is_writing = False

    def __enter__(self) -> Self:
        """Begin to read; refuse a store that is not ready."""
        self.connection = connected(self.engine, self.store)
        self.begin()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        """Roll back what was not committed."""
        self.end()

    def begin(self) -> None:
        """Take the snapshot, and refuse a store that is not ready for it."""
        error = self.run(lambda connection: unready(connection, self.store))
        if error:
            self.end()
            raise error

    def lock(self) -> None:
        """Take the right to write, and see the newest state from now on."""
        if not self.is_writing:
            self.run(lambda connection: connection.rollback())
            self.run(lambda connection: self.server.lock(connection, self.timeout))
            self.begin()
            self.is_writing = True

    def commit(self) -> None:
        """Make the unit durable and end it."""
        self.run(lambda connection: connection.commit())
        self.end()

    def read(self, statement: Executable, asked: dict[str, Any] | None = None) -> list[Row]:
        """Run a statement and return its rows."""
        return self.run(lambda connection: [tuple(row) for row in connection.execute(statement, asked or {})])

    def write(self, statement: Executable, values: Any) -> int:
        """Run a statement that writes, with the right to, and return the number of rows written."""
        self.lock()
        return self.run(lambda connection: connection.execute(statement, values).rowcount)

    def run(self, action: Callable[[Connection], T]) -> T:
        """Return what is done with the connection; a failure ends the unit, and its connection is not used again."""
        connection = self.live()
        try:
            return action(connection)
        except FAILURES as failure:
            error = store_error(failure, self.store)
        except StorageError as refused:
            error = refused
        self.connection, self.is_writing = None, False
        forget(connection)
        raise error

    def live(self) -> Connection:
        """Return the connection; refuse a unit that has ended or not begun."""
        if self.connection is None:
            raise unit_ended()
        return self.connection

    def end(self) -> None:
        """Roll back what is open and give the connection back."""
        connection, self.connection, self.is_writing = self.connection, None, False
        if connection is not None:
            try:
                connection.close()
            except FAILURES:  # it was lost, and what was open with it
                forget(connection)


def forget(connection: Connection) -> None:
    """Close a connection that is not to be used again."""
    if not connection.closed:
        connection.invalidate()
        connection.close()


def connected(engine: Engine, store: str, **options: Any) -> Connection:
    """Return a connection; a server that does not give one is a typed error."""
    try:
        return engine.connect().execution_options(**options)
    except (*FAILURES, TypeError) as failure:  # an option that the driver does not know
        error = store_error(failure, store, unnamed="08001")
    raise error
