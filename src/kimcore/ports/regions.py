"""The region port: a directory of region codes, as one edition of the official list or an office's own has it."""

from collections.abc import Iterable
from typing import Protocol

from kimcore.geography import RegionCode

__all__ = ["RegionDirectory"]


class RegionDirectory(Protocol):
    """A directory of regions; codes change between editions, so that one it does not hold is told with its edition."""

    @property
    def edition(self) -> str:
        """What the directory is and of when, as a person would cite it."""
        ...

    def name_of(self, code: RegionCode) -> str | None:
        """Return the name of a region, empty where it has none, or None where the directory does not hold the code."""
        ...

    def below(self, code: RegionCode) -> Iterable[tuple[RegionCode, str]]:
        """Return code and name of every region below one, on whatever level; none where it is not held."""
        ...
