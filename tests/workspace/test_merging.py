"""Merging two records of one KIM: nothing is lost, conflicts are told, and the second id names the first KIM."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from kimcore.community import Finding, Kim
from kimcore.errors import InvalidValue, NotFound
from kimcore.partnership import Decision, DecisionKind
from kimcore.testing import kims
from kimcore.values import Answer, Period
from kimcore.workspace import Workspace
from kimcore.workspace.joining import joined
from tests.workspace.registers import Sheets, dump, profile, write_register

SOCIAL = ("Nama KIM", "Judul Konten", "Platform", "Akun", "Link", "Tanggal Catat", "Like")
REGISTER: Sheets = profile(
    ("KIM Satu", "Desa A", "1/K", "A", None, 10, 60), ("KIM Satoe", "Desa A", "2/K", "A", 200, 20, None)
) | {
    "Kelembagaan": [
        ("Nama Kelompok", "Nomor SK", "Tanggal SK", "Aktivitas Berkala"),
        ("KIM Satu", "SK/1", "1 Januari 2025", "-"),
        ("KIM Satoe", "SK/2", "2 Januari 2026", "ya"),
    ],
    "Pengurus": [
        ("Nama Kelompok", "Nama", "Jabatan", "Pengurus/Anggota", "ASN"),
        ("KIM Satu", "Ani", "Ketua", "Pengurus", "-"),
        ("KIM Satu", "Budi", "Humas", "Pengurus", "tidak"),
        ("KIM Satoe", "Ani", "Ketua", "Pengurus", "tidak"),
        ("KIM Satoe", "Budi", "Humas", "Pengurus", "ya"),
    ],
    "Diseminasi": [
        ("Nama Kelompok", "Aktivitas Diseminasi Informasi", "Keterangan Waktu"),
        ("KIM Satu", "Siaran", "1 Mei 2026"),
        ("KIM Satoe", "Siaran", "1 Mei 2026"),
        ("KIM Satoe", "Temu warga", "2 Mei 2026"),
    ],
    "Isu": [
        ("No", "Isu Strategis", "Nama KIM"),
        (1, "Banjir", "KIM Satu; KIM Satoe"),
        (2, "Hoaks", "KIM Satoe"),
    ],
    "Media Sosial": [
        SOCIAL,
        ("KIM Satu", "Panen", "IG", "@a", "https://example.org/p", "1 Mei 2026", 5),
        ("KIM Satoe", "Panen raya", "IG", "@a", "https://example.org/p", "1 Mei 2026", 6),
        ("KIM Satoe", "Panen raya", "IG", "@a", "https://example.org/p", "2 Mei 2026", 7),
        ("KIM Satoe", "Pasar", "IG", "@a", "https://example.org/q", "1 Mei 2026", 8),
    ],
    "Peninjauan": [("Nama Kelompok", "Dasar", "Tanggal Indikasi"), ("KIM Satoe", 6, "1 Mei 2026")],
}


@pytest.fixture
def office(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Return an office that holds one KIM twice."""
    workspace.take_in(write_register(tmp_path / "r.xlsx", REGISTER))
    return workspace


def decide(workspace: Workspace, kim: str, kind: DecisionKind, on: date, **more: Any) -> None:
    """Record a made-up decision."""
    said = {"officer": "Pejabat rekaan", "reason": "alasan rekaan", "evidence": "bukti rekaan", "overrides": "rekaan"}
    workspace.decide(Decision(kim=kim, kind=kind, on=on, **said | more))


