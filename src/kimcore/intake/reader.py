"""Reader: the child process in which a workbook is opened, so that a hostile file ends the child and nothing else.

Run as a program with the path of a workbook, it writes one line of JSON per sheet: its name and its rows from the
first row and column on. It imports nothing of kimcore.
"""

import contextlib
import json
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

__all__ = ["MEMORY", "main", "packed", "unpacked"]

MEMORY = 1 << 30
"""How many bytes of address space the child may use, where the system can limit it."""


def packed(value: Any) -> dict[str, Any]:
    """Return a cell that JSON does not know as a tagged value."""
    if isinstance(value, timedelta):
        return {"seconds": value.total_seconds()}
    return {type(value).__name__: value.isoformat()}


def unpacked(tagged: dict[str, Any]) -> Any:
    """Return the cell or sheet that a JSON object stands for."""
    if "seconds" in tagged:
        return timedelta(seconds=tagged["seconds"])
    kinds: dict[str, Any] = {"datetime": datetime, "date": date, "time": time}
    found = [kind.fromisoformat(tagged[name]) for name, kind in kinds.items() if name in tagged]
    return found[0] if found else tagged


def limit_memory() -> None:
    """Limit the memory of this process, where the system has limits."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def filled(sheet: Any) -> list[list[Any]]:
    """Return the cells of a sheet; where cells are merged downwards, each row holds the value."""
    rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        for row in rows[top + 1 : bottom + 1]:
            if left < len(row):
                row[left] = rows[top][left]
    return rows


def trimmed(row: list[Any]) -> list[Any]:
    """Return a row without the empty cells at its end."""
    end = len(row)
    while end and row[end - 1] == "":
        end -= 1
    return row[:end]


def main(path: str) -> int:
    """Write the sheets of a workbook to stdout; return 1, with the reason on stderr, where it cannot be read."""
    limit_memory()
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_path(path) as book:
            for name in book.sheet_names:
                rows = [trimmed(row) for row in filled(book.get_sheet_by_name(name))]
                line = json.dumps({"name": name, "rows": rows}, default=packed, separators=(",", ":"))
                sys.stdout.buffer.write(line.encode() + b"\n")
    except (CalamineError, OSError, MemoryError, ValueError) as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(str(Path(sys.argv[1]))))
