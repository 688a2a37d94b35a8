"""Part sheets: rows of a sheet as items of a list that a work holds: sessions, participants, disseminations."""

from collections.abc import Mapping
from typing import Final

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
from kimcore.intake.works.contestparts import CONTEST_PARTS
from kimcore.intake.works.partsheets import PartSheet

__all__ = ["PARTS", "PartSheet"]


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
    **CONTEST_PARTS,
}
"""The sheets whose rows are items of a work, by their key, in the order in which they are read."""
