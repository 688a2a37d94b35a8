"""The contract on every planted store: `pytest` collects a class for each, and `caught` tells what failed first.

python -m tests.testing.planted.run SEED [-k EXPRESSION]    prints, as JSON, the first test that fails on each store
"""

import json
import sys
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from kimcore.testing import StorageContract
from kimcore.testing.contracts.opening import FolderAt
from kimcore_plugins.storage.memory import MemoryStorage
from tests.testing.planted import figures, texts, transactions  # noqa: F401  (they register their stores)
from tests.testing.planted.store import PLANTS

__all__ = ["caught"]


WITH_EXAMPLES = ("test_any_series_of_operations", "test_any_text_comes_back", "test_the_last_record_of_each_key_stands")


class InMemory(StorageContract):
    """The contract for stores that use no folder, so that none is made; few rows are many enough."""

    sizes = (9,)
    kind: type[MemoryStorage]

    def open(self, folder: Path) -> MemoryStorage:  # noqa: ARG002
        """Return a store that waits for next to nothing."""
        return self.kind(timeout=0.001)

    @pytest.fixture
    def folder_at(self) -> FolderAt:
        """Give the name of a folder that is not there."""
        return Path


globals().update({f"Test{name}": type(f"Test{name}", (InMemory,), {"kind": kind}) for name, kind in PLANTS.items()})


class FirstFailures:
    """A plug-in of pytest that runs the tests of each class up to the first that fails, and notes it."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the tests, those without examples first, but for those of a store that was caught."""
        for item in sorted(session.items, key=lambda item: item.name in WITH_EXAMPLES):
            if item.nodeid.split("::")[1] not in self.found:
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a failure."""
        if report.failed:
            _, kind, test = report.nodeid.split("::")
            self.found.setdefault(kind, test)


def caught(*options: str) -> dict[str, str]:
    """Run the contract on every planted store, and return the first test that failed by the name of the store."""
    noted = FirstFailures()
    quiet = ["-p", "no:terminal", "-p", "no:cacheprovider", "-p", "no:logging"]
    settings.register_profile("planted", deadline=None, phases=[Phase.generate], database=None)
    settings.load_profile("planted")
    pytest.main([__file__, "-c", "/dev/null", *quiet, *options], plugins=[noted])
    return {name: noted.found.get(f"Test{name}", "") for name in PLANTS}


if __name__ == "__main__":
    seed, *more = sys.argv[1:]
    sys.stdout.write(json.dumps(caught(f"--hypothesis-seed={seed}", *more), indent=1) + "\n")
