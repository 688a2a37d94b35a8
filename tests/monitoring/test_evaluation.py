"""Evaluation: what speaks for going on with a KIM, what against, and what cannot be told."""

from datetime import date, timedelta
from typing import Any

import pytest

from kimcore.community import Activity
from kimcore.monitoring import (
    Aspect,
    Consideration,
    Content,
    Dossier,
    Evaluation,
    Gathering,
    Material,
    Phase,
    Side,
    Survey,
    Yields,
    activity_log,
    evaluate,
    proofs_of,
    standing,
    yields_of,
)
from kimcore.values import Period
from tests.monitoring.builders import a_kim, seen

PERIOD = Period(date(2026, 7, 1), date(2026, 9, 30))
BEFORE, WITHIN = PERIOD.start - timedelta(5), PERIOD.start + timedelta(5)
LINK = "https://example.org/1"

pytestmark = pytest.mark.clause("V.B.continue")


def evaluated(*log: Activity, rates: tuple[float, ...] = (), rows: Any = (), **kept: Any) -> Evaluation:
    """Return the evaluation of a made-up KIM with a log, figures, and what else is kept."""
    kim = a_kim("k1", log=log)
    material = Material.of(Dossier(kim=kim, records=standing(rows).get("k1", ()), **kept), PERIOD)
    proofs = proofs_of(activity_log([kim], PERIOD)).every
    return evaluate(material, proofs, Yields(rates=rates), PERIOD)


def about(subject: str, found: Evaluation) -> Consideration:
    """Return the one consideration of a subject."""
    (one,) = [c for c in found.considerations if c.subject == subject]
    return one


def test_of_a_kim_without_records_nothing_can_be_told() -> None:
    """Nothing speaks for it or against it; each reason says what to record."""
    found = evaluated()
    assert found.on_side(Side.FOR) == found.on_side(Side.AGAINST) == ()
    assert [c.subject for c in found.considerations] == [
        "activities",
        "dormancy",
        "growth",
        "engagement",
        "discussion",
        "survey",
    ]
    assert all("lembar" in c.text.id or "Catat" in c.text.id for c in found.considerations)


def test_each_reason_has_its_day_clause_and_source() -> None:
    """The day is of what it rests on, else the last of the period; words exist in both languages."""
    found = evaluated(Activity(on=WITHIN, count=3, proof=LINK), gatherings=(Gathering(kim="k1", held=WITHIN),))
    one = about("activities", found)
    assert (one.side, one.on, one.clause.id) == (Side.FOR, WITHIN, "V.A.output")
    assert one.source.say("en") == "Tabel 5.2, sheet Diseminasi"
    assert "3 activities" in one.text.say("en")
    assert about("growth", found).on == PERIOD.end
    assert all(c.text.id != c.text.en and c.source.id and c.clause for c in found.considerations)


@pytest.mark.parametrize(
    ("log", "side"),
    [
        ((Activity(on=WITHIN),), Side.FOR),
        ((Activity(on=WITHIN, count=0),), Side.AGAINST),
        ((Activity(on=BEFORE),), Side.AGAINST),
        ((Activity(on=BEFORE), Activity()), Side.UNTOLD),
        ((), Side.UNTOLD),
    ],
)
def test_activities_of_the_period(log: tuple[Activity, ...], side: Side) -> None:
    """A log that is kept and has none in the period speaks against; one with an undated row cannot tell."""
    assert about("activities", evaluated(*log)).side is side


@pytest.mark.parametrize(
    ("log", "sides"),
    [
        ((Activity(on=WITHIN, proof=LINK),), [Side.FOR]),
        ((Activity(on=WITHIN, proof=LINK), Activity(on=WITHIN, proof="foto")), [Side.UNTOLD]),
        ((Activity(on=BEFORE, proof=LINK), Activity(proof=LINK)), []),
    ],
)
def test_proofs_of_the_period(log: tuple[Activity, ...], sides: list[Side]) -> None:
    """All can be opened, or some cannot be verified yet; without rows there is nothing to verify."""
    assert [c.side for c in evaluated(*log).considerations if c.subject == "proofs"] == sides


