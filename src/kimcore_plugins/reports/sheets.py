"""Sheets: names that a workbook accepts, how wide and high things stand, and charts and timelines as tables."""

import math
import re
from collections.abc import Iterable

from kimcore.tables import Cell, Chart, Column, Moment, Table, Timeline
from kimcore.terms import Language, Text
from kimcore_plugins.reports.cells import LINE, TALLEST, lines_of
from kimcore_plugins.reports.plain import clean, units
from kimcore_plugins.reports.wording import (
    CORNERS,
    CUT_OFF,
    FIRST,
    GROUP,
    LAST,
    MOMENT,
    MOMENTS,
    NAME,
    NO_CUT_OFF,
    NUMBER,
    STATE,
    TABLE,
)

__all__ = [
    "chart_table",
    "cut_off_notes",
    "heights",
    "moment_line",
    "pages_across",
    "sheet_names",
    "spans",
    "timeline_table",
    "width_of",
]

NAME_LIMIT = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\'#\s]+")
RESERVED = "history"
READABLE = 100.0
PAPER = 185.0


def sheet_names(names: Iterable[str], language: Language) -> list[str]:
    """Return sheet names like these that a workbook accepts: cleaned, at most 31 long, unique whatever the case."""
    taken: set[str] = {RESERVED}
    found: list[str] = []
    for name in names:
        wanted = FORBIDDEN.sub(" ", clean(name)).strip() or TABLE.say(language)
        fitting = unique(wanted, taken)
        taken.add(fitting.casefold())
        found.append(fitting)
    return found


def unique(name: str, taken: set[str]) -> str:
    """Return the name, cut to the limit, with a number behind it where it is already taken."""
    candidate, number = trimmed(name, NAME_LIMIT), 1
    while candidate.casefold() in taken:
        number += 1
        suffix = f" ({number})"
        candidate = trimmed(name, NAME_LIMIT - len(suffix)) + suffix
    return candidate


def trimmed(name: str, limit: int) -> str:
    """Return the name, or the beginning of it that a sheet can bear, in UTF-16 units, cut between words if it can."""
    if units(name) <= limit:
        return name
    while units(name) > limit - 1:
        name = name[:-1]
    head, _, _ = name.rpartition(" ")
    return (head if len(head) > limit / 2 else name).strip() + "…"


def width_of(column: Column) -> float:
    """Return a column's width in characters, with room for the filter button, within sensible bounds."""
    return float(min(max(column.width, 4) + 2, 70))


def pages_across(widths: list[float]) -> int:
    """Return on how many pages side by side the columns are still read with ease."""
    return max(1, math.ceil(sum(widths) / PAPER))


def spans(widths: list[float]) -> tuple[int, float]:
    """Return over how many columns a line of text is best merged, and how wide that is in characters."""
    total, count = 0.0, 0
    for width in [*widths, *[8.4] * 8]:
        if count and (total + width > READABLE or (count >= len(widths) and total >= READABLE / 2)):
            break
        total, count = total + width, count + 1
    return count, total


def heights(text: str, width: float, line: float = LINE) -> float:
    """Return how high a merged row must be for a text, in points: no program fits merged rows by itself."""
    return min(lines_of(text, width) * line, TALLEST)


def chart_table(chart: Chart) -> Table:
    """Return a chart's key list as a table: number, name, both values, and the group where there is one."""
    grouped = any(mark.group for mark in chart.marks)
    columns = (
        Column(key="number", heading=NUMBER, width=6),
        Column(key="name", heading=NAME, width=32),
        Column(key="x", heading=chart.x_label, width=14),
        Column(key="y", heading=chart.y_label, width=14),
        *((Column(key="group", heading=GROUP, width=20),) if grouped else ()),
    )
    rows: list[tuple[Cell, ...]] = [
        (mark.number, mark.name, mark.x, mark.y, *((mark.group,) if grouped else ())) for mark in chart.marks
    ]
    notes = (*cut_off_notes(chart), corner_note(chart), *chart.notes)
    return Table(key=chart.key, name=chart.title, title=chart.title, columns=columns, rows=tuple(rows), notes=notes)


def timeline_table(timeline: Timeline) -> Table:
    """Return a timeline as a table: each bar with its days, how far it is, and what happened in it."""
    columns = (
        Column(key="name", heading=NAME, width=38),
        Column(key="group", heading=GROUP, width=26),
        Column(key="first", heading=FIRST, width=14),
        Column(key="last", heading=LAST, width=14),
        Column(key="state", heading=STATE, width=20),
        Column(key="moments", heading=MOMENTS, width=60),
    )
    rows: list[tuple[Cell, ...]] = [
        (bar.name, bar.group, bar.first, bar.last, bar.state, tuple(map(moment_line, bar.moments)) or None)
        for bar in timeline.bars
    ]
    return Table(
        key=timeline.key,
        name=timeline.name,
        title=timeline.title,
        columns=columns,
        rows=tuple(rows),
        notes=timeline.notes,
    )


def moment_line(moment: Moment) -> Text:
    """Return what happened on a day as a line: the day, what it was, and of which kind."""
    return MOMENT.format(on=moment.on, what=moment.what, kind=moment.kind)


def cut_off_notes(chart: Chart) -> tuple[Text, ...]:
    """Return one sentence per axis with its cut-off, or that it is unknown."""
    axes = ((chart.x_label, chart.x_cut), (chart.y_label, chart.y_cut))
    return tuple(
        NO_CUT_OFF.format(axis=axis) if cut is None else CUT_OFF.format(axis=axis, value=spoken(cut))
        for axis, cut in axes
    )


def spoken(value: float) -> Text:
    """Return a number as it is read in each language: 12,5 and 12.5."""
    english = f"{value:,.6g}"
    return Text(english.translate(str.maketrans(",.", ".,")), english)


def corner_note(chart: Chart) -> Text:
    """Return the labels of the four corners in one sentence: top left, top right, bottom left, bottom right."""
    arrows = zip("↖↗↙↘", chart.corners, strict=True)
    parts = [Text(f"{arrow} {corner.id}", f"{arrow} {corner.en}") for arrow, corner in arrows]
    return CORNERS.format(corners=Text("; ".join(p.id for p in parts), "; ".join(p.en for p in parts)))
