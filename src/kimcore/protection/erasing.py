"""Erasing: one person out of a record; what is not about that person stays."""

import re
from collections.abc import Iterator
from typing import Any, Final, TypeVar

from attrs import Attribute, AttrsInstance, define, evolve, field, fields, frozen

from kimcore.community import Former, Identity
from kimcore.monitoring import Content, Observation
from kimcore.privacy import Privacy, privacy_of
from kimcore.protection.blanking import blank, is_record
from kimcore.protection.pseudonyms import folded
from kimcore.protection.traces import Traces, parts_of
from kimcore.terms import Term, Text

__all__ = ["Eraser", "Place", "Trace", "contacts_in", "contacts_of", "names_of"]

R = TypeVar("R", bound=AttrsInstance)
KEPT_WHOLE: Final = (Identity, Former, Content, Observation)
"""What a KIM, a content and a figure are known by: it is not rewritten, only told where it names the person."""

ADDRESSED: Final = (Content, Observation)
"""Records whose personal fields are accounts and links."""

NUMBER_OR_MAIL: Final = re.compile(r"\d|@")
"""What a phone, an e-mail or an address in a street has; the name of a village alone may be anything in a text."""


class Trace(Term):
    """What is done with a place where a person is found."""

    ABOUT = "about", "keterangan tentang orang itu", "about the person"
    ERASED = "erased", "dikosongkan", "erased"
    REDACTED = "redacted", "disamarkan dalam teks", "taken out of a text"
    LEFT = "left", "tidak dapat dihapus otomatis", "left: correct it by hand"


@frozen(kw_only=True)
class Place:
    """A place where a person is found: the field by its path in the record, and what stands there."""

    path: str
    trace: Trace
    value: str = field(repr=False)


@define
class Eraser:
    """Takes a person out of records, and notes every place; with `kims` (ids), not out of a part about another KIM."""

    traces: Traces
    kims: frozenset[str] = frozenset()
    places: list[Place] = field(factory=list)

    def without(self, record: R, path: str = "") -> R:
        """Return a record without the person; the same object where it does not name the person."""
        of = getattr(record, "kim", "")
        if self.kims and isinstance(of, str) and of not in ("", *self.kims):
            return record
        about = self.names(record)
        if about in ("self", "contact"):
            return self.blanked(record, path, whole=about == "self")
        changes = {}
        for one in fields(type(record)):
            old = getattr(record, one.name)
            new = self.value(record, one, old, path + one.name)
            if new is not old:
                changes[one.name] = new
        return evolve(record, **changes) if changes else record  # type: ignore[misc]

    def names(self, record: AttrsInstance) -> str:
        """Return in what sense a record is the person's own: `self`, `contact`, or empty."""
        wanted = folded(self.traces.name)
        for one in fields(type(record)):
            sense, cell = one.metadata.get("names", ""), getattr(record, one.name)
            if sense and isinstance(cell, str) and wanted in map(folded, parts_of(cell)):
                return str(sense)
        return ""

    def blanked(self, record: R, path: str, *, whole: bool) -> R:
        """Return a record of the person without its personal data; of a person's own record all is told."""
        changes = {}
        for one in fields(type(record)):
            old = getattr(record, one.name)
            if old in (None, "", ()) or old == one.default:
                continue
            if privacy_of(one) is not Privacy.NONE:
                changes[one.name] = blank(one, old)
                self.note(path + one.name, Trace.ERASED, old)
            elif whole:
                self.note(path + one.name, Trace.ABOUT, old)
        return evolve(record, **changes)  # type: ignore[misc]

    def value(self, record: AttrsInstance, one: "Attribute[Any]", value: Any, path: str) -> Any:
        """Return the value of a field without the person."""
        if is_record(value):
            return self.without(value, f"{path}.")
        if isinstance(value, tuple):
            new = tuple(self.value(record, one, item, path) for item in value)
            return value if all(a is b for a, b in zip(new, value, strict=True)) else new
        if isinstance(value, Text) and self.traces.are_in(f"{value.id} {value.en}"):
            return Text(self.text(record, one, value.id, path), self.traces.redacted(value.en))
        return self.text(record, one, value, path) if isinstance(value, str) else value

    def text(self, record: AttrsInstance, one: "Attribute[Any]", text: str, path: str) -> str:
        """Return a text without the person; what may mean something else, or is a key, is left and told."""
        is_personal = privacy_of(one) is not Privacy.NONE
        is_address = is_personal and isinstance(record, ADDRESSED)
        if not (self.traces.are_in_address(text) if is_address else self.traces.are_in(text)):
            return text
        is_near = bool(one.metadata.get("names")) and folded(self.traces.name) not in map(folded, parts_of(text))
        if isinstance(record, KEPT_WHOLE) or is_near or not (is_personal or self.traces.is_telling):
            self.note(path, Trace.LEFT, text)
            return text
        self.note(path, Trace.REDACTED, text)
        return self.traces.redacted(text)

    def note(self, path: str, trace: Trace, value: object) -> None:
        """Note a place."""
        said = value.say("id") if isinstance(value, Term) else value
        self.places.append(Place(path=path, trace=trace, value=str(said)))


def names_of(record: AttrsInstance) -> Iterator[str]:
    """Yield every name of a person in a record, as it stands and in its parts."""
    for inner in records_in(record):
        for one in fields(type(inner)):
            value = getattr(inner, one.name)
            if one.metadata.get("names") and isinstance(value, str):
                yield from filter(None, parts_of(value))


def contacts_of(record: AttrsInstance, name: str) -> Iterator[str]:
    """Yield the ways to reach a person that stand beside the name in a record."""
    finder = Eraser(Traces(name))
    for inner in records_in(record):
        if finder.names(inner) == "contact":
            yield from ways(inner)


def contacts_in(record: AttrsInstance) -> Iterator[str]:
    """Yield the ways to reach anyone that stand beside a contact person in a record."""
    for inner in records_in(record):
        if any(one.metadata.get("names") == "contact" for one in fields(type(inner))):
            yield from ways(inner)


def ways(record: AttrsInstance) -> Iterator[str]:
    """Yield phones, e-mails and addresses of a record."""
    for one in fields(type(record)):
        value, is_name = getattr(record, one.name), bool(one.metadata.get("names"))
        is_way = privacy_of(one) is not Privacy.NONE and not is_name
        if is_way and isinstance(value, str) and NUMBER_OR_MAIL.search(value):
            yield value.strip()


def records_in(record: AttrsInstance) -> Iterator[AttrsInstance]:
    """Yield a record and every record in it."""
    yield record
    for one in fields(type(record)):
        value = getattr(record, one.name)
        for inner in value if isinstance(value, tuple) else (value,):
            if is_record(inner):
                yield from records_in(inner)
