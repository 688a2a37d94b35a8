"""Quick: JSON straight into records by msgspec, where the extra `fast` is installed.

msgspec reads the text into a mirror of the record, and the record is made of that. What was read is taken only if
writing it gives the very same text, as `to_json` wrote it: so no key is unknown or stands twice, and nothing was
converted. Whatever is not so, and whatever has a fault, is left to the careful way.
"""

import json
import re
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache, reduce
from operator import or_
from types import NoneType
from typing import Any, get_args

from attrs import NOTHING, fields, resolve_types
from attrs import has as is_record

from kimcore.geography import RegionCode
from kimcore.serialization.makers import Source, made_by
from kimcore.serialization.plain import codes
from kimcore.serialization.readers import region
from kimcore.serialization.unions import is_tuple, is_union, terms_of
from kimcore.values import DENIED, Denied

msgspec: Any
try:
    import msgspec
except ImportError:
    msgspec = None

__all__ = ["quick_reader"]

Reader = Callable[[str], Any]
BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
AS_THEY_ARE = (str, int, float, bool, NoneType, date)


@cache
def quick_reader(kind: Any) -> Reader | None:
    """Return a reader that raises where it is not sure; None without msgspec, or for a class that has no mirror."""
    if msgspec is None or not is_record(kind):
        return None
    try:
        decode, encode = msgspec.json.Decoder(mirror(kind)).decode, msgspec.json.Encoder().encode
        make = maker(kind)
    except TypeError:
        return None

    def read(text: str) -> Any:
        found = decode(text)
        again = encode(found).decode()
        if text != (again if again.isascii() else BEYOND_ASCII.sub(escaped, again)):
            raise ValueError("not as to_json writes it")
        return make(found)

    return read


def escaped(found: re.Match[str]) -> str:
    """Return letters beyond ASCII as `to_json` writes them."""
    return json.dumps(found[0])[1:-1]


@cache
def mirror(kind: Any) -> Any:
    """Return the class into which msgspec reads a record: its fields and defaults, nothing more."""
    rows = [(a.name, mirrored(a.type), *default_of(a.default)) for a in fields(resolve_types(kind))]
    options: dict[str, Any] = {"frozen": True, "forbid_unknown_fields": True, "omit_defaults": True, "gc": False}
    return msgspec.defstruct(kind.__name__, rows, kw_only=True, **options)


def default_of(default: Any) -> tuple[Any, ...]:
    """Return the default of a field as its mirror has it; nothing where it has none."""
    if default is NOTHING:
        return ()
    kind: Any = type(default)
    if is_record(kind) and default == kind():
        return (mirror(kind)(),)
    if isinstance(default, (*AS_THEY_ARE, Enum)) or default == ():
        return (default,)
    raise TypeError(default)


def mirrored(kind: Any) -> Any:
    """Return the type by which msgspec reads a field; raise TypeError for one that has none."""
    if kind in AS_THEY_ARE or (isinstance(kind, type) and issubclass(kind, Enum) and kind is not Denied):
        return kind
    if kind is RegionCode:
        return str
    if kind is Denied:
        return said()
    if is_tuple(kind):
        return tuple.__class_getitem__((mirrored(get_args(kind)[0]), ...))
    if is_union(kind):
        members = get_args(kind)
        terms = terms_of(members) if str in members else []
        return reduce(or_, (mirrored(m) for m in members if m not in terms))
    if is_record(kind):
        return mirror(kind)
    raise TypeError(kind)


@cache
def said() -> Any:
    """Return the mirror of `DENIED`, `{"denied": true}`."""

    def check(self: Any) -> None:
        if not self.denied:
            raise ValueError

    options: dict[str, Any] = {"frozen": True, "forbid_unknown_fields": True, "gc": False}
    return msgspec.defstruct("Said", [("denied", bool)], namespace={"__post_init__": check}, **options)


@cache
def maker(kind: Any) -> Callable[[Any], Any]:
    """Return the function that makes a record of its mirror."""
    source = Source()
    for field in fields(resolve_types(kind)):
        source.lines.append(f"o.{field.name} = {value(source, field.type, f'read.{field.name}')}")
    return made_by(source, kind)


def value(source: Source, kind: Any, read: str) -> str:
    """Return the source of a value of a type; `read` is the source of what msgspec read."""
    if kind is RegionCode:
        return f"{source.name(region)}({read})"
    if kind is Denied:
        return source.name(DENIED)
    if is_tuple(kind):
        return many(source, get_args(kind)[0], read)
    if is_union(kind):
        return one_of(source, get_args(kind), read)
    return f"{source.name(maker(kind))}({read})" if is_record(kind) else read


def many(source: Source, item: Any, read: str) -> str:
    """Return the source of a tuple of values of one type."""
    if is_record(item) and item is not RegionCode:
        return f"tuple(map({source.name(maker(item))}, {read}))"
    made = value(source, item, "v")
    return read if made == "v" else f"tuple([{made} for v in {read}])"


def one_of(source: Source, members: tuple[Any, ...], read: str) -> str:
    """Return the source of a value of one of several types; the class of what was read tells which."""
    if str in members and (terms := terms_of(members)):
        known = {code: m for term in terms for code, m in codes(term).items()}
        return f"{source.name(known)}.get({read}, {read})"
    found = read
    for member in members:
        made = value(source, member, read)
        if made != read:
            found = f"({made} if {read}.__class__ is {source.name(class_of(member))} else {found})"
    return found


def class_of(member: Any) -> type:
    """Return the class of what was read for a member of a union."""
    found = mirrored(member)
    return found if isinstance(found, type) else tuple
