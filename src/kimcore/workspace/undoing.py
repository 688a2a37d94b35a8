"""Undoing: the office's last import is taken back, exactly to the state before it."""

from collections.abc import Iterator
from typing import Any

from attrs import evolve, frozen

from kimcore.errors import NotAllowed, NotFound
from kimcore.ledger import upgraded
from kimcore.ports import Document
from kimcore.results import CellChange
from kimcore.serialization import from_json
from kimcore.workspace.changes import changes_of
from kimcore.workspace.journal import ENTITIES, Before, Holdings, Journal, UndoRecord, Write, digest, holdings
from kimcore.workspace.records import ImportRecord, MergeRecord, Records, Stored, import_id
from kimcore.workspace.works import references

__all__ = ["Undone", "undo_import"]


@frozen(kw_only=True)
class Undone:
    """An import that was taken back, and every cell that this changed."""

    record: ImportRecord
    changes: tuple[CellChange, ...]


def undo_import(records: Records) -> Undone:
    """Take the last import of the office back; the caller commits or lets it go.

    Raises `NotFound` where there is none, and `NotAllowed` where something depends on it: a later decision about a KIM
    that it made or changed, a later merge, or any other later change of what it wrote. Numbers of KIMs that it used are
    not given again.
    """
    settings = records.settings()
    number = settings.entity.next_import - 1
    id = import_id(records.office, number)
    used = evolve(settings.entity, next_import=number)
    records.put("office", records.office.text, used, settings.revision)
    record, undo = records.find("import", id, ImportRecord), records.find("undo", id, UndoRecord)
    if record is None:
        raise nothing_to_undo(records)
    if undo is None:
        why = cannot("what it wrote over is not kept", "catatan isi sebelum impor itu tidak disimpan lagi")
        raise NotAllowed("undo_unknown", *why)
    journal = Journal(records, holdings(records))
    refuse_dependants(journal, undo.entity, number)
    restore(journal, undo.entity)
    for kind, stored in (("import", record), ("undo", undo)):
        records.unit.remove(kind, id, expected=stored.revision)
    return Undone(record=record.entity, changes=changes_of(journal))


def refuse_dependants(journal: Journal, undo: UndoRecord, number: int) -> None:
    """Raise `NotAllowed` where something that came later depends on the import."""
    merged = [m for _, m in journal.records.all("merge", MergeRecord) if m.entity.imports >= number]
    if merged:
        names = ", ".join(m.entity.merged for m in merged)
        why = cannot(f"KIMs were merged since: {names}", f"sesudahnya ada KIM yang digabungkan: {names}")
        raise NotAllowed("undo_merged", *why)
    decided = ", ".join(names_decided(journal.holdings, undo))
    if decided:
        why = cannot(f"decisions were recorded since about: {decided}", f"sesudahnya ada keputusan tentang: {decided}")
        raise NotAllowed("undo_decided", *why)
    worked = ", ".join(works_resting(journal, undo))
    if worked:
        why = cannot(f"works recorded since rest on it: {worked}", f"sesudahnya ada kegiatan yang terkait: {worked}")
        raise NotAllowed("undo_worked", *why)
    if any(is_later(journal, undo)):
        raise NotAllowed("undo_changed", *cannot("its data were changed since", "datanya sudah diubah sesudahnya"))


def names_decided(now: Holdings, undo: UndoRecord) -> Iterator[str]:
    """Yield the names of the KIMs that the import wrote and about which decisions were recorded since."""
    for before in undo.documents:
        if before.kind == "kim" and len(now.decisions.get(before.id, ())) > before.decisions:
            yield now.kims[before.id].entity.name


def works_resting(journal: Journal, undo: UndoRecord) -> Iterator[str]:
    """Yield the ids of records of chapter IV that the import did not write and that name what it made."""
    made = {before.id for before in undo.documents if before.payload is None}
    written = {(before.kind, before.id) for before in undo.documents}
    for kind, found in journal.holdings.works.items():
        for id, stored in found.items():
            if (kind, id) not in written and made.intersection(name for _, name in references(stored.entity)):
                yield id


def is_later(journal: Journal, undo: UndoRecord) -> Iterator[bool]:
    """Tell of each document and figure of an import whether it was written again since."""
    for before in undo.documents:
        found = journal.records.unit.get(before.kind, before.id)
        yield (digest(found.payload) if found else "") != before.left
    for figure in undo.figures:
        stands = journal.holdings.figures.get(figure.left.key)
        yield (stands.value if stands else None) != figure.left.value


def restore(journal: Journal, undo: UndoRecord) -> None:
    """Write everything back as it was: documents removed, restored or put back, figures withdrawn or corrected."""
    for before in reversed(undo.documents):
        put_back(journal, before)
    journal.observe(figure.before or evolve(figure.left, value=None) for figure in undo.figures)


def put_back(journal: Journal, before: Before) -> None:
    """Write one document back, its payload unchanged to the letter."""
    records, kind, id = journal.records, before.kind, before.id
    now: Stored[Any] | None = records.find(kind, id, ENTITIES[kind])
    revision = now.revision if now else 0
    after: Any = None
    if before.payload is None:
        records.unit.remove(kind, id, expected=revision)
    else:
        office = records.office.text
        document = Document(kind=kind, id=id, office=office, schema=before.schema, payload=before.payload)
        records.unit.put(document, expected=revision)
        after = from_json(upgraded(document), ENTITIES[kind])
    journal.writes.append(Write(kind=kind, id=id, before=now.entity if now else None, after=after))


def nothing_to_undo(records: Records) -> NotFound:
    """Return the error for an office without an import."""
    return NotFound(
        "import_none",
        f"office {records.office} has no import to take back",
        f"kantor {records.office} tidak memiliki impor yang dapat dibatalkan",
    )


def cannot(en: str, id: str) -> tuple[str, str]:
    """Return why an import cannot be taken back, in both languages."""
    return f"the last import cannot be taken back: {en}", f"impor terakhir tidak dapat dibatalkan: {id}"
