"""Opening: how a contract gets its stores, each in a place of its own, and how many examples it tries."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar

import pytest

from kimcore.ports import StorageBackend
from kimcore.testing.contracts.contract import Contract

__all__ = ["FolderAt", "Opening"]

FolderAt = Callable[[str], Path]


class Opening(Contract):
    """What every law of the storage contract uses; the author writes `open`.

    `sizes` are numbers of rows at which the backend does something else (its page, its batch), each with one less and
    one more. `steps` is the least number of steps of the state machine; the environment variable KIMCORE_STEPS sets it
    for every class. `examples` is the number of examples of each property.
    """

    sizes: ClassVar[tuple[int, ...]] = (1001,)
    steps: ClassVar[int] = 300
    examples: ClassVar[int] = 30

    def open(self, folder: Path) -> StorageBackend:
        """Return the store that belongs to a folder, not migrated.

        The folder is there and is another for each test. A second call with it opens the same store again, where the
        store outlives its closing. The store should wait less than a second for the right to write.
        """
        raise NotImplementedError("write `def open(self, folder)`: it returns the store that belongs to the folder")

    def discard(self, folder: Path) -> None:
        """Remove what a closed store left outside its folder, such as a schema on a server; here nothing."""

    @pytest.fixture
    def folder_at(self, tmp_path: Path) -> Iterator[FolderAt]:
        """Give a function that makes a new folder of a name; its store is discarded at the end."""
        made: list[Path] = []

        def make(name: str) -> Path:
            made.append(tmp_path / name)
            made[-1].mkdir()
            return made[-1]

        yield make
        for folder in made:
            self.discard(folder)

    @pytest.fixture
    def folder(self, folder_at: FolderAt) -> Path:
        """Give a folder whose store nobody opened yet."""
        return folder_at("store")

    @pytest.fixture
    def store(self, folder: Path) -> Iterator[StorageBackend]:
        """Give an empty store, ready for use; it is closed at the end."""
        with self.ready(folder) as opened:
            yield opened

    @contextmanager
    def ready(self, folder: Path) -> Iterator[StorageBackend]:
        """Open the store of a folder, migrate it, and close it at the end."""
        opened = self.open(folder)
        try:
            opened.migrate()
            yield opened
        finally:
            opened.close()

    @property
    def wanted_steps(self) -> int:
        """The least number of steps of the state machine in this run."""
        return int(os.environ.get("KIMCORE_STEPS", "0")) or self.steps
