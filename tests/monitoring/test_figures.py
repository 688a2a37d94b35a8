"""Power and influence on a date, with their parts."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.monitoring import Figure, Indicator, influence, power, standing
from tests.monitoring.builders import seen

CASES = Path(__file__).parent.parent / "cases" / "figures.toml"
DOCUMENT = tomllib.loads(CASES.read_text("utf-8"))
ON: date = DOCUMENT["on"]


def taken(case: dict[str, Any]) -> Figure:
    """Return the figure of a case."""
    rows = [
        seen(platform, account, day, None if value < 0 else value, content=content, indicator=indicator)
        for platform, account, content, indicator, day, value in case["records"]
    ]
    records = standing(rows).get("k1", ())
    return {"power": power, "influence": influence}[case["figure"]](records, ON, case.get("profile"))


@pytest.mark.parametrize("case", DOCUMENT["case"], ids=lambda c: str(c["title"]))
def test_a_figure_is_as_the_case_says(case: dict[str, Any]) -> None:
    """Each case of figures.toml gives the value and source that it expects."""
    found = taken(case)
    assert found.value == case.get("expect")
    assert (found.source.code if found.source else None) == case.get("source")


@pytest.mark.clause("III.A.s", "III.A.t")
def test_the_parts_add_up_and_carry_their_days() -> None:
    """A figure shows the latest record of each account, and the day of the latest of all."""
    rows = [seen("instagram", "b", date(2026, 11, 2), 5), seen("facebook", "a", date(2026, 11, 1), 7)]
    found = power(standing(rows)["k1"], ON)
    assert [(p.platform, p.account, p.value) for p in found.parts] == [
        (rows[1].platform, "a", 7),
        (rows[0].platform, "b", 5),
    ]
    assert (found.value, found.observed_on) == (12, date(2026, 11, 2))


@pytest.mark.clause("V.A.output")
@pytest.mark.parametrize(("age", "stale"), [(44, False), (45, False), (46, True)])
def test_an_observation_is_stale_after_45_days(age: int, stale: bool) -> None:
    """On its 45th day it is not stale, on the 46th it is."""
    found = power(standing([seen("facebook", "a", ON - timedelta(age), 7)])["k1"], ON)
    assert (found.stale, found.parts[0].stale) == (stale, stale)


def test_the_days_to_stale_are_a_parameter() -> None:
    """An office may set another number of days."""
    records = standing([seen("facebook", "a", ON - timedelta(11), 7)])["k1"]
    assert power(records, ON, stale_after=10).stale is True


def test_staleness_of_a_figure_is_that_of_its_latest_part() -> None:
    """One fresh account keeps the figure fresh; its old part is still marked."""
    rows = [seen("facebook", "a", ON - timedelta(90), 7), seen("facebook", "b", ON, 1)]
    found = power(standing(rows)["k1"], ON)
    assert found.stale is False
    assert [p.stale for p in found.parts] == [True, False]


def test_the_age_of_a_profile_figure_is_unknown() -> None:
    """The profile carries no date, so that its figure is neither stale nor fresh."""
    assert power((), ON, 700) == Figure(value=700, source=power((), ON, 700).source)
    assert power((), ON, 700).stale is None


def test_personal_particulars_do_not_reach_a_repr() -> None:
    """Accounts and links are not in the repr of a figure."""
    row = seen("facebook", "bu.siti", ON, 3, content="https://example.org/p/1", indicator="like")
    text = repr(influence(standing([row])["k1"], ON))
    assert "siti" not in text
    assert "example.org" not in text


def test_figures_of_one_kim_are_its_own() -> None:
    """Records are grouped by KIM."""
    found = standing([seen("facebook", "a", ON, 3, kim="k1"), seen("facebook", "a", ON, 9, kim="k2")])
    assert {kim: power(records, ON).value for kim, records in found.items()} == {"k1": 3, "k2": 9}


ROWS = st.builds(
    seen,
    st.sampled_from(["instagram", "facebook", "Radio Warga"]),
    st.sampled_from(["a", "A", "b"]),
    st.dates(ON - timedelta(9), ON + timedelta(3)),
    st.none() | st.integers(0, 50),
    content=st.sampled_from(["c1", "c2"]),
    indicator=st.sampled_from(["like", "share", "comment", "audience"]),
)


def slow_sum(rows: list[Any], wanted: set[Indicator], by_account: bool) -> int | None:
    """Return a figure the slow way: for every series, look through all rows from the last day back."""
    last = {row.key: (place, row) for place, row in enumerate(rows)}
    stands = [(r.observed, place, r) for place, r in last.values() if r.value is not None and r.observed <= ON]
    found = {}
    for _, _, row in sorted(stands, key=lambda triple: triple[:2]):
        if row.indicator in wanted:
            series = (str(row.platform), row.account.lower()) if by_account else (row.content, row.indicator)
            found[series] = row.value
    return sum(found.values()) if found else None


@given(st.lists(ROWS, max_size=12))
def test_figures_equal_the_slow_way(rows: list[Any]) -> None:
    """Grouping once and sorting gives what a search of every series gives."""
    records = standing(rows).get("k1", ())
    positive = {Indicator.LIKE, Indicator.SHARE, Indicator.RETWEET}
    assert power(records, ON).value == slow_sum(rows, {Indicator.AUDIENCE}, True)
    assert influence(records, ON).value == slow_sum(rows, positive, False)
