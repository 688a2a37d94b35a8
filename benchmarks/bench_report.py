"""Report: the report workbook against xlsxwriter, which writes the very same cells and formats and nothing else.

    python -m benchmarks.bench_report [KIMS]

xlsxwriter writes by `write(row, column, value, format)`; beside it stands the ratio where it is told the type of each
value. Both write in the default mode (`in_memory`; `constant_memory` cannot go back to a row). The cells are those that
the report's own writer wrote, recorded on the way: texts, numbers and their formats; it also sets heights of rows,
links, filters and what is needed to print.
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


def bare(sheets: list[list[Call]], *, by_type: bool) -> None:
    """Write the same cells with xlsxwriter alone: by its `write`, or by the method that fits the type of the value."""
    book = xlsxwriter.Workbook(io.BytesIO(), OPTIONS)
    looks: dict[int, Any] = {}
    for cells in sheets:
        sheet = book.add_worksheet()
        methods = {name: getattr(sheet, name if by_type else "write") for name in ("write_string", "write_number")}
        for name, row, column, value, look in cells:
            if id(look) not in looks:
                looks[id(look)] = book.add_format({"text_wrap": True, "num_format": look.get("num_format", "General")})
            methods[name](row, column, value, looks[id(look)])
    book.close()


def lines(kims: int = KIMS) -> list[Line]:
    """Return the lines of the table."""
    report = report_of(kims)
    sheets = recorded(report)
    work = steps(
        ours=lambda: fill(report, io.BytesIO(), "id"),
        bare=lambda: bare(sheets, by_type=False),
        least=lambda: bare(sheets, by_type=True),
    )
    found = medians(work, REPEATS)
    size = f"{sum(map(len, sheets)):,} cells of {kims:,} KIMs"

    def line(name: str, theirs: str, target: float | None) -> Line:
        return Line(
            name, found["ours"] / found[theirs], target, f"{found['ours']:.2f} to {found[theirs]:.2f} s, {size}"
        )

    return [
        line("report workbook / xlsxwriter", "bare", 1.2),
        line("the same / xlsxwriter told the type of each cell", "least", None),
    ]


if __name__ == "__main__":
    sys.exit(show(lines(*map(int, sys.argv[1:]))))
