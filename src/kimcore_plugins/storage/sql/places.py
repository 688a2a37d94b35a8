"""Places: short bytes in the order of what they stand for, by which an index can hold texts of any length.

Two rows may share a place, where they differ behind its end; `walk` puts those in order.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from kimcore_plugins.storage.rows import storable

__all__ = ["FIRST", "FIRST_LINE", "PAGE", "WIDTH", "end", "line", "place", "walk"]

PAGE = 500
"""How many rows are read at once."""

WIDTH = 96
"""How many bytes a place has at most."""

FIRST = b""
"""The place before all others."""

FIRST_LINE = -(2**63)
"""The line before all others."""

T = TypeVar("T")


def place(*texts: str) -> bytes:
    """Return the place of a row that is ordered by texts, one after the other, by code points.

    U+0000 ends a text; one within it is followed by a byte that no text holds. Raises `StorageError` for half a
    character.
    """
    joined = "\0".join(texts)
    try:
        encoded = joined.encode()
    except UnicodeEncodeError:
        storable(*texts)
        raise
    if joined.count("\0") < len(texts):
        return encoded[:WIDTH]
    return b"\0".join(text.encode().replace(b"\0", b"\0\xff") for text in texts)[:WIDTH]


def end(text: str) -> bytes:
    """Return a place behind those of the rows whose first text is this one."""
    return (place(text) + b"\0\xff")[:WIDTH]


def line(entry: int, key: bytes) -> int:
    """Return the place of an observation among all records: by the position of its entry, then by its key."""
    return (entry << 24) + int.from_bytes(key[:3], "big")


def walk(
    fetch: Callable[[Any, int], list[tuple[Any, T]]], order: Callable[[T], Any], *, start: Any, size: int = PAGE
) -> Iterator[T]:
    """Yield what stands from a place on, in order; `fetch` gives so many rows from a place on, sorted by place."""
    asked = size
    while True:
        page = fetch(start, asked)
        is_end = len(page) < asked
        # the rows of the last place may go on behind the page
        whole = [placed for placed in page if is_end or placed[0] != page[-1][0]]
        yield from (record for _, record in sorted(whole, key=lambda placed: (placed[0], order(placed[1]))))
        if is_end:
            return
        start, asked = page[-1][0], size if whole else 2 * asked
