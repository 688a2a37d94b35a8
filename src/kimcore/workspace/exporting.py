"""Exporting: everything an office keeps as one JSON document, without personal data unless it is asked for.

It is made piece by piece, each record on a line of its own, so that a large office does not have to fit in memory.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import AttrsInstance, fields, frozen

from kimcore.approvals import WebsiteRequest
from kimcore.community import Former, Identity, Kim
from kimcore.issues import Issue
from kimcore.monitoring import Content, Gathering, Observation, Survey
from kimcore.partnership import Decision
from kimcore.privacy import Privacy, privacy_of
from kimcore.protection import (
    KnownPersons,
    PersonRequest,
    Pseudonyms,
    contacts_in,
    first_name,
    is_record,
    names_of,
)
from kimcore.serialization import to_plain
from kimcore.workspace.collected import CollectedAccount
from kimcore.workspace.records import ImportRecord, MergeRecord, Records, Stored
from kimcore.workspace.works import KINDS as WORKS

__all__ = ["LISTS", "chunks", "known_persons"]

LISTS: Final[Mapping[str, tuple[str, type]]] = {
    "kims": ("kim", Kim),
    "issues": ("issue", Issue),
    "contents": ("content", Content),
    "surveys": ("survey", Survey),
    "gatherings": ("gathering", Gathering),
    "collections": ("collected", CollectedAccount),
    "decisions": ("decision", Decision),
    "imports": ("import", ImportRecord),
    "merges": ("merge", MergeRecord),
    "requests": ("request", PersonRequest),
    "websites": ("website", WebsiteRequest),
    **{(kind if kind == "needs" else f"{kind}s"): (kind, entity) for kind, entity in WORKS.items()},
}
"""The lists of the document, by key: the kind of the stored records and their class; `observations` come last."""

Writer = Callable[[str, Any], dict[str, Any]]


def chunks(records: Records, head: dict[str, Any], pseudonyms: Pseudonyms | None) -> Iterator[str]:
    """Yield the text of the document; without pseudonyms it is the full one."""
    write: Writer = Shared(known_persons(records, pseudonyms)).entry if pseudonyms else whole
    yield json.dumps(head, ensure_ascii=False)[:-1]
    for key, (kind, entity) in LISTS.items():
        found: Iterator[tuple[str, Stored[Any]]] = records.all(kind, entity)
        yield from listed(key, ({"revision": s.revision} | write(id, s.entity) for id, s in found))
    yield from listed("observations", (write("", o) for o in records.observations() if o.value is not None))
    yield "}\n"


def listed(key: str, items: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield the text of a list, an item a line."""
    yield f',\n"{key}": ['
    for number, item in enumerate(items):
        yield (",\n" if number else "\n") + json.dumps(item, ensure_ascii=False)
    yield "]"


def whole(id: str, record: object) -> dict[str, Any]:
    """Return a record with all its data, and its id."""
    return ({"id": id} if id else {}) | dict(to_plain(record))


def known_persons(records: Records, pseudonyms: Pseudonyms) -> KnownPersons:
    """Return the persons whom the records of an office name."""
    names: set[str] = set()
    contacts: set[str] = set()
    for kind, entity in LISTS.values():
        found: Iterator[tuple[str, Stored[Any]]] = records.all(kind, entity)
        for _, stored in found:
            names.update(names_of(stored.entity))
            contacts.update(contacts_in(stored.entity))
    return KnownPersons.of(names, contacts, pseudonyms)


@frozen
class Shared:
    """Writes records as they may be shared: persons by their pseudonyms, what is personal left out."""

    persons: KnownPersons

    def entry(self, id: str, record: AttrsInstance) -> dict[str, Any]:
        """Return a record that may be shared, and its id; a link or account stands as a token that tells it apart."""
        plain, token = self.plain(record), self.persons.pseudonyms.token
        match record:
            case Content():
                return {"id": token(record.key)} | plain
            case Survey() | Gathering() | CollectedAccount():
                return {"id": token(id)} | plain
            case Observation():
                about = {"content": record.content, "account": record.account.casefold()}
                return plain | {key: token(text) for key, text in about.items() if text}
        return {"id": id} | plain

    def plain(self, record: AttrsInstance) -> dict[str, Any]:
        """Return a record as plain data without its personal fields; a field without a class raises `KeyError`.

        A text that is not personal by its field is shared without the persons who are known; what a KIM is called by
        stays.
        """
        plain = dict(to_plain(record))
        is_called = isinstance(record, Identity | Former)
        for field in fields(type(record)):
            is_personal, value = privacy_of(field) is not Privacy.NONE, getattr(record, field.name)
            if field.name not in plain:
                continue
            if field.metadata.get("names") and isinstance(value, str):
                plain[field.name] = self.persons.pseudonyms.of(first_name(value))
            elif is_personal:
                del plain[field.name]
            elif not is_called:
                plain[field.name] = self.inner(value, plain[field.name])
        return plain

    def inner(self, value: Any, plain: Any) -> Any:
        """Return a value that is not personal itself, without what is personal in it."""
        if isinstance(value, str):
            return self.persons.hidden(value)
        if isinstance(value, tuple):
            return [self.inner(*pair) for pair in zip(value, plain, strict=True)]
        return self.plain(value) if is_record(value) else plain
