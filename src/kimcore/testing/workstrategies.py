"""Work strategies: records of chapter IV for hypothesis, whose stages stand in the order of their plans."""

from datetime import date, timedelta
from typing import Any, Final

from attrs import evolve
from hypothesis import strategies as st

from kimcore.collaboration import (
    Appointment,
    AppointmentOutcome,
    Award,
    Cancellation,
    CapacityEvent,
    CapacityNeeds,
    Category,
    Collaboration,
    Competition,
    CompetitionKind,
    CompetitionLevel,
    Criterion,
    Deadline,
    Dissemination,
    DisseminationAction,
    Entry,
    Initiative,
    Juror,
    Material,
    Plan,
    Progress,
    Score,
    Session,
    StageOutcome,
    StageRecord,
    Trial,
)
from kimcore.media import MediaKind
from kimcore.testing.drawing import days, periods, records, texts
from kimcore.values import Period

__all__ = ["awards", "collaborations", "competitions", "events", "materials", "needs", "trials"]

Given = st.SearchStrategy[Any]
FIRST: Final = date(2026, 1, 1)
CLOCKS: Final = st.integers(0, 23 * 60 + 59).map(lambda n: f"{n // 60:02}:{n % 60:02}")


def needs(**given: Given) -> st.SearchStrategy[CapacityNeeds]:
    """Return what was found that KIMs need."""
    return records(CapacityNeeds, **given)


def events(**given: Given) -> st.SearchStrategy[CapacityEvent]:
    """Return capacity events in any stage."""
    return staged(records(CapacityEvent, **{"sessions": some(sessions())} | blank(given)))


def trials(**given: Given) -> st.SearchStrategy[Trial]:
    """Return trials of both types in any stage, decided and not."""
    return staged(records(Trial, **{"appointment": st.none() | appointments()} | blank(given)))


def collaborations(**given: Given) -> st.SearchStrategy[Collaboration]:
    """Return collaborations of both types in any stage."""
    return staged(records(Collaboration, **blank(given)))


def materials(**given: Given) -> st.SearchStrategy[Material]:
    """Return materials of both origins in any stage; a responsive one names its issue."""
    own = {"disseminations": some(disseminations()), "initiative": st.just(Initiative.PROACTIVE)}
    proactive = records(Material, **own | blank(given))
    responsive = records(
        Material, **own | {"initiative": st.just(Initiative.RESPONSIVE), "issue": said()} | blank(given)
    )
    return staged(proactive | responsive)


@st.composite
def competitions(draw: st.DrawFn, /, **given: Given) -> Competition:
    """Draw competitions of both kinds in any stage, with works, jurors and scores that belong together."""
    categories = [draw(records(Category, id=st.just(id), rubric=rubrics())) for id in numbered(draw, "c")]
    jurors = [draw(records(Juror, id=st.just(id))) for id in numbered(draw, "j")]
    kinds = [c.id for c in categories] or [""]
    open_entry = {"category": st.sampled_from(kinds), "disqualified": st.none()}
    entries = [draw(records(Entry, id=st.just(id), **open_entry)) for id in numbered(draw, "e")]
    rubrics_of = {c.id: c.rubric for c in categories}
    works = {e.id: rubrics_of.get(e.category, ()) for e in entries}
    kind = draw(st.sampled_from(CompetitionKind))
    outside = st.sampled_from([CompetitionLevel.PROVINCE, CompetitionLevel.NATIONAL])
    opens, closes = sorted(draw(st.tuples(st.dates(), st.dates())))
    own: dict[str, Given] = {
        "kind": st.just(kind),
        "opens": st.none() | st.just(opens),
        "closes": st.none() | st.just(closes),
        "level": st.just(CompetitionLevel.DISTRICT) if kind is CompetitionKind.OWN else outside,
        "categories": st.just(tuple(categories)),
        "jurors": st.just(tuple(jurors)),
        "entries": st.just(tuple(entries)),
        "scores": st.just(scores(draw, works, [j.id for j in jurors])),
        **dict.fromkeys(("tie_decisions", "protests", "supports"), st.just(())),
        "procurement": st.none(),
    }
    found: Competition = draw(staged(records(Competition, **own | blank(given))))
    return found


@st.composite
def awards(draw: st.DrawFn, /, **given: Given) -> Award:
    """Draw awards in any stage, with jurors and scores that belong together."""
    rubric = draw(rubrics())
    jurors = [draw(records(Juror, id=st.just(id))) for id in numbered(draw, "j")]
    works = dict.fromkeys(numbered(draw, "e"), rubric)
    own: dict[str, Given] = {
        "rubric": st.just(rubric),
        "jurors": st.just(tuple(jurors)),
        "scores": st.just(scores(draw, works, [j.id for j in jurors])),
        "tie_decisions": st.just(()),
        "procurement": st.none(),
    }
    found: Award = draw(staged(records(Award, **own | blank(given))))
    return found


