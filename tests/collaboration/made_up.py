"""Made-up works that hold all that their stages need, and a way to take them through their stages."""

from datetime import date, timedelta
from typing import Any, TypeVar

from attrs import evolve

from kimcore.collaboration import (
    Accompaniment,
    Appointment,
    AppointmentOutcome,
    Award,
    Candidate,
    CapacityEvent,
    Category,
    CategoryKind,
    Collaboration,
    Competition,
    CompetitionKind,
    CompetitionLevel,
    Contribution,
    Coordination,
    CoordinationKind,
    Criterion,
    Dissemination,
    DisseminationAction,
    Entry,
    EventForm,
    Feedback,
    Juror,
    Material,
    Origin,
    Participant,
    Prize,
    ProcurementCheck,
    Production,
    Progress,
    Publication,
    Publisher,
    Recipient,
    Score,
    Session,
    Speaker,
    StageOutcome,
    StageRecord,
    Trial,
    Venue,
    VenueKind,
    Work,
    WorkKind,
    record_stage,
)
from kimcore.community import KimType
from kimcore.media import ContentKind, MediaKind
from kimcore.testing.builders import OFFICE
from kimcore.values import Answer, Period

DAY = timedelta(days=1)
START = date(2026, 3, 2)
"""The day of the first stage of every made-up work."""

LATER = date(2026, 6, 30)
"""A day after everything that made-up works hold."""

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN

W = TypeVar("W", bound=Work)


def done(stage: str, on: date = LATER, **changes: Any) -> StageRecord:
    """Return the record of a stage that was done."""
    given: dict[str, Any] = {"stage": stage, "on": on, "by": "made-up officer", "evidence": "made-up minutes"}
    return StageRecord(**given | changes)


def skipped(stage: str, on: date = LATER, **changes: Any) -> StageRecord:
    """Return the record of a stage that was skipped."""
    return done(stage, on, **{"outcome": StageOutcome.SKIPPED, "evidence": "", "reason": "made-up reason"} | changes)


def through(work: W, last: str = "", on: date = LATER) -> W:
    """Return a work whose stages were done on one day, up to a stage and with it, or all."""
    for stage in work.plan.ids:
        work = record_stage(work, done(stage, on))
        if stage == last:
            break
    return work


def before(work: W, stage: str, on: date = LATER) -> W:
    """Return a work in which all stages that stand before one in the plan were done on a day."""
    ids = work.plan.ids
    return evolve(work, progress=Progress(records=tuple(done(s, on) for s in ids[: ids.index(stage)])))  # type: ignore[misc]


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


RUBRIC = (Criterion(id="idea", label="gagasan", weight=3), Criterion(id="craft", label="teknik", weight=1, maximum=10))


def scores(juror: str, **given: tuple[float, float]) -> tuple[Score, ...]:
    """Return a juror's scores for idea and craft by work."""
    return tuple(
        Score(juror=juror, work=work, criterion=criterion, value=value)
        for work, values in given.items()
        for criterion, value in zip(("idea", "craft"), values, strict=True)
    )


def an_entry(id: str = "work_1", kim: str = "kim-1", **changes: Any) -> Entry:
    """Return a work of a KIM in the category of videos, registered on 10 March 2026."""
    given: dict[str, Any] = {"id": id, "category": "video", "kim": kim, "registered": date(2026, 3, 10)}
    return Entry(**given | {"title": "Karya Contoh", "makers": "Made-Up Maker", "ownership": YES} | changes)


def candidates() -> tuple[Candidate, ...]:
    """Return two KIMs of which one is ready and appointed."""
    return (
        Candidate(kim="kim-1", seen="contoh", ready=YES, feedback="contoh", appointed=YES, reason="contoh"),
        Candidate(kim="kim-2", ready=NO, appointed=NO),
    )


def a_check(**changes: Any) -> ProcurementCheck:
    """Return a check that found that procurement rules are kept."""
    given: dict[str, Any] = {"on": date(2026, 3, 1), "kept": YES, "by": "made-up officer"}
    return ProcurementCheck(**given | changes)


def a_competition(**changes: Any) -> Competition:
    """Return an own competition with one category and two works that one juror scored, and its prize."""
    given: dict[str, Any] = {
        "id": "competition-1",
        "office": OFFICE,
        "title": "Lomba Contoh",
        "kind": CompetitionKind.OWN,
        "works_owned": YES,
        "opens": date(2026, 3, 5),
        "closes": date(2026, 3, 31),
        "budget": 0,
        "mechanism": "mekanisme contoh",
        "categories": (
            Category(
                id="video",
                kind=CategoryKind.VIDEO,
                work=WorkKind.AUDIO_VISUAL,
                rubric=RUBRIC,
                prizes=(Prize(place=1, what="piala", entry="work_1", given=date(2026, 4, 20)),),
            ),
        ),
        "jurors": (Juror(id="juror-1", name="Made-Up Juror", expertise="video"),),
        "publications": (Publication(by=Publisher.OFFICE, on=date(2026, 3, 4)),),
        "candidates": candidates(),
        "entries": (an_entry(), an_entry("work_2", "kim-2")),
        "scores": scores("juror-1", work_1=(80, 8), work_2=(70, 9)),
        "procurement": a_check(),
        "documentation": "arsip contoh",
    }
    return Competition(**given | changes)


def an_outside_competition(**changes: Any) -> Competition:
    """Return a competition of the province that a KIM joined and the office accompanied."""
    given: dict[str, Any] = {
        "id": "competition-2",
        "office": OFFICE,
        "title": "Lomba Provinsi Contoh",
        "kind": CompetitionKind.OUTSIDE,
        "level": CompetitionLevel.PROVINCE,
        "candidates": candidates(),
        "entries": (an_entry(category=""),),
        "accompaniments": (Accompaniment(on=date(2026, 4, 2), by="made-up officer", what="contoh"),),
        "evaluation": "simpulan contoh",
    }
    return Competition(**given | changes)


def an_award(**changes: Any) -> Award:
    """Return an award for March 2026 with one appointed KIM, its scores, and what it was given."""
    given: dict[str, Any] = {
        "id": "award-1",
        "office": OFFICE,
        "title": "Penghargaan Contoh",
        "period": Period(date(2026, 3, 1), date(2026, 3, 31)),
        "candidates": candidates(),
        "rubric": RUBRIC,
        "jurors": (Juror(id="juror-1", name="Made-Up Juror"),),
        "scores": scores("juror-1", **{"kim-1": (60, 6)}),
        "recipients": (Recipient(kim="kim-1", form="piagam", on=date(2026, 4, 10), reason="contoh"),),
        "procurement": a_check(),
    }
    return Award(**given | changes)


WORKS: dict[str, Any] = {
    "event": an_event,
    "trial A": lambda **changes: a_trial("A", **changes),
    "trial B": a_trial,
    "collaboration A": a_collaboration,
    "collaboration B": lambda **changes: a_collaboration("B", **changes),
    "material": a_material,
    "narrative": lambda **changes: a_material(**{"origin": Origin.NARRATIVE} | changes),
    "own competition": a_competition,
    "outside competition": an_outside_competition,
    "award": an_award,
}
