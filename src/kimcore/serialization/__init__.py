"""Serialization: domain values to JSON and back, strictly and without loss (the only package that imports cattrs).

A term is its code, a day its ISO date, a region its code with points. A text where a term could stand is the text,
or `{"text": …}` if it reads like a code; what the office denied is `{"denied": true}`. Fields at their default are
left out. Reading guesses nothing: 5 is no text, "5" no number, and a key that is not known is refused.
"""

import json
from typing import Any, TypeVar

from kimcore.errors import InvalidValue
from kimcore.serialization.converters import careful, converter
from kimcore.serialization.faults import Mismatch, Wrong, mismatches
from kimcore.serialization.quick import quick_reader
from kimcore.serialization.readers import plain_reader
from kimcore.serialization.schemas import DIALECT, entity_schema
from kimcore.terms import Text

__all__ = ["DIALECT", "Mismatch", "entity_schema", "from_json", "from_plain", "to_json", "to_plain"]

T = TypeVar("T")


def to_json(value: object) -> str:
    """Return a domain value as compact JSON text in ASCII."""
    return json.dumps(to_plain(value), separators=(",", ":"), allow_nan=False)


def from_json(text: str, kind: type[T]) -> T:
    """Return the value of a class that JSON text holds; raise `InvalidValue` with every fault (see `from_plain`)."""
    quick = quick_reader(kind)  # type: ignore[arg-type]
    if quick is not None:
        try:
            found: T = quick(text)
            return found
        except Exception:  # whatever it was, the way below tells what is wrong, or that nothing is
            pass
    return from_careful_json(text, kind)


def from_careful_json(text: str, kind: type[T]) -> T:
    """Return what `from_json` returns, without the help of the extra `fast`."""
    try:
        plain = json.loads(text, parse_constant=no_constant, object_pairs_hook=unique)
    except (ValueError, RecursionError, Wrong) as error:
        message = error.text if isinstance(error, Wrong) else Text("bukan JSON", "is no JSON")
        raise refused(kind, (Mismatch("$", message),)) from None
    return from_plain(plain, kind)


def to_plain(value: object) -> Any:
    """Return a domain value as dicts, lists, texts, numbers and None, ready for JSON."""
    return converter().unstructure(value)


def from_plain(plain: object, kind: type[T]) -> T:
    """Return the value of a class that plain data hold.

    Raise `InvalidValue` with the code `json_invalid`, whose `params["problems"]` has a `Mismatch` for every fault.
    """
    reader = plain_reader(kind)  # type: ignore[arg-type]
    if reader is not None:
        try:
            found: T = reader(plain)
            return found
        except Exception:  # whatever it was, the converter tells where
            pass
    try:
        return careful().structure(plain, kind)
    except Exception as error:
        raise refused(kind, tuple(mismatches(error, "$"))) from None


def refused(kind: type, problems: tuple[Mismatch, ...]) -> InvalidValue:
    """Return the error that lists every fault."""
    name = getattr(kind, "__name__", str(kind))
    en, id = ("; ".join(f"{p.path}: {p.message.say(lang)}" for p in problems) for lang in ("en", "id"))
    return InvalidValue("json_invalid", f"no {name}: {en}", f"bukan {name}: {id}", problems=problems)


def no_constant(_: str) -> Any:
    """Refuse NaN and the infinities, which JSON does not have."""
    raise Wrong("NaN and Infinity are no JSON", "NaN dan Infinity bukan JSON")


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object; refuse one that has a key twice, for one of the values would be lost."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Wrong("an object has a key twice", "sebuah objek memiliki kunci ganda")
    return found
