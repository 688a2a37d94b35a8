"""Silence: what the HTTP library logs of a call (addresses, headers of replies) is kept out of every log."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

__all__ = ["install", "silent"]

QUIET: Final[ContextVar[bool]] = ContextVar("kimcore_quiet", default=False)
LOGGERS: Final = ("connection", "http11", "http2", "proxy", "socks")


def keeps(_: logging.LogRecord) -> bool:
    """Tell whether a record is logged: not while kimcore makes a call."""
    return not QUIET.get()


def install() -> None:
    """Filter the loggers of the library; calls that others make with it are logged as before."""
    for name in LOGGERS:
        logging.getLogger(f"httpcore2.{name}").addFilter(keeps)


@contextmanager
def silent() -> Iterator[None]:
    """Log nothing of the library meanwhile."""
    before = QUIET.set(True)
    try:
        yield
    finally:
        QUIET.reset(before)
