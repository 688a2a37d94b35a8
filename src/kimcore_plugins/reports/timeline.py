"""Timeline: where the bars and marks of a timeline are drawn, a row per bar, the months along the top."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from attrs import evolve, frozen

from kimcore.tables import Bar, Moment, Timeline
from kimcore.terms import Term

__all__ = ["LEFT", "MOST", "RIGHT", "ROW", "TOP", "WIDTH", "Lane", "Plotted", "Spot", "plot"]

WIDTH: Final = 1120
LEFT: Final = 300
RIGHT: Final = 1104
TOP: Final = 52
ROW: Final = 26
MOST: Final = 60
"""How many bars are drawn: those that end last; the list holds all."""

COLOURS: Final = 7
MARKS: Final = 12
"""About how many months are written along the top at most."""

NARROWEST: Final = 6.0


@frozen(kw_only=True)
class Spot:
    """A mark on a bar: its moment, and where it stands."""

    moment: Moment
    x: float


@frozen(kw_only=True)
class Lane:
    """A row of the drawing: its bar, where that begins and how wide it is, its colour (1 to 6), its marks."""

    bar: Bar
    x: float
    y: float
    width: float
    colour: int
    spots: tuple[Spot, ...]


@frozen(kw_only=True)
class Plotted:
    """All that a page draws of a timeline: rows, months with their pixels, the line of today, the groups by colour."""

    lanes: tuple[Lane, ...]
    months: tuple[tuple[date, float], ...]
    today: float
    height: float
    groups: tuple[Term, ...]
    kinds: tuple[Term, ...]
    left_out: int

    def colour(self, group: Term) -> int:
        """Return the colour of a group: the first six have their own, all others share one."""
        place = self.groups.index(group) + 1
        return place if place < COLOURS else 0


@frozen(kw_only=True)
class Days:
    """The days of the drawing, from the first of a month to the last of one."""

    first: date
    last: date

    def across(self, day: date) -> float:
        """Return the pixel of the beginning of a day."""
        share = (day - self.first).days / max(1, (self.last - self.first).days + 1)
        return round(LEFT + share * (RIGHT - LEFT), 1)

    def months(self) -> Iterator[date]:
        """Yield the first days of months, as many as there is room for."""
        length = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        step = next((n for n in (1, 2, 3, 6, 12) if length / n <= MARKS), -(-length // (12 * MARKS)) * 12)
        for number in range(0, length, step):
            year, month = divmod(self.first.month - 1 + number, 12)
            yield date(self.first.year + year, month + 1, 1)


def plot(timeline: Timeline) -> Plotted:
    """Return a drawing of a timeline."""
    drawn = sorted(timeline.bars, key=lambda bar: bar.last)[-MOST:]
    shown = [bar for bar in timeline.bars if bar in drawn]
    days = days_of(shown, timeline.on)
    groups = tuple(dict.fromkeys(bar.group for bar in timeline.bars))
    empty = Plotted(
        lanes=(),
        months=tuple((month, days.across(month)) for month in days.months()),
        today=days.across(timeline.on),
        height=TOP + ROW * len(shown) + 12,
        groups=groups,
        kinds=tuple(dict.fromkeys(m.kind for bar in shown for m in bar.moments)),
        left_out=len(timeline.bars) - len(shown),
    )
    lanes = tuple(lane(bar, number, days, empty.colour(bar.group)) for number, bar in enumerate(shown))
    return evolve(empty, lanes=lanes)


def days_of(bars: list[Bar], on: date) -> Days:
    """Return the months in which bars and the day of the report lie."""
    first = min([*(bar.first for bar in bars), on]).replace(day=1)
    last = max([*(bar.last for bar in bars), on])
    following = (last.replace(day=28) + timedelta(days=4)).replace(day=1)
    return Days(first=first, last=following - timedelta(days=1))


def lane(bar: Bar, number: int, days: Days, colour: int) -> Lane:
    """Return the row of a bar."""
    x, end = days.across(bar.first), days.across(bar.last + timedelta(days=1))
    return Lane(
        bar=bar,
        x=x,
        y=TOP + ROW * number,
        width=round(max(NARROWEST, end - x), 1),
        colour=colour,
        spots=tuple(Spot(moment=m, x=days.across(m.on)) for m in bar.moments),
    )
