"""The strategies: what they draw is of its class, within the bounds of the fields, and as varied as it can be."""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import fields
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import find as find_smallest
from hypothesis import strategies as st

from kimcore import testing
from kimcore.assessment import Assessment
from kimcore.collaboration import (
    Award,
    CapacityEvent,
    CapacityNeeds,
    Collaboration,
    Competition,
    Material,
    StageOutcome,
    Trial,
)
from kimcore.community import Answers, Case, Kim, Profile
from kimcore.factsheet import Facts, fact_names
from kimcore.factsheet import facts as facts_of
from kimcore.issues import Issue
from kimcore.monitoring import Content, Observation
from kimcore.partnership import Decision
from kimcore.serialization import from_json, to_json
from kimcore.testing import TODAY, cases, facts, issues, kims
from kimcore.values import DENIED, Answer

WORKS = {
    "awards": Award,
    "collaborations": Collaboration,
    "competitions": Competition,
    "events": CapacityEvent,
    "materials": Material,
    "needs": CapacityNeeds,
    "trials": Trial,
}
KINDS = WORKS | {
    "assessments": Assessment,
    "cases": Case,
    "contents": Content,
    "decisions": Decision,
    "facts": Facts,
    "issues": Issue,
    "kims": Kim,
    "observations": Observation,
}


def find(strategy: Any, wanted: Any) -> Any:
    """Return the first thing drawn that is wanted; raise `NoSuchExample` for none."""
    return find_smallest(strategy, wanted, settings=settings(max_examples=5000, phases=[Phase.generate], database=None))


@pytest.mark.parametrize("name", KINDS)
@settings(max_examples=10)
@given(data=st.data())
def test_a_strategy_draws_its_class_and_is_shown_by_it(name: str, data: Any) -> None:
    """Each draws its own records, hashable ones, and its repr fits on a line."""
    strategy = getattr(testing, name)()
    found = data.draw(strategy)
    assert isinstance(found, KINDS[name])
    assert len(repr(strategy)) < 400


@settings(max_examples=30)
@given(kims())
def test_numbers_keep_the_bounds_of_their_fields(kim: Kim) -> None:
    """What a field's metadata bounds is drawn within the bounds, or left out."""
    for part, kind in ((kim.profile, Profile), (kim.answers, Answers)):
        for a in fields(kind):
            if "minimum" in a.metadata and (value := getattr(part, a.name)) is not None:
                assert a.metadata["minimum"] <= value <= a.metadata.get("maximum", value)


@pytest.mark.parametrize(
    "wanted",
    [
        lambda kim: kim.identity.village is DENIED,
        lambda kim: "1.02" in kim.profile.fields,
        lambda kim: any(case.is_complete for case in kim.cases),
        lambda kim: kim.answers.criminal_case is Answer.YES,
        lambda kim: kim.profile_term is None,
        lambda kim: "\x00" in kim.name,
        lambda kim: kim.profile.interest not in {None, 0} and isinstance(kim.profile.interest, float),
    ],
)
def test_every_field_varies(wanted: Any) -> None:
    """Fields with a default are drawn too: denials, texts that read like a code, complete cases, control characters."""
    assert wanted(find(kims(), wanted))


@settings(max_examples=10)
@given(kims(cases=st.just(()), id=st.just("k")), issues(title=st.just("t")))
def test_a_field_can_be_given(kim: Kim, issue: Issue) -> None:
    """A strategy for a field replaces the field's own."""
    assert (kim.cases, kim.id, issue.title) == ((), "k", "t")


@given(facts(on=date(2025, 1, 1)))
def test_facts_are_of_their_date(found: Facts) -> None:
    """Activities are never later than the date of the facts, and newest first."""
    assert found.on == date(2025, 1, 1)
    assert all(day <= found.on for day in found.activities)
    assert list(found.activities) == sorted(found.activities, reverse=True)


@pytest.mark.parametrize("name", fact_names())
def test_each_fact_takes_several_values(name: str) -> None:
    """No fact is drawn as always the same."""
    first = getattr(facts_of(testing.a_kim(), TODAY), name)
    assert getattr(find(facts(), lambda found: getattr(found, name) != first), name) != first


@given(cases(ground=st.just(7)))
def test_drawn_records_can_be_stored(case: Case) -> None:
    """What is drawn comes back from its JSON."""
    assert from_json(to_json(case), Case) == case
    assert case.rule == "II.B.6.7"


@pytest.mark.parametrize("day", [TODAY, TODAY - timedelta(days=1)])
def test_near_the_date_means_on_both_sides(day: date) -> None:
    """A decree's last day is drawn on the date itself, and on the day before it."""
    assert find(facts(), lambda found: found.decree_until == day).decree_until == day


@pytest.mark.parametrize("name", WORKS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_a_work_is_drawn_by_its_class_and_survives_the_store(name: str, data: Any) -> None:
    """`st.from_type` gives what the function gives; as JSON and back it is the same."""
    found = data.draw(st.from_type(WORKS[name]))
    assert isinstance(found, WORKS[name])
    assert from_json(to_json(found), WORKS[name]) == found


@pytest.mark.parametrize("name", sorted(set(WORKS) - {"needs"}))
def test_works_are_drawn_in_every_stage(name: str) -> None:
    """Not begun, finished, with a stage skipped, and called off."""
    strategy = getattr(testing, name)()
    assert find(strategy, lambda work: work.progress.records == ())
    assert find(strategy, lambda work: len(work.progress.records) == len(work.plan.ids))
    assert find(strategy, lambda work: any(r.outcome is StageOutcome.SKIPPED for r in work.progress.records))
    assert find(strategy, lambda work: work.progress.cancelled is not None)
