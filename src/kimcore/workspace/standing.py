"""Standing: how far the works of an office are on a date, and what KIMs need, as results (chapter IV)."""

from collections.abc import Iterable, Mapping
from datetime import date

from kimcore.collaboration import Work, needs_on, shared_needs, suggest_forms
from kimcore.issues import Issue
from kimcore.mapping import Placement
from kimcore.reports.timelines import in_order
from kimcore.reports.workdetails import Backdrop, details
from kimcore.results import Needs, Placements, WorkClass, WorkDetail, WorkGroup, Works, class_of
from kimcore.values import Period
from kimcore.workspace.collaborating import Collaborating
from kimcore.workspace.records import Records, kims_of
from kimcore.workspace.together import AHEAD, Together
from kimcore.workspace.works import find_work

__all__ = ["Standing"]


class Standing(Collaborating):
    """The part of a workspace that tells how far what office and KIMs do together is."""

    def works_on(self, group: str | WorkGroup, on: date | None = None) -> Works:
        """Return the works of a group (`events`, `models`, `materials`, `competitions`, `awards`), by their first day.

        Raises ValueError for another group.
        """
        found = WorkGroup.of(group) if isinstance(group, str) else group
        every: Iterable[Work] = (work for kind in found.kinds for work in self.works(kind.code))
        rows = in_order(every, on or self.today())
        return Works(**self.stamped(on), rows=rows, group=found, names=names_of(self))

    def work_on(self, name: str, on: date | None = None, *, group: str | WorkGroup | None = None) -> WorkDetail:
        """Return one work with its stages, and what its kind has beside them; it is looked for in the group alone."""
        meant = WorkGroup.of(group) if isinstance(group, str) else group
        kinds = tuple(kind.code for kind in (meant.kinds if meant else WorkClass))
        with self.storage.unit_of_work() as unit:
            work = find_work(Records(unit, self.office), name, kinds)[1].entity
        behind = self.backdrop(on or self.today())
        return WorkDetail(
            **self.stamped(on), rows=work.plan.stages, work=work, beside=details(work, behind), names=behind.names
        )

    def needs_on(self, on: date | None = None, placements: Iterable[Placement] = ()) -> Needs:
        """Return the needs of KIMs that stand on a date, who shares them, and the forms of events they suggest.

        `placements` are those of the map: by them KIMs stand in order of priority in a suggestion.
        """
        return self.needs_among(names_of(self), on or self.today(), placements)

    def needs_among(self, names: Mapping[str, str], on: date, placements: Iterable[Placement]) -> Needs:
        """Return the needs that stand on a date; `names` are those of all KIMs by id."""
        found = self.needs()
        rows = needs_on(found, on)
        return Needs(
            **self.stamped(on),
            rows=tuple(rows[kim] for kim in sorted(rows, key=lambda k: (names.get(k, k), k))),
            shared=shared_needs(found, names, on),
            suggestions=suggest_forms(found, issues_of(self), on, placements) if found else (),
            names=names,
        )

    def needs_of(self, kim: str, on: date | None = None) -> Needs:
        """Return everything that was found by a date that one KIM needs, earliest first."""
        day = on or self.today()
        rows = tuple(n for n in self.needs(kim) if n.on <= day)
        shared = shared_needs(rows, {n.kim for n in rows}, day)
        return Needs(**self.stamped(on), rows=rows, shared=shared, names=names_of(self))

    def together(self, placements: Placements, period: Period) -> Together:
        """Return what a report says of works: as of the day of the map, disseminations counted over a period."""
        on = placements.on
        every = in_order(self.works(), on)
        behind = self.backdrop(on)
        names = behind.names
        return Together(
            needs=self.needs_among(names, on, placements.rows),
            works=tuple(
                Works(**self.stamped(on), rows=tuple(w for w in every if class_of(w) in g.kinds), group=g, names=names)
                for g in WorkGroup
            ),
            plan=self.plan(on, AHEAD) if every else None,
            backdrop=behind,
            period=period,
        )

    def backdrop(self, on: date) -> Backdrop:
        """Return what the tables of works rest on."""
        with self.storage.unit_of_work() as unit:
            records = Records(unit, self.office)
            return Backdrop(
                on=on, rulebook=self.rulebook, kims=tuple(kims_of(records)), contents=records.kept().contents
            )


def names_of(workspace: Collaborating) -> dict[str, str]:
    """Return the names of the KIMs by id."""
    with workspace.storage.unit_of_work() as unit:
        return {kim.id: kim.name for kim in kims_of(Records(unit, workspace.office))}


def issues_of(workspace: Collaborating) -> tuple[Issue, ...]:
    """Return the issues of the office."""
    with workspace.storage.unit_of_work() as unit:
        return tuple(s.entity for s in Records(unit, workspace.office).issues().values())
