"""Limits: how large a register may be, and the refusal of a file that goes beyond.

The limits are an order of magnitude above a province's register. Where the system cannot limit the memory of a
process, they keep it small: nothing is opened before it was counted.
"""

import contextlib
import sys
from typing import Any, Final

__all__ = [
    "AREA",
    "CELLS",
    "CHUNK",
    "COLUMNS",
    "DIRECTORY",
    "EXPANDED",
    "MEMORY",
    "NOTES",
    "PAGE",
    "PART",
    "RATIO",
    "ROWS",
    "TEXT",
    "Refused",
    "limit_memory",
]

MEMORY: Final = 256 << 20
"""How many bytes of address space the child may use, where the system can limit it."""

EXPANDED: Final = 256 << 20
"""How many bytes all parts of a workbook may hold once expanded."""

RATIO: Final = 300
"""How many times larger than stored a part may be; smaller parts than `PART` may be more."""

PART: Final = 8 << 20
"""The largest part that is held in memory as a whole; from here on the ratio counts."""

DIRECTORY: Final = 1 << 20
"""The largest table of contents of a zip, in bytes."""

ROWS: Final = 200_000
"""How many rows of a sheet may hold anything."""

COLUMNS: Final = 16_384
"""The columns of a sheet: A to XFD."""

CELLS: Final = 3_000_000
"""How many cells a file may have; formatted blank ones count where cells are counted one by one."""

PAGE: Final = 1_500_000
"""How many cells a sheet may have."""

AREA: Final = 4_000_000
"""How many cells the rectangle from A1 to the last cell of a sheet may have."""

TEXT: Final = 96 << 20
"""How many characters the cells of a file may hold together."""

NOTES: Final = 5_000
"""How many cells are reported one by one."""

CHUNK: Final = 1 << 18
"""How many bytes are looked at together."""


class Refused(Exception):
    """A file that is not read, with the code of the reason and the values of its message."""

    def __init__(self, code: str, **params: Any) -> None:
        """Keep code and values."""
        super().__init__(code)
        self.code, self.params = code, params


def limit_memory() -> bool:
    """Limit the memory of this process and tell whether the system keeps the limit (only Linux is known to)."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        return sys.platform == "linux"
    return False
