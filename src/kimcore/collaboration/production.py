"""Production: whether a KIM keeps to its production schedule, measured from its dissemination log (IV.B.B.trial.3)."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from attrs import field, frozen

from kimcore.clauses import cite
from kimcore.collaboration.trials import Production, Trial
from kimcore.community import Activity
from kimcore.privacy import public
from kimcore.terms import Term
from kimcore.values import Period

__all__ = ["Keeping", "KeepingState", "ProductionRow", "keeping"]

CLAUSE: Final = cite("IV.B.B.trial.3")


class KeepingState(Term):
    """What became of a content of the schedule."""

    KEPT = "kept", "sesuai jadwal", "on schedule"
    LATE = "late", "terlambat", "late"
    MISSED = "missed", "tidak terlaksana", "missed"
    AHEAD = "ahead", "belum jatuh tempo", "not due yet"
    UNKNOWN = "unknown", "belum diketahui", "unknown"


@frozen(kw_only=True)
class ProductionRow:
    """A content of the schedule, what became of it, and the day of the activity that fulfils it."""

    production: Production = field(metadata=public("IV.B.B.trial.3"))
    state: KeepingState = field(metadata=public("IV.B.B.trial.3"))
    done: date | None = field(metadata=public("IV.B.B.trial.3"))


@frozen(kw_only=True)
class Keeping:
    """How a schedule was kept by a day; `undated` activities of the log could not be assigned to it."""

    on: date = field(metadata=public("IV.B.B.trial.3"))
    rows: tuple[ProductionRow, ...] = field(metadata=public("IV.B.B.trial.3"))
    undated: int = field(metadata=public("IV.B.B.trial.3"))

    def number(self, state: KeepingState) -> int:
        """Return how many contents are in a state."""
        return sum(row.state is state for row in self.rows)

    @property
    def share(self) -> float | None:
        """Contents on schedule per content that was due, 0 to 1; None where none was due or one is unknown."""
        due = len(self.rows) - self.number(KeepingState.AHEAD)
        known = due > 0 and not self.number(KeepingState.UNKNOWN)
        return self.number(KeepingState.KEPT) / due if known else None


def keeping(trial: Trial, log: Sequence[Activity], on: date) -> Keeping:
    """Measure from a KIM's log how its schedule was kept by a day.

    An activity within the trial's term (if it is recorded) that took place fulfils one content, as many as its count
    says. Each goes to the earliest content still open that is due on its day or later; what is left over makes good, as
    late, the earliest content that was missed before it. A content that is due and not fulfilled is missed; it is
    unknown where the log is empty or holds an activity without a day.
    """
    schedule = sorted(trial.schedule, key=lambda p: p.on)
    days = days_of(log, trial.term, on, len(schedule))
    undated = sum(a.on is None and a.took_place for a in log)
    done = assigned([p.on for p in schedule], days)
    blank = KeepingState.UNKNOWN if undated or not log else KeepingState.MISSED
    return Keeping(
        on=on,
        undated=undated,
        rows=tuple(row_of(p, done.get(i), on, blank) for i, p in enumerate(schedule)),
    )


def days_of(log: Iterable[Activity], term: Period | None, on: date, most: int) -> list[date]:
    """Return the days of activities by a day, in order, one for each that took place, of one row at most so many."""
    days: list[date] = []
    for activity in log:
        day = activity.on
        if day is not None and day <= on and (term is None or day in term):
            days += [day] * (1 if activity.count is None else min(activity.count, most))
    return sorted(days)


def assigned(due: Sequence[date], days: Iterable[date]) -> dict[int, date]:
    """Return, by the place of a due day in their order, the day of the activity that fulfils it."""
    done: dict[int, date] = {}
    over: list[date] = []
    for day in days:
        place = next((i for i, by in enumerate(due) if i not in done and day <= by), None)
        if place is None:
            over.append(day)
        else:
            done[place] = day
    missed = [i for i in range(len(due)) if i not in done]
    return done | dict(zip(missed, over, strict=False))


def row_of(production: Production, done: date | None, on: date, blank: KeepingState) -> ProductionRow:
    """Return the row of one content."""
    if done is not None:
        state = KeepingState.KEPT if done <= production.on else KeepingState.LATE
    else:
        state = KeepingState.AHEAD if on < production.on else blank
    return ProductionRow(production=production, state=state, done=done)
