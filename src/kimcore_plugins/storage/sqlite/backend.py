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
from kimcore_plugins.storage.sqlite.scrubbing import rewrite
from kimcore_plugins.storage.sqlite.unit import SqliteUnit
from kimcore_plugins.storage.sqlite.verification import faults

__all__ = ["SqliteStorage", "open_sqlite"]

PREFIX = "sqlite:///"
SETTINGS = ("synchronous=FULL", "secure_delete=ON", "page_size=8192", "cache_size=-32000")
"""Settings of every connection. A new file gets pages of 8 KiB, into which three records of a KIM go; up to 32 MB of
pages are kept in memory."""


class SqliteStorage:
    """A store in one SQLite file: WAL, synchronous=FULL, BEGIN IMMEDIATE for every write.

    `timeout` is how many seconds a unit waits for another writer before it raises `store_locked`. The journal `delete`
    is for a place where WAL cannot work (a network drive): readers then hold up writers.
    """

    capabilities = frozenset({StorageCapability.DURABLE, StorageCapability.CONCURRENT_WRITERS})

    def __init__(self, path: Path, *, timeout: float = 30.0, journal: str = "wal") -> None:
        self.path, self.timeout, self.journal = path, timeout, journal
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
            with closing(self.probed(self.connect("rwc"))) as connection:
                self.use_journal(connection)
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

    def scrub(self) -> None:
        """Rewrite the file and empty its -wal, so that nothing deleted or overwritten is left in either."""
        if self.is_closed:
            raise refusal("store_closed", self.path)
        close_all(self.idle)
        with self.failing(), closing(self.opened()) as connection:
            error = schema.unready(schema.found(connection, self.path), self.path)
            if error:
                raise error
            rewrite(connection, self.path)

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
        except FAILURES:
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
            return self.journalled(self.probed(self.connect("rw")))
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
        """Return a connection that has read the file once, ready for use; close it where it cannot."""
        try:
            for setting in SETTINGS:
                connection.execute(f"PRAGMA {setting}")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        except FAILURES:
            connection.close()
            raise
        return connection

    def journalled(self, connection: sqlite3.Connection) -> sqlite3.Connection:
        """Return a connection to a file, its journal changed to `delete` where that was asked for."""
        if self.journal == "delete":
            try:
                self.use_journal(connection)
            except FAILURES:
                connection.close()
                raise
        return connection

    def use_journal(self, connection: sqlite3.Connection) -> None:
        """Set the journal; SQLite does not wait for another program here, so this does."""
        until = time.monotonic() + self.timeout
        while True:
            try:
                connection.execute(f"PRAGMA journal_mode={self.journal}").fetchall()
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
    """Return the store of a URL: `sqlite:///name.db` in the working folder, `sqlite:////path/name.db` anywhere.

    With `?journal=delete` behind the name it does without WAL, which cannot work on a network drive.
    """
    name, asked, journal = url.removeprefix(PREFIX).partition("?journal=")
    if not url.startswith(PREFIX) or not name or "?" in name or name == ":memory:" or (asked and journal != "delete"):
        en = f"{url!r} is no address of a SQLite store; write sqlite:///name.db, or memory: for a store in memory"
        id = f"{url!r} bukan alamat penyimpanan SQLite; tulis sqlite:///nama.db, atau memory: untuk di memori"
        raise InvalidValue("store_url", en, id, field="store")
    return SqliteStorage(Path(name), journal=journal or "wal")
