"""Values: three-valued logic, periods, and what is recorded."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.errors import InvalidValue, UnknownTruth
from kimcore.values import DENIED, OPEN_ENDED, Answer, Outcome, Period, recorded

TRUTHS = {True: Answer.YES, False: Answer.NO, None: Answer.UNKNOWN}


@pytest.mark.parametrize(("truth", "answer"), TRUTHS.items())
@pytest.mark.parametrize("kind", [Answer, Outcome])
def test_a_truth_value_has_its_member(kind: Any, truth: Any, answer: Any) -> None:
    """True, False and None are the three members in order, and back."""
    assert kind.pick(truth).truth is truth
    assert Answer.pick(truth) is answer


def test_an_unknown_is_neither_true_nor_false() -> None:
    """Two-valued code cannot take an unknown for a no."""
    assert bool(Answer.YES)
    assert not Answer.NO
    assert bool(Outcome.MET)
    assert not Outcome.NOT_MET
    for unknown in (Answer.UNKNOWN, Outcome.UNKNOWN):
        with pytest.raises(UnknownTruth):
            bool(unknown)


def kleene_and(a: Any, b: Any) -> Any:
    """Return Kleene's conjunction of two of True, False and None, from its table."""
    return False if a is False or b is False else None if a is None or b is None else True


@pytest.mark.parametrize("a", TRUTHS)
@pytest.mark.parametrize("b", TRUTHS)
@pytest.mark.clause("II.B.5.order")
def test_the_logic_is_kleenes(a: Any, b: Any) -> None:
    """And, or and not follow the tables for every pair (R16)."""
    x, y = Outcome.pick(a), Outcome.pick(b)
    assert (x & y).truth is kleene_and(a, b)
    either = kleene_and(None if a is None else not a, None if b is None else not b)
    assert (x | y).truth is (None if either is None else not either)
    assert (~x).truth is (None if a is None else not a)


days = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))


@given(days, st.integers(0, 4000))
def test_both_days_belong_to_a_period(start: Any, length: Any) -> None:
    """First and last day are in, their neighbours are not, and the days are counted."""
    period = Period(start, start + timedelta(days=length))
    assert period.start in period
    assert period.end in period
    assert period.start - timedelta(days=1) not in period
    assert period.end + timedelta(days=1) not in period
    assert period.days == length + 1
    assert not period.is_open


def test_an_open_period_has_no_last_day() -> None:
    """It holds every later day and has no number of days."""
    period = Period(date(2026, 1, 1))
    assert period.is_open
    assert date(9000, 1, 1) in period
    assert OPEN_ENDED in period
    assert period.days is None
    assert "2026-01-01" not in period


def test_a_period_does_not_end_before_it_starts() -> None:
    """One day is a period, less is none."""
    assert Period(date(2026, 1, 1), date(2026, 1, 1)).days == 1
    with pytest.raises(InvalidValue) as caught:
        Period(date(2026, 1, 2), date(2026, 1, 1))
    assert caught.value.code == "period_reversed"


@pytest.mark.parametrize(
    ("value", "answer"),
    [
        (None, Answer.UNKNOWN),
        ("", Answer.UNKNOWN),
        (" \t\u00a0", Answer.UNKNOWN),
        (DENIED, Answer.NO),
        ("x", Answer.YES),
        ("-0", Answer.YES),
        (0, Answer.YES),
        (date(2026, 1, 1), Answer.YES),
    ],
)
@pytest.mark.clause("II.B.4.legal.2")
def test_what_is_recorded(value: Any, answer: Any) -> None:
    """R25: blank is unknown, a denial is no, anything else is recorded, 0 too."""
    assert recorded(value) is answer
