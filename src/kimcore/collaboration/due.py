"""Due: what office and KIMs have to do by a day: stages, terms that end, productions, editions (IV, R19)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from attrs import evolve, field, frozen
from dateutil.relativedelta import relativedelta

from kimcore.clauses import cite
from kimcore.collaboration.competitions import Competition, Recurrence
from kimcore.collaboration.production import KeepingState, keeping
from kimcore.collaboration.stages import Responsible
from kimcore.collaboration.trials import Trial
from kimcore.collaboration.work import Work, state_on
from kimcore.community import Kim
from kimcore.errors import InvalidValue
from kimcore.geography import RegionCode
from kimcore.partnership import Change
from kimcore.privacy import public
from kimcore.terms import Term, Text

__all__ = ["DueKind", "DueRow", "due", "due_for"]


class DueKind(Term):
    """What is due."""

    STAGE = "stage", "tahap kegiatan", "stage"
    TRIAL = "trial", "akhir masa uji coba", "end of a trial"
    PRODUCTION = "production", "produksi konten", "production of content"
    APPOINTMENT = "appointment", "akhir masa penetapan", "end of an appointment"
    EDITION = "edition", "edisi berikutnya", "next edition"
    PARTNERSHIP = "partnership", "kemitraan", "partnership"


@frozen(kw_only=True)
class DueRow:
    """Something due: on which day, of which work (id; blank for a partnership), for which KIMs (ids), and who acts.

    `key` tells it from others of its kind and work, whatever its day: the stage, the content, the rule. `overdue` tells
    that the day is past.
    """

    on: date = field(metadata=public())
    kind: DueKind = field(metadata=public())
    office: RegionCode = field(metadata=public("I.A.3"))
    work: str = field(default="", metadata=public())
    kims: tuple[str, ...] = field(default=(), metadata=public())
    by: Responsible = field(default=Responsible.OFFICE, metadata=public())
    what: Text = field(metadata=public())
    clause: str = field(metadata=public())
    key: str = field(default="", metadata=public())
    overdue: bool = field(metadata=public())


NO_CHANGES: Final[Mapping[str, Iterable[Change]]] = MappingProxyType({})


def due(
    works: Iterable[Work],
    kims: Iterable[Kim],
    on: date,
    ahead: int,
    changes: Mapping[str, Iterable[Change]] = NO_CHANGES,
) -> tuple[DueRow, ...]:
    """Return what is due on a day, is overdue, or falls due within so many days ahead, earliest first.

    The logs of `kims` tell which productions are done; `changes` are those of `partnership.outlook` by KIM (id), whose
    decrees and terms are the partnership's matter. Raise `InvalidValue` for days ahead below 0 or beyond the calendar.
    """
    if not 0 <= ahead <= (date.max - on).days:
        en, id = f"{ahead} days ahead of {on} cannot be looked at", f"{ahead} hari sesudah {on} tidak dapat ditinjau"
        raise InvalidValue("due_days", en, id, field="ahead")
    every, known = tuple(works), {kim.id: kim for kim in kims}
    found = (
        *(row for work in every for row in stages_due(work, on)),
        *(row for trial in every if isinstance(trial, Trial) for row in trial_due(trial, known.get(trial.kim), on)),
        *editions_due([w for w in every if isinstance(w, Competition)], on),
        *(row for id in sorted(changes) if id in known for row in changes_due(known[id], changes[id], on)),
    )
    last = on + timedelta(days=ahead)
    return tuple(sorted((row for row in found if row.on <= last), key=order_of))


def order_of(row: DueRow) -> tuple[object, ...]:
    """Return the key by which rows stand."""
    return row.on, list(DueKind).index(row.kind), row.work, row.kims, row.what.id


def due_for(rows: Iterable[DueRow], kim: str) -> tuple[DueRow, ...]:
    """Return the rows that concern a KIM (id)."""
    return tuple(row for row in rows if kim in row.kims)


def stages_due(work: Work, on: date) -> Iterator[DueRow]:
    """Yield the stages with a deadline that are neither done nor skipped."""
    state = state_on(work, on)
    for deadline in work.progress.deadlines:
        if deadline.stage in (*state.open, *state.waiting):
            stage = work.plan[deadline.stage]
            yield DueRow(
                on=deadline.on,
                kind=DueKind.STAGE,
                office=work.office,
                work=work.id,
                kims=work.kims,
                by=stage.by,
                what=Text("{work}: {stage}", "{work}: {stage}").format(work=work.title, stage=stage.label),
                clause=stage.clause.id,
                key=stage.id,
                overdue=deadline.on < on,
            )


def trial_due(trial: Trial, kim: Kim | None, on: date) -> Iterator[DueRow]:
    """Yield the end of a trial, its productions that are not done, and the end of an appointment."""
    state = state_on(trial, on)
    if "production" in (*state.open, *state.waiting):
        if trial.term is not None:
            yield trial_row(trial, DueKind.TRIAL, trial.term.end, on, TRIAL_ENDS)
        yield from productions_due(trial, kim, on)
    made = trial.appointment
    if made is not None and made.period is not None and trial.appointed_on(on) and not made.period.is_open:
        yield trial_row(trial, DueKind.APPOINTMENT, made.period.end, on, APPOINTMENT_ENDS)


def productions_due(trial: Trial, kim: Kim | None, on: date) -> Iterator[DueRow]:
    """Yield the contents of a schedule that are not done."""
    for row in keeping(trial, kim.log if kim else (), on).rows:
        if row.state not in (KeepingState.KEPT, KeepingState.LATE):
            what = PRODUCTION.format(what=row.production.what or "-", state=row.state)
            made = trial_row(trial, DueKind.PRODUCTION, row.production.on, on, what)
            yield evolve(made, key=row.production.what or row.production.on.isoformat())


ASKED_BY: Final = {
    DueKind.TRIAL: cite("IV.B.B.trial.3"),
    DueKind.PRODUCTION: cite("IV.B.B.trial.3"),
    DueKind.APPOINTMENT: cite("IV.B.B.trial.4"),
}


def trial_row(trial: Trial, kind: DueKind, day: date, on: date, what: Text) -> DueRow:
    """Return a row of a trial."""
    by = Responsible.KIM if kind is DueKind.PRODUCTION else Responsible.OFFICE
    return DueRow(
        on=day,
        kind=kind,
        office=trial.office,
        work=trial.id,
        kims=trial.kims,
        by=by,
        what=what,
        clause=ASKED_BY[kind].id,
        overdue=day < on,
    )


def editions_due(competitions: list[Competition], on: date) -> Iterator[DueRow]:
    """Yield the next edition of each yearly competition whose next one is not recorded: a year after it opened."""
    for held in competitions:
        if held.recurrence is Recurrence.YEARLY and held.opens is not None and not is_followed(held, competitions):
            day = held.opens + relativedelta(years=1)
            yield DueRow(
                on=day,
                kind=DueKind.EDITION,
                office=held.office,
                work=held.id,
                what=EDITION.format(title=held.title),
                clause=cite("IV.E.own.calendar").id,
                overdue=day < on,
            )


def is_followed(held: Competition, competitions: list[Competition]) -> bool:
    """Tell whether a later edition of the same title and office is recorded."""
    same = [c for c in competitions if (c.office, c.title.casefold()) == (held.office, held.title.casefold())]
    return any(c.opens is not None and held.opens is not None and c.opens > held.opens for c in same)


def changes_due(kim: Kim, changes: Iterable[Change], on: date) -> Iterator[DueRow]:
    """Yield what stops holding in a partnership."""
    for change in changes:
        yield DueRow(
            on=change.on,
            kind=DueKind.PARTNERSHIP,
            office=kim.office,
            kims=(kim.id,),
            what=change.reason,
            clause=change.rule,
            key=change.rule,
            overdue=change.on < on,
        )


TRIAL_ENDS = Text("Masa uji coba berakhir", "The trial ends")
APPOINTMENT_ENDS = Text("Masa penetapan berakhir", "The appointment ends")
PRODUCTION = Text("Produksi konten: {what} ({state})", "Production of content: {what} ({state})")
EDITION = Text("Edisi berikutnya: {title}", "Next edition: {title}")
