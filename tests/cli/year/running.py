"""The script of the year as a process that can be told to go on, or killed with the command that it is giving."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from json import loads
from pathlib import Path
from time import perf_counter
from typing import Any

from kimcore.cli import run

__all__ = ["Script", "held", "is_sound"]

OFFICE = ("--office", "99.01")


class Script:
    """The script; before and after each command of the numbers in `alone` it waits until it is told to go on."""

    def __init__(self, store: str, folder: Path, alone: Iterable[int]) -> None:
        command = [sys.executable, "-m", "tests.cli.year.script", store, str(folder), *map(str, alone)]
        env = {name: value for name, value in os.environ.items() if not name.startswith(("COVERAGE_", "KIMCORE_"))}
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[3],
            env=env | {"LOGNAME": "account"},
            start_new_session=True,
        )

    def reach(self, what: str) -> None:
        """Wait until the script says something."""
        said = []
        while (line := self.process.stderr.readline()) != f"{what}\n":  # type: ignore[union-attr]
            said.append(line)
            assert line, "".join(said)[-3000:]

    def go_on(self) -> None:
        """Let the script go on."""
        self.process.stdin.write("\n")  # type: ignore[union-attr]
        self.process.stdin.flush()  # type: ignore[union-attr]

    def take(self, number: int) -> float:
        """Let the script give a command for which it waits, and return how many seconds that took."""
        begin = perf_counter()
        self.go_on()
        self.reach(f"ended {number}")
        return perf_counter() - begin

    def kill_within(self, seconds: float) -> None:
        """Let the script give a command for which it waits, and kill both of them after so many seconds."""
        self.go_on()
        try:
            self.process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate(timeout=60)
        assert self.process.returncode == -signal.SIGKILL

    def end(self) -> None:
        """Wait for the end of the year."""
        _, said = self.process.communicate(timeout=300)
        assert self.process.returncode == 0, said[-3000:]


def held(store: str) -> dict[str, Any]:
    """Return everything that a store holds, nothing before the first import; no imports that changed nothing."""
    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()):
        if run(["export", "--full", "--store", store, *OFFICE]):
            return {}
    found = without(loads(out.getvalue()))
    return found | {"imports": [without(i) for i in found["imports"] if i.get("accepted") or i.get("changes")]}


def without(found: dict[str, Any]) -> dict[str, Any]:
    """Return a document without what tells when it was made."""
    return {key: value for key, value in found.items() if key not in WHEN}


WHEN = ("on", "exported_at", "id", "taken_at")
"""What tells when an export or import was made, and which one it was."""


def is_sound(store: str) -> bool:
    """Tell whether the command that verifies a store finds nothing wrong, or the store holds nothing yet."""
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        return run(["verify", "--store", store]) == 0 or not held(store)
