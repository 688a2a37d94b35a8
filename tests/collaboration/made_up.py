"""Made-up works that hold all that their stages need, and a way to take them through their stages."""

from datetime import date, timedelta
from typing import Any, TypeVar

from attrs import evolve

from kimcore.collaboration import (
    Accompaniment,
    Competition,
    CompetitionKind,
    CompetitionLevel,
    Origin,
    Progress,
    StageOutcome,
    StageRecord,
    Work,
    record_stage,
)
from kimcore.testing.builders import OFFICE
from kimcore.testing.contests import RUBRIC, a_check, a_competition, an_award, an_entry, candidates, scores
from kimcore.testing.works import (
    a_collaboration,
    a_dissemination,
    a_material,
    a_trial,
    an_appointment,
    an_event,
)
from kimcore.values import Answer

__all__ = [
    "DAY",
    "LATER",
    "NO",
    "RUBRIC",
    "START",
    "UNKNOWN",
    "WORKS",
    "YES",
    "a_check",
    "a_collaboration",
    "a_competition",
    "a_dissemination",
    "a_material",
    "a_trial",
    "an_appointment",
    "an_award",
    "an_entry",
    "an_event",
    "an_outside_competition",
    "before",
    "candidates",
    "done",
    "scores",
    "skipped",
    "through",
]

DAY = timedelta(days=1)
START = date(2026, 3, 2)
"""The day of the first stage of every made-up work."""

LATER = date(2026, 6, 30)
"""A day after everything that made-up works hold."""

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN

W = TypeVar("W", bound=Work)


def done(stage: str, on: date = LATER, **changes: Any) -> StageRecord:
    """Return the record of a stage that was done."""
    given: dict[str, Any] = {"stage": stage, "on": on, "by": "made-up officer", "evidence": "made-up minutes"}
    return StageRecord(**given | changes)


def skipped(stage: str, on: date = LATER, **changes: Any) -> StageRecord:
    """Return the record of a stage that was skipped."""
    return done(stage, on, **{"outcome": StageOutcome.SKIPPED, "evidence": "", "reason": "made-up reason"} | changes)


def through(work: W, last: str = "", on: date = LATER) -> W:
    """Return a work whose stages were done on one day, up to a stage and with it, or all."""
    for stage in work.plan.ids:
        work = record_stage(work, done(stage, on))
        if stage == last:
            break
    return work


def before(work: W, stage: str, on: date = LATER) -> W:
    """Return a work in which all stages that stand before one in the plan were done on a day."""
    ids = work.plan.ids
    return evolve(work, progress=Progress(records=tuple(done(s, on) for s in ids[: ids.index(stage)])))  # type: ignore[misc]


def an_outside_competition(**changes: Any) -> Competition:
    """Return a competition of the province that a KIM joined and the office accompanied."""
    given: dict[str, Any] = {
        "id": "competition-2",
        "office": OFFICE,
        "title": "Lomba Provinsi Contoh",
        "kind": CompetitionKind.OUTSIDE,
        "level": CompetitionLevel.PROVINCE,
        "candidates": candidates(),
        "entries": (an_entry(category=""),),
        "accompaniments": (Accompaniment(on=date(2026, 4, 2), by="made-up officer", what="contoh"),),
        "evaluation": "simpulan contoh",
    }
    return Competition(**given | changes)


WORKS: dict[str, Any] = {
    "event": an_event,
    "trial A": lambda **changes: a_trial("A", **changes),
    "trial B": a_trial,
    "collaboration A": a_collaboration,
    "collaboration B": lambda **changes: a_collaboration("B", **changes),
    "material": a_material,
    "narrative": lambda **changes: a_material(**{"origin": Origin.NARRATIVE} | changes),
    "own competition": a_competition,
    "outside competition": an_outside_competition,
    "award": an_award,
}
