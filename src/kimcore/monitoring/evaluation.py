"""Evaluation: what speaks for going on with a KIM, what against, and what cannot be told (V.B.continue).

It decides nothing and adds nothing up: the office weighs the reasons. Grounds for ending a partnership stand with the
partnership.
"""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final

from attrs import field, frozen

from kimcore.clauses import cite
from kimcore.monitoring.considerations import Consideration, Side
from kimcore.monitoring.engagement import joined_engagement
from kimcore.monitoring.material import DEFAULT, Limits, Material
from kimcore.monitoring.proofs import Proof
from kimcore.monitoring.weighing import Weighing
from kimcore.values import Period

__all__ = ["Evaluation", "Yields", "evaluate", "yields_of"]

CLAUSE: Final = cite("V.B.continue")


@frozen(kw_only=True)
class Evaluation:
    """What the measures of a period say about going on with a KIM (V.B.continue); the office decides."""

    kim: str
    period: Period
    considerations: tuple[Consideration, ...]

    def on_side(self, side: Side) -> tuple[Consideration, ...]:
        """Return the considerations of a side."""
        return tuple(c for c in self.considerations if c.side is side)


@frozen(kw_only=True)
class Yields:
    """The known engagement rates of an office's KIMs, with whose median each is compared."""

    rates: tuple[float, ...] = field(default=(), repr=False)

    @property
    def median(self) -> float | None:
        """The middle rate; None where fewer than two are known."""
        return median(self.rates) if len(self.rates) > 1 else None


def yields_of(materials: Iterable[Material]) -> Yields:
    """Return the known engagement rates of KIMs."""
    rates = (joined_engagement(m.engagement).rate.value for m in materials)
    return Yields(rates=tuple(r for r in rates if r is not None))


def evaluate(
    material: Material, proofs: Sequence[Proof], yields: Yields, period: Period, limits: Limits = DEFAULT
) -> Evaluation:
    """Return the evaluation of a KIM over a period.

    `proofs` are those of the KIM's rows of the log; rows outside the period are left alone.
    """
    weighing = Weighing(material, period)
    dated = [p for p in proofs if p.row.activity.on in period]
    found = (
        weighing.activities(),
        *weighing.proofs(dated),
        weighing.dormancy(limits.dormant_after_days),
        weighing.growth(),
        weighing.engagement(yields.median, len(yields.rates)),
        weighing.discussion(),
        *weighing.surveys(),
    )
    return Evaluation(kim=material.kim or "", period=period, considerations=found)
