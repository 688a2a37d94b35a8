"""Schemas: JSON Schema (draft 2020-12) of stored entities, made from their fields as they are written and read."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from types import NoneType
from typing import Any, get_args

from attrs import NOTHING, Attribute, fields, resolve_types
from attrs import has as is_record

from kimcore.geography import RegionCode
from kimcore.serialization.plain import codes
from kimcore.serialization.unions import is_tuple, is_union, terms_of
from kimcore.values import Denied

__all__ = ["DIALECT", "entity_schema"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DAY = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
REGION = {"type": "string", "pattern": r"^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$"}
DENIED = {
    "type": "object",
    "properties": {"denied": {"const": True}},
    "required": ["denied"],
    "additionalProperties": False,
}
PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    NoneType: {"type": "null"},
    date: DAY,
    RegionCode: REGION,
    Denied: DENIED,
}
BOUNDS = ("minimum", "maximum")


def entity_schema(kind: type) -> dict[str, Any]:
    """Return the schema of a class of stored records, for example `Kim`.

    A field at its default may be left out, a key that is not known is refused. Each field carries its bounds, its
    clause (`x-clause`) and its class of personal data (`x-privacy`), where it has them.
    """
    found: dict[str, dict[str, Any]] = {}
    collect(kind, found)
    body = found.pop(kind.__name__)
    head: dict[str, Any] = {"$schema": DIALECT, "$id": f"urn:kimcore:{kind.__name__.lower()}", "title": kind.__name__}
    return head | body | ({"$defs": dict(sorted(found.items()))} if found else {})


def collect(kind: type, found: dict[str, Any]) -> None:
    """Put the schema of a class, and those of the classes of its fields, under their names."""
    if kind.__name__ in found:
        return
    found[kind.__name__] = {}
    every = fields(resolve_types(kind))
    needed = [f.name for f in every if f.default is NOTHING]
    found[kind.__name__] = {
        "description": " ".join((kind.__doc__ or "").split("\n\n")[0].split()),
        "type": "object",
        "properties": {f.name: field_schema(f, found) for f in every},
        **({"required": needed} if needed else {}),
        "additionalProperties": False,
    }


def field_schema(field: "Attribute[Any]", found: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a field with its bounds, clause and class of personal data."""
    schema = type_schema(field.type, found)
    bounds = {key: field.metadata[key] for key in BOUNDS if key in field.metadata}
    parts = [part for part in schema.get("anyOf", [schema]) if part.get("type") in ("integer", "number")]
    for part in parts:
        part.update(bounds)
    notes = {}
    if field.metadata.get("clause"):
        notes["x-clause"] = field.metadata["clause"]
    if "privacy" in field.metadata:
        notes["x-privacy"] = field.metadata["privacy"].value
    return schema | notes


def type_schema(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a type."""
    if kind in PLAIN:
        return dict(PLAIN[kind])
    for applies, make in FORMS:
        if applies(kind):
            return make(kind, found)
    raise TypeError(f"no schema for {kind!r}")


def is_enum(kind: Any) -> bool:
    """Tell whether a type is an enum."""
    return isinstance(kind, type) and issubclass(kind, Enum)


def enum_schema(kind: Any, _: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a term: its codes."""
    return {"enum": list(codes(kind))}


def tuple_schema(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a tuple of one type."""
    return {"type": "array", "items": type_schema(get_args(kind)[0], found)}


def record_schema(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    """Return a reference to the schema of a class."""
    collect(kind, found)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def union_schema(kind: Any, found: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a union; a text that reads like a code of a term in it is written as `{"text": …}`."""
    members = get_args(kind)
    options = [type_schema(member, found) for member in members]
    known = [code for term in terms_of(members) for code in codes(term)]
    if str in members and known:
        text = {"type": "object", "properties": {"text": {"enum": known}}, "required": ["text"]}
        options.append(text | {"additionalProperties": False})
    return {"anyOf": options}


FORMS: tuple[tuple[Callable[[Any], bool], Callable[[Any, dict[str, Any]], dict[str, Any]]], ...] = (
    (is_union, union_schema),
    (is_tuple, tuple_schema),
    (is_enum, enum_schema),
    (is_record, record_schema),
)
