"""Every kind of hostile or broken file is one clear error, soon and in little memory, and the store stays as it was."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from kimcore.errors import Unreadable
from kimcore.intake import read_sheets, reader
from kimcore.workspace import Workspace
from tests.intake.hostile.kinds import KINDS, RefusedKind
from tests.workspace.registers import DEMO, OFFICE

SECONDS = 10
MEGABYTES = 256

UNLIMITED = """
import runpy, sys
sys.modules["resource"] = None
runpy.run_path({program!r}, run_name="__main__")
"""


MEASURED = """
import os, subprocess, sys, time
started = time.monotonic()
process = subprocess.Popen(sys.argv[2:], stdin=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
with open(sys.argv[1], "w") as file:
    print(time.monotonic() - started, used.ru_maxrss, file=file)
os._exit(os.waitstatus_to_exitcode(status))
"""
"""Runs a command and writes how long it took and how large the largest of its processes was.

It does so in a small process of its own: a system counts a child as large as its parent was when it was started.
"""


class Ended(NamedTuple):
    """How a command ended: exit code, stdout, stderr, seconds, and megabytes of the largest of its processes."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: float


def command(folder: Path, environment: dict[str, str], *arguments: object) -> Ended:
    """Run the command line as a program, and measure it with all its children where the system tells (Linux)."""
    measured = folder / "measured"
    measured.write_text("0 0", "utf-8")
    watch = [sys.executable, "-c", MEASURED, str(measured)] if sys.platform == "linux" else []
    line = [*watch, sys.executable, "-m", "kimcore", *map(str, arguments)]
    done = subprocess.run(line, cwd=folder, env=environment, capture_output=True, check=False, timeout=60)
    seconds, kilobytes = map(float, measured.read_text("utf-8").split())
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode(), seconds, kilobytes / 1024)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store that holds the made-up district; it is copied, not used."""
    path = tmp_path_factory.mktemp("stored") / "kimcore.db"
    with Workspace.open(f"sqlite:///{path}", OFFICE) as workspace:
        workspace.take_in(DEMO)
    return path


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[RefusedKind], Path]:
    """Return the file of a kind; it is made once, and only read."""

    @cache
    def file(kind: RefusedKind) -> Path:
        path = tmp_path_factory.mktemp("made") / kind.file
        kind.make(path)
        return path

    return file


Made = Callable[[RefusedKind], Path]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_one_clear_error(
    kind: RefusedKind, made: Made, stored: Path, tmp_path: Path, unmeasured: dict[str, str]
) -> None:
    """The command line names the file and what is wrong, within 10 s and 256 MB, and changes no byte of the store."""
    store, file = tmp_path / "kimcore.db", made(kind)
    shutil.copy(stored, store)
    ended = command(tmp_path, unmeasured, "import", file, "--store", f"sqlite:///{store}", "--lang", "en")
    assert (ended.code, ended.out) == (2, ""), ended.err
    assert kind.file in ended.err
    assert "Traceback" not in ended.err
    assert len(ended.err.splitlines()) <= 3
    assert store.read_bytes() == stored.read_bytes()
    assert ended.seconds < SECONDS
    assert ended.megabytes < MEGABYTES


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_code_of_the_error(kind: RefusedKind, made: Made) -> None:
    """The error has a code of its own, is said in both languages, and names the file alone, not its folder."""
    with pytest.raises(Unreadable) as caught:
        read_sheets(made(kind))
    assert caught.value.code == kind.code
    assert caught.value.say("id").startswith(f"{kind.file}: ")
    assert caught.value.say("id") != caught.value.say("en")
    assert "{" not in caught.value.say("id") + caught.value.say("en")


@pytest.fixture
def unlimited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unmeasured: dict[str, str]) -> None:
    """Let the child run as on a system that cannot limit a process: without `resource`, and without coverage."""
    for name in os.environ.keys() - unmeasured.keys():
        monkeypatch.delenv(name)
    program = tmp_path / "unlimited.py"
    program.write_text(UNLIMITED.format(program=str(reader.PROGRAM)), "utf-8")
    monkeypatch.setattr(reader, "PROGRAM", program)


@pytest.mark.usefixtures("unlimited")
@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_without_limits_of_the_system(kind: RefusedKind, made: Made) -> None:
    """Where a process cannot be limited the same files are refused, by what is counted before they are opened."""
    file, started = made(kind), time.monotonic()
    with pytest.raises(Unreadable) as caught:
        read_sheets(file)
    assert caught.value.code == kind.code
    assert time.monotonic() - started < SECONDS


def test_the_error_for_programs(tmp_path: Path, unmeasured: dict[str, str]) -> None:
    """A program gets the same error, still no traceback and no half document."""
    KINDS["zip bomb"].make(tmp_path / "a.xlsx")
    ended = command(tmp_path, unmeasured, "import", "a.xlsx", "--office", OFFICE, "--format", "json")
    assert (ended.code, "Traceback" in ended.err) == (2, False)
    assert not ended.out or json.loads(ended.out)
