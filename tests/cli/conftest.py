"""Running the command line in this process, on the made-up district."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from kimcore.cli import run
from kimcore.workspace import Workspace
from tests.workspace.made_works import keep_works
from tests.workspace.registers import DEMO, OFFICE


class Ran(NamedTuple):
    """What a command left: exit code, stdout, stderr."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The one document on stdout."""
        found: dict[str, Any] = json.loads(self.out)
        return found


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, without settings from outside."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KIMCORE_STORE", raising=False)
    monkeypatch.setenv("LOGNAME", "account")
    return tmp_path


@pytest.fixture
def kimcore(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command in this process."""

    def ran(*arguments: object) -> Ran:
        capsys.readouterr()
        code = run([str(a) for a in arguments])
        return Ran(code, *capsys.readouterr())

    return ran


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store that holds the made-up district; it is copied, not used."""
    path = tmp_path_factory.mktemp("imported") / "kimcore.db"
    with Workspace.open(f"sqlite:///{path}", OFFICE) as workspace:
        workspace.take_in(DEMO)
    return path


@pytest.fixture
def district(folder: Path, imported: Path) -> Path:
    """Put the made-up district into the working folder, as the default store."""
    return Path(shutil.copyfile(imported, folder / "kimcore.db"))


@pytest.fixture(scope="session")
def kept_works(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Return a store that holds the made-up district and its works; it is copied, not used."""
    path = tmp_path_factory.mktemp("works") / "kimcore.db"
    with Workspace.open(f"sqlite:///{path}", OFFICE) as workspace:
        workspace.take_in(DEMO)
        return path, keep_works(workspace)


@pytest.fixture
def ids(folder: Path, kept_works: tuple[Path, dict[str, str]]) -> dict[str, str]:
    """Put the store into the working folder, and return the ids of its works."""
    shutil.copyfile(kept_works[0], folder / "kimcore.db")
    return kept_works[1]
