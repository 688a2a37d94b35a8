"""Taking: how each measure is taken from the material of a KIM (Tabel 5.1)."""

from typing import Final

from kimcore.monitoring.audiences import AudienceKind, audience_kind
from kimcore.monitoring.engagement import joined_engagement
from kimcore.monitoring.material import Material
from kimcore.monitoring.observations import Indicator
from kimcore.monitoring.rates import Rate
from kimcore.monitoring.sums import Sum
from kimcore.monitoring.surveys import Verdict

__all__ = [
    "activities",
    "amplification",
    "attendance",
    "discussion",
    "engagement",
    "grown",
    "no_undated",
    "regularity",
    "responses",
    "risen",
]


def no_undated(material: Material) -> int:  # noqa: ARG001 (one signature for all)
    """Return 0: what is measured always carries a day."""
    return 0


def grown(kind: AudienceKind, material: Material) -> Sum:
    """Add the growth of the audiences of one kind, over accounts."""
    return Sum.of(g.change for g in material.growths if audience_kind(g.platform) is kind)


def activities(material: Material) -> Sum:
    """Add the numbers of activities, over rows of the log."""
    return Sum.of(a.count for a in material.activities)


def attendance(material: Material) -> Sum:
    """Add how many came, over gatherings."""
    return Sum.of(g.attended for g in material.gatherings)


def regularity(material: Material) -> Rate:
    """Return the weeks with something dated per 100 weeks."""
    return material.consistency.rate if material.consistency else Rate(per=100)


def responses(indicator: Indicator, material: Material) -> Sum:
    """Add one indicator over the contents that have it, by their platform or because it was observed."""
    return Sum.of(row.values[indicator] for row in material.rows if indicator in row.values)


def engagement(material: Material) -> Rate:
    """Return the responses per 100 of the audience."""
    return joined_engagement(material.engagement).rate


def amplification(material: Material) -> Rate:
    """Return how often a content is passed on."""
    return joined_engagement(material.engagement).amplification


def discussion(material: Material) -> Sum:
    """Add how many took part, over gatherings."""
    return Sum.of(g.took_part for g in material.gatherings)


ROSE: Final = {Verdict.ROSE: 1, Verdict.FELL: 0, Verdict.NO_CLEAR_CHANGE: 0, Verdict.UNKNOWN: None}


def risen(material: Material) -> Sum:
    """Count the topics that rose, over those that were surveyed."""
    return Sum.of(ROSE[c.verdict] for c in material.changes)
