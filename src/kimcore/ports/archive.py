"""The archive port: figures as files of columns, by month, for analysis beside the store."""

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from kimcore.ports.stored import ObservationRow

__all__ = ["ObservationArchive"]


class ObservationArchive(Protocol):
    """A folder of files of columns, one folder per month in which the figures were observed."""

    def write(self, rows: Iterable[ObservationRow]) -> tuple[Path, ...]:
        """Write every record of every key, corrections and withdrawals too, and return the files.

        A month that is written takes the place of what the archive had of it; other months stay. A file appears whole
        or not at all. Raise `Unwritable` where the system refuses.
        """
        ...
