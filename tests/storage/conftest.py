"""A SQLite store for the tests of what only it does."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kimcore_plugins.storage.sqlite import SqliteStorage


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[SqliteStorage]:
    """Give a SQLite store, ready for use, that does not wait for long."""
    opened = SqliteStorage(tmp_path / "store.db", timeout=0.05)
    opened.migrate()
    yield opened
    opened.close()
