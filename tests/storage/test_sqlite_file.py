"""The SQLite file: how it is made, told apart, refused and found damaged."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kimcore.errors import InvalidValue, StorageError
from kimcore.ports import Entry, StorageCapability
from kimcore_plugins.storage.memory import open_memory
from kimcore_plugins.storage.sqlite import SqliteStorage, open_sqlite
from tests.storage.builders import document, figure, store_all, stored


def refused(store: SqliteStorage) -> set[str]:
    """Return the codes with which a store refuses to be read, written and migrated; each is said in both languages."""
    found = set()
    for use in (lambda: stored(store), lambda: store_all(store, document()), store.migrate, store.verify):
        with pytest.raises(StorageError) as caught:
            use()
        assert store.path.name in caught.value.en
        assert caught.value.en != caught.value.id
        found.add(caught.value.code)
    return found


def run(path: Path, *statements: str) -> None:
    """Run statements on a file as another program would."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_pragmas(sqlite: SqliteStorage) -> None:
    """The journal is WAL and every commit waits for the disk."""
    with sqlite.unit_of_work() as unit:
        assert unit.read("PRAGMA journal_mode", ()) == [("wal",)]
        assert unit.read("PRAGMA synchronous", ()) == [(2,)]


def test_reading_makes_no_file(tmp_path: Path) -> None:
    """A store that does not exist is refused, planned at version 0, and not made by looking."""
    store = SqliteStorage(tmp_path / "none.db")
    with pytest.raises(StorageError) as caught:
        stored(store)
    assert caught.value.code == "store_missing"
    assert store.plan_migration().current == 0
    assert list(tmp_path.iterdir()) == []


def test_migrating_twice(tmp_path: Path) -> None:
    """The first migration makes the store, the second does nothing and keeps what is stored."""
    store = SqliteStorage(tmp_path / "new.db")
    plan = store.plan_migration()
    assert store.migrate() == plan
    assert (plan.current, len(plan.steps)) == (0, plan.target)
    store_all(store, document())
    assert store.migrate().steps == ()
    assert stored(store) is not None
    store.close()


def test_what_is_committed_is_there_on_reopening(sqlite: SqliteStorage) -> None:
    """Another opening of the file reads what was committed; closing leaves one file."""
    store_all(sqlite, document())
    again = SqliteStorage(sqlite.path)
    assert stored(again) == stored(sqlite)
    again.close()
    sqlite.close()
    assert [p.name for p in sqlite.path.parent.iterdir()] == [sqlite.path.name]


def test_newer_schema(sqlite: SqliteStorage) -> None:
    """A store of a newer schema is neither read nor written nor migrated, and the plan says so."""
    store_all(sqlite, document())
    sqlite.close()
    run(sqlite.path, "PRAGMA user_version=99")
    before = sqlite.path.read_bytes()
    store = SqliteStorage(sqlite.path)
    assert store.plan_migration().is_newer
    assert refused(store) == {"store_newer"}
    store.close()
    assert sqlite.path.read_bytes() == before


def test_a_migration_under_an_open_store(sqlite: SqliteStorage) -> None:
    """A store that was migrated by a newer program while it was open is refused from then on."""
    store_all(sqlite, document())
    run(sqlite.path, "PRAGMA user_version=99")
    with pytest.raises(StorageError) as caught:
        stored(sqlite)
    assert caught.value.code == "store_newer"


def test_database_of_another_application(tmp_path: Path) -> None:
    """A SQLite file that is none of kimcore's is refused and not touched."""
    path = tmp_path / "other.db"
    run(path, "CREATE TABLE precious (x)", "INSERT INTO precious VALUES (1)")
    before = path.read_bytes()
    assert refused(SqliteStorage(path)) == {"store_foreign"}
    assert path.read_bytes() == before


def test_no_database(tmp_path: Path) -> None:
    """A file that is no database is refused and not touched."""
    path = tmp_path / "letter.db"
    path.write_bytes(b"Yth. Bapak Camat, " * 100)
    before = path.read_bytes()
    assert refused(SqliteStorage(path)) == {"store_not_database"}
    assert path.read_bytes() == before


