"""Part sheets: rows of a sheet as items of a list that a work holds: sessions, participants, disseminations."""

from collections.abc import Mapping
from typing import Any, Final

from attrs import NOTHING, fields_dict, frozen

from kimcore.collaboration import (
    Contribution,
    Coordination,
    Dissemination,
    Participant,
    Production,
    Publication,
    Session,
    Speaker,
)
from kimcore.intake.columns import NAME

__all__ = ["PARTS", "PartSheet", "settable"]


@frozen(kw_only=True)
class PartSheet:
    """A sheet whose rows replace a list of a work: the kinds of works, the field, and the class of its items.

    `same` are the fields that tell an item from others; `needed` are columns without which a row is not taken.
    """

    kinds: tuple[str, ...]
    field: str
    item: type
    same: tuple[str, ...]
    needed: tuple[str, ...] = ()

    def key_of(self, name: str) -> str:
        """Return the column of a field of an item."""
        return NAME if name == "kim" else name

    def values_of(self, item: Any) -> dict[str, Any]:
        """Return an item known before by its fields."""
        return {name: getattr(item, name) for name in fields_dict(self.item)}


PARTS: Final[Mapping[str, PartSheet]] = {
    "sessions": PartSheet(kinds=("event",), field="sessions", item=Session, same=("title",), needed=("title",)),
    "speakers": PartSheet(kinds=("event",), field="speakers", item=Speaker, same=("name",), needed=("name",)),
    "participants": PartSheet(
        kinds=("event",), field="participants", item=Participant, same=("name", "kim"), needed=("name", NAME)
    ),
    "publications": PartSheet(
        kinds=("event", "competition"),
        field="publications",
        item=Publication,
        same=("by", "kim", "on"),
        needed=("by",),
    ),
    "schedule": PartSheet(kinds=("trial",), field="schedule", item=Production, same=("on", "what"), needed=("on",)),
    "coordination": PartSheet(
        kinds=("collaboration",),
        field="coordination",
        item=Coordination,
        same=("kind", "on", "kim"),
        needed=("kind", "on", NAME),
    ),
    "contributions": PartSheet(
        kinds=("material",), field="contributions", item=Contribution, same=("by", "kim", "on"), needed=("by", "on")
    ),
    "disseminations": PartSheet(
        kinds=("material",),
        field="disseminations",
        item=Dissemination,
        same=("kim", "on", "action", "medium"),
        needed=(NAME, "on"),
    ),
}
"""The sheets whose rows are items of a work, by their key."""


def settable(record: type, name: str, value: Any) -> bool:
    """Tell whether a field takes a value; a blank cell leaves a field that must be known as it is."""
    default = fields_dict(record)[name].default
    return value is not None or default is None or not (default is NOTHING or default)
