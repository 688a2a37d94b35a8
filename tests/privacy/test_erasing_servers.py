"""Erasing a person on a database server: no row of any table holds the person any more, and the store is sound."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import MetaData, create_engine, select, text

from kimcore.errors import NotFound
from kimcore.results import CopyState
from kimcore.workspace import Workspace
from kimcore_plugins.storage.sql.schema import METADATA
from tests.crash.private_servers import PrivateServer, private_server
from tests.privacy.people import NAME, TRACES, filled
from tests.storage.databases import SERVERS, database

pytestmark = pytest.mark.server

EVERYWHERE = (*TRACES, "0811-7777-8888")


@pytest.fixture(params=SERVERS)
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give an empty database on each server."""
    with database(request.param) as url:
        yield url


@pytest.fixture
def office(url: str, tmp_path: Path) -> Iterator[Workspace]:
    """Give an office on a server whose records name a person everywhere."""
    with filled(tmp_path, url) as workspace:
        yield workspace


def cells_with(url: str, *traces: str) -> set[str]:
    """Return the columns, of every table that the store may see, in which a trace stands in some row."""
    engine, found = create_engine(url), MetaData()
    found.reflect(engine)
    with engine.connect() as connection:
        cells = {
            f"{table.name}.{column.name}"
            for table in found.sorted_tables
            for column in table.columns
            for (value,) in connection.execute(select(column))
            if any(trace.casefold() in text_of(value) for trace in traces)
        }
    engine.dispose()
    return cells


def text_of(value: object) -> str:
    """Return a cell as text, its bytes one by one, without case."""
    return (value.decode("latin-1") if isinstance(value, bytes) else str(value)).casefold()


def test_no_cell_of_the_person_is_left(office: Workspace, url: str) -> None:
    """Every column of every table is looked through, before and after; the store and its audit log are sound."""
    assert cells_with(url, *EVERYWHERE) == {"kimcore_documents.payload"}
    noted = len(office.audit().rows)
    done = office.erase(NAME)
    assert cells_with(url, *EVERYWHERE) == set()
    assert office.verify().is_sound
    assert len(office.audit().rows) > noted
    with pytest.raises(NotFound):
        office.person(NAME)
    assert [one.state for one in done.files] == [CopyState.SERVER]


def test_the_others_stay(office: Workspace, url: str) -> None:
    """Who was not meant is found as before."""
    office.erase(NAME)
    assert cells_with(url, "Orang Kedua", "Orang Lain") == {"kimcore_documents.payload"}


def test_a_dry_run_changes_no_cell(office: Workspace, url: str) -> None:
    """It lists the places alone."""
    tried = office.erase(NAME, dry_run=True)
    assert tried.rows
    assert cells_with(url, *EVERYWHERE) == {"kimcore_documents.payload"}
    assert office.erase(NAME).rows == tried.rows


def files_with(server: PrivateServer, *traces: str) -> set[str]:
    """Return the files of a server in which a trace stands; one that goes meanwhile holds nothing."""
    sought, found = [trace.casefold().encode() for trace in traces], set()
    for path in (path for path in server.folder.rglob("*") if path.is_file()):
        with suppress(FileNotFoundError):
            content = path.read_bytes().lower()
            found |= {path.name} if any(trace in content for trace in sought) else set()
    return found


def run(server: PrivateServer, *statements: str) -> None:
    """Run statements as the administrator of a server."""
    engine = create_engine(server.url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def clear(server: PrivateServer) -> None:
    """Do what the guide asks of an administrator after an erasure."""
    if server.kind == "postgresql":
        run(server, "VACUUM FULL", *["CHECKPOINT", "SELECT pg_switch_wal()"] * 10, "CHECKPOINT")
        return
    run(server, *(f"OPTIMIZE TABLE {table.name}" for table in METADATA.sorted_tables))
    run(server, "SET GLOBAL innodb_fast_shutdown = 0")
    server.stop()
    server.start()
    run(server, *(f"SET GLOBAL innodb_log_file_size = {size << 20}" for size in (64, 96)))


@pytest.mark.parametrize("kind", SERVERS)
def test_what_a_server_keeps_is_cleared_as_the_guide_says(kind: str, tmp_path: Path) -> None:
    """The files of the server hold the person after an erasure, and no more after what its administrator does."""
    with private_server(kind) as server:
        with filled(tmp_path, server.url) as office:
            office.erase(NAME)
        assert files_with(server, *EVERYWHERE)
        clear(server)
        assert files_with(server, *EVERYWHERE) == set()
        with Workspace.open(server.url) as office:
            assert office.verify().is_sound
