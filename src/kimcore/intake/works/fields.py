"""Fields of the sheets of chapter IV: the record that a row is, and the field that a column fills in."""

from collections.abc import Mapping
from typing import Final

from kimcore.collaboration import (
    Appointment,
    CapacityEvent,
    CapacityNeeds,
    Collaboration,
    Contribution,
    Coordination,
    Dissemination,
    Feedback,
    Material,
    Participant,
    Production,
    Publication,
    Session,
    Speaker,
    StageRecord,
    Trial,
)

__all__ = ["OTHER_FIELDS", "REQUIRED", "ROWS"]

ROWS: Final[Mapping[str, type]] = {
    "needs": CapacityNeeds,
    "events": CapacityEvent,
    "sessions": Session,
    "speakers": Speaker,
    "participants": Participant,
    "publications": Publication,
    "trials": Trial,
    "schedule": Production,
    "collaborations": Collaboration,
    "coordination": Coordination,
    "materials": Material,
    "contributions": Contribution,
    "disseminations": Dissemination,
    "stages": StageRecord,
}
"""The record that a row of a sheet is."""

OTHER_FIELDS: Final[Mapping[str, tuple[type, str]]] = {
    **{f"{sheet}.work": (CapacityEvent, "theme") for sheet in ("sessions", "speakers", "participants", "publications")},
    **{f"{sheet}.work": (Material, "title") for sheet in ("contributions", "disseminations")},
    "coordination.work": (Collaboration, "title"),
    **{f"collaborations.{name}": (Collaboration, "period") for name in ("start", "end")},
    **{f"trials.{name}": (Trial, "term") for name in ("start", "end")},
    "trials.answered": (Feedback, "on"),
    "trials.ready": (Feedback, "ready"),
    "trials.feedback": (Feedback, "text"),
    "trials.decided": (Appointment, "on"),
    **{f"trials.{name}": (Appointment, name) for name in ("outcome", "officer", "reason", "evidence")},
    **{f"trials.{name}": (Appointment, "period") for name in ("since", "until")},
}
"""Columns whose field bears another name than their key."""

REQUIRED: Final = frozenset(
    [
        *("needs.identity.name", "needs.on", "events.theme", "events.form", "sessions.work", "sessions.title"),
        *("speakers.work", "speakers.name", "participants.work", "participants.name", "participants.identity.name"),
        *("publications.work", "publications.by", "trials.identity.name", "schedule.identity.name", "schedule.on"),
        *("collaborations.title", "collaborations.type", "coordination.work", "coordination.kind", "coordination.on"),
        *("materials.title", "contributions.work", "contributions.by", "contributions.on"),
        *("disseminations.work", "disseminations.identity.name", "disseminations.on", "stages.work", "stages.stage"),
    ]
)
"""Columns without which a row says nothing."""
