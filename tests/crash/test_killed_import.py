"""Imports that are killed: the store opens, holds the state before or after, and the import can be repeated."""

import os
import shutil
from pathlib import Path
from random import Random
from subprocess import TimeoutExpired
from time import perf_counter

import pytest

from tests.crash.imports import held, register, started
from tests.workspace.registers import write_register

KILLS = int(os.environ.get("KIMCORE_KILLS", "8"))
"""How many imports are killed; the session `reliability` kills 50."""


@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
def test_a_killed_import_leaves_the_state_before_or_after(tmp_path: Path, unmeasured: dict[str, str]) -> None:
    """Killed at a random moment of its duration, an import is there as a whole or not at all, and can be repeated."""
    first, second = (write_register(tmp_path / f"{n}.xlsx", register(n)) for n in (1, 2))
    base, whole = tmp_path / "base.db", tmp_path / "whole.db"
    done_within(base, first, unmeasured)
    shutil.copyfile(base, whole)
    duration = done_within(whole, second, unmeasured)
    before, after = held(base), held(whole)
    random = Random(20261124)
    for number in range(KILLS):
        store = Path(shutil.copyfile(base, tmp_path / f"{number}.db"))
        killed_after(random.uniform(0, duration), store, second, unmeasured)
        assert held(store) in (before, after)
        if held(store) == before:
            done_within(store, second, unmeasured)
        assert held(store) == after


def done_within(store: Path, file: Path, env: dict[str, str]) -> float:
    """Import a file to the end and return how many seconds the import took once the store was open."""
    process = started(store, file, env)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    begin = perf_counter()
    assert process.communicate(timeout=120)[0] == "done\n"
    return perf_counter() - begin


def killed_after(seconds: float, store: Path, file: Path, env: dict[str, str]) -> None:
    """Kill an import so many seconds after its store was open, unless it ends before."""
    process = started(store, file, env)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    try:
        process.wait(timeout=seconds)
    except TimeoutExpired:
        process.kill()
    process.communicate(timeout=60)
