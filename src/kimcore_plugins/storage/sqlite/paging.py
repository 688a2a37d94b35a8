"""Reading in pages, so that the caller may write between and a long list is never held as a whole."""

from collections.abc import Callable, Iterator
from typing import Any

from kimcore_plugins.storage.sqlite.transaction import Transaction

__all__ = ["PAGE", "paged"]

PAGE = 500
"""How many rows are read at once."""

Row = tuple[Any, ...]


def paged(
    unit: Transaction,
    statement: str,
    asked: dict[str, Any],
    limit: int | None,
    follow: Callable[[Row], dict[str, Any]],
) -> Iterator[Row]:
    """Yield at most `limit` rows of a statement that takes a `size`; `follow` gives what to ask for behind a row."""
    left = limit
    while left is None or left > 0:
        size = PAGE if left is None else min(PAGE, left)
        page = unit.read(statement, asked | {"size": size})
        yield from page
        if len(page) < size:
            return
        asked = asked | follow(page[-1])
        left = None if left is None else left - size
