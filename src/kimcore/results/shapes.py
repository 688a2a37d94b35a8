"""Shapes: a short way to write the shape of a document, and JSON Schema (draft 2020-12) made from it.

A text names a plain kind (`text`, `integer`, `count`, `number`, `boolean`, `day`, `region`, `value`, `any`), with `?`
behind it where it may be null; `=x` is the text x alone. A Term stands for its codes, a tuple for alternatives, None
for null, a list for many of one kind, a dict for an object; a key with `?` behind it may be absent.
"""

from typing import Any

from kimcore.serialization import DIALECT
from kimcore.terms import Term

__all__ = ["Shape", "document_schema", "schema_of"]

Shape = Any

KINDS: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "count": {"type": "integer", "minimum": 0},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "day": {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    "region": {"type": "string", "pattern": r"^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$"},
    "any": {},
    "value": {"type": ["string", "integer", "boolean", "array", "null"], "items": {"type": "string"}},
}


def document_schema(name: str, about: str, shape: Shape) -> dict[str, Any]:
    """Return the schema of a document; keys may be added to a document within its version."""
    head = {"$schema": DIALECT, "$id": f"urn:kimcore:{name}.v1", "title": f"kimcore.{name}.v1", "description": about}
    return head | schema_of(shape)


def schema_of(shape: Shape) -> dict[str, Any]:
    """Return the schema of a shape."""
    match shape:
        case None:
            return {"type": "null"}
        case str():
            return plain(shape)
        case tuple():
            return {"anyOf": [schema_of(part) for part in shape]}
        case [item]:
            return {"type": "array", "items": schema_of(item)}
        case dict():
            return members(shape)
        case type() if issubclass(shape, Term):
            return {"enum": [member.code for member in shape]}
    raise TypeError(f"no shape: {shape!r}")


def plain(kind: str) -> dict[str, Any]:
    """Return the schema of a plain kind."""
    if kind.startswith("="):
        return {"const": kind[1:]}
    schema = KINDS[kind.removesuffix("?")]
    return {"anyOf": [schema, {"type": "null"}]} if kind.endswith("?") else dict(schema)


def members(shape: dict[str, Shape]) -> dict[str, Any]:
    """Return the schema of an object; the key `*` stands for keys of any name."""
    named = {key: part for key, part in shape.items() if key != "*"}
    rest = {"additionalProperties": schema_of(shape["*"])} if "*" in shape else {}
    return {
        "type": "object",
        "properties": {key.removesuffix("?"): schema_of(part) for key, part in named.items()},
        "required": [key for key in named if not key.endswith("?")],
        **rest,
    }
