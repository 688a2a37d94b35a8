"""The builders: what they make meets every condition, and a change changes one thing."""

import pytest

import kimcore.testing
from kimcore.community import Kim
from kimcore.partnership import DecisionKind, PartnershipState, allow
from kimcore.rulebooks import rulebook
from kimcore.rules import Status
from kimcore.testing import TODAY, a_candidate, a_decision, a_kim, an_issue
from kimcore.values import Answer, Outcome
from tests.builders import assessed


def test_the_kim_meets_every_condition_and_is_a_partner() -> None:
    """On its date, without a change, no rule is open or lost and no ground is there."""
    found = assessed(a_kim())
    assert found.judgement.status is Status.ELIGIBLE
    assert found.judgement.not_met == found.judgement.unknown == found.judgement.grounds == ()
    assert found.partnership is PartnershipState.PARTNER


def test_a_candidate_was_never_a_partner() -> None:
    """It is as eligible, and has no term."""
    assert assessed(a_candidate()).judgement.status is Status.ELIGIBLE
    assert assessed(a_candidate()).partnership is PartnershipState.CANDIDATE


def test_a_change_reaches_into_a_part() -> None:
    """`answers__active` changes the field of the part, `cases` the field of the KIM, and nothing else changes."""
    kim = a_kim(answers__active=Answer.NO, id="kim-2")
    assert (kim.answers.active, kim.id) == (Answer.NO, "kim-2")
    assert assessed(kim).judgement["II.B.5.b"] is Outcome.NOT_MET
    assert a_kim(id="kim-1", answers__active=a_kim().answers.active) == a_kim()


@pytest.mark.parametrize("name", ["nothing", "answers__nothing"])
def test_a_change_of_what_does_not_exist_is_refused(name: str) -> None:
    """A misspelt field does not pass unseen."""
    with pytest.raises((TypeError, AttributeError), match="nothing"):
        a_kim(**{name: 1})


def test_each_decision_has_what_its_kind_needs() -> None:
    """A candidate may be admitted; every kind is made without a change."""
    allow(a_candidate(), rulebook(), a_decision("admit"))
    assert {a_decision(kind.code).kind for kind in DecisionKind} == set(DecisionKind)


def test_records_are_of_a_district_that_does_not_exist() -> None:
    """Nothing made here can be taken for a real office."""
    assert a_kim().office.is_made_up
    assert an_issue().office.is_made_up


def test_the_door_gives_every_name() -> None:
    """Each public name is had, dir() lists them, and another is refused as an attribute is."""
    assert dir(kimcore.testing) == sorted(kimcore.testing.__all__) == sorted(kimcore.testing.HOMES)
    assert all(getattr(kimcore.testing, name) is not None for name in kimcore.testing.__all__)
    with pytest.raises(AttributeError, match="nothing"):
        kimcore.testing.nothing  # noqa: B018
    assert isinstance(a_kim(), Kim)
    assert TODAY.isoformat() == "2026-11-24"
