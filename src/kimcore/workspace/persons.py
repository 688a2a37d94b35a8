"""Persons: every place where an office's records hold something about one person, and taking it out of them."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from attrs import define, evolve, field, frozen

from kimcore.community import named
from kimcore.errors import NotFound
from kimcore.ledger import schema_of, upgraded
from kimcore.partnership import Decision
from kimcore.ports import Document
from kimcore.protection import PREFIX, Eraser, Pseudonyms, Trace, Traces, contacts_of, names_of
from kimcore.results import PersonPlace
from kimcore.serialization import from_json, to_json
from kimcore.workspace.exporting import LISTS
from kimcore.workspace.journal import ENTITIES, Before, UndoRecord, digest
from kimcore.workspace.records import MergeRecord, Records, Stored, kims_of

__all__ = ["Search", "person_unknown", "search", "search_again"]

ENTITY: Final[Mapping[str, type]] = dict(LISTS.values())
OF_A_KIM: Final = frozenset({"content", "survey", "gathering", "collected", "needs", "trial"})


@frozen(kw_only=True)
class Held:
    """A record of an office: where it is stored, which KIM it is about (empty: none), and the record itself."""

    kind: str
    id: str
    kim: str
    record: Any = field(repr=False)
    revision: int = 0


@define
class Search:
    """One person in the records of one office; `kims` are the ids of the KIM that is meant, empty for any."""

    records: Records
    traces: Traces
    pseudonym: str
    kims: frozenset[str] = frozenset()
    places: list[PersonPlace] = field(factory=list)
    renewed: dict[str, str] = field(factory=dict)

    def run(self) -> None:
        """Find every place, and write the records without the person."""
        names = {kim.id: kim.name for kim in kims_of(self.records)}
        for kind in ENTITY:
            for held in list(of_kind(self.records, kind)):
                self.take(held, names)
        undos = list(self.records.all("undo", UndoRecord))
        cleaned = [(id, undo, self.clean(id, undo.entity, names)) for id, undo in undos]
        for id, undo, record in cleaned:
            documents = tuple(evolve(b, left=self.renewed.get(b.left, b.left)) for b in record.documents)
            self.write("undo", id, undo, evolve(record, documents=documents))
        self.look_at_figures(names)

    def take(self, held: Held, names: Mapping[str, str]) -> None:
        """Take the person out of one stored record."""
        record = self.without(held, names)
        if record is not held.record:
            before = self.records.unit.get(held.kind, held.id)
            payload = self.records.put(held.kind, held.id, record, held.revision)
            self.renewed[digest(before.payload if before else "")] = digest(payload)

    def without(self, held: Held, names: Mapping[str, str]) -> Any:
        """Return a record without the person, and note where the person was."""
        if self.kims and held.kim and held.kim not in self.kims:
            return held.record
        eraser = Eraser(self.traces, self.kims)
        record = eraser.without(held.record)
        where = {"kind": held.kind, "id": held.id, "kim": held.kim, "name": names.get(held.kim, "")}
        self.places += [PersonPlace(**where, path=p.path, trace=p.trace, value=p.value) for p in eraser.places]
        return record

    def clean(self, id: str, undo: UndoRecord, names: Mapping[str, str]) -> UndoRecord:
        """Return what an import wrote over without the person; the digests of what it left are renewed later."""
        documents = tuple(self.clean_before(id, before, names) for before in undo.documents)
        figures = self.without(Held(kind="undo", id=id, kim="", record=evolve(undo, documents=())), names).figures
        return evolve(undo, documents=documents, figures=figures)

    def clean_before(self, id: str, before: Before, names: Mapping[str, str]) -> Before:
        """Return a document as it was, without the person."""
        held = past(id, before)
        record = self.without(held, names) if held else None
        if held is None or record is held.record:
            return before
        payload = to_json(record)
        self.renewed[digest(before.payload or "")] = digest(payload)
        return evolve(before, payload=payload, schema=schema_of(before.kind))

    def write(self, kind: str, id: str, stored: Stored[Any], record: Any) -> None:
        """Store a record where it changed."""
        if record != stored.entity:
            self.records.put(kind, id, record, stored.revision)

    def look_at_figures(self, names: Mapping[str, str]) -> None:
        """Tell of accounts and links of figures that name the person: they are appended only, and stay."""
        rows = self.records.unit.history(self.records.office.text)
        texts = {(row.kim, *pair) for row in rows for pair in (("account", row.account), ("content", row.content))}
        seen = [found for found in texts if self.traces.are_in_address(found[2])]
        for kim, name, text in sorted(seen):
            if not self.kims or kim in self.kims:
                where = {"kind": "observation", "id": kim, "kim": kim, "name": names.get(kim, "")}
                self.places.append(PersonPlace(**where, path=name, trace=Trace.LEFT, value=text))


def search(records: Records, pseudonyms: Pseudonyms, person: str, kim: str | None = None) -> Search:
    """Return the search for a person, by name or pseudonym, in the records of an office or about one KIM alone.

    Raises `NotFound` for a pseudonym that no name in the records has; no error repeats a name.
    """
    meant = named(kims_of(records), kim) if kim else None
    kims = frozenset((meant.id, *(former.id for former in meant.former))) if meant else frozenset()
    name = find_person(records, pseudonyms, person)
    return Search(records, traces_of(records, name, kims), pseudonyms.of(name), kims)


def search_again(found: Search, records: Records) -> Search:
    """Return the search for the same person in a backup, where other contacts may stand beside the name."""
    traces = traces_of(records, found.traces.name, found.kims)
    every_contact = found.traces.contacts | traces.contacts
    return Search(records, evolve(traces, contacts=every_contact), found.pseudonym, found.kims)


def traces_of(records: Records, name: str, kims: frozenset[str]) -> Traces:
    """Return by what a person is found: the name, and the contacts that stand beside it in any record."""
    about = (held for held in every(records) if not (kims and held.kim) or held.kim in kims)
    return Traces(name, frozenset(contact for held in about for contact in contacts_of(held.record, name)))


def find_person(records: Records, pseudonyms: Pseudonyms, person: str) -> str:
    """Return the name that is meant: the one given, or the one that has the pseudonym given."""
    if not person.startswith(PREFIX):
        return " ".join(person.split())
    for name in {name for held in every(records) for name in names_of(held.record)}:
        if pseudonyms.of(name) == person:
            return " ".join(name.split())
    raise person_unknown()


def person_unknown() -> NotFound:
    """Return the error for a person about whom nothing is held; the name stays out of it."""
    return NotFound(
        "person_unknown",
        "nothing is held about a person of this name or pseudonym; write the name as it stands in the register",
        "tidak ada data tentang orang dengan nama atau samaran itu; tulis namanya seperti dalam register",
        field="person",
    )


def every(records: Records) -> Iterator[Held]:
    """Yield every record of an office that may name a person, those before an import and a merge too."""
    for kind in ENTITY:
        yield from of_kind(records, kind)
    for id, undo in records.all("undo", UndoRecord):
        yield from filter(None, (past(id, before) for before in undo.entity.documents))


def of_kind(records: Records, kind: str) -> Iterator[Held]:
    """Yield the records of a kind."""
    found: Iterator[tuple[str, Stored[Any]]] = records.all(kind, ENTITY[kind])
    for id, stored in found:
        record = stored.entity
        yield Held(kind=kind, id=id, kim=kim_of(kind, id, record), record=record, revision=stored.revision)


def kim_of(kind: str, id: str, record: Any) -> str:
    """Return the id of the KIM that a record is about, empty where it is about none or several."""
    if isinstance(record, MergeRecord):
        return record.merged
    return id if kind == "kim" else record.kim if isinstance(record, Decision) or kind in OF_A_KIM else ""


def past(id: str, before: Before) -> Held | None:
    """Return a document as it was before an import; None where there was none."""
    if before.payload is None:
        return None
    document = Document(kind=before.kind, id=before.id, office="", schema=before.schema, payload=before.payload)
    record: Any = from_json(upgraded(document), ENTITIES[before.kind])
    return Held(
        kind="undo", id=f"{id} {before.kind} {before.id}", kim=kim_of(before.kind, before.id, record), record=record
    )
