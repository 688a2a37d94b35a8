"""`python -m kimcore.testing check … --scene …`: the metric contract on a provider without a test file."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.repository.tree import ROOT

Check = Callable[..., "subprocess.CompletedProcess[str]"]
PLACE = "tests.testing.planted_providers"
SCENE = f"{PLACE}.platform:board"


@pytest.fixture
def check(unmeasured: dict[str, str]) -> Check:
    """Give a function that checks a provider of the planted ones."""

    def checked(*arguments: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "kimcore.testing", "check", *arguments]
        return subprocess.run(command, cwd=ROOT, env=unmeasured, capture_output=True, encoding="utf-8", check=False)

    return checked


def test_a_sound_provider(check: Check) -> None:
    """Every law that was asked for holds, exit 0."""
    done = check(f"{PLACE}.sound:Lists", "--scene", SCENE, "--only", "plan or page")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(" laws hold, 0 broken.\n")


def test_a_broken_provider_is_told_law_by_law(check: Check) -> None:
    """Exit 1, with the sentence of the law, what was seen, and where the port is described."""
    done = check(f"{PLACE}.bugs:HiddenIsZero", "--scene", SCENE, "--only", "count", "--seed", "1")
    assert done.returncode == 1
    assert "broken: test_what_is_no_count_is_no_figure" in done.stdout
    assert "law:  A count that is absent, null, negative, a text, a fraction is never read as 0" in done.stdout
    assert "is None" in done.stdout
    assert "kimcore.ports (MetricProvider" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((f"{PLACE}.sound:Posts",), "is a metric provider: name its scene with --scene package.module:scene"),
        ((f"{PLACE}.sound:Posts", "--scene", f"{PLACE}.platform:request"), "is no kimcore.testing.Scene"),
        ((f"{PLACE}.platform:board", "--scene", SCENE), "it lacks plan, parse, supports, hosts"),
        ((f"{PLACE}.sound:Nothing", "--scene", SCENE), "AttributeError"),
        ((f"{PLACE}.sound:Posts", "--scene", "nothing"), "names nothing to check"),
        ((f"{PLACE}.nowhere:Posts", "--scene", SCENE), "No module named"),
    ],
)
def test_a_provider_that_is_not_there(check: Check, arguments: tuple[str, ...], message: str) -> None:
    """Exit 2, with one error that says what to write."""
    done = check(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr
