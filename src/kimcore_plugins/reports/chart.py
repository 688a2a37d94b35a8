"""Chart: where the numbered dots of a quadrant map are drawn, so that a page shows each number apart."""

import math
from collections.abc import Iterator
from statistics import fmean

from attrs import evolve, frozen

from kimcore.tables import Chart, Mark
from kimcore.terms import Term
from kimcore_plugins.reports.scale import Scale, scale

__all__ = ["HEIGHT", "WIDTH", "Cluster", "Dot", "Drawing", "Frame", "draw"]

WIDTH, HEIGHT = 860, 760
COLOURS = 7
CROWD = 60
MASS = 200
FARTHEST = 5.0


@frozen(kw_only=True)
class Frame:
    """The plot inside the drawing, in pixels; `pad` keeps dots off the frame and room for the corner labels."""

    left: float = 124
    top: float = 24
    right: float = 844
    bottom: float = 680
    pad: float = 44

    def across(self, part: float) -> float:
        """Return the pixel of a place on the horizontal axis."""
        return self.left + self.pad + part * (self.right - self.left - 2 * self.pad)

    def down(self, part: float) -> float:
        """Return the pixel of a place on the vertical axis."""
        return self.bottom - self.pad - part * (self.bottom - self.top - 2 * self.pad)


@frozen(kw_only=True)
class Dot:
    """A numbered dot: where it is drawn, its true place, its colour (0 to 6), its mark."""

    x: float
    y: float
    true_x: float
    true_y: float
    colour: int
    mark: Mark
    moved: bool


@frozen(kw_only=True)
class Cluster:
    """Dots for which there was no room: a letter or a count at their place, and the marks that it stands for."""

    label: str
    x: float
    y: float
    marks: tuple[Mark, ...]


@frozen(kw_only=True)
class Drawing:
    """All that a page draws of a chart; `x_line` and `y_line` are the pixels of the cut-offs, None if unknown.

    `crowded` means that there are too many dots to move aside: those at one place are only counted.
    """

    frame: Frame
    radius: float
    dots: tuple[Dot, ...]
    clusters: tuple[Cluster, ...]
    x_scale: Scale
    y_scale: Scale
    x_line: float | None
    y_line: float | None
    groups: tuple[Term, ...]
    crowded: bool = False

    def colour(self, group: Term | None) -> int:
        """Return the colour of a group: the first six have their own, all others share one."""
        if group in self.groups[: COLOURS - 1]:
            return self.groups.index(group) + 1
        return 0


def draw(chart: Chart) -> Drawing:
    """Return a drawing of the chart; marks that are not finite are left to the key list."""
    marks = [mark for mark in chart.marks if math.isfinite(mark.x) and math.isfinite(mark.y)]
    frame = Frame()
    x_scale = scale([mark.x for mark in marks], chart.x_cut)
    y_scale = scale([mark.y for mark in marks], chart.y_cut)
    empty = Drawing(
        frame=frame,
        radius=radius(len(marks), max([mark.number for mark in marks], default=0)),
        dots=(),
        clusters=(),
        x_scale=x_scale,
        y_scale=y_scale,
        x_line=None if chart.x_cut is None else frame.across(x_scale.place(chart.x_cut)),
        y_line=None if chart.y_cut is None else frame.down(y_scale.place(chart.y_cut)),
        crowded=len(marks) > MASS,
        groups=tuple(dict.fromkeys(mark.group for mark in marks if mark.group)),
    )
    return Spread(empty).run(marks)


def radius(count: int, highest: int) -> float:
    """Return the radius of a dot: smaller in a crowd, but always with room for its number."""
    return (13.0 if count <= CROWD else 10.0) + (2.0 if highest > 99 else 0.0)


