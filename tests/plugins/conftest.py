"""Distributions that the tests put on the path."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kimcore.workspace import Workspace
from tests.workspace.registers import DEMO, OFFICE

Install = Callable[..., None]


def write_distribution(folder: Path, module: str, *, name: str = "", target: str = "", distribution: str = "") -> None:
    """Write the metadata of a distribution with one entry point; the module is put there by someone else."""
    called = distribution or module
    info = folder / f"{module}-1.2.dist-info"
    info.mkdir()
    metadata = f"Metadata-Version: 2.1\nName: {called}\nVersion: 1.2{called.removeprefix(module)}\n"
    (info / "METADATA").write_text(metadata, encoding="utf-8")
    entry = f"[kimcore.plugins]\n{name or module} = {target or module}\n"
    (info / "entry_points.txt").write_text(entry, encoding="utf-8")


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Give a function that installs a made-up distribution with one module and its entry point."""
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)

    def put(module: str, source: str, *, name: str = "", distribution: str = "") -> None:
        (tmp_path / f"{module}.py").write_text(source, encoding="utf-8")
        write_distribution(tmp_path, module, name=name, distribution=distribution)

    yield put
    for module in set(sys.modules) - before:
        if getattr(sys.modules[module], "__file__", None) and str(tmp_path) in str(sys.modules[module].__file__):
            del sys.modules[module]


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store that holds the made-up district; the tests only read it."""
    path = tmp_path_factory.mktemp("district") / "kimcore.db"
    with Workspace.open(f"sqlite:///{path}", OFFICE) as workspace:
        workspace.take_in(DEMO)
    return path