# --- parts


def blank(given: dict[str, Given]) -> dict[str, Given]:
    """Return strategies for fields, with no stage recorded yet where the caller gives none."""
    return {"progress": st.just(Progress())} | given


def some(drawn: Given) -> Given:
    """Return tuples of up to three."""
    return st.lists(drawn, max_size=3).map(tuple)


def said() -> st.SearchStrategy[str]:
    """Return texts that are not blank."""
    return texts().map(lambda text: text if text.strip() else "x")


def sessions() -> st.SearchStrategy[Session]:
    """Return sessions, with times and without."""
    pairs = st.tuples(CLOCKS, CLOCKS).map(sorted).filter(lambda pair: pair[0] < pair[1])
    times = st.just(["", ""]) | pairs
    every = records(Session, begins=st.just(""), ends=st.just(""))
    return st.builds(lambda made, pair: evolve(made, begins=pair[0], ends=pair[1]), every, times)


def disseminations() -> st.SearchStrategy[Dissemination]:
    """Return disseminations by every action and medium that fit each other."""
    pairs = [(a, m) for a in (*DisseminationAction, None) for m in (*MediaKind, None) if fits(a, m)]
    every = records(Dissemination, action=st.none(), medium=st.just(MediaKind.PRINT))
    return st.builds(lambda made, pair: evolve(made, action=pair[0], medium=pair[1]), every, st.sampled_from(pairs))


def fits(action: DisseminationAction | None, medium: MediaKind | None) -> bool:
    """Tell whether a medium is that of an action, where it has one, and one of both is known."""
    own = action.medium if action else None
    return (own or medium) is not None and (own is None or medium in (None, own))


@st.composite
def appointments(draw: st.DrawFn) -> Appointment:
    """Draw decisions at the end of a trial; an appointment begins on its day or later."""
    on = draw(st.dates(max_value=date(9000, 1, 1)))
    outcome = draw(st.sampled_from(AppointmentOutcome))
    period = draw(periods()) if outcome is AppointmentOutcome.NOT_APPOINTED else Period(on, on + timedelta(days=200))
    own = {"outcome": st.just(outcome), "on": st.just(on), "officer": said(), "reason": said()}
    found: Appointment = draw(records(Appointment, period=st.just(period), **own))
    return found


def rubrics() -> st.SearchStrategy[tuple[Criterion, ...]]:
    """Return rubrics of up to two criteria."""
    return st.integers(0, 2).flatmap(
        lambda n: st.tuples(*(records(Criterion, id=st.just(f"d{number}")) for number in range(n)))
    )


def numbered(draw: st.DrawFn, letter: str) -> list[str]:
    """Draw up to two ids."""
    return [f"{letter}{number}" for number in range(draw(st.integers(0, 2)))]


def scores(draw: st.DrawFn, works: dict[str, tuple[Criterion, ...]], jurors: list[str]) -> tuple[Score, ...]:
    """Draw scores of jurors for works, each within its criterion; some are missing."""
    found = []
    for juror, work in ((j, w) for j in jurors for w in works):
        for criterion in works[work]:
            value = draw(st.none() | st.integers(0, criterion.maximum))
            if value is not None:
                found.append(Score(juror=juror, work=work, criterion=criterion.id, value=value))
    return tuple(found)


# --- stages


def staged(drawn: Given) -> Given:
    """Return works with stages recorded in the order of their plans; one that has stages keeps them."""
    return drawn.flatmap(lambda work: st.just(work) if work.progress != Progress() else with_stages(work))


def with_stages(work: Any) -> Given:
    """Return a work with the first stages of its plan recorded."""
    return progresses(work.plan).map(lambda progress: evolve(work, progress=progress))


@st.composite
def progresses(draw: st.DrawFn, plan: Plan) -> Progress:
    """Draw a progress: the first stages done or skipped, a day apart, deadlines, perhaps called off after them."""
    count = draw(st.integers(0, len(plan.ids)))
    made = [draw(recorded(id, FIRST + timedelta(days=n))) for n, id in enumerate(plan.ids[:count])]
    late = draw(st.lists(st.sampled_from(plan.ids), unique=True, max_size=2))
    end = st.builds(Cancellation, on=st.just(FIRST + timedelta(days=count)), by=said(), reason=said())
    return Progress(
        records=tuple(made),
        deadlines=tuple(Deadline(stage=id, on=draw(days())) for id in late),
        cancelled=draw(st.none() | end),
    )


def recorded(stage: str, on: date) -> st.SearchStrategy[StageRecord]:
    """Return records of a stage, done with evidence or skipped for a reason."""
    own = {"stage": st.just(stage), "on": st.just(on), "by": said()}
    done = st.builds(StageRecord, outcome=st.just(StageOutcome.DONE), evidence=said(), **own)
    return done | st.builds(StageRecord, outcome=st.just(StageOutcome.SKIPPED), reason=said(), **own)
