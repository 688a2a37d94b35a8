"""Aliasing: accounts and links that bear a person's name, each replaced by a random text wherever it stands.

They are what contents and figures are known by, so that all of them change together: contents with their ids, what
imports wrote over, what platforms did not tell, and every recorded figure.
"""

from collections.abc import Iterable, Iterator, Mapping
from secrets import token_hex
from typing import Any

from attrs import define, evolve, field

from kimcore.errors import NotFound
from kimcore.ledger import schema_of, upgraded
from kimcore.monitoring import Content, Observation
from kimcore.ports import Document
from kimcore.protection import PREFIX, Trace
from kimcore.results import PersonPlace
from kimcore.serialization import from_json, to_json
from kimcore.workspace.collected import CollectedAccount, collected_id
from kimcore.workspace.journal import Before, Figure, UndoRecord, digest
from kimcore.workspace.records import Records, Stored, content_id, kims_of

__all__ = ["Aliases", "alias"]


@define
class Aliases:
    """Accounts (without case) and links that are to be erased, and the random text that takes the place of each."""

    given: frozenset[str]
    tokens: dict[str, str] = field(factory=dict, repr=False)

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Aliases":
        """Return the aliases of texts."""
        return cls(frozenset(filter(None, map(str.strip, texts))))

    def names(self, records: Records) -> dict[str, str]:
        """Return every spelling that stands in the records of an office, with what takes its place."""
        folded = {text.casefold() for text in self.given}
        accounts, links = texts_of(records)
        found = {text: self.token(text.casefold()) for text in accounts if text.casefold() in folded}
        return {text: self.token(text) for text in links if text in self.given} | found

    def token(self, text: str) -> str:
        """Return the text that stands for an account or a link, in this store and in its backups."""
        return self.tokens.setdefault(text, PREFIX + token_hex(8))

    def require(self) -> None:
        """Raise `NotFound` where one that was given stood in no store so far; the error does not repeat it."""
        standing = {text.casefold() for text in self.tokens}
        lacking = sum(text.casefold() not in standing for text in self.given)
        if lacking:
            raise NotFound(
                "address_unknown",
                f"{lacking} of the accounts and links stand nowhere; write them as `person` shows them",
                f"{lacking} akun atau tautan tidak ada dalam data; tulis seperti ditampilkan perintah person",
                field="accounts",
            )


