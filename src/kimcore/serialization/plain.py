"""Plain values: texts, numbers, days and codes, each read from its own form alone."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from kimcore.serialization.faults import Wrong, unfit
from kimcore.values import DENIED, Denied

__all__ = ["SAID_DENIED", "codes", "exact", "member_reader", "read_date", "read_denied", "read_text"]

SAID_DENIED = {"denied": True}
"""How `DENIED` is written."""


def exact(kind: type) -> Callable[[Any, Any], Any]:
    """Return the reader of a plain type, which takes that type alone; a whole number does for a number."""
    fits = (int, float) if kind is float else (kind,)

    def read(value: Any, _: Any) -> Any:
        if value.__class__ in fits:
            return value
        raise unfit(value, kind)

    return read


def read_text(value: Any) -> str:
    """Return a text."""
    if isinstance(value, str):
        return value
    raise unfit(value, str)


def read_date(value: Any) -> date:
    """Return the day of an ISO date, `2024-01-31` and no other form."""
    try:
        day = date.fromisoformat(value)
        if day.isoformat() == value:
            return day
    except (TypeError, ValueError):
        pass
    raise Wrong("a date such as 2024-01-31 is expected", "tanggal seperti 2024-01-31 diharapkan")


def member_reader(kind: type[Enum]) -> Callable[[Any, Any], Any]:
    """Return the reader of an enum, which takes the codes of its members; `DENIED` has a form of its own."""
    if kind is Denied:
        return lambda value, _: read_denied(value)
    members = codes(kind)

    def read(value: Any, _: Any) -> Any:
        try:
            return members[value]
        except (KeyError, TypeError):
            known = ", ".join(members)
            raise Wrong(f"none of the codes {known}", f"bukan salah satu kode {known}") from None

    return read


def read_denied(value: Any) -> Denied:
    """Return `DENIED` for its object."""
    if value == SAID_DENIED and value["denied"] is True:
        return DENIED
    raise Wrong('an object can only be {"denied": true} here', 'objek di sini hanya dapat berupa {"denied": true}')


@cache
def codes(kind: type[Enum]) -> dict[str, Enum]:
    """Return the members of an enum by code."""
    return {member.value: member for member in kind}
