"""Units of the SQL store beside one another: snapshots, turns, lost connections, and errors that show no secret."""

import logging
import pickle
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Thread
from time import perf_counter
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, make_url

from kimcore.errors import Conflict, InvalidValue, StorageError
from kimcore.ports import Entry
from kimcore_plugins.storage.sql import SqlStorage, SqlUnit, open_sql
from kimcore_plugins.storage.sql.failures import store_error
from tests.storage.builders import document, figure, ids, store_all, stored
from tests.storage.databases import SERVERS, database, emptied, hasty

pytestmark = pytest.mark.server


@pytest.fixture(scope="module", params=SERVERS)
def opened(request: pytest.FixtureRequest) -> Iterator[SqlStorage]:
    """Give a store on each server."""
    with database(request.param) as url:
        store = hasty(url)
        yield store
        store.close()


@pytest.fixture
def store(opened: SqlStorage) -> SqlStorage:
    """Give an empty store."""
    return emptied(opened)


def cut(store: SqlStorage, unit: SqlUnit) -> None:
    """End the connection of a unit on the server's side."""
    connection = unit.live()
    if store.name.startswith("postgresql"):
        number = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar()
        end = f"SELECT pg_terminate_backend({number}, 5000)"
    else:
        end = f"KILL CONNECTION {connection.exec_driver_sql('SELECT CONNECTION_ID()').scalar()}"
    with store.engine.begin() as other:
        other.exec_driver_sql(end)


def test_reading_sees_one_state(store: SqlStorage) -> None:
    """A unit that only reads neither waits for a writer nor sees what is committed while it reads."""
    store_all(store, document("a"))
    with store.unit_of_work() as reader, store.unit_of_work() as writer:
        writer.put(document("b"), expected=0)
        writer.observe([figure(1)])
        writer.append([Entry(position=1, body="", hash="")])
        assert [d.id for d in reader.documents("kim")] == ["a"]
        writer.commit()
        assert [d.id for d in reader.documents("kim")] == ["a"]
        assert not [*reader.history(), *reader.entries()]
        reader.lock()
        assert [d.id for d in reader.documents("kim")] == ["a", "b"]
    assert ids(store) == ["a", "b"]


def test_a_stale_read_cannot_be_written_over(store: SqlStorage) -> None:
    """Of two units that read one revision, the second to write gets the conflict, and the first write stays."""
    store_all(store, document())
    with store.unit_of_work() as one, store.unit_of_work() as two:
        assert one.get("kim", "a") == two.get("kim", "a")
        two.put(document(payload="two"), expected=1)
        two.commit()
        with pytest.raises(Conflict):
            one.put(document(payload="one"), expected=1)
        one.put(document("b"), expected=0)
        one.commit()
    found = stored(store)
    assert found is not None
    assert (found.payload, found.revision, ids(store)) == ("two", 2, ["a", "b"])


@pytest.mark.parametrize(
    "write",
    [
        lambda unit: unit.lock(),
        lambda unit: unit.claim("k"),
        lambda unit: unit.put(document(), expected=0),
        lambda unit: unit.remove("kim", "a", expected=1),
        lambda unit: unit.observe([]),
        lambda unit: unit.append([]),
    ],
)
def test_a_second_writer_waits_for_so_long(store: SqlStorage, write: Any) -> None:
    """Every write waits for the unit that has the right to write, and ends with a typed error; then it is had again."""
    with store.unit_of_work() as one, store.unit_of_work() as two:
        one.lock()
        one.lock()
        begin = perf_counter()
        with pytest.raises(StorageError, match="try again") as caught:
            write(two)
        assert perf_counter() - begin >= 0.05
        assert caught.value.code == "store_locked"
        with pytest.raises(StorageError, match="has ended"):
            two.commit()
    with store.unit_of_work() as three:
        three.lock()


def test_a_writer_that_waited_sees_the_newest_state(store: SqlStorage) -> None:
    """A unit that waits for its turn sees what the one before it committed, also what it read otherwise before."""
    patient = open_sql(store.engine.url.render_as_string(hide_password=False))
    store_all(store, document(payload="0"))
    seen: list[Any] = []

    def wait() -> None:
        with patient.unit_of_work() as unit:
            seen.append(unit.get("kim", "a"))
            begun.append(True)
            unit.lock()
            seen.append(unit.get("kim", "a"))
            seen.extend(unit.history())

    begun: list[bool] = []
    with store.unit_of_work() as first:
        first.put(document(payload="1"), expected=1)
        first.observe([figure(1)])
        waiting = Thread(target=wait)
        waiting.start()
        while not begun and waiting.is_alive():
            first.get("kim", "a")
        first.commit()
    waiting.join(timeout=30)
    patient.close()
    assert [getattr(d, "payload", "figure") for d in seen] == ["0", "1", "figure"]


