"""Tables beside Tabel 5.1 to 5.3: engagement, consistency, discussions, surveys, proofs, and the evaluation."""

from datetime import date
from pathlib import Path

import pytest

from kimcore.monitoring import ProofState, Side, Verdict
from kimcore.tables import Report
from kimcore.workspace import Workspace
from tests.reports.reading import column, table, taken, words
from tests.workspace.registers import ON, profile

LOG = ("Nama Kelompok", "Aktivitas Diseminasi Informasi", "Keterangan Waktu", "Bukti Tayang/Link Konten")


@pytest.mark.clause("V.A.outtake")
def test_engagement_begins_with_all_kims_and_platforms(workspace: Workspace, report: Report) -> None:
    """The first row is that of the measures; a platform without shares has no amplification."""
    found = table(report, "engagement")
    rate = next(m for m in workspace.monitor(until=ON) if m.yardstick.key == "engagement_rate")
    assert column(found, "rate")[0] == rate.value
    assert words(column(found, "name")[0]) == ["Semua KIM"]
    place = [words(p)[0] for p in column(found, "platform")].index("YouTube")
    assert column(found, "passed_on")[place] is None
    assert column(found, "passed_on_known")[place] == 0


@pytest.mark.clause("V.A.outcome")
def test_surveys_of_the_office_stand_first_with_their_interval(report: Report) -> None:
    """All four verdicts occur; an unknown change has blanks, never 0."""
    found = table(report, "surveys")
    assert words(column(found, "name")[0]) == ["Seluruh kantor"]
    assert set(column(found, "verdict")) == set(Verdict)
    told = zip(column(found, "verdict"), column(found, "change"), column(found, "lower"), strict=True)
    assert all((verdict is Verdict.UNKNOWN) == (change is None) == (lower is None) for verdict, change, lower in told)


@pytest.mark.clause("V.A.output", "V.A.outtake")
def test_gatherings_keep_what_is_not_recorded_blank(report: Report) -> None:
    """0 who took part is 0."""
    found = table(report, "gatherings")
    assert {0, None} <= set(column(found, "took_part"))
    assert None in column(found, "attended")


@pytest.mark.clause("V.B.log.link")
def test_proofs_tell_what_is_wrong_and_where_they_stand_twice(tmp_path: Path) -> None:
    """A row with an address of its own is not listed; of many KIMs with one proof the first three are named."""
    names = [f"KIM {n}" for n in range(6)]
    same = [(name, "Siaran", "1 Mei 2026", "https://example.org/sama") for name in names]
    rows = [("KIM 0", "Temu", "2 Mei 2026", "https://example.org/lain"), ("KIM 0", "Rapat", "3 Mei 2026", None)]
    sheets = profile(*((name, f"Desa {name}") for name in names)) | {"Diseminasi": [LOG, *same, *rows]}
    found = table(taken(tmp_path, sheets), "proofs")
    assert column(found, "activity") == ["Siaran"] * 6 + ["Rapat"]
    assert column(found, "state") == [ProofState.ADDRESS] * 6 + [ProofState.MISSING]
    assert words(column(found, "remark")[0]) == [
        "bukti yang sama juga pada KIM 1, KIM 2, KIM 3 dan 2 lagi; dihitung untuk semuanya"
    ]
    assert "tanpa bukti: 1" in found.notes[0].id


@pytest.mark.clause("V.B.continue")
def test_the_evaluation_goes_from_for_to_untold_within_each_kim(report: Report) -> None:
    """Each reason has its day and source; the note says that nothing is decided."""
    found = table(report, "evaluation")
    sides = list(Side)
    pairs = list(zip(column(found, "name"), column(found, "side"), strict=True))
    order = [sides.index(side) for name, side in pairs if name == "KIM Anyelir" and isinstance(side, Side)]
    assert order == sorted(order)
    assert {side for _, side in pairs} == set(sides)
    assert all(isinstance(day, date) for day in column(found, "on"))
    assert "tidak ada keputusan" in found.notes[0].id


@pytest.mark.clause("V.B.continue")
def test_consistency_of_a_kim_without_dates_is_blank(report: Report) -> None:
    """Whether it is dormant is unknown then."""
    found = table(report, "consistency")
    rows = zip(column(found, "last"), column(found, "active_weeks"), column(found, "dormant"), strict=True)
    assert [(weeks, words(dormant)) for last, weeks, dormant in rows if last is None] == [(None, ["belum diketahui"])]
