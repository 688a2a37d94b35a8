"""The command line on a database server: import, assess, report, and no password in what is shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.storage.databases import SERVERS, database
from tests.workspace.registers import DEMO, OFFICE

pytestmark = pytest.mark.server


@pytest.fixture(params=SERVERS)
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    """Give an empty database on each server."""
    with database(request.param) as url:
        yield url


def test_the_main_job(kimcore: Run, url: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A register is taken in, judged and reported from a database named by option or environment, as from a file."""
    imports = [kimcore("import", DEMO, "--office", OFFICE, "--store", store) for store in (url, "sqlite:///kimcore.db")]
    assert imports[0] == imports[1]
    in_file = kimcore("assess", "--office", OFFICE, "--on", "2026-11-24", "--format", "json")
    monkeypatch.setenv("KIMCORE_STORE", url)
    in_database = kimcore("assess", "--office", OFFICE, "--on", "2026-11-24", "--format", "json")
    assert in_database.out == in_file.out
    assert kimcore("report", "--office", OFFICE, "--out", folder / "out").code == 0
    assert list((folder / "out").iterdir())
    other = kimcore("assess", "--office", "99.77")
    assert other.code == 2
    assert "127.0.0.1" in other.err
    assert "kimcore:kimcore@" not in other.err
