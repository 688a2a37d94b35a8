"""Intervals: where a share, or the difference of two, lies with 95 % confidence (Wilson 1927, Newcombe 1998)."""

from math import sqrt
from typing import Final

from attrs import frozen

__all__ = ["Z95", "Interval", "difference_interval", "share_interval"]

Z95: Final = 1.959963984540054
"""The quantile of the normal distribution that leaves 2.5 % above it."""


@frozen
class Interval:
    """A lower and an upper bound; both belong to it."""

    lower: float
    upper: float

    def __contains__(self, value: float) -> bool:
        """Tell whether a value lies in it."""
        return self.lower <= value <= self.upper


def share_interval(count: int, of: int) -> Interval:
    """Return the Wilson score interval of a share, within 0 to 1; `of` is at least 1, `count` at most `of`."""
    share, z2 = count / of, Z95 * Z95
    middle = (share + z2 / (2 * of)) / (1 + z2 / of)
    half = Z95 / (1 + z2 / of) * sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    lower = 0.0 if count == 0 else min(middle - half, share)
    upper = 1.0 if count == of else max(middle + half, share)
    return Interval(lower, upper)


def difference_interval(before: tuple[int, int], after: tuple[int, int]) -> Interval:
    """Return Newcombe's hybrid score interval of the share after less the share before, of independent samples.

    Each is a count and the number asked, as for `share_interval`.
    """
    old, new = share_interval(*before), share_interval(*after)
    p, q = before[0] / before[1], after[0] / after[1]
    down = sqrt((q - new.lower) ** 2 + (old.upper - p) ** 2)
    up = sqrt((new.upper - q) ** 2 + (p - old.lower) ** 2)
    return Interval(q - p - down, q - p + up)
