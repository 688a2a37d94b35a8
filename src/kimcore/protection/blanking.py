"""Blanking: a record without its personal data; what was recorded is unknown then, never no."""

from typing import Any, TypeVar

from attrs import Attribute, AttrsInstance, evolve, fields, has

from kimcore.geography import RegionCode
from kimcore.privacy import Privacy, privacy_of
from kimcore.protection.traces import ERASED
from kimcore.terms import Term, Text
from kimcore.values import Period

__all__ = ["blank", "is_record", "without_personal"]

R = TypeVar("R", bound=AttrsInstance)
VALUES = (RegionCode, Period, Text)
"""Records that are one value: their class is that of the field that holds them."""


def is_record(value: object) -> bool:
    """Tell whether a value is a record, whose fields have classes of their own."""
    return has(type(value)) and not isinstance(value, VALUES)


def blank(field: "Attribute[Any]", value: Any) -> Any:
    """Return what stands in a field that was erased: not recorded, unknown, or `ERASED` where a text must stand.

    A text that must not be empty keeps a conclusion complete (R12): that it was drawn is no personal data.
    """
    if value in (None, "", ()):
        return value
    if isinstance(value, tuple):
        return tuple(without_personal(item) if is_record(item) else ERASED for item in value)
    if isinstance(value, Text):
        return Text(ERASED, ERASED)
    is_unknown = field.default is None or isinstance(field.default, Term)
    return ERASED if isinstance(value, str) and not is_unknown else field.default


def without_personal(record: R) -> R:
    """Return a record without general and specific data, in all that it holds.

    What a field marks as `kept` stays: without the ground and finding of a decision, its conclusion would be another.
    """
    changes = {}
    for field in fields(type(record)):
        value = getattr(record, field.name)
        if holds_records(value):
            inner = tuple(map(without_personal, value)) if isinstance(value, tuple) else without_personal(value)
            changes[field.name] = inner
        elif privacy_of(field) is not Privacy.NONE and not field.metadata.get("kept"):
            changes[field.name] = blank(field, value)
    return evolve(record, **changes)  # type: ignore[misc]


def holds_records(value: object) -> bool:
    """Tell whether a value is a record or a tuple of records."""
    return is_record(value[0]) if isinstance(value, tuple) and value else is_record(value)
