"""What PostgreSQL and MariaDB do each in its own way."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from sqlalchemy import Connection, Table

from kimcore_plugins.storage.rows import Last

__all__ = ["Server"]


class Server(Protocol):
    """The dialect of a server, as far as a store needs more than SQLAlchemy gives."""

    batch: int
    """How many observations are recorded at once."""

    settings: str
    """What is run on each new connection."""

    def is_fit(self, connection: Connection) -> bool:
        """Tell whether the server holds every text as it is given."""
        ...

    def lock(self, connection: Connection, timeout: float) -> None:
        """Wait for the right to write until the transaction ends; the snapshot is taken after it is had."""
        ...

    def migrating(self, connection: Connection, timeout: float) -> AbstractContextManager[bool]:
        """Let one process at a time migrate; False where another did not end in time."""
        ...

    def add(self, connection: Connection, table: Table, row: dict[str, Any]) -> bool:
        """Insert a row; False where its primary key is taken."""
        ...

    def known(self, connection: Connection, marks: Sequence[bytes]) -> dict[bytes, Last]:
        """Return the last sequence number and value of each observation that is recorded."""
        ...

    def record(self, connection: Connection, rows: Iterable[tuple[Any, ...]]) -> None:
        """Insert observations, their columns in the order of the table; there may be none."""
        ...
