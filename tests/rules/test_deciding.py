"""Which facts bring an outcome about, which are missing, and how the reason says so."""

from datetime import date, timedelta
from typing import Any

import pytest

from kimcore.errors import InvalidValue, UnknownTruth
from kimcore.factsheet import Facts
from kimcore.rulebooks import JUKNIS_2022
from kimcore.rules import (
    ON,
    Expression,
    F,
    FindingOfRule,
    Group,
    Interpreter,
    P,
    ParameterUnset,
    ParameterValue,
    compile_rules,
    condition,
    confirmed,
    find,
    ground,
    months_read,
)
from kimcore.testing import TODAY
from kimcore.values import Answer

YES, NO, UNKNOWN = Answer
NUMBERS = {
    "least": ParameterValue(date(2022, 8, 30), 2, "test"),
    "months": ParameterValue(date(2022, 8, 30), 12, "test"),
}
A, B = F.first_hand, F.resources
LATER = TODAY + timedelta(days=1)


def found(node: Expression, **given: Any) -> FindingOfRule:
    """Return the finding of a condition of one expression."""
    facts = Facts(on=TODAY, **given)
    outcome = Interpreter(facts, {name: value.value for name, value in NUMBERS.items()})(node)
    return find(condition("II.B.3.a", Group.FORMATION, node), outcome, facts, NUMBERS)


DECIDED: list[tuple[Expression, Answer, Answer, str]] = [
    (A & B, YES, YES, "first_hand resources"),
    (A & B, NO, YES, "first_hand"),
    (A & B, YES, NO, "resources"),
    (A & B, NO, NO, "first_hand resources"),
    (A & B, UNKNOWN, YES, "first_hand"),
    (A & B, NO, UNKNOWN, "first_hand"),
    (A | B, NO, NO, "first_hand resources"),
    (A | B, YES, NO, "first_hand"),
    (A | B, NO, YES, "resources"),
    (A | B, NO, UNKNOWN, "resources"),
    (A | B, YES, UNKNOWN, "first_hand"),
    (~(A & B), NO, YES, "first_hand"),
    (confirmed(A | B), YES, NO, "first_hand"),
    (A.then(B), YES, NO, "first_hand resources"),
    (A.then(B), NO, YES, "first_hand"),
    (A.then(B), UNKNOWN, YES, "first_hand"),
    (A.otherwise(B), YES, NO, "first_hand"),
    (A.otherwise(B), NO, YES, "first_hand"),
    (A.otherwise(B), UNKNOWN, YES, "first_hand resources"),
    ((A & B).then(A | B), NO, YES, "first_hand"),
    ((A & B).then(~(A & B)), YES, YES, "first_hand resources"),
    ((A & B).otherwise(A | B), UNKNOWN, YES, "first_hand resources"),
    (A.then(B & F.has_board), YES, NO, "first_hand resources has_board"),
    (A.otherwise(B & F.has_board), UNKNOWN, NO, "first_hand resources has_board"),
]


@pytest.mark.parametrize(("node", "first", "second", "decided"), DECIDED)
@pytest.mark.clause("II.B.5.order")
def test_the_facts_that_bring_an_outcome_about(node: Any, first: Any, second: Any, decided: str) -> None:
    """All parts of what needed all, else those with the outcome; the second of two only where it was asked."""
    given = {"first_hand": first, "resources": second, "has_board": NO}
    assert found(node, **given).decided == tuple(decided.split())


def test_a_parameter_is_read_where_parts_are_weighed() -> None:
    """A comparison with a parameter decides beside an answer."""
    assert found((F.villages_reached >= P("least")) & A, villages_reached=1, first_hand=YES).decided == (
        "villages_reached",
    )


OPEN: list[tuple[Expression, dict[str, Any], str]] = [
    (confirmed(A & (F.statement_signed <= ON)), {"first_hand": NO, "statement_signed": LATER}, "statement_signed"),
    (confirmed(A & (F.decree_issued < ON)), {"first_hand": NO, "decree_issued": TODAY}, "first_hand decree_issued"),
    (confirmed(A & (F.officers >= 1)), {"first_hand": NO, "officers": 0}, "officers"),
    (confirmed(A & (F.officers >= 2)), {"first_hand": NO, "officers": 1}, "first_hand officers"),
    (A & B, {"first_hand": UNKNOWN}, "first_hand resources"),
    (confirmed(A & (F.decree_revoked <= ON)), {"first_hand": NO}, "first_hand decree_revoked"),
    ((F.decree_until >= ON) & A, {"first_hand": YES}, "decree_until"),
]


