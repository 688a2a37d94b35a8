"""Main sheets: rows that are records of chapter IV each, as fields of the record."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from attrs import frozen

from kimcore.collaboration import (
    Appointment,
    AppointmentOutcome,
    CapacityEvent,
    CapacityNeeds,
    Collaboration,
    Feedback,
    Material,
    Trial,
    Venue,
    trial_term,
)
from kimcore.errors import KimError
from kimcore.intake.columns import NAME
from kimcore.intake.works.contestmains import award_fields, competition_fields
from kimcore.intake.works.drafts import KIND_LABELS, Draft, Drafts, said_by
from kimcore.intake.works.rows import Row
from kimcore.values import OPEN_ENDED, Answer, Period

__all__ = ["MAINS", "MainSheet"]

Fields = dict[str, Any]


@frozen(kw_only=True)
class MainSheet:
    """A sheet with a row per record: its kind, the column of its title, and what its rows say.

    `needed` are columns without which a new record cannot be made.
    """

    kind: str
    title: str
    read: Callable[[Row, Draft, Drafts], Fields]
    needed: tuple[str, ...] = ()


def needs_fields(row: Row, draft: Draft, drafts: Drafts) -> Fields:  # noqa: ARG001 (one signature)
    """Return what a row of Kebutuhan says (Tabel 4.1)."""
    answers = ("media", "content", "members", "skills", "production")
    lists = ("media_kinds", "content_kinds", "skills_lacking")
    return row.plain(CapacityNeeds, ("by", *answers, *lists, "members_involved", "note"))


def event_fields(row: Row, draft: Draft, drafts: Drafts) -> Fields:  # noqa: ARG001
    """Return what a row of Kegiatan says (Gambar 4.3)."""
    found = row.plain(CapacityEvent, ("theme", "form", "evaluation", "branding")) | venue_of(row, draft.get("venue"))
    if row.has(NAME):
        found["invited"] = row.kims()
    if row.has("issues"):
        found["issues"] = row.issues(row.get("issues"))
    return found


def venue_of(row: Row, known: Venue | None) -> Fields:
    """Return the venue; without its kind it is none, and reported (IV.C.stage.3)."""
    cells = {name: row.get(f"venue.{name}") for name in ("kind", "place", "link") if row.has(f"venue.{name}")}
    if not cells:
        return {}
    before = {name: getattr(known, name) for name in ("kind", "place", "link")} if known else {}
    values = before | cells
    if values.get("kind") is None:
        if any(values.values()) and not row.record.is_flawed("venue.kind"):
            row.report("choice_unreadable", "venue.kind")
        return {"venue": None}
    return {"venue": Venue(**values)}


def material_fields(row: Row, draft: Draft, drafts: Drafts) -> Fields:  # noqa: ARG001
    """Return what a row of Bahan says (Tabel 4.2)."""
    texts = ("title", "source", "message", "theme", "angle", "format", "origin", "initiative", "branding")
    found = row.plain(Material, texts)
    if row.has("issue"):
        found["issue"] = next(iter(row.issues([row.get("issue")] if row.get("issue") else [])), "")
    if row.has(NAME):
        found["kims"] = row.kims()
    return found


def collaboration_fields(row: Row, draft: Draft, drafts: Drafts) -> Fields:
    """Return what a row of Kolaborasi says (Gambar 4.1, 4.2)."""
    found = row.plain(Collaboration, ("title", "type", "mapped", "branding"))
    if row.has(NAME):
        found["kims"] = row.kims()
    if row.has("start"):
        found["period"] = period_of(row, draft.get("period"))
    if row.has("materials"):
        found["materials"] = materials_of(row, drafts)
    return found


def materials_of(row: Row, drafts: Drafts) -> tuple[str, ...]:
    """Return the ids of the materials that a row names; one that is not there, or several, is reported."""
    ids: dict[str, None] = {}
    for title in row.get("materials"):
        found = drafts.find(title, ("material",))
        if len(found) == 1:
            ids[found[0].id] = None
        else:
            code, others = ("work_ambiguous", ", ".join(d.id for d in found)) if found else ("work_unknown", "")
            row.report(code, "materials", value=title, name=KIND_LABELS["material"], other=others)
    return tuple(ids)


def period_of(row: Row, known: Period | None) -> Period | None:
    """Return a period; without an end it is open, and one that ends before it starts is reported and not taken."""
    start, end = row.get("start"), row.get("end")
    if start is None:
        return None
    if not row.has("end"):
        end = known.end if known and known.start == start else None
    if end is not None and end < start:
        row.report("contradiction", "end")
        return known
    return Period(start, end or OPEN_ENDED)


def trial_fields(row: Row, draft: Draft, drafts: Drafts) -> Fields:  # noqa: ARG001
    """Return what a row of Uji Coba says (IV.B)."""
    found = row.plain(Trial, ("type", "media", "commitment", "branding"))
    if row.has("issues"):
        found["issues"] = row.issues(row.get("issues"))
    if row.has("start"):
        term = period_of(row, draft.get("term"))
        found["term"] = trial_term(term.start) if term and term.is_open else term
    for name, read in (("feedback", feedback_of), ("appointment", appointment_of)):
        try:
            found |= read(row, draft)
        except KimError as error:
            row.report("record_refused", "outcome" if name == "appointment" else "answered", name=said_by(error))
    return found


def feedback_of(row: Row, draft: Draft) -> Fields:
    """Return the feedback of a trial, with that of other days as known before (IV.B.A.trial.2)."""
    on: date | None = row.get("answered")
    if on is None:
        said = row.get("ready") not in (None, Answer.UNKNOWN) or row.get("feedback")
        if said and not row.record.is_flawed("answered"):
            row.report("date_missing", "answered")
        return {}
    before: tuple[Feedback, ...] = draft.get("feedback", ())
    same = next((f for f in before if f.on == on), Feedback(on=on))
    ready = row.get("ready") if row.has("ready") else same.ready
    made = Feedback(on=on, ready=ready, text=row.get("feedback") if row.has("feedback") else same.text)
    return {"feedback": tuple(sorted((*(f for f in before if f.on != on), made), key=lambda f: f.on))}


def appointment_of(row: Row, draft: Draft) -> Fields:
    """Return the decision at the end of a trial; one that is recorded stands, and another is reported."""
    outcome, on = row.get("outcome"), row.get("decided")
    if outcome is None:
        return {}
    if on is None:
        if not row.record.is_flawed("decided"):
            row.report("date_missing", "decided")
        return {}
    since = row.get("since")
    period = Period(since, row.get("until") or OPEN_ENDED) if since else None
    texts = {name: row.get(name) or "" for name in ("officer", "reason", "evidence")}
    made = Appointment(outcome=outcome, on=on, period=period if is_appointed(outcome) else None, **texts)
    known: Appointment | None = draft.get("appointment")
    if known is not None and known != made:
        row.report("stage_kept", "outcome", value=outcome.say("id"))
    return {} if known is not None else {"appointment": made}


def is_appointed(outcome: AppointmentOutcome) -> bool:
    """Tell whether a decision appoints the KIM."""
    return outcome is AppointmentOutcome.APPOINTED


MAINS: Final[Mapping[str, MainSheet]] = {
    "needs": MainSheet(kind="needs", title="on", read=needs_fields, needed=("on",)),
    "materials": MainSheet(kind="material", title="title", read=material_fields, needed=("title",)),
    "events": MainSheet(kind="event", title="theme", read=event_fields, needed=("theme", "form")),
    "trials": MainSheet(kind="trial", title=NAME, read=trial_fields, needed=("type",)),
    "collaborations": MainSheet(
        kind="collaboration", title="title", read=collaboration_fields, needed=("title", "type")
    ),
    "competitions": MainSheet(kind="competition", title="title", read=competition_fields, needed=("title", "kind")),
    "awards": MainSheet(kind="award", title="title", read=award_fields, needed=("title", "period")),
}
"""The sheets with a row per record, by their key, in the order in which they are read."""
