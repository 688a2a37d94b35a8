"""Stages: the one idea of chapter IV, an ordered list of stages with what each requires and who answers for it."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

from attrs import evolve, field, frozen

from kimcore.clauses import Clause
from kimcore.errors import InvalidValue, NotFound
from kimcore.privacy import public
from kimcore.terms import Term, Text

__all__ = ["Holds", "Plan", "Requirement", "Responsible", "Stage", "has", "in_sequence"]

Holds = Callable[[Any, date], bool]
"""Tells of a work and a day whether something that a stage requires is there."""


class Responsible(Term):
    """Who answers for a stage."""

    OFFICE = "office", "Dinas Kominfo", "office"
    KIM = "kim", "KIM", "KIM"
    BOTH = "both", "Dinas Kominfo bersama KIM", "office and KIM together"
    JURY = "jury", "dewan juri", "jury"


@frozen
class Requirement:
    """Something that a work must hold before a stage can be done: what, in words, and how it is told."""

    what: Text = field(metadata=public())
    holds: Holds = field(repr=False, metadata=public())


def has(name: str, what: Text) -> Requirement:
    """Require that an attribute of a work is recorded: a text that is not blank, a value, one item or more."""
    return Requirement(what, lambda work, on: is_recorded(getattr(work, name)))  # noqa: ARG005


def is_recorded(value: object) -> bool:
    """Tell whether a value says something; 0 does, a blank text and an empty list do not."""
    return bool(value.strip()) if isinstance(value, str) else value not in (None, ())


@frozen(kw_only=True)
class Stage:
    """A stage: its clauses, its label, who answers for it, the stages it comes after, and what it needs of the work."""

    id: str = field(metadata=public())
    clauses: tuple[Clause, ...] = field(metadata=public())
    label: Text = field(metadata=public())
    by: Responsible = field(default=Responsible.OFFICE, metadata=public())
    after: tuple[str, ...] = field(default=(), metadata=public())
    needs: tuple[Requirement, ...] = field(default=(), metadata=public())

    @property
    def clause(self) -> Clause:
        """The clause that asks for the stage, the first where several do."""
        return self.clauses[0]


def in_sequence(*stages: Stage) -> tuple[Stage, ...]:
    """Return stages of which each comes after the one before it."""
    return *stages[:1], *(evolve(stage, after=(before.id,)) for before, stage in pairwise(stages))


@frozen(kw_only=True)
class Plan:
    """The stages of one kind of work, in order; a stage comes after stages that stand before it."""

    id: str = field(metadata=public())
    title: Text = field(metadata=public())
    stages: tuple[Stage, ...] = field(metadata=public())

    def __attrs_post_init__(self) -> None:
        """Refuse a stage that stands twice, or that comes after one which does not stand before it."""
        seen: set[str] = set()
        for stage in self.stages:
            wrong = [stage.id] if stage.id in seen else sorted(set(stage.after) - seen)
            if wrong:
                en = f"stage {stage.id!r} of {self.id!r} is out of order: {', '.join(wrong)}"
                id = f"tahap {stage.id!r} dari {self.id!r} tidak berurutan: {', '.join(wrong)}"
                raise InvalidValue("plan_order", en, id, field="stages", clause=stage.clause.id)
            seen.add(stage.id)

    def __getitem__(self, id: str) -> Stage:
        """Return a stage by id; raise `NotFound` for none."""
        for stage in self.stages:
            if stage.id == id:
                return stage
        known = ", ".join(self.ids)
        en, ind = f"no stage {id!r}; there are {known}", f"tidak ada tahap {id!r}; yang ada {known}"
        raise NotFound("stage_unknown", en, ind, field="stage")

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the stages in order."""
        return tuple(stage.id for stage in self.stages)
