"""A made-up year of one office: its KIMs, its works as plain data, and the stages that were done, as files.

Everything in it is made up. What a test counts, it counts from these files alone.
"""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from kimcore.collaboration import (
    Accompaniment,
    Award,
    AwardForm,
    Candidate,
    CapacityEvent,
    CapacityNeeds,
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
    Deadline,
    Dissemination,
    DisseminationAction,
    Entry,
    EventForm,
    Feedback,
    Initiative,
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
    Trial,
    Venue,
    VenueKind,
    WorkKind,
)
from kimcore.community import KimType
from kimcore.geography import RegionCode
from kimcore.media import ContentKind, MediaKind
from kimcore.serialization import to_plain
from kimcore.values import Answer, Period
from tests.workspace.registers import profile, write_register

__all__ = ["KIMS", "ON", "YEAR", "Step", "kim", "write_year"]

ON: Final = date(2026, 11, 24)
YEAR: Final = Period(date(2025, 11, 25), ON)
KIMS: Final = 60
OFFICE: Final = RegionCode("99.01")
DAY: Final = timedelta(days=1)
YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
ANSWERS: Final = (YES, YES, NO, UNKNOWN)

Step = tuple[str, str, str, str, str]
"""A stage: the command of its group, the work, the stage, the day, and `done` or `skip`."""


def kim(number: int) -> str:
    """Return the name of a KIM."""
    return f"KIM Rekaan {number % KIMS:02d}"


def kims(first: int, number: int) -> tuple[str, ...]:
    """Return so many KIMs from one on."""
    return tuple(kim(first + n) for n in range(number))


def write_year(folder: Path) -> tuple[Path, Path, Path]:
    """Write the register, the works and the stages of the year, and return their files."""
    rows = ((kim(n), f"Desa {n}", f"{n:03d}/KIM/9901/2024", "AB"[n % 5 == 4], n * 10, n, 50) for n in range(KIMS))
    register = write_register(folder / "register.xlsx", profile(*rows))
    works, stages = folder / "works.json", folder / "stages.json"
    found = [*needs(), *events(), *models(), *materials(), *competitions(), *awards()]
    works.write_text(json.dumps([{"kind": type(w).__name__, "record": to_plain(w)} for w in found]), "utf-8")
    stages.write_text(json.dumps(list(steps())), "utf-8")
    return register, works, stages


def needs() -> Iterator[CapacityNeeds]:
    """Yield the needs of every KIM."""
    for n in range(KIMS):
        answers: dict[str, Any] = {"media": ANSWERS[n % 4], "skills": ANSWERS[(n + 1) % 4]}
        answers["production"] = ANSWERS[n % 3]
        yield CapacityNeeds(id="", office=OFFICE, kim=kim(n), on=date(2026, 1, 5), members_involved=n % 7, **answers)


def held_on(number: int) -> date:
    """Return the day of an event."""
    return date(2026, 2, 10) + number * 45 * DAY


def events() -> Iterator[CapacityEvent]:
    """Yield six events of ten KIMs each; the last one is only planned, with a deadline."""
    for n in range(6):
        day, invited = held_on(n), kims(n * 10, 10)
        late = (Deadline(stage="theme", on=date(2026, 12, 1)),) if n == 5 else ()
        yield CapacityEvent(
            id="",
            office=OFFICE,
            form=tuple(EventForm)[n % 4],
            theme=f"Tema rekaan {n}",
            invited=invited,
            sessions=(Session(title="Sesi rekaan", on=day, begins="08:30", ends="12:00"),),
            speakers=(Speaker(name="Made-Up Speaker", competence="video", sessions=("Sesi rekaan",), confirmed=YES),),
            venue=Venue(kind=VenueKind.PUBLIC_BUILDING, place="ruang rekaan"),
            participants=tuple(
                Participant(
                    name=f"Made-Up Person {n}-{i}", kim=k, confirmed=(YES, NO)[i % 5 == 4], attended=ANSWERS[i % 4]
                )
                for i, k in enumerate((*invited, *invited[: n + 2]))
            ),
            publications=(
                Publication(by=Publisher.OFFICE, on=day + DAY, medium=MediaKind.ONLINE),
                Publication(by=Publisher.KIM, kim=invited[0], on=day + 2 * DAY, medium=MediaKind.SOCIAL),
            ),
            evaluation="simpulan rekaan",
            branding=ANSWERS[n % 4],
            progress=Progress(deadlines=late),
        )


