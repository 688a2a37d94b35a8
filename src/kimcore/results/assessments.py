"""What `assess` and `explain` return."""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from kimcore.assessment import Assessment
from kimcore.community import named
from kimcore.factsheet import column_of
from kimcore.partnership import Change
from kimcore.reports import findings, judgements, notice, outlooks
from kimcore.results.evidence import evidence_of
from kimcore.results.rows import Result, document, plain
from kimcore.rules import FindingOfRule
from kimcore.tables import Notice, Table
from kimcore.terms import Language

__all__ = ["Assessments", "Explanation"]


@frozen(kw_only=True)
class Assessments(Result[Assessment]):
    """The assessments of an office's KIMs; `found["KIM Anyelir"]` finds one, however it is named.

    Where it was asked for, `ahead` holds by KIM id what stops holding within `days_ahead` days.
    """

    days_ahead: int | None = None
    ahead: Mapping[str, tuple[Change, ...]] = field(factory=dict, repr=False)

    def __getitem__(self, name: str) -> Assessment:
        """Return the assessment of the KIM that a text names; raise `NotFound` for none or several."""
        kim = named((a.kim for a in self.rows), name)
        return next(a for a in self.rows if a.kim.id == kim.id)

    def to_document(self, language: Language = "id") -> dict[str, Any]:
        """Return `kimcore.assess.v1`; a KIM has the key `ahead` only where it was asked for."""
        return document("assess", self, kims=[summary(a) | self.ahead_of(a, language) for a in self.rows])

    def ahead_of(self, assessment: Assessment, language: Language) -> dict[str, Any]:
        """Return what a KIM object of the document has beside the summary."""
        if self.days_ahead is None:
            return {}
        return {"ahead": [change(c, language) for c in self.ahead.get(assessment.kim.id, ())]}

    def outlook(self) -> Table:
        """Return one row per thing that stops holding, the earliest first."""
        return outlooks(((a.kim, self.ahead.get(a.kim.id, ())) for a in self.rows), self.days_ahead or 0)

    def table(self) -> Table:
        """Return one row per KIM."""
        return judgements(self.rows)


def change(found: Change, language: Language) -> dict[str, Any]:
    """Return one thing that stops holding, of `kimcore.assess.v1`."""
    return {
        "rule": found.rule,
        "on": found.on.isoformat(),
        "from": found.before.code,
        "to": found.after.code,
        "reason": found.reason.say(language),
    }


def summary(assessment: Assessment) -> dict[str, Any]:
    """Return one KIM object of `kimcore.assess.v1`."""
    kim, judgement = assessment.kim, assessment.judgement
    number = kim.identity.community_number
    return {
        "id": kim.id,
        "name": kim.name,
        "village": kim.village,
        "community_number": number if isinstance(number, str) else None,
        "status": judgement.status.code,
        "groups": {group.code: outcome.code for group, outcome in judgement.groups.items()},
        "not_met": list(judgement.not_met),
        "unknown": list(judgement.unknown),
        "grounds": list(judgement.grounds),
        "grounds_unknown": list(judgement.grounds_unknown),
        "partnership": assessment.partnership.code,
    }


@frozen(kw_only=True)
class Explanation(Result[FindingOfRule]):
    """Every rule of one KIM with outcome, reason, clause, values and what is missing."""

    assessment: Assessment

    def to_document(self, language: Language = "id") -> dict[str, Any]:
        """Return `kimcore.judgement.v1`; reasons are in the language asked for."""
        questions = self.assessment.judgement.open_questions()
        return document(
            "judgement",
            self,
            **summary(self.assessment),
            findings=[self.finding(f, language) for f in self.rows],
            open_questions=[{"fact": q.fact, "column": q.column, "rules": list(q.rules)} for q in questions],
            next_step=self.assessment.next_step.say(language),
        )

    def finding(self, found: FindingOfRule, language: Language) -> dict[str, Any]:
        """Return one finding of the document."""
        return {
            "rule": found.rule.id,
            "outcome": found.outcome.code,
            "reason": found.reason.say(language),
            "clause": {"id": found.rule.clause.id, "where": found.rule.clause.where, "term": found.rule.clause.term},
            "group": found.rule.group.code,
            "readings": list(found.rule.readings),
            "values": {name: plain(value) for name, value in found.values.items()},
            "parameters": [
                {"name": n, "value": p.value, "since": p.since.isoformat(), "source": p.source}
                for n, p in found.parameters.items()
            ],
            "evidence": evidence_of(self.assessment, found),
            "missing": [{"fact": name, "column": column_of(name)} for name in found.missing],
        }

    def table(self) -> Table:
        """Return one row per rule, met or not."""
        return findings(self.assessment, self.rows)

    def notice(self) -> Notice:
        """Return the one-page notice to the KIM, in plain words."""
        return notice(self.assessment)
