"""Work details: the tables that a work has beside its stages, by its kind (IV)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import singledispatch

from attrs import field, frozen

from kimcore.collaboration import (
    Award,
    CapacityEvent,
    Competition,
    Material,
    Trial,
    evaluate,
    keeping,
    quantities,
)
from kimcore.community import Kim
from kimcore.monitoring import Content
from kimcore.reports.capacity import attendances
from kimcore.reports.disseminating import dissemination_rows
from kimcore.reports.rankings import award_rankings, competition_rankings, recipients
from kimcore.reports.trying import event_changes, schedules, trial_ends
from kimcore.rules import Rulebook
from kimcore.tables import Table

__all__ = ["Backdrop", "details"]


@frozen(kw_only=True)
class Backdrop:
    """What the tables of works rest on: the day, the rulebook, the KIMs of the office and their contents."""

    on: date
    rulebook: Rulebook
    kims: tuple[Kim, ...] = field(default=(), repr=False)
    contents: tuple[Content, ...] = field(default=(), repr=False)

    @property
    def names(self) -> Mapping[str, str]:
        """The names of the KIMs by id."""
        return {kim.id: kim.name for kim in self.kims}

    def held(self, trials: Iterable[Trial]) -> tuple[Table, ...]:
        """Return how trials went."""
        logs = {kim.id: kim.log for kim in self.kims}
        found = [(trial, keeping(trial, logs.get(trial.kim, ()), self.on)) for trial in trials]
        return trial_ends(found, self.names), schedules(found, self.names)

    def met(self, events: Iterable[CapacityEvent]) -> tuple[Table, ...]:
        """Return who came to events, and what they changed as far as their days are known."""
        every = tuple(events)
        dated = [evaluate(e, self.contents, self.on, self.rulebook) for e in every if e.days and e.days[-1] < self.on]
        titles = {e.id: e.title for e in every}
        return attendances(every, self.on), event_changes(dated, titles, self.names)

    def given(self, awards: Iterable[Award]) -> tuple[Table, ...]:
        """Return how KIMs were assessed for awards, and who received them."""
        every = tuple(awards)
        found = {a.id: quantities(a, self.kims, self.contents) for a in every}
        return award_rankings(every, self.on, self.names, found), recipients(every, self.names)


def details(work: object, backdrop: Backdrop) -> tuple[Table, ...]:
    """Return the tables of one work beside its stages, without empty ones."""
    return tuple(table for table in of_kind(work, backdrop) if table.rows)


@singledispatch
def of_kind(work: object, backdrop: Backdrop) -> Iterable[Table]:  # noqa: ARG001 (the kinds below have tables)
    """Return the tables of a work of any other kind: none."""
    return ()


@of_kind.register
def of_event(work: CapacityEvent, backdrop: Backdrop) -> Iterable[Table]:
    """Return attendance and what the event changed."""
    return backdrop.met((work,))


@of_kind.register
def of_trial(work: Trial, backdrop: Backdrop) -> Iterable[Table]:
    """Return the term, the decision and the schedule."""
    return backdrop.held((work,))


@of_kind.register
def of_material(work: Material, backdrop: Backdrop) -> Iterator[Table]:
    """Yield the disseminations."""
    yield dissemination_rows((work,), backdrop.names)


@of_kind.register
def of_competition(work: Competition, backdrop: Backdrop) -> Iterator[Table]:
    """Yield the rankings."""
    yield competition_rankings((work,), backdrop.on, backdrop.names)


@of_kind.register
def of_award(work: Award, backdrop: Backdrop) -> Iterable[Table]:
    """Return the assessment and the recipients."""
    return backdrop.given((work,))
