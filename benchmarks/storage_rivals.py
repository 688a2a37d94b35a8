"""Rivals of the stores: what the same rows cost when written or read with less care, by hand or by an ORM."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any, Final

import psycopg
from sqlalchemy import Engine, Index, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from kimcore.community import Kim
from kimcore.ports import Document, ObservationRow
from kimcore.ports.digests import key_digest, observation_digest, observation_values
from kimcore.serialization import from_json
from kimcore_plugins.storage.sqlite import SqliteStorage
from kimcore_plugins.storage.sqlite.backend import SETTINGS

__all__ = ["Orm", "StagedCopy", "StagedInsert", "bare_get", "schema_of_its_own"]

NAMES: Final = (
    "key", "office", "kim", "provider", "platform", "account", "content", "indicator", "observed", "value", "sequence",
    "entry", "digest",
)  # fmt: skip
COLUMNS: Final = ", ".join(NAMES)
STAGE: Final = "INSERT INTO temp.staged (names) VALUES (marks)".replace("marks", ", ".join("?" * len(NAMES)))
MERGE: Final = """
    INSERT INTO observations (names) SELECT names FROM staged AS new
    WHERE NOT EXISTS (SELECT 1 FROM observations AS old WHERE old.key = new.key)"""

COPIED: Final = """
    CREATE TABLE observations (key bytea NOT NULL, texts, observed date NOT NULL, value bigint,
    sequence bigint NOT NULL, entry bigint NOT NULL, digest bytea NOT NULL, PRIMARY KEY (key, sequence))"""


class Base(DeclarativeBase):
    """The base of what the ORM maps."""


class Record(Base):
    """The table of documents, as the ORM maps it."""

    __tablename__ = "documents"
    kind: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    office: Mapped[str]
    schema: Mapped[int]
    revision: Mapped[int]
    payload: Mapped[str]
    key: Mapped[str]
    digest: Mapped[bytes]
    __table_args__ = (Index("documents_office", "kind", "office", "id"),)


class Orm:
    """SQLAlchemy's ORM on SQLite with the settings of our store; it makes no digest and keeps no audit log."""

    def __init__(self, path: Path) -> None:
        self.engine: Engine = create_engine(f"sqlite:///{path}")
        event.listen(self.engine, "connect", self.settle)
        Base.metadata.create_all(self.engine)

    @staticmethod
    def settle(connection: sqlite3.Connection, _: object) -> None:
        """Set what our store sets."""
        for setting in (*SETTINGS, "journal_mode=WAL"):
            connection.execute(f"PRAGMA {setting}")

    def put(self, documents: Sequence[Document]) -> None:
        """Insert documents in one transaction; their key and digest are given."""
        with Session(self.engine) as session:
            session.add_all(
                Record(
                    kind=d.kind,
                    id=d.id,
                    office=d.office,
                    schema=d.schema,
                    revision=1,
                    payload=d.payload,
                    key="0" * 32,
                    digest=bytes(32),
                )
                for d in documents
            )
            session.commit()


def record_values(row: ObservationRow, entry: int) -> tuple[Any, ...]:
    """Return the columns of a first record with its key and its digest, as the stores make them."""
    return key_digest(row), *observation_values(row)[:-2], 1, entry, observation_digest(row, 1, entry)


class StagedInsert:
    """A staged insert on SQLite by hand: rows into a temporary table, then what is new into a table like our store's.

    The key has 16 bytes as in our store.
    """

    def __init__(self, path: Path) -> None:
        store = SqliteStorage(path)
        store.migrate()
        self.connection = store.opened()
        self.connection.execute("CREATE TEMP TABLE staged AS SELECT * FROM observations WHERE false")

    def observe(self, rows: Iterable[ObservationRow], entry: int) -> None:
        """Append the rows that are new in one transaction."""
        run = self.connection.execute
        run("BEGIN IMMEDIATE")
        made = ((key[:16], *rest) for key, *rest in (record_values(row, entry) for row in rows))
        self.connection.executemany(STAGE.replace("names", COLUMNS), made)
        run(MERGE.replace("names", COLUMNS))
        run("DELETE FROM temp.staged")
        run("COMMIT")


class StagedCopy:
    """A staged COPY on PostgreSQL by hand, into a table of its own."""

    def __init__(self, address: str) -> None:
        self.connection = psycopg.connect(address.replace("+psycopg", "", 1))
        texts = ", ".join(f"{name} text NOT NULL" for name in NAMES[1:8])
        with self.connection.transaction():
            self.connection.execute(COPIED.replace("texts", texts))
            self.connection.execute("CREATE INDEX ON observations (office, kim, observed)")
            self.connection.execute("CREATE TEMP TABLE staged (LIKE observations)")

    def observe(self, rows: Iterable[ObservationRow], entry: int) -> None:
        """Append the rows that are new in one transaction."""
        with self.connection.transaction(), self.connection.cursor() as cursor:
            with cursor.copy(f"COPY staged ({COLUMNS}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(record_values(row, entry))
            cursor.execute(MERGE.replace("names", COLUMNS))
            cursor.execute("TRUNCATE staged")


@contextmanager
def schema_of_its_own(address: str) -> Iterator[str]:
    """Give an address in the same database of PostgreSQL whose tables are in a new schema, dropped at the end."""
    name = f"kimcore_bench_{token_hex(6)}"
    with psycopg.connect(address.replace("+psycopg", "", 1), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
        try:
            yield f"{address}{'&' if '?' in address else '?'}options=-csearch_path%3D{name}"
        finally:
            connection.execute(f"DROP SCHEMA {name} CASCADE")


def bare_get(connection: sqlite3.Connection, id: str) -> Kim:
    """Read a KIM by hand: its payload, parsed."""
    found = connection.execute("SELECT payload FROM documents WHERE kind = ? AND id = ?", ("kim", id)).fetchone()
    return from_json(found[0], Kim)
