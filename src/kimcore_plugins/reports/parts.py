"""Parts: tables and charts as a page shows them, every text already said in one language and cleaned."""

from collections.abc import Iterator

from attrs import Factory, field, frozen

from kimcore.tables import Chart, Column, Table
from kimcore.terms import Language, Term, Text
from kimcore_plugins.reports.chart import HEIGHT, WIDTH, Cluster, Drawing, draw
from kimcore_plugins.reports.plain import clean
from kimcore_plugins.reports.saying import Said, say_cell, say_number
from kimcore_plugins.reports.sheets import chart_table
from kimcore_plugins.reports.wording import (
    AT_ONE_PLACE,
    COUNTED,
    CROWDED,
    CUT,
    DESCRIPTION,
    LEADERS,
    NO_MARKS,
    ROWS,
    STRETCHED,
    TABLE,
)

__all__ = ["Head", "Label", "MapPart", "TablePart", "say"]

WIDE = 10
NAMING = ("name", "kim", "group", "issue")
LOOKS = ((8, "w1"), (14, "w2"), (22, "w3"), (34, "w4"))
LABEL = 46
APART = 18


def say(text: Text | Term, language: Language) -> str:
    """Return a text in a language, cleaned."""
    return clean(text.say(language))


@frozen
class Head:
    """A heading and the class of its width."""

    text: str
    look: str


@frozen
class Label:
    """A text at a place of a drawing."""

    text: str
    x: float
    y: float
    anchor: str = "middle"


@frozen(kw_only=True)
class TablePart:
    """A table on a page; `naming` is the column that names its row."""

    id: str
    table: Table
    language: Language

    @property
    def title(self) -> str:
        """The title."""
        texts = (self.table.title, self.table.name, TABLE)
        return next(found for text in texts if (found := say(text, self.language).strip()))

    @property
    def caption(self) -> str:
        """The number of rows in words."""
        return f"{say(ROWS, self.language)}: {say_number(len(self.table.rows), self.language)}"

    @property
    def notes(self) -> tuple[Text, ...]:
        """The notes below the table."""
        return self.table.notes

    @property
    def heads(self) -> list[Head]:
        """The headings."""
        return [Head(say(column.heading, self.language), look(column)) for column in self.table.columns]

    @property
    def wide(self) -> bool:
        """Whether the table needs small print on paper."""
        return len(self.table.columns) > WIDE

    @property
    def naming(self) -> int:
        """The number of the column whose cell names its row."""
        keys = [column.key for column in self.table.columns]
        return next((keys.index(key) for key in NAMING if key in keys), 0)

    def rows(self) -> Iterator[list[Said]]:
        """Yield the rows, each cell said."""
        for row in self.table.rows:
            yield [say_cell(cell, self.language) for cell in row]


def look(column: Column) -> str:
    """Return the class for a column's width."""
    return next((name for limit, name in LOOKS if column.width <= limit), "w5")


@frozen(kw_only=True)
class MapPart:
    """A chart on a page: its drawing, labels and key list."""

    id: str
    chart: Chart
    language: Language
    drawing: Drawing = field(init=False, default=Factory(lambda self: draw(self.chart), takes_self=True))
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def title(self) -> str:
        """The title."""
        return say(self.chart.title, self.language)

    @property
    def x_name(self) -> str:
        """The name of the horizontal axis, as far as there is room."""
        return within(say(self.chart.x_label, self.language), 80)

    @property
    def y_name(self) -> str:
        """The name of the vertical axis, as far as there is room."""
        return within(say(self.chart.y_label, self.language), 70)

    @property
    def description(self) -> str:
        """What the drawing shows, for those who cannot see it."""
        chart = self.chart
        return say(DESCRIPTION.format(count=len(chart.marks), x=chart.x_label, y=chart.y_label), self.language)

    @property
    def key_list(self) -> TablePart:
        """The list of numbers, names and values."""
        return TablePart(id=self.id, table=chart_table(self.chart), language=self.language)

    @property
    def x_ticks(self) -> list[Label]:
        """The values along the horizontal axis (`x` is the pixel)."""
        axis, frame = self.drawing.x_scale, self.drawing.frame
        return [Label(self.number(value), frame.across(axis.place(value)), 0) for value in axis.ticks()]

    @property
    def y_ticks(self) -> list[Label]:
        """The values along the vertical axis (`y` is the pixel)."""
        axis, frame = self.drawing.y_scale, self.drawing.frame
        places = ((value, frame.down(axis.place(value))) for value in axis.ticks())
        return [Label(self.number(value), 0, y) for value, y in places if abs(y - (self.drawing.y_line or 0)) > APART]

    @property
    def corners(self) -> list[Label]:
        """The labels of the four corners."""
        frame = self.drawing.frame
        lefts, rights = (frame.left + 10, "start"), (frame.right - 10, "end")
        places = [(x, y, anchor) for y in (frame.top + 20, frame.bottom - 10) for x, anchor in (lefts, rights)]
        texts = (within(say(corner, self.language), LABEL) for corner in self.chart.corners)
        return [Label(text, *place) for text, place in zip(texts, places, strict=True)]

    @property
    def cut_labels(self) -> list[Label]:
        """The values of the cut-offs, beside their lines and outside the dots."""
        frame, plan, found = self.drawing.frame, self.drawing, []
        if plan.x_line is not None and self.chart.x_cut is not None:
            found.append(Label(self.cut(self.chart.x_cut), plan.x_line, frame.top - 8))
        if plan.y_line is not None and self.chart.y_cut is not None:
            found.append(Label(self.cut(self.chart.y_cut), frame.left - 8, plan.y_line + 5, "end"))
        return found

    def cut(self, value: float) -> str:
        """Return the label of a cut-off."""
        return CUT.format(value=self.number(value)).say(self.language)

    def number(self, value: float) -> str:
        """Return a number as the language writes it."""
        return say_number(value, self.language)

    def numbers(self, cluster: Cluster) -> str:
        """Return the numbers that a letter stands for."""
        return ", ".join(str(mark.number) for mark in cluster.marks)

    @property
    def remarks(self) -> list[Text]:
        """How to read the drawing, then the notes of the chart."""
        plan = self.drawing
        found = [LEADERS] if any(dot.moved for dot in plan.dots) else []
        if not plan.dots:
            found.append(NO_MARKS)
        axes = ((plan.x_scale, self.chart.x_label), (plan.y_scale, self.chart.y_label))
        found += [STRETCHED.format(axis=name) for axis, name in axes if axis.bend]
        if plan.crowded:
            found.append(COUNTED)
        elif plan.clusters:
            places = [AT_ONE_PLACE.format(letter=one.label, numbers=self.numbers(one)) for one in plan.clusters]
            listed = "; ".join(place.id for place in places)
            found.append(Text(f"{CROWDED.id}. {listed}.", f"{CROWDED.en}. {listed}."))
        return [*found, *chart_table(self.chart).notes]


def within(text: str, limit: int) -> str:
    """Return the text, or its beginning where a drawing has no room for more."""
    return text if len(text) <= limit else text[: limit - 1] + "…"
