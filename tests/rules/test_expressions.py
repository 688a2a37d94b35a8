"""Edges of the rule language: every way to write a comparison, what is refused, what a node reads and decides."""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from kimcore.errors import InvalidValue, NotFound, UnknownTruth
from kimcore.factsheet import Facts
from kimcore.rulebooks import JUKNIS_2022
from kimcore.rules import (
    ON,
    Expression,
    F,
    Group,
    Interpreter,
    Never,
    P,
    Rule,
    Rulebook,
    compile_rules,
    condition,
    confirmed,
    facts_read,
    ground,
    parameters_read,
    unsure,
)
from kimcore.rules.compiler import local
from kimcore.rules.expressions import Operand
from kimcore.rules.vocabulary import kind_of
from kimcore.terms import Text
from kimcore.testing import TODAY
from kimcore.testing import facts as facts_records
from kimcore.values import Answer, Outcome

MET, NOT_MET, UNKNOWN = Outcome
NUMBERS = {"least": 2, "months": 12}


def outcome(node: Expression, **given: object) -> Outcome:
    """Return the outcome of an expression; compiled and interpreted must agree."""
    facts = Facts(on=TODAY, **given)  # type: ignore[arg-type]
    met, lost = compile_rules([node], TODAY, NUMBERS).run(facts)
    assert not met & lost
    found = MET if met else NOT_MET if lost else UNKNOWN
    assert Interpreter(facts, NUMBERS)(node) is found
    return found


@pytest.mark.parametrize("value", [None, 1, 2, 3])
def test_each_comparison_compares_and_leaves_the_unknown_open(value: Any) -> None:
    """Less, at most, more, at least, against a parameter and a number, negated too."""
    pairs: dict[Expression, Any] = {
        F.villages_reached < P("least"): lambda v: v < 2,
        F.villages_reached <= 2: lambda v: v <= 2,
        F.villages_reached > P("least"): lambda v: v > 2,
        F.villages_reached >= 2: lambda v: v >= 2,
    }
    for node, holds in pairs.items():
        expected = Outcome.pick(None if value is None else holds(value))
        assert outcome(node, villages_reached=value) is expected
        assert outcome(~node, villages_reached=value) is ~expected


@pytest.mark.parametrize(("offset", "found"), [(-1, MET), (0, MET), (1, NOT_MET)])
def test_a_date_that_never_happened_is_no_unknown(offset: Any, found: Any) -> None:
    """A revocation that is absent has not happened: neither before nor after; a blank day of issue is unknown."""
    day = TODAY + timedelta(days=offset)
    assert outcome(F.decree_revoked <= ON, decree_revoked=day) is found
    assert outcome(F.decree_revoked <= ON) is NOT_MET
    assert outcome(F.decree_revoked > ON) is NOT_MET
    assert outcome(~(F.decree_revoked <= ON)) is MET
    assert outcome(F.decree_issued <= ON) is UNKNOWN
    assert outcome(F.decree_issued <= F.decree_revoked, decree_issued=day) is NOT_MET
    assert outcome(~(F.decree_issued <= F.decree_revoked), decree_issued=day) is MET
    assert outcome(F.decree_issued <= F.decree_until, decree_until=TODAY) is UNKNOWN


TRUTHS = tuple(Answer)


@pytest.mark.parametrize("left", TRUTHS)
@pytest.mark.parametrize("right", TRUTHS)
def test_then_and_otherwise_let_the_second_decide(left: Any, right: Any) -> None:
    """`then` once the first is met, `otherwise` while it is unknown; negated too."""
    given = {"active": left, "resources": right}
    first, second = Outcome.pick(left.truth), Outcome.pick(right.truth)
    then, otherwise = F.active.then(F.resources), F.active.otherwise(F.resources)
    expected_then = second if first is MET else first
    expected_otherwise = second if first is UNKNOWN else first
    assert (outcome(then, **given), outcome(~then, **given)) == (expected_then, ~expected_then)
    assert (outcome(otherwise, **given), outcome(~otherwise, **given)) == (expected_otherwise, ~expected_otherwise)


