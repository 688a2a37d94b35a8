"""Job: the whole main job per KIM at 10,000 KIMs against 1,000: import to SQLite, assess, map, issues, monitor, report.

    python -m benchmarks.bench_job [SMALL LARGE]

Each size runs in a process of its own; what counts is the CPU time of that process and of its children. The small
size takes turns with the large one often enough for its median to be steady. Both have the same issues: suggestions
of KIMs for issues are as many as both together, and an office of many KIMs has no more issues of the year.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import Line, show
from benchmarks.scaled import OFFICE, write

__all__ = ["lines"]

SMALL, LARGE, SMALL_RUNS = 1_000, 10_000, 3
ISSUES = ("Isu",)


def spent() -> float:
    """Return the CPU seconds of this process and of its children that ended."""
    return sum(os.times()[:4])


def job(file: Path) -> dict[str, float]:
    """Do the whole job on a register and return the CPU seconds of each step."""
    from kimcore.workspace import Workspace
    from kimcore.workspace.demo import DEMO_DATE

    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder, Workspace.open(f"sqlite:///{folder}/kim.db", OFFICE) as workspace:
        for name, step in {
            "import": lambda: workspace.take_in(file),
            "map": lambda: workspace.map(DEMO_DATE),
            "assess": lambda: workspace.assess(DEMO_DATE),
            "issues": lambda: workspace.issues(DEMO_DATE),
            "monitor": lambda: workspace.monitor(until=DEMO_DATE),
            "report": lambda: workspace.report(folder, on=DEMO_DATE),
        }.items():
            before = spent()
            step()
            found[name] = spent() - before
    return found


def measured(file: Path) -> dict[str, float]:
    """Return the CPU seconds of the job in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.bench_job", "--one", str(file)]
    found: dict[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return found


def lines(small: int = SMALL, large: int = LARGE) -> list[Line]:
    """Return the lines of the table: the whole job, then its steps for information."""
    with tempfile.TemporaryDirectory() as folder:
        files = {kims: Path(folder) / f"{kims}.xlsx" for kims in (small, large)}
        for kims, file in files.items():
            write(file, kims, ISSUES)
        runs = [measured(files[small]) for _ in range(SMALL_RUNS - 1)]
        most = measured(files[large])
        runs.append(measured(files[small]))
    few = {name: statistics.median(run[name] for run in runs) for name in most}

    def line(name: str, less: float, more: float, target: float | None) -> Line:
        note = f"{less / small * 1000:.2f} and {more / large * 1000:.2f} ms a KIM"
        return Line(name, (more / large) / (less / small), target, note)

    whole = line(f"whole job per KIM, {large:,} / {small:,}", sum(few.values()), sum(most.values()), 1.2)
    return [whole, *(line(f"  {name}", few[name], most[name], None) for name in most)]


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(job(Path(sys.argv[2]))))
    else:
        sys.exit(show(lines(*map(int, sys.argv[1:]))))
