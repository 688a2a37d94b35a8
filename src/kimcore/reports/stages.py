"""Stages: how far each work of office and KIMs is, and the stages of one work (IV)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from kimcore.collaboration import Branding, Stage, StageOutcome, Work, WorkState, WorkStatus, branding_shown, state_on
from kimcore.reports.columns import columns, lines
from kimcore.tables import Cell, Table
from kimcore.terms import Term, Text
from kimcore.values import Answer

__all__ = ["NONE", "stages", "works_table"]

WORKS = columns(
    ("id", "Id", "Id", 16),
    ("title", "Nama", "Title", 28),
    ("kims", "KIM", "KIMs", 22),
    ("status", "Keadaan", "State", 16),
    ("stages", "Tahap", "Stages", 7),
    ("next", "Tahap berikutnya", "Next Stage", 24),
    ("late", "Terlambat", "Late", 20),
    ("gaps", "Kekurangan", "Gaps", 24),
    ("branding", "BerMiTRA", "BerMiTRA", 10),
)
NONE = Text("tidak ada", "none")
"""That there is nothing is known here: it follows from what is recorded."""

BRANDING = Text(
    "{brand} (IV.F) ditampilkan pada {yes}, tidak pada {no}, belum tercatat pada {unknown}.",
    "{brand} (IV.F) is shown on {yes}, not on {no}, and of {unknown} it is not recorded.",
)


def works_table(group: Term, works: Sequence[Work], on: date, names: Mapping[str, str]) -> Table:
    """Return one row per work of a group: how far it is on a day; `names` are those of KIMs by id."""
    return Table(
        key=group.code,
        name=group.text,
        title=group.text,
        columns=WORKS,
        rows=tuple(cells(work, state_on(work, on), names) for work in works),
        notes=(branding_note(works),),
    )


def cells(work: Work, state: WorkState, names: Mapping[str, str]) -> tuple[Cell, ...]:
    """Return the row of one work."""
    plan, recorded = work.plan, len(state.done) + len(state.skipped)
    return (
        work.id,
        work.title,
        lines(*(names.get(kim, kim) for kim in work.kims)),
        state.status,
        f"{recorded}/{len(plan.stages)}",
        lines(*(plan[id].label for id in state.open)) or NONE,
        lines(*(plan[id].label for id in state.late)) or NONE,
        lines(*state.gaps) or NONE,
        work.branding,
    )


def branding_note(works: Iterable[Work]) -> Text:
    """Say on how many works BerMiTRA is shown (IV.F)."""
    found = branding_shown(works)
    yes, no, unknown = (len(found[a]) for a in (Answer.YES, Answer.NO, Answer.UNKNOWN))
    return BRANDING.format(brand=Branding.BERMITRA, yes=yes, no=no, unknown=unknown)


STAGES = columns(
    ("stage", "Tahap", "Stage", 16),
    ("label", "Nama tahap", "What It Is", 40),
    ("by", "Pelaksana", "Who Acts", 22),
    ("state", "Keadaan", "State", 22),
    ("on", "Tanggal", "Date", 14),
    ("officer", "Pejabat", "Officer", 24),
    ("evidence", "Bukti atau alasan", "Evidence or Reason", 40),
    ("needs", "Yang diperlukan", "What It Needs", 44),
    ("deadline", "Tenggat", "Deadline", 14),
    ("clause", "Ketentuan", "Clause", 16),
)
OPEN, WAITING = Text("dapat dilakukan", "can be done"), Text("menunggu tahap lain", "waits for another")
LATE, OVER = Text("terlambat", "late"), Text("tidak dilakukan lagi", "no longer due")


def stages(work: Work, on: date) -> Table:
    """Return the stages of one work, what became of each by a day, and what those not recorded need."""
    state = state_on(work, on)
    title = Text("{title}: {status}", "{title}: {status}").format(title=work.title, status=state.status)
    rows = tuple(stage_cells(work, stage, state) for stage in work.plan.stages)
    name = Text("Tahap", "Stages")
    return Table(key="stages", name=name, title=title, columns=STAGES, rows=rows, notes=(*state.gaps,))


def stage_cells(work: Work, stage: Stage, state: WorkState) -> tuple[Cell, ...]:
    """Return the row of one stage."""
    record = work.progress.recorded(state.on).get(stage.id)
    deadline = next((d.on for d in work.progress.deadlines if d.stage == stage.id), None)
    made = (record.on, record.by, record.evidence or record.reason) if record else (None, None, None)
    needs = () if record else tuple(n.what for n in stage.needs if not n.holds(work, state.on))
    about = (lines(*stage_state(stage.id, state)), *made, lines(*needs) or NONE, deadline)
    return (stage.id, stage.label, stage.by, *about, stage.clause.id)


def stage_state(stage: str, state: WorkState) -> Iterator[Term | Text]:
    """Yield in words what became of a stage, and that it is late."""
    told: tuple[tuple[Iterable[str], Term | Text], ...] = (
        (state.done, StageOutcome.DONE),
        (state.skipped, StageOutcome.SKIPPED),
        (state.open, OPEN),
        (state.waiting, WAITING),
    )
    found = [text for ids, text in told if stage in ids]
    yield from found or [OVER]
    if stage in state.late and state.status is not WorkStatus.CANCELLED:
        yield LATE
