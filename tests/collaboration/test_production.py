"""Keeping to the production schedule, measured from the log."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.collaboration import KeepingState, Production, keeping
from kimcore.community import Activity
from kimcore.values import Period
from tests.collaboration.made_up import DAY, START, a_trial

FIRST = date(2026, 3, 10)
END = date(2026, 5, 1)


def on(*days: int, count: int | None = None) -> list[Activity]:
    """Return activities so many days after the first due day."""
    return [Activity(on=FIRST + timedelta(n), count=count) for n in days]


def trial(*days: int, **changes: Any) -> Any:
    """Return a trial with contents due so many days after the first."""
    return a_trial(**{"schedule": tuple(Production(on=FIRST + timedelta(n)) for n in days)} | changes)


def states(due: list[int], log: list[Activity], day: date = END, **changes: Any) -> list[str]:
    """Return what became of the contents of a schedule."""
    return [row.state.code for row in keeping(trial(*due, **changes), log, day).rows]


@pytest.mark.clause("IV.B.B.trial.3")
@pytest.mark.parametrize(
    ("due", "log", "wanted"),
    [
        ([0], on(-1), ["kept"]),
        ([0], on(0), ["kept"]),
        ([0], on(1), ["late"]),
        ([0, 7], on(0, 7), ["kept", "kept"]),
        ([0, 7], on(7), ["missed", "kept"]),
        ([0, 7], on(8), ["late", "missed"]),
        ([0, 7], on(1, 2), ["late", "kept"]),
        ([0, 7], on(-3, -2), ["kept", "kept"]),
        ([0, 7, 14], on(8, 20), ["late", "missed", "kept"]),
        ([0, 7], on(-1, count=2), ["kept", "kept"]),
        ([0, 7], on(-1, count=1), ["kept", "missed"]),
        ([0], on(-1, count=0), ["missed"]),
        ([0, 7], on(-1, count=2**62), ["kept", "kept"]),
        ([], on(0), []),
    ],
)
def test_contents_are_kept_late_or_missed(due: list[int], log: list[Activity], wanted: list[str]) -> None:
    """Each activity goes to the earliest content still open and due then or later; what is left makes good a miss."""
    assert states(due, log) == wanted


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_content_is_missed_from_its_day_on(days: int) -> None:
    """Before, it is not due yet; an activity of a later day does not count yet."""
    log = [*on(-20), Activity(on=FIRST + DAY)]
    found = keeping(trial(0), log, FIRST + days * DAY)
    assert [row.state.code for row in found.rows] == [{-1: "ahead", 0: "missed", 1: "late"}[days]]
    assert [row.done for row in found.rows] == [FIRST + DAY if days == 1 else None]
    assert found.on == FIRST + days * DAY


def test_only_activities_of_the_term_count() -> None:
    """Without a term all do."""
    assert states([0], on(-9)) == ["missed"]
    assert states([0], on(-8)) == ["kept"]
    assert states([0], on(-9), term=None) == ["kept"]
    assert states([0], on(2), term=Period(START, FIRST + DAY)) == ["missed"]


@pytest.mark.clause("IV.B.B.trial.3")
def test_what_the_log_does_not_tell_is_unknown() -> None:
    """An empty log, or an activity without a day that took place, leaves open what was not fulfilled."""
    assert states([0, 99], []) == ["unknown", "ahead"]
    assert states([0, 7], [*on(0), Activity(on=None)]) == ["kept", "unknown"]
    assert states([0, 7], [*on(0), Activity(on=None, count=0)]) == ["kept", "missed"]
    assert keeping(trial(0), [*on(0), Activity(), Activity(count=0), Activity(count=3)], END).undated == 2


@pytest.mark.clause("IV.B.B.trial.3")
def test_the_share_kept_is_of_what_was_due() -> None:
    """It is unknown where nothing was due or a content is unknown."""
    found = keeping(trial(0, 7, 99), on(0), END)
    assert [found.number(s) for s in KeepingState] == [1, 0, 1, 1, 0]
    assert found.share == 0.5
    assert keeping(trial(0, 1), on(0, 1), END).share == 1
    assert keeping(trial(0), on(1), END).share == 0
    assert keeping(trial(99), on(-9), END).share is None
    assert keeping(trial(0), [], END).share is None
    assert keeping(trial(), on(0), END).share is None


def test_the_schedule_is_read_by_its_days() -> None:
    """Whatever the order in which it was recorded."""
    rows = keeping(trial(7, 0), on(-1), END).rows
    assert [row.production.on for row in rows] == [FIRST, FIRST + 7 * DAY]
    assert [row.state.code for row in rows] == ["kept", "missed"]


@given(st.lists(st.integers(0, 20), max_size=6), st.lists(st.integers(0, 20), max_size=6), st.randoms())
def test_each_activity_fulfils_one_content_at_most(due: list[int], days: list[int], random: Any) -> None:
    """As many are fulfilled as can be, no day is used twice, and the order of the log makes no difference."""
    log = on(*days)
    found = keeping(trial(*due, term=None), log, END).rows
    used = [row.done for row in found if row.done is not None]
    assert len(used) == min(len(due), len(days))
    assert all(used.count(day) <= [a.on for a in log].count(day) for day in used)
    random.shuffle(log)
    assert keeping(trial(*due, term=None), log, END).rows == found


@given(st.lists(st.integers(0, 20), max_size=5), st.lists(st.integers(0, 20), max_size=5), st.integers(0, 20))
def test_one_more_activity_never_makes_a_schedule_worse(due: list[int], days: list[int], more: int) -> None:
    """No fewer contents are on schedule, nor fewer fulfilled at all."""
    less, more_ = (keeping(trial(*due, term=None), on(*log), END) for log in (days or [99], [*(days or [99]), more]))
    kept, late = KeepingState.KEPT, KeepingState.LATE
    assert more_.number(kept) >= less.number(kept)
    assert more_.number(kept) + more_.number(late) >= less.number(kept) + less.number(late)
