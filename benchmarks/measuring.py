"""Measuring: ratios of CPU time, from one run in which the things compared take turns; and the table of verdicts."""

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

__all__ = ["Line", "medians", "process_cpu", "show", "steps"]


class Line(NamedTuple):
    """One line of the table: what was measured, the ratio, its target (None: for information), and the figures."""

    name: str
    measured: float
    target: float | None
    note: str = ""

    @property
    def verdict(self) -> str:
        """`ok` where the ratio is within the target, else `SLOW`; a dash where there is none."""
        if self.target is None:
            return "–"
        return "ok" if self.measured <= self.target else "SLOW"


def steps(**work: Callable[[], object]) -> dict[str, Callable[[], float]]:
    """Return pieces of work as functions that give their CPU seconds."""

    def timed(run: Callable[[], object]) -> Callable[[], float]:
        def once() -> float:
            gc.collect()
            start = time.process_time()
            run()
            return time.process_time() - start

        return once

    return {name: timed(run) for name, run in work.items()}


def medians(work: dict[str, Callable[[], float]], repeats: int) -> dict[str, float]:
    """Return the median of each piece of work, the pieces taking turns; the first round does not count."""
    found: dict[str, list[float]] = {name: [] for name in work}
    for turn in range(repeats + 1):
        for name, run in work.items():
            seconds = run()
            if turn:
                found[name].append(seconds)
    return {name: statistics.median(seconds) for name, seconds in found.items()}


def process_cpu(*command: str) -> Callable[[], float]:
    """Return a function that runs a process of this Python and gives its CPU seconds, user and system.

    The process may keep the bytecode it compiles, as an installed package has it.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def once() -> float:
        before = spent_by_children()
        subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL, env=environment)
        return spent_by_children() - before

    return once


def spent_by_children() -> float:
    """Return the CPU seconds of child processes that ended; in steps of 10 ms where the system has no `resource`."""
    try:
        from resource import RUSAGE_CHILDREN, getrusage
    except ImportError:
        times = os.times()
        return times.children_user + times.children_system
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def show(lines: Iterable[Line]) -> int:
    """Print the table; return 1 where a target is missed, else 0."""
    head = ("what", "measured", "target", "verdict", "figures of this run")
    rows = [
        (x.name, f"{x.measured:.2f}", "–" if x.target is None else f"{x.target:.2f}", x.verdict, x.note) for x in lines
    ]
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for row in (head, tuple("-" * width for width in widths), *rows):
        print("  ".join(aligned(row, widths)).rstrip())
    return int(any(row[3] == "SLOW" for row in rows))


def aligned(row: Sequence[Any], widths: Sequence[int]) -> list[str]:
    """Return the cells of a row at the widths of their columns, numbers to the right."""
    return [c.rjust(w) if i in {1, 2} else c.ljust(w) for i, (c, w) in enumerate(zip(row, widths, strict=True))]
