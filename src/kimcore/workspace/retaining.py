"""Retaining: which records fall due by the rules of retention, and what is done with them then."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from attrs import evolve, fields, frozen

from kimcore.assessment import assess
from kimcore.community import Kim
from kimcore.geography import local_date
from kimcore.ledger import schema_of, upgraded
from kimcore.partnership import Decision, PartnershipState, decided
from kimcore.ports import Document
from kimcore.protection import Due, PersonRequest, RetentionKind, RetentionRule, is_record, without_personal
from kimcore.rules import BoundRulebook
from kimcore.serialization import from_json, to_json
from kimcore.workspace.journal import ENTITIES, Before, UndoRecord
from kimcore.workspace.records import ImportRecord, MergeRecord, Records, Stored
from kimcore.workspace.works import KINDS as WORKS

__all__ = ["Retainer"]

OVER = (PartnershipState.ENDED, PartnershipState.TERMINATED)


@frozen
class Retainer:
    """The rules of retention over the records of one office, on the date of a rulebook."""

    records: Records
    rules: tuple[RetentionRule, ...]
    book: BoundRulebook

    def due(self) -> tuple[Due, ...]:
        """Return what falls due on or before the date, the earliest first."""
        on = self.book.on
        found = (
            Due(kind=rule.kind, id=id, since=since, due=rule.due(since, on))
            for rule in self.rules
            for id, since in FINDERS[rule.kind](self)
        )
        return tuple(sorted((d for d in found if d.due <= on), key=lambda d: (d.due, d.kind.code, d.id)))

    def carry_out(self, due: Iterable[Due]) -> None:
        """Erase what falls due."""
        for one in due:
            ERASERS[one.kind](self, one.id)

    # --- what is there, and since when

    def day(self, instant: str) -> date:
        """Return the day at the office of an instant in ISO form."""
        return local_date(datetime.fromisoformat(instant), self.records.office)

    def imports(self) -> dict[str, date]:
        """Return the day of every import by its id."""
        return {id: self.day(s.entity.taken_at) for id, s in self.records.all("import", ImportRecord)}

    def undo_records(self) -> Iterator[tuple[str, date]]:
        """Yield what imports wrote over, since the import."""
        made = self.imports()
        for id, _ in self.records.all("undo", UndoRecord):
            if id in made:
                yield id, made[id]

    def problem_lists(self) -> Iterator[tuple[str, date]]:
        """Yield the imports whose problems or changes are still held."""
        for id, stored in self.records.all("import", ImportRecord):
            if stored.entity.problems or stored.entity.changes:
                yield id, self.day(stored.entity.taken_at)

    def ended_partnerships(self) -> Iterator[tuple[str, date]]:
        """Yield the KIMs whose partnership is over and that hold personal data, since its end."""
        decisions = self.records.decisions()
        for id, stored in self.records.kims().items():
            found = assess(decided(stored.entity, decisions.get(id, ())), self.book)
            facts = found.judgement.facts
            ends = [day for day in (facts.proven_in_term, facts.term_until) if day is not None and day <= self.book.on]
            if found.partnership in OVER and ends and without_personal(stored.entity) != stored.entity:
                yield id, min(ends)

    def closed_requests(self) -> Iterator[tuple[str, date]]:
        """Yield the requests that were closed, since then."""
        for id, stored in self.records.all("request", PersonRequest):
            if not stored.entity.is_open:
                yield id, self.day(stored.entity.closed)

    # --- erasing

    def remove_undo(self, id: str) -> None:
        """Remove what an import wrote over; it cannot be taken back any more."""
        self.remove("undo", id, UndoRecord)

    def remove_request(self, id: str) -> None:
        """Remove a request."""
        self.remove("request", id, PersonRequest)

    def remove(self, kind: str, id: str, entity: type) -> None:
        """Remove a document that is there."""
        stored: Stored[Any] | None = self.records.find(kind, id, entity)
        if stored is not None:
            self.records.unit.remove(kind, id, expected=stored.revision)

    def empty_import(self, id: str) -> None:
        """Empty the lists of an import; its counts stay."""
        stored = self.records.find("import", id, ImportRecord)
        if stored is not None:
            self.records.put("import", id, evolve(stored.entity, problems=(), changes=()), stored.revision)

    def blank_kim(self, id: str) -> None:
        """Erase the personal data of a KIM: its record, decisions about it, its part in works, and how all were."""
        named = Named(id, (id, *(former.id for former in self.records.kims()[id].entity.former)))
        of_a_kim = {"kim": Kim, "decision": Decision, "merge": MergeRecord, "undo": UndoRecord}
        for kind, entity in (of_a_kim | dict(WORKS)).items():
            every: list[tuple[str, Stored[Any]]] = list(self.records.all(kind, entity))
            for found, stored in every:
                blanked = named.blanked(kind, found, stored.entity)
                if blanked != stored.entity:
                    self.records.put(kind, found, blanked, stored.revision)


@frozen
class Named:
    """A KIM by its id and those of records that were merged into it."""

    id: str
    ids: tuple[str, ...]

    def blanked(self, kind: str, id: str, record: Any) -> Any:
        """Return a record without personal data if it is about the KIM."""
        if isinstance(record, UndoRecord):
            return evolve(record, documents=tuple(map(self.before, record.documents)))
        if kind in WORKS:
            return self.in_work(record)
        about = record.merged if isinstance(record, MergeRecord) else record.kim if kind == "decision" else id
        return without_personal(record) if about in self.ids else record

    def in_work(self, record: Any) -> Any:
        """Return a record of chapter IV without the personal data of what in it names the KIM."""
        if getattr(record, "kim", None) in self.ids:
            return without_personal(record)
        changes = {}
        for one in fields(type(record)):
            value = getattr(record, one.name)
            if isinstance(value, tuple) and value and is_record(value[0]):
                changes[one.name] = tuple(map(self.in_work, value))
        return evolve(record, **changes)

    def before(self, before: Before) -> Before:
        """Return a document as it was, without personal data if it is about the KIM."""
        if before.payload is None or before.kind not in ("kim", "decision", *WORKS):
            return before
        document = Document(kind=before.kind, id=before.id, office="", schema=before.schema, payload=before.payload)
        record: Any = from_json(upgraded(document), ENTITIES[before.kind])
        payload = to_json(self.blanked(before.kind, before.id, record))
        return evolve(before, payload=payload, schema=schema_of(before.kind))


FINDERS = {
    RetentionKind.UNDO: Retainer.undo_records,
    RetentionKind.PROBLEMS: Retainer.problem_lists,
    RetentionKind.PARTNERSHIP: Retainer.ended_partnerships,
    RetentionKind.REQUEST: Retainer.closed_requests,
}
ERASERS = {
    RetentionKind.UNDO: Retainer.remove_undo,
    RetentionKind.PROBLEMS: Retainer.empty_import,
    RetentionKind.PARTNERSHIP: Retainer.blank_kim,
    RetentionKind.REQUEST: Retainer.remove_request,
}
