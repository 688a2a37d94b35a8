"""Tabel 5.2: the dissemination log of a period."""

from datetime import date, timedelta

import pytest

from kimcore.community import Activity
from kimcore.monitoring import Sum, activity_log
from kimcore.values import Period
from tests.monitoring.builders import a_kim

PERIOD = Period(date(2026, 7, 1), date(2026, 9, 30))
DAY = timedelta(1)

pytestmark = pytest.mark.clause(
    "V.B.log.name", "V.B.log.activity", "V.B.log.format", "V.B.log.count", "V.B.log.date", "V.B.log.link"
)


def test_both_ends_of_the_period_belong_to_it() -> None:
    """Activities of the first and last day are in it, those of the days beside are not."""
    days = (PERIOD.start - DAY, PERIOD.start, PERIOD.end, PERIOD.end + DAY)
    found = activity_log([a_kim(log=tuple(Activity(on=d) for d in days))], PERIOD)
    assert [r.activity.on for r in found.rows] == [PERIOD.start, PERIOD.end]


def test_a_blank_count_is_unknown_and_a_0_is_not() -> None:
    """The numbers of activities add up over the known ones; a row of none stays a row."""
    log = tuple(Activity(on=PERIOD.start, count=c) for c in (3, None, 0))
    assert activity_log([a_kim(log=log)], PERIOD).counted == Sum(3, 2, 3)


def test_rows_without_a_date_stand_apart() -> None:
    """An activity without a date is in no period, but is not lost."""
    found = activity_log([a_kim(log=(Activity(activity="Siaran", count=4),))], PERIOD)
    assert (found.rows, found.counted) == ((), Sum(None, 0, 0))
    assert [(r.name, r.activity.activity) for r in found.undated] == [("KIM Anyelir", "Siaran")]


def test_rows_stand_by_date_then_name() -> None:
    """The order does not depend on the order of the KIMs."""
    kims = [
        a_kim("k1", "kim b", log=(Activity(on=PERIOD.start, activity="2"), Activity(on=PERIOD.end, activity="3"))),
        a_kim("k2", "KIM A", log=(Activity(on=PERIOD.start, activity="1"),)),
    ]
    for order in (kims, kims[::-1]):
        assert [r.activity.activity for r in activity_log(order, PERIOD).rows] == ["1", "2", "3"]


def test_rows_with_a_proof_are_counted() -> None:
    """The log says how many of its rows can be verified."""
    log = (Activity(on=PERIOD.start, proof="https://example.org/1"), Activity(on=PERIOD.start))
    assert activity_log([a_kim(log=log)], PERIOD).with_proof == 1
