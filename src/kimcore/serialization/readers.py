"""Readers: plain data into records by functions written for each class; a fault is left to the careful converter.

A reader takes what the careful converter takes in its usual form, and nothing that it refuses; where it raises,
whatever it was, the careful converter decides.
"""

from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache, lru_cache
from types import NoneType
from typing import Any, Never, get_args

from attrs import NOTHING, Factory, fields, resolve_types
from attrs import has as is_record

from kimcore.geography import RegionCode
from kimcore.serialization.makers import Source, made_by
from kimcore.serialization.plain import codes, read_date, read_denied
from kimcore.serialization.unions import is_tuple, is_union, terms_of
from kimcore.values import Denied

__all__ = ["plain_reader", "region"]

Reader = Callable[[Any], Any]
Way = tuple[str, str]
"""A test of a value `v` and the source that makes what it stands for."""

OWN_FORM: dict[Any, Way] = {kind: (f"v.__class__ is {kind.__name__}", "v") for kind in (str, int, bool)}
OWN_FORM |= {float: ("v.__class__ is float or v.__class__ is int", "v"), NoneType: ("v is None", "None")}

day = lru_cache(maxsize=8192)(read_date)
region = lru_cache(maxsize=8192)(RegionCode)


@cache
def plain_reader(kind: Any) -> Reader | None:
    """Return a reader that raises where it is not sure, or None for a class that has none."""
    try:
        return reader_of(kind) if is_record(kind) and kind is not RegionCode else None
    except TypeError:
        return None


@cache
def reader_of(kind: Any) -> Reader:
    """Return the reader of a record; raise TypeError where a field has no reader."""
    source = Source(["if read.__class__ is not dict: unfit()", "left = len(read)"], {"unfit": unfit})
    for field in fields(resolve_types(kind)):
        found = [f"v = read[{field.name!r}]", f"o.{field.name} = {value(source, field.type)}", "left -= 1"]
        if field.default is NOTHING:
            source.lines.extend(found)
        else:
            blank = f"o.{field.name} = {default(source, field.default)}"
            source.lines.extend([f"if {field.name!r} in read: {'; '.join(found)}", f"else: {blank}"])
    source.lines.append("if left: unfit()")
    return made_by(source, kind)


def unfit() -> Never:
    """Refuse a value."""
    raise ValueError


def default(source: Source, given: Any) -> str:
    """Return the source of a field's default."""
    if isinstance(given, Factory):  # type: ignore[arg-type]
        return f"{source.name(given.factory)}()"
    return source.name(given)


def value(source: Source, kind: Any) -> str:
    """Return the source that makes a value of a type of the plain value `v`, or refuses it."""
    ways = dict(ways_of(source, kind))
    found = "unfit()"
    for test, made in reversed(ways.items()):
        found = f"({made} if {test} else {found})"
    return found


def ways_of(source: Source, kind: Any) -> list[Way]:
    """Return the ways in which plain values stand for values of a type; raise TypeError for an unknown type."""
    if kind in OWN_FORM:
        return [OWN_FORM[kind]]
    if is_union(kind):
        return ways_of_union(source, get_args(kind))
    if is_tuple(kind):
        return [("v.__class__ is list or v.__class__ is tuple", many(source, get_args(kind)[0]))]
    if kind in (date, RegionCode):
        return [("v.__class__ is str", f"{source.name(day if kind is date else region)}(v)")]
    if kind is Denied:
        return [("v.__class__ is dict", f"{source.name(read_denied)}(v)")]
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [("v.__class__ is str", f"{source.name(codes(kind))}[v]")]
    if is_record(kind):
        return [("v.__class__ is dict", f"{source.name(reader_of(kind))}(v)")]
    raise TypeError(kind)


def many(source: Source, item: Any) -> str:
    """Return the source that makes a tuple of a list `v`."""
    if is_record(item) and item is not RegionCode:
        return f"tuple(map({source.name(reader_of(item))}, v))"
    return f"tuple([{value(source, item)} for v in v])"


def ways_of_union(source: Source, members: tuple[Any, ...]) -> list[Way]:
    """Return the ways of all members; raise TypeError where the form of a value does not tell the member."""
    terms = terms_of(members) if str in members else []
    ways = [way for m in members if m not in terms for way in ways_of(source, m)]
    if terms:
        known = {code: m for term in terms for code, m in codes(term).items()}
        ways = [("v.__class__ is str", f"{source.name(known)}.get(v, v)"), *(w for w in ways if w != OWN_FORM[str])]
    if len({test for test, _ in ways}) < len(ways):
        raise TypeError(members)
    return ways