def models() -> Iterator[Trial | Collaboration]:
    """Yield a trial of type B and a collaboration of type A."""
    begin = date(2026, 4, 1)
    yield Trial(
        id="",
        office=OFFICE,
        kim=kim(4),
        type=KimType.B,
        commitment="komitmen rekaan",
        feedback=(Feedback(on=date(2026, 3, 20), ready=YES),),
        term=Period(begin, date(2026, 5, 31)),
        schedule=tuple(Production(on=begin + 14 * n * DAY, what=f"konten {n}") for n in (1, 2, 3)),
    )
    yield Collaboration(
        id="",
        office=OFFICE,
        title="Kolaborasi rekaan",
        type=KimType.A,
        kims=kims(0, 3),
        mapped=date(2026, 2, 1),
        period=Period(date(2026, 3, 1), date(2026, 12, 31)),
        coordination=(Coordination(kind=CoordinationKind.FEEDBACK, on=date(2026, 3, 5), kim=kim(0)),),
        branding=YES,
    )


USES: Final = (
    (DisseminationAction.SHARE_LINK, None),
    (DisseminationAction.POST, None),
    (DisseminationAction.PUBLISH, None),
    (DisseminationAction.EXPLAIN, None),
    (None, MediaKind.PRINT),
    (None, MediaKind.BROADCAST),
    (None, MediaKind.OUTDOOR),
)


def materials() -> Iterator[Material]:
    """Yield twenty materials of two KIMs each; the last two are not passed on yet."""
    for n in range(20):
        both = kims(3 * n, 2)
        taught = {"action": DisseminationAction.LITERACY, "medium": MediaKind.FACE_TO_FACE}
        made = [
            Dissemination(kim=both[i % 2], on=material_day(n) + (5 + i) * DAY, action=a, medium=m, count=i or None)
            for i, (a, m) in enumerate(USES[n % 5 : n % 5 + 3])
        ]
        made += [Dissemination(kim=both[0], on=material_day(n) + 9 * DAY, count=1, **taught)] if n < 12 else []  # type: ignore[arg-type]
        yield Material(
            id="",
            office=OFFICE,
            title=f"Bahan rekaan {n:02d}",
            origin=(Origin.JOINT, Origin.NARRATIVE)[n % 4 == 3],
            initiative=Initiative.PROACTIVE,
            kims=both,
            message="pesan rekaan",
            source="sumber rekaan",
            theme="tema rekaan",
            angle="angle rekaan",
            format=ContentKind.VIDEO,
            contributions=(
                Contribution(by=Publisher.OFFICE, on=material_day(n), what="data"),
                Contribution(by=Publisher.KIM, kim=both[0], on=material_day(n), what="naskah"),
            ),
            disseminations=tuple(made) if n < 18 else (),
            branding=ANSWERS[n % 4],
        )


def material_day(number: int) -> date:
    """Return the day on which a material was designed."""
    return date(2026, 1, 12) + number * 14 * DAY


RUBRIC: Final = (Criterion(id="idea", label="gagasan", weight=3), Criterion(id="craft", label="teknik", maximum=10))
JURORS: Final = tuple(Juror(id=f"j{n}", name=f"Made-Up Juror {n}", expertise="video") for n in (1, 2, 3))


def scores(works: tuple[str, ...], gap: bool = False) -> tuple[Score, ...]:
    """Return the scores of all jurors; with a gap, the last one left the last work out."""
    every = [
        Score(juror=j.id, work=w, criterion=c.id, value=(17 * i + 29 * k + 5 * len(c.id)) % (c.maximum + 1))
        for i, w in enumerate(works)
        for k, j in enumerate(JURORS)
        for c in RUBRIC
    ]
    return tuple(s for s in every if not (gap and (s.juror, s.work) == (JURORS[-1].id, works[-1])))


def best(works: tuple[str, ...], given: tuple[Score, ...]) -> str:
    """Return the work with the highest total, over the jurors that scored every work; the year has no tie for it."""
    counted = [j.id for j in JURORS if sum(s.juror == j.id for s in given) == len(works) * len(RUBRIC)]
    weigh = {"idea": 3 * 10, "craft": 1 * 100}
    totals = {w: sum(weigh[s.criterion] * s.value for s in given if s.work == w and s.juror in counted) for w in works}
    return max(works, key=lambda w: totals[w])


def candidates(names: tuple[str, ...]) -> tuple[Candidate, ...]:
    """Return KIMs of which all are ready and appointed but the last."""
    return tuple(Candidate(kim=k, ready=YES, appointed=(YES, NO)[k == names[-1]]) for k in names)


CHECK: Final = ProcurementCheck(on=date(2026, 1, 2), kept=YES, by="Made-Up Officer")


