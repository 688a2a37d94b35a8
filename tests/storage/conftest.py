"""Stores that the tests open."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kimcore.ports import StorageBackend
from kimcore_plugins.storage.memory import open_memory
from kimcore_plugins.storage.sqlite import SqliteStorage


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StorageBackend]:
    """Give a store of each kind, ready for use."""
    opened: StorageBackend = open_memory("memory:")
    if request.param == "sqlite":
        opened = SqliteStorage(tmp_path / "store.db", timeout=0.05)
    opened.migrate()
    yield opened
    opened.close()


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[SqliteStorage]:
    """Give a SQLite store, ready for use, that does not wait for long."""
    opened = SqliteStorage(tmp_path / "store.db", timeout=0.05)
    opened.migrate()
    yield opened
    opened.close()
