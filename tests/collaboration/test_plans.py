"""The plans of the guideline: their stages with clauses and those who answer, and what each stage needs of its work."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from kimcore.collaboration import (
    Accompaniment,
    Candidate,
    Category,
    CategoryKind,
    Feedback,
    PrivateSupport,
    Prize,
    Protest,
    Publication,
    Publisher,
    Recipient,
    Session,
    TieDecision,
    TieRule,
    WorkKind,
    objections,
)
from kimcore.values import Answer, Period
from tests.collaboration.made_up import (
    DAY,
    LATER,
    START,
    WORKS,
    a_check,
    a_competition,
    a_trial,
    an_appointment,
    an_award,
    an_event,
    before,
    done,
    scores,
)

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def told(kind: str) -> list[str]:
    """Return the stages of a kind of work: id, clauses, who answers, and the stages it comes after, as text."""
    plan = WORKS[kind]().plan
    return [f"{s.id} | {' '.join(c.id for c in s.clauses)} | {s.by.code} | {' '.join(s.after)}" for s in plan.stages]


@pytest.mark.clause(
    "IV.C.stage.1",
    "IV.C.stage.2",
    "IV.C.stage.3",
    "IV.C.stage.4",
    "IV.C.stage.5",
    "IV.C.stage.6",
    "IV.C.stage.7",
    "IV.C.stage.8",
)
def test_an_event_has_eight_stages_in_the_order_of_the_figure() -> None:
    """R6: participants are set after the venue and before the schedule."""
    assert told("event") == [
        "theme | IV.C.stage.1 IV.C.basis | office | ",
        "speakers | IV.C.stage.2 | office | theme",
        "venue | IV.C.stage.3 | office | speakers",
        "participants | IV.C.stage.4 | office | venue",
        "schedule | IV.C.stage.5 | office | participants",
        "held | IV.C.stage.6 | office | schedule",
        "published | IV.C.stage.7 | both | held",
        "evaluated | IV.C.stage.8 | office | published",
    ]


@pytest.mark.clause("IV.B.A.trial.1", "IV.B.A.trial.2", "IV.B.A.trial.3")
def test_a_trial_of_type_a_has_three_steps() -> None:
    """Watch, feedback, appointment."""
    assert told("trial A") == [
        "watch | IV.B.A.trial.1 | office | ",
        "feedback | IV.B.A.trial.2 | office | watch",
        "appoint | IV.B.A.trial.3 | office | feedback",
    ]


@pytest.mark.clause("IV.B.B.trial.1", "IV.B.B.trial.2", "IV.B.B.trial.3", "IV.B.B.trial.4")
def test_a_trial_of_type_b_has_four_steps() -> None:
    """The production schedule is watched before the appointment."""
    assert told("trial B") == [
        "watch | IV.B.B.trial.1 | office | ",
        "feedback | IV.B.B.trial.2 | office | watch",
        "production | IV.B.B.trial.3 | both | feedback",
        "appoint | IV.B.B.trial.4 | office | production",
    ]


@pytest.mark.clause("IV.B.model", "IV.B.A.coord", "IV.B.A.design", "IV.B.A.action", "IV.B.literacy")
def test_a_collaboration_of_type_a_goes_from_participation_to_literacy() -> None:
    """Literacy is a stage of its own beside dissemination."""
    assert told("collaboration A") == [
        "participation | IV.B.model | office | ",
        "coordination | IV.B.A.coord | both | participation",
        "design | IV.B.A.design IV.B.model | both | coordination",
        "dissemination | IV.B.A.action | kim | design",
        "literacy | IV.B.literacy | both | dissemination",
    ]


@pytest.mark.clause("IV.B.B.model")
def test_a_collaboration_of_type_b_begins_with_an_invitation() -> None:
    """Communities of the mapping are invited, their involvement is secured for a period."""
    assert told("collaboration B") == [
        "invitation | IV.B.B.model | office | ",
        "participation | IV.B.B.model | office | invitation",
        "design | IV.B.B.model | both | participation",
        "dissemination | IV.B.B.model | kim | design",
    ]


@pytest.mark.clause("IV.B.A.design", "IV.B.A.action", "IV.B.literacy")
def test_a_material_is_designed_together_approved_and_passed_on() -> None:
    """A single narrative is received instead of designed."""
    passed_on = ["dissemination | IV.B.A.action | kim | approval", "literacy | IV.B.literacy | both | dissemination"]
    assert told("material") == [
        "design | IV.B.A.design | both | ",
        "approval | IV.B.A.design | office | design",
        *passed_on,
    ]
    assert told("narrative") == ["approval | IV.B.A.coord | office | ", *passed_on]


SELECTION = ["feedback | IV.E.sim.2 | office | watch", "appoint | IV.E.sim.3 | office | feedback"]


@pytest.mark.clause(
    "IV.E.own.plan",
    "IV.E.own.run",
    "IV.E.own.report",
    "IV.E.own.calendar",
    "IV.E.competition",
    "IV.E.sim.1",
    "IV.E.sim.2",
    "IV.E.sim.3",
)
def test_an_own_competition_is_planned_run_and_reported() -> None:
    """R15: competition is what Tabel 4.7 says, from registration to prizes."""
    assert told("own competition") == [
        "schedule | IV.E.own.plan IV.E.own.calendar | office | ",
        "mechanism | IV.E.own.plan | office | schedule",
        "jury | IV.E.own.plan | office | mechanism",
        "timeline | IV.E.own.plan | office | jury",
        "publicised | IV.E.own.run | office | timeline",
        "watch | IV.E.sim.1 | office | ",
        *SELECTION,
        "registered | IV.E.own.run IV.E.competition | office | publicised appoint",
        "judged | IV.E.own.run IV.E.competition | jury | registered",
        "announced | IV.E.own.run IV.E.competition | office | judged",
        "prizes | IV.E.competition | office | announced",
        "reported | IV.E.own.report | office | prizes",
        "participants_recorded | IV.E.own.report | office | registered",
        "documented | IV.E.own.report | office | judged",
    ]


@pytest.mark.clause("IV.E.join.prepare", "IV.E.join.run", "IV.E.join.report", "IV.E.sim.1", "IV.E.sim.2", "IV.E.sim.3")
def test_an_outside_competition_is_prepared_accompanied_and_reported() -> None:
    """The office selects, registers and prepares KIMs, goes with them, reports and evaluates."""
    assert told("outside competition") == [
        "watch | IV.E.join.prepare IV.E.sim.1 | office | ",
        *SELECTION,
        "registered | IV.E.join.prepare | office | appoint",
        "prepared | IV.E.join.prepare | both | registered",
        "accompanied | IV.E.join.run | office | prepared",
        "reported | IV.E.join.report | office | accompanied",
        "evaluated | IV.E.join.report | office | reported",
    ]


@pytest.mark.clause("IV.E.award.watch", "IV.E.award.assess", "IV.E.award.award", "IV.E.appreciation", "IV.E.sim.1")
def test_an_award_is_watched_assessed_and_given() -> None:
    """R15: appreciation is what Tabel 4.7 says."""
    assert told("award") == [
        "watch | IV.E.award.watch IV.E.appreciation IV.E.sim.1 | office | ",
        *SELECTION,
        "assessed | IV.E.award.assess IV.E.appreciation | office | appoint",
        "given | IV.E.award.award IV.E.appreciation | office | assessed",
    ]


def test_every_stage_and_need_has_both_languages() -> None:
    """No label is blank, and no two stages of a plan share one."""
    for make in WORKS.values():
        plan = make().plan
        texts = [s.label for s in plan.stages] + [n.what for s in plan.stages for n in s.needs] + [plan.title]
        assert all(t.id.strip() and t.en.strip() for t in texts)
        assert len({s.label.id for s in plan.stages}) == len({s.label.en for s in plan.stages}) == len(plan.stages)
    assert len({make().plan.id for make in WORKS.values()}) == len(WORKS)
    assert len({make().plan.title.en for make in WORKS.values()}) == len(WORKS)


def lacks(kind: str, stage: str, on: date = LATER, **changes: Any) -> list[str]:
    """Return what a stage lacks on a day where the work has changes and all stages before are done."""
    work = before(WORKS[kind](**changes), stage, date(2026, 2, 1))
    said = [text.en for text in objections(work, done(stage, on))]
    label = work.plan[stage].label.en
    assert all(text.startswith(f"“{label}” requires ") for text in said)
    return [text.removeprefix(f"“{label}” requires ").rpartition(" (")[0] for text in said]


SPEAKER, PARTICIPANT = an_event().speakers[0], an_event().participants[0]
UNPUBLISHED = (Publication(by=Publisher.KIM, kim="kim-1"),)

EVENT_NEEDS: list[tuple[str, dict[str, Any], list[str]]] = [
    ("theme", {"theme": " ", "sessions": ()}, ["a theme", "a session or more"]),
    ("speakers", {"speakers": ()}, ["a speaker or more"]),
    ("venue", {"venue": None}, ["a venue or virtual room"]),
    ("participants", {"participants": ()}, ["a participant or more"]),
    ("schedule", {"sessions": (Session(title="a", on=START, begins="08:00"),)}, ["day and times of every session"]),
    (
        "schedule",
        {"speakers": (evolve(SPEAKER, confirmed=UNKNOWN),)},
        ["an answer of every speaker and participant"],
    ),
    (
        "schedule",
        {"participants": (PARTICIPANT, evolve(PARTICIPANT, confirmed=UNKNOWN))},
        ["an answer of every speaker and participant"],
    ),
    ("held", {"participants": (evolve(PARTICIPANT, attended=NO),)}, ["the attendance of participants"]),
    ("published", {"publications": UNPUBLISHED}, ["a publication of the office"]),
    ("published", {"publications": (Publication(by=Publisher.OFFICE),)}, ["a publication of a KIM"]),
    ("evaluated", {"evaluation": ""}, ["the conclusion of the evaluation"]),
]


@pytest.mark.clause(
    "IV.C.stage.1",
    "IV.C.stage.2",
    "IV.C.stage.3",
    "IV.C.stage.4",
    "IV.C.stage.5",
    "IV.C.stage.6",
    "IV.C.stage.7",
    "IV.C.stage.8",
)
@pytest.mark.parametrize(("stage", "changes", "wanted"), EVENT_NEEDS)
def test_a_stage_of_an_event_needs_what_the_guideline_asks(
    stage: str, changes: dict[str, Any], wanted: list[str]
) -> None:
    """The stage is refused without it, with its name, and done with it."""
    assert lacks("event", stage, **changes) == wanted
    assert lacks("event", stage) == []


@pytest.mark.parametrize("days", [-1, 0, 1])
@pytest.mark.clause("IV.C.stage.6", "IV.C.stage.7")
def test_an_event_is_held_and_published_when_it_was(days: int) -> None:
    """Not before the day of its last session, nor of its publications; one without a day counts."""
    sessions = (Session(title="a", on=START), Session(title="b", on=START + DAY))
    missing = [] if days >= 0 else ["the last session to be over"]
    assert lacks("event", "held", START + (1 + days) * DAY, sessions=sessions) == missing
    unseen = [] if days >= 0 else ["a publication of a KIM"]
    assert lacks("event", "published", date(2026, 3, 13) + days * DAY) == unseen
    undated = (Publication(by=Publisher.OFFICE), *UNPUBLISHED)
    assert lacks("event", "published", START, publications=undated) == []


FEEDBACK = "feedback of the KIM on its readiness"
TRIAL_NEEDS: list[tuple[str, str, dict[str, Any], list[str]]] = [
    ("trial A", "watch", {"issues": (), "media": ()}, ["the issues concerned", "the media used"]),
    ("trial B", "watch", {"commitment": ""}, ["its commitment to make content"]),
    ("trial A", "feedback", {"feedback": (Feedback(on=START),)}, [FEEDBACK]),
    ("trial B", "feedback", {"feedback": ()}, [FEEDBACK]),
    ("trial B", "production", {"schedule": (), "term": None}, ["a production schedule", "a trial term that is over"]),
    ("trial A", "appoint", {"appointment": None}, ["the decision on appointment, with its reason"]),
    ("trial B", "appoint", {"appointment": None}, ["the decision on appointment, with its reason"]),
]


@pytest.mark.clause(
    "IV.B.A.trial.1",
    "IV.B.A.trial.2",
    "IV.B.A.trial.3",
    "IV.B.B.trial.1",
    "IV.B.B.trial.2",
    "IV.B.B.trial.3",
    "IV.B.B.trial.4",
)
@pytest.mark.parametrize(("kind", "stage", "changes", "wanted"), TRIAL_NEEDS)
def test_a_step_of_a_trial_needs_what_the_guideline_asks(
    kind: str, stage: str, changes: dict[str, Any], wanted: list[str]
) -> None:
    """Issues and media for type A, commitment and schedule for type B; an answer, and a decision, for both."""
    assert lacks(kind, stage, **changes) == wanted
    assert lacks(kind, stage) == []


@pytest.mark.parametrize("days", [-1, 0, 1])
@pytest.mark.clause("IV.B.B.trial.3")
def test_steps_of_a_trial_wait_for_their_day(days: int) -> None:
    """For the last day of the term, for the answer, and for the decision; an answer no is an answer."""
    early = days < 0
    end, decision = a_trial().term, an_appointment()
    assert end is not None
    assert lacks("trial B", "production", end.end + days * DAY) == ["a trial term that is over"] * early
    assert lacks("trial B", "feedback", START + days * DAY) == [FEEDBACK] * early
    assert lacks("trial B", "feedback", START, feedback=(Feedback(on=START, ready=NO),)) == []
    assert lacks("trial A", "appoint", decision.on + days * DAY) == (
        ["the decision on appointment, with its reason"] * early
    )


MODEL_NEEDS: list[tuple[str, str, dict[str, Any], list[str]]] = [
    (
        "collaboration A",
        "participation",
        {"kims": (), "mapped": None, "period": None},
        ["a KIM or more", "the day of the mapping it rests on", "the period"],
    ),
    ("collaboration A", "coordination", {"coordination": ()}, ["feedback of a KIM"]),
    ("collaboration A", "design", {"materials": ()}, ["a material or more"]),
    (
        "collaboration B",
        "invitation",
        {"kims": (), "mapped": None},
        ["a KIM or more", "the day of the mapping it rests on"],
    ),
    ("collaboration B", "participation", {"period": None}, ["the period"]),
    ("collaboration B", "design", {"materials": ()}, ["a material or more"]),
]


@pytest.mark.clause("IV.B.model", "IV.B.A.coord", "IV.B.A.design", "IV.B.B.model")
@pytest.mark.parametrize(("kind", "stage", "changes", "wanted"), MODEL_NEEDS)
def test_a_stage_of_a_model_needs_what_the_guideline_asks(
    kind: str, stage: str, changes: dict[str, Any], wanted: list[str]
) -> None:
    """KIMs of a mapping, a period, feedback on plans of dissemination, and materials."""
    assert lacks(kind, stage, **changes) == wanted
    assert lacks(kind, stage) == []


@pytest.mark.parametrize("days", [-1, 0, 1])
@pytest.mark.clause("IV.B.A.coord")
def test_coordination_needs_feedback_by_its_day(days: int) -> None:
    """What the KIM reports of its area is no feedback on a plan."""
    missing = ["feedback of a KIM"] * (days < 0)
    assert lacks("collaboration A", "coordination", date(2026, 3, 5) + days * DAY) == missing


BOTH = "a contribution of office and KIM"
DESIGN = {"message": "", "theme": " ", "angle": "", "format": None, "contributions": ()}
MATERIAL_NEEDS: list[tuple[str, str, dict[str, Any], list[str]]] = [
    ("material", "design", DESIGN, ["a message", "a theme", "an angle", "a format", BOTH]),
    ("narrative", "approval", {"message": "", "source": ""}, ["a message", "its source"]),
    ("material", "dissemination", {"disseminations": ()}, ["a dissemination or more"]),
    ("narrative", "dissemination", {"disseminations": ()}, ["a dissemination or more"]),
    ("material", "literacy", {"disseminations": ()}, ["an action of literacy or more"]),
]


@pytest.mark.clause("IV.B.A.design", "IV.B.A.action", "IV.B.literacy")
@pytest.mark.parametrize(("kind", "stage", "changes", "wanted"), MATERIAL_NEEDS)
def test_a_stage_of_a_material_needs_what_the_guideline_asks(
    kind: str, stage: str, changes: dict[str, Any], wanted: list[str]
) -> None:
    """Message, theme, angle and format, made by both; a dissemination, and literacy apart from it."""
    assert lacks(kind, stage, **changes) == wanted
    assert lacks(kind, stage) == []


@pytest.mark.parametrize("days", [-1, 0, 1])
@pytest.mark.clause("IV.B.A.design", "IV.B.literacy")
def test_stages_of_a_material_wait_for_their_day(days: int) -> None:
    """For the later contribution, the first dissemination, and the action of literacy; neither does for the other."""
    early = days < 0
    assert lacks("material", "design", date(2026, 3, 4) + days * DAY) == [BOTH] * early
    assert lacks("material", "dissemination", date(2026, 3, 20) + days * DAY) == ["a dissemination or more"] * early
    assert lacks("material", "literacy", date(2026, 3, 21) + days * DAY) == ["an action of literacy or more"] * early
    material = WORKS["material"]()
    assert lacks("material", "dissemination", disseminations=material.disseminations[1:]) == ["a dissemination or more"]
    office = material.contributions[:1]
    assert lacks("material", "design", contributions=office * 2) == [BOTH]


PLAIN = Category(id="video", kind=CategoryKind.VIDEO, work=WorkKind.AUDIO_VISUAL)
PROCUREMENT, SUPPORT = "a check of procurement (IV.E.procurement)", "a check of every private support (IV.E.sponsor)"
RANKED = "a ranking of every category, no tie open"
PRIZES = "the prizes of every category"
OWN_NEEDS: list[tuple[str, dict[str, Any], list[str]]] = [
    ("schedule", {"opens": None, "budget": None}, ["the day of opening", "a budget"]),
    ("schedule", {"procurement": None}, [PROCUREMENT]),
    ("schedule", {"procurement": a_check(kept=NO)}, [PROCUREMENT]),
    ("schedule", {"procurement": a_check(kept=UNKNOWN)}, [PROCUREMENT]),
    (
        "mechanism",
        {"mechanism": "", "categories": (), "entries": (), "scores": ()},
        ["the mechanism", "categories, each with its rubric"],
    ),
    ("mechanism", {"categories": (PLAIN,), "scores": ()}, ["categories, each with its rubric"]),
    ("jury", {"jurors": (), "scores": ()}, ["a juror or more"]),
    ("timeline", {"closes": None}, ["the last day of registration"]),
    ("publicised", {"publications": ()}, ["a publication"]),
    ("watch", {"candidates": ()}, ["a KIM or more that is watched"]),
    ("feedback", {"candidates": (Candidate(kim="kim-1"),)}, ["of every candidate whether it is ready"]),
    (
        "appoint",
        {"candidates": (Candidate(kim="kim-1", ready=YES),)},
        ["the appointment of KIMs that are ready, and of no other"],
    ),
    (
        "appoint",
        {"candidates": (Candidate(kim="a", ready=YES, appointed=YES), Candidate(kim="b", ready=NO, appointed=YES))},
        ["the appointment of KIMs that are ready, and of no other"],
    ),
    ("registered", {"entries": (), "scores": ()}, ["a registered work or more"]),
    ("judged", {"scores": scores("juror-1", work_1=(80, 8))}, [RANKED]),
    (
        "prizes",
        {"protests": (Protest(entry="work_1", kim="kim-2", on=START, text="contoh"),)},
        ["every protest to be decided"],
    ),
    ("prizes", {"supports": (PrivateSupport(party="PT Contoh"),)}, [SUPPORT]),
    ("participants_recorded", {"entries": (), "scores": ()}, ["a registered work or more"]),
    ("documented", {"documentation": " "}, ["where the works are kept"]),
]


@pytest.mark.clause(
    "IV.E.own.plan",
    "IV.E.own.run",
    "IV.E.own.report",
    "IV.E.competition",
    "IV.E.procurement",
    "IV.E.sponsor",
    "IV.E.sim.1",
    "IV.E.sim.2",
    "IV.E.sim.3",
)
@pytest.mark.parametrize(("stage", "changes", "wanted"), OWN_NEEDS)
def test_a_stage_of_an_own_competition_needs_what_the_guideline_asks(
    stage: str, changes: dict[str, Any], wanted: list[str]
) -> None:
    """Budget and procurement, mechanism, jury and timeline; KIMs that are ready; works, a ranking, prizes, records."""
    assert lacks("own competition", stage, **changes) == wanted
    assert lacks("own competition", stage) == []


@pytest.mark.parametrize("days", [-1, 0, 1])
@pytest.mark.clause("IV.E.own.run", "IV.E.procurement")
def test_stages_of_an_own_competition_wait_for_their_day(days: int) -> None:
    """For the check of procurement, the end of registration, and the prizes."""
    early = days < 0
    assert lacks("own competition", "schedule", date(2026, 3, 1) + days * DAY) == [PROCUREMENT] * early
    closing = date(2026, 3, 31)
    assert lacks("own competition", "registered", closing + days * DAY) == ["the end of registration"] * early
    assert lacks("own competition", "prizes", date(2026, 4, 20) + days * DAY) == [PRIZES] * early
    assert lacks("own competition", "registered", closing - DAY, closes=None) == []


def prized(*prizes: Prize) -> dict[str, Any]:
    """Return the change by which the category has other prizes."""
    return {"categories": (evolve(a_competition().categories[0], prizes=prizes),)}


@pytest.mark.parametrize(
    ("prizes", "wanted"),
    [
        ([], []),
        ([Prize(place=1)], [PRIZES]),
        ([Prize(place=1, entry="work_1")], [PRIZES]),
        ([Prize(place=1, entry="work_2", given=START)], [PRIZES]),
        ([Prize(place=1, entry="work_1", given=START), Prize(place=2)], [PRIZES]),
        ([Prize(place=1, entry="work_1", given=START), Prize(place=2, entry="work_2", given=START)], []),
        ([Prize(place=3)], []),
    ],
)
@pytest.mark.clause("IV.E.competition")
def test_prizes_go_to_the_works_of_their_places(prizes: list[Prize], wanted: list[str]) -> None:
    """Each prize whose place is taken was given to a work of that place; one for a place that nobody took was not."""
    assert lacks("own competition", "prizes", **prized(*prizes)) == wanted


OUTSIDE_NEEDS: list[tuple[str, dict[str, Any], list[str]]] = [
    ("watch", {"candidates": ()}, ["a KIM or more that is watched"]),
    ("registered", {"entries": ()}, ["a registered work or more"]),
    ("accompanied", {"accompaniments": ()}, ["a record of accompaniment"]),
    ("evaluated", {"evaluation": ""}, ["the conclusion of the evaluation"]),
    ("evaluated", {"supports": (PrivateSupport(party="PT Contoh", conflict=YES),)}, [SUPPORT]),
]


@pytest.mark.clause("IV.E.join.prepare", "IV.E.join.run", "IV.E.join.report", "IV.E.sponsor")
@pytest.mark.parametrize(("stage", "changes", "wanted"), OUTSIDE_NEEDS)
def test_a_stage_of_an_outside_competition_needs_what_the_guideline_asks(
    stage: str, changes: dict[str, Any], wanted: list[str]
) -> None:
    """KIMs chosen, works registered, the office with them, and the result evaluated."""
    assert lacks("outside competition", stage, **changes) == wanted
    assert lacks("outside competition", stage) == []


@pytest.mark.parametrize("days", [-1, 0, 1])
@pytest.mark.clause("IV.E.join.run")
def test_accompaniment_is_recorded_by_its_day(days: int) -> None:
    """One that is planned for later is none."""
    missing = ["a record of accompaniment"] * (days < 0)
    assert lacks("outside competition", "accompanied", date(2026, 4, 2) + days * DAY) == missing
    two = (Accompaniment(on=LATER + DAY), Accompaniment(on=LATER))
    assert lacks("outside competition", "accompanied", LATER, accompaniments=two) == []


ASSESSED, RECIPIENTS = "a period that is over, quality ranked", "recipients that were assessed"
AWARD_NEEDS: list[tuple[str, dict[str, Any], list[str]]] = [
    ("watch", {"candidates": ()}, ["a KIM or more that is watched"]),
    ("assessed", {"scores": ()}, [ASSESSED]),
    ("assessed", {"candidates": ()}, [ASSESSED]),
    ("assessed", {"period": Period(START, LATER + DAY)}, [ASSESSED]),
    ("given", {"recipients": ()}, [RECIPIENTS]),
    ("given", {"recipients": (Recipient(kim="kim-2", form="piagam", on=START),)}, [RECIPIENTS]),
    ("given", {"recipients": (Recipient(kim="kim-1", form="piagam"),)}, [RECIPIENTS]),
    ("given", {"procurement": None}, [PROCUREMENT]),
    ("given", {"supports": (PrivateSupport(party="PT Contoh"),)}, [SUPPORT]),
]


@pytest.mark.clause("IV.E.award.watch", "IV.E.award.assess", "IV.E.award.award", "IV.E.procurement", "IV.E.sponsor")
@pytest.mark.parametrize(("stage", "changes", "wanted"), AWARD_NEEDS)
def test_a_stage_of_an_award_needs_what_the_guideline_asks(
    stage: str, changes: dict[str, Any], wanted: list[str]
) -> None:
    """A KIM that was watched, assessed over a period that is over, and only then given an award."""
    assert lacks("award", stage, **changes) == wanted
    assert lacks("award", stage) == []


@pytest.mark.parametrize("days", [-1, 0, 1])
@pytest.mark.clause("IV.E.award.assess", "IV.E.award.award")
def test_stages_of_an_award_wait_for_their_day(days: int) -> None:
    """For the last day of the period, and for the award of each recipient."""
    early = days < 0
    assert lacks("award", "assessed", date(2026, 3, 31) + days * DAY) == [ASSESSED] * early
    assert lacks("award", "given", date(2026, 4, 10) + days * DAY) == [RECIPIENTS] * early
    mixed = (*an_award().recipients, Recipient(kim="kim-1", form="x"))
    assert lacks("award", "given", recipients=mixed) == [RECIPIENTS]


@pytest.mark.clause("IV.E.sponsor")
@pytest.mark.parametrize("days", [-1, 0, 1])
def test_support_is_clear_by_the_day_of_the_stage(days: int) -> None:
    """Every one of them; a check that comes later does not help."""
    clear = PrivateSupport(party="PT Contoh", conflict=NO, checked=LATER - days * DAY, officer="made-up officer")
    for kind, stage in (("own competition", "prizes"), ("outside competition", "evaluated"), ("award", "given")):
        assert lacks(kind, stage, supports=(clear,)) == [SUPPORT] * (days < 0)
        assert lacks(kind, stage, supports=(clear, PrivateSupport(party="PT Lain"))) == [SUPPORT]


@pytest.mark.clause("IV.E.award.assess")
@pytest.mark.parametrize("days", [-1, 0, 1])
def test_an_award_waits_for_the_decision_on_a_tie(days: int) -> None:
    """With it the KIMs are assessed, and an award can be given to them."""
    two = tuple(Candidate(kim=f"kim-{n}", ready=YES, appointed=YES) for n in (1, 2))
    made = TieDecision(works=("kim-2", "kim-1"), on=LATER - days * DAY, by="made-up juror", reason="contoh")
    changes: dict[str, Any] = {
        "candidates": two,
        "rule": TieRule.JURY,
        "scores": scores("juror-1", **{"kim-1": (60, 6), "kim-2": (60, 6)}),
        "tie_decisions": (made,),
    }
    assert lacks("award", "assessed", **changes) == [ASSESSED] * (days < 0)
    assert lacks("award", "given", **changes) == []
