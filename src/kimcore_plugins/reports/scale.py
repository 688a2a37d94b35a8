"""Scale: where a value stands on an axis of a chart, and which values are written along it."""

import math

from attrs import frozen

__all__ = ["Scale", "scale"]

# A cut-off nearer to an end than this leaves too little room on one side; the axis is then stretched.
NEAREST = 0.2
TINIEST = 1e-9
STEPS = (1.0, 2.0, 2.5, 4.0, 5.0, 10.0)
PERCENT = 100.0


@frozen(kw_only=True)
class Scale:
    """An axis from 0 to `top`; with `bend` set, that value stands in the middle and both halves are even."""

    top: float
    bend: float | None = None

    def place(self, value: float) -> float:
        """Return where a value stands, from 0 to 1; values outside the axis stand at its ends."""
        value = min(max(value, 0.0), self.top)
        if self.bend is None:
            return value / self.top
        if value < self.bend:
            return value / self.bend / 2
        return 0.5 + self.upper(value) / 2

    def upper(self, value: float) -> float:
        """Return where a value stands in the stretched upper half; by its logarithm if that spans much."""
        bend = self.bend or 1.0
        if self.top / bend > 10:
            return math.log(value / bend) / math.log(self.top / bend)
        return (value - bend) / (self.top - bend)

    def ticks(self) -> tuple[float, ...]:
        """Return the values to write along the axis."""
        if self.bend is None:
            return tuple(self.top * step / 4 for step in range(5))
        decades = [10.0**power for power in range(math.floor(math.log10(self.bend)) + 1, 16)]
        between = [value for value in decades if self.bend * 1.5 < value < self.top / 1.5]
        return (0.0, self.bend / 2, *(between if self.top / self.bend > 10 else []), self.top)


def scale(values: list[float], cut: float | None) -> Scale:
    """Return an axis that holds the values and the cut-off; 0 to 100 where the highest is in its upper half."""
    highest = max([*values, cut or 0.0, 0.0])
    top = PERCENT if PERCENT / 2 < highest <= PERCENT else rounded(highest)
    if not cut or cut <= top * TINIEST or NEAREST <= cut / top <= 1 - NEAREST:
        return Scale(top=top)
    return Scale(top=top * (2.5 if cut == top else 1.0), bend=cut)


def rounded(value: float) -> float:
    """Return the next round number at or above a value; 1 where that is next to nothing."""
    if value < TINIEST:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in STEPS if step * power >= value * 0.9999999)
