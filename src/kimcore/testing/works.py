"""Work builders: made-up records of chapter IV that hold all that their stages need, to be changed by a test."""

from datetime import date, timedelta
from typing import Any, Final

from kimcore.collaboration import (
    Appointment,
    AppointmentOutcome,
    CapacityEvent,
    CapacityNeeds,
    Collaboration,
    Contribution,
    Coordination,
    CoordinationKind,
    Dissemination,
    DisseminationAction,
    EventForm,
    Feedback,
    Material,
    Participant,
    Production,
    Publication,
    Publisher,
    Session,
    Skill,
    Speaker,
    StageRecord,
    Trial,
    Venue,
    VenueKind,
)
from kimcore.community import KimType
from kimcore.media import ContentKind, MediaKind
from kimcore.testing.builders import OFFICE
from kimcore.values import Answer, Period

__all__ = [
    "a_collaboration",
    "a_material",
    "a_stage",
    "a_trial",
    "an_event",
    "some_needs",
]

DAY: Final = timedelta(days=1)
START: Final = date(2026, 3, 2)
YES, NO = Answer.YES, Answer.NO


def a_stage(stage: str, on: date = date(2026, 6, 30), **changes: Any) -> StageRecord:
    """Return the record of a stage that was done."""
    given: dict[str, Any] = {"stage": stage, "on": on, "by": "Made-Up Officer", "evidence": "made-up minutes"}
    return StageRecord(**given | changes)


def some_needs(**changes: Any) -> CapacityNeeds:
    """Return what KIM 1 was found to need on 2 March 2026: media, and the skill of writing."""
    given: dict[str, Any] = {"id": "needs-1", "office": OFFICE, "kim": "kim-1", "on": START, "by": "Made-Up Officer"}
    found: dict[str, Any] = {"media": YES, "content": NO, "skills": YES, "skills_lacking": (Skill.WRITING,)}
    return CapacityNeeds(**given | found | changes)


def an_event(**changes: Any) -> CapacityEvent:
    """Return an event with one session on 10 March 2026, of which everything is recorded."""
    given: dict[str, Any] = {
        "id": "event-1",
        "office": OFFICE,
        "form": EventForm.WORKSHOP,
        "theme": "Tema Contoh",
        "invited": ("kim-1", "kim-2"),
        "sessions": (Session(title="Sesi 1", on=date(2026, 3, 10), begins="08:30", ends="10:00"),),
        "speakers": (Speaker(name="Made-Up Speaker", competence="video", sessions=("Sesi 1",), confirmed=YES),),
        "venue": Venue(kind=VenueKind.VIRTUAL_ROOM, place="ruang contoh", link="https://example.invalid/room"),
        "participants": (
            Participant(name="Made-Up One", kim="kim-1", confirmed=YES, attended=YES),
            Participant(name="Made-Up Two", kim="kim-2", confirmed=NO, attended=NO),
        ),
        "publications": (
            Publication(by=Publisher.OFFICE, on=date(2026, 3, 12), medium=MediaKind.ONLINE),
            Publication(by=Publisher.KIM, kim="kim-1", on=date(2026, 3, 13), medium=MediaKind.SOCIAL),
        ),
        "evaluation": "simpulan contoh",
        "branding": YES,
    }
    return CapacityEvent(**given | changes)


def an_appointment(**changes: Any) -> Appointment:
    """Return an appointment of 4 May 2026 for six months from then."""
    given: dict[str, Any] = {
        "outcome": AppointmentOutcome.APPOINTED,
        "on": date(2026, 5, 4),
        "officer": "made-up officer",
        "reason": "made-up reason",
        "period": Period(date(2026, 5, 4), date(2026, 11, 3)),
    }
    return Appointment(**given | changes)


def a_trial(kind: str = "B", **changes: Any) -> Trial:
    """Return a trial of two months from 2 March 2026, with a content each fortnight, that ended in an appointment."""
    given: dict[str, Any] = {
        "id": "trial-1",
        "office": OFFICE,
        "kim": "kim-1",
        "type": KimType.of(kind),
        "issues": ("issue-1",),
        "media": (MediaKind.SOCIAL,),
        "commitment": "komitmen contoh",
        "feedback": (Feedback(on=START, ready=YES, text="contoh"),),
        "term": Period(START, date(2026, 5, 1)),
        "schedule": tuple(Production(on=START + n * 14 * DAY, what=f"konten {n}") for n in (1, 2, 3, 4)),
        "appointment": an_appointment(),
        "branding": NO,
    }
    return Trial(**given | changes)


def a_collaboration(kind: str = "A", **changes: Any) -> Collaboration:
    """Return a collaboration with two KIMs, one of which gave feedback and reported of its area."""
    given: dict[str, Any] = {
        "id": "collaboration-1",
        "office": OFFICE,
        "title": "Kolaborasi Contoh",
        "type": KimType.of(kind),
        "kims": ("kim-1", "kim-2"),
        "mapped": date(2026, 2, 1),
        "period": Period(START, date(2026, 12, 31)),
        "coordination": (
            Coordination(kind=CoordinationKind.AREA_INPUT, on=date(2026, 3, 9), kim="kim-2", issue="issue-1"),
            Coordination(kind=CoordinationKind.FEEDBACK, on=date(2026, 3, 5), kim="kim-1", text="contoh"),
            Coordination(kind=CoordinationKind.AREA_INPUT, on=date(2026, 3, 4), kim="kim-1", text="contoh"),
        ),
        "materials": ("material-1",),
    }
    return Collaboration(**given | changes)


def a_dissemination(**changes: Any) -> Dissemination:
    """Return a post of KIM 1 on 20 March 2026."""
    given: dict[str, Any] = {
        "kim": "kim-1",
        "on": date(2026, 3, 20),
        "action": DisseminationAction.POST,
        "count": 2,
        "proof": "https://example.invalid/post",
    }
    return Dissemination(**given | changes)


def a_material(**changes: Any) -> Material:
    """Return a material that office and KIM 1 made together, was posted and explained."""
    given: dict[str, Any] = {
        "id": "material-1",
        "office": OFFICE,
        "title": "Bahan Contoh",
        "source": "sumber contoh",
        "kims": ("kim-1",),
        "message": "pesan contoh",
        "theme": "tema contoh",
        "angle": "angle contoh",
        "format": ContentKind.VIDEO,
        "contributions": (
            Contribution(by=Publisher.OFFICE, on=date(2026, 3, 3), what="data"),
            Contribution(by=Publisher.KIM, kim="kim-1", on=date(2026, 3, 4), what="naskah"),
        ),
        "disseminations": (
            a_dissemination(),
            a_dissemination(
                on=date(2026, 3, 21), action=DisseminationAction.LITERACY, medium=MediaKind.FACE_TO_FACE, count=None
            ),
        ),
    }
    return Material(**given | changes)
