"""Removing the bytes of what was deleted or overwritten from the files of a SQLite store."""

import sqlite3
from pathlib import Path

from kimcore_plugins.storage.sqlite.failures import refusal

__all__ = ["rewrite"]


def rewrite(connection: sqlite3.Connection, path: Path) -> None:
    """Write what stands now anew, and leave nothing else in the file nor in its -wal."""
    empty_wal(connection, path)
    connection.execute("VACUUM")
    empty_wal(connection, path)


def empty_wal(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the -wal into the file and cut it to nothing; SQLite tells in a row that another program holds it up."""
    is_held, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_held:
        raise refusal("store_locked", path)
