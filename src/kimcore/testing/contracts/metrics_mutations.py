"""Mutations: replies of JSON in which one part is missing, of another kind, or in another place."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any, Final

from attrs import evolve

from kimcore.ports import HttpReply

__all__ = [
    "JUNK",
    "Path",
    "bodies_without_counts",
    "counts",
    "document_of",
    "fallen",
    "parts",
    "reordered",
    "replaced",
    "twice",
    "with_body",
]

Path = tuple[str | int, ...]
"""The names and positions that lead from a document to a part of it."""

JUNK: Final[tuple[Any, ...]] = (
    None,
    True,
    -1,
    "-1",
    1.5,
    float("nan"),
    float("inf"),
    "",
    " 7 ",
    "7_0",
    "x",
    "\u0661\u0662",
    "\uff17",
    [],
    {},
    [[]],
)
"""Values that are no count, some of which `int()` takes for one."""

OTHER: Final = 987_654_321
"""A figure that no scene should have."""


def document_of(reply: HttpReply) -> Any:
    """Return the JSON of a reply, or None where it is none."""
    try:
        return json.loads(reply.body)
    except ValueError:
        return None


def with_body(reply: HttpReply, document: Any) -> HttpReply:
    """Return a reply with another document."""
    return evolve(reply, body=json.dumps(document).encode())


def parts(node: Any, at: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Yield every part of a document with its path, the whole first."""
    yield at, node
    inner = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for name, part in inner:
        yield from parts(part, (*at, name))


def counts(document: Any) -> list[Path]:
    """Return the paths of what may be a count: whole numbers, and digits as text."""
    return [path for path, part in parts(document) if path and is_count(part)]


def is_count(part: Any) -> bool:
    """Tell whether a part of a document may be a count."""
    is_number = isinstance(part, int) and not isinstance(part, bool)
    return is_number or (isinstance(part, str) and part.isascii() and part.isdigit())


def changed(document: Any, path: Path, change: Callable[[Any, str | int], None]) -> Any:
    """Return a copy of a document in which the holder of a part was changed."""
    copy = deepcopy(document)
    holder = copy
    for name in path[:-1]:
        holder = holder[name]
    change(holder, path[-1])
    return copy


def replaced(document: Any, path: Path, value: Any) -> Any:
    """Return a document with another part at a path."""
    return changed(document, path, lambda holder, name: holder.__setitem__(name, value)) if path else value


def bodies_without_counts(reply: HttpReply) -> Iterator[tuple[str, HttpReply]]:
    """Yield replies in which one count is no count, or is absent, each with what was done."""
    document = document_of(reply)
    for path in counts(document):
        for junk in JUNK:
            yield f"{path} is {junk!r}", with_body(reply, replaced(document, path, junk))
        if isinstance(path[-1], str):
            absent = changed(document, path, lambda holder, name: holder.pop(name))
            yield f"{path} is absent", with_body(reply, absent)


def fallen(reply: HttpReply, value: int) -> Iterator[HttpReply]:
    """Yield replies in which a count of a value is half of it."""
    document = document_of(reply)
    for path, part in parts(document):
        if path and is_count(part) and int(part) == value:
            yield with_body(reply, replaced(document, path, type(part)(value // 2)))


def reordered(reply: HttpReply) -> Iterator[tuple[str, HttpReply]]:
    """Yield replies in which the records of a list stand in another order, or one is left out, and what was done."""
    document = document_of(reply)
    for path, part in parts(document):
        if isinstance(part, list) and len(part) > 1 and all(isinstance(item, dict) for item in part):
            yield f"{path} is reversed", with_body(reply, replaced(document, path, part[::-1]))
            for n in range(len(part)):
                left = [*part[:n], *part[n + 1 :]]
                yield f"{path} lacks record {n}", with_body(reply, replaced(document, path, left))


def twice(reply: HttpReply) -> Iterator[tuple[str, HttpReply]]:
    """Yield replies in which the name of a count stands twice, with two values, and which name."""
    document, mark = document_of(reply), "\u0000twice"
    for path in counts(document):
        if isinstance(path[-1], str):
            second = changed(document, path, lambda holder, name: holder.__setitem__(f"{name}{mark}", OTHER))
            body = json.dumps(second).replace(json.dumps(mark)[1:-1], "")
            yield f"{path} stands twice", evolve(reply, body=body.encode())
