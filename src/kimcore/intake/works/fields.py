"""Fields of the sheets of chapter IV: the record that a row is, and the field that a column fills in."""

from collections.abc import Mapping
from typing import Final

from kimcore.collaboration import (
    Accompaniment,
    Appointment,
    Award,
    Candidate,
    CapacityEvent,
    CapacityNeeds,
    Category,
    Collaboration,
    Competition,
    Contribution,
    Coordination,
    Criterion,
    Disqualification,
    Dissemination,
    Entry,
    Feedback,
    Juror,
    Material,
    Participant,
    PrivateSupport,
    Prize,
    ProcurementCheck,
    Production,
    Protest,
    Publication,
    Recipient,
    Score,
    Session,
    Speaker,
    StageRecord,
    TieDecision,
    Trial,
    Venue,
)

__all__ = ["OTHER_FIELDS", "PARTS", "REQUIRED", "ROWS"]

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
    "competitions": Competition,
    "awards": Award,
    "categories": Category,
    "rubric": Criterion,
    "prizes": Prize,
    "jurors": Juror,
    "candidates": Candidate,
    "entries": Entry,
    "scores": Score,
    "ties": TieDecision,
    "protests": Protest,
    "accompaniments": Accompaniment,
    "supports": PrivateSupport,
    "recipients": Recipient,
    "stages": StageRecord,
}
"""The record that a row of a sheet is."""

PARTS: Final[Mapping[str, type]] = {
    "venue": Venue,
    "procurement": ProcurementCheck,
    "disqualified": Disqualification,
}
"""The record that a dotted key fills in."""

CONTESTS: Final = (
    *("categories", "rubric", "prizes", "jurors", "candidates", "entries", "scores", "ties", "protests"),
    *("accompaniments", "supports"),
)
"""The part sheets of competitions, those of awards too."""

OTHER_FIELDS: Final[Mapping[str, tuple[type, str]]] = {
    **{f"{sheet}.work": (CapacityEvent, "theme") for sheet in ("sessions", "speakers", "participants", "publications")},
    **{f"{sheet}.work": (Material, "title") for sheet in ("contributions", "disseminations")},
    "coordination.work": (Collaboration, "title"),
    **{f"collaborations.{name}": (Collaboration, "period") for name in ("start", "end")},
    **{f"trials.{name}": (Trial, "term") for name in ("start", "end")},
    **{f"{sheet}.work": (Competition, "title") for sheet in CONTESTS},
    "recipients.work": (Award, "title"),
    **{f"awards.{name}": (Award, "period") for name in ("start", "end")},
    "categories.made": (Category, "work"),
    **{f"{sheet}.category": (Category, "id") for sheet in ("rubric", "prizes")},
    "scores.entry": (Score, "work"),
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
        *("competitions.title", "competitions.kind", "awards.title", "awards.start", "awards.end"),
        *("categories.work", "categories.id", "categories.made", "rubric.work", "rubric.id"),
        *("prizes.work", "prizes.category", "prizes.place", "jurors.work", "jurors.id", "jurors.name"),
        *("candidates.work", "candidates.identity.name", "entries.work", "entries.id", "entries.identity.name"),
        *("entries.registered", "scores.work", "scores.juror", "scores.entry", "scores.criterion", "scores.value"),
        *("ties.work", "ties.works", "ties.on", "ties.by", "ties.reason", "protests.work", "protests.entry"),
        *("protests.identity.name", "protests.on", "protests.text", "accompaniments.work", "accompaniments.on"),
        *("supports.work", "supports.party", "recipients.work", "recipients.identity.name", "recipients.form"),
    ]
)
"""Columns without which a row says nothing."""
