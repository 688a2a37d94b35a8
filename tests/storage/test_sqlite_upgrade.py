"""A SQLite file of schema version 1 with data: its rows come through the migration, and what was wrong stays wrong."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from kimcore.errors import StorageError
from kimcore.ports.digests import digest, observation_values
from kimcore_plugins.storage.sqlite import SqliteStorage
from kimcore_plugins.storage.sqlite.schema import APPLICATION, FIRST
from tests.storage.builders import document, figure, figures, ids, store_all, stored


def first(path: Path, *, seal: Any = digest) -> SqliteStorage:
    """Return a store whose file an adapter of version 1 has written: two documents, three records of two keys."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(FIRST)
        connection.execute(f"PRAGMA application_id={APPLICATION}")
        connection.execute("PRAGMA user_version=1")
        for id in "ab":
            columns = ("kim", id, "99.01", 1, 3, '{"name":"KIM Contoh"}')
            connection.execute("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?)", (*columns, seal(columns)))
        for row, sequence in ((figure(3), 1), (figure(5, content="d"), 1), (figure(4), 2)):
            values = observation_values(row)[:-2]
            record = (digest(row.key), sequence, *values, seal((*values, sequence)))
            connection.execute(f"INSERT INTO observations VALUES ({', '.join('?' * 12)})", record)
        connection.commit()
    return SqliteStorage(path, timeout=0.05)


def test_data_of_version_1(tmp_path: Path) -> None:
    """Documents, records and their order are as they were, with right digests, and go on from there."""
    store = first(tmp_path / "first.db")
    with pytest.raises(StorageError) as caught:
        stored(store)
    assert caught.value.code == "store_older"
    assert store.plan_migration().steps == store.migrate().steps != ()
    report = store.verify()
    assert (report.checked, report.faults) == (5, ())
    assert stored(store) == document(revision=3, payload='{"name":"KIM Contoh"}')
    assert figures(store) == [(4, 2), (5, 1)]
    with store.unit_of_work() as unit:
        assert [(r.value, r.sequence, r.entry) for r in unit.history()] == [(3, 1, 0), (5, 1, 0), (4, 2, 0)]
        unit.put(document(key="k"), expected=3)
        assert unit.observe([figure(4), figure(5)], entry=7).count == 1
        unit.commit()
    assert figures(store) == [(5, 3), (5, 1)]
    assert store.verify().is_sound
    store.close()


def test_what_was_damaged_stays_damaged(tmp_path: Path) -> None:
    """A row whose digest was wrong before the migration is not made right by it."""
    store = first(tmp_path / "first.db", seal=lambda values: digest((*values, "edited")))
    store.migrate()
    assert len(store.verify().faults) == 5
    with pytest.raises(StorageError, match="damaged"):
        stored(store)
    store.close()


def test_it_is_the_store_that_version_2_makes(tmp_path: Path) -> None:
    """The tables after the migration are those of a new store."""
    made = []
    for store in (first(tmp_path / "first.db"), SqliteStorage(tmp_path / "new.db")):
        store.migrate()
        with closing(sqlite3.connect(store.path)) as connection:
            made.append(sorted(connection.execute("SELECT name, sql FROM sqlite_master")))
        store.close()
    assert made[0] == made[1]


def test_an_interrupted_migration(tmp_path: Path) -> None:
    """While another program writes, the migration waits, gives up, and has changed nothing."""
    store = first(tmp_path / "first.db")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError) as caught:
            store.migrate()
        assert caught.value.code == "store_locked"
        assert store.plan_migration().current == 1
    store.migrate()
    store_all(store, document("c"))
    assert ids(store) == ["a", "b", "c"]
    store.close()
