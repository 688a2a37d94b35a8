"""Distributions that the tests put on the path."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Give a function that installs a made-up distribution with one module and its entry point."""
    monkeypatch.syspath_prepend(tmp_path)
    before = set(sys.modules)

    def put(module: str, source: str, *, name: str = "", distribution: str = "") -> None:
        (tmp_path / f"{module}.py").write_text(source, encoding="utf-8")
        folder = tmp_path / f"{distribution or module}-1.2.dist-info"
        folder.mkdir()
        metadata = f"Metadata-Version: 2.1\nName: {distribution or module}\nVersion: 1.2\n"
        (folder / "METADATA").write_text(metadata, encoding="utf-8")
        (folder / "entry_points.txt").write_text(f"[kimcore.plugins]\n{name or module} = {module}\n", encoding="utf-8")

    yield put
    for module in set(sys.modules) - before:
        if getattr(sys.modules[module], "__file__", None) and str(tmp_path) in str(sys.modules[module].__file__):
            del sys.modules[module]
