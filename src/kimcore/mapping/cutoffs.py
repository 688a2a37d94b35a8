"""Cut-offs: from which score on an axis counts as high (R2)."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from attrs import field, frozen

from kimcore.errors import InvalidValue
from kimcore.mapping.scores import Axis, Subject
from kimcore.values import Outcome

__all__ = ["EXPLICIT", "MEDIAN", "CutOff", "CutOffs", "find_cutoffs", "quantile_of"]

MEDIAN: Final = 0.5
"""The quantile taken by default."""

EXPLICIT: Final = "explicit"
"""The method of a cut-off that the office set as a number."""

ENOUGH: Final = 8
"""Known scores below which a cut-off is weak (R2)."""


@frozen(kw_only=True)
class CutOff:
    """The cut-off of one axis; a score equal to it is high (R2).

    `value` is None where it is a quantile and no score is known. `method` is `explicit`, `median` or `quantile Q`.
    `known` counts the scores at hand; `weak` marks a cut-off that rests on fewer than 8 of them, or on equal ones.
    """

    value: float | None
    method: str = EXPLICIT
    known: int = 0
    weak: bool = True

    def is_high(self, score: float | None) -> bool | None:
        """Tell whether a score is high; None where the score or the cut-off is unknown."""
        return None if score is None or self.value is None else score >= self.value


@frozen(kw_only=True)
class CutOffs:
    """The cut-offs of the three axes."""

    interest: CutOff
    power: CutOff
    influence: CutOff

    @classmethod
    def at(cls, *, interest: float, power: float, influence: float) -> "CutOffs":
        """Return explicit cut-offs without a register behind them."""
        given = zip(Axis, (interest, power, influence), strict=True)
        return cls(**{axis.code: CutOff(value=number(axis, value)) for axis, value in given})

    def of(self, axis: Axis) -> CutOff:
        """Return the cut-off of an axis."""
        found: CutOff = getattr(self, axis.code)
        return found


@frozen(kw_only=True)
class CutOffRule:
    """How cut-offs are found: a number for an axis where the office gives one, else a quantile from 0 to 1."""

    numbers: Mapping[Axis, float] = field(factory=dict)
    quantile: float = MEDIAN

    def find(self, axis: Axis, scores: Sequence[float]) -> CutOff:
        """Return the cut-off of an axis over the known scores on it."""
        weak = len(scores) < ENOUGH or len(set(scores)) == 1
        if axis in self.numbers:
            return CutOff(value=number(axis, self.numbers[axis]), method=EXPLICIT, known=len(scores), weak=weak)
        value = quantile_of(scores, self.quantile)
        method = "median" if self.quantile == MEDIAN else f"quantile {self.quantile:g}"
        return CutOff(value=value, method=method, known=len(scores), weak=weak)


def find_cutoffs(
    subjects: Iterable[Subject],
    numbers: Mapping[Axis, float] = MappingProxyType({}),
    quantile: float = MEDIAN,
) -> CutOffs:
    """Return the cut-offs over the KIMs of one office.

    A KIM whose formation is not met is outside the mapping and does not count; one with unknown formation does (R22).
    `numbers` sets axes explicitly; an explicit number is marked weak like a quantile (R2 makes no difference).
    """
    inside = [s.scores for s in subjects if s.formation is not Outcome.NOT_MET]
    rule = CutOffRule(numbers=numbers, quantile=quantile)
    known = {axis: [v for s in inside if (v := s.value(axis)) is not None] for axis in Axis}
    return CutOffs(**{axis.code: rule.find(axis, scores) for axis, scores in known.items()})


def quantile_of(scores: Sequence[float], quantile: float = MEDIAN) -> float | None:
    """Return a quantile from 0 to 1 by linear interpolation between the two nearest scores; None for no score.

    With n scores in order, the quantile q lies at place (n - 1) q counted from 0: the median of an even count is the
    mean of the two middle values. It is computed exactly and rounded once, so that it never leaves its two scores.
    """
    if not 0 <= quantile <= 1:
        raise InvalidValue(
            "quantile_range",
            f"a quantile lies between 0 and 1, not {quantile}",
            f"kuantil bernilai 0 sampai 1, bukan {quantile}",
            quantile=quantile,
        )
    if not scores:
        return None
    place = (len(scores) - 1) * Fraction(str(quantile))
    whole = int(place)
    low, high = neighbours(sorted(scores), whole)
    return float(low + (high - low) * (place - whole))


def neighbours(ordered: Sequence[float], place: int) -> tuple[Fraction, Fraction]:
    """Return the score at a place in order and the next one (the same again for the last)."""
    return Fraction(ordered[place]), Fraction(ordered[min(place + 1, len(ordered) - 1)])


def number(axis: Axis, value: float) -> float:
    """Return a number given as a cut-off; refuse what is none, or is endless."""
    if not abs(value) < float("inf"):
        raise InvalidValue(
            "cutoff_number",
            f"the cut-off of {axis.say('en')} is not a number: {value}",
            f"batas {axis.say('id')} bukan angka: {value}",
            field=axis.code,
        )
    return float(value)