class Spread:
    """Places dots one after another, each at its true place or the nearest free one in the same quadrant."""

    def __init__(self, drawing: Drawing) -> None:
        """Start with an empty drawing."""
        self.drawing = drawing
        self.gap = 2 * drawing.radius + 1
        self.taken: dict[tuple[int, int], list[tuple[float, float]]] = {}

    def run(self, marks: list[Mark]) -> Drawing:
        """Return the drawing with every mark as a dot or in a cluster."""
        dots: list[Dot] = []
        crowded: list[tuple[float, float, Mark]] = []
        for mark in marks:
            x = self.drawing.frame.across(self.drawing.x_scale.place(mark.x))
            y = self.drawing.frame.down(self.drawing.y_scale.place(mark.y))
            spot = None if self.drawing.crowded else self.spot(x, y)
            if spot is None:
                crowded.append((x, y, mark))
            else:
                dots.append(self.dot((x, y), spot, mark))
        return self.finished(dots, crowded)

    def spot(self, x: float, y: float) -> tuple[float, float] | None:
        """Return the nearest free place, which is then taken; None if there is none near."""
        found = next((spot for spot in self.around(x, y) if self.free(*spot)), None)
        if found:
            self.taken.setdefault(self.bin(*found), []).append(found)
        return found

    def dot(self, true: tuple[float, float], spot: tuple[float, float], mark: Mark) -> Dot:
        """Return a mark's dot at a place."""
        return Dot(
            x=spot[0],
            y=spot[1],
            true_x=true[0],
            true_y=true[1],
            colour=self.drawing.colour(mark.group),
            mark=mark,
            moved=math.dist(spot, true) > 1,
        )

    def finished(self, dots: list[Dot], crowded: list[tuple[float, float, Mark]]) -> Drawing:
        """Return the drawing; marks without room become clusters, one per square and quadrant, or dots if alone."""
        clusters: list[Cluster] = []
        for items in self.gathered(crowded):
            x, y = fmean([item[0] for item in items]), fmean([item[1] for item in items])
            spot = self.spot(x, y) or (x, y)
            if len(items) == 1 and self.drawing.crowded:
                dots.append(self.dot((x, y), spot, items[0][2]))
                continue
            label = f"×{len(items)}" if self.drawing.crowded else letters(len(clusters))
            clusters.append(Cluster(label=label, x=spot[0], y=spot[1], marks=tuple(item[2] for item in items)))
        return evolve(self.drawing, dots=tuple(dots), clusters=tuple(clusters))

    def around(self, x: float, y: float) -> Iterator[tuple[float, float]]:
        """Yield the true place, then places on a widening spiral that lie on the same side of the cut-offs."""
        yield x, y
        farthest = FARTHEST * self.gap
        for step in range(1, 150):
            away = self.gap * 0.45 * math.sqrt(step)
            if away > farthest:
                return
            spot = (x + away * math.cos(step * 2.399963), y + away * math.sin(step * 2.399963))
            if self.fits((x, y), spot):
                yield spot

    def fits(self, true: tuple[float, float], spot: tuple[float, float]) -> bool:
        """Return whether a dot may be drawn at a spot: inside the plot and in its own quadrant."""
        frame, size = self.drawing.frame, self.drawing.radius
        across = frame.left + size < spot[0] < frame.right - size
        down = frame.top + frame.pad <= spot[1] <= frame.bottom - frame.pad
        return across and down and self.sides(*true) == self.sides(*spot)

    def free(self, x: float, y: float) -> bool:
        """Return whether no dot drawn so far overlaps one at this place."""
        column, row = self.bin(x, y)
        near = ((column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        return all(math.dist(other, (x, y)) >= self.gap for key in near for other in self.taken.get(key, ()))

    def bin(self, x: float, y: float) -> tuple[int, int]:
        """Return the square in which a place lies, for finding neighbours."""
        return int(x // self.gap), int(y // self.gap)

    def gathered(self, crowded: list[tuple[float, float, Mark]]) -> list[list[tuple[float, float, Mark]]]:
        """Return the marks by the square of two dots' width and the quadrant in which they lie."""
        squares: dict[tuple[object, ...], list[tuple[float, float, Mark]]] = {}
        for item in crowded:
            square = (int(item[0] // (2 * self.gap)), int(item[1] // (2 * self.gap)), *self.sides(item[0], item[1]))
            squares.setdefault(square, []).append(item)
        return list(squares.values())

    def sides(self, x: float, y: float) -> tuple[bool, bool]:
        """Return whether a place is at or beyond the cut-offs: to the right, above."""
        x_line, y_line = self.drawing.x_line, self.drawing.y_line
        return x_line is not None and x >= x_line, y_line is not None and y <= y_line


def letters(number: int) -> str:
    """Return A, B, … Z, AA, AB, … for 0, 1, …."""
    head, last = divmod(number, 26)
    return (letters(head - 1) if head else "") + chr(ord("A") + last)
