"""Progress: what is recorded of the stages of a work: what was done or skipped, deadlines, a cancellation."""

from collections.abc import Iterator
from datetime import date

from attrs import field, frozen

from kimcore.collaboration.stages import Plan
from kimcore.collaboration.wording import listed
from kimcore.errors import InvalidValue
from kimcore.privacy import general, public
from kimcore.terms import Term, Text

__all__ = ["Cancellation", "Deadline", "Progress", "StageOutcome", "StageRecord", "check_order", "lacking"]


class StageOutcome(Term):
    """What became of a stage."""

    DONE = "done", "selesai", "done"
    SKIPPED = "skipped", "dilewati", "skipped"


def lacking(record: object, *names: str) -> list[str]:
    """Return the names of the texts that are blank in a record."""
    return [name for name in names if not getattr(record, name).strip()]


@frozen(kw_only=True)
class StageRecord:
    """A stage that was done, on what evidence, or skipped, for what reason: when and by whom."""

    stage: str = field(metadata=public())
    outcome: StageOutcome = field(default=StageOutcome.DONE, metadata=public())
    on: date = field(metadata=public())
    by: str = field(repr=False, metadata=general(names="other"))
    evidence: str = field(default="", repr=False, metadata=general())
    reason: str = field(default="", repr=False, metadata=general())

    def __attrs_post_init__(self) -> None:
        """Refuse a record without person, and without evidence (done) or reason (skipped)."""
        why = "evidence" if self.outcome is StageOutcome.DONE else "reason"
        if blank := lacking(self, "by", why):
            wanted = ", ".join(blank)
            raise InvalidValue(
                "stage_incomplete",
                f"stage {self.stage!r} as {self.outcome.say('en')} needs: {wanted}",
                f"tahap {self.stage!r} yang {self.outcome.say('id')} memerlukan: {wanted}",
                field=blank[0],
            )


@frozen(kw_only=True)
class Deadline:
    """The day by which a stage is to be done."""

    stage: str = field(metadata=public())
    on: date = field(metadata=public())


@frozen(kw_only=True)
class Cancellation:
    """A work that was called off: when, by whom and why; from that day on none of its stages is due."""

    on: date = field(metadata=public())
    by: str = field(repr=False, metadata=general(names="other"))
    reason: str = field(repr=False, metadata=general())

    def __attrs_post_init__(self) -> None:
        """Refuse one without person or reason."""
        if blank := lacking(self, "by", "reason"):
            wanted = ", ".join(blank)
            en, id = f"calling off a work needs: {wanted}", f"pembatalan memerlukan: {wanted}"
            raise InvalidValue("cancellation_incomplete", en, id, field=blank[0])


@frozen(kw_only=True)
class Progress:
    """What is recorded of the stages of one work: records in any order, deadlines, and its cancellation."""

    records: tuple[StageRecord, ...] = field(default=(), metadata=public())
    deadlines: tuple[Deadline, ...] = field(default=(), metadata=public())
    cancelled: Cancellation | None = field(default=None, metadata=public())

    def recorded(self, on: date) -> dict[str, StageRecord]:
        """Return the records of stages made on or before a day, by stage."""
        return {r.stage: r for r in self.records if r.on <= on}

    def is_done(self, stage: str, on: date) -> bool:
        """Tell whether a stage was done, not skipped, on or before a day."""
        record = self.recorded(on).get(stage)
        return record is not None and record.outcome is StageOutcome.DONE

    def is_cancelled(self, on: date) -> bool:
        """Tell whether the work was called off on or before a day."""
        return self.cancelled is not None and self.cancelled.on <= on


def check_order(plan: Plan, progress: Progress) -> None:
    """Raise `InvalidValue` with every fault where stages were recorded out of the order of their plan."""
    if found := tuple(faults(plan, progress)):
        what = listed(found)
        raise InvalidValue(
            "stages_out_of_order", f"{plan.title.en}: {what.en}", f"{plan.title.id}: {what.id}", field="progress"
        )


def faults(plan: Plan, progress: Progress) -> Iterator[Text]:
    """Yield what is wrong with the records of a progress."""
    known = set(plan.ids)
    named = [r.stage for r in progress.records] + [d.stage for d in progress.deadlines]
    for stage in sorted(set(named) - known):
        yield Text("tahap {stage} tidak ada", "there is no stage {stage}").format(stage=stage)
    stages = [r.stage for r in progress.records if r.stage in known]
    for stage in sorted({s for s in stages if stages.count(s) > 1}):
        yield Text("tahap {stage} tercatat dua kali", "stage {stage} is recorded twice").format(stage=plan[stage].label)
    for record in progress.records:
        if record.stage in known:
            yield from faults_of(plan, progress, record.stage, record.on)


def faults_of(plan: Plan, progress: Progress, stage: str, on: date) -> Iterator[Text]:
    """Yield what forbids a stage on a day: a stage that it comes after and is not recorded by then, or the end."""
    label, recorded = plan[stage].label, progress.recorded(on)
    for before in plan[stage].after:
        if before not in recorded:
            yield BEFORE.format(stage=label, before=plan[before].label, clause=plan[before].clause.id)
    if progress.cancelled is not None and progress.cancelled.on < on:
        yield CALLED_OFF.format(stage=label, on=progress.cancelled.on)


BEFORE = Text("“{stage}” memerlukan tahap “{before}” ({clause})", "“{stage}” requires stage “{before}” ({clause})")
CALLED_OFF = Text("“{stage}”: kegiatan dibatalkan pada {on}", "“{stage}”: the work was called off on {on}")
