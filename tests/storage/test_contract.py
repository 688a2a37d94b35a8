"""The storage contract on the stores that need no server."""

import sqlite3
from contextlib import closing
from pathlib import Path

from kimcore.testing import StorageContract
from kimcore_plugins.storage.memory import MemoryStorage
from kimcore_plugins.storage.sqlite import SqliteStorage
from kimcore_plugins.storage.sqlite.paging import PAGE
from kimcore_plugins.storage.sqlite.statements import BATCH


class TestMemory(StorageContract):
    """The store in memory."""

    def open(self, folder: Path) -> MemoryStorage:  # noqa: ARG002
        """Return an empty store."""
        return MemoryStorage(timeout=0.05)


class TestSqlite(StorageContract):
    """The store in one file."""

    sizes = tuple(sorted({size + more for size in (PAGE, BATCH) for more in (-1, 0, 1)}))

    def open(self, folder: Path) -> SqliteStorage:
        """Return the store of a file in the folder."""
        return SqliteStorage(folder / "store.db", timeout=0.05)

    def write_newer(self, folder: Path) -> None:
        """Count the version up."""
        run(folder, "PRAGMA user_version=99")

    def write_foreign(self, folder: Path) -> None:
        """Make a table of another application."""
        run(folder, "CREATE TABLE customers (name TEXT)")

    def write_damage(self, folder: Path) -> None:
        """Change one figure."""
        run(folder, "UPDATE observations SET value = 7 WHERE value = 1")


def run(folder: Path, statement: str) -> None:
    """Run a statement on the file as another program would."""
    with closing(sqlite3.connect(folder / "store.db")) as connection:
        connection.execute(statement)
        connection.commit()
