"""The SQLite store: one file, the default; readers never wait, writers take turns, what is committed is on disk."""

from kimcore_plugins.storage.sqlite.backend import SqliteStorage, open_sqlite
from kimcore_plugins.storage.sqlite.unit import SqliteUnit

__all__ = ["SqliteStorage", "SqliteUnit", "open_sqlite"]
