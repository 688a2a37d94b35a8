"""Rates over figures of which some are unknown: what is left out of one side is left out of the other (R11)."""

from collections.abc import Iterable
from typing import Final, Self

from attrs import frozen

from kimcore.monitoring.sums import Sum

__all__ = ["Rate"]


NOTHING: Final = Sum(None, 0, 0)


@frozen
class Rate:
    """A sum per sum, taken over the same things; `value` is None where none of them is fully known.

    `per` says per how many of the denominator (100: per cent). Made by `of` and `merge`, both sums know the same
    things: never is a part of one divided by the whole of the other.
    """

    numerator: Sum = NOTHING
    denominator: Sum = NOTHING
    per: int = 1

    @classmethod
    def of(cls, pairs: Iterable[tuple[int | None, int | None]], per: int = 1) -> Self:
        """Add pairs of numerator and denominator; a pair of which one is None, or over 0, counts in neither."""
        every = list(pairs)
        whole = [(a, b) for a, b in every if a is not None and b]
        above, below = (sum(side) if whole else None for side in (list(zip(*whole, strict=True)) or ((), ())))
        known, total = len(whole), len(every)
        return cls(Sum(above, known, total), Sum(below, known, total), per)

    @classmethod
    def merge(cls, rates: Iterable["Rate"]) -> Self:
        """Add rates by their sums; each counts with the weight of its denominator."""
        every = list(rates)
        above, below = Sum.merge(r.numerator for r in every), Sum.merge(r.denominator for r in every)
        return cls(above, below, every[0].per if every else 1)

    @property
    def value(self) -> float | None:
        """The rate, or None where it is unknown."""
        above, below = self.numerator.value, self.denominator.value
        return None if above is None or not below else self.per * above / below

    @property
    def known(self) -> int:
        """Over how many things it is taken."""
        return self.numerator.known

    @property
    def total(self) -> int:
        """Over how many it would be taken if all were known."""
        return self.numerator.total
