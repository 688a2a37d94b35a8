"""What the commands for works return: events, models, materials, competitions and awards, each in its stages (IV)."""

from collections.abc import Mapping
from typing import Any, Final

from attrs import field, frozen

from kimcore.collaboration import (
    Award,
    CapacityEvent,
    Collaboration,
    Competition,
    Material,
    Responsible,
    Stage,
    Trial,
    Work,
    WorkState,
    WorkStatus,
    state_on,
)
from kimcore.reports.stages import stages, works_table
from kimcore.results.rows import Result, document, plain
from kimcore.results.shapes import Shape
from kimcore.serialization import to_plain
from kimcore.tables import Cell, Table
from kimcore.terms import Language, Term, Text
from kimcore.values import Answer

__all__ = ["SHAPE", "WORK_SHAPE", "WorkClass", "WorkDetail", "WorkGroup", "Works", "class_of"]


class WorkClass(Term):
    """The kinds of works that are stored, by the code of their document."""

    EVENT = "event", "kegiatan peningkatan kapasitas", "capacity event"
    TRIAL = "trial", "uji coba model", "trial of a model"
    COLLABORATION = "collaboration", "kolaborasi", "collaboration"
    MATERIAL = "material", "bahan informasi", "material"
    COMPETITION = "competition", "kompetisi", "competition"
    AWARD = "award", "penghargaan", "award"


class WorkGroup(Term):
    """The groups in which works are listed, by the name of their command."""

    EVENTS = "events", "Kegiatan kapasitas", "Capacity events"
    MODELS = "models", "Uji coba dan kolaborasi", "Trials and collaborations"
    MATERIALS = "materials", "Bahan dan diseminasi", "Materials and disseminations"
    COMPETITIONS = "competitions", "Kompetisi dan karya", "Competitions and works"
    AWARDS = "awards", "Penghargaan dan penerima", "Awards and recipients"

    @property
    def kinds(self) -> tuple[WorkClass, ...]:
        """The kinds of works in it."""
        return KINDS_OF[self]


KINDS_OF: Final[Mapping[WorkGroup, tuple[WorkClass, ...]]] = {
    WorkGroup.EVENTS: (WorkClass.EVENT,),
    WorkGroup.MODELS: (WorkClass.TRIAL, WorkClass.COLLABORATION),
    WorkGroup.MATERIALS: (WorkClass.MATERIAL,),
    WorkGroup.COMPETITIONS: (WorkClass.COMPETITION,),
    WorkGroup.AWARDS: (WorkClass.AWARD,),
}
CLASSES: Final[Mapping[type, WorkClass]] = {
    CapacityEvent: WorkClass.EVENT,
    Trial: WorkClass.TRIAL,
    Collaboration: WorkClass.COLLABORATION,
    Material: WorkClass.MATERIAL,
    Competition: WorkClass.COMPETITION,
    Award: WorkClass.AWARD,
}

OF_WORK: dict[str, Shape] = {
    "id": "text",
    "kind": WorkClass,
    "title": "text",
    "kims": [{"id": "text", "name": "text"}],
    "status": WorkStatus,
    **{key: ["text"] for key in ("done", "skipped", "open", "waiting", "late", "gaps")},
    "branding": Answer,
}
SHAPE: dict[str, Shape] = {"group": WorkGroup, "works": [OF_WORK]}
"""The shape of `kimcore.works.v1`, beside what every document carries."""

OF_STAGE: dict[str, Shape] = {
    "stage": "text",
    "label": "text",
    "by": Responsible,
    "clauses": ["text"],
    "after": ["text"],
    "state": "text",
    "on": "day?",
    "officer": "text?",
    "evidence": "text?",
    "reason": "text?",
    "deadline": "day?",
    "lacks": ["text"],
}
WORK_SHAPE: dict[str, Shape] = OF_WORK | {"stages": [OF_STAGE], "tables": {"*": [{"*": "any"}]}, "record": "any"}
"""The shape of `kimcore.work.v1`; `record` is the stored work by the schema of its kind, `tables` what follows."""


