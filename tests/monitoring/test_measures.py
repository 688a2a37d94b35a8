"""Tabel 5.1: what the register can measure, per KIM and together."""

from datetime import date, timedelta
from typing import Any

import pytest

from kimcore.community import Activity
from kimcore.media import Platform
from kimcore.monitoring import (
    YARDSTICKS,
    Aspect,
    AudienceKind,
    Gathering,
    Kept,
    Measure,
    MeasureKind,
    Measures,
    Phase,
    Rate,
    Sum,
    Survey,
    measure,
    standing,
)
from kimcore.monitoring.yardsticks import audience_kind
from kimcore.values import Period
from tests.monitoring.builders import a_kim, seen, shown

PERIOD = Period(date(2026, 7, 1), date(2026, 9, 30))
BEFORE, WITHIN = PERIOD.start - timedelta(5), PERIOD.start + timedelta(5)


def taken() -> Measures:
    """Measure two made-up KIMs: the first is well recorded, of the second nothing is known."""
    rows = [
        seen("instagram", "a", BEFORE, 100),
        seen("instagram", "a", WITHIN, 120),
        seen("facebook", "a", WITHIN, 40),
        seen("website", "a.example", BEFORE, 10),
        seen("website", "a.example", WITHIN, 15),
        seen("instagram", "a", WITHIN, 7, content="c1", indicator="like"),
        seen("instagram", "a", WITHIN, 70, content="old", indicator="like"),
    ]
    contents = [shown("c1", WITHIN), shown("c2", WITHIN), shown("old", BEFORE), shown("c4", None)]
    log = (Activity(on=WITHIN, count=2), Activity(on=WITHIN), Activity(on=BEFORE, count=9), Activity(count=5))
    kims = [a_kim("k1", log=log), a_kim("k2", "KIM Melati")]
    return measure(kims, standing(rows), contents, PERIOD)


def one(key: str, measures: tuple[Measure, ...], kim: str | None = None) -> Measure:
    """Return the measure of a yardstick."""
    return next(m for m in measures if m.yardstick.key == key and m.kim == kim)


@pytest.mark.clause("V.A.output")
@pytest.mark.parametrize(
    ("key", "total"),
    [
        ("growth_followers", Sum(20, 1, 2)),
        ("growth_visitors", Sum(5, 1, 1)),
        ("growth_attendance", Sum(None, 0, 0)),
        ("activities", Sum(2, 1, 2)),
    ],
)
def test_output_is_growth_and_activities_of_the_period(key: str, total: Sum) -> None:
    """Growth adds up over accounts, activities over dated rows; each says how much was known."""
    assert one(key, taken().each, "k1").total == total


@pytest.mark.clause("II.A.p2", "II.A.p5")
def test_results_are_measured_in_quantity_and_quality_and_how_far_they_are_carried_on() -> None:
    """Output counts audiences and activities, outtakes responses; passing on (share, retweet) is one of them."""
    rows = [
        seen("twitter", "a", WITHIN, 3, content="c1", indicator="retweet"),
        seen("facebook", "a", WITHIN, 4, content="c2", indicator="share"),
    ]
    contents = [shown("c1", WITHIN, Platform.TWITTER), shown("c2", WITHIN, Platform.FACEBOOK)]
    kim = a_kim("k1", log=(Activity(on=WITHIN, count=2),))
    found = measure([kim], standing(rows), contents, PERIOD).together
    values = {m.yardstick.key: (m.yardstick.kind, m.total.value) for m in found}
    assert values["activities"] == (MeasureKind.OUTPUT, 2)
    assert values["share"] == (MeasureKind.OUTTAKE, 4)
    assert values["retweet"] == (MeasureKind.OUTTAKE, 3)
    assert values["like"] == (MeasureKind.OUTTAKE, None)


@pytest.mark.clause("V.A.outtake")
@pytest.mark.parametrize(
    ("key", "total"), [("like", Sum(7, 1, 2)), ("view", Sum(None, 0, 2)), ("retweet", Sum(None, 0, 0))]
)
def test_outtakes_are_responses_to_contents_of_the_period(key: str, total: Sum) -> None:
    """A content shown before the period does not count; an undisclosed figure is unknown."""
    assert one(key, taken().each, "k1").total == total


def test_what_has_no_date_is_counted_apart() -> None:
    """Contents and activities without a day are in no period, and each measure says how many there are."""
    found = taken()
    assert one("like", found.each, "k1").undated == 1
    assert one("activities", found.together).undated == 1
    assert one("growth_followers", found.together).undated == 0


