"""The engine of the rules: what may be written, and what is refused."""

from datetime import date
from typing import Any

import pytest

from kimcore.errors import InvalidValue, NotFound, UnknownTruth
from kimcore.factsheet import Facts
from kimcore.rulebooks import JUKNIS_2022, rulebook
from kimcore.rules import ON, F, Group, P, ParameterUnset, ParameterValue, Rulebook, Setting, condition, ground
from kimcore.terms import Text
from kimcore.values import Answer


def test_a_rule_expression_is_neither_true_nor_false() -> None:
    """`and`, `or` and chained comparisons raise, so that half a rule cannot be dropped."""
    with pytest.raises(UnknownTruth):
        bool(F.has_board)
    with pytest.raises(UnknownTruth):
        _ = F.officers > 1 and F.has_board
    with pytest.raises(UnknownTruth):
        bool(F.officers)


def test_an_unknown_fact_is_refused_with_close_names() -> None:
    """A misspelt fact fails when the rule is written, and the message names the one that was meant."""
    with pytest.raises(NotFound, match="decree_until"):
        _ = F.decree_untill


def test_a_date_is_no_truth_value() -> None:
    """A date or count must be compared before it stands in a rule."""
    with pytest.raises(InvalidValue):
        condition("II.B.3.a", Group.FORMATION, F.decree_until)
    with pytest.raises(InvalidValue):
        _ = F.has_board & F.officers
    with pytest.raises(InvalidValue):
        _ = F.decree_until < "2026"


def test_a_rule_needs_a_clause_and_readings_that_exist() -> None:
    """A rule without a clause of the catalogue, or with something that is no reading, fails at import."""
    with pytest.raises(NotFound):
        condition("II.B.9", Group.FORMATION, F.has_board)
    with pytest.raises(InvalidValue):
        ground("II.B.6.1", F.has_board, "Q3")


def book(**changes: Any) -> Any:
    """Return a small rulebook of one rule."""
    rule = condition("II.B.5.d", Group.QUALIFICATION, F.villages_reached >= P("least"))
    values = (ParameterValue(date(2024, 1, 1), 2, "local"), ParameterValue(date(2023, 1, 1), 1, "first"))
    setting = Setting("least", Text("a", "a"), Text("desa", "villages"), values)
    given = {"rules": (rule,), "settings": (setting,)} | changes
    return Rulebook(name="x", title=Text("x", "x"), since=date(2022, 1, 1), source="test", **given)


@pytest.mark.parametrize(("day", "value"), [(date(2023, 1, 1), 1), (date(2023, 12, 31), 1), (date(2024, 1, 1), 2)])
def test_a_parameter_has_the_value_of_its_day(day: Any, value: Any) -> None:
    """A new value holds from its first day, and the finding names value, day and source."""
    judgement = book().as_of(day).judge(Facts(on=day, villages_reached=1))
    finding = judgement.explain()[0]
    assert finding.parameters["least"].value == value
    assert judgement["II.B.5.d"].code == ("met" if value == 1 else "not_met")


def test_a_parameter_has_no_value_before_its_first_day() -> None:
    """Asking before the first day is an error, not a default."""
    with pytest.raises(ParameterUnset):
        book().as_of(date(2022, 12, 31))


def test_the_guideline_judges_nothing_before_its_day() -> None:
    """The rulebook is in force from 30 August 2022."""
    assert JUKNIS_2022.as_of(date(2022, 8, 30)).on == date(2022, 8, 30)
    with pytest.raises(ParameterUnset, match="in force"):
        JUKNIS_2022.as_of(date(2022, 8, 29))


def test_a_rulebook_refuses_doubles_and_unknown_parameters() -> None:
    """Two rules of one id, or a rule whose parameter does not exist, fail when the rulebook is made."""
    rule = book().rules[0]
    with pytest.raises(InvalidValue, match="twice"):
        book(rules=(rule, rule))
    with pytest.raises(InvalidValue, match="least"):
        book(settings=())


def test_facts_of_another_day_are_refused(today: Any) -> None:
    """A judgement is of the facts of its own date."""
    with pytest.raises(InvalidValue):
        rulebook().as_of(today).judge(Facts(on=date(2026, 1, 1)))


def test_names_that_do_not_exist_are_refused(today: Any) -> None:
    """An unknown rulebook, rule or parameter is not found, and the message names it."""
    with pytest.raises(NotFound, match="juknis-2099"):
        rulebook("juknis-2099")
    with pytest.raises(NotFound):
        JUKNIS_2022["II.B.9"]
    with pytest.raises(NotFound):
        JUKNIS_2022.setting("nothing")
    with pytest.raises(NotFound):
        rulebook().as_of(today).judge(Facts(on=today))["II.B.9"]


def test_the_source_of_compiled_rules_can_be_read(today: Any) -> None:
    """The generated source names facts and passes constants by name; no date is written into it."""
    program = rulebook().as_of(today).program
    assert "2026" not in program.source
    assert today in program.constants.values()


def test_open_questions_name_each_missing_fact_once(today: Any) -> None:
    """A fact that several rules wait for is asked for once, with its column and all of those rules."""
    questions = rulebook().as_of(today).judge(Facts(on=today)).open_questions()
    assert len({q.fact for q in questions}) == len(questions)
    statement = next(q for q in questions if q.fact == "statement_signed")
    assert statement.column == "Tanggal Surat Pernyataan"
    assert statement.rules == tuple(f"II.B.4.admin.{n}" for n in range(1, 5))


def test_a_settled_rule_asks_nothing(today: Any) -> None:
    """What is blank but can change nothing is no open question."""
    judged = rulebook().as_of(today).judge(Facts(on=today, media=Answer.YES))
    assert "other_means" not in {q.fact for q in judged.open_questions()}


def test_day_arithmetic_needs_a_parameter() -> None:
    """The date of judgement moves by a named parameter alone."""
    assert (ON - P("least")).months_before == "least"
