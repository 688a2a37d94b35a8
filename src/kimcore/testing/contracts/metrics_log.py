"""The log of a contract: everything that is logged at any level, so that a token in it is found."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["everything_logged"]


class Keeper(logging.Handler):
    """Keeps each record as text, with its arguments and what it was raised with."""

    def __init__(self, kept: list[str]) -> None:
        super().__init__(logging.DEBUG)
        self.kept = kept

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.kept.append(f"{record.name} {self.format(record)} {record.args!r}")


@contextmanager
def everything_logged() -> Iterator[list[str]]:
    """Give a list that fills with what is logged, by any logger at any level, until the block ends."""
    kept: list[str] = []
    root, keeper = logging.getLogger(), Keeper(kept)
    level = root.level
    root.addHandler(keeper)
    root.setLevel(logging.DEBUG)
    try:
        yield kept
    finally:
        root.removeHandler(keeper)
        root.setLevel(level)
