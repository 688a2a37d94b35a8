"""Stages and plans: their order, what they require, and what is refused."""

import pytest

from kimcore.clauses import cite
from kimcore.collaboration import Plan, Requirement, Responsible, Stage
from kimcore.collaboration.stages import has, in_sequence
from kimcore.errors import InvalidValue, NotFound
from kimcore.terms import Text
from tests.collaboration.made_up import START


class Thing:
    """Something with one attribute."""

    def __init__(self, value: object) -> None:
        self.value = value


def a_stage(id: str, *after: str) -> Stage:
    """Return a stage that comes after others."""
    return Stage(id=id, clauses=(cite("IV.C.stage.1"), cite("IV.C.basis")), label=Text(id, id), after=after)


def a_plan(*stages: Stage) -> Plan:
    """Return a plan of stages."""
    return Plan(id="plan", title=Text("rencana", "plan"), stages=stages)


def test_a_plan_has_its_stages_by_id_in_order() -> None:
    """A stage is found by its id; the office answers for it unless it says otherwise."""
    plan = a_plan(a_stage("a"), a_stage("b", "a"), a_stage("c", "a", "b"))
    assert plan.ids == ("a", "b", "c")
    assert (plan["b"].after, plan["b"].by, plan["b"].clause.id) == (("a",), Responsible.OFFICE, "IV.C.stage.1")


def test_a_stage_that_is_not_there_is_not_found() -> None:
    """The error names those there are."""
    with pytest.raises(NotFound, match="no stage 'x'; there are a, b") as caught:
        a_plan(a_stage("a"), a_stage("b"))["x"]
    assert (caught.value.code, caught.value.field) == ("stage_unknown", "stage")
    assert caught.value.say("id") == "tidak ada tahap 'x'; yang ada a, b"


@pytest.mark.parametrize(
    ("stages", "wrong"),
    [
        ([("a",), ("a",)], "stage 'a' of 'plan' is out of order: a"),
        ([("a", "a")], "stage 'a' of 'plan' is out of order: a"),
        ([("a", "c", "b"), ("b",), ("c",)], "stage 'a' of 'plan' is out of order: b, c"),
    ],
)
def test_a_plan_out_of_order_is_refused(stages: list[tuple[str, ...]], wrong: str) -> None:
    """No stage stands twice or comes after itself or a later one."""
    with pytest.raises(InvalidValue, match=wrong) as caught:
        a_plan(*(a_stage(*stage) for stage in stages))
    assert (caught.value.code, caught.value.field, caught.value.clause) == ("plan_order", "stages", "IV.C.stage.1")
    assert caught.value.say("id").startswith("tahap 'a' dari 'plan' tidak berurutan: ")


def test_stages_in_sequence_come_each_after_the_one_before() -> None:
    """The first comes after none; all else of a stage stays."""
    stages = in_sequence(a_stage("a"), a_stage("b"), a_stage("c"))
    assert [s.after for s in stages] == [(), ("a",), ("b",)]
    assert [s.id for s in stages] == ["a", "b", "c"]
    assert len(in_sequence(a_stage("a"))) == 1


@pytest.mark.parametrize(
    ("value", "holds"),
    [("x", True), ("", False), (" \t", False), (None, False), ((), False), ((None,), True), (0, True), (START, True)],
)
def test_what_is_required_is_recorded(value: object, holds: bool) -> None:
    """A blank text, nothing and an empty list are not recorded; 0 is."""
    found = has("value", Text("nilai", "a value"))
    assert isinstance(found, Requirement)
    assert found.what.en == "a value"
    assert found.holds(Thing(value), START) is holds
