"""The SQL store when clients are killed, connections cut or servers stopped: whole units alone, none of them twice."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from random import Random

import pytest
from sqlalchemy import text

from kimcore.errors import StorageError
from kimcore_plugins.storage.sql import SqlStorage, open_sql
from tests.crash.private_servers import PrivateServer, private_server
from tests.crash.sql_writing import STEPS, write
from tests.storage.databases import SERVERS, database

pytestmark = pytest.mark.server

KILLS = int(os.environ.get("KIMCORE_KILLS", "2"))
"""How many clients are killed; the session `reliability` kills 50."""

CUTS = max(5, KILLS // 5)
"""How many connections are cut in mid-unit."""

STOPS = max(1, KILLS // 5)
"""How often a server is killed in mid-unit; the session `reliability` kills it 10 times."""

WRITE = """
import sys
from kimcore_plugins.storage.sql import open_sql
from tests.crash.sql_writing import write
store = open_sql(sys.argv[1])
for number in range(int(sys.argv[2]), 100_000):
    write(store, number)
    print(number, flush=True)
"""


@pytest.fixture(params=SERVERS)
def store(request: pytest.FixtureRequest) -> Iterator[SqlStorage]:
    """Give a store on each server, ready for use."""
    with database(request.param) as url:
        opened = open_sql(url)
        opened.migrate()
        yield opened
        opened.close()


def whole_units(store: SqlStorage) -> int:
    """Return how many units are stored, found sound and each as a whole and once."""
    assert store.verify().is_sound
    with store.unit_of_work() as unit:
        entries = [entry.position for entry in unit.entries()]
        assert entries == list(range(1, len(entries) + 1))
        assert [d.id for d in unit.documents("kim")] == [f"{n:06}{half}" for n in entries for half in "ab"]
        history = list(unit.history())
        assert sorted(row.entry for row in history) == sorted(entries * 2)
        assert [row.sequence for row in history if row.content == "c"] == entries
    return len(entries)


@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
def test_killed_clients_leave_whole_units(store: SqlStorage, unmeasured: dict[str, str]) -> None:
    """After each kill in mid-write all that was acknowledged is there, nothing by half; a replay doubles nothing."""
    url = store.engine.url.render_as_string(hide_password=False)
    random, stored = Random(20261124), 0
    for _ in range(KILLS):
        command = [sys.executable, "-c", WRITE, url, str(max(1, stored))]  # the last unit is written again
        writing = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=unmeasured)
        assert writing.stdout is not None
        said = [writing.stdout.readline() for _ in range(random.randint(2, 9))]
        writing.kill()
        said += writing.communicate(timeout=60)[0].splitlines(keepends=True)
        acknowledged = [int(line) for line in said if line.endswith("\n")][-1]
        stored = whole_units(store)
        assert acknowledged <= stored <= acknowledged + 1


def interrupted(store: SqlStorage, number: int, interrupt: Callable[[], None]) -> str:
    """Write a unit that is interrupted at one of its steps, and return the code of its error."""
    at = STEPS[number % len(STEPS)]

    def reach(step: str) -> None:
        if step == at:
            interrupt()

    with pytest.raises(StorageError) as caught:
        write(store, number, reach)
    return caught.value.code


def test_a_connection_cut_in_mid_unit(store: SqlStorage) -> None:
    """A unit whose connection is cut at any step is not stored, and is once when it is repeated with its key."""
    watched = SqlStorage(store.engine.url)
    for number in range(1, CUTS + 1):
        assert interrupted(watched, number, lambda: cut_others(store)) == "store_disconnected"
        assert whole_units(store) == number - 1
        for _ in range(2):
            write(watched, number)
    assert whole_units(watched) == CUTS
    watched.close()


def cut_others(store: SqlStorage) -> None:
    """End every other connection to the database of a store on the server's side."""
    if store.name.startswith("postgresql"):
        listed = "SELECT pid FROM pg_locks WHERE relation = 'kimcore_version'::regclass AND pid <> pg_backend_pid()"
        end = "SELECT pg_terminate_backend(:number, 5000)"
    else:
        listed = "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()"
        end = "KILL CONNECTION :number"
    with store.engine.begin() as connection:
        for number in list(connection.execute(text(listed)).scalars()):
            connection.execute(text(end), {"number": number})


@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
@pytest.mark.parametrize("kind", SERVERS)
def test_a_server_killed_in_mid_unit(kind: str) -> None:
    """A server that is killed in mid-unit and started again has whole units; the unit is once when it is repeated."""
    with private_server(kind) as server:
        store = open_sql(server.url)
        store.migrate()
        for number in range(1, STOPS + 1):
            assert interrupted(store, number, server.kill) == "store_disconnected"
            assert code_of(store, server) == "store_unreachable"
            server.start()
            assert whole_units(store) == number - 1
            for _ in range(2):
                write(store, number)
        assert whole_units(store) == STOPS
        store.close()


def code_of(store: SqlStorage, server: PrivateServer) -> str:
    """Return the code of the error while the server is down."""
    with pytest.raises(StorageError) as caught:
        write(store, 0)
    assert str(server.port) in caught.value.en
    return caught.value.code
