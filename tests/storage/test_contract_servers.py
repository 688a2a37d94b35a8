"""The storage contract on servers, in schemas or databases made for it.

Making tables takes a server longer than a test: those that begin with an empty store share one that is emptied after
each; those that make, migrate, crash or damage a store have one of their own.
"""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import ClassVar

import pytest
from sqlalchemy import URL, create_engine, make_url, text

from kimcore.ports import StorageBackend
from kimcore.testing import StorageContract
from kimcore_plugins.storage.sql import SqlStorage
from kimcore_plugins.storage.sql.schema import METADATA

POSTGRESQL = make_url(
    os.environ.get("KIMCORE_POSTGRESQL", "postgresql+psycopg://kimcore:kimcore@127.0.0.1:5432/kimcore_test")
)
MARIADB = make_url(os.environ.get("KIMCORE_MARIADB", "mysql+pymysql://kimcore:kimcore@127.0.0.1:3306/kimcore_test"))
pytestmark = pytest.mark.server


@pytest.fixture(scope="class")
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the folder of the store that is emptied after each test of a class."""
    folder = tmp_path_factory.mktemp("kept")
    yield folder
    request.cls().discard(folder)


class OnServer(StorageContract):
    """A store on a server: a place named by the folder is made when it is first opened, and dropped at the end."""

    address: ClassVar[URL]
    create: ClassVar[str]
    drop: ClassVar[str]
    examples = 10
    steps = 100

    @pytest.fixture
    def store(self, kept: Path) -> Iterator[StorageBackend]:
        """Give an empty store, ready for use."""
        with self.ready(kept) as opened:
            yield opened
        self.run(self.url(self.place(kept)), *(f"DELETE FROM {table.name}" for table in METADATA.sorted_tables))

    def place(self, folder: Path) -> str:
        """Return the name of the place of a folder."""
        return f"kimcore_test_{sha256(str(folder).encode()).hexdigest()[:16]}"

    def url(self, place: str) -> URL:
        """Return the address of a place."""
        raise NotImplementedError

    def open(self, folder: Path) -> SqlStorage:
        """Return the store of the place of a folder."""
        mark = folder / "made"
        if not mark.exists():
            self.run(self.address, self.create.format(self.place(folder)))
            mark.touch()
        return SqlStorage(self.url(self.place(folder)), timeout=0.2)

    def discard(self, folder: Path) -> None:
        """Drop the place."""
        self.run(self.address, self.drop.format(self.place(folder)))

    def run(self, url: URL, *statements: str) -> None:
        """Run statements as another program would."""
        engine = create_engine(url)
        with engine.begin() as connection:
            for statement in statements:
                connection.execute(text(statement))
        engine.dispose()

    def write_newer(self, folder: Path) -> None:
        """Count the version up."""
        self.run(self.url(self.place(folder)), "UPDATE kimcore_version SET version_num = '99'")

    def write_foreign(self, folder: Path) -> None:
        """Make a table that could be the store's own."""
        self.open(folder).close()
        self.run(self.url(self.place(folder)), "CREATE TABLE kimcore_documents (name VARCHAR(9))")

    def write_damage(self, folder: Path) -> None:
        """Change one figure."""
        self.run(self.url(self.place(folder)), "UPDATE kimcore_observations SET value = 7 WHERE value = 1")


class TestPostgresql(OnServer):
    """PostgreSQL, a schema for each test."""

    address = POSTGRESQL
    create, drop = "CREATE SCHEMA {}", "DROP SCHEMA {} CASCADE"

    def url(self, place: str) -> URL:
        """Return the address whose tables are found in the schema."""
        return self.address.update_query_dict({"options": f"-csearch_path={place}"})


class TestMariadb(OnServer):
    """MariaDB, a database for each test."""

    address = MARIADB
    create, drop = "CREATE DATABASE {}", "DROP DATABASE {}"

    def url(self, place: str) -> URL:
        """Return the address of the database."""
        return self.address.set(database=place)
