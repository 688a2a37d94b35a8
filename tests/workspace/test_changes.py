"""Re-import: a sheet that is present is the full statement for the KIMs it names, and every changed cell is told."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kimcore.community import Finding
from kimcore.monitoring import Indicator
from kimcore.partnership import Decision, DecisionKind, PartnershipState
from kimcore.results import ChangeKind, IntakeReport
from kimcore.values import Period
from kimcore.workspace import Workspace
from tests.workspace.registers import ON, Sheets, dump, profile, write_register

SOCIAL = ("Nama KIM", "Judul Konten", "Platform", "Akun", "Tanggal Tayang", "Link", "Tanggal Catat", "Like", "View")
AUDIENCE = ("Nama KIM", "Media", "Akun", "Tanggal Catat", "Pengikut/Peserta/Pengunjung")
BOARD = ("Nama Kelompok", "Nama", "Jabatan", "Pengurus/Anggota", "ASN")
KIMS = ("KIM Satu", "Desa A", "1/K", "A", 100, 10, 60), ("KIM Dua", "Desa B", "2/K", "B", 200, 20, 40)
PANEN = ("KIM Satu", "Panen", "Instagram", "@satu", "1 Mei 2026", "https://example.org/p", "2 Mei 2026", 10, 100)
PASAR = ("KIM Satu", "Pasar", "Instagram", "@satu", "3 Mei 2026", None, "4 Mei 2026", 5, 50)
OTHER = ("KIM Dua", "Sawah", "Facebook", "dua", "3 Mei 2026", None, "4 Mei 2026", 7, 70)


class Office:
    """An office that takes in one register after another."""

    def __init__(self, workspace: Workspace, folder: Path) -> None:
        self.workspace, self.folder, self.number = workspace, folder, 0

    def states(self, sheets: Sheets, **more: Any) -> IntakeReport:
        """Take a register in."""
        self.number += 1
        return self.workspace.take_in(write_register(self.folder / f"{self.number}.xlsx", sheets), **more)

    def figures(self) -> dict[tuple[str, str, str], int]:
        """Return the figures that stand, by account, day and indicator."""
        rows = dump(self.workspace.storage)["observations"]
        return {(r.account, r.observed.isoformat(), r.indicator): r.value for r in rows if r.value is not None}

    def titles(self) -> list[str]:
        """Return the titles of the contents that are stored."""
        documents = dump(self.workspace.storage)["documents"]
        return sorted(d["title"] for (kind, _), d in documents.items() if kind == "content")

    def issues(self) -> dict[str, list[str]]:
        """Return the KIMs of each issue by its title."""
        return {row.issue.title: [self.workspace.assess()[id].kim.name for id in row.issue.kims]
                for row in self.workspace.issues()}  # fmt: skip


@pytest.fixture
def office(workspace: Workspace, tmp_path: Path) -> Office:
    """Return an office without data."""
    return Office(workspace, tmp_path)


def cells(found: IntakeReport) -> list[tuple[str, str, str, str | None, str | None]]:
    """Return the changes of a report: kind, KIM, column, before, after."""
    return [(c.kind.code, c.name, c.column, c.old, c.new) for c in found.changes]


def kims(**more: list[Any]) -> Sheets:
    """Return a register of two KIMs with more sheets, `Media_Sosial` for Media Sosial."""
    return profile(*KIMS) | {name.replace("_", " "): rows for name, rows in more.items()}


def test_a_new_kim_is_one_change(office: Office) -> None:
    """What is new as a whole is told by its name, not cell by cell."""
    issues = [("No", "Isu Strategis", "Nama KIM"), (1, "Banjir", "KIM Satu")]
    found = office.states(kims(Media_Sosial=[SOCIAL, PANEN], Isu=issues))
    assert cells(found) == [
        ("added", "KIM Satu", "Nama Kelompok", None, "KIM Satu"),
        ("added", "KIM Dua", "Nama Kelompok", None, "KIM Dua"),
        ("added", "", "Isu Strategis", None, "Banjir"),
    ]


def test_an_emptied_cell_is_a_withdrawal(office: Office) -> None:
    """The value is gone from the store, and the change says what it was."""
    office.states(kims())
    found = office.states(profile(("KIM Satu", "Desa A", "1/K", None, None, 11, 60)))
    assert cells(found) == [
        ("withdrawn", "KIM Satu", "Tipe KIM", "Tipe A", None),
        ("withdrawn", "KIM Satu", "Kekuatan", "100", None),
        ("changed", "KIM Satu", "Pengaruh", "10", "11"),
    ]
    kim = office.workspace.kims()[0]
    assert (kim.identity.type, kim.profile.power, kim.profile.influence) == (None, None, 11)
    assert found.absent == ("99.01-0002",)


def test_a_new_name_under_a_known_number_is_a_change(office: Office) -> None:
    """The KIM keeps its id; the import's record keeps the former name."""
    office.states(kims())
    found = office.states(profile(("KIM Satu Jaya", "Desa A", "1/K", "A", 100, 10, 60), KIMS[1]))
    assert cells(found) == [("changed", "KIM Satu Jaya", "Nama Kelompok", "KIM Satu", "KIM Satu Jaya")]
    assert [k.id for k in office.workspace.kims()] == ["99.01-0001", "99.01-0002"]
    last = office.workspace.last_import()
    assert last is not None
    assert last.changes == found.changes


