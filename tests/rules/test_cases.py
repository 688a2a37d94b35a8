"""The cases that a clerk can read."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kimcore.factsheet import Facts
from kimcore.rulebooks import rulebook
from kimcore.rules import Interpreter
from kimcore.values import Answer, Outcome

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "juknis_2022.toml").read_text("utf-8"))["case"]


def facts_of(on: date, **given: Any) -> Facts:
    """Return facts of a date of which only some are recorded."""
    return Facts(on=on, **given)


def recorded(value: object) -> object:
    """Return a value of the case file as a fact."""
    if isinstance(value, str):
        return Answer.of(value)
    return tuple(value) if isinstance(value, list) else value


@pytest.mark.parametrize("case", CASES, ids=[c["says"] for c in CASES])
@pytest.mark.clause("II.A.kinds", "II.B.3.c", "II.B.3.d", "II.B.4.legal.1", "II.B.4.admin.1", "II.B.4.admin.2")
@pytest.mark.clause("VI.3", "II.B.4.statement", "II.B.5.a", "II.B.5.b", "II.B.5.d", "II.B.5.f")
@pytest.mark.clause("II.B.6.1", "II.B.6.3", "II.B.6.6", "II.B.6.7")
def test_a_clause_has_the_outcome_of_the_case(case: Any) -> None:
    """What the case says holds, in the compiled rules and in the plain interpreter."""
    facts = facts_of(case["on"], **{name: recorded(value) for name, value in case["facts"].items()})
    bound = rulebook().as_of(case["on"])
    assert bound.judge(facts)[case["clause"]] is Outcome.of(case["outcome"])
    assert Interpreter(facts, bound.numbers)(bound.rulebook[case["clause"]].when) is Outcome.of(case["outcome"])


YES_NO = {
    "II.B.3.a": "formed_by_community",
    "II.B.3.b": "seated_in_village",
    "II.B.4.legal.2": "community_number",
    "II.B.4.legal.3": "board_acknowledged",
    "II.B.5.c": "good_record",
    "II.B.5.e": "first_hand",
    "II.B.5.g": "resources",
}


@pytest.mark.parametrize(("clause", "fact"), YES_NO.items())
@pytest.mark.clause("II.B.3.a", "II.B.3.b", "II.B.4.legal.2", "II.B.4.legal.3", "II.B.5.c", "II.B.5.e", "II.B.5.g")
def test_a_condition_that_is_one_answer_follows_it(clause: Any, fact: Any, today: Any) -> None:
    """Yes is met, no is not met, and what is not recorded is unknown."""
    bound = rulebook().as_of(today)
    found = [bound.judge(facts_of(today, **{fact: answer}))[clause] for answer in Answer]
    assert found == [Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN]


VIOLATIONS = {"II.B.4.admin.3": "party_affiliation", "II.B.4.admin.4": "ngo_affiliation"}


@pytest.mark.parametrize(("clause", "fact"), VIOLATIONS.items())
@pytest.mark.clause("II.B.4.admin.3", "II.B.4.admin.4", "II.B.6.2")
def test_an_affiliation_violates_and_is_a_ground(clause: Any, fact: Any, today: Any) -> None:
    """An affiliation is not met without a statement, and opens ground 2; its absence needs the statement."""
    bound = rulebook().as_of(today)
    judgement = bound.judge(facts_of(today, **{fact: Answer.YES}))
    assert judgement[clause] is Outcome.NOT_MET
    assert judgement.grounds == ("II.B.6.2",)
    assert bound.judge(facts_of(today, **{fact: Answer.NO}))[clause] is Outcome.UNKNOWN
    assert bound.judge(facts_of(today, **{fact: Answer.NO}, statement_signed=today))[clause] is Outcome.MET


@pytest.mark.parametrize(("clause", "fact"), {"II.B.6.4": "criminal_case", "II.B.6.5": "in_other_district"}.items())
@pytest.mark.clause("II.B.6.4", "II.B.6.5")
def test_a_ground_that_is_one_answer_follows_it(clause: Any, fact: Any, today: Any) -> None:
    """Yes is a ground, no is none, and what is not recorded is unknown."""
    bound = rulebook().as_of(today)
    found = [bound.judge(facts_of(today, **{fact: answer}))[clause] for answer in Answer]
    assert found == [Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN]
