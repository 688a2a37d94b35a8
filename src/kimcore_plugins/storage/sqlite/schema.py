"""The schema of the SQLite store: its versions in order, and what is found in a file."""

import sqlite3
from pathlib import Path
from typing import Final

from kimcore.errors import StorageError
from kimcore.ports import MigrationPlan
from kimcore.ports.digests import digest
from kimcore_plugins.storage.sqlite.failures import refusal

__all__ = ["APPLICATION", "STEPS", "VERSION", "apply", "found", "plan", "unready"]

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

# an observation has a number, which tells the order of recording also after VACUUM; its key is cut to 16 bytes
SECOND = """
ALTER TABLE documents ADD COLUMN key TEXT NOT NULL DEFAULT '';
UPDATE documents SET digest = resealed(digest, '', kind, id, office, schema, revision, payload);
ALTER TABLE observations RENAME TO earlier;
DROP INDEX observations_kim;
CREATE TABLE observations (
    number INTEGER PRIMARY KEY, key BLOB NOT NULL, sequence INTEGER NOT NULL, office TEXT NOT NULL, kim TEXT NOT NULL,
    provider TEXT NOT NULL, platform TEXT NOT NULL, account TEXT NOT NULL, content TEXT NOT NULL,
    indicator TEXT NOT NULL, observed TEXT NOT NULL, value INTEGER, entry INTEGER NOT NULL, digest BLOB NOT NULL,
    UNIQUE (key, sequence));
INSERT INTO observations (key, sequence, office, kim, provider, platform, account, content, indicator, observed,
    value, entry, digest)
    SELECT substr(key, 1, 16), sequence, office, kim, provider, platform, account, content, indicator, observed, value,
    0, resealed(digest, 0, office, kim, provider, platform, account, content, indicator, observed, value, sequence)
    FROM earlier ORDER BY rowid;
DROP TABLE earlier;
CREATE INDEX observations_kim ON observations (office, kim, observed);
CREATE INDEX observations_entry ON observations (entry);
CREATE TABLE entries (position INTEGER PRIMARY KEY, body TEXT NOT NULL, hash TEXT NOT NULL);
CREATE TABLE claims (key TEXT NOT NULL PRIMARY KEY, digest BLOB NOT NULL)
"""

STEPS: Final = (("documents and observations", FIRST), ("audit log and idempotency keys", SECOND))
VERSION: Final = len(STEPS)


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
    connection.create_function("resealed", -1, resealed, deterministic=True)
    for _, script in STEPS[version:]:
        for statement in script.split(";"):
            connection.execute(statement)
    connection.execute(f"PRAGMA application_id={APPLICATION}")
    connection.execute(f"PRAGMA user_version={VERSION}")


def resealed(seal: bytes, added: str | int, *values: str | int | None) -> bytes:
    """Return the digest of a row with the value of a new last column; a digest that is wrong stays, and is wrong."""
    return digest((*values, added)) if digest(values) == seal else seal
