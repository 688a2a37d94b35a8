"""The cases of facts.toml: from the record of a KIM over its facts to outcome, grounds and state."""

from datetime import date
from typing import Any

import pytest

from kimcore.factsheet import facts
from kimcore.rulebooks import rulebook
from kimcore.rules import Interpreter
from kimcore.testing import TODAY, a_kim
from kimcore.values import Outcome
from tests.builders import assessed
from tests.casefiles import read_cases, read_changes

CASES = read_cases("facts.toml")


def kim_of(case: dict[str, Any]) -> Any:
    """Return the KIM of a case: the one that meets everything, with what the case says."""
    return a_kim(**read_changes(case))


def shown(case: dict[str, Any], on: date) -> dict[str, Any]:
    """Return what a KIM shows of all that a case may expect."""
    found = assessed(kim_of(case), on)
    judgement = found.judgement
    return {
        "outcome": judgement[case["clause"]].code if case["clause"] in {r.id for r in rulebook()} else "",
        "grounds": list(judgement.grounds),
        "grounds_unknown": list(judgement.grounds_unknown),
        "not_met": list(judgement.not_met),
        "unknown": list(judgement.unknown),
        "status": judgement.status.code,
        "state": found.partnership.code,
    }


@pytest.mark.parametrize("case", CASES, ids=[c["says"] for c in CASES])
def test_a_record_has_what_the_case_expects(case: Any) -> None:
    """What the case says holds for the record of the KIM, and every expectation is of a known kind."""
    on = case.get("on", TODAY)
    expected = {k: v for k, v in case.items() if k not in ("says", "clause", "on", "kim")}
    assert expected
    assert {k: v for k, v in shown(case, on).items() if k in expected} == expected


@pytest.mark.parametrize("case", CASES, ids=[c["says"] for c in CASES])
def test_the_compiled_rules_agree_with_the_interpreter_on_records(case: Any) -> None:
    """Law 6 on records of KIMs: the compiled rules and the plain meaning agree, and every reason is whole."""
    on = case.get("on", TODAY)
    seen, bound = facts(kim_of(case), on), rulebook().as_of(on)
    see = Interpreter(seen, bound.numbers)
    judgement = bound.judge(seen)
    assert {rule.id: outcome for rule, outcome in judgement.outcomes()} == {r.id: see(r.when) for r in rulebook()}
    for finding in judgement.explain():
        assert bool(finding.missing) is (finding.outcome is Outcome.UNKNOWN)
        for said in (finding.reason.id, finding.reason.en):
            assert said.endswith(".")
            assert "{" not in said
            assert ": ." not in said