def test_empty_file(tmp_path: Path) -> None:
    """An empty file asks to be migrated, and is."""
    path = tmp_path / "empty.db"
    path.touch()
    store = SqliteStorage(path)
    with pytest.raises(StorageError) as caught:
        stored(store)
    assert caught.value.code == "store_not_ready"
    store.migrate()
    assert stored(store) is None
    store.close()


def test_a_folder(tmp_path: Path) -> None:
    """A folder in the place of the file is refused."""
    assert refused(SqliteStorage(tmp_path)) == {"store_unopenable"}


def test_no_folder(tmp_path: Path) -> None:
    """A store is not made in a folder that does not exist."""
    with pytest.raises(StorageError) as caught:
        SqliteStorage(tmp_path / "none" / "x.db").migrate()
    assert caught.value.code == "store_unopenable"


def test_locked(sqlite: SqliteStorage) -> None:
    """A second writer waits, then gets a typed error; readers do not wait."""
    with sqlite.unit_of_work() as writer:
        writer.put(document(), expected=0)
        assert stored(sqlite) is None
        with pytest.raises(StorageError) as caught:
            store_all(sqlite, document("b"))
        assert caught.value.code == "store_locked"
        writer.commit()
    assert stored(sqlite) is not None


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE documents SET payload = replace(payload, '1', '2')", "documents/kim/a"),
        ("UPDATE documents SET revision = 7", "documents/kim/a"),
        ("UPDATE documents SET office = '99.02'", "documents/kim/a"),
        ("UPDATE observations SET value = 4", "observations/99.01/k1"),
        ("UPDATE observations SET value = NULL", "observations/99.01/k1"),
        ("UPDATE observations SET value = '3x'", "observations/99.01/k1"),
        ("UPDATE observations SET observed = 'soon'", "observations/99.01/k1"),
    ],
)
def test_an_edited_row(sqlite: SqliteStorage, statement: str, where: str) -> None:
    """A row edited past kimcore is named by `verify`, and reading it is refused."""
    store_all(sqlite, document(payload='{"x":1}'))
    with sqlite.unit_of_work() as unit:
        unit.observe([figure(3)])
        unit.commit()
    assert (sqlite.verify().checked, sqlite.verify().is_sound) == (2, True)
    run(sqlite.path, statement)
    assert [f.where for f in sqlite.verify().faults] == [where]
    with pytest.raises(StorageError, match="damaged"), sqlite.unit_of_work() as unit:
        assert [*unit.documents("kim"), *unit.observations(office="99.01")]


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE entries SET body = CAST(x'ff' AS TEXT)", "entries/1"),
        ("UPDATE entries SET hash = x'00'", "entries/1"),
        ("UPDATE claims SET key = 'another'", "claims"),
        ("UPDATE documents SET key = 'another'", "documents/kim/a"),
        ("UPDATE observations SET entry = 2", "observations/99.01/k1"),
    ],
)
def test_an_edited_row_of_the_log(sqlite: SqliteStorage, statement: str, where: str) -> None:
    """An entry that is no text, an idempotency key and a row's part in the log are named too, once each."""
    with sqlite.unit_of_work() as unit:
        unit.claim("unit-1")
        unit.put(document(), expected=0)
        unit.observe([figure(3)], entry=1)
        unit.append([Entry(position=1, body="{}", hash="0")])
        unit.commit()
    assert (sqlite.verify().checked, sqlite.verify().is_sound) == (4, True)
    run(sqlite.path, statement)
    assert [f.where for f in sqlite.verify().faults] == [where]


