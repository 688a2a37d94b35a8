"""Columns of the reports: short declarations, a key and a heading in both languages."""

from kimcore.tables import Column
from kimcore.terms import Term, Text

__all__ = ["columns", "count", "lines"]


def columns(*declared: tuple[str, str, str, int]) -> tuple[Column, ...]:
    """Return columns declared as (key, Indonesian heading, English heading, width in characters)."""
    return tuple(Column(key=key, heading=Text(id, en), width=width) for key, id, en, width in declared)


def lines(*values: str | Term | Text | None) -> tuple[str | Term | Text, ...] | None:
    """Return the values that are recorded as lines of one cell, or None where none is."""
    return tuple(v for v in values if v) or None


def count(value: int | float | None) -> int | float | None:
    """Return a number without a needless decimal part; unknown stays unknown, never 0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