@pytest.mark.parametrize(
    ("answer", "sure", "doubt"), [("yes", MET, UNKNOWN), ("no", UNKNOWN, NOT_MET), ("unknown", UNKNOWN, UNKNOWN)]
)
def test_confirmed_never_denies_and_unsure_never_affirms(answer: Any, sure: Any, doubt: Any) -> None:
    """What only a document establishes (R23), and what only leaves a ground open."""
    assert outcome(confirmed(F.active), active=Answer.of(answer)) is sure
    assert outcome(~confirmed(F.active), active=Answer.of(answer)) is ~sure
    assert outcome(unsure(F.active), active=Answer.of(answer)) is doubt


def test_never_is_not_met() -> None:
    """A ground that no fact indicates."""
    assert (outcome(Never()), outcome(~Never())) == (NOT_MET, MET)


@pytest.mark.parametrize(("day", "count"), [(TODAY.replace(year=2025), 0), (date(2025, 11, 25), 1), (TODAY, 1)])
def test_days_are_counted_after_a_day(day: Any, count: Any) -> None:
    """The day itself is outside, the date of judgement inside."""
    counted = F.activities.count_after(ON - P("months"))
    assert outcome(counted >= 1, activities=(day,)) is Outcome.pick(count >= 1)
    assert outcome(counted < 1, activities=(day,)) is Outcome.pick(count < 1)


def test_days_between_need_both_ends() -> None:
    """Without a first or last day no day lies between."""
    node = F.members_became.some_between(F.term_began, F.term_until)
    days = {"members_became": (TODAY,)}
    assert outcome(node, **days, term_began=TODAY, term_until=TODAY) is MET
    assert outcome(node, **days, term_began=TODAY) is NOT_MET
    assert outcome(~node, **days, term_until=TODAY) is MET


def test_reading_tells_facts_and_parameters_once() -> None:
    """Facts in the order of writing, each once; parameters of comparisons and of windows."""
    node = (F.activities.count_after(ON - P("months")) >= P("least")) & F.active & ~F.active
    assert facts_read(node) == ("activities", "active")
    assert set(parameters_read(node)) == {"months", "least"}
    between = F.members_became.some_between(F.term_began, F.term_until)
    assert facts_read(between) == ("members_became", "term_began", "term_until")


@pytest.mark.parametrize("value", [True, 1.5, "2", None, date(2026, 1, 1)])
def test_only_whole_numbers_and_dates_of_facts_are_compared(value: Any) -> None:
    """A constant date would go out of date unseen, and True is no number."""
    with pytest.raises(InvalidValue):
        _ = F.villages_reached >= value


@pytest.mark.parametrize("write", [lambda: F.active & True, lambda: F.active | 1, lambda: F.active.then(F.officers)])
def test_only_truth_values_are_joined(write: Any) -> None:
    """A count or a plain True is refused where a truth value is needed."""
    with pytest.raises(InvalidValue):
        write()


def test_a_chained_comparison_is_refused() -> None:
    """`1 < x < 3` would drop its first half."""
    with pytest.raises(UnknownTruth):
        _ = 1 < F.officers < 3


def test_a_name_that_is_no_fact_reaches_no_source() -> None:
    """The compiler checks names once more, and the vocabulary names close ones."""
    for name in ("on", "kim", "x; import os", "__class__"):
        with pytest.raises(InvalidValue):
            local(name)
    with pytest.raises(NotFound, match="none is close"):
        kind_of("zzz")
    assert not hasattr(F, "__wrapped__")


@frozen(eq=False)
class Strange(Expression):
    """A node that no target knows."""


@frozen(eq=False)
class Odd(Operand):
    """An operand that no target knows."""


def test_a_node_that_no_target_knows_is_refused() -> None:
    """Nothing is passed over in silence, neither compiled nor interpreted."""
    facts = Facts(on=TODAY)
    for node in (Strange(), Odd() >= 1):
        with pytest.raises(TypeError):
            compile_rules([node], TODAY, NUMBERS)
        with pytest.raises(TypeError):
            Interpreter(facts, NUMBERS)(node)


