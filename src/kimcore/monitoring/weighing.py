"""Weighing: the measures of one KIM put into words, each on its side (V.B.continue)."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from attrs import define

from kimcore.clauses import Clause, cite
from kimcore.monitoring.considerations import Consideration, Side
from kimcore.monitoring.engagement import joined_engagement
from kimcore.monitoring.material import Material
from kimcore.monitoring.proofs import Proof, ProofState
from kimcore.monitoring.sums import Sum
from kimcore.monitoring.surveys import SurveyChange, Verdict
from kimcore.monitoring.taking import discussion
from kimcore.monitoring.wording import SAID, SOURCES
from kimcore.terms import Text
from kimcore.values import Answer, Period

__all__ = ["Weighing", "decimal"]

OUTPUT, OUTTAKE, OUTCOME = cite("V.A.output"), cite("V.A.outtake"), cite("V.A.outcome")

ASKED_BY: Final[dict[str, Clause]] = {
    "activities": OUTPUT,
    "proofs": cite("V.B.log.link"),
    "dormancy": OUTPUT,
    "growth": OUTPUT,
    "engagement": OUTTAKE,
    "discussion": OUTTAKE,
    "survey": OUTCOME,
}

SIDES: Final = {Verdict.ROSE: Side.FOR, Verdict.FELL: Side.AGAINST}


@define
class Weighing:
    """The measures of one KIM over a period."""

    material: Material
    period: Period

    def say(self, subject: str, side: Side, key: str, on: date | None = None, **said: object) -> Consideration:
        """Return a consideration in the words of a key; without a day of its own it is of the last day."""
        return Consideration(
            subject=subject,
            side=side,
            text=SAID[key].format(**said),
            on=on or self.period.end,
            clause=ASKED_BY[subject],
            source=SOURCES[subject],
        )

    def activities(self) -> Consideration:
        """Tell of the dissemination log."""
        days = [(a.on, a.count) for a in self.material.activities if a.on and a.took_place]
        undated = self.material.undated_activities
        if days:
            count = Sum.of(number for _, number in days).value
            last, said = max(day for day, _ in days), {"rows": len(days), "count": "–" if count is None else count}
            return self.say("activities", Side.FOR, "activities", last, **said)
        if undated:
            return self.say("activities", Side.UNTOLD, "activities_unknown", undated=undated)
        if self.material.has_log:
            return self.say("activities", Side.AGAINST, "activities_none")
        return self.say("activities", Side.UNTOLD, "activities_unrecorded")

    def proofs(self, proofs: Sequence[Proof]) -> Iterator[Consideration]:
        """Tell whether the rows of the period can be verified; a log without rows has nothing to verify."""
        lacking = sum(p.state is not ProofState.ADDRESS for p in proofs)
        if lacking:
            yield self.say("proofs", Side.UNTOLD, "proofs_unknown", lacking=lacking, total=len(proofs))
        elif proofs:
            yield self.say("proofs", Side.FOR, "proofs", total=len(proofs))

    def dormancy(self, dormant_after: int) -> Consideration:
        """Tell whether the KIM is dormant."""
        found = self.material.consistency
        if found is None or found.last is None:
            return self.say("dormancy", Side.UNTOLD, "dormant_unknown")
        if found.dormant is Answer.YES:
            return self.say("dormancy", Side.AGAINST, "dormant", found.last, last=found.last, days=dormant_after)
        said = {"active": found.active_weeks, "weeks": found.weeks, "silence": found.silence}
        return self.say("dormancy", Side.FOR, "awake", found.last, last=found.last, **said)

    def growth(self) -> Consideration:
        """Tell how the audiences grew, over all accounts."""
        found = Sum.of(g.change for g in self.material.growths)
        if found.value is None:
            return self.say("growth", Side.UNTOLD, "growth_unknown")
        last = max(g.after.observed_on for g in self.material.growths if g.after and g.change is not None)
        side, key = (Side.FOR, "growth") if found.value > 0 else (Side.AGAINST, "growth_none")
        return self.say("growth", side, key, last, value=found.value, known=found.known, total=found.total)

    def engagement(self, median: float | None, kims: int) -> Consideration:
        """Tell how the engagement rate compares with the median of so many KIMs."""
        rate = joined_engagement(self.material.engagement).rate.value
        if rate is None:
            return self.say("engagement", Side.UNTOLD, "engagement_unknown")
        if median is None:
            return self.say("engagement", Side.UNTOLD, "engagement_alone", value=decimal(rate))
        side, key = (Side.FOR, "engagement") if rate >= median else (Side.AGAINST, "engagement_low")
        return self.say("engagement", side, key, value=decimal(rate), median=decimal(median), kims=kims)

    def discussion(self) -> Consideration:
        """Tell whether people took part in discussions."""
        found = discussion(self.material)
        if found.value is None or (not found.value and not found.is_complete):
            return self.say("discussion", Side.UNTOLD, "discussion_unknown")
        side, key = (Side.FOR, "discussion") if found.value else (Side.AGAINST, "discussion_none")
        last = max(g.held for g in self.material.gatherings if g.held and g.took_part is not None)
        return self.say("discussion", side, key, last, value=found.value, known=found.known, total=found.total)

    def surveys(self) -> Iterator[Consideration]:
        """Tell of every topic that was surveyed, or that none was."""
        if not self.material.changes:
            yield self.say("survey", Side.UNTOLD, "survey_unrecorded")
        yield from map(self.survey, self.material.changes)

    def survey(self, found: SurveyChange) -> Consideration:
        """Tell of one topic."""
        side, key = SIDES.get(found.verdict, Side.UNTOLD), f"survey_{found.verdict.code}"
        held = found.after or found.before
        said: dict[str, object] = {"topic": found.topic, "aspect": found.aspect or Text("aspek ?", "aspect ?")}
        if found.change is not None and found.interval is not None:
            bounds = {"lower": decimal(found.interval.lower), "upper": decimal(found.interval.upper)}
            change = abs(found.change) if found.verdict in SIDES else found.change
            said |= {"change": decimal(change), **bounds}
        return self.say("survey", side, key, held.surveyed if held else None, **said)


def decimal(value: float) -> Text:
    """Return a number with one decimal, as each language writes it."""
    plain = f"{value:.1f}"
    return Text(plain.replace(".", ","), plain)
