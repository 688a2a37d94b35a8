"""The report of the made-up district."""

from collections.abc import Iterator

import pytest

from kimcore.tables import Report
from kimcore.workspace import Workspace
from tests.workspace.registers import DEMO, OFFICE, ON


@pytest.fixture(scope="session")
def workspace() -> Iterator[Workspace]:
    """Return a workspace that holds the made-up district; tests only read it."""
    with Workspace.open("memory:", OFFICE) as found:
        found.take_in(DEMO)
        yield found


@pytest.fixture(scope="session")
def report(workspace: Workspace) -> Report:
    """Return its report."""
    return workspace.compose(ON, villages=DEMO.with_name("villages.csv"))
