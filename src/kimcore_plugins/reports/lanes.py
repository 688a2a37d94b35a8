"""Lanes: a timeline as a page shows it, every text already said in one language and cleaned."""

from collections.abc import Iterator

from attrs import Factory, field, frozen

from kimcore.tables import Timeline
from kimcore.terms import Language, Text
from kimcore_plugins.reports.parts import Label, TablePart, say, within
from kimcore_plugins.reports.plain import clean
from kimcore_plugins.reports.saying import say_date, say_month
from kimcore_plugins.reports.sheets import moment_line, timeline_table
from kimcore_plugins.reports.timeline import LEFT, TOP, WIDTH, Lane, Plotted, Spot, plot
from kimcore_plugins.reports.wording import BARS, BARS_LEFT_OUT

__all__ = ["Row", "TimelinePart"]

NAME = 42
MIDDLE = (LEFT + WIDTH) / 2


@frozen(kw_only=True)
class Row:
    """A row of the drawing: its lane, its name as far as there is room, and its whole title."""

    lane: Lane
    text: str
    title: str
    language: Language

    @property
    def y(self) -> float:
        """The top of the row in pixels."""
        return self.lane.y

    def said(self, spot: Spot) -> str:
        """Return what a mark stands for."""
        return say(moment_line(spot.moment), self.language)


@frozen(kw_only=True)
class TimelinePart:
    """A timeline on a page: its drawing, the months, and the list of its bars."""

    id: str
    timeline: Timeline
    language: Language
    drawing: Plotted = field(init=False, default=Factory(lambda self: plot(self.timeline), takes_self=True))
    width: int = WIDTH
    left: int = LEFT
    top: int = TOP

    @property
    def title(self) -> str:
        """The title."""
        return say(self.timeline.title, self.language)

    @property
    def description(self) -> str:
        """What the drawing shows, for those who cannot see it."""
        drawn = BARS.format(count=len(self.drawing.lanes), on=self.timeline.on)
        return say(drawn, self.language)

    @property
    def today(self) -> str:
        """The day of the report."""
        return say_date(self.timeline.on, self.language)

    @property
    def today_anchor(self) -> str:
        """On which side of its line the day is written."""
        return "start" if self.drawing.today < MIDDLE else "end"

    @property
    def months(self) -> list[Label]:
        """The months along the top."""
        return [Label(say_month(month, self.language), x, 0) for month, x in self.drawing.months]

    @property
    def rows(self) -> Iterator[Row]:
        """Yield the rows of the drawing."""
        for lane in self.drawing.lanes:
            bar = lane.bar
            first, last = (say_date(day, self.language) for day in (bar.first, bar.last))
            name = clean(bar.name)
            title = f"{name}: {first} – {last}, {say(bar.state, self.language)}"
            yield Row(lane=lane, text=within(name, NAME), title=title, language=self.language)

    @property
    def list(self) -> TablePart:
        """The list of all bars."""
        return TablePart(id=self.id, table=timeline_table(self.timeline), language=self.language)

    @property
    def remarks(self) -> tuple[Text, ...]:
        """How many bars are not drawn, then the notes of the timeline."""
        left_out = self.drawing.left_out
        return (*((BARS_LEFT_OUT.format(number=left_out),) if left_out else ()), *self.timeline.notes)
