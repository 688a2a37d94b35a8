"""`python -m kimcore.testing check`: the contract on a store without a test file."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Check = Callable[..., "subprocess.CompletedProcess[str]"]
SOUND = """
from kimcore_plugins.storage.memory import MemoryStorage

def open(folder):
    return MemoryStorage(timeout=0.001)

class ClosedWorks(MemoryStorage):
    def close(self):
        pass

def broken(folder):
    return ClosedWorks(timeout=0.001)

def failing(folder):
    raise RuntimeError("no such server")
"""


@pytest.fixture
def check(tmp_path: Path, unmeasured: dict[str, str]) -> Check:
    """Give a function that checks a store of a module in a folder."""
    (tmp_path / "mine.py").write_text(SOUND, "utf-8")

    def checked(*arguments: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "kimcore.testing", *arguments]
        return subprocess.run(command, cwd=tmp_path, env=unmeasured, capture_output=True, encoding="utf-8", check=False)

    return checked


def test_a_sound_store(check: Check, tmp_path: Path) -> None:
    """Every law that was asked for holds, exit 0; nothing is left in the folder."""
    done = check("check", "mine:open", "--only", "unit")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(" laws hold, 0 broken.\n")
    assert {path.name for path in tmp_path.iterdir()} <= {"mine.py", "__pycache__"}


def test_a_broken_store_is_told_law_by_law(check: Check) -> None:
    """Exit 1, with the sentence of the law and what was seen."""
    done = check("check", "mine:broken", "--only", "closed or text", "--seed", "1")
    assert done.returncode == 1
    assert "broken: test_a_closed_store_gives_no_units" in done.stdout
    assert "law:  A closed store refuses a new unit with `store_closed`" in done.stdout
    assert "seen: Failed: DID NOT RAISE" in done.stdout
    assert ", 1 broken." in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("check", "mine:failing"), "mine:failing cannot be opened and migrated: RuntimeError: no such server"),
        (("check", "mine:nothing"), "AttributeError"),
        (("check", "nothing:open"), "No module named 'nothing'"),
        (("check", "nothing"), "write package.module:function"),
        (("check", "none:///{folder}/x"), "no adapter for 'none'"),
        (("check",), "TARGET"),
        (("chekc", "mine:open"), "invalid choice"),
    ],
)
def test_a_store_that_is_not_there(check: Check, arguments: tuple[str, ...], message: str) -> None:
    """Exit 2, with one error that says what to write."""
    done = check(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr
