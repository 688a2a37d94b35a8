"""Processes that write one record at once: no change is lost, and whoever came too late is told so."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from kimcore_plugins.storage.sqlite import open_sqlite
from tests.crash.writers import JOURNALS, url
from tests.storage.builders import document, store_all, stored

INCREMENTS = int(os.environ.get("KIMCORE_INCREMENTS", "40"))
"""How often each of the processes adds one; the session `reliability` adds 2,000 each."""

PROCESSES: Final = 4

# prints how many conflicts there were; any other error ends the process
INCREMENT: Final = """
import sys
from attrs import evolve
from kimcore.errors import Conflict
from kimcore_plugins.storage.sqlite import open_sqlite
store = open_sqlite(sys.argv[1])
conflicts = done = 0
while done < int(sys.argv[2]):
    try:
        with store.unit_of_work() as unit:
            found = unit.get("kim", "a")
            unit.put(evolve(found, payload=str(int(found.payload) + 1)), expected=found.revision)
            unit.commit()
            done += 1
    except Conflict:
        conflicts += 1
print(conflicts)
"""


@pytest.mark.parametrize("journal", JOURNALS)
def test_processes_count_together(tmp_path: Path, unmeasured: dict[str, str], journal: str) -> None:
    """Four processes that add to one number reach the sum; a stale read is a `Conflict`, and none is told of a lock."""
    address = url(tmp_path / "store.db", journal)
    store = open_sqlite(address)
    store.migrate()
    store_all(store, document(payload="0"))
    command = [sys.executable, "-c", INCREMENT, address, str(INCREMENTS)]
    counting = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=unmeasured) for _ in range(PROCESSES)]
    said = [process.communicate(timeout=600)[0] for process in counting]
    assert [process.returncode for process in counting] == [0] * PROCESSES
    assert all(int(conflicts) >= 0 for conflicts in said)
    total, found = PROCESSES * INCREMENTS, stored(store)
    assert found is not None
    assert (found.payload, found.revision) == (str(total), total + 1)
    assert store.verify().is_sound
    store.close()