def test_a_changed_number_is_a_change(office: Office) -> None:
    """Name and village find the KIM where its number is new."""
    office.states(kims())
    found = office.states(profile(("KIM Satu", "Desa A", "9/K", "A", 100, 10, 60), KIMS[1]))
    assert cells(found) == [("changed", "KIM Satu", "Nomor Induk KIM", "1/K", "9/K")]


def test_an_absent_column_or_sheet_changes_nothing(office: Office) -> None:
    """A register with names and nothing else leaves everything as it was."""
    audience = [AUDIENCE, ("KIM Satu", "Instagram", "@satu", "1 Mei 2026", 9)]
    office.states(kims(Media_Sosial=[SOCIAL, PANEN, PASAR], Audiens=audience))
    before = dump(office.workspace.storage)
    found = office.states(profile(("KIM Satu",), ("KIM Dua",), headings=("Nama Kelompok",)))
    assert (found.changed, found.changes) == (0, ())
    after = dump(office.workspace.storage)
    for held in (before, after):
        held["documents"].pop(("office", "99.01"))
    assert after == before


@pytest.mark.clause("V.B.social")
def test_what_the_sheet_of_contents_leaves_out_is_withdrawn(office: Office) -> None:
    """A content that is gone goes with its figures; KIMs that the sheet does not name keep theirs."""
    office.states(kims(Media_Sosial=[SOCIAL, PANEN, PASAR, OTHER]))
    found = office.states(kims(Media_Sosial=[SOCIAL, PANEN]))
    assert office.titles() == ["Panen", "Sawah"]
    assert office.figures() == {
        ("@satu", "2026-05-02", "like"): 10,
        ("@satu", "2026-05-02", "view"): 100,
        ("dua", "2026-05-04", "like"): 7,
        ("dua", "2026-05-04", "view"): 70,
    }
    assert {(c.item, c.column, c.old, c.new) for c in found.changes} >= {
        ("Pasar", "Judul Konten", "Pasar", None),
        ("Pasar, 2026-05-04", "Like", "5", None),
        ("Pasar, 2026-05-04", "View", "50", None),
    }
    assert {c.kind for c in found.changes} == {ChangeKind.WITHDRAWN}


@pytest.mark.parametrize("emptied", [None, "-", "12 m"])
def test_an_emptied_figure_is_withdrawn(office: Office, emptied: str | None) -> None:
    """A cell that is emptied, or can no longer be read, withdraws its figure and no other."""
    office.states(kims(Media_Sosial=[SOCIAL, PANEN]))
    found = office.states(kims(Media_Sosial=[SOCIAL, (*PANEN[:7], emptied, 101)]))
    assert office.figures() == {("@satu", "2026-05-02", "view"): 101}
    assert cells(found) == [
        ("withdrawn", "KIM Satu", "Like", "10", None),
        ("changed", "KIM Satu", "View", "100", "101"),
    ]


