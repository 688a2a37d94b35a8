"""The SQL store with several processes: none loses what another wrote, and a replay doubles nothing."""

import os
import subprocess
import sys

import pytest

from kimcore.ports import IntegrityReport
from kimcore_plugins.storage.sql import SqlStorage, open_sql
from tests.storage.builders import document, store_all, stored
from tests.storage.databases import database

pytestmark = pytest.mark.server

PROCESSES = 4
INCREMENTS = int(os.environ.get("KIMCORE_INCREMENTS", "15"))
"""How often each process adds one; the session `reliability` takes 2,000."""

INCREMENT = """
import sys
from attrs import evolve
from kimcore.errors import Conflict
from kimcore_plugins.storage.sql import open_sql
for url in sys.argv[3:]:
    store = open_sql(url)
    done = 0
    while done < int(sys.argv[2]):
        try:
            with store.unit_of_work() as unit:
                if done % 2:
                    unit.lock()
                found = unit.get("kim", "a")
                unit.put(evolve(found, payload=str(int(found.payload) + 1)), expected=found.revision)
                assert unit.claim(f"{sys.argv[1]}-{done}")
                unit.commit()
            done += 1
        except Conflict:
            assert not done % 2, "who has locked sees the newest state"
    store.close()
"""


def test_four_processes_count_together(unmeasured: dict[str, str]) -> None:
    """Four processes that add to one number lose nothing: who read too early gets a conflict, who locked never does.

    No process gets another error, such as that another one writes.
    """
    with database("postgresql") as one, database("mariadb") as two:
        stores = [open_sql(one), open_sql(two)]
        for store in stores:
            store.migrate()
            store_all(store, document(payload="0"))
        processes = [started(str(n), one, two, env=unmeasured) for n in range(PROCESSES)]
        assert [process.wait(timeout=1200) for process in processes] == [0] * PROCESSES
        for store in stores:
            counted(store)
            store.close()


def started(name: str, *urls: str, env: dict[str, str]) -> "subprocess.Popen[bytes]":
    """Start a process that counts in each store."""
    return subprocess.Popen([sys.executable, "-c", INCREMENT, name, str(INCREMENTS), *urls], env=env)


def counted(store: SqlStorage) -> None:
    """Compare what a store holds with what was counted."""
    found = stored(store)
    assert found is not None
    assert (found.payload, found.revision) == (str(PROCESSES * INCREMENTS), PROCESSES * INCREMENTS + 1)
    assert store.verify() == IntegrityReport(checked=1 + PROCESSES * INCREMENTS)