def test_a_rule_has_the_clause_of_its_id() -> None:
    """The id is the clause, and the readings stand beside it."""
    rule = JUKNIS_2022["II.B.4.legal.1"]
    assert (rule.clause.id, rule.readings) == ("II.B.4.legal.1", ("R3", "R4"))
    assert all(r.clause.id == r.id for r in JUKNIS_2022)
    assert isinstance(rule, Rule)


def test_conditions_stand_in_the_order_of_the_guideline() -> None:
    """Formation, legality, administrative, qualification; then the seven grounds in ascending order."""
    groups = list(Group)
    order = [groups.index(rule.group) for rule in JUKNIS_2022]
    assert order == sorted(order)
    assert [r.id for r in JUKNIS_2022.grounds] == [f"II.B.6.{n}" for n in range(1, 8)]
    assert len(JUKNIS_2022.conditions) == 19
    assert JUKNIS_2022.setting("stale_after_days").on(TODAY).value == 45


def test_a_finding_names_the_headings_of_what_is_missing() -> None:
    """A heading stands once, though two facts stand under it."""
    finding = next(f for f in JUKNIS_2022.as_of(TODAY).judge(Facts(on=TODAY)).explain() if f.rule.id == "II.B.5.f")
    assert (finding.missing, finding.columns) == (("media", "other_means"), ("Jenis Media", "Sarana Lain"))


@pytest.mark.clause("II.B.5.order")
def test_a_judgement_names_the_clause_that_orders_its_groups() -> None:
    """Groups stand in the order of II.B.5, whatever was found."""
    judgement = JUKNIS_2022.as_of(TODAY).judge(Facts(on=TODAY))
    assert judgement.order.id == "II.B.5.order"
    assert [g.code for g in judgement.groups] == ["formation", "legality", "administrative", "qualification"]


def test_a_rulebook_without_conditions_of_a_group_meets_that_group() -> None:
    """What asks nothing is met; only grounds make no one ineligible."""
    book = Rulebook(
        name="x", title=Text("x", "x"), since=date(2022, 1, 1), source="test", rules=(ground("II.B.6.7", F.case_7),)
    )
    judgement = book.as_of(TODAY).judge(Facts(on=TODAY, case_7=Answer.YES))
    assert (judgement.status.code, judgement.grounds) == ("eligible", ("II.B.6.7",))
    assert (book.conditions, judgement.rulebook) == ((), "x")


atoms = st.sampled_from(
    [
        F.active,
        F.resources,
        F.villages_reached >= 2,
        F.decree_revoked <= ON,
        F.decree_issued <= ON,
        F.officers < 1,
        F.decree_until >= ON,
        F.activities.count_after(ON - P("months")) >= P("least"),
        Never(),
    ]
)
trees = st.recursive(
    atoms,
    lambda inner: (
        st.builds(lambda a: ~a, inner)
        | st.builds(confirmed, inner)
        | st.builds(unsure, inner)
        | st.builds(lambda a, b: a & b, inner, inner)
        | st.builds(lambda a, b: a | b, inner, inner)
        | st.builds(lambda a, b: a.then(b), inner, inner)
        | st.builds(lambda a, b: a.otherwise(b), inner, inner)
    ),
    max_leaves=8,
)


@given(trees, facts_records())
def test_any_expression_compiles_to_its_plain_meaning(node: Any, facts: Any) -> None:
    """Law 6 for every expression that can be written, not only those of the guideline; its reason is whole too."""
    met, lost = compile_rules([node], facts.on, NUMBERS).run(facts)
    found = Outcome.MET if met else Outcome.NOT_MET if lost else Outcome.UNKNOWN
    assert Interpreter(facts, NUMBERS)(node) is found


@given(facts_records())
def test_a_rule_of_one_answer_says_so(facts: Any) -> None:
    """A finding of a rule reads just the facts of its expression."""
    rule = condition("II.B.5.g", Group.QUALIFICATION, F.resources)
    book = Rulebook(name="x", title=Text("x", "x"), since=date(2022, 1, 1), source="test", rules=(rule,))
    (finding,) = book.as_of(facts.on).judge(facts).explain()
    assert dict(finding.values) == {"resources": facts.resources}