@pytest.mark.parametrize("absent", ["Like", "Tanggal Catat", "Akun", "Platform", "Tanggal Tayang", "Judul Konten"])
def test_an_absent_column_of_contents_changes_nothing(office: Office, absent: str) -> None:
    """Neither figures nor contents change where the sheet lacks a column, though the contents have no link there."""
    rows = [SOCIAL, PANEN, PASAR]
    office.states(kims(Media_Sosial=rows))
    before = office.figures(), office.titles()
    place = SOCIAL.index(absent)
    found = office.states(kims(Media_Sosial=[(*row[:place], *row[place + 1 :]) for row in rows]))
    assert (office.figures(), office.titles()) == before
    assert found.changes == ()


def test_an_absent_link_finds_the_content(office: Office) -> None:
    """A content that was stored with its link is found by what the row has."""
    office.states(kims(Media_Sosial=[SOCIAL, PANEN]))
    found = office.states(kims(Media_Sosial=[[c for n, c in enumerate(row) if n != 5] for row in (SOCIAL, PANEN)]))
    assert found.changes == ()


def test_what_the_sheet_of_audiences_leaves_out_is_withdrawn(office: Office) -> None:
    """An earlier day that is gone is withdrawn, a changed figure is a change, another KIM keeps its own."""
    first = ("KIM Satu", "Instagram", "@satu", "1 Mei 2026", 500)
    second = ("KIM Satu", "Instagram", "@satu", "1 Juni 2026", 600)
    other = ("KIM Dua", "Facebook", "dua", "1 Juni 2026", 700)
    office.states(kims(Audiens=[AUDIENCE, first, second, other]))
    found = office.states(kims(Audiens=[AUDIENCE, (*second[:4], 601)]))
    assert office.figures() == {("@satu", "2026-06-01", "audience"): 601, ("dua", "2026-06-01", "audience"): 700}
    column = Indicator.AUDIENCE.say("id")
    assert cells(found) == [
        ("withdrawn", "KIM Satu", column, "500", None),
        ("changed", "KIM Satu", column, "600", "601"),
    ]
    without_account = [(*AUDIENCE[:2], *AUDIENCE[3:]), (*second[:2], second[3], 601)]
    assert office.states(kims(Audiens=without_account)).changes == ()


@pytest.mark.clause("III.B.matrix")
def test_an_issue_that_disappears(office: Office) -> None:
    """It loses its ties to the KIMs that the sheet names, is gone with its last tie, and stays where it had none."""
    head = ("No", "Isu Strategis", "Nama KIM")
    first = (1, "Banjir", "KIM Satu")
    others = (2, "Stunting", "KIM Satu; KIM Dua"), (3, "Hoaks", "KIM Satu"), (4, "Sampah", None)
    office.states(kims(Isu=[head, first, *others]))
    found = office.states(kims(Isu=[head, first]))
    assert office.issues() == {"Banjir": ["KIM Satu"], "Stunting": ["KIM Dua"], "Sampah": []}
    assert [(c.item, c.column, c.old, c.new) for c in found.changes] == [
        ("Stunting", "Nama KIM", "KIM Satu; KIM Dua", "KIM Dua"),
        ("Hoaks", "Isu Strategis", "Hoaks", None),
    ]


def test_rows_of_a_list_are_told_cell_by_cell(office: Office) -> None:
    """A person is found by name; names and answers about persons are masked, a change of office is not."""
    ani, budi = ("KIM Satu", "Ani", "Ketua", "Pengurus", "tidak"), ("KIM Satu", "Budi", "Humas", "Pengurus", "tidak")
    office.states(kims(Pengurus=[BOARD, ani, budi]))
    found = office.states(kims(Pengurus=[BOARD, budi, ("KIM Satu", "Ani", "Sekretaris", "Anggota", "PNS")]))
    assert cells(found) == [
        ("changed", "KIM Satu", "Jabatan", "Ketua", "Sekretaris"),
        ("changed", "KIM Satu", "Pengurus/Anggota", "Pengurus", "Anggota"),
        ("changed", "KIM Satu", "ASN", "*****", "**"),
    ]
    assert {c.item for c in found.changes} == {"***"}
    assert "Ani" not in repr(found) + str(found.to_document())


