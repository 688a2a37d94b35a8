"""The schema of the SQLite store: its versions in order, and what is found in a file."""

import sqlite3
from pathlib import Path

from kimcore.errors import StorageError
from kimcore.ports import MigrationPlan
from kimcore_plugins.storage.sqlite.failures import refusal

__all__ = ["APPLICATION", "VERSION", "apply", "found", "plan", "unready"]

APPLICATION = 0x4B494D31
"""The application id in the header of a store: the letters KIM1."""

# `key` and `digest` are SHA-256; the texts of an observation stand as they were recorded
FIRST = """
CREATE TABLE documents (
    kind TEXT NOT NULL, id TEXT NOT NULL, office TEXT NOT NULL,
    schema INTEGER NOT NULL, revision INTEGER NOT NULL, payload TEXT NOT NULL, digest BLOB NOT NULL,
    PRIMARY KEY (kind, id));
CREATE INDEX documents_office ON documents (kind, office, id);
CREATE TABLE observations (
    key BLOB NOT NULL, sequence INTEGER NOT NULL, office TEXT NOT NULL, kim TEXT NOT NULL, provider TEXT NOT NULL,
    platform TEXT NOT NULL, account TEXT NOT NULL, content TEXT NOT NULL, indicator TEXT NOT NULL,
    observed TEXT NOT NULL, value INTEGER, digest BLOB NOT NULL,
    PRIMARY KEY (key, sequence));
CREATE INDEX observations_kim ON observations (office, kim, observed)
"""

STEPS = (("documents and observations", FIRST),)
VERSION = len(STEPS)


def found(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version of the schema in a file, 0 for an empty one; refuse the database of another application."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION:
        return version
    if version or connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise refusal("store_foreign", path)
    return 0


def plan(version: int) -> MigrationPlan:
    """Return the steps from a version to the present one."""
    return MigrationPlan(current=version, target=VERSION, steps=tuple(name for name, _ in STEPS[version:]))


def unready(version: int, path: Path) -> StorageError | None:
    """Return why a store of this version cannot be used, or None."""
    if version == VERSION:
        return None
    return refusal("store_newer" if version > VERSION else "store_older" if version else "store_not_ready", path)


def apply(connection: sqlite3.Connection, version: int) -> None:
    """Take the steps from a version on, within the transaction that is open."""
    for _, script in STEPS[version:]:
        for statement in script.split(";"):
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id={APPLICATION}")
    connection.execute(f"PRAGMA user_version={VERSION}")