@define
class Renaming:
    """Texts that take the place of others in the records of one office; `keys` are those of contents."""

    records: Records
    names: Mapping[str, str]
    kims: Mapping[str, str]
    keys: dict[str, str] = field(factory=dict)
    ids: dict[str, str] = field(factory=dict)
    renewed: dict[str, str] = field(factory=dict)
    places: list[PersonPlace] = field(factory=list)

    def run(self) -> None:
        """Rename in contents, in what imports wrote over, in what was not told, and in all figures."""
        for id, content in list(self.records.all("content", Content)):
            self.move("content", id, content, self.content(content.entity), content_id)
        undos = list(self.records.all("undo", UndoRecord))
        pasts = [tuple(map(self.past, undo.entity.documents)) for _, undo in undos]
        self.look_for_lost_keys()
        for (id, undo), documents in zip(undos, pasts, strict=True):
            self.put_undo(id, undo, documents)
        for id, account in list(self.records.all("collected", CollectedAccount)):
            self.move("collected", id, account, self.account(account.entity), id_of)
        self.tell_of_figures()
        self.records.unit.rename({**self.names, **self.keys}, office=self.records.office.text)

    def content(self, content: Content) -> Content:
        """Return a content under its new account and link, and remember its new key."""
        new = evolve(content, account=self.name(content.account), link=self.name(content.link))
        if new.key != content.key:
            self.keys[content.key] = new.key
        return new

    def look_for_lost_keys(self) -> None:
        """Remember the keys of contents of which figures alone are left: platform, account, title and day (R21)."""
        folded = {old.casefold(): new for old, new in self.names.items()}
        for text in {row.content for row in self.records.unit.history(self.records.office.text)} - self.keys.keys():
            platform, account, *rest = (*text.split("|", 2), "", "")[:3]
            if account in folded and text not in self.names:
                self.keys[text] = "|".join((platform, folded[account], *rest))

    def account(self, found: CollectedAccount) -> CollectedAccount:
        """Return what an account did not tell, under its new name."""
        unknown = tuple(evolve(one, content=self.key(one.content)) for one in found.unknown)
        return evolve(found, account=self.name(found.account), unknown=unknown)

    def figure(self, figure: Figure) -> Figure:
        """Return what an import did to a figure, under its new account and content."""
        before = self.observation(figure.before) if figure.before else None
        return evolve(figure, left=self.observation(figure.left), before=before)

    def observation(self, seen: Observation) -> Observation:
        """Return an observation under its new account and content."""
        return evolve(seen, account=self.name(seen.account), content=self.key(seen.content))

    def name(self, text: str) -> str:
        """Return what takes the place of an account or link."""
        return self.names.get(text, text)

    def key(self, text: str) -> str:
        """Return what takes the place of the key of a content."""
        return self.keys.get(text) or self.name(text)

    def move(self, kind: str, id: str, stored: Stored[Any], new: Any, id_of: Any) -> None:
        """Store a record under its new id, where it changed, and note what was erased in it."""
        old = stored.entity
        if new == old:
            return
        before = self.records.unit.get(kind, id)
        self.ids[id] = id_of(new)
        if self.ids[id] == id:
            payload = self.records.put(kind, id, new, stored.revision)
        else:
            self.records.unit.remove(kind, id, expected=stored.revision)
            payload = self.records.put(kind, self.ids[id], new, 0)
        self.renewed[digest(before.payload if before else "")] = digest(payload)
        self.places += [self.place(kind, self.ids[id], old.kim, n, t) for n, t in addresses(old) if t in self.names]

    def past(self, before: Before) -> Before:
        """Return a document as it was before an import, under its new account and link."""
        if before.kind != "content" or before.payload is None:
            return before
        document = Document(kind="content", id=before.id, office="", schema=before.schema, payload=before.payload)
        old = from_json(upgraded(document), Content)
        new = self.content(old)
        if new == old:
            return before
        self.ids[before.id], payload = content_id(new), to_json(new)
        self.renewed[digest(before.payload)] = digest(payload)
        return evolve(before, payload=payload, schema=schema_of("content"))

    def put_undo(self, id: str, undo: Stored[UndoRecord], documents: tuple[Before, ...]) -> None:
        """Store what an import wrote over, with the new ids, digests and figures."""
        figures = tuple(map(self.figure, undo.entity.figures))
        moved = tuple(
            evolve(b, id=self.ids.get(b.id, b.id), left=self.renewed.get(b.left, b.left)) if b.kind == "content" else b
            for b in documents
        )
        new = evolve(undo.entity, documents=moved, figures=figures)
        if new != undo.entity:
            self.records.put("undo", id, new, undo.revision)

    def tell_of_figures(self) -> None:
        """Note each account and link of a KIM's figures once."""
        rows = self.records.unit.history(self.records.office.text)
        texts = {(row.kim, *pair) for row in rows for pair in (("account", row.account), ("content", row.content))}
        known = {**self.names, **self.keys}
        self.places += [self.place("observation", kim, kim, n, t) for kim, n, t in sorted(texts) if t in known]

    def place(self, kind: str, id: str, kim: str, path: str, value: str) -> PersonPlace:
        """Return a place that was erased."""
        name = self.kims.get(kim, "")
        return PersonPlace(kind=kind, id=id, kim=kim, name=name, path=path, trace=Trace.ERASED, value=value)


def alias(records: Records, aliases: Aliases, *, names: Mapping[str, str]) -> list[PersonPlace]:
    """Rename in the records of an office, and return every place."""
    if not (aliases.given and names):
        return []
    renaming = Renaming(records, names, {kim.id: kim.name for kim in kims_of(records)})
    renaming.run()
    return renaming.places


def texts_of(records: Records) -> tuple[set[str], set[str]]:
    """Return all accounts and all links, keys of contents among them, that stand in the records of an office."""
    accounts, links = set[str](), set[str]()
    for row in records.unit.history(records.office.text):
        accounts.add(row.account)
        links.add(row.content)
    for _, found in records.all("collected", CollectedAccount):
        accounts.add(found.entity.account)
    for content in contents_of(records):
        accounts.add(content.account)
        links.add(content.link)
    return accounts, links


def contents_of(records: Records) -> Iterator[Content]:
    """Yield the contents of an office, and those that imports wrote over."""
    for _, stored in records.all("content", Content):
        yield stored.entity
    for _, undo in records.all("undo", UndoRecord):
        for before in undo.entity.documents:
            if before.kind == "content" and before.payload is not None:
                document = Document(kind="content", id="", office="", schema=before.schema, payload=before.payload)
                yield from_json(upgraded(document), Content)


def addresses(record: Any) -> Iterator[tuple[str, str]]:
    """Yield account and link of a record, by name."""
    yield "account", record.account
    if isinstance(record, Content):
        yield "link", record.link


def id_of(found: CollectedAccount) -> str:
    """Return the id of what an account did not tell."""
    return collected_id(found.kim, found.platform, found.account)