@pytest.mark.parametrize(("age", "side"), [(364, Side.FOR), (365, Side.AGAINST)])
def test_a_dormant_kim(age: int, side: Side) -> None:
    """The latest day on record decides, and is named."""
    last = PERIOD.end - timedelta(age)
    one = about("dormancy", evaluated(Activity(on=last)))
    assert (one.side, one.on) == (side, last)


@pytest.mark.parametrize(("value", "side"), [(101, Side.FOR), (100, Side.AGAINST), (99, Side.AGAINST)])
def test_growth_of_audiences(value: int, side: Side) -> None:
    """Growth speaks for, none or a loss against, with how many accounts are known."""
    rows = [seen("facebook", "a", BEFORE, 100), seen("facebook", "a", WITHIN, value), seen("facebook", "b", WITHIN, 1)]
    one = about("growth", evaluated(rows=rows))
    assert (one.side, one.on) == (side, WITHIN)
    assert "1 dari 2" in one.text.id


CONTENT = Content(kim="k1", platform="Forum", account="a", link="c", shown=WITHIN)
ENGAGED = [seen("Forum", "a", WITHIN, 100), seen("Forum", "a", WITHIN, 10, content="c", indicator="comment")]


@pytest.mark.parametrize(
    ("rates", "side"),
    [((9.9, 10.0), Side.FOR), ((10.0, 10.0), Side.FOR), ((10.0, 10.2), Side.AGAINST), ((10.0,), Side.UNTOLD)],
)
def test_engagement_against_the_median_of_the_office(rates: tuple[float, ...], side: Side) -> None:
    """At the median is for; with nobody to compare with it cannot be told."""
    one = about("engagement", evaluated(rates=rates, rows=ENGAGED, contents=(CONTENT,)))
    assert one.side is side
    assert "10,0 %" in one.text.id
    assert "10.0 %" in one.text.en


def test_the_median_is_of_known_rates_alone() -> None:
    """A KIM whose rate is unknown is not among them."""
    dossier = Dossier(kim=a_kim("k1"), records=standing(ENGAGED)["k1"], contents=(CONTENT,))
    materials = [Material.of(dossier, PERIOD), Material.of(Dossier(kim=a_kim("k2")), PERIOD)]
    assert yields_of(materials).rates == (10.0,)
    assert yields_of(materials).median is None


@pytest.mark.parametrize(
    ("counts", "side"),
    [((1,), Side.FOR), ((0,), Side.AGAINST), ((None,), Side.UNTOLD), ((0, None), Side.UNTOLD), ((3, None), Side.FOR)],
)
def test_taking_part_in_discussion(counts: tuple[int | None, ...], side: Side) -> None:
    """Nobody is against only where every gathering is known."""
    held = tuple(Gathering(kim="k1", title=str(n), held=WITHIN, took_part=c) for n, c in enumerate(counts))
    assert about("discussion", evaluated(gatherings=held)).side is side


@pytest.mark.parametrize(
    ("after", "side"), [(80, Side.FOR), (50, Side.UNTOLD), (20, Side.AGAINST), (None, Side.UNTOLD)]
)
def test_surveys_of_the_kim(after: int | None, side: Side) -> None:
    """Only a clear change speaks; the interval stands in the words."""
    rows = tuple(
        Survey(kim="k1", topic="Gizi", aspect=aspect, phase=phase, surveyed=WITHIN, answered=100, favourable=count)
        for aspect in (Aspect.AWARENESS, None)
        for phase, count in ((Phase.BEFORE, 50), (Phase.AFTER, after))
    )
    found = [c for c in evaluated(surveys=rows).considerations if c.subject == "survey"]
    assert [c.side for c in found] == [side, side]
    assert all(("95 %" in c.text.id) == (after is not None) for c in found)


def test_nothing_is_decided_or_added_up() -> None:
    """An evaluation is its considerations: there is no score, no order of KIMs, no verdict."""
    found = evaluated(Activity(on=WITHIN))
    assert {name for name in dir(found) if not name.startswith("_")} == {"considerations", "kim", "on_side", "period"}
