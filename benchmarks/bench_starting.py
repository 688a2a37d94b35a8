"""Starting: whole processes that import kimcore and print its help, against those that import what it rests on.

python -m benchmarks.bench_starting
"""

import sys

from benchmarks.measuring import Line, medians, process_cpu, show

__all__ = ["lines"]

REPEATS = 41
WORK = {
    "attrs": process_cpu("-c", "import attrs"),
    "kim": process_cpu("-c", "import kimcore; kimcore.Kim"),
    "click": process_cpu("-c", "import click"),
    "help": process_cpu("-m", "kimcore", "--help"),
}


def lines() -> list[Line]:
    """Return the lines of the table."""
    found = medians(WORK, REPEATS)

    def line(name: str, ours: str, theirs: str, target: float) -> Line:
        figures = f"{found[ours] * 1000:.0f} to {found[theirs] * 1000:.0f} ms"
        return Line(name, found[ours] / found[theirs], target, figures)

    return [
        line("import kimcore; kimcore.Kim / import attrs", "kim", "attrs", 1.3),
        line("kimcore --help / import click", "help", "click", 1.5),
    ]


if __name__ == "__main__":
    sys.exit(show(lines()))
