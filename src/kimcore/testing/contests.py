"""Contest builders: a made-up competition and award that hold all that their stages need, to be changed by a test."""

from datetime import date
from typing import Any, Final

from kimcore.collaboration import (
    Award,
    Candidate,
    Category,
    CategoryKind,
    Competition,
    CompetitionKind,
    Criterion,
    Entry,
    Juror,
    Prize,
    ProcurementCheck,
    Publication,
    Publisher,
    Recipient,
    Score,
    WorkKind,
)
from kimcore.testing.builders import OFFICE
from kimcore.values import Answer, Period

__all__ = ["a_competition", "an_award"]

YES, NO = Answer.YES, Answer.NO
RUBRIC: Final = (
    Criterion(id="idea", label="gagasan", weight=3),
    Criterion(id="craft", label="teknik", weight=1, maximum=10),
)


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