@pytest.mark.parametrize(
    "work",
    [lambda unit: unit.get("kim", "a"), lambda unit: unit.observe([figure(1)]), lambda unit: unit.commit()],
    ids=["read", "write", "commit"],
)
def test_a_lost_connection(store: SqlStorage, work: Callable[[SqlUnit], object]) -> None:
    """A unit whose connection is cut ends with a typed error and nothing stored; the next unit works again."""
    with store.unit_of_work() as unit:
        unit.put(document(), expected=0)
        cut(store, unit)
        with pytest.raises(StorageError, match="broke the connection") as caught:
            work(unit)
        with pytest.raises(StorageError, match="has ended"):
            unit.lock()
    assert caught.value.code == "store_disconnected"
    assert ids(store) == []


def test_idle_connections_that_were_cut(store: SqlStorage) -> None:
    """Connections that the server closed while they were idle are not noticed."""
    with store.unit_of_work() as one, store.unit_of_work() as two:
        cut(store, one)
        cut(store, two)
        with suppress(StorageError):
            one.get("kim", "a")
    store_all(store, document())
    assert ids(store) == ["a"]


def test_reading_while_a_list_is_read(store: SqlStorage) -> None:
    """Lists may be read beside one another, and the unit may write in between."""
    store_all(store, *(document(f"{n}") for n in range(3)))
    with store.unit_of_work() as unit:
        pairs = []
        for one in unit.documents("kim"):
            unit.observe([figure(1, content=one.id)])
            pairs += [(one.id, other.id) for other in unit.documents("kim")]
    assert len(pairs) == 9


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({"port": 9}, {"store_unreachable"}),
        ({"host": "127.0.0.255"}, {"store_unreachable"}),
        ({"database": "kimcore_no_such"}, {"store_unreachable", "store_missing", "store_denied"}),
        ({"username": "kimcore_no_such"}, {"store_unreachable", "store_denied"}),
        ({"query": {"no_such_option": "1"}}, {"store_unreachable", "store_failed"}),
    ],
)
def test_a_server_that_lets_nobody_in(opened: SqlStorage, change: dict[str, Any], codes: set[str]) -> None:
    """A wrong address is a typed error that names host and database, in both languages, and never the password."""
    url = opened.engine.url.set(password="geheim-word", **change)
    store = open_sql(url.render_as_string(hide_password=False))
    for use in (store.plan_migration, store.migrate, store.verify, lambda: store.unit_of_work().__enter__()):
        with pytest.raises(StorageError) as caught:
            use()
        assert caught.value.code in codes
        shown = "".join(traceback.format_exception(caught.value)) + caught.value.say("id") + repr(vars(caught.value))
        assert f"//{url.host}" in shown
        assert "geheim" not in shown
        assert "geheim" not in repr(store) + repr(store.engine) + repr(vars(store))
        assert (caught.value.__cause__, caught.value.__context__) == (None, None)
    store.close()


@pytest.mark.parametrize(
    "url",
    [
        "postgresql+psycopg:",
        "postgresql+psycopg://u:geheim@h",
        "mysql+pymysql://u:geheim@h:port/d",
        "mysql+psycopg://u:geheim@h/d",
        "oracle://u:geheim@h/d",
    ],
)
def test_no_address(url: str) -> None:
    """A URL of another form is refused without showing it."""
    with pytest.raises(InvalidValue, match="no address of a database") as caught:
        open_sql(url)
    assert "geheim" not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+psycopg", "mysql", "mariadb", "mariadb+pymysql"])
def test_schemes(scheme: str) -> None:
    """Several ways to name a server lead to one; opening touches nothing."""
    store = open_sql(f"{scheme}://u:geheim@127.0.0.1:9/d?connect_timeout=1")
    assert store.name == f"{'postgresql' if scheme.startswith('p') else 'mysql'}://127.0.0.1:9/d"
    store.close()
    for use in (store.unit_of_work, store.plan_migration, store.migrate, store.verify):
        with pytest.raises(StorageError, match="is closed"):
            use()


def test_no_value_in_errors_and_logs(store: SqlStorage, caplog: pytest.LogCaptureFixture) -> None:
    """What the server refuses is a typed error without the value; nor does a log show one, however much it tells."""
    caplog.set_level(logging.DEBUG)
    refused = document(payload="raha" + "sia", schema=2**70)
    with store.unit_of_work() as unit, pytest.raises(StorageError) as caught:
        unit.put(refused, expected=0)
    shown = "".join(traceback.format_exception(caught.value)) + repr(vars(caught.value)) + caplog.text
    assert "rahasia" not in shown
    assert ids(store) == []


def test_no_server_of_this_kind() -> None:
    """An error without a known name is told by its class, and can be pickled like any other."""
    error = store_error(create_error(), "mysql://h/d")
    assert error.code == "store_failed"
    assert "NoSuchModuleError" in error.en
    assert pickle.dumps(error.params)


def create_error() -> Exception:
    """Return an error that SQLAlchemy raises itself."""
    try:
        create_engine(make_url("nosuchdialect://h/d"))
    except Exception as error:
        return error
    raise AssertionError


def test_settings_of_a_connection(store: SqlStorage) -> None:
    """Each connection reads one snapshot, and a text that does not fit is an error."""

    def isolation(connection: Connection) -> str:
        return connection.get_isolation_level()

    with store.unit_of_work() as unit:
        assert unit.run(isolation) == "REPEATABLE READ"
