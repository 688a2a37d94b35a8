"""The metric contract on two sound providers, and what it makes of planted bugs."""

import json
import subprocess
import sys

import pytest

from kimcore.testing import MetricProviderContract
from tests.repository.tree import ROOT
from tests.testing.planted_providers.platform import board
from tests.testing.planted_providers.sound import Lists, Posts


class TestPosts(MetricProviderContract):
    """Posts by their ids, in batches."""

    provider = Posts
    scene = board


class TestLists(MetricProviderContract):
    """Posts page by page; the scene itself instead of a function."""

    provider = Lists
    scene = board()


KNOWN = """
from kimcore.testing import MetricProviderContract
from tests.testing.planted_providers.bugs import LimitIsPermanent
from tests.testing.planted_providers.platform import board
from tests.testing.planted_providers.sound import Posts

WHEN = ("in seconds", "with a date", "without a time", "with an absurd time")

class TestKnown(MetricProviderContract):
    provider = LimitIsPermanent
    scene = board
    known_failures = {f"test_a_fault_of_the_token_stops[429 {when}]": "limits are to be read" for when in WHEN}

class TestMended(TestKnown):
    provider = Posts
    known_failures = {"test_a_fault_of_the_token_stops[401]": "it is told otherwise"}
"""


def test_one_case_of_a_law_can_be_known_to_fail(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault that a provider does not stand yet is named in brackets; the others must hold, and so must it fail."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makepyfile(KNOWN)
    result = pytester.runpytest_subprocess("-k", "token_stops", "-p", "no:cacheprovider", "-rxfE")
    result.assert_outcomes(passed=1, xfailed=4, failed=5)


def test_a_case_that_there_is_not_is_refused() -> None:
    """A misspelt case is refused when the class is made, and those that there are are named."""
    for test in ("test_a_fault_of_the_token_stops[402]", "test_it_says_what_it_is[401]"):
        with pytest.raises(TypeError, match="has no case '40"):
            type("TestMine", (TestPosts,), {"known_failures": {test: "a reason"}, "__module__": __name__})


@pytest.mark.parametrize("seed", [1, 22, 333])
def test_every_planted_bug_is_caught(seed: int, unmeasured: dict[str, str]) -> None:
    """Each of the providers with one bug breaks a law, in three runs with different seeds."""
    command = [sys.executable, "-m", "tests.testing.planted_providers.run", str(seed)]
    done = subprocess.run(command, cwd=ROOT, env=unmeasured, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert len(found) >= 8
    assert [name for name, test in found.items() if not test] == []
