"""Text files: a document that appears whole under its name, or not at all."""

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from kimcore.errors import Unwritable

__all__ = ["replace_bytes", "replace_text"]


def replace_text(target: Path, text: str | Iterable[str]) -> None:
    """Write a text, or its pieces, into a file, in the place of what was there; raise `Unwritable` if that fails."""
    with replacing(target, "x", encoding="utf-8") as file:
        file.writelines((text,) if isinstance(text, str) else text)


def replace_bytes(target: Path, content: bytes) -> None:
    """Write bytes into a file, in the place of what was there; raise `Unwritable` if that fails."""
    with replacing(target, "xb") as file:
        file.write(content)


@contextmanager
def replacing(target: Path, mode: str, **form: str) -> Iterator[IO[Any]]:
    """Open a new file beside `target` that takes its place when the block ends, and is removed if the block fails."""
    beside = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with beside.open(mode, **form) as file:  # type: ignore[call-overload]
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise Unwritable(
            "file_not_written",
            f"{target} could not be written ({why}); choose another folder",
            f"{target} tidak dapat ditulis ({why}); pilih folder lain",
            file=str(target),
        ) from error
    finally:
        with suppress(OSError):
            beside.unlink()
