"""Rows with their digest and places: made before they are written, compared when they are read."""

from collections.abc import Sequence
from typing import Any

from attrs import fields

from kimcore.ports import Document, Entry, ObservationRow
from kimcore.ports.digests import digest, document_digest, document_values, observation_digest
from kimcore_plugins.storage.rows import storable, unstorable
from kimcore_plugins.storage.sql.failures import damaged
from kimcore_plugins.storage.sql.places import line, place
from kimcore_plugins.storage.sql.texts import NAME

__all__ = [
    "as_document",
    "as_entry",
    "as_observation",
    "checked",
    "claim_row",
    "document_of",
    "document_row",
    "entry_row",
    "mark_of",
    "observation_of",
    "observation_row",
]

DOCUMENT = [a.name for a in fields(Document)]
OBSERVATION = [a.name for a in fields(ObservationRow)]

Row = Sequence[Any]


def mark_of(names: Sequence[str]) -> bytes:
    """Return the bytes under which a row with these names stands."""
    return digest(names)


def checked(*names: str) -> None:
    """Refuse a kind or an office that is too long for an index."""
    storable(*names)
    if any(len(name) > NAME for name in names):
        raise unstorable(
            f"a kind or an office of more than {NAME} characters", f"jenis atau kantor di atas {NAME} huruf"
        )


def document_row(document: Document) -> dict[str, Any]:
    """Return the columns of a document."""
    checked(document.kind, document.office)
    storable(document.payload, document.key)
    derived = {
        "mark": mark_of((document.kind, document.id)),
        "place": place(document.id),
        "digest": document_digest(document),
    }
    return dict(zip(DOCUMENT, document_values(document), strict=True)) | derived


def observation_row(row: ObservationRow, mark: bytes, sequence: int, entry: int) -> tuple[Any, ...]:
    """Return the columns of an observation with its sequence number and entry, in the order of the table."""
    where = (row.office, row.kim, row.provider, row.platform, row.account, row.content, row.indicator)
    derived = place(*row.order), line(entry, mark), observation_digest(row, sequence, entry)
    return (mark, sequence, *where, row.observed, row.value, entry, *derived)


def entry_row(entry: Entry) -> dict[str, Any]:
    """Return the columns of an entry."""
    storable(entry.body, entry.hash)
    values = (entry.position, entry.body, entry.hash)
    return {"position": entry.position, "body": entry.body, "hash": entry.hash, "digest": digest(values)}


def claim_row(key: str) -> dict[str, Any]:
    """Return the columns of an idempotency key."""
    storable(key)
    return {"mark": mark_of((key,)), "key": key}


def document_of(row: Row) -> Document:
    """Return a row as a document."""
    return Document(**dict(zip(DOCUMENT, row, strict=False)))


def observation_of(row: Row) -> ObservationRow:
    """Return a row as an observation."""
    return ObservationRow(**dict(zip(OBSERVATION, row, strict=False)))


def as_document(row: Row, store: str) -> Document:
    """Return a row as a document; refuse one that is not as it was written."""
    document = document_of(row)
    if document_digest(document) != row[-1]:
        raise damaged(store, f"documents/{document.kind}/{document.id}")
    return document


def as_observation(row: Row, store: str) -> ObservationRow:
    """Return a row as an observation; refuse one that is not as it was written."""
    seen = observation_of(row)
    if observation_digest(seen, seen.sequence, seen.entry) != row[-1]:
        raise damaged(store, f"observations/{seen.office}/{seen.kim}")
    return seen


def as_entry(row: Row, store: str) -> Entry:
    """Return a row as an entry; refuse one that is not as it was written."""
    entry = Entry(position=row[0], body=row[1], hash=row[2])
    if digest((entry.position, entry.body, entry.hash)) != row[-1]:
        raise damaged(store, f"entries/{entry.position}")
    return entry
