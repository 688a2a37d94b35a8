"""The storage contract is itself tested: every planted bug is caught, whatever the seed."""

import json
import subprocess
import sys

import pytest

from tests.repository.tree import ROOT


@pytest.mark.parametrize("seed", [1, 22, 333])
def test_every_planted_bug_is_caught(seed: int, unmeasured: dict[str, str]) -> None:
    """Each of the stores with one bug breaks a law, in three runs with different seeds."""
    command = [sys.executable, "-m", "tests.testing.planted.run", str(seed), "-k", "not declared"]
    done = subprocess.run(command, cwd=ROOT, env=unmeasured, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert len(found) >= 12
    assert [name for name, test in found.items() if not test] == []
