"""Workspaces on stores in memory."""

from collections.abc import Iterator

import pytest

from kimcore.workspace import Workspace
from tests.workspace.registers import DEMO, OFFICE


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    """Return an empty workspace."""
    with Workspace.open("memory:", OFFICE) as found:
        yield found


@pytest.fixture(scope="module")
def district() -> Iterator[Workspace]:
    """Return a workspace that holds the made-up district; tests only read it."""
    with Workspace.open("memory:", OFFICE) as found:
        found.take_in(DEMO)
        yield found
