"""The cases of lifecycle.toml: decisions allowed and forbidden, and the states that follow."""

from itertools import pairwise
from typing import Any

import pytest

from kimcore.community import Finding
from kimcore.errors import NotAllowed
from kimcore.partnership import Decision, allow, decided, history, objection
from kimcore.rulebooks import rulebook
from kimcore.testing import a_candidate, a_decision
from kimcore.values import Period
from tests.builders import assessed
from tests.casefiles import read_cases, read_changes

CASES = read_cases("lifecycle.toml")
EACH = pytest.mark.parametrize("case", CASES, ids=[c["says"] for c in CASES])


def decision_of(given: dict[str, Any]) -> Decision:
    """Return a decision of the case file."""
    changes = dict(given)
    if "period" in changes:
        changes["period"] = Period(*changes["period"])
    if "finding" in changes:
        changes["finding"] = Finding.of(changes["finding"])
    return a_decision(**changes)


def kim_of(case: dict[str, Any]) -> Any:
    """Return the KIM of a case: an eligible candidate, with what the case says."""
    return a_candidate(**read_changes(case))


def carried_out(case: dict[str, Any]) -> tuple[Any, list[Decision]]:
    """Return the KIM of a case and the decisions that were allowed; the last is forbidden where the case says so."""
    kim = kim_of(case)
    made: list[Decision] = []
    wanted = [decision_of(d) for d in case["decisions"]]
    allowed = wanted[:-1] if "refused" in case else wanted
    for decision in allowed:
        made.append(allow(decided(kim, made), rulebook(), decision))
    if "refused" in case:
        with pytest.raises(NotAllowed) as caught:
            allow(decided(kim, made), rulebook(), wanted[-1])
        id, en = case["refused"]
        assert id in caught.value.say("id")
        assert en in caught.value.say("en")
        assert objection(decided(kim, made), rulebook(), wanted[-1]) is not None
    return kim, made


@EACH
def test_a_partnership_goes_as_the_case_says(case: Any) -> None:
    """What is forbidden says which condition forbids it, in both languages; the states follow from what is allowed."""
    kim, made = carried_out(case)
    found = [[day, assessed(decided(kim, made), day).partnership.code] for day, _ in case["states"]]
    assert found == case["states"]


@EACH
def test_the_history_tells_every_decision_in_order(case: Any) -> None:
    """The history holds each decision once, oldest first, beside what the register says."""
    kim, made = carried_out(case)
    events = history(kim, made)
    assert all(a.on <= b.on for a, b in pairwise(events))
    assert sorted(e.on for e in events if e.source.en == "decision") == sorted(d.on for d in made)
    assert len(history(kim)) == len(events) - len(made)
