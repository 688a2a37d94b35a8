"""Unions: a text or a term, a text or what was denied, a value or none; read by the form of the JSON value."""

from collections.abc import Callable
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from attrs import has as is_record
from cattrs import Converter

from kimcore.geography import RegionCode
from kimcore.serialization.faults import unfit
from kimcore.serialization.plain import codes, read_denied
from kimcore.terms import Term
from kimcore.values import Denied

__all__ = ["is_tuple", "is_union", "read_union", "write_union"]

Step = Callable[[Any], Any]
PLAIN = (str, int, float, bool, NoneType)


def is_union(kind: Any) -> bool:
    """Tell whether a type is a union."""
    return get_origin(kind) in (Union, UnionType)


def is_tuple(kind: Any) -> bool:
    """Tell whether a type is a tuple of any length of one type."""
    return get_origin(kind) is tuple and get_args(kind)[1:] == (...,)


def read_union(made: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """Return the reader of a union: the form of the JSON value (text, number, list, object, null) picks the member."""
    members = get_args(kind)
    readers = {form: read for member in reversed(members) for form, read in forms(made, member).items()}
    if str in members and (terms := terms_of(members)):
        known = {code: m for term in terms for code, m in codes(term).items()}
        readers[str] = lambda value: known.get(value, value)
        readers[dict] = lambda value: read_text_of(value, known)
    if Denied in members:
        others = (m for m in members if m is not Denied and is_object(m))
        readers[dict] = denied_or(*(forms(made, m)[dict] for m in others))

    def read(value: Any, _: Any) -> Any:
        found = readers.get(value.__class__)
        if found is None:
            raise unfit(value, *readers)
        return found(value)

    return read


def forms(made: Converter, member: Any) -> dict[type, Step]:
    """Return the reader of a member of a union for each form of JSON that it may have."""
    if member in PLAIN:
        return {member: same}
    read = made.get_structure_hook(member)
    form = list if is_tuple(member) else dict if is_object(member) else str
    return {form: lambda value: read(value, member)}


def same(value: Any) -> Any:
    """Return the value."""
    return value


def is_object(member: Any) -> bool:
    """Tell whether a member of a union is written as an object."""
    return member is Denied or (is_record(member) and member is not RegionCode)


def terms_of(members: tuple[Any, ...]) -> list[type[Term]]:
    """Return the terms among the members of a union."""
    return [m for m in members if isinstance(m, type) and issubclass(m, Term)]


def read_text_of(value: dict[str, Any], known: dict[str, Any]) -> str:
    """Return the text of `{"text": …}`, which is a code that is meant as text."""
    text = value.get("text")
    if len(value) == 1 and isinstance(text, str) and text in known:
        return text
    raise unfit(value, str)


def denied_or(*others: Step) -> Step:
    """Return the reader of an object that says `DENIED` or, where another class is a member, is of that class."""
    return lambda value: read_denied(value) if not others or "denied" in value else others[0](value)


def write_union(made: Converter, kind: Any) -> Step:
    """Return the writer of a union: the class of the value picks the member."""
    members = get_args(kind)
    known = {code for term in terms_of(members) for code in codes(term)} if str in members else set()
    writers = {form_of(m): made.get_unstructure_hook(m) for m in members if m not in PLAIN}
    if known:
        writers[str] = lambda value: {"text": value} if value in known else value
    if not writers:
        return same
    if len(writers) == 1 and set(members) == {*writers, NoneType}:
        (only,) = writers.values()
        return lambda value: None if value is None else only(value)

    def write(value: Any) -> Any:
        found = writers.get(value.__class__)
        return value if found is None else found(value)

    return write


def form_of(member: Any) -> Any:
    """Return the class of the values of a member of a union."""
    return tuple if is_tuple(member) else member
