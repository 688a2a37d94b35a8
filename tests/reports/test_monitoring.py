"""Tabel 5.1 to 5.3 and the coverage of villages."""

import pytest

from kimcore.tables import Report
from kimcore.terms import Term, Text
from kimcore.workspace import Workspace
from tests.reports.reading import column, table
from tests.workspace.registers import DEMO, ON


@pytest.mark.clause("V.A.output", "V.A.outtake", "V.A.outcome", "V.A.focus")
def test_the_measures_are_those_of_monitor(workspace: Workspace, report: Report) -> None:
    """Tabel 5.1 names the three kinds, each figure with how much of it is known."""
    found, said = table(report, "measures"), workspace.monitor(until=ON).to_document()["measures"]
    assert {cell.code for cell in column(found, "kind") if isinstance(cell, Term)} == {"output", "outtake", "outcome"}
    assert column(found, "value") == [m["value"] for m in said]
    assert list(zip(column(found, "known"), column(found, "total"), strict=True)) == [
        (m["known"], m["total"]) for m in said
    ]
    assert None in column(found, "value")


@pytest.mark.clause("V.B.log.activity")
def test_the_log_has_the_columns_of_table_52(workspace: Workspace, report: Report) -> None:
    """Activity, form, number, date and proof of every KIM; what has no date stands at the end."""
    found, said = table(report, "activities"), workspace.monitor(until=ON).to_document()
    headings = [c.heading.id for c in found.columns]
    assert headings == [
        "Nama Kelompok",
        "Kelurahan/Desa",
        "Aktivitas Diseminasi Informasi",
        "Format Kegiatan",
        "Jumlah Kegiatan",
        "Keterangan Waktu",
        "Bukti Tayang/Link Konten",
    ]
    assert column(found, "count") == [a["count"] for a in (*said["activities"], *said["undated_activities"])]
    assert len(found.rows) > 100


@pytest.mark.clause("V.B.social")
def test_social_media_has_each_platforms_own_indicators(workspace: Workspace, report: Report) -> None:
    """What a platform does not disclose is blank, what it does not have is marked; neither is 0 (R11)."""
    found, said = table(report, "social_media"), workspace.monitor(until=ON).to_document()["social_media"]
    for code in ("like", "share", "comment", "view", "retweet"):
        wanted = [row["values"].get(code, Text("·", "·")) for row in said]
        assert column(found, code) == wanted
    assert column(found, "title") == [row["title"] for row in said]


@pytest.mark.clause("II.B.3.b")
def test_the_coverage_lists_villages_without_a_kim(workspace: Workspace, report: Report) -> None:
    """Only where a directory was given."""
    found = table(report, "coverage")
    (note,) = found.notes
    said = workspace.monitor(until=ON, villages=DEMO.with_name("villages.csv")).to_document()["villages"]
    assert column(found, "code") == [v["code"] for v in said["uncovered"]]
    assert f"{said['covered']} dari {said['total']}" in note.id
    assert "coverage" not in {t.key for t in workspace.compose(ON).tables}