def test_another_order_of_rows_is_no_change(office: Office) -> None:
    """Rows of a list that only change places leave the KIM as it was."""
    people = [("KIM Satu", name, "Humas", "Pengurus", "tidak") for name in ("Ani", "Budi", "Citra")]
    office.states(kims(Pengurus=[BOARD, *people]))
    found = office.states(kims(Pengurus=[BOARD, *people[::-1]]))
    assert (found.changed, found.changes) == (0, ())


def test_a_dry_run_tells_the_same_changes_and_stores_none(office: Office) -> None:
    """What a dry run lists is what the import then does."""
    office.states(kims(Media_Sosial=[SOCIAL, PANEN, PASAR]))
    before = dump(office.workspace.storage)
    sheets = profile(("KIM Satu Baru", "Desa A", "1/K", "B", None, 10, 60)) | {"Media Sosial": [SOCIAL, PANEN]}
    tried = office.states(sheets, dry_run=True)
    assert dump(office.workspace.storage) == before
    assert tried.changes == office.states(sheets).changes != ()


CASES = ("Nama Kelompok", "Dasar", "Tanggal Indikasi", "Temuan", "Tanggal Temuan", "Pejabat", "Bukti")
OPEN = ("KIM Satu", 2, "1 Mei 2026", None, None, None, None)
CLEARED = ("KIM Satu", 2, "1 Mei 2026", "tidak terbukti", "1 Juni 2026", "Pejabat rekaan", "Notulen rekaan")
PROVEN = ("KIM Satu", 2, "1 Mei 2026", "terbukti", "1 Juni 2026", "Pejabat rekaan", "Notulen rekaan")


def decided(office: Office, kind: DecisionKind, **more: Any) -> None:
    """Record a made-up decision about the first KIM."""
    given = {"officer": "Pejabat rekaan", "reason": "alasan rekaan", "evidence": "bukti rekaan", "overrides": "rekaan"}
    office.workspace.decide(Decision(kim="KIM Satu", kind=kind, **{"on": date(2026, 7, 1)} | given | more))


@pytest.mark.clause("II.B.6.terminate", "II.B.6.review")
@pytest.mark.parametrize("row", [None, CLEARED, OPEN, PROVEN])
def test_a_decision_is_never_overwritten(office: Office, row: tuple[Any, ...] | None) -> None:
    """A case that was concluded by command stays so, whatever a later register says; a contradiction is told."""
    other = ("KIM Satu", 6, "1 Agustus 2026", None, None, None, None)
    office.states(kims(Peninjauan=[CASES, OPEN]))
    decided(office, DecisionKind.CONCLUDE, ground=2, finding=Finding.PROVEN)
    found = office.states(kims(Peninjauan=[CASES, *([row] if row else []), other]))
    (case, later) = office.workspace.kims()[0].cases
    assert (case.finding, case.concluded, case.evidence) == (Finding.PROVEN, date(2026, 7, 1), "bukti rekaan")
    assert (later.ground, later.is_complete) == (6, False)
    kept = [p for p in found if p.code == "decision_kept"]
    assert len(kept) == (row in (None, CLEARED))
    assert office.states(kims(Peninjauan=[CASES, *([row] if row else []), other])).changed == 0


@pytest.mark.clause("II.B.6.who")
def test_a_decided_term_is_never_overwritten(office: Office) -> None:
    """A term that a register starts on the day of a decided one does not lengthen it."""
    office.states(kims())
    decided(office, DecisionKind.ADMIT, on=date(2026, 1, 1), period=Period(date(2026, 1, 1), date(2026, 6, 30)))
    head = ("Nama Kelompok", "Mulai", "Selesai", "Program/Kebijakan")
    office.states(kims(Kemitraan=[head, ("KIM Satu", "1 Januari 2026", "31 Desember 2026", "rekaan")]))
    assert office.workspace.partnership("KIM Satu", ON).assessment.partnership is PartnershipState.ENDED
