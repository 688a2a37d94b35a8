"""Copying a SQLite store in use, by SQLite's own online backup in one step: a snapshot."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from kimcore.errors import StorageError
from kimcore_plugins.storage.sqlite.failures import FAILURES, store_error

__all__ = ["copy"]


def copy(source: sqlite3.Connection, target: Path) -> None:
    """Copy what a connection sees into a new file and onto the disk; a failure is told of the new file."""
    try:
        with target.open("xb"), closing(sqlite3.connect(target)) as copied:
            source.backup(copied)
        with target.open("rb+") as file:
            os.fsync(file.fileno())
    except FAILURES as error:
        raise store_error(error, target) from error
    except OSError as error:
        raise unwritable(error, target) from error


def unwritable(error: OSError, target: Path) -> StorageError:
    """Return the error for a place where no file can be made."""
    return StorageError(
        "copy_unwritable",
        f"{target} cannot be written ({error.strerror})",
        f"{target} tidak dapat ditulis ({error.strerror})",
        path=str(target),
    )
