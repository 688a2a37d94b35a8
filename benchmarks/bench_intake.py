"""How fast a register of 10,000 KIMs is taken in, beside bare reads of the same cells.

    python benchmarks/bench_intake.py [--kims 10000] [--rounds 1]

Every line is measured in a process of its own and counts the processor time of that process and of its children, so
that what else the machine does matters little. The workbook is the made-up demo register, copied until it has so many
KIMs, each with names, numbers, links and people of its own. A line ends with the cells read or the KIMs taken in.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

if __package__ in {None, ""}:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.measuring import Line, show
from benchmarks.scaled import OFFICE, write

TARGETS = {"parse": 0.30}
"""Ratios to openpyxl's bare read that must not be passed."""


def openpyxl(file: Path) -> int:
    """Read every value with openpyxl, read-only."""
    from openpyxl import load_workbook

    book = load_workbook(file, read_only=True)
    cells = sum(len(row) for sheet in book for row in sheet.iter_rows(values_only=True))
    book.close()
    return cells


def calamine(file: Path) -> int:
    """Read every value with calamine, in this process."""
    from python_calamine import CalamineWorkbook

    with CalamineWorkbook.from_path(file) as book:
        return sum(len(row) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python())


def sheets(file: Path) -> int:
    """Read the sheets as the intake does: calamine in a child process with limits."""
    from kimcore.intake import read_sheets

    return sum(len(cells) for sheet in read_sheets(file) for _, cells in sheet.rows)


def parse(file: Path) -> int:
    """Read, parse and validate the register as a workspace does, without a store."""
    from kimcore.geography import RegionCode
    from kimcore.intake import read_register, read_sheets
    from kimcore.intake.collector import paused

    number, office = count(1), RegionCode(OFFICE)
    with paused():
        register = read_register(read_sheets(file), file=file.name, office=office, new_id=lambda: f"k{next(number)}")
    return len(register.kims)


def store(file: Path) -> int:
    """Take the register into a new SQLite store."""
    from kimcore import Workspace

    with tempfile.TemporaryDirectory() as folder, Workspace.open(f"sqlite:///{folder}/kim.db", office=OFFICE) as ws:
        return int(ws.take_in(file).accepted)


MEASURES: dict[str, tuple[Callable[[Path], int], str]] = {
    "openpyxl": (openpyxl, "openpyxl, bare read (read-only)"),
    "calamine": (calamine, "calamine, bare read"),
    "sheets": (sheets, "kimcore, read the sheets"),
    "parse": (parse, "kimcore, read, parse and validate"),
    "store": (store, "kimcore, the same into a new SQLite store"),
}


def spent() -> float:
    """Return the processor seconds of this process and of its children that ended."""
    return sum(os.times()[:4])


def measured(name: str, file: Path) -> tuple[float, float, int]:
    """Measure one line in a process of its own; return processor seconds, seconds, and what was counted."""
    command = [sys.executable, __file__, "--one", name, str(file)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(said[0]), float(said[1]), int(said[2])


def one(name: str, file: Path) -> None:
    """Run one measure here and print what it took."""
    began, before = time.perf_counter(), spent()
    counted = MEASURES[name][0](file)
    print(f"{spent() - before:.3f} {time.perf_counter() - began:.3f} {counted}")


def lines(file: Path, rounds: int) -> list[Line]:
    """Return the lines of the table, each the best of its rounds, as ratios to openpyxl's bare read."""
    best = {name: min(measured(name, file) for _ in range(rounds)) for name in MEASURES}
    base = best["openpyxl"][0]
    return [
        Line(MEASURES[name][1], cpu / base, TARGETS.get(name), f"{cpu:.2f} s CPU, {wall:.2f} s, {counted:,}")
        for name, (cpu, wall, counted) in best.items()
    ]


def main() -> int:
    """Make the workbook and print the table; exit 1 where a target is missed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--kims", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=1)
    options.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.one:
        one(chosen.one[0], Path(chosen.one[1]))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "register.xlsx"
        filled = write(file, chosen.kims)
        print(f"{chosen.kims} KIMs, {filled} filled cells, {file.stat().st_size >> 20} MB")
        return show(lines(file, chosen.rounds))


if __name__ == "__main__":
    sys.exit(main())
