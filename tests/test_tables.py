"""Tables and problems: neutral records that writers turn into sheets, pages and lines."""

import pytest
from hypothesis import given

from kimcore.problems import Problem, Severity
from kimcore.tables import Chart, Column, Mark, Report, Table, guard, unguard
from kimcore.terms import Text
from kimcore.testing import texts

WORD = Text("kata", "word")


def test_a_table_has_one_cell_per_column() -> None:
    """Rows default to none, a column to a usual width."""
    table = Table(key="x", name=WORD, title=WORD, columns=(Column(key="a", heading=WORD),), rows=(("1",), (None,)))
    assert {len(row) for row in table.rows} == {len(table.columns)}
    assert table.columns[0].width == 18
    assert table.notes == ()


def test_a_report_says_nothing_of_made_up_data_unless_told() -> None:
    """The warning is absent by default, and the charts too."""
    report = Report(title=WORD, particulars=((WORD, "99.01"),), tables=())
    assert (report.warning, report.charts) == (None, ())


def test_a_chart_names_its_corners_and_marks() -> None:
    """A mark has a number in the dot and a name in the key."""
    mark = Mark(number=1, name="KIM Contoh", x=1.0, y=2.0)
    chart = Chart(
        key="map", title=WORD, x_label=WORD, y_label=WORD, x_cut=None, y_cut=1.0, marks=(mark,), corners=(WORD,) * 4
    )
    assert (chart.marks[0].number, chart.marks[0].group, chart.x_cut) == (1, None, None)


def test_a_problem_does_not_show_its_value_in_a_log() -> None:
    """What was typed may be personal: it is a field, but not in the repr."""
    problem = Problem(
        file="a.xlsx", sheet="s", value="0800-000-111", code="c", severity=Severity.WARNING, message=WORD, remedy=WORD
    )
    assert problem.value == "0800-000-111"
    assert "0800" not in repr(problem)
    assert problem.row is None


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("-", "'-"),
        ("'=1+1", "''=1+1"),
        ("\t=", "'\t="),
        ("＝1", "'＝1"),
        ("'tis", "'tis"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_a_text_that_would_be_a_formula_is_guarded(text: str, cell: str) -> None:
    """An apostrophe stands before it, one more where it looks guarded already; every other text is left alone."""
    assert guard(text) == cell
    assert unguard(cell) == text


@given(texts())
def test_unguarding_undoes_guarding(text: str) -> None:
    """Whatever the text."""
    assert unguard(guard(text)) == text
    assert unguard(guard(guard(text))) == guard(text)
