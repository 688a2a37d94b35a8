"""Tabel 3.3, the mapping report of III.E, and the chart."""

from collections import Counter
from pathlib import Path

import pytest

from kimcore.mapping import Axis
from kimcore.tables import Report
from kimcore.terms import Term
from kimcore.workspace import Workspace
from tests.reports.reading import column, table, taken
from tests.workspace.registers import ON, profile


@pytest.mark.clause("III.C.1", "III.C.2", "III.C.3", "III.C.4")
def test_the_quadrants_have_their_approaches_and_counts(workspace: Workspace, report: Report) -> None:
    """Tabel 3.3 counts every KIM once: in a quadrant, or by why it lies in none."""
    found, placements = table(report, "approaches"), workspace.map(ON)
    assert column(found, "quadrant")[:4] == [1, 2, 3, 4]
    codes = [cell.code for cell in column(found, "approach")[:4] if isinstance(cell, Term)]
    assert codes == ["partner", "persuade", "develop", "monitor"]
    assert sum(n for n in column(found, "kims") if isinstance(n, int)) == len(placements)
    counted = Counter(p.quadrant for p in placements)
    assert column(found, "kims")[:4] == [counted[q] for q in (1, 2, 3, 4)]


@pytest.mark.clause("III.E", "III.D", "II.B.3.map.e")
def test_the_mapping_report_is_of_the_priority_kims(workspace: Workspace, report: Report) -> None:
    """Quadrants 1 to 3 and mixed, in order of priority, with their scores and the cut-offs (R30)."""
    found = table(report, "mapping")
    wanted = [p for p in workspace.map(ON) if p.quadrant in {1, 2, 3} or p.candidates]
    assert column(found, "priority") == [p.priority for p in wanted]
    for axis in Axis:
        assert column(found, axis.code) == [p.subject.scores.value(axis) for p in wanted]
    lies = [p.quadrant or "/".join(map(str, p.candidates)) for p in wanted]
    assert column(found, "quadrant") == lies
    assert len(found.notes) == 3


def test_cutoffs_are_said_in_words(workspace: Workspace, tmp_path: Path) -> None:
    """The method, the number of scores, whether it is weak; none where nothing is known."""
    numbers = workspace.map(ON, cutoffs={Axis.POWER: 1000}, quantile=0.25).table().notes
    assert [n.id for n in numbers if "kuantil 0.25" in n.id and "quantile 0.25" in n.en] == [
        numbers[0].id,
        numbers[2].id,
    ]
    assert "1000 (ditetapkan kantor" in numbers[1].id
    assert "1000 (set by the office" in numbers[1].en
    few = table(taken(tmp_path, profile(("KIM Satu", "Desa A", "1/K", "A", 10, None, 50))), "mapping").notes
    assert "50 (median, 1 KIM; lemah" in few[0].id
    assert "weak" in few[1].en
    assert few[2].id.startswith("Batas pengaruh: – (median, 0 KIM")


@pytest.mark.clause("III.C.1")
def test_the_chart_has_a_mark_for_each_kim_with_both_scores(workspace: Workspace, report: Report) -> None:
    """Interest and influence decide who is drawn; the number of the dot is the priority."""
    (chart,) = report.charts
    wanted = [
        p
        for p in workspace.map(ON)
        if None not in (p.subject.scores.value(Axis.INTEREST), p.subject.scores.value(Axis.INFLUENCE))
    ]
    assert [m.number for m in chart.marks] == [p.priority for p in wanted]
    assert [m.x for m in chart.marks] == [p.subject.scores.value(Axis.INTEREST) for p in wanted]
    assert all(0 <= m.x <= 100 and 0 <= m.y <= 100 for m in chart.marks)
    assert [c.id for c in chart.corners] == ["persuasi", "mitra", "pendataan dan pemantauan", "pembinaan"]
    assert chart.x_cut is not None
    assert chart.y_cut is not None
    for mark, placement in zip(chart.marks, wanted, strict=True):
        if placement.quadrant:
            assert (mark.x >= chart.x_cut, mark.y >= chart.y_cut) == (
                placement.quadrant in {1, 3},
                placement.quadrant in {1, 2},
            )


def test_a_map_of_nothing_has_no_marks_and_no_cuts(tmp_path: Path) -> None:
    """Without scores there is nothing to draw."""
    (chart,) = taken(tmp_path, profile(("KIM Satu", "Desa A"))).charts
    assert (chart.marks, chart.x_cut, chart.y_cut) == ((), None, None)
