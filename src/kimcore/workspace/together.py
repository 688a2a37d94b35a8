"""Together: what a report says of the works of office and KIMs; parts that are empty are left out (chapter IV)."""

from collections.abc import Iterator
from typing import Any, Final

from attrs import field, frozen

from kimcore.collaboration import Award, CapacityEvent, Competition, Material, Trial, Work, summary
from kimcore.reports.disseminating import dissemination_rows, dissemination_summary
from kimcore.reports.rankings import competition_rankings
from kimcore.reports.timelines import works_timeline
from kimcore.reports.workdetails import Backdrop
from kimcore.results import Needs, Planning, WorkGroup, Works
from kimcore.tables import Table, Timeline
from kimcore.values import Period

__all__ = ["AHEAD", "Together"]

AHEAD: Final = 60
"""How many days ahead a report looks."""


@frozen(kw_only=True)
class Together:
    """What office and KIMs did together: needs, works by group, what is due, and what the tables rest on.

    Without works nothing of theirs is due, and `plan` is None.
    """

    needs: Needs
    works: tuple[Works, ...]
    plan: Planning | None
    backdrop: Backdrop = field(repr=False)
    period: Period

    def tables(self) -> tuple[Table, ...]:
        """Return the tables that hold something."""
        return tuple(table for table in self.every_table() if table.rows)

    def every_table(self) -> Iterator[Table]:
        """Yield every table, empty ones too."""
        names, on = self.backdrop.names, self.backdrop.on
        if len(self.needs):
            yield from self.needs.tables()
        for works in self.works:
            yield works.table()
        yield from self.backdrop.met(self.of(CapacityEvent))
        yield from self.backdrop.held(self.of(Trial))
        yield from self.disseminated(self.of(Material))
        yield competition_rankings(self.of(Competition), on, names)
        yield from self.backdrop.given(self.of(Award))
        if self.plan is not None:
            yield self.plan.table()

    def disseminated(self, materials: list[Material]) -> Iterator[Table]:
        """Yield the disseminations up to the day, and how many there were in the period, if any."""
        rows = dissemination_rows(materials, self.backdrop.names)
        yield rows
        if rows.rows:
            yield dissemination_summary(summary(materials, self.period))

    def of(self, kind: type[Any]) -> list[Any]:
        """Return the works of a kind."""
        return [work for works in self.works for work in works if isinstance(work, kind)]

    def timelines(self) -> tuple[Timeline, ...]:
        """Return the timeline of all works, if any has a day."""
        pairs: list[tuple[WorkGroup, Work]] = [(works.group, work) for works in self.works for work in works]
        found = works_timeline(pairs, self.backdrop.on, self.backdrop.names)
        return (found,) if found.bars else ()
