"""PostgreSQL: the writer's lock is one on a table, had before a snapshot is taken; observations come by COPY."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Table, text
from sqlalchemy.dialects.postgresql import insert

from kimcore_plugins.storage.rows import Last
from kimcore_plugins.storage.sql.schema import OBSERVATIONS
from kimcore_plugins.storage.sql.texts import escaped

__all__ = ["PostgreSql"]

KEY = 0x4B494D31
"""The first half of the key of an advisory lock: the letters KIM1."""

LOCK = text("LOCK TABLE kimcore_version IN EXCLUSIVE MODE")
ALONE = text(f"SELECT pg_advisory_xact_lock({KEY}, hashtext(current_schema()))")

# the marks come as one text of bytes; each is one look into the primary key, whatever is known about the table
KNOWN = text("""
    SELECT asked.mark, last.sequence, last.value
    FROM (SELECT substring(:marks FROM 32 * n + 1 FOR 32) AS mark FROM generate_series(0, :count - 1) AS n) AS asked
    CROSS JOIN LATERAL (
        SELECT sequence, value FROM kimcore_observations WHERE mark = asked.mark ORDER BY sequence DESC LIMIT 1) AS last
""")
COLUMNS = OBSERVATIONS.c
COPY = f"COPY kimcore_observations ({', '.join(c.name for c in COLUMNS)}) FROM STDIN (FORMAT BINARY)"
TYPES = {"bytea": "mark place digest", "int8": "sequence value entry line", "date": "observed"}
KINDS = [next((kind for kind, names in TYPES.items() if c.name in names.split()), "text") for c in COLUMNS]


class PostgreSql:
    """A server of PostgreSQL."""

    batch = 5000
    settings = "SET enable_sort = off"  # pages are read in the order of an index, whatever is known about the tables

    def is_fit(self, connection: Connection) -> bool:
        """Tell whether the database is in UTF8."""
        return connection.execute(text("SHOW server_encoding")).scalar() == "UTF8"

    def lock(self, connection: Connection, timeout: float) -> None:
        """Lock the table of the version against other writers; it takes no snapshot."""
        wait_at_most(connection, timeout)
        connection.execute(LOCK)

    @contextmanager
    def migrating(self, connection: Connection, timeout: float) -> Iterator[bool]:
        """Hold an advisory lock until the transaction ends."""
        wait_at_most(connection, timeout)
        connection.execute(ALONE)
        yield True

    def add(self, connection: Connection, table: Table, row: dict[str, Any]) -> bool:
        """Insert a row; False where its primary key is taken."""
        statement = insert(table).on_conflict_do_nothing().execution_options(preserve_rowcount=True)
        return connection.execute(statement, row).rowcount == 1

    def known(self, connection: Connection, marks: Sequence[bytes]) -> dict[bytes, Last]:
        """Return what stands under each mark."""
        found = connection.execute(KNOWN, {"marks": b"".join(marks), "count": len(marks)})
        return {mark: (sequence, value) for mark, sequence, value in found}

    def record(self, connection: Connection, rows: Iterable[tuple[Any, ...]]) -> None:
        """Copy observations into their table; the server stores the first while the next are made."""
        driver: Any = connection.connection.driver_connection
        with driver.cursor() as cursor, cursor.copy(COPY) as copy:
            copy.set_types(KINDS)
            for row in rows:
                copy.write_row(holdable(row))


def holdable(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the columns of an observation with its texts escaped; most have none to escape, seen at one look."""
    texts = "".join(row[2:9])
    return row if escaped(texts) == texts else (*row[:2], *map(escaped, row[2:9]), *row[9:])


def wait_at_most(connection: Connection, timeout: float) -> None:
    """Let the transaction wait for locks so many seconds."""
    connection.execute(text(f"SET LOCAL lock_timeout = {max(1, round(timeout * 1000))}"))
