"""The contract on every planted provider: `pytest` collects a class for each, and `caught` tells what failed first.

python -m tests.testing.planted_providers.run SEED    prints, as JSON, the first test that fails on each provider
"""

import json
import sys

import pytest
from hypothesis import Phase, settings

from kimcore.testing import MetricProviderContract
from tests.testing.planted_providers.bugs import PLANTS
from tests.testing.planted_providers.platform import board

__all__ = ["caught"]


class OnBoard(MetricProviderContract):
    """The contract on the made-up platform."""

    scene = board


globals().update({f"Test{name}": type(f"Test{name}", (OnBoard,), {"provider": kind}) for name, kind in PLANTS.items()})


class FirstFailures:
    """A plug-in of pytest that runs the tests of each class up to the first that fails, and notes it."""

    def __init__(self) -> None:
        self.found: dict[str, str] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the tests, but for those of a provider that was caught."""
        for item in session.items:
            if item.nodeid.split("::")[1] not in self.found:
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a failure."""
        if report.failed:
            _, kind, test = report.nodeid.split("::")
            self.found.setdefault(kind, test)


def caught(*options: str) -> dict[str, str]:
    """Run the contract on every planted provider, and return the first test that failed by the name of the bug."""
    noted = FirstFailures()
    quiet = ["-p", "no:terminal", "-p", "no:cacheprovider", "-p", "no:logging"]
    settings.register_profile("planted", deadline=None, phases=[Phase.generate], database=None)
    settings.load_profile("planted")
    pytest.main([__file__, "-c", "/dev/null", *quiet, *options], plugins=[noted])
    return {name: noted.found.get(f"Test{name}", "") for name in PLANTS}


if __name__ == "__main__":
    seed, *more = sys.argv[1:]
    sys.stdout.write(json.dumps(caught(f"--hypothesis-seed={seed}", *more), indent=1) + "\n")
