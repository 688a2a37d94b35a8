"""A timeline on a page: a row per work, a mark per moment, and a list that says the same in words."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from kimcore.reports.timelines import MomentKind
from kimcore.results import WorkGroup
from kimcore.tables import Bar, Moment, Report, Timeline
from kimcore.terms import Text
from kimcore_plugins.reports.page import render
from kimcore_plugins.reports.sheets import timeline_table
from kimcore_plugins.reports.timeline import LEFT, MOST, RIGHT, plot
from kimcore_plugins.reports.xlsx import XlsxWriter
from tests.workspace.registers import sheets_of

ON = date(2026, 11, 24)
DAY = timedelta(days=1)


def a_moment(on: date, kind: MomentKind = MomentKind.DONE) -> Moment:
    """Return a moment."""
    return Moment(on=on, what=Text("Tahap contoh", "Made-up stage"), kind=kind)


def a_bar(first: date, last: date, name: str = "Contoh", group: WorkGroup = WorkGroup.EVENTS) -> Bar:
    """Return a bar with a moment on its last day."""
    return Bar(name=name, group=group, first=first, last=last, state=group, moments=(a_moment(last),))


def a_timeline(*bars: Bar, on: date = ON) -> Timeline:
    """Return a timeline."""
    return Timeline(key="timeline", name=Text("Linimasa", "Timeline"), title=Text("L", "T"), on=on, bars=bars)


def a_report(*bars: Bar) -> Report:
    """Return a report that has a timeline alone."""
    return Report(title=Text("Laporan", "Report"), particulars=(), tables=(), timelines=(a_timeline(*bars),))


@pytest.mark.parametrize("days", [0, 1, 40, 400, 4000, 40000])
def test_everything_lies_within_the_drawing(days: int) -> None:
    """Whether the bar lasts a day or a century."""
    found = plot(a_timeline(a_bar(ON - days * DAY, ON)))
    (lane,) = found.lanes
    assert LEFT <= lane.x < RIGHT
    assert lane.x + lane.width <= RIGHT + 6
    assert LEFT <= found.today <= RIGHT
    assert all(LEFT <= spot.x <= RIGHT for spot in lane.spots)
    assert 1 <= len(found.months) <= 13
    assert [x for _, x in found.months] == sorted(x for _, x in found.months)


@pytest.mark.parametrize(("number", "left_out"), [(MOST - 1, 0), (MOST, 0), (MOST + 1, 1)])
def test_of_many_bars_those_that_end_last_are_drawn(number: int, left_out: int) -> None:
    """The list has all of them, and the page says how many are not drawn."""
    bars = [a_bar(ON - n * DAY, ON - n * DAY, name=f"Contoh {n}") for n in range(number)]
    found = plot(a_timeline(*bars))
    assert (len(found.lanes), found.left_out) == (number - left_out, left_out)
    assert len(timeline_table(a_timeline(*bars)).rows) == number
    page = render(a_report(*bars), "en")
    assert ("1 that end earlier are not drawn" in page) is bool(left_out)
    assert page.count(f"Contoh {number - 1}:") == (not left_out)


def test_groups_have_colours_of_their_own() -> None:
    """In the order in which they appear."""
    bars = [a_bar(ON, ON, group=group) for group in WorkGroup]
    assert [lane.colour for lane in plot(a_timeline(*bars)).lanes] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_page_says_in_words_what_it_draws(language: str) -> None:
    """The drawing has a title and a description, and the list beside it each day."""
    bar = a_bar(ON - DAY, ON)
    page = render(a_report(bar), language)  # type: ignore[arg-type]
    assert 'aria-labelledby="l1-title l1-desc"' in page
    said = {
        "id": ("24 November 2026: Tahap contoh (tahap selesai)", "23 Nov 2026"),
        "en": ("Made-up stage (stage done)",),
    }
    assert all(text in page for text in said[language])


@pytest.mark.parametrize("kind", list(MomentKind))
def test_each_kind_of_moment_has_a_mark_and_a_legend(kind: MomentKind) -> None:
    """Told apart by shape, not by colour alone."""
    bar = Bar(
        name="x", group=WorkGroup.EVENTS, first=ON, last=ON, state=WorkGroup.EVENTS, moments=(a_moment(ON, kind),)
    )
    page = render(a_report(bar), "en")
    assert page.count('class="spot') == 2
    assert f"</svg>{kind.say('en')}</li>" in page


def test_names_from_data_are_escaped() -> None:
    """Nothing in a title becomes markup."""
    page = render(a_report(a_bar(ON, ON, name="<script>x</script>")), "en")
    assert "<script" not in page


def test_a_workbook_has_the_list(tmp_path: Path) -> None:
    """A sheet of its own."""
    XlsxWriter().write(a_report(a_bar(ON, ON)), tmp_path / "r.xlsx")
    rows = sheets_of(tmp_path / "r.xlsx")["Linimasa"]
    assert any("Contoh" in row for row in rows)