def test_the_first_stands_and_the_second_fills_it(office: Workspace) -> None:
    """What the first lacks comes from the second; where both say something the first stands."""
    office.merge("KIM Satu", "KIM Satoe")
    (kim,) = office.kims()
    assert (kim.id, kim.name, kim.identity.community_number) == ("99.01-0001", "KIM Satu", "1/K")
    assert (kim.profile.power, kim.profile.influence, kim.profile.interest) == (200, 10, 60)
    assert kim.answers.active is Answer.YES
    assert [d.number for d in kim.documents.decrees] == ["SK/1", "SK/2"]
    assert [(a.activity, a.on) for a in kim.log] == [
        ("Siaran", date(2026, 5, 1)),
        ("Temu warga", date(2026, 5, 2)),
    ]
    assert [c.ground for c in kim.cases] == [6]


def test_people_of_one_name_are_one_unless_they_contradict_each_other(office: Workspace) -> None:
    """An unknown answer is filled in; two answers stay as two rows, and are told."""
    found = office.merge("KIM Satu", "KIM Satoe")
    people = office.kims()[0].board.people
    assert [(p.name, p.civil_servant) for p in people] == [
        ("Ani", Answer.NO),
        ("Budi", Answer.NO),
        ("Budi", Answer.YES),
    ]
    assert [(c.column, c.item) for c in found.conflicts if c.sheet == "Pengurus"] == [("ASN", "****")]


def test_contents_figures_and_ties_go_over(office: Workspace) -> None:
    """Contents of both are the first's, a figure that both have stays the first's, issues are tied once."""
    found = office.merge("KIM Satu", "KIM Satoe")
    held = dump(office.storage)
    contents = [d for (kind, _), d in held["documents"].items() if kind == "content"]
    assert sorted((c["kim"], c["title"]) for c in contents) == [("99.01-0001", "Panen"), ("99.01-0001", "Pasar")]
    figures = [(r.kim, r.value) for r in held["observations"] if r.value is not None]
    assert sorted(figures) == [("99.01-0001", 5), ("99.01-0001", 7), ("99.01-0001", 8)]
    assert [row.issue.kims for row in office.issues()] == [("99.01-0001",), ("99.01-0001",)]
    told = {(c.column, c.old, c.new) for c in found.conflicts}
    assert told >= {("Judul Konten", "Panen", "Panen raya"), ("Like", "5", "6"), ("Pengaruh", "10", "20")}


def test_the_second_id_names_the_first(office: Workspace) -> None:
    """The id is an alias for every command, and is never given again."""
    office.merge("99.01-0001", "99.01-0002")
    assert office.partnership("99.01-0002").assessment.kim.id == "99.01-0001"
    assert office.assess()["99.01-0002"].kim.id == "99.01-0001"
    decide(office, "99.01-0002", DecisionKind.INDICATE, date(2026, 7, 1), ground=2)
    assert [c.ground for c in office.kims()[0].cases] == [6, 2]
    with pytest.raises(NotFound):
        office.partnership("KIM Satoe")


def test_a_register_that_still_holds_both_rows(office: Workspace, tmp_path: Path) -> None:
    """The second row is refused as a repetition of the first; rows under the old name go to the one KIM."""
    office.merge("KIM Satu", "KIM Satoe")
    found = office.take_in(write_register(tmp_path / "again.xlsx", REGISTER))
    assert (found.accepted, found.rejected) == (0, 1)
    assert [p.row for p in found if p.code == "kim_duplicate"] == [3]
    assert not [p for p in found if p.code in ("kim_unknown", "kim_ambiguous")]
    assert [k.id for k in office.kims()] == ["99.01-0001"]
    alone = profile(("KIM Satoe", "Desa A", "2/K", "A", 200, 20, 60))
    office.take_in(write_register(tmp_path / "alone.xlsx", alone))
    assert [(k.id, k.name) for k in office.kims()] == [("99.01-0001", "KIM Satoe")]