@pytest.mark.parametrize(("node", "given", "missing"), OPEN)
def test_what_is_missing_is_not_recorded_or_not_there_yet(node: Any, given: Any, missing: str) -> None:
    """A later day, a blank, none of a number: what could change the outcome; else all that decided it."""
    assert found(node, **given).missing == tuple(missing.split())


def test_reasons_of_conditions_and_grounds() -> None:
    """A condition is met or not, a ground is there or not; the day and the values stand in both."""
    facts = Facts(on=TODAY, resources=NO)
    outcome = Interpreter(facts, {})(B)
    of_condition = find(condition("II.B.5.g", Group.QUALIFICATION, B), outcome, facts, {})
    of_ground = find(ground("II.B.6.6", B), outcome, facts, {})
    assert of_condition.reason.en.startswith("Not met on 24 November 2026: ")
    assert of_condition.reason.id.startswith("Tidak terpenuhi pada 24 November 2026: ")
    assert of_ground.reason.en.startswith("There is no ground on 24 November 2026: ")
    assert "None" not in of_condition.reason.en + of_ground.reason.en
    assert of_condition.reason.en.removeprefix("Not met") == of_ground.reason.en.removeprefix("There is no ground")


def outcome(node: Expression, **given: Any) -> str:
    """Return an outcome, compiled and interpreted alike, with a window of twelve months."""
    facts, numbers = Facts(on=TODAY, **given), {"months": 12}
    met, lost = compile_rules([node], TODAY, numbers).run(facts)
    said = Interpreter(facts, numbers)(node).code
    assert said == ("met" if met else "not_met" if lost else "unknown")
    return said


def test_a_date_is_compared_with_a_day_moved_by_months() -> None:
    """A window stands on either side of a comparison."""
    node = F.decree_issued >= ON - P("months")
    assert outcome(node, decree_issued=date(2025, 11, 24)) == "met"
    assert outcome(node, decree_issued=date(2025, 11, 23)) == "not_met"
    assert months_read(node & (F.decree_until >= ON)) == ("months",)
    assert months_read(F.decree_until >= ON) == ()
    assert months_read((F.villages_reached >= P("least")) & A) == ()


@pytest.mark.parametrize(
    ("revoked", "until", "wanted"),
    [(None, None, "not_met"), (None, TODAY, "not_met"), (TODAY, None, "not_met"), (TODAY, TODAY, "met")],
)
def test_two_dates_of_which_both_may_never_come(revoked: Any, until: Any, wanted: str) -> None:
    """Where one has not happened, the comparison is not met."""
    assert outcome(F.decree_revoked <= F.term_until, decree_revoked=revoked, term_until=until) == wanted


def test_a_constant_is_passed_once() -> None:
    """A day that a rule names twice has one name in the source, and numbers have their own."""
    program = compile_rules([(F.decree_issued <= ON) & (F.decree_until >= ON) & (F.officers >= 1)], TODAY, {})
    assert sorted(map(str, program.constants.values())) == ["1", "2026-11-24"]
    assert program.source.startswith("def run(facts):\n")
    assert program.run.__code__.co_filename == "<rules>"


def test_readings_are_numbers_behind_an_r() -> None:
    """`R3 R33` are two readings; another letter, a small one, or letters behind it are none."""
    assert condition("II.B.3.a", Group.FORMATION, A, "R3 R33").readings == ("R3", "R33")
    assert ground("II.B.6.1", A, "R3").readings == ("R3",)
    for wrong in ("r3", "R", "RX", "Q3", "3"):
        with pytest.raises(InvalidValue):
            condition("II.B.3.a", Group.FORMATION, A, wrong)


def test_a_derived_rulebook_names_what_it_rests_on() -> None:
    """It has another name, the name of its base, and the changes."""
    made = JUKNIS_2022.derive("local-2026", source="made-up")
    assert (made.name, made.base, made.source) == ("local-2026", "juknis-2022", "made-up")
    assert made.rules == JUKNIS_2022.rules


def test_errors_of_the_engine_have_codes() -> None:
    """Each has its stable code and names the field."""
    with pytest.raises(ParameterUnset) as early:
        JUKNIS_2022.as_of(date(2022, 8, 29))
    assert (early.value.code, early.value.field) == ("rulebook_not_in_force", "juknis-2022")
    assert early.value.say("id") != early.value.say("en")
    with pytest.raises(ParameterUnset) as unset:
        JUKNIS_2022.settings[0].on(date(2022, 8, 29))
    assert (unset.value.code, unset.value.field) == ("parameter_unset", JUKNIS_2022.settings[0].name)
    for node in (A, F.officers):
        with pytest.raises(UnknownTruth) as truth:
            bool(node)
        assert truth.value.code == "expression_truth"
    with pytest.raises(AttributeError, match="__wrapped__"):
        _ = F.__wrapped__
