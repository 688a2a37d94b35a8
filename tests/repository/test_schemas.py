"""The published schemas are those of the code."""

import importlib.util
from types import ModuleType

import pytest

from tests.repository.tree import ROOT


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """Return scripts/schemas.py as a module."""
    spec = importlib.util.spec_from_file_location("kimcore_schemas_script", ROOT / "scripts" / "schemas.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_schemas_are_up_to_date(script: ModuleType) -> None:
    """The package data is what the script makes now: else run `python scripts/schemas.py`."""
    assert {path.name: path.read_text("utf-8") for path in script.TARGET.iterdir()} == script.schemas()
