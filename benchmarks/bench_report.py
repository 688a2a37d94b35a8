"""Report: the report workbook against xlsxwriter, which writes the very same cells and formats and nothing else.

    python -m benchmarks.bench_report [KIMS]

Both write in the default mode (`in_memory`, not `constant_memory`, which cannot go back to a row). The cells that
xlsxwriter writes are those that the report's own writer wrote, recorded on the way: texts, numbers and their formats.
"""

import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import xlsxwriter

from benchmarks.measuring import Line, medians, show, steps
from benchmarks.scaled import OFFICE, write
from kimcore.tables import Report
from kimcore.workspace import Workspace
from kimcore.workspace.demo import DEMO_DATE
from kimcore_plugins.reports.xlsx import OPTIONS, fill

__all__ = ["lines"]

KIMS, REPEATS = 1000, 7
Call = tuple[str, int, int, Any, dict[str, Any]]


def report_of(kims: int) -> Report:
    """Return the report of a made-up district of so many KIMs."""
    with tempfile.TemporaryDirectory() as folder, Workspace.open("memory:", OFFICE) as workspace:
        file = Path(folder) / "register.xlsx"
        write(file, kims, ("Isu",))
        workspace.take_in(file)
        return workspace.compose(DEMO_DATE)


def recorded(report: Report) -> list[list[Call]]:
    """Return the cells that the report's writer writes, sheet by sheet: method, row, column, value, format."""
    sheets: dict[int, list[Call]] = {}
    kind: Any = xlsxwriter.worksheet.Worksheet
    kept = {name: getattr(kind, name) for name in ("write_string", "write_number")}

    def noting(name: str) -> Callable[..., Any]:
        def method(self: Any, row: int, column: int, value: Any, look: Any = None, *more: Any) -> Any:
            sheets.setdefault(id(self), []).append((name, row, column, value, {} if look is None else vars(look)))
            return kept[name](self, row, column, value, look, *more)

        return method

    for name in kept:
        setattr(kind, name, noting(name))
    try:
        fill(report, io.BytesIO(), "id")
    finally:
        for name, method in kept.items():
            setattr(kind, name, method)
    return list(sheets.values())


def bare(sheets: list[list[Call]]) -> None:
    """Write the same cells with xlsxwriter alone, each with a format as there is one in the report."""
    book = xlsxwriter.Workbook(io.BytesIO(), OPTIONS)
    looks: dict[int, Any] = {}
    for cells in sheets:
        sheet = book.add_worksheet()
        methods = {name: getattr(sheet, name) for name in ("write_string", "write_number")}
        for name, row, column, value, look in cells:
            if id(look) not in looks:
                looks[id(look)] = book.add_format({"text_wrap": True, "num_format": look.get("num_format", "General")})
            methods[name](row, column, value, looks[id(look)])
    book.close()


def lines(kims: int = KIMS) -> list[Line]:
    """Return the line of the table."""
    report = report_of(kims)
    sheets = recorded(report)
    found = medians(steps(ours=lambda: fill(report, io.BytesIO(), "id"), bare=lambda: bare(sheets)), REPEATS)
    cells = sum(map(len, sheets))
    note = f"{found['ours']:.2f} to {found['bare']:.2f} s, {cells:,} cells of {kims:,} KIMs"
    return [Line("report workbook / xlsxwriter", found["ours"] / found["bare"], 1.2, note)]


if __name__ == "__main__":
    sys.exit(show(lines(*map(int, sys.argv[1:]))))
