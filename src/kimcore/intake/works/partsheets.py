"""Part sheets: how rows of a sheet become items of a list that a work holds."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import NOTHING, Factory, fields_dict, frozen

from kimcore.intake.columns import NAME
from kimcore.intake.works.drafts import Draft
from kimcore.intake.works.grouping import Within, flat
from kimcore.intake.works.rows import Row

__all__ = ["PartSheet", "Settle"]

Settle = Callable[[Row, Draft, dict[str, Any]], bool]
"""Puts what a row names by ids and titles into its values; False where it names what is not there, as reported."""


def as_typed(row: Row, draft: Draft, values: dict[str, Any]) -> bool:  # noqa: ARG001 (one signature)
    """Leave the values as they were typed."""
    return True


@frozen(kw_only=True)
class PartSheet:
    """A sheet whose rows replace a list of a work: the kinds of works, the field, and the class of its items.

    `same` are the fields that tell an item from others, `unique` those that no two items share; `needed` are columns
    without which a row is not taken. `keys` are columns that bear another name than their field. The items of a list
    that is `nested` stand inside the categories of a competition.
    """

    kinds: tuple[str, ...]
    field: str
    item: type
    same: tuple[str, ...]
    unique: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    keys: Mapping[str, str] = Factory(dict[str, str])
    settle: Settle = as_typed
    nested: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The fields of an item, with the category of one that is nested."""
        return (*(("category",) if self.nested else ()), *fields_dict(self.item))

    @property
    def required(self) -> tuple[str, ...]:
        """The fields without which no item can be made."""
        return tuple(name for name, one in fields_dict(self.item).items() if one.default is NOTHING)

    def key_of(self, name: str) -> str:
        """Return the column of a field of an item."""
        return NAME if name == "kim" else self.keys.get(name, name)

    def made(self, values: Mapping[str, Any]) -> Any:
        """Return an item; raise what refuses it."""
        item = self.item(**{name: value for name, value in values.items() if name in fields_dict(self.item)})
        return Within(values.get("category", ""), item) if self.nested else item

    def values_of(self, item: Any) -> dict[str, Any]:
        """Return an item by its fields."""
        if isinstance(item, Within):
            return {"category": item.category} | {name: getattr(item.item, name) for name in fields_dict(self.item)}
        return {name: getattr(item, name) for name in fields_dict(self.item)}

    def items_of(self, record: Any) -> tuple[Any, ...]:
        """Return the items that a work has; none where there is no work."""
        found: tuple[Any, ...] = flat(record, self.field) if self.nested else getattr(record, self.field, ())
        return found
