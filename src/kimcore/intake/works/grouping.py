"""Grouping: lists that stand inside the categories of a competition, told flat: each item with its category."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import evolve, frozen

__all__ = ["NESTED", "Within", "flat", "grouped"]

NESTED: Final = ("rubric", "prizes")
"""The lists of a category; an award has a rubric of its own."""


@frozen
class Within:
    """An item and the category (id) that it stands in; empty where the work has no categories."""

    category: str
    item: Any


def flat(record: Any, name: str) -> tuple[Within, ...]:
    """Return a list of a competition, category by category, or that of an award."""
    if record is None:
        return ()
    holders = ((c.id, c) for c in record.categories) if hasattr(record, "categories") else (("", record),)
    return tuple(Within(id, item) for id, holder in holders for item in getattr(holder, name, ()))


def grouped(lists: Mapping[str, tuple[Any, ...]], categories: Iterable[Any] | None) -> dict[str, tuple[Any, ...]]:
    """Return lists as a work has them: flat ones in the categories of a competition, or (None) in the work itself."""
    inside = {name: items for name, items in lists.items() if name in NESTED}
    outside = {name: items for name, items in lists.items() if name not in NESTED}
    if categories is None:
        return outside | {name: tuple(w.item for w in items) for name, items in inside.items()}
    if inside:
        outside["categories"] = tuple(
            evolve(c, **{name: tuple(w.item for w in items if w.category == c.id) for name, items in inside.items()})
            for c in outside.get("categories", categories)
        )
    return outside
