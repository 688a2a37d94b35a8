"""Compound: the streams of an OLE file, in which older workbooks and protected ones are kept."""

import struct
from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from .limits import Refused

__all__ = ["Compound"]

MARK: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER: Final = struct.Struct("<30xHH14xL4xLL4xL4x")
"""Sector sizes as powers of two, and where the directory begins, streams are small, their table and more begin."""

ENTRY: Final = struct.Struct("<64sHB49xLL4x")
"""Name in UTF-16, its length, kind, first sector and size of a stream."""

LAST: Final = 0xFFFFFFFA
"""From here on a sector's number says that there is none."""

IN_HEADER: Final = 109
STREAM, ROOT = 2, 5


class Compound:
    """The sectors of an OLE file, the tables that chain them, and its streams: first sector and size by name."""

    def __init__(self, content: bytes) -> None:
        """Read header, tables and directory; refuse what does not fit together."""
        if content[:8] != MARK or len(content) < 512:
            raise Refused("file_unreadable")
        shift, small, directory, self.cutoff, small_table, more = HEADER.unpack_from(content)
        if shift not in {9, 12} or small != 6:
            raise Refused("file_unreadable")
        self.content, self.size = content, 1 << shift
        self.table = self.sector_table(more)
        self.small_table = array("I", self.chained(self.table, small_table, self.sector)) if small_table < LAST else ()
        self.root = b""
        self.streams = dict(self.entries(self.chained(self.table, directory, self.sector)))

    def sector(self, number: int) -> bytes:
        """Return a sector, filled up where the file ends within it."""
        start = (number + 1) * self.size
        if start >= len(self.content):
            raise Refused("file_unreadable")
        return self.content[start : start + self.size].ljust(self.size, b"\0")

    def small_sector(self, number: int) -> bytes:
        """Return one of the sectors of 64 bytes, of which the root's stream consists."""
        return self.root[number * 64 : number * 64 + 64]

    def sector_table(self, more: int) -> Sequence[int]:
        """Return the number of the next sector by that of each; refuse a table larger than the file."""
        table, most = array("I"), len(self.content) // self.size + 2 * self.size
        for number in self.table_sectors(more):
            table.frombytes(self.sector(number))
            if len(table) > most:
                raise Refused("file_unreadable")
        return table

    def table_sectors(self, more: int) -> Iterator[int]:
        """Give the numbers of the sectors that hold the table: some in the header, the others in a chain."""
        yield from (n for n in struct.unpack_from(f"<{IN_HEADER}L", self.content, 76) if n < LAST)
        seen: set[int] = set()
        while more < LAST and more not in seen:
            seen.add(more)
            *numbers, more = struct.unpack(f"<{self.size // 4}L", self.sector(more))
            yield from (n for n in numbers if n < LAST)

    def chained(self, table: Sequence[int], start: int, read: Callable[[int], bytes]) -> bytes:
        """Return the bytes of a chain of sectors; refuse one that comes back to itself."""
        found: list[bytes] = []
        while start < LAST:
            if start >= len(table) or len(found) > len(table):
                raise Refused("file_unreadable")
            found.append(read(start))
            start = table[start]
        return b"".join(found)

    def entries(self, directory: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
        """Give the streams of the directory; the root's holds the small ones."""
        for name, length, kind, start, size in ENTRY.iter_unpack(directory[: len(directory) // 128 * 128]):
            if kind == ROOT:
                self.root = self.chained(self.table, start, self.sector) if start < LAST else b""
            elif kind == STREAM:
                yield name[: max(0, length - 2)].decode("utf-16-le", "replace").casefold(), (start, size)

    def stream(self, name: str) -> bytes:
        """Return a stream by its name, without case."""
        start, size = self.streams[name]
        if size < self.cutoff:
            return self.chained(self.small_table, start, self.small_sector)[:size]
        return self.chained(self.table, start, self.sector)[:size]