def test_flipped_bits(tmp_path: Path) -> None:
    """Whichever bit of the payload's bytes is flipped, `verify` names it or reading raises a typed error."""
    store = SqliteStorage(tmp_path / "store.db")
    store.migrate()
    store_all(store, document(payload='{"x":"Sukamaju"}'))
    store.close()
    sound = store.path.read_bytes()
    begin = sound.index(b"Sukamaju")
    for bit in range(8 * len(b"Sukamaju")):
        flipped = bytearray(sound)
        flipped[begin + bit // 8] ^= 1 << bit % 8
        store.path.write_bytes(flipped)
        again = SqliteStorage(store.path)
        assert not again.verify().is_sound
        with pytest.raises(StorageError):
            stored(again)
        again.close()


def test_a_schema_that_is_no_text(sqlite: SqliteStorage) -> None:
    """Damage that SQLite tells of in a message that is no Unicode itself is a typed error all the same."""
    sqlite.close()
    raw = sqlite.path.read_bytes()
    assert raw.count(b"CREATE TABLE documents") == 1
    sqlite.path.write_bytes(raw.replace(b"CREATE TABLE documents", b"CREATE TABLE \xd4ocuments"))
    assert refused(SqliteStorage(sqlite.path)) == {"store_damaged"}


def test_a_page_of_nothing(sqlite: SqliteStorage) -> None:
    """A damaged page is a fault of `verify`, not a crash."""
    store_all(sqlite, *(document(f"{n:03}", payload="x" * 300) for n in range(100)))
    sqlite.close()
    raw = bytearray(sqlite.path.read_bytes())
    page = len(raw) // 2 // 4096 * 4096
    raw[page : page + 4096] = b"\xff" * 4096
    sqlite.path.write_bytes(raw)
    store = SqliteStorage(sqlite.path)
    assert not store.verify().is_sound
    store.close()


@pytest.mark.parametrize("name", ["a b.db", "a#b%20.db", "Kelurahan é.db", "50%.db"])
def test_any_file_name(tmp_path: Path, name: str) -> None:
    """A file name with blanks, signs or accents is taken as it is."""
    store = open_sqlite(f"sqlite:///{tmp_path}/{name}")
    store.migrate()
    store.close()
    assert [p.name for p in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///", "sqlite:x.db", "sqlite:///:memory:", "sqlite:///a.db?x=1"])
def test_no_address(url: str) -> None:
    """What is no address of a file is refused with the form to write."""
    with pytest.raises(InvalidValue, match=r"sqlite:///name\.db"):
        open_sqlite(url)


def test_memory_addresses() -> None:
    """The memory store has no name; each opening is a new store that is durable in nothing."""
    one, two = open_memory("memory:"), open_memory("memory:")
    store_all(one, document())
    assert (stored(two), one.verify().checked, one.migrate().steps) == (None, 1, ())
    assert StorageCapability.DURABLE not in one.capabilities
    with pytest.raises(InvalidValue):
        open_memory("memory:x")


READ_AND_WRITE = """
import os, sys
from pathlib import Path
from kimcore.errors import StorageError
from kimcore.ports import Document
from kimcore_plugins.storage.sqlite import SqliteStorage
trial = SqliteStorage(Path(sys.argv[2]))
trial.migrate()
with trial.unit_of_work() as unit:
    unit.get("kim", "a")
trial.close()
if os.geteuid() == 0:
    os.setuid(65534)
store = SqliteStorage(Path(sys.argv[1]))
def outcome(writes):
    try:
        with store.unit_of_work() as unit:
            if writes:
                unit.put(Document(kind="kim", id="z", office="99", payload=""), expected=0)
            return str(len(list(unit.documents("kim"))))
    except StorageError as error:
        return error.code
print(outcome(False), outcome(True))
"""


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="folders are not read-only by mode here")
@pytest.mark.parametrize(("wal", "outcome"), [(False, "1 store_read_only"), (True, "store_unmerged store_unmerged")])
def test_read_only_folder(tmp_path: Path, unmeasured: dict[str, str], wal: bool, outcome: str) -> None:
    """In a folder that cannot be written a store is read only where no -wal is left beside it, else refused."""
    folder = tmp_path / "archive"
    folder.mkdir()
    store = SqliteStorage(folder / "store.db")
    store.migrate()
    store_all(store, document())
    store.close()
    if wal:
        (folder / "store.db-wal").write_bytes(b"left behind")
    for path in (*folder.iterdir(), folder):
        path.chmod(0o555)
    for parent in (tmp_path, *tmp_path.parents) if os.geteuid() == 0 else ():
        if "pytest-of-" in str(parent):
            parent.chmod(0o755)
    try:
        command = [sys.executable, "-c", READ_AND_WRITE, str(folder / "store.db"), str(tmp_path / "trial.db")]
        done = subprocess.run(command, capture_output=True, text=True, check=True, env=unmeasured)
        assert done.stdout.strip() == outcome
    finally:
        folder.chmod(0o755)
