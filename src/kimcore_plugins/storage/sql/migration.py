"""Migration of the SQL store by alembic: what is found in a database, and the steps to the present version."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Select, column, inspect, select, table
from sqlalchemy.exc import DBAPIError

from kimcore.errors import StorageError
from kimcore.ports import MigrationPlan
from kimcore_plugins.storage.sql.failures import refusal
from kimcore_plugins.storage.sql.schema import PREFIX, VERSION_TABLE

__all__ = ["SCRIPTS", "STEPS", "VERSION", "found", "plan", "unready", "upgrade", "version"]

SCRIPTS = Path(__file__).with_name("migrations")
STEPS = ("documents, observations, audit log and idempotency keys",)
VERSION = len(STEPS)

NUMBERS: Select[Any] = select(column("version_num")).select_from(table(VERSION_TABLE))


def found(connection: Connection, store: str) -> int:
    """Return the version of the tables of a database, 0 where there are none; refuse those of another application.

    A version table without a version is that of a migration which broke off before its first step was done.
    """
    tables = [name for name in inspect(connection).get_table_names() if name.startswith(PREFIX)]
    if VERSION_TABLE in tables:
        return version(connection, store)
    if tables:
        raise refusal("store_foreign", store)
    return 0


def version(connection: Connection, store: str) -> int:
    """Return the version that a database says it has."""
    numbers = connection.execute(NUMBERS).scalars().all()
    if len(numbers) > 1 or not all(isinstance(n, str) and n.isascii() and n.isdigit() for n in numbers):
        raise refusal("store_foreign", store)
    return int(numbers[0]) if numbers else 0


def plan(current: int) -> MigrationPlan:
    """Return the steps from a version to the present one."""
    return MigrationPlan(current=current, target=VERSION, steps=STEPS[current:])


def unready(connection: Connection, store: str) -> StorageError | None:
    """Return why a store cannot be used, or None; it is the first reading of a transaction."""
    try:
        current = version(connection, store)
    except DBAPIError as error:
        if error.connection_invalidated:
            raise
        connection.rollback()
        current = found(connection, store)
    if current == VERSION:
        return None
    return refusal("store_newer" if current > VERSION else "store_older" if current else "store_not_ready", store)


def upgrade(connection: Connection) -> None:
    """Take the steps from the version found to the present one, in the transaction that is open."""
    from alembic.command import upgrade as take_steps  # a store that is ready needs no alembic
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    take_steps(config, "head")