def class_of(work: Work) -> WorkClass:
    """Return the kind of a work."""
    return CLASSES[type(work)]


def entry(work: Work, state: WorkState, names: Mapping[str, str], language: Language) -> dict[str, Any]:
    """Return a work and how far it is as plain data."""
    return {
        "id": work.id,
        "kind": class_of(work).code,
        "title": work.title,
        "kims": [{"id": kim, "name": names.get(kim, kim)} for kim in work.kims],
        "status": state.status.code,
        **{name: list(getattr(state, name)) for name in ("done", "skipped", "open", "waiting", "late")},
        "gaps": [gap.say(language) for gap in state.gaps],
        "branding": work.branding.code,
    }


@frozen(kw_only=True)
class Works(Result[Work]):
    """The works of a group with their state on the date; `names` are those of KIMs by id."""

    group: WorkGroup
    names: Mapping[str, str] = field(factory=dict, repr=False)

    def to_document(self, language: Language = "id") -> dict[str, Any]:
        """Return `kimcore.works.v1`."""
        found = [entry(work, state_on(work, self.on), self.names, language) for work in self.rows]
        return document("works", self, group=self.group.code, works=found)

    def table(self) -> Table:
        """Return one row per work."""
        return works_table(self.group, self.rows, self.on, self.names)


@frozen(kw_only=True)
class WorkDetail(Result[Stage]):
    """One work on the date: its stages, and the tables that its kind has `beside` them."""

    work: Work
    beside: tuple[Table, ...] = field(default=(), repr=False)
    names: Mapping[str, str] = field(factory=dict, repr=False)

    def to_document(self, language: Language = "id") -> dict[str, Any]:
        """Return `kimcore.work.v1`."""
        state = state_on(self.work, self.on)
        found = [stage(self.work, s, state, language) for s in self.rows]
        about = entry(self.work, state, self.names, language)
        tables = {table.key: dicts(table, language) for table in self.beside}
        head = document("work", self) | about
        return head | {"stages": found, "tables": tables, "record": to_plain(self.work)}

    def table(self) -> Table:
        """Return one row per stage."""
        return stages(self.work, self.on)

    def tables(self) -> tuple[Table, ...]:
        """Return the stages, and what the kind of work has beside them: attendance, rankings, disseminations."""
        return self.table(), *self.beside


def dicts(table: Table, language: Language) -> list[dict[str, Any]]:
    """Return a dict per row of a table, as JSON holds it."""
    keys = [column.key for column in table.columns]
    return [dict(zip(keys, (json_cell(cell, language) for cell in row), strict=True)) for row in table.rows]


def json_cell(cell: Cell, language: Language) -> Any:
    """Return a cell as JSON holds it: a term as its code, a text in a language, a date in ISO form."""
    if isinstance(cell, tuple):
        return [json_cell(part, language) for part in cell]
    return cell.say(language) if isinstance(cell, Text) else plain(cell)


def stage(work: Work, found: Stage, state: WorkState, language: Language) -> dict[str, Any]:
    """Return a stage as plain data."""
    record = work.progress.recorded(state.on).get(found.id)
    deadline = next((d.on for d in work.progress.deadlines if d.stage == found.id), None)
    lacks = () if record else (n.what.say(language) for n in found.needs if not n.holds(work, state.on))
    return {
        "stage": found.id,
        "label": found.label.say(language),
        "by": found.by.code,
        "clauses": [c.id for c in found.clauses],
        "after": list(found.after),
        "state": next((n for n in ("done", "skipped", "open", "waiting") if found.id in getattr(state, n)), "over"),
        "on": record.on.isoformat() if record else None,
        "officer": record.by if record else None,
        "evidence": (record.evidence or None) if record else None,
        "reason": (record.reason or None) if record else None,
        "deadline": deadline.isoformat() if deadline else None,
        "lacks": list(lacks),
    }
