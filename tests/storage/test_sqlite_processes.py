"""SQLite with several processes that make one store at once."""

import subprocess
import sys
from pathlib import Path

from kimcore_plugins.storage.sqlite import SqliteStorage
from tests.storage.builders import document, ids, store_all

MAKE = """
import sys
from pathlib import Path
from kimcore_plugins.storage.sqlite import SqliteStorage
SqliteStorage(Path(sys.argv[1])).migrate()
"""


def test_four_processes_make_one_store(tmp_path: Path) -> None:
    """Four processes that make the store at once all succeed, and it is one store."""
    path = tmp_path / "store.db"
    making = [subprocess.Popen([sys.executable, "-c", MAKE, str(path)]) for _ in range(4)]
    assert [process.wait(timeout=120) for process in making] == [0] * 4
    store = SqliteStorage(path)
    store_all(store, document())
    assert ids(store) == ["a"]
    store.close()
