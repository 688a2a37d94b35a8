"""The SQL store as a backend: the address, connections, migration, verification."""

import weakref
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from kimcore.errors import InvalidValue, StorageError
from kimcore.ports import IntegrityReport, MigrationPlan, StorageCapability
from kimcore_plugins.storage.sql import migration
from kimcore_plugins.storage.sql.failures import FAILURES, refusal, store_error
from kimcore_plugins.storage.sql.mariadb import MariaDb
from kimcore_plugins.storage.sql.postgresql import PostgreSql
from kimcore_plugins.storage.sql.servers import Server
from kimcore_plugins.storage.sql.transaction import connected
from kimcore_plugins.storage.sql.unit import SqlUnit
from kimcore_plugins.storage.sql.verification import faults

__all__ = ["SqlStorage", "open_sql"]

DRIVERS = {"postgresql": "postgresql+psycopg", "mysql": "mysql+pymysql", "mariadb": "mysql+pymysql"}
CONNECT_TIMEOUT = "10"


class SqlStorage:
    """A store in a database of PostgreSQL or MariaDB, in tables that begin with `kimcore_`.

    `timeout` is how many seconds a unit waits for another writer before it raises `store_locked`.
    """

    capabilities = frozenset({StorageCapability.DURABLE, StorageCapability.CONCURRENT_WRITERS})

    def __init__(self, url: URL, *, timeout: float = 30.0) -> None:
        self.timeout = timeout
        kind = url.get_backend_name()
        self.name = URL.create(kind, host=url.host, port=url.port, database=url.database).render_as_string()
        self.server: Server = PostgreSql() if kind == "postgresql" else MariaDb()
        self.engine = engine_of(url, self.server.settings)
        self.is_closed = False
        weakref.finalize(self, self.engine.dispose)  # a store that nobody closed leaves no open connection

    def unit_of_work(self) -> SqlUnit:
        """Return a new unit of work."""
        if self.is_closed:
            raise refusal("store_closed", self.name)
        return SqlUnit(self.name, self.engine, self.server, self.timeout)

    def plan_migration(self) -> MigrationPlan:
        """Tell what `migrate` would do."""
        with self.migrating() as connection:
            return migration.plan(migration.found(connection, self.name))

    def migrate(self) -> MigrationPlan:
        """Make the tables or bring them to the present version; other processes that try wait."""
        plan = self.plan_migration()
        if plan.current == plan.target:
            return plan
        with self.migrating() as connection:
            if not self.server.is_fit(connection):
                raise refusal("store_unfit", self.name)
            with self.server.migrating(connection, self.timeout) as is_alone:
                if not is_alone:
                    raise refusal("store_locked", self.name)
                return self.take_steps(connection)

    def take_steps(self, connection: Connection) -> MigrationPlan:
        """Migrate from the version found once no other process can."""
        plan = migration.plan(migration.found(connection, self.name))
        if plan.is_newer:
            raise refusal("store_newer", self.name)
        if plan.current < plan.target:
            migration.upgrade(connection)
        connection.commit()
        return plan

    def verify(self) -> IntegrityReport:
        """Check every row against its digest."""
        with self.unit_of_work() as unit:
            return faults(unit)

    def close(self) -> None:
        """Close idle connections and refuse further units."""
        self.is_closed = True
        self.engine.dispose()

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """Give a connection that sees what others commit; raise its failures as `StorageError`."""
        if self.is_closed:
            raise refusal("store_closed", self.name)
        error: StorageError | None = None
        with connected(self.engine, self.name, isolation_level="READ COMMITTED") as connection:
            try:
                yield connection
            except FAILURES as failure:
                error = store_error(failure, self.name)
                connection.invalidate()
        if error:
            raise error


def engine_of(url: URL, settings: str) -> Engine:
    """Return what gives connections; each is tried before it is used again, and no value is shown in an error."""

    def prepare(driver: Any, _: object) -> None:
        with closing(driver.cursor()) as cursor:
            cursor.execute(settings)
        driver.commit()

    options = url.query if "connect_timeout" in url.query else {**url.query, "connect_timeout": CONNECT_TIMEOUT}
    engine = create_engine(
        url.set(query=options),
        isolation_level="REPEATABLE READ",
        max_overflow=-1,
        pool_pre_ping=True,
        hide_parameters=True,
    )
    event.listen(engine, "connect", prepare)
    return engine


def open_sql(url: str) -> SqlStorage:
    """Return the store of a URL: `postgresql+psycopg://user@host/database` or `mysql+pymysql://user@host/database`.

    What stands behind `?` goes to the driver. Raises `InvalidValue` for another form.
    """
    scheme, _, rest = url.partition(":")
    name, _, driver = scheme.partition("+")
    try:
        found = make_url(f"{DRIVERS[name]}:{rest}") if driver in ("", DRIVERS[name].partition("+")[2]) else None
    except (ArgumentError, KeyError, ValueError):
        found = None
    if found is None or not found.database:
        raise no_address()
    return SqlStorage(found)


def no_address() -> InvalidValue:
    """Return the error for a URL that is none; it does not show it, for a password may stand in it."""
    how = "postgresql+psycopg://NAME:PASSWORD@HOST/DATABASE, mysql+pymysql://NAME:PASSWORD@HOST/DATABASE"
    en = f"this is no address of a database; write {how}"
    return InvalidValue("store_url", en, f"ini bukan alamat basis data; tulis {how}", field="store")
