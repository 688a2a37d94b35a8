"""The model: what a store must hold after a series of calls, kept in plain lists and dictionaries."""

from collections.abc import Iterable
from datetime import date

from attrs import Factory, define, evolve

from kimcore.ports import Document, Entry, ObservationRow, Observed
from kimcore.ports.digests import batch_digest, digest, observation_values

__all__ = ["Model", "history_fault"]


@define
class Model:
    """The values that are expected, whatever a backend says; nothing is taken from what it returns."""

    documents: dict[tuple[str, str], Document] = Factory(dict)
    records: list[ObservationRow] = Factory(list)
    entries: list[Entry] = Factory(list)
    claims: set[str] = Factory(set)

    def copy(self) -> "Model":
        """Return a model of the same content that changes by itself."""
        return Model(dict(self.documents), list(self.records), list(self.entries), set(self.claims))

    def revision(self, kind: str, id: str) -> int:
        """Return the revision of a document, 0 where there is none."""
        found = self.documents.get((kind, id))
        return found.revision if found else 0

    def put(self, document: Document, expected: int) -> Document:
        """Store a document over the revision that stands."""
        stored = self.documents[document.kind, document.id] = evolve(document, revision=expected + 1)
        return stored

    def listed(self, kind: str, office: str | None) -> list[Document]:
        """Return the documents of a kind, of one office or all, in order."""
        found = [d for d in self.documents.values() if d.kind == kind and office in (None, d.office)]
        return sorted(found, key=lambda d: d.id)

    def last(self, row: ObservationRow) -> ObservationRow | None:
        """Return the last record of a row's key."""
        return next((r for r in reversed(self.records) if r.key == row.key), None)

    def observe(self, rows: Iterable[ObservationRow], entry: int = 0) -> Observed:
        """Append the rows that say something new, with the position of their audit entry."""
        new: list[ObservationRow] = []
        for row in rows:
            last = self.last(row)
            if row.value != (last.value if last else None):
                new.append(evolve(row, sequence=last.sequence + 1 if last else 1, entry=entry))
                self.records.append(new[-1])
        return Observed(len(new), batch_digest(digest(observation_values(row)) for row in new))

    def standing(self, office: str, kim: str | None = None, until: date = date.max) -> list[ObservationRow]:
        """Return the last record of each key of an office, in order."""
        last = {row.key: row for row in self.records}.values()
        found = [r for r in last if r.office == office and kim in (None, r.kim) and r.observed <= until]
        return sorted(found, key=lambda row: row.order)


def history_fault(found: list[ObservationRow], expected: list[ObservationRow]) -> str:
    """Return what is wrong with a history (nothing: empty); the keys of one entry may come as they like."""
    if [r.entry for r in found] != sorted(r.entry for r in found):
        return "it is not ordered by entry"
    if sorted(found, key=lambda r: r.key) != sorted(expected, key=lambda r: r.key):  # sorting keeps the order within
        return "the records of a key are others, or in another order"
    return ""
