"""Files: a report appears whole under its name, or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from kimcore.errors import Unwritable

__all__ = ["replacing"]


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """Open a new file beside `target` that takes its place when the block ends, and is removed if the block fails.

    Raises `Unwritable` (`report_not_written`) where the system refuses, for example because the old report is open in
    another program.
    """
    beside = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        raise refused(target, error) from error
    finally:
        with suppress(OSError):
            beside.unlink()


def refused(target: Path, error: OSError) -> Unwritable:
    """Return the error that says which report could not be written, why, and what to do."""
    why = error.strerror or type(error).__name__
    return Unwritable(
        "report_not_written",
        f"{target} could not be written ({why}): close it in other programs, or choose another folder",
        f"{target} tidak dapat ditulis ({why}): tutup berkas itu di program lain, atau pilih folder lain",
        file=str(target),
    )
