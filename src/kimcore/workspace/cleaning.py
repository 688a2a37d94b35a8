"""Cleaning: the bytes of what was erased, in the files of the store and in the backups that it knows of."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from kimcore.errors import KimError, StorageError
from kimcore.ledger import Ledger
from kimcore.plugins import PluginHost
from kimcore.ports import ScrubbingStorage, StorageBackend
from kimcore.results import CopyState, FileOutcome
from kimcore.workspace.copies import CopyRecord

__all__ = ["clean", "scrubbed"]


def clean(
    ledger: Ledger, made: Iterable[CopyRecord], host: PluginHost, erase: Callable[[Ledger], None]
) -> Iterator[FileOutcome]:
    """Clean the files of a store, then do in each backup what `erase` does to a store, and clean it too."""
    yield FileOutcome(file=None, state=scrubbed(ledger.storage))
    for path in dict.fromkeys(copy.path for copy in made):
        yield FileOutcome(file=path, state=clean_copy(Path(path), ledger, host, erase))


def clean_copy(path: Path, ledger: Ledger, host: PluginHost, erase: Callable[[Ledger], None]) -> CopyState:
    """Erase in a backup; one that is not there any more, or cannot be opened, is told."""
    if not path.is_file():
        return CopyState.MISSING
    try:
        with closing(host.open_storage(f"sqlite:///{path.as_posix()}")) as storage:
            storage.migrate()
            erase(Ledger(storage, ledger.by, ledger.clock))
            return scrubbed(storage)
    except StorageError as error:
        return CopyState.LOCKED if error.code == "store_locked" else CopyState.FAILED
    except KimError:
        return CopyState.FAILED


def scrubbed(storage: StorageBackend) -> CopyState:
    """Remove the bytes of what was erased from the files of a store, where it has files."""
    if not isinstance(storage, ScrubbingStorage):
        return CopyState.SERVER
    try:
        storage.scrub()
    except StorageError as error:
        return CopyState.LOCKED if error.code == "store_locked" else CopyState.FAILED
    return CopyState.CLEAN
