"""The map: where its dots are drawn."""

import math

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from kimcore.tables import Mark
from kimcore_plugins.reports.chart import Drawing, draw
from kimcore_plugins.reports.scale import scale
from tests.reports_plugins.made_up import chart

FINITE = st.floats(min_value=-1e3, max_value=1e9, allow_nan=False)


def drawn_numbers(drawing: Drawing) -> list[int]:
    """Return the numbers of all marks in a drawing."""
    marks = [dot.mark for dot in drawing.dots] + [mark for one in drawing.clusters for mark in one.marks]
    return sorted(mark.number for mark in marks)


@pytest.mark.parametrize("count", [0, 1, 57, 110, 200, 201, 1000])
def test_every_mark_is_drawn_once(count: int) -> None:
    """Each mark is a dot or one of a cluster, however many there are."""
    assert drawn_numbers(draw(chart(count))) == list(range(1, count + 1))


@pytest.mark.parametrize("count", [57, 110, 200])
def test_dots_do_not_overlap(count: int) -> None:
    """No two numbered dots overlap, so that each number can be read."""
    drawing = draw(chart(count))
    places = [(dot.x, dot.y) for dot in drawing.dots]
    apart = [math.dist(a, b) for n, a in enumerate(places) for b in places[n + 1 :]]
    assert min(apart) >= 2 * drawing.radius


def test_dots_stay_in_their_quadrant() -> None:
    """A dot that is moved aside never crosses a cut-off."""
    drawing = draw(chart(150, spread=3))
    assert any(dot.moved for dot in drawing.dots)
    for dot in drawing.dots:
        assert drawing.x_line is not None
        assert drawing.y_line is not None
        assert (dot.x >= drawing.x_line) == (dot.mark.x >= 50)
        assert (dot.y <= drawing.y_line) == (dot.mark.y >= 400)


def test_one_place() -> None:
    """Very many marks at one place become dots around it and clusters with a letter each."""
    marks = tuple(Mark(number=n, name=str(n), x=50, y=400) for n in range(1, 151))
    drawing = draw(evolve(chart(0), marks=marks))
    assert drawn_numbers(drawing) == list(range(1, 151))
    assert [one.label for one in drawing.clusters] == ["A"]


def test_masses_are_counted() -> None:
    """More than 200 marks are not moved: those at one place are a box with their number."""
    marks = tuple(Mark(number=n, name=str(n), x=50, y=400) for n in range(1, 301))
    assert [one.label for one in draw(evolve(chart(0), marks=marks)).clusters] == ["×300"]


def test_marks_without_numbers_are_left_to_the_list() -> None:
    """A mark that is not finite is not drawn."""
    marks = (Mark(number=1, name="a", x=math.nan, y=1), Mark(number=2, name="b", x=1, y=math.inf))
    assert drawn_numbers(draw(evolve(chart(0), marks=marks))) == []


@pytest.mark.parametrize(("x_cut", "y_cut"), [(None, None), (0.0, 1e9), (-5.0, 1e-9), (100.0, None)])
def test_any_cut_off(x_cut: float | None, y_cut: float | None) -> None:
    """A cut-off may be unknown, zero, below zero, beyond all marks or tiny: all is drawn inside the frame."""
    drawing = draw(evolve(chart(20), x_cut=x_cut, y_cut=y_cut))
    assert drawn_numbers(drawing) == list(range(1, 21))
    inside(drawing)


def inside(drawing: Drawing) -> None:
    """Assert that everything is drawn inside the frame."""
    frame = drawing.frame
    places = [(dot.x, dot.y) for dot in drawing.dots] + [(one.x, one.y) for one in drawing.clusters]
    for x, y in places:
        assert frame.left <= x <= frame.right
        assert frame.top <= y <= frame.bottom


@example(values=[(5e-324, 5e-324)], x_cut=5e-324, y_cut=None)
@given(st.lists(st.tuples(FINITE, FINITE), max_size=40), st.none() | FINITE, st.none() | FINITE)
def test_any_values(values: list[tuple[float, float]], x_cut: float | None, y_cut: float | None) -> None:
    """Any finite values and cut-offs give a drawing with every mark inside the frame."""
    marks = tuple(Mark(number=n, name="", x=x, y=y) for n, (x, y) in enumerate(values, 1))
    drawing = draw(evolve(chart(0), marks=marks, x_cut=x_cut, y_cut=y_cut))
    assert drawn_numbers(drawing) == list(range(1, len(values) + 1))
    inside(drawing)


@example(values=[1.0], cut=2.225073858507203e-309)
@given(st.lists(st.floats(min_value=0, max_value=1e9), min_size=1), st.none() | st.floats(min_value=0, max_value=1e9))
def test_scale_keeps_the_order(values: list[float], cut: float | None) -> None:
    """A higher value never stands lower, and every place is on the axis."""
    axis = scale(values, cut)
    places = [axis.place(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)
    assert list(axis.ticks()) == sorted(set(axis.ticks()))


@pytest.mark.parametrize(("cut", "bent"), [(19.9, True), (20.0, False), (80.0, False), (80.1, True), (0.0, False)])
def test_an_axis_is_stretched_only_where_the_cut_off_leaves_no_room(cut: float, bent: bool) -> None:
    """A cut-off in the outer fifth of the axis is put in the middle."""
    axis = scale([0.0, 100.0], cut)
    assert (axis.bend is not None) is bent
    if bent:
        assert axis.place(cut) == pytest.approx(0.5)


def test_percentages() -> None:
    """A percentage axis runs from 0 to 100."""
    assert draw(chart(57)).x_scale.top == 100
