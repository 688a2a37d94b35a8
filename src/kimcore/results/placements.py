"""What `map` returns."""

from typing import Any

from attrs import field, frozen

from kimcore.mapping import Axis, CutOff, CutOffs, Interest, Placement, Policy
from kimcore.media import Platform
from kimcore.monitoring import Figure, Part
from kimcore.reports import mapping_report, positions
from kimcore.results.rows import Result, document
from kimcore.tables import Table
from kimcore.terms import Language

__all__ = ["Placements"]


@frozen(kw_only=True)
class Placements(Result[Placement]):
    """The placements of an office's KIMs in order of priority, with the cut-offs and the policy."""

    policy: Policy
    cutoffs: CutOffs = field(repr=False)

    def to_document(self, language: Language = "id") -> dict[str, Any]:
        """Return `kimcore.map.v1`."""
        return document(
            "map",
            self,
            policy=self.policy.code,
            cutoffs={axis.code: cutoff(self.cutoffs.of(axis)) for axis in Axis},
            placements=[placement(p, language) for p in self.rows],
        )

    def table(self) -> Table:
        """Return every KIM with its position, approach and reason."""
        return positions(self.rows, self.cutoffs)

    def report(self) -> Table:
        """Return the matrix of III.E: the priority KIMs alone (R30)."""
        return mapping_report(self.rows, self.cutoffs)


def cutoff(cut: CutOff) -> dict[str, Any]:
    """Return a cut-off of the document."""
    return {"value": cut.value, "method": cut.method, "known": cut.known, "weak": cut.weak}


def placement(found: Placement, language: Language) -> dict[str, Any]:
    """Return one placement of the document; scores stand for every kind."""
    subject = found.subject
    return {
        "id": subject.id,
        "name": subject.name,
        "village": subject.village,
        "formation": subject.formation.code,
        "kind": found.kind.code,
        "quadrant": found.quadrant,
        "candidates": list(found.candidates),
        "approach": found.approach.code if found.approach else None,
        "priority": found.priority,
        **{axis.code: subject.scores.value(axis) for axis in Axis},
        "figures": {
            "interest": interest(subject.scores.interest),
            "power": figure(subject.scores.power),
            "influence": figure(subject.scores.influence),
        },
        "reason": found.reason.say(language),
    }


def interest(found: Interest) -> dict[str, Any]:
    """Return the sources of an interest score (R17)."""
    source = found.source.code if found.source else None
    return {"source": source, "office": found.office, "plugin": found.plugin}


def figure(found: Figure) -> dict[str, Any]:
    """Return the sources of power or influence."""
    return {
        "source": found.source.code if found.source else None,
        "observed_on": found.observed_on.isoformat() if found.observed_on else None,
        "stale": bool(found.stale),
        "parts": [part(p) for p in found.parts],
    }


def part(found: Part) -> dict[str, Any]:
    """Return one part of a figure: an account's audience, or a response to a content."""
    return {
        "platform": found.platform.code if isinstance(found.platform, Platform) else found.platform,
        "account": found.account,
        "content": found.content,
        "indicator": found.indicator.code,
        "value": found.value,
        "observed_on": found.observed_on.isoformat(),
        "stale": found.stale,
    }
