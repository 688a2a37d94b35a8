"""Drafts of works: what the sheets of a file change in a record of chapter IV, until all of them are read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import define, evolve, field, frozen

from kimcore.collaboration import (
    Award,
    CapacityEvent,
    CapacityNeeds,
    Collaboration,
    Competition,
    Material,
    Trial,
    disseminate,
)
from kimcore.errors import KimError
from kimcore.geography import RegionCode
from kimcore.intake.cells import squeeze
from kimcore.intake.records import Record
from kimcore.intake.works.grouping import NESTED, grouped
from kimcore.terms import Text

__all__ = ["ENTITIES", "KIND_LABELS", "Draft", "Drafts", "forbidden", "said_by"]

ENTITIES: Final[Mapping[str, type]] = {
    "needs": CapacityNeeds,
    "event": CapacityEvent,
    "trial": Trial,
    "collaboration": Collaboration,
    "material": Material,
    "competition": Competition,
    "award": Award,
}
"""The record of each kind."""

KIND_LABELS: Final[Mapping[str, Text]] = {
    "event": Text("kegiatan", "events"),
    "trial": Text("uji coba", "trials"),
    "collaboration": Text("kolaborasi", "collaborations"),
    "material": Text("bahan", "materials"),
    "competition": Text("kompetisi", "competitions"),
    "award": Text("penghargaan", "awards"),
}


def said_by(error: KimError) -> Text:
    """Return what an error says, in both languages."""
    return Text(error.say("id"), error.say("en"))


@define
class Draft:
    """A record as known before, or new, and what the file says of it.

    `lists` are lists that their sheets replace, each item with the row that states it; `spoken` has the first row of
    each, `taken` the rows that state a name which no other item may bear, and `stages` are rows of Tahapan.
    """

    kind: str
    id: str
    known: Any = None
    row: Record | None = None
    changes: dict[str, Any] = field(factory=dict)
    lists: dict[str, dict[Any, Record]] = field(factory=dict)
    spoken: dict[str, Record] = field(factory=dict)
    taken: dict[tuple[Any, ...], Record] = field(factory=dict)
    stages: list[Record] = field(factory=list)

    def get(self, name: str, default: Any = None) -> Any:
        """Return a field as changed so far."""
        return self.changes.get(name, getattr(self.known, name, default))

    @property
    def titles(self) -> set[str]:
        """The names by which other sheets find it, as they are compared."""
        title, form = self.get("theme" if self.kind == "event" else "title", ""), self.get("form")
        whole = f"{form.say('id')}: {title}" if form and title else ""
        return {squeeze(text) for text in (title, whole) if text}

    def stated(self, name: str, row: Record) -> dict[Any, Record]:
        """Return the items of a list that rows have stated so far; the row is one more that speaks of it."""
        self.spoken.setdefault(name, row)
        return self.lists.setdefault(name, {})

    def replaced(self, without: Iterable[Any] = ()) -> dict[str, tuple[Any, ...]]:
        """Return the lists that the file replaces, as the record has them, but for some items."""
        left = tuple(without)
        lists = {name: tuple(item for item in items if item not in left) for name, items in self.lists.items()}
        return self.grouped(lists)

    def items(self, name: str) -> tuple[Any, ...]:
        """Return a list of the record as the file has left it so far."""
        names = (name, *NESTED) if name == "categories" else (name,)
        lists = {n: tuple(self.lists[n]) for n in names if n in self.lists}
        return self.grouped(lists).get(name, getattr(self.known, name, ()))

    def grouped(self, lists: Mapping[str, tuple[Any, ...]]) -> dict[str, tuple[Any, ...]]:
        """Return lists as the record has them."""
        return grouped(lists, getattr(self.known, "categories", ()) if self.kind == "competition" else None)

    def made(self, office: RegionCode, without: Iterable[Any] = ()) -> Any:
        """Return the record with everything that the file says, but for some items; raise what refuses it."""
        values: dict[str, Any] = self.changes | self.replaced(without)
        if self.known is not None:
            return evolve(self.known, **values)
        return ENTITIES[self.kind](id=self.id, office=office, **values)

    def drop(self, part: str) -> None:
        """Take back what the file says in a list, or, for an empty name, in the row of the record itself."""
        if part:
            del self.lists[part]
        else:
            self.changes = {}


@frozen
class Drafts:
    """The drafts of one intake, by id."""

    office: RegionCode
    known: Mapping[str, Mapping[str, Any]] = field(repr=False)
    new_id: Callable[[str], str] = field(repr=False)
    drafts: dict[str, Draft] = field(factory=dict)

    def draft(self, kind: str, known: Any = None) -> Draft:
        """Return the draft of a record known before, or a new one."""
        id = known.id if known is not None else self.new_id(kind)
        return self.drafts.setdefault(id, Draft(kind, id, known))

    def each(self, kinds: Iterable[str]) -> Iterator[Draft]:
        """Yield a draft for every record of kinds, those that the file has not named yet too."""
        wanted = tuple(kinds)
        yield from (d for d in self.drafts.values() if d.kind in wanted)
        for kind in wanted:
            for id, record in self.known.get(kind, {}).items():
                if id not in self.drafts:
                    yield Draft(kind, id, record)

    def find(self, text: str, kinds: Iterable[str]) -> list[Draft]:
        """Return the works that a text names: by id, with or without the office, else by title."""
        wanted = squeeze(text)
        every = list(self.each(kinds))
        ids = [d for d in every if wanted in (squeeze(d.id), squeeze(d.id.removeprefix(f"{self.office}-")))]
        return ids or [d for d in every if wanted in d.titles]

    def keep(self, draft: Draft) -> Draft:
        """Return the draft of the file for one that was found."""
        return self.drafts.setdefault(draft.id, draft)


def forbidden(material: Any, draft: Draft) -> dict[Any, Text]:
    """Return the disseminations that are new and that the material does not allow, each with what forbids it."""
    before = draft.known.disseminations if draft.known is not None else ()
    bare, found = evolve(material, disseminations=()), {}
    for made in draft.lists.get("disseminations", ()):
        if made not in before:
            try:
                disseminate(bare, made)
            except KimError as error:
                found[made] = said_by(error)
    return found
