"""Work: anything done in stages; what may be recorded next, and its state as a function of the record and a date."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Protocol, TypeVar

from attrs import evolve, field, frozen

from kimcore.collaboration.progress import Cancellation, Progress, StageOutcome, StageRecord, check_order, faults_of
from kimcore.collaboration.stages import Plan
from kimcore.collaboration.wording import listed
from kimcore.errors import NotAllowed
from kimcore.geography import RegionCode
from kimcore.privacy import public
from kimcore.terms import Term, Text
from kimcore.values import Answer

__all__ = ["Work", "WorkState", "WorkStatus", "branding_shown", "call_off", "objections", "record_stage", "state_on"]


class Work(Protocol):
    """What capacity events, trials, collaborations, materials, competitions and awards have in common."""

    @property
    def id(self) -> str:
        """Its id."""
        ...

    @property
    def office(self) -> RegionCode:
        """The office that keeps it."""
        ...

    @property
    def title(self) -> str:
        """What it is called."""
        ...

    @property
    def kims(self) -> tuple[str, ...]:
        """The ids of the KIMs that it concerns, each once."""
        ...

    @property
    def branding(self) -> Answer:
        """Whether BerMiTRA is shown on it (IV.F)."""
        ...

    @property
    def plan(self) -> Plan:
        """Its stages."""
        ...

    @property
    def progress(self) -> Progress:
        """What is recorded of them."""
        ...


W = TypeVar("W", bound=Work)


class WorkStatus(Term):
    """How far a work is."""

    PLANNED = "planned", "belum dimulai", "not begun"
    RUNNING = "running", "sedang berjalan", "under way"
    FINISHED = "finished", "seluruh tahap selesai", "finished"
    CANCELLED = "cancelled", "dibatalkan", "called off"


@frozen(kw_only=True)
class WorkState:
    """The state of a work on a day; stages by id, in the order of the plan.

    `open` stages can be done now as far as other stages are concerned, `waiting` ones come after one that is not
    recorded yet; `late` are those of both whose deadline is past. `gaps` say what a stage that was done lacks.
    """

    on: date = field(metadata=public())
    status: WorkStatus = field(metadata=public())
    done: tuple[str, ...] = field(metadata=public())
    skipped: tuple[str, ...] = field(metadata=public())
    open: tuple[str, ...] = field(metadata=public())
    waiting: tuple[str, ...] = field(metadata=public())
    late: tuple[str, ...] = field(metadata=public())
    gaps: tuple[Text, ...] = field(metadata=public())


def state_on(work: Work, on: date) -> WorkState:
    """Return the state of a work on a day: what is recorded by then, whatever was recorded later."""
    recorded, plan = work.progress.recorded(on), work.plan
    left = [s for s in plan.stages if s.id not in recorded]
    cancelled = work.progress.is_cancelled(on)
    free = [s.id for s in left if all(before in recorded for before in s.after) and not cancelled]
    deadlines = {d.stage: d.on for d in work.progress.deadlines}
    outcomes = {id: recorded[id].outcome for id in plan.ids if id in recorded}
    return WorkState(
        on=on,
        status=status_of(len(recorded), len(left), cancelled=cancelled),
        done=tuple(id for id, outcome in outcomes.items() if outcome is StageOutcome.DONE),
        skipped=tuple(id for id, outcome in outcomes.items() if outcome is StageOutcome.SKIPPED),
        open=tuple(free),
        waiting=tuple(s.id for s in left if s.id not in free and not cancelled),
        late=tuple(s.id for s in left if s.id in deadlines and deadlines[s.id] < on and not cancelled),
        gaps=tuple(gaps(work, on)),
    )


def status_of(recorded: int, left: int, *, cancelled: bool) -> WorkStatus:
    """Return how far a work is, by how many stages are recorded and how many are left."""
    if cancelled:
        return WorkStatus.CANCELLED
    if not left:
        return WorkStatus.FINISHED
    return WorkStatus.RUNNING if recorded else WorkStatus.PLANNED


def gaps(work: Work, on: date) -> Iterator[Text]:
    """Yield what stages need that were done by a day, and what the work does not hold."""
    for id, record in work.progress.recorded(on).items():
        if record.outcome is StageOutcome.DONE:
            yield from lacks(work, id, record.on)


def lacks(work: Work, stage: str, on: date) -> Iterator[Text]:
    """Yield what a stage needs on a day and the work does not hold."""
    found = work.plan[stage]
    for need in found.needs:
        if not need.holds(work, on):
            yield LACKS.format(stage=found.label, what=need.what, clause=found.clause.id)


LACKS = Text("“{stage}” memerlukan {what} ({clause})", "“{stage}” requires {what} ({clause})")
TWICE = Text("“{stage}” sudah tercatat pada {on}", "“{stage}” is already recorded on {on}")


def objections(work: Work, made: StageRecord) -> tuple[Text, ...]:
    """Return everything that forbids a record: stages before it, what they need, an earlier record of the stage.

    What a stage needs of the work is asked only of one that is done. Raise `NotFound` for a stage that the plan does
    not have.
    """
    label = work.plan[made.stage].label
    earlier = [TWICE.format(stage=label, on=r.on) for r in work.progress.records if r.stage == made.stage]
    before = faults_of(work.plan, work.progress, made.stage, made.on)
    needs = lacks(work, made.stage, made.on) if made.outcome is StageOutcome.DONE else ()
    return (*earlier, *before, *needs)


def record_stage(work: W, made: StageRecord) -> W:
    """Return a work with one more stage; raise `NotAllowed` with everything that forbids it."""
    if found := objections(work, made):
        what = listed(found)
        raise NotAllowed(
            "stage_not_allowed",
            f"the stage cannot be recorded on {made.on}: {what.en}",
            f"tahap tidak dapat dicatat pada {made.on}: {what.id}",
            field=made.stage,
            clause=work.plan[made.stage].clause.id,
        )
    return with_progress(work, records=(*work.progress.records, made))


def call_off(work: W, cancellation: Cancellation) -> W:
    """Return a work that is called off.

    Raise `NotAllowed` where it is finished or called off already, `InvalidValue` where a stage was done after that day.
    """
    if work.progress.cancelled is not None or len(work.progress.records) == len(work.plan.stages):
        en, id = "a work that is over cannot be called off", "kegiatan yang sudah berakhir tidak dapat dibatalkan"
        raise NotAllowed("work_over", en, id, field="progress")
    return with_progress(work, cancelled=cancellation)


def with_progress(work: W, **changes: Any) -> W:
    """Return a work whose progress has changes."""
    progress = evolve(work.progress, **changes)
    check_order(work.plan, progress)
    changed: W = evolve(work, progress=progress)  # type: ignore[misc]
    return changed


def branding_shown(works: Iterable[Work]) -> dict[Answer, tuple[str, ...]]:
    """Return the works (ids) that show BerMiTRA, that do not, and of which it is not known (IV.F)."""
    every = tuple(works)
    return {answer: tuple(w.id for w in every if w.branding is answer) for answer in Answer}
