"""Databases of PostgreSQL and MariaDB that tests use: each its own, so that tests may run side by side.

The name tells when one was made: what a killed run left behind is dropped a day later.
"""

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from uuid import uuid4

from sqlalchemy import create_engine, text

from kimcore_plugins.storage.sql import SqlStorage, open_sql
from kimcore_plugins.storage.sql.schema import METADATA

__all__ = ["DAY", "SERVERS", "database", "drop_old", "emptied", "hasty", "is_old"]

SERVERS = {
    "postgresql": ("KIMCORE_POSTGRESQL", "postgresql+psycopg://kimcore:kimcore@127.0.0.1:5432/kimcore_test"),
    "mariadb": ("KIMCORE_MARIADB", "mysql+pymysql://kimcore:kimcore@127.0.0.1:3306/kimcore_test"),
}
"""The variable that names a database in which tests may work, and the one that stands for it where it is not set."""


NAME = re.compile(r"kimcore_test_(\d{10})_[0-9a-f]{8}")
DAY = 24 * 60 * 60
LISTED = {
    "postgresql": "SELECT nspname FROM pg_namespace",
    "mariadb": "SELECT schema_name FROM information_schema.schemata",
}
DROP = {"postgresql": "DROP SCHEMA IF EXISTS {} CASCADE", "mariadb": "DROP DATABASE IF EXISTS {}"}


@contextmanager
def database(server: str) -> Iterator[str]:
    """Give the URL of a new, empty database (of PostgreSQL: a schema), which is dropped at the end."""
    sweep(server)
    base, name = address(server), f"kimcore_test_{time.time():.0f}_{uuid4().hex[:8]}"
    if server == "postgresql":
        url, make = f"{base}?options=-csearch_path%3D{name}", f"CREATE SCHEMA {name}"
    else:
        url, make = f"{base.rpartition('/')[0]}/{name}", f"CREATE DATABASE {name}"
    run(base, make)
    try:
        yield url
    finally:
        run(base, DROP[server].format(name))


def address(server: str) -> str:
    """Return the URL of the database in which tests may work."""
    variable, default = SERVERS[server]
    return os.environ.get(variable, default)


@cache
def sweep(server: str) -> None:
    """Drop what killed runs left on a server, once in a run."""
    drop_old(server, time.time())


def drop_old(server: str, now: float) -> None:
    """Drop the databases of tests that were made a day before an instant, or earlier."""
    base = address(server)
    for name in run(base, LISTED[server]):
        if is_old(name, now):
            run(base, DROP[server].format(name))


def is_old(name: str, now: float) -> bool:
    """Tell whether a name is that of a database of tests, made at least a day before."""
    found = NAME.fullmatch(name)
    return found is not None and now - int(found[1]) >= DAY


def run(url: str, statement: str) -> list[str]:
    """Run one statement, and return the first column of its rows."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        done = connection.execute(text(statement))
        names = [str(row[0]) for row in done] if done.returns_rows else []
    engine.dispose()
    return names


def hasty(url: str) -> SqlStorage:
    """Return a store, ready for use, that does not wait for long."""
    store = open_sql(url)
    store.timeout = 0.05
    store.migrate()
    return store


def emptied(store: SqlStorage) -> SqlStorage:
    """Return a store without its rows."""
    with store.engine.begin() as connection:
        for table in METADATA.sorted_tables:
            connection.execute(table.delete())
    return store
