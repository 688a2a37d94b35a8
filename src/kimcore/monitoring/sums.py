"""Sums over figures of which some are unknown: each says how much of it was known (R11)."""

from collections.abc import Iterable
from typing import Self

from attrs import frozen

__all__ = ["Sum"]


@frozen
class Sum:
    """A sum of the `known` figures out of `total`; `value` is None, not 0, where none is known (R11)."""

    value: int | None
    known: int
    total: int

    @classmethod
    def of(cls, values: Iterable[int | None]) -> Self:
        """Add figures; None is unknown."""
        every = list(values)
        known = [v for v in every if v is not None]
        return cls(sum(known) if known else None, len(known), len(every))

    @classmethod
    def merge(cls, sums: Iterable["Sum"]) -> Self:
        """Add sums, and how much of them was known."""
        every = list(sums)
        value = cls.of(s.value for s in every).value
        return cls(value, sum(s.known for s in every), sum(s.total for s in every))

    @property
    def is_complete(self) -> bool:
        """True if there is something to add and all of it is known."""
        return self.known == self.total > 0
