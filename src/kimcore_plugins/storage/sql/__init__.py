"""The SQL store: PostgreSQL or MariaDB; readers see one snapshot and never wait, writers take turns."""

from kimcore_plugins.storage.sql.backend import SqlStorage, open_sql
from kimcore_plugins.storage.sql.unit import SqlUnit

__all__ = ["SqlStorage", "SqlUnit", "open_sql"]
