"""Works, disqualifications and protests."""

from typing import Any

import pytest
from attrs import evolve

from kimcore.collaboration import CategoryKind, Disqualification, Protest, ProtestOutcome, WorkKind
from kimcore.errors import InvalidValue
from tests.collaboration.made_up import DAY, START, an_entry


@pytest.mark.clause("IV.E.work.1", "IV.E.work.2", "IV.E.work.3", "IV.E.work.4")
def test_there_are_four_kinds_of_works() -> None:
    """Each with its clause."""
    assert [(k.code, k.clause.id) for k in WorkKind] == [
        ("audio_visual", "IV.E.work.1"),
        ("visual", "IV.E.work.2"),
        ("audio", "IV.E.work.3"),
        ("text_visual", "IV.E.work.4"),
    ]


@pytest.mark.clause("IV.E.competition")
def test_four_categories_are_named_by_the_guideline() -> None:
    """Another is recorded as text."""
    assert [k.code for k in CategoryKind] == ["video", "news", "blog", "photography"]


def out(**changes: Any) -> Disqualification:
    """Return a disqualification of the first day."""
    given: dict[str, Any] = {"on": START, "by": "made-up juror", "reason": "contoh"}
    return Disqualification(**given | changes)


@pytest.mark.parametrize(
    ("changes", "wanted"), [({"by": "", "reason": " "}, "by, reason"), ({"by": " "}, "by"), ({"reason": ""}, "reason")]
)
def test_a_disqualification_has_its_reason(changes: dict[str, str], wanted: str) -> None:
    """And says who decided."""
    with pytest.raises(InvalidValue, match=f"a disqualification needs: {wanted}") as caught:
        out(**changes)
    error = caught.value
    assert (error.code, error.field) == ("disqualification_incomplete", wanted.partition(",")[0])
    assert error.clause == "IV.E.own.run"
    assert error.say("id") == f"diskualifikasi memerlukan: {wanted}"


@pytest.mark.clause("IV.E.own.run")
def test_a_work_takes_part_until_it_is_disqualified() -> None:
    """From the day of its registration, up to the eve of its disqualification."""
    entry = an_entry(registered=START)
    assert [entry.takes_part(START + n * DAY) for n in (-1, 0, 1)] == [False, True, True]
    gone = evolve(entry, disqualified=out(on=START + DAY))
    assert [gone.takes_part(START + n * DAY) for n in (-1, 0, 1, 2)] == [False, True, False, False]


def protest(**changes: Any) -> Protest:
    """Return a protest of the first day, decided two days later."""
    given: dict[str, Any] = {"entry": "work_1", "kim": "kim-2", "on": START, "text": "contoh"}
    given |= {"outcome": ProtestOutcome.REJECTED, "decided": START + 2 * DAY}
    return Protest(**given | {"officer": "made-up officer", "reason": "contoh"} | changes)


@pytest.mark.clause("IV.E.own.run")
@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"text": " "}, "text"),
        ({"decided": None}, "decided"),
        ({"decided": START - DAY}, "decided"),
        ({"officer": "", "reason": ""}, "officer, reason"),
        ({"reason": "", "text": "", "decided": None}, "text, decided, reason"),
    ],
)
def test_a_protest_is_decided_with_day_officer_and_reason(changes: dict[str, Any], wanted: str) -> None:
    """A decision is not older than the protest; all that lacks is named at once."""
    with pytest.raises(InvalidValue, match=f"a protest, or its decision, needs: {wanted}") as caught:
        protest(**changes)
    error = caught.value
    assert (error.code, error.field) == ("protest_incomplete", wanted.partition(",")[0])
    assert error.clause == "IV.E.own.run"
    assert error.say("id") == f"keberatan atau putusannya memerlukan: {wanted}"


@pytest.mark.clause("IV.E.own.run")
def test_a_protest_is_open_until_it_is_decided() -> None:
    """From its day to the eve of the decision; without one it stays open; it may be decided on its day."""
    assert [protest().is_open(START + n * DAY) for n in (-1, 0, 1, 2, 3)] == [False, True, True, False, False]
    undecided = protest(outcome=None, decided=None, officer="", reason="")
    assert [undecided.is_open(START + n * DAY) for n in (-1, 0, 99)] == [False, True, True]
    assert protest(outcome=None).is_open(START + 9 * DAY)
    assert not protest(decided=START).is_open(START)
    assert [o.code for o in ProtestOutcome] == ["upheld", "rejected"]
