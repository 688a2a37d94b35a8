"""Databases of PostgreSQL and MariaDB that tests use: each its own, so that tests may run side by side."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import uuid4

from sqlalchemy import create_engine, text

from kimcore_plugins.storage.sql import SqlStorage, open_sql
from kimcore_plugins.storage.sql.schema import METADATA

__all__ = ["SERVERS", "database", "emptied", "hasty"]

SERVERS = {
    "postgresql": ("KIMCORE_POSTGRESQL", "postgresql+psycopg://kimcore:kimcore@127.0.0.1:5432/kimcore_test"),
    "mariadb": ("KIMCORE_MARIADB", "mysql+pymysql://kimcore:kimcore@127.0.0.1:3306/kimcore_test"),
}
"""The variable that names a database in which tests may work, and the one that stands for it where it is not set."""


@contextmanager
def database(server: str) -> Iterator[str]:
    """Give the URL of a new, empty database (of PostgreSQL: a schema), which is dropped at the end."""
    variable, default = SERVERS[server]
    base = os.environ.get(variable, default)
    name = f"kimcore_test_{uuid4().hex[:12]}"
    if server == "postgresql":
        url, make, drop = (
            f"{base}?options=-csearch_path%3D{name}",
            f"CREATE SCHEMA {name}",
            f"DROP SCHEMA {name} CASCADE",
        )
    else:
        url, make, drop = f"{base.rpartition('/')[0]}/{name}", f"CREATE DATABASE {name}", f"DROP DATABASE {name}"
    run(base, make)
    try:
        yield url
    finally:
        run(base, drop)


def run(url: str, statement: str) -> None:
    """Run one statement."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()


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
