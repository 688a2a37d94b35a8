"""Journal: all that one command writes, with what stood there before, so that it can be listed and taken back."""

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from attrs import define, evolve, field, frozen

from kimcore.community import Kim
from kimcore.issues import Issue
from kimcore.monitoring import Content, Gathering, Kept, Observation, Survey
from kimcore.partnership import Decision
from kimcore.privacy import public, specific
from kimcore.workspace.collected import CollectedAccount
from kimcore.workspace.records import Records, Stored
from kimcore.workspace.works import KINDS as WORKS

__all__ = ["ENTITIES", "Before", "Figure", "Holdings", "Journal", "UndoRecord", "Write", "digest", "holdings"]

ENTITIES: dict[str, type] = {
    "kim": Kim,
    "issue": Issue,
    "content": Content,
    "survey": Survey,
    "gathering": Gathering,
    "collected": CollectedAccount,
    "decision": Decision,
    **WORKS,
}
"""The entities that a command changes, by the kind of their documents."""

Key = tuple[str, ...]


@frozen(kw_only=True)
class Before:
    """A document as it was: its payload (None: there was none) and schema, and the digest of what was left.

    The digest is empty where the document was removed; `decisions` is how many there were about it, if it is a KIM.
    """

    kind: str = field(metadata=public())
    id: str = field(metadata=public())
    payload: str | None = field(default=None, repr=False, metadata=specific())
    schema: int = field(default=1, metadata=public())
    left: str = field(default="", metadata=public())
    decisions: int = field(default=0, metadata=public())


@frozen(kw_only=True)
class Figure:
    """A figure as it was left, and what stood there before; None for nothing."""

    left: Observation = field(repr=False, metadata=public())
    before: Observation | None = field(default=None, repr=False, metadata=public())

    @property
    def old(self) -> int | None:
        """The value that stood there before."""
        return self.before.value if self.before else None


@frozen(kw_only=True)
class UndoRecord:
    """What an import wrote over, in the order of writing."""

    documents: tuple[Before, ...] = field(default=(), repr=False, metadata=public())
    figures: tuple[Figure, ...] = field(default=(), repr=False, metadata=public())


@frozen(kw_only=True)
class Write:
    """An entity before and after a command; None where there is none."""

    kind: str
    id: str
    before: Any = field(repr=False)
    after: Any = field(repr=False)


@frozen(kw_only=True)
class Holdings:
    """What an office has: entities by id, figures that stand by key, decisions of each KIM, works by kind and id."""

    kims: dict[str, Stored[Kim]] = field(repr=False)
    issues: dict[str, Stored[Issue]] = field(repr=False)
    contents: dict[str, Stored[Content]] = field(repr=False)
    surveys: dict[str, Stored[Survey]] = field(repr=False)
    gatherings: dict[str, Stored[Gathering]] = field(repr=False)
    figures: dict[Key, Observation] = field(repr=False)
    decisions: dict[str, list[Decision]] = field(repr=False)
    works: dict[str, dict[str, Stored[Any]]] = field(repr=False)

    @property
    def outcomes(self) -> Kept:
        """The surveys and gatherings."""
        return Kept(
            surveys=tuple(s.entity for s in self.surveys.values()),
            gatherings=tuple(s.entity for s in self.gatherings.values()),
        )


def holdings(records: Records) -> Holdings:
    """Return what an office has now."""
    return Holdings(
        kims=records.kims(),
        issues=records.issues(),
        contents=records.contents(),
        surveys=records.surveys(),
        gatherings=records.gatherings(),
        figures={o.key: o for o in records.observations() if o.value is not None},
        decisions=records.decisions(),
        works={kind: dict(records.all(kind, entity)) for kind, entity in WORKS.items()},
    )


def digest(payload: str) -> str:
    """Return what tells the payload of a document from any other."""
    return blake2b(payload.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


@define
class Journal:
    """Writes for a command; what is as it was is not written."""

    records: Records
    holdings: Holdings
    documents: list[Before] = field(factory=list)
    writes: list[Write] = field(factory=list)
    figures: list[Figure] = field(factory=list)

    def store(self, kind: str, id: str, after: Any, before: Stored[Any] | None) -> bool:
        """Store an entity, or remove it where `after` is None; tell whether that changed anything."""
        was = before.entity if before else None
        if was == after:
            return False
        revision = before.revision if before else 0
        found = self.records.unit.get(kind, id) if before else None
        left = ""
        if after is None:
            self.records.unit.remove(kind, id, expected=revision)
        else:
            left = digest(self.records.put(kind, id, after, revision))
        self.documents.append(
            Before(
                kind=kind,
                id=id,
                payload=found.payload if found else None,
                schema=found.schema if found else 1,
                left=left,
                decisions=len(self.holdings.decisions.get(id, ())) if kind == "kim" else 0,
            )
        )
        self.writes.append(Write(kind=kind, id=id, before=was, after=after))
        return True

    def observe(self, observations: Iterable[Observation]) -> None:
        """Append the figures that say something new; one with the value None withdraws."""
        new = []
        for seen in observations:
            figure = Figure(left=seen, before=self.holdings.figures.get(seen.key))
            if seen.value != figure.old:
                new.append(seen)
                self.figures.append(figure)
        self.records.observe(new)

    def withdraw(self, observations: Iterable[Observation]) -> None:
        """Withdraw figures that stand."""
        self.observe(evolve(seen, value=None) for seen in observations)

    @property
    def undo(self) -> UndoRecord:
        """What is needed to take everything back."""
        return UndoRecord(documents=tuple(self.documents), figures=tuple(self.figures))
