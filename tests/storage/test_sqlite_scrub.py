"""Erasure in a SQLite store: after `scrub` nothing that was removed or overwritten is in its files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kimcore.errors import StorageError
from kimcore.ports import ScrubbingStorage
from kimcore_plugins.storage.sqlite import SqliteStorage, open_sqlite
from tests.storage.builders import document, figure, figures, ids, store_all, stored

SECRET = "Rekaan Rahasia"


@pytest.fixture(params=["", "?journal=delete"], ids=["wal", "delete"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqliteStorage]:
    """Give a store with each journal that does not wait for long."""
    opened = open_sqlite(f"sqlite:///{tmp_path}/store.db{request.param}")
    opened.timeout = 0.05
    opened.migrate()
    yield opened
    opened.close()


def fill(store: SqliteStorage) -> None:
    """Store what stays, overwrite one secret and remove others, so many that they lie in pages of their own."""
    store_all(store, document(payload=SECRET), document("b", payload="stays"))
    store_all(store, *(document(f"c{n}", payload=f"{SECRET} {n}" * 100) for n in range(50)))
    with store.unit_of_work() as unit:
        unit.put(document(payload="new"), expected=1)
        for n in range(50):
            unit.remove("kim", f"c{n}", expected=1)
        unit.observe([figure(3)])
        unit.commit()


def traces(store: SqliteStorage) -> list[str]:
    """Return the names of the files in the store's folder that hold the secret."""
    return [p.name for p in store.path.parent.iterdir() if SECRET.encode() in p.read_bytes()]


def test_no_byte_is_left(store: SqliteStorage) -> None:
    """What was removed or overwritten is in no file once the store is scrubbed, and what stands is as it was."""
    fill(store)
    assert isinstance(store, ScrubbingStorage)
    store.scrub()
    assert traces(store) == []
    assert (ids(store), figures(store)) == (["a", "b"], [(3, 1)])
    assert store.verify().is_sound
    store.close()
    assert traces(store) == []


def test_the_files_hold_it_before(sqlite: SqliteStorage) -> None:
    """Without `scrub` the -wal still holds what was overwritten: the search finds what there is to find."""
    fill(sqlite)
    assert traces(sqlite) == ["store.db-wal"]


def test_a_reader_holds_it_up(store: SqliteStorage) -> None:
    """While another unit reads, `scrub` says so and nothing is lost; afterwards it does its work."""
    fill(store)
    with store.unit_of_work() as reader:
        assert reader.get("kim", "b") is not None
        with pytest.raises(StorageError) as caught:
            store.scrub()
        assert caught.value.code == "store_locked"
    assert ids(store) == ["a", "b"]
    store.scrub()
    assert traces(store) == []


def test_a_writer_holds_it_up(store: SqliteStorage) -> None:
    """While another unit writes, `scrub` says so, and the unit is stored."""
    fill(store)
    with store.unit_of_work() as writer:
        writer.put(document("d"), expected=0)
        with pytest.raises(StorageError) as caught:
            store.scrub()
        assert caught.value.code == "store_locked"
        writer.commit()
    assert stored(store, "d") is not None


def test_the_order_of_recording_outlives_it(store: SqliteStorage) -> None:
    """The history is in the same order after the file was rewritten."""
    with store.unit_of_work() as unit:
        unit.observe([figure(n, content=f"{-n % 7}") for n in range(20)], entry=1)
        unit.commit()
    with store.unit_of_work() as unit:
        before = list(unit.history())
    store.scrub()
    with store.unit_of_work() as unit:
        assert list(unit.history()) == before


def test_a_closed_store_is_not_scrubbed(store: SqliteStorage) -> None:
    """A closed store refuses."""
    store.close()
    with pytest.raises(StorageError, match="closed"):
        store.scrub()
