"""The SQLite store as a backend: connections, migration, verification."""

import os
import sqlite3
import time
import weakref
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kimcore.errors import InvalidValue
from kimcore.ports import IntegrityReport, MigrationPlan, StorageCapability
from kimcore_plugins.storage.sqlite import schema
from kimcore_plugins.storage.sqlite.copying import copy
from kimcore_plugins.storage.sqlite.failures import FAILURES, refusal, store_error
from kimcore_plugins.storage.sqlite.unit import SqliteUnit
from kimcore_plugins.storage.sqlite.verification import faults

__all__ = ["SqliteStorage", "open_sqlite"]

PREFIX = "sqlite:///"


class SqliteStorage:
    """A store in one SQLite file: WAL, synchronous=FULL, BEGIN IMMEDIATE for every write.

    `timeout` is how many seconds a unit waits for another writer before it raises `store_locked`.
    """

    capabilities = frozenset({StorageCapability.DURABLE, StorageCapability.CONCURRENT_WRITERS})

    def __init__(self, path: Path, *, timeout: float = 30.0) -> None:
        self.path, self.timeout = path, timeout
        self.idle: list[sqlite3.Connection] = []
        self.is_closed = False
        weakref.finalize(self, close_all, self.idle)  # a store that nobody closed leaves no open connection

    def unit_of_work(self) -> SqliteUnit:
        """Return a new unit of work."""
        if self.is_closed:
            raise refusal("store_closed", self.path)
        return SqliteUnit(self.path, self.borrow, self.give_back)

    def plan_migration(self) -> MigrationPlan:
        """Tell what `migrate` would do; it does not make the file."""
        if not self.path.exists():
            return schema.plan(0)
        with self.failing(), closing(self.opened()) as connection:
            return schema.plan(schema.found(connection, self.path))

    def migrate(self) -> MigrationPlan:
        """Create the store or bring it to the present version, in one transaction."""
        with self.failing():
            plan = self.plan_migration()
            if plan.current == plan.target:
                return plan
            if plan.is_newer:
                raise refusal("store_newer", self.path)
            with closing(self.connect("rwc")) as connection:
                self.use_wal(connection)
                return self.take_steps(connection)

    def take_steps(self, connection: sqlite3.Connection) -> MigrationPlan:
        """Migrate from the version found once no other program can write."""
        connection.execute("BEGIN IMMEDIATE")
        plan = schema.plan(schema.found(connection, self.path))
        if plan.current < plan.target:
            schema.apply(connection, plan.current)
        connection.execute("COMMIT")
        return plan

    def verify(self) -> IntegrityReport:
        """Check the file and the digest of every row."""
        with self.failing(), closing(self.opened()) as connection:
            error = schema.unready(schema.found(connection, self.path), self.path)
            if error:
                raise error
            return faults(connection, self.path)

    def copy_to(self, target: Path) -> None:
        """Copy the state that stands now into a new file, without waiting for writers or holding them up."""
        if self.is_closed:
            raise refusal("store_closed", self.path)
        with self.failing(), closing(self.opened()) as connection:
            error = schema.unready(schema.found(connection, self.path), self.path)
            if error:
                raise error
            copy(connection, target)

    def close(self) -> None:
        """Close idle connections and refuse further units."""
        self.is_closed = True
        close_all(self.idle)

    def borrow(self) -> sqlite3.Connection:
        """Return an idle connection or a new one."""
        with self.failing():
            try:
                return self.idle.pop()
            except IndexError:
                return self.opened()

    def give_back(self, connection: sqlite3.Connection) -> None:
        """Roll back what is open and keep the connection for the next unit, unless the store was opened sealed."""
        try:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        except sqlite3.Error:
            connection.close()
            return
        if self.is_closed or self.is_sealed():
            connection.close()
        else:
            self.idle.append(connection)

    def opened(self) -> sqlite3.Connection:
        """Return a connection to a file that exists.

        In a folder that cannot be written, SQLite cannot read a WAL file as usual; it is opened as immutable where
        no -wal is left beside it, for it would silently read an old state else.
        """
        if not self.path.exists():
            raise refusal("store_missing", self.path)
        try:
            return self.probed(self.connect("rw"))
        except sqlite3.OperationalError:
            if not self.is_sealed():
                raise
        if self.path.with_name(self.path.name + "-wal").exists():
            raise refusal("store_unmerged", self.path)
        return self.probed(self.connect("ro&immutable=1"))

    def is_sealed(self) -> bool:
        """Tell whether the folder cannot be written."""
        return not os.access(self.path.absolute().parent, os.W_OK)

    def connect(self, mode: str) -> sqlite3.Connection:
        """Return a connection in a mode of SQLite's URIs."""
        uri = f"{self.path.absolute().as_uri()}?mode={mode}"
        return sqlite3.connect(uri, uri=True, timeout=self.timeout, isolation_level=None, check_same_thread=False)

    def probed(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        """Return a connection that has read the file once; close it where it cannot."""
        try:
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def use_wal(self, connection: sqlite3.Connection) -> None:
        """Set the journal to WAL; SQLite does not wait for another program here, so this does."""
        connection.execute("PRAGMA synchronous=FULL")
        until = time.monotonic() + self.timeout
        while True:
            try:
                connection.execute("PRAGMA journal_mode=WAL").fetchall()
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > until:
                    raise
                time.sleep(0.01)

    @contextmanager
    def failing(self) -> Iterator[None]:
        """Raise failures of sqlite3 as `StorageError`."""
        try:
            yield
        except FAILURES as error:
            raise store_error(error, self.path) from error


def close_all(idle: list[sqlite3.Connection]) -> None:
    """Close and forget idle connections."""
    while idle:
        idle.pop().close()


def open_sqlite(url: str) -> SqliteStorage:
    """Return the store of a URL: `sqlite:///name.db` in the working folder, `sqlite:////path/name.db` anywhere."""
    name = url.removeprefix(PREFIX)
    if name == url or not name or "?" in name or name == ":memory:":
        en = f"{url!r} is no address of a SQLite store; write sqlite:///name.db, or memory: for a store in memory"
        id = f"{url!r} bukan alamat penyimpanan SQLite; tulis sqlite:///nama.db, atau memory: untuk di memori"
        raise InvalidValue("store_url", en, id, field="store")
    return SqliteStorage(Path(name))