@pytest.mark.clause("V.A.outcome", "V.A.outtake", "V.A.focus")
@pytest.mark.parametrize("key", ["survey", "discussion", "attendance"])
def test_what_nobody_recorded_is_unknown(key: str) -> None:
    """Outcome, talk in meetings and attendance are listed without a record too, and are unknown then, never 0."""
    assert one(key, taken().together).total == Sum(None, 0, 0)


@pytest.mark.clause("V.A.output", "V.A.outtake")
def test_gatherings_of_the_period_fill_attendance_and_discussion() -> None:
    """Both ends of the period belong to it; a blank count is unknown, and the audience series is not added."""
    days = (PERIOD.start - timedelta(1), PERIOD.start, PERIOD.end, PERIOD.end + timedelta(1), None)
    held = tuple(Gathering(kim="k1", title=str(n), held=day, attended=10, took_part=2) for n, day in enumerate(days))
    blank = Gathering(kim="k1", title="blank", held=WITHIN)
    rows = [seen("Tatap Muka", "Balai", BEFORE, 100), seen("Tatap Muka", "Balai", WITHIN, 130)]
    found = measure([a_kim("k1")], standing(rows), [], PERIOD, Kept(gatherings=(*held, blank))).together
    assert one("attendance", found).total == Sum(20, 2, 3)
    assert one("discussion", found).total == Sum(4, 2, 3)
    assert one("attendance", found).undated == 1
    assert one("growth_attendance", found).total == Sum(30, 1, 1)


@pytest.mark.clause("V.A.outcome")
def test_surveys_count_the_topics_that_rose() -> None:
    """A survey of the whole office counts beside those of KIMs, and stands in no KIM's own measures."""
    asked = [
        Survey(kim=kim, topic="t", aspect=Aspect.ATTITUDE, phase=phase, surveyed=WITHIN, answered=100, favourable=count)
        for kim, phase, count in (
            ("", Phase.BEFORE, 20),
            ("", Phase.AFTER, 60),
            ("k1", Phase.BEFORE, 60),
            ("k1", Phase.AFTER, 61),
            ("k2", Phase.BEFORE, 60),
        )
    ]
    kims = [a_kim("k1"), a_kim("k2", "KIM Melati")]
    found = measure(kims, {}, [], PERIOD, Kept(surveys=tuple(asked)))
    assert one("survey", found.together).total == Sum(1, 2, 3)
    assert one("survey", found.each, "k1").total == Sum(0, 1, 1)
    assert one("survey", found.each, "k2").total == Sum(None, 0, 1)


def test_all_together_is_the_sum_over_kims() -> None:
    """The totals have the known figures of each KIM and their coverage, in the order of Tabel 5.1."""
    found = taken()
    assert [m.yardstick for m in found.together] == list(YARDSTICKS)
    for m in found.together:
        parts: list[Any] = [e.total for e in found.each if e.yardstick is m.yardstick]
        assert m.total == type(m.total).merge(parts)
    assert len(found.each) == 2 * len(YARDSTICKS)


def test_no_kim_at_all_is_unknown() -> None:
    """An empty register measures nothing, and nothing is 0."""
    found = measure([], {}, [], PERIOD).together
    assert {(m.value, m.total.known, m.total.total) for m in found} == {(None, 0, 0)}


def test_a_rate_is_said_to_two_decimals() -> None:
    """The value of a measure is what tables and documents show; the sums behind it are whole."""
    found = one("active_weeks", taken().each, "k1")
    assert (found.value, found.total) == (7.14, Rate(Sum(1, 1, 1), Sum(14, 1, 1), 100))


def test_every_yardstick_says_what_it_is_in_both_languages() -> None:
    """Each has label, unit and definition in Indonesian and English, and the kinds stand in their order."""
    assert all(t.id and t.en for y in YARDSTICKS for t in (y.label, y.unit, y.definition))
    kinds = list(MeasureKind)
    assert [kinds.index(y.kind) for y in YARDSTICKS] == sorted(kinds.index(y.kind) for y in YARDSTICKS)
    assert len({y.key for y in YARDSTICKS}) == len(YARDSTICKS)


@pytest.mark.parametrize(
    ("medium", "kind"),
    [
        (Platform.WEBSITE, AudienceKind.VISITORS),
        (Platform.TIKTOK, AudienceKind.FOLLOWERS),
        ("Blogspot", AudienceKind.VISITORS),
        ("Tatap Muka", AudienceKind.ATTENDANCE),
        ("Grup Warga", AudienceKind.FOLLOWERS),
    ],
)
def test_the_medium_tells_what_its_audience_is(medium: Platform | str, kind: AudienceKind) -> None:
    """Sites have visitors, meetings attendees, all others followers."""
    assert audience_kind(medium) is kind
