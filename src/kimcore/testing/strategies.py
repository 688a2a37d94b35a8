"""Strategies: the records of kimcore for hypothesis, each called to get a `SearchStrategy`.

A record is anything that its constructor allows, with texts that break careless code: most KIMs drawn meet few
conditions. Each function takes strategies for fields that should be drawn otherwise (`kims(cases=st.just(()))`).
"""

from datetime import date, timedelta
from typing import Any, Final

from attrs import fields_dict
from hypothesis import strategies as st

from kimcore.assessment import Assessment, assess
from kimcore.community import Case, Kim
from kimcore.factsheet import Facts, fact_names
from kimcore.issues import Issue
from kimcore.monitoring import Content, Gathering, Observation, Survey
from kimcore.partnership import Decision, DecisionKind
from kimcore.rulebooks import rulebook
from kimcore.testing.builders import TODAY, a_decision
from kimcore.testing.drawing import built, records, texts
from kimcore.values import OPEN_ENDED, Answer

__all__ = [
    "assessments",
    "cases",
    "contents",
    "decisions",
    "fact",
    "facts",
    "gatherings",
    "issues",
    "kims",
    "observations",
    "surveys",
    "texts",
]

Given = st.SearchStrategy[Any]
NEAR: Final = (-800, -366, -365, -364, -30, -1, 0, 1, 30, 400)
"""Days from the date of the rule at which outcomes change, and some beside them."""
SAID: Final = frozenset({"decree_pending", *(f"case_{n}" for n in range(1, 8))})
"""The facts that are yes or no and never unknown."""


def kims(**given: Given) -> st.SearchStrategy[Kim]:
    """Return KIMs in which every field varies."""
    return records(Kim, **given)


def cases(**given: Given) -> st.SearchStrategy[Case]:
    """Return cases, open and concluded, complete and not."""
    return records(Case, **given)


def issues(**given: Given) -> st.SearchStrategy[Issue]:
    """Return issues."""
    return records(Issue, **given)


def contents(**given: Given) -> st.SearchStrategy[Content]:
    """Return contents shown on platforms, known and unknown ones."""
    return records(Content, **given)


def surveys(**given: Given) -> st.SearchStrategy[Survey]:
    """Return surveys of KIMs and of the whole office, complete and not."""
    return records(Survey, **given)


def gatherings(**given: Given) -> st.SearchStrategy[Gathering]:
    """Return gatherings."""
    return records(Gathering, **given)


def observations(**given: Given) -> st.SearchStrategy[Observation]:
    """Return figures, 0 and withdrawn ones too."""
    return records(Observation, **given)


def decisions(**given: Given) -> st.SearchStrategy[Decision]:
    """Return decisions of every kind with what the kind needs; whether one is allowed depends on the KIM."""
    kinds = st.sampled_from([kind.code for kind in DecisionKind])
    return st.builds(a_decision, kinds, **given)


def assessments(on: date = TODAY, **given: Given) -> st.SearchStrategy[Assessment]:
    """Return KIMs judged by the guideline's rulebook on a date."""
    rules = rulebook().as_of(on)
    return kims(**given).map(lambda kim: assess(kim, rules))


def facts(on: date = TODAY, **given: Given) -> st.SearchStrategy[Facts]:
    """Return records of facts on a date, each fact drawn by itself: more than any KIM can show."""
    every = {name: fact(name, on) for name in fact_names()} | given
    return built(Facts, st.fixed_dictionaries({"on": st.just(on), **every}))


def fact(name: str, on: date = TODAY) -> Given:
    """Return the values of one fact, days near a date."""
    near = st.sampled_from([on + timedelta(days=n) for n in NEAR])
    if name in SAID:
        return st.sampled_from([Answer.YES, Answer.NO])
    if name == "decree_until":
        return st.none() | near | st.just(OPEN_ENDED)
    past = near.filter(lambda day: day <= on)
    of_type: dict[Any, Given] = {
        Answer: st.sampled_from(Answer),
        int: st.integers(0, 3),
        int | None: st.none() | st.integers(0, 3),
        date | None: st.none() | near,
        tuple[date, ...]: st.lists(past, max_size=3).map(lambda found: tuple(sorted(found, reverse=True))),
    }
    return of_type[fields_dict(Facts)[name].type]