def competitions() -> Iterator[Competition]:
    """Yield an own competition of two categories with six works each, and an outside one."""
    groups = {c: tuple(f"{c}-{n}" for n in range(6)) for c in ("video", "news")}
    given = {c: scores(works, gap=c == "news") for c, works in groups.items()}
    yield Competition(
        id="",
        office=OFFICE,
        title="Lomba rekaan",
        kind=CompetitionKind.OWN,
        opens=date(2026, 6, 1),
        closes=date(2026, 6, 30),
        budget=10_000_000,
        mechanism="mekanisme rekaan",
        categories=tuple(
            Category(
                id=c,
                kind=CategoryKind.of(c),
                work=WorkKind.AUDIO_VISUAL,
                rubric=RUBRIC,
                prizes=(Prize(place=1, what="piala", entry=best(works, given[c]), given=date(2026, 8, 1)),),
            )
            for c, works in groups.items()
        ),
        jurors=JURORS,
        publications=(Publication(by=Publisher.OFFICE, on=date(2026, 5, 25)),),
        candidates=candidates(kims(0, 7)),
        entries=tuple(
            Entry(id=w, category=c, kim=kim(n), title=f"Karya {w}", registered=date(2026, 6, 10), ownership=YES)
            for c, works in groups.items()
            for n, w in enumerate(works)
        ),
        scores=(*given["video"], *given["news"]),
        procurement=CHECK,
        documentation="arsip rekaan",
        branding=YES,
    )
    yield Competition(
        id="",
        office=OFFICE,
        title="Lomba provinsi rekaan",
        kind=CompetitionKind.OUTSIDE,
        level=CompetitionLevel.PROVINCE,
        candidates=candidates(kims(0, 3)),
        entries=(Entry(id="out-1", category="", kim=kim(0), registered=date(2026, 7, 1)),),
        accompaniments=(Accompaniment(on=date(2026, 8, 15), by="Made-Up Officer"),),
        evaluation="simpulan rekaan",
        progress=Progress(deadlines=(Deadline(stage="evaluated", on=date(2026, 10, 1)),)),
    )


def awards() -> Iterator[Award]:
    """Yield three awards; the last one is not assessed yet."""
    for n in range(3):
        names = kims(20 * n, 5)
        judged = scores(names[:-1]) if n < 2 else ()
        given = (
            Recipient(kim=best(names[:-1], judged), form=AwardForm.PLAQUE, on=date(2026, 11, 10)) if judged else None
        )
        yield Award(
            id="",
            office=OFFICE,
            title=f"Penghargaan rekaan {n}",
            period=Period(date(2026, 1, 1), date(2026, 9, 30)),
            candidates=candidates(names),
            rubric=RUBRIC,
            jurors=JURORS,
            scores=judged,
            recipients=(given,) if given else (),
            procurement=CHECK,
            branding=ANSWERS[n],
        )


EVENT_DAYS: Final = {
    "theme": -30,
    "speakers": -25,
    "venue": -20,
    "participants": -15,
    "schedule": -7,
    "held": 0,
    "published": 3,
    "evaluated": 34,
}
"""Days of the stages of an event, counted from the day on which it was held."""

OWN: Final = ("schedule", "mechanism", "jury", "timeline", "publicised", "watch", "feedback", "appoint")


def steps() -> Iterator[Step]:
    """Yield the stages that were done or skipped, in an order in which they can be recorded."""
    for n in range(5):
        for stage, days in list(EVENT_DAYS.items())[: 4 if n == 4 else 8]:
            yield "events", f"Tema rekaan {n}", stage, str(held_on(n) + days * DAY), "done"
    yield from in_order("models", kim(4), ("watch", "feedback"), date(2026, 3, 20))
    yield "models", kim(4), "production", "2026-05-31", "done"
    yield from in_order("models", "Kolaborasi rekaan", ("participation", "coordination"), date(2026, 3, 10))
    yield "models", "Kolaborasi rekaan", "design", "2026-03-12", "skip"
    for n in range(20):
        yield from of_material(n)
    yield from in_order("competitions", "Lomba rekaan", OWN, date(2026, 5, 26))
    ends = ("registered", "judged", "announced", "prizes", "reported", "participants_recorded")
    yield from in_order("competitions", "Lomba rekaan", ends, date(2026, 8, 2))
    joined = ("watch", "feedback", "appoint", "registered", "prepared", "accompanied")
    yield from in_order("competitions", "Lomba provinsi rekaan", joined, date(2026, 8, 16))
    for n in range(3):
        stages = ("watch", "feedback", "appoint", "assessed", "given")[: 5 if n < 2 else 2]
        yield from in_order("awards", f"Penghargaan rekaan {n}", stages, date(2026, 11, 12))


def of_material(number: int) -> Iterator[Step]:
    """Yield the stages of a material: literacy was done, left out, or is still to come."""
    title, day = f"Bahan rekaan {number:02d}", material_day(number)
    if number % 4 != 3:
        yield "materials", title, "design", str(day), "done"
    yield "materials", title, "approval", str(day + DAY), "done"
    if number < 18:
        yield "materials", title, "dissemination", str(day + 8 * DAY), "done"
    if number < 15:
        yield "materials", title, "literacy", str(day + 10 * DAY), "done" if number < 12 else "skip"


def in_order(group: str, work: str, stages: tuple[str, ...], on: date) -> Iterator[Step]:
    """Yield stages that were done on one day."""
    for stage in stages:
        yield group, work, stage, str(on), "done"
