"""The tables of the SQL store: made by alembic beside other tables, by one process at a time; others are refused."""

import subprocess
import sys
from collections.abc import Iterator
from importlib.resources import files

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from kimcore.errors import StorageError
from kimcore_plugins.storage.sql import SqlStorage, open_sql
from kimcore_plugins.storage.sql.migration import STEPS, VERSION
from kimcore_plugins.storage.sql.schema import METADATA, VERSION_TABLE
from tests.storage.builders import document, ids, store_all
from tests.storage.databases import SERVERS, database

pytestmark = pytest.mark.server

MIGRATE = """
import sys
from kimcore_plugins.storage.sql import open_sql
for url in sys.argv[1:]:
    store = open_sql(url)
    print(store.migrate().current)
    store.close()
"""


@pytest.fixture(params=SERVERS)
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give an empty database on each server."""
    with database(request.param) as url:
        yield url


@pytest.fixture
def store(url: str) -> Iterator[SqlStorage]:
    """Give a store without tables."""
    opened = open_sql(url)
    yield opened
    opened.close()


def do(store: SqlStorage, *statements: str) -> None:
    """Run statements in the database of a store."""
    with store.engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def code(store: SqlStorage, use: str) -> str:
    """Return the code of the error that a use of the store raises."""
    begin = store.unit_of_work().__enter__
    with pytest.raises(StorageError) as caught:
        (begin if use == "unit" else getattr(store, use))()
    return caught.value.code


def test_made_once(store: SqlStorage) -> None:
    """A store is planned without being touched, made once, and as the statements know it; other tables stay."""
    do(store, "CREATE TABLE others (id INTEGER)", "INSERT INTO others VALUES (1)")
    assert code(store, "unit") == code(store, "verify") == "store_not_ready"
    assert store.plan_migration() == store.plan_migration()
    assert (store.plan_migration().current, store.plan_migration().steps) == (0, STEPS)
    assert store.migrate().steps == STEPS
    assert store.migrate().steps == store.plan_migration().steps == ()
    store_all(store, document())
    assert store.migrate().current == VERSION
    assert ids(store) == ["a"]
    with store.engine.connect() as connection:
        mine = {
            "version_table": VERSION_TABLE,
            "include_name": lambda name, kind, _: kind != "table" or name != "others",
        }
        context = MigrationContext.configure(connection, opts=mine | {"compare_type": True})
        assert compare_metadata(context, METADATA) == []
        assert connection.execute(text("SELECT count(*) FROM others")).scalar() == 1


def test_several_processes_at_once(unmeasured: dict[str, str]) -> None:
    """Processes that make the store at once all succeed, and one of them makes it."""
    with database("postgresql") as one, database("mariadb") as two:
        command = [sys.executable, "-c", MIGRATE, one, two]
        making = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=unmeasured) for _ in range(2)]
        said = [process.communicate(timeout=60)[0].split() for process in making]
    assert sorted(first for first, _ in said) == sorted(second for _, second in said) == ["0", "1"]


@pytest.mark.parametrize(
    ("statements", "refused"),
    [
        (["CREATE TABLE kimcore_documents (id INTEGER)"], "store_foreign"),
        (["CREATE TABLE kimcore_version (id INTEGER)"], "store_foreign"),
        (["CREATE TABLE kimcore_version (version_num VARCHAR(32))", "INSERT INTO kimcore_version VALUES ('9f3a')"], ""),
        (
            ["CREATE TABLE kimcore_version (version_num VARCHAR(32))", "INSERT INTO kimcore_version VALUES ('2')"],
            "newer",
        ),
    ],
)
def test_what_is_not_ours_is_refused(store: SqlStorage, statements: list[str], refused: str) -> None:
    """Tables of another application under our names, and those of a newer version, are refused and left alone."""
    do(store, *statements)
    expected = {"": "store_foreign", "newer": "store_newer"}.get(refused, refused)
    assert {code(store, use) for use in ("unit", "migrate", "verify")} == {expected}
    if expected == "store_newer":
        assert store.plan_migration().is_newer
    else:
        assert code(store, "plan_migration") == "store_foreign"
    with store.engine.connect() as connection:
        name = statements[0].split()[2]
        assert connection.execute(text(f"SELECT count(*) FROM {name}")).scalar() == len(statements) - 1


def test_a_migration_that_broke_off(store: SqlStorage) -> None:
    """Where only a part of the tables was made, as a server that died may leave it, the next call makes the others."""
    store.migrate()
    do(store, f"DELETE FROM {VERSION_TABLE}", "DROP TABLE kimcore_claims", "DROP TABLE kimcore_observations")
    assert code(store, "unit") == "store_not_ready"
    assert store.migrate().current == 0
    with store.unit_of_work() as unit:
        assert unit.claim("key")


def test_another_migrates_for_too_long(store: SqlStorage) -> None:
    """A process that waits too long for another to migrate gets a typed error."""
    store.timeout = 0.05
    with store.migrating() as connection, store.server.migrating(connection, 1) as is_alone:
        assert is_alone
        assert code(store, "migrate") == "store_locked"
    assert store.migrate().current == 0


def test_migrations_are_package_data() -> None:
    """Each version has its script, found beside the code, with no file of settings."""
    scripts = files("kimcore_plugins.storage.sql") / "migrations" / "versions"
    assert len([s for s in scripts.iterdir() if s.name.endswith(".py")]) == VERSION
