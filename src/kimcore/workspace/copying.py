"""Copying: a backup of a whole store while it is in use."""

import os
from contextlib import suppress
from pathlib import Path

from kimcore.errors import NotAllowed, StorageError
from kimcore.ports import CopyingStorage, StorageBackend

__all__ = ["back_up"]


def back_up(storage: StorageBackend, target: str | Path) -> Path:
    """Write a copy of the state that stands now into a new file and return its path; to restore it, open it.

    The copy gets its name only once it is whole. Raises `NotAllowed` where the file exists, `StorageError` where the
    store cannot copy itself or the file cannot be written.
    """
    path = Path(target)
    if not isinstance(storage, CopyingStorage):
        raise StorageError(
            "backup_unsupported",
            "a store of this kind has no file to copy; back it up with its own tools",
            "penyimpanan jenis ini tidak berupa berkas; cadangkan dengan alatnya sendiri",
        )
    if path.exists():
        raise occupied(path)
    part = path.with_name(f"{path.name}.part{os.getpid()}")
    try:
        storage.copy_to(part)
        give_name(part, path)
    finally:
        with suppress(OSError):
            part.unlink()
    return path


def give_name(part: Path, path: Path) -> None:
    """Name a finished copy; one that came there in the meantime is not overwritten."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise occupied(path) from None
    except OSError:  # a file system without hard links
        if path.exists():
            raise occupied(path) from None
        part.rename(path)


def occupied(path: Path) -> NotAllowed:
    """Return the error for a file that a backup would overwrite."""
    return NotAllowed(
        "file_exists",
        f"{path} is there already; a backup overwrites nothing, name another file",
        f"{path} sudah ada; cadangan tidak menimpa apa pun, sebutkan nama lain",
    )
