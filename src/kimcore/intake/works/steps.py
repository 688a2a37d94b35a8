"""Steps: rows of Tahapan as stages of works, each taken in its order or reported with what forbids it (IV)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from attrs import evolve, frozen

from kimcore.collaboration import Deadline, Plan, StageRecord, record_stage
from kimcore.errors import KimError
from kimcore.intake.cells import letters
from kimcore.intake.works.drafts import said_by
from kimcore.intake.works.rows import Row

__all__ = ["with_stages"]

FIELDS = ("outcome", "on", "by", "evidence", "reason")


@frozen
class Step:
    """A row of Tahapan and the stage (id) that it is about."""

    stage: str
    row: Row


def with_stages(work: Any, rows: Iterable[Row]) -> Any:
    """Return a work with the stages and deadlines that rows state, in the order of its plan.

    A stage that is recorded stands: a row that says otherwise is reported, as is one that the plan does not allow.
    """
    plan: Plan = work.plan
    steps = [step for row in rows for step in stage_of(plan, row)]
    work = with_deadlines(work, steps)
    for step in sorted(steps, key=lambda s: plan.ids.index(s.stage)):
        made = record_of(work, step)
        if made is not None:
            try:
                work = record_stage(work, made)
            except KimError as error:
                step.row.report("stage_refused", "stage", value=step.row.get("stage"), name=said_by(error))
    return work


def stage_of(plan: Plan, row: Row) -> Iterable[Step]:
    """Give the stage that a row names by its label or id; one that the plan does not have is reported."""
    said = letters(row.get("stage") or "")
    for stage in plan.stages:
        if said in (letters(stage.id), letters(stage.label.id), letters(stage.label.en)):
            yield Step(stage.id, row)
            return
    row.report("choice_unreadable" if said else "name_missing", "stage", value=row.get("stage"))


def with_deadlines(work: Any, steps: Iterable[Step]) -> Any:
    """Return a work with the deadlines that rows state; a row that is blank behind its stage takes one away."""
    stated: dict[str, date | None] = {s.stage: s.row.get("deadline") for s in steps if says_deadline(s.row)}
    kept = {d.stage: d.on for d in work.progress.deadlines} | stated
    days = ((id, kept.get(id)) for id in work.plan.ids)
    deadlines = tuple(Deadline(stage=id, on=on) for id, on in days if on is not None)
    if set(deadlines) == set(work.progress.deadlines):
        return work
    return evolve(work, progress=evolve(work.progress, deadlines=deadlines))


def says_deadline(row: Row) -> bool:
    """Tell whether a row states a deadline, or that there is none: what became of a stage leaves its deadline."""
    given = row.get("deadline") is not None or not any(row.get(name) for name in FIELDS)
    return row.has("deadline") and given and not row.record.is_flawed("deadline")


def record_of(work: Any, step: Step) -> StageRecord | None:
    """Return the record of a stage that a row states; None for a deadline alone, or where it is reported."""
    row, known = step.row, {r.stage: r for r in work.progress.records}.get(step.stage)
    if not any(row.get(name) for name in FIELDS):
        return None
    values = {name: row.get(name) for name in FIELDS if row.has(name)}
    if known is not None:
        stated = {name: value for name, value in values.items() if value is not None}
        if any(getattr(known, name) != value for name, value in stated.items()):
            row.report("stage_kept", "stage", value=row.get("stage"))
        return None
    missing = [(name, code) for name, code in MISSING if values.get(name) is None]
    for name, code in missing:
        if not row.record.is_flawed(name):
            row.report(code, name)
    if missing:
        return None
    try:
        made: dict[str, Any] = {"by": ""} | values
        return StageRecord(stage=step.stage, **made)
    except KimError as error:
        row.report("record_refused", "stage", name=said_by(error))
        return None


MISSING = (("outcome", "choice_unreadable"), ("on", "date_missing"))