def test_decisions_go_over_in_the_order_of_their_days(office: Workspace) -> None:
    """Decisions of both make one history; a decision of one that concludes a case of the other is told."""
    period = Period(date(2026, 1, 1), date(2026, 12, 31))
    decide(office, "KIM Satoe", DecisionKind.ADMIT, date(2026, 1, 1), period=period)
    decide(office, "KIM Satu", DecisionKind.INDICATE, date(2026, 6, 1), ground=6)
    decide(office, "KIM Satoe", DecisionKind.CONCLUDE, date(2026, 7, 1), ground=6, finding=Finding.CLEARED)
    found = office.merge("KIM Satu", "KIM Satoe")
    decisions = {id: d for (kind, id), d in dump(office.storage)["documents"].items() if kind == "decision"}
    assert list(decisions) == ["99.01-0001/0001", "99.01-0001/0002", "99.01-0001/0003"]
    assert {d["kim"] for d in decisions.values()} == {"99.01-0001"}
    assert [d["kind"] for d in decisions.values()] == ["admit", "indicate", "conclude"]
    assert [(c.item, c.new) for c in found.conflicts if c.column.startswith("Temuan")] == [("6", "tidak terbukti")]


def test_a_dry_run_tells_the_same_and_stores_nothing(office: Workspace) -> None:
    """What a dry run lists is what the merge then does."""
    before = dump(office.storage)
    tried = office.merge("KIM Satu", "KIM Satoe", dry_run=True)
    assert dump(office.storage) == before
    assert tried.rows == office.merge("KIM Satu", "KIM Satoe").rows
    assert len(tried.conflicts) < len(tried)


def test_the_merged_record_is_kept_as_it_was(office: Workspace) -> None:
    """Values that are not used stand in the record of the merge."""
    office.merge("KIM Satu", "KIM Satoe")
    with office.storage.unit_of_work() as unit:
        (record,) = unit.documents("merge")
    assert "KIM Satoe" in record.payload
    assert '"influence":20' in record.payload


def test_one_kim_is_not_merged_with_itself(office: Workspace) -> None:
    """Two names of one KIM, also of one that was merged, are refused; so is a KIM that is not there."""
    with pytest.raises(InvalidValue) as caught:
        office.merge("KIM Satu", "1/K")
    assert caught.value.code == "merge_same"
    office.merge("KIM Satu", "KIM Satoe")
    with pytest.raises(InvalidValue):
        office.merge("99.01-0002", "KIM Satu")
    with pytest.raises(NotFound):
        office.merge("KIM Satu", "KIM Lain")


def test_three_records_become_one(workspace: Workspace, tmp_path: Path) -> None:
    """A KIM that was merged into keeps its aliases when it is merged in turn."""
    rows = [(f"KIM {name}", "Desa A", f"{n}/K") for n, name in enumerate(("Satu", "Satoe", "I"), start=1)]
    workspace.take_in(write_register(tmp_path / "r.xlsx", profile(*rows)))
    workspace.merge("KIM Satoe", "KIM I")
    workspace.merge("KIM Satu", "KIM Satoe")
    for id in ("99.01-0001", "99.01-0002", "99.01-0003"):
        assert workspace.partnership(id).assessment.kim.id == "99.01-0001"


@given(kims(), kims())
def test_nothing_known_is_lost(kept: Kim, other: Kim) -> None:
    """Every row of both lists stands in the joined record or is filled by it, and the first's own values stand."""
    kim = joined(kept, other)
    assert (kim.id, kim.office, kim.identity.name) == (kept.id, kept.office, kept.name or other.name)
    assert set(kim.profile.issues) == {*kept.profile.issues, *other.profile.issues}
    for rows, whole in ((kept.log, kim.log), (other.log, kim.log)):
        assert {(a.on, a.activity) for a in rows} <= {(a.on, a.activity) for a in whole}
    grounds = {(c.ground, c.finding) for c in (*kept.cases, *other.cases) if c.finding}
    assert grounds <= {(c.ground, c.finding) for c in kim.cases}


@given(kims())
def test_joining_a_record_with_itself_changes_nothing_but_its_aliases(kim: Kim) -> None:
    """A record adds nothing to itself."""
    assert evolve(joined(kim, kim), former=kim.former) == kim
