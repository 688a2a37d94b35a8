"""Copies: where the backups of a store were written, so that an erasure can reach them."""

from collections.abc import Iterator
from pathlib import Path

from attrs import field, frozen

from kimcore.ledger import Action, Ledger, Unit, schema_of, upgraded
from kimcore.ports import Document
from kimcore.privacy import general, public
from kimcore.serialization import from_json, to_json

__all__ = ["CopyRecord", "copies", "note_copy"]

KIND = "copy"


@frozen(kw_only=True)
class CopyRecord:
    """A backup: its path, which may hold the name of an account, and when it was made (ISO time with zone)."""

    path: str = field(repr=False, metadata=general())
    made_at: str = field(metadata=public())


def note_copy(ledger: Ledger, path: Path) -> None:
    """Note a backup that was made; it is one of the whole store and belongs to no office."""
    record = CopyRecord(path=str(path.absolute()), made_at=ledger.clock().isoformat(timespec="seconds"))
    with ledger.unit("backup") as unit:
        unit.lock()
        number = max((int(d.id) for d in unit.documents(KIND)), default=0) + 1
        document = Document(kind=KIND, id=f"{number:06d}", office="", schema=schema_of(KIND), payload=to_json(record))
        unit.put(document, expected=0)
        unit.note(Action.BACKUP, kind="store")
        unit.commit()


def copies(unit: Unit) -> Iterator[CopyRecord]:
    """Yield the backups that were made, oldest first."""
    for document in unit.documents(KIND):
        yield from_json(upgraded(document), CopyRecord)
