"""Faults: what is wrong in a document, where, and in both languages; the value itself is not shown."""

from types import NoneType
from typing import Any

from attrs import frozen
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError

from kimcore.errors import KimError
from kimcore.terms import Text

__all__ = ["Mismatch", "Wrong", "mismatches", "unfit"]


@frozen
class Mismatch:
    """One fault of a document: where it is (`$.profile.phone`) and what is wrong; it does not show the value."""

    path: str
    message: Text


class Wrong(Exception):
    """A value of another form than is expected."""

    def __init__(self, en: str, id: str) -> None:
        super().__init__(en)
        self.text = Text(id, en)


def mismatches(error: BaseException, path: str) -> list[Mismatch]:
    """Return the faults that an error of cattrs holds, each with its path."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        noted, rest = error.group_exceptions()
        inner = [m for e, note in noted for m in mismatches(e, path + step(note))]
        return inner + [m for e in rest for m in mismatches(e, path)]
    return [Mismatch(path, explained(error))]


def step(note: Any) -> str:
    """Return the step of a path that a note of cattrs names."""
    return f".{note.name}" if hasattr(note, "name") else f"[{note.index}]"


def explained(error: BaseException) -> Text:
    """Return what an error says, without the value."""
    if isinstance(error, Wrong):
        return error.text
    if isinstance(error, KimError):
        return Text(error.id, error.en)
    if isinstance(error, ForbiddenExtraKeysError):
        names = ", ".join(sorted(map(repr, error.extra_fields)))
        return Text(f"kunci tidak dikenal: {names}", f"unknown keys: {names}")
    if isinstance(error, KeyError):
        return Text("wajib diisi", "is required")
    return Text("bukan objek", "is no object")


NAMES = {
    str: ("a text", "teks"),
    int: ("a whole number", "bilangan bulat"),
    float: ("a number", "bilangan"),
    bool: ("true or false", "true atau false"),
    dict: ("an object", "objek"),
    list: ("a list", "daftar"),
    tuple: ("a list", "daftar"),
    NoneType: ("null", "null"),
}


def unfit(value: object, *expected: Any) -> Wrong:
    """Return the fault of a value whose type is not among those expected; it names the types alone."""
    names = [NAMES.get(kind, ("a known code", "kode yang dikenal")) for kind in dict.fromkeys(expected)]
    given = NAMES.get(type(value), ("another value", "nilai lain"))
    en, id = (sep.join(dict.fromkeys(n[i] for n in names)) for i, sep in enumerate((" or ", " atau ")))
    return Wrong(f"{en} is expected, not {given[0]}", f"{id} diharapkan, bukan {given[1]}")
