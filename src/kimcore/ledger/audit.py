"""Audit rows: who did what to which record, when and why: the body of an entry of the audit log.

A row holds no personal data: of a record it has kind, id, revision, the names of the fields that changed, and a digest
under the key that is stored with the record, so that the digest tells nothing once the record is gone or changed.
"""

import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from secrets import token_hex
from typing import Any, Final

from attrs import fields, frozen

from kimcore.ports import Document
from kimcore.serialization import from_json
from kimcore.terms import Term

__all__ = [
    "BATCH",
    "Action",
    "AuditRow",
    "body_of",
    "changed_fields",
    "digest_of",
    "keyed",
    "members",
    "new_keys",
    "row_of",
]

dumps = json.JSONEncoder(separators=(",", ":")).encode


class Action(Term):
    """What was done."""

    ADD = "add", "penambahan", "addition"
    CHANGE = "change", "pengubahan", "change"
    REMOVE = "remove", "penghapusan", "removal"
    OBSERVE = "observe", "pencatatan angka", "recording of figures"
    EXPORT = "export", "ekspor", "export"
    REPORT = "report", "laporan", "report"
    BACKUP = "backup", "cadangan", "backup"
    ACCESS = "access", "akses orang yang bersangkutan", "access of the person concerned"
    ERASE = "erase", "penghapusan data pribadi", "erasure of personal data"


@frozen(kw_only=True)
class AuditRow:
    """One row: when (ISO form with zone), by whom as the application names them, and why (the command, or a reason).

    `by` and `why` are empty where they were not stated. `fields` are those that changed, empty where the whole record
    is new or gone, or what an export held; `count` is how many records or figures the row is about.
    """

    at: str
    by: str = ""
    why: str = ""
    action: Action
    kind: str = ""
    id: str = ""
    revision: int = 0
    fields: tuple[str, ...] = ()
    digest: str = ""
    count: int = 0


BATCH: Final = "observations"
"""The kind of an erasure in a batch of figures, whose `id` is the position of the batch's own row."""

DRAWN: Final = 64
"""How many keys are drawn together."""

FIELDS: Final = frozenset(f.name for f in fields(AuditRow))


def body_of(stamp: str, action: Action, about: Mapping[str, Any]) -> str:
    """Return the body of an entry, JSON in ASCII: what all rows of a unit share, and what this one is about."""
    if not about.keys() <= FIELDS:
        raise TypeError(f"an audit row has no {', '.join(sorted(about.keys() - FIELDS))}")
    return f"{{{stamp},{members({'action': action.value, **about})}}}"


def members(values: Mapping[str, Any]) -> str:
    """Return the members of a JSON object without those that are empty, one by one: a whole object takes longer."""
    said = [f'"{name}":{v if v.__class__ is int else dumps(v)}' for name, v in values.items() if v]
    return ",".join(said)


def row_of(body: str) -> AuditRow:
    """Return the row of an entry's body; raise `InvalidValue` for what is none."""
    return from_json(body, AuditRow)


def keyed(document: Document, key: str) -> Document:
    """Return a document with a new key, under which its digest is taken."""
    d = document
    return Document(
        kind=d.kind, id=d.id, office=d.office, schema=d.schema, revision=d.revision, payload=d.payload, key=key
    )


def new_keys() -> Iterator[str]:
    """Yield keys of 128 random bits (hex) without end, drawn together: each draw is a call of the system."""
    while True:
        drawn = token_hex(DRAWN * 16)
        yield from (drawn[n : n + 32] for n in range(0, len(drawn), 32))


def digest_of(document: Document) -> str:
    """Return the digest of what a document says under its key: SHA-256 (hex) with the key, which is random, before it.

    It hides what it was taken of once the key is gone; it proves nothing to whoever does not have the key.
    """
    d = document
    return sha256(f"{d.key}\n{d.office}\n{d.schema}\n{d.payload}".encode()).hexdigest()


def changed_fields(old: str, new: str) -> tuple[str, ...]:
    """Return the names of the fields in which two payloads differ, those of a part as `part.field`."""
    return tuple(sorted(differing(json.loads(old), json.loads(new))))


def differing(old: Any, new: Any, depth: int = 2) -> Iterator[str]:
    """Yield the names of the fields in which two objects differ, down to a depth."""
    if not (isinstance(old, dict) and isinstance(new, dict)):
        return
    for name in old.keys() | new.keys():
        one, two = old.get(name), new.get(name)
        if one != two:
            inner = [f"{name}.{field}" for field in differing(one, two, depth - 1)] if depth > 1 else []
            yield from inner or [name]
