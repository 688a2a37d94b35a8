"""Scoring: the interest that a plug-in sees in each KIM, beside the office's own score (III.C, R17)."""

from collections.abc import Sequence
from datetime import date

from attrs import evolve

from kimcore.community import Kim
from kimcore.mapping import Interest, Score, Subject
from kimcore.plugins import PluginHost
from kimcore.ports import Scorer
from kimcore.protection import without_personal

__all__ = ["scored"]


def scored(
    subjects: Sequence[Subject], kims: Sequence[Kim], on: date, *, scorer: Scorer | None, host: PluginHost
) -> Sequence[Subject]:
    """Return subjects with the score of a plug-in; all as they were where it fails for one of their KIMs.

    A map in which some are scored and some are not would compare what cannot be compared. A plug-in that does not ask
    for personal data is passed each KIM without them.
    """
    if scorer is None:
        return subjects
    shown = kims if host.may_see_persons(scorer) else map(without_personal, kims)
    with host.isolated(scorer):
        return [with_score(s, number(scorer.score(kim, on))) for s, kim in zip(subjects, shown, strict=True)]
    return subjects


def with_score(subject: Subject, score: Score) -> Subject:
    """Return a subject with the score of a plug-in; the office's, if there is one, still counts."""
    interest = Interest(office=subject.scores.interest.office, plugin=score)
    return evolve(subject, scores=evolve(subject.scores, interest=interest))


def number(score: object) -> Score:
    """Return a score as a plain number; refuse what is none."""
    match score:
        case None:
            return None
        case int() if not isinstance(score, bool):
            return int(score)
        case float():
            return float(score)
    raise TypeError("a score is a number or None")
