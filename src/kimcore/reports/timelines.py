"""Timelines: when the works of office and KIMs began, what was done on which day, and what is to come (IV)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import singledispatch

from kimcore.collaboration import (
    Award,
    CapacityEvent,
    Collaboration,
    Competition,
    Material,
    StageOutcome,
    Trial,
    Work,
    state_on,
)
from kimcore.tables import Bar, Moment, Timeline
from kimcore.terms import Term, Text
from kimcore.values import Period

__all__ = ["MomentKind", "in_order", "works_timeline"]


class MomentKind(Term):
    """What a moment of a timeline is."""

    DONE = "done", "tahap selesai", "stage done"
    SKIPPED = "skipped", "tahap dilewati", "stage skipped"
    DEADLINE = "deadline", "tenggat tahap", "deadline of a stage"
    CANCELLED = "cancelled", "dibatalkan", "called off"


OF_OUTCOME = {StageOutcome.DONE: MomentKind.DONE, StageOutcome.SKIPPED: MomentKind.SKIPPED}
NO_DAY = Text(
    "{number} belum memiliki tanggal dan tidak ada di linimasa.",
    "{number} have no day yet and are not in the timeline.",
)
CALLED_OFF = Text("Dibatalkan", "Called off")


def works_timeline(works: Iterable[tuple[Term, Work]], on: date, names: Mapping[str, str]) -> Timeline:
    """Return the works, each with its group, that have a day; what is recorded later than the day is left out.

    `names` are those of KIMs by id: a trial is told from others by its KIM.
    """
    every = tuple(works)
    found = [(group, work, days) for group, work in every if (days := sorted(days_of(work, on)))]
    bars = [bar_of(group, work, days, on, names) for group, work, days in found]
    return Timeline(
        key="timeline",
        name=Text("Linimasa", "Timeline"),
        title=Text("Linimasa kegiatan bersama KIM", "Timeline of what office and KIMs do together"),
        on=on,
        bars=tuple(sorted(bars, key=lambda bar: (bar.first, bar.last, bar.name))),
        notes=(NO_DAY.format(number=len(every) - len(bars)),) if len(bars) < len(every) else (),
    )


def in_order(works: Iterable[Work], on: date) -> tuple[Work, ...]:
    """Return works by their first day as known on a day, those without one last, then by title and id."""
    firsts = ((min(days_of(work, on), default=date.max), work.title, work.id, work) for work in works)
    return tuple(work for *_, work in sorted(firsts, key=lambda row: row[:3]))


def bar_of(group: Term, work: Work, days: list[date], on: date, names: Mapping[str, str]) -> Bar:
    """Return the bar of one work."""
    moments = tuple(sorted(moments_of(work, on), key=lambda m: m.on))
    name = f"{work.title}, {names.get(work.kim, work.kim)}" if isinstance(work, Trial) else work.title
    return Bar(name=name, group=group, first=days[0], last=days[-1], state=state_on(work, on).status, moments=moments)


def moments_of(work: Work, on: date) -> Iterator[Moment]:
    """Yield what was recorded by a day, and the deadlines of stages that are left."""
    recorded, state = work.progress.recorded(on), state_on(work, on)
    for stage, record in recorded.items():
        yield Moment(on=record.on, what=work.plan[stage].label, kind=OF_OUTCOME[record.outcome])
    for deadline in work.progress.deadlines:
        if deadline.stage in (*state.open, *state.waiting):
            yield Moment(on=deadline.on, what=work.plan[deadline.stage].label, kind=MomentKind.DEADLINE)
    cancelled = work.progress.cancelled
    if cancelled is not None and cancelled.on <= on:
        yield Moment(on=cancelled.on, what=CALLED_OFF, kind=MomentKind.CANCELLED)


def days_of(work: Work, on: date) -> Iterator[date]:
    """Yield the days of a work: of its moments, and those that its kind sets."""
    yield from (m.on for m in moments_of(work, on))
    yield from (day for day in set_days(work) if day is not None)


@singledispatch
def set_days(work: object) -> Iterable[date | None]:
    """Return the days that a work of any other kind sets: none."""
    del work
    return ()


@set_days.register
def of_event(work: CapacityEvent) -> Iterable[date | None]:
    """Return the days of the sessions."""
    return work.days


@set_days.register
def of_trial(work: Trial) -> Iterable[date | None]:
    """Return the term, and the productions."""
    return *ends(work.term), *(p.on for p in work.schedule)


@set_days.register
def of_collaboration(work: Collaboration) -> Iterable[date | None]:
    """Return the period."""
    return ends(work.period)


@set_days.register
def of_material(work: Material) -> Iterable[date | None]:
    """Return the days of its disseminations."""
    return tuple(d.on for d in work.disseminations)


@set_days.register
def of_competition(work: Competition) -> Iterable[date | None]:
    """Return opening and closing, registrations, and the days on which KIMs were accompanied."""
    return work.opens, work.closes, *(e.registered for e in work.entries), *(a.on for a in work.accompaniments)


@set_days.register
def of_award(work: Award) -> Iterable[date | None]:
    """Return the period, and the days on which it was given."""
    return *ends(work.period), *(r.on for r in work.recipients)


def ends(period: Period | None) -> tuple[date, ...]:
    """Return the first day of a period, and its last unless it is open."""
    if period is None:
        return ()
    return (period.start,) if period.is_open else (period.start, period.end)
