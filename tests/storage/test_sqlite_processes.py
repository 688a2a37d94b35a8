"""SQLite with several processes: none loses what another wrote, and a killed one leaves whole units."""

import subprocess
import sys
from pathlib import Path

from kimcore_plugins.storage.sqlite import SqliteStorage
from tests.storage.builders import document, ids, store_all, stored

OPEN = """
import sys
from pathlib import Path
from attrs import evolve
from kimcore.errors import Conflict
from kimcore.ports import Document
from kimcore_plugins.storage.sqlite import SqliteStorage
store = SqliteStorage(Path(sys.argv[1]))
store.migrate()
"""

INCREMENT = (
    OPEN
    + """
conflicts = done = 0
while done < 50:
    try:
        with store.unit_of_work() as unit:
            found = unit.get("kim", "a")
            unit.put(evolve(found, payload=str(int(found.payload) + 1)), expected=found.revision)
            unit.commit()
            done += 1
    except Conflict:
        conflicts += 1
"""
)

PAIRS = (
    OPEN
    + """
for n in range(100_000):
    with store.unit_of_work() as unit:
        for half in "ab":
            unit.put(Document(kind="kim", id=f"{n:06}{half}", office="99.01", payload=""), expected=0)
        unit.commit()
    print(n, flush=True)
"""
)


def start(script: str, path: Path) -> "subprocess.Popen[str]":
    """Start a process that uses a store."""
    return subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True)


def test_four_processes_count_together(tmp_path: Path) -> None:
    """Four processes that each add 50 to one number reach 200; whoever read too early gets a conflict and retries."""
    store = SqliteStorage(tmp_path / "store.db")
    store.migrate()
    store_all(store, document(payload="0"))
    counting = [start(INCREMENT, store.path) for _ in range(4)]
    for process in counting:
        process.communicate(timeout=120)
    assert [process.returncode for process in counting] == [0] * 4
    found = stored(store)
    assert found is not None
    assert (found.payload, found.revision) == ("200", 201)
    store.close()


def test_four_processes_make_one_store(tmp_path: Path) -> None:
    """Four processes that make the store at once all succeed."""
    making = [start(OPEN, tmp_path / "store.db") for _ in range(4)]
    for process in making:
        process.communicate(timeout=120)
    assert [process.returncode for process in making] == [0] * 4


def test_a_killed_writer_leaves_whole_units(tmp_path: Path) -> None:
    """After a kill everything acknowledged is there, and no unit by half."""
    writing = start(PAIRS, tmp_path / "store.db")
    assert writing.stdout is not None
    said = [writing.stdout.readline() for _ in range(20)]
    writing.kill()
    acknowledged = len(said) + len(writing.communicate(timeout=60)[0].splitlines())
    store = SqliteStorage(tmp_path / "store.db")
    found = ids(store)
    assert acknowledged <= len(found) // 2 <= acknowledged + 1
    assert found == [f"{n:06}{half}" for n in range(len(found) // 2) for half in "ab"]
    assert store.verify().is_sound
    store.close()
