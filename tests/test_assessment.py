"""Assessment: judgement, partnership and next step of one KIM."""

from datetime import date
from typing import Any

import pytest

from kimcore.assessment import assess, next_step, subject_of
from kimcore.factsheet import facts
from kimcore.mapping import CutOffs, Scores, place
from kimcore.rulebooks import rulebook
from kimcore.testing import TODAY, a_candidate, a_case, a_kim, a_term, proven
from kimcore.values import Answer, Outcome
from tests.builders import assessed


@pytest.mark.clause("II.B.5.order")
def test_an_assessment_is_the_judgement_of_the_facts_on_its_date() -> None:
    """KIM, date, judgement and state belong together; without a map there is no placement."""
    kim, bound = a_kim(), rulebook().as_of(TODAY)
    found = assess(kim, bound)
    assert found.judgement == bound.judge(facts(kim, TODAY))
    assert (found.on, found.kim, found.placement) == (TODAY, kim, None)
    assert (found.judgement.status.code, found.partnership.code) == ("eligible", "partner")


@pytest.mark.parametrize(
    ("kim", "id", "en"),
    [
        (a_kim(), "Lanjutkan kemitraan", "Go on with the partnership"),
        (a_kim(cases=(a_case(6), a_case(2))), "atas dasar II.B.6.2, II.B.6.6,", "II.B.6.2, II.B.6.6; then conclude"),
        (a_kim(cases=(proven(7, TODAY),)), "Beritahukan penghentian", "Notify the KIM of the termination"),
        (a_kim(profile_term=a_term(end=date(2026, 6, 30))), "telah berakhir", "The term is over"),
        (a_candidate(answers__resources=Answer.NO), "belum terpenuhi: II.B.5.g.", "not met: II.B.5.g."),
        (
            a_candidate(answers__resources=Answer.UNKNOWN),
            "Lengkapi data: Sumber Daya.",
            "Complete the data: Sumber Daya.",
        ),
        (a_candidate(), "lengkapi ketertarikan", "complete interest, power and influence"),
    ],
    ids=["partner", "under review", "terminated", "ended", "ineligible", "undetermined", "not mapped"],
)
def test_the_next_step_follows_from_state_and_status(kim: Any, id: Any, en: Any) -> None:
    """A partner is led by its state, a candidate by its status; it is said in both languages."""
    step = assessed(kim).next_step
    assert step == next_step(assessed(kim))
    assert id in step.say("id")
    assert en in step.say("en")
    assert "{" not in step.say("id") + step.say("en")


CUTOFFS = CutOffs.at(interest=50, power=50, influence=50)


def step(**scores: Any) -> Any:
    """Return the next step for an eligible candidate that was placed by its scores."""
    placement = place(**{"interest": 80, "power": 80, "influence": 80} | scores, cutoffs=CUTOFFS)
    return assess(a_candidate(), rulebook().as_of(TODAY), placement).next_step.say("en")


@pytest.mark.clause("III.C.1", "II.B.3.map.e")
def test_an_eligible_candidate_is_told_its_approach_as_advice() -> None:
    """R29: an approach is advice, and admission stays the office's decision."""
    assert step().startswith("Eligible; suggested approach: ")
    assert "the office's decision" in step()


def test_an_eligible_candidate_between_quadrants_is_not_asked_for_scores_it_has() -> None:
    """R1: where power and influence differ no approach is claimed, and the two quadrants are named."""
    assert "(quadrants 1, 3)" in step(influence=20)
    assert "complete" not in step(influence=20)
    assert "complete interest" in step(power=None)


@pytest.mark.clause("II.B.3.basis")
def test_the_mapping_takes_name_status_and_formation() -> None:
    """R22: formation decides who enters the map; priority needs name, village and status."""
    found = subject_of(assessed(a_candidate(answers__formed_by_community=Answer.NO)), Scores())
    assert (found.id, found.name, found.village) == ("kim-1", "KIM Contoh", "Desa Contoh")
    assert (found.status, found.formation) == ("ineligible", Outcome.NOT_MET)


def test_an_open_ground_of_a_member_asks_for_the_day_and_nothing_else() -> None:
    """A civil servant without a day keeps ground 3 open: the day is asked for, not the term that is recorded."""
    member = a_kim().board.people[0]
    people = (member, type(member)(name="m", is_officer=False, civil_servant=Answer.YES))
    (question,) = assessed(a_kim(board__people=people)).judgement.open_questions()
    assert (question.fact, question.column, question.rules) == ("members_undated", "Menjadi ASN Sejak", ("II.B.6.3",))
