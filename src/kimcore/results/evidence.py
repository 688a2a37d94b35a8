"""Evidence: the documents of a KIM on which a finding rests."""

from collections.abc import Iterator

from kimcore.assessment import Assessment
from kimcore.rules import FindingOfRule, Group
from kimcore.terms import say

__all__ = ["evidence_of"]


def evidence_of(assessment: Assessment, found: FindingOfRule) -> list[str]:
    """Return the decree, the statement and the papers of cases that a finding rests on, each as a short line."""
    return [*decree(assessment, found), *statement(assessment, found), *papers(assessment, found)]


def decree(assessment: Assessment, found: FindingOfRule) -> Iterator[str]:
    """Yield the number and day of the decree, where the rule reads it."""
    judged = assessment.kim.documents.decree_on(assessment.on)
    if "decree_recorded" in found.values and isinstance(judged.number, str):
        yield f"SK {judged.number}" + (f", {say(judged.issued)}" if judged.issued else "")


def statement(assessment: Assessment, found: FindingOfRule) -> Iterator[str]:
    """Yield the day of the statement, where the rule reads it and it is signed by then (R23)."""
    signed = assessment.kim.documents.statement_signed
    if "statement_signed" in found.values and signed is not None and signed <= assessment.on:
        yield f"Surat pernyataan, {say(signed)}"


def papers(assessment: Assessment, found: FindingOfRule) -> Iterator[str]:
    """Yield the evidence of the cases of a ground."""
    if found.rule.group is Group.GROUND:
        for case in assessment.kim.cases:
            if case.rule == found.rule.id and case.evidence:
                yield case.evidence
