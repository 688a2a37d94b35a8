"""The journal of a SQLite store: WAL, or `delete` where WAL cannot work."""

from pathlib import Path

import pytest

from kimcore.errors import InvalidValue, StorageError
from kimcore_plugins.storage.sqlite import SqliteStorage, open_sqlite
from tests.storage.builders import document, ids, store_all, stored


def journal(store: SqliteStorage) -> tuple[str, int, int]:
    """Return the journal in use, and the settings of waiting for the disk and of clearing what is deleted."""
    with store.unit_of_work() as unit:
        names = ("journal_mode", "synchronous", "secure_delete")
        mode, synchronous, secure = (unit.read(f"PRAGMA {name}")[0][0] for name in names)
        return mode, synchronous, secure


def test_delete(tmp_path: Path) -> None:
    """With `?journal=delete` a store has no -wal, and every commit waits for the disk all the same."""
    store = open_sqlite(f"sqlite:///{tmp_path}/store.db?journal=delete")
    store.migrate()
    assert journal(store) == ("delete", 2, 1)
    with store.unit_of_work() as unit:
        unit.put(document(), expected=0)
        assert sorted(p.name for p in tmp_path.iterdir()) == ["store.db", "store.db-journal"]
        unit.commit()
    assert [p.name for p in tmp_path.iterdir()] == ["store.db"]
    store.close()


def test_wal_is_the_default(sqlite: SqliteStorage) -> None:
    """Without the option a new store is in WAL."""
    assert journal(sqlite) == ("wal", 2, 1)


def test_a_store_keeps_its_journal(tmp_path: Path) -> None:
    """A store that was made with `delete` keeps it when it is opened without the option: the place is the same."""
    with_option, without = (open_sqlite(f"sqlite:///{tmp_path}/store.db{o}") for o in ("?journal=delete", ""))
    with_option.migrate()
    store_all(with_option, document())
    with_option.close()
    without.migrate()
    assert journal(without) == ("delete", 2, 1)
    assert ids(without) == ["a"]
    without.close()


def test_from_wal_to_delete(sqlite: SqliteStorage) -> None:
    """A store in WAL goes over to `delete` with all it holds, once no other program uses it."""
    store_all(sqlite, document())
    moved = open_sqlite(f"sqlite:///{sqlite.path}?journal=delete")
    moved.timeout = 0.05
    with sqlite.unit_of_work() as unit:
        assert unit.get("kim", "a") is not None
        with pytest.raises(StorageError) as caught:
            stored(moved)
        assert caught.value.code == "store_locked"
    sqlite.close()
    assert ids(moved) == ["a"]
    assert journal(moved) == ("delete", 2, 1)
    moved.close()


def test_a_reader_holds_up_a_writer(tmp_path: Path) -> None:
    """With `delete` a commit waits for readers, then gets a typed error, and nothing of it is stored."""
    store = open_sqlite(f"sqlite:///{tmp_path}/store.db?journal=delete")
    store.timeout = 0.05
    store.migrate()
    with store.unit_of_work() as reader:
        assert reader.get("kim", "a") is None
        with pytest.raises(StorageError) as caught:
            store_all(store, document())
        assert caught.value.code == "store_locked"
    assert ids(store) == []
    store_all(store, document())
    assert ids(store) == ["a"]
    store.close()


@pytest.mark.parametrize("option", ["?journal=memory", "?journal=", "?mode=ro", "?journal=delete&x=1"])
def test_no_other_option(tmp_path: Path, option: str) -> None:
    """An option that is not known is refused, and no file is made."""
    with pytest.raises(InvalidValue, match=r"sqlite:///name\.db"):
        open_sqlite(f"sqlite:///{tmp_path}/store.db{option}")
    assert list(tmp_path.iterdir()) == []


def test_a_connection_closed_under_a_unit(sqlite: SqliteStorage) -> None:
    """A connection that is lost is a typed error, nothing of its unit is stored, and the store goes on."""
    with pytest.raises(StorageError) as caught, sqlite.unit_of_work() as unit:  # noqa: PT012
        unit.put(document(), expected=0)
        unit.live().close()
        unit.commit()
    assert caught.value.code == "store_failed"
    assert ids(sqlite) == []
    store_all(sqlite, document())
    assert ids(sqlite) == ["a"]
