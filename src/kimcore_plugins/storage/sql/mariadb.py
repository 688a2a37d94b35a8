"""MariaDB: the writer's lock is one on the row of the version, read before a snapshot is taken."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from math import ceil
from typing import Any

from sqlalchemy import Connection, Table, bindparam, insert, text
from sqlalchemy.exc import IntegrityError

from kimcore_plugins.storage.rows import Last
from kimcore_plugins.storage.sql.schema import OBSERVATIONS
from kimcore_plugins.storage.sql.statements import KNOWN

__all__ = ["MariaDb"]

ASKED = KNOWN.where(OBSERVATIONS.c.mark.in_(bindparam("marks", expanding=True))).order_by(OBSERVATIONS.c.sequence)
LOCK = "FOR SELECT version_num FROM kimcore_version FOR UPDATE"
NAMES = [column.name for column in OBSERVATIONS.c]
NAME = "CONCAT('kimcore ', SHA1(DATABASE()))"


class MariaDb:
    """A server of MariaDB."""

    batch = 500
    settings = """
        SET sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', default_storage_engine = 'InnoDB'"""

    def is_fit(self, connection: Connection) -> bool:
        """Tell whether it is MariaDB and not its relative, which has no collation that keeps blanks."""
        return bool(getattr(connection.dialect, "is_mariadb", False))

    def lock(self, connection: Connection, timeout: float) -> None:
        """Lock the row of the version; a reading that locks takes no snapshot."""
        limits = f"max_statement_time={max(timeout, 0.001):.3f}, innodb_lock_wait_timeout={ceil(timeout) + 1}"
        connection.execute(text(f"SET STATEMENT {limits} {LOCK}"))

    @contextmanager
    def migrating(self, connection: Connection, timeout: float) -> Iterator[bool]:
        """Hold a lock of the session; no transaction could hold one while tables are made."""
        is_alone = connection.execute(text(f"SELECT GET_LOCK({NAME}, :timeout)"), {"timeout": timeout}).scalar() == 1
        connection.rollback()
        try:
            yield is_alone
        finally:
            if is_alone and not connection.invalidated:
                connection.execute(text(f"SELECT RELEASE_LOCK({NAME})"))

    def add(self, connection: Connection, table: Table, row: dict[str, Any]) -> bool:
        """Insert a row; False where its primary key is taken."""
        try:
            connection.execute(insert(table), row)
        except IntegrityError as error:
            if error.orig and error.orig.args[0] == 1062:
                return False
            raise
        return True

    def known(self, connection: Connection, marks: Sequence[bytes]) -> dict[bytes, Last]:
        """Return what stands under each mark; the last record of one comes last."""
        found = connection.execute(ASKED, {"marks": list(marks)})
        return {mark: (sequence, value) for mark, sequence, value in found}

    def record(self, connection: Connection, rows: Iterable[tuple[Any, ...]]) -> None:
        """Insert observations, many in one statement."""
        values = [dict(zip(NAMES, row, strict=True)) for row in rows]
        if values:
            connection.execute(insert(OBSERVATIONS), values)
