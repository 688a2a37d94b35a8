"""Surveys and gatherings in the store: taken in, stated again, taken back, merged, shared, recorded by call."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from kimcore.errors import InvalidValue, NotFound
from kimcore.monitoring import Aspect, Gathering, Phase, Survey
from kimcore.results import ChangeKind
from kimcore.workspace import Workspace
from tests.workspace.registers import OFFICE, Sheets, dump, profile, write_register

SURVEYS = ("Nama KIM", "Topik/Isu", "Aspek", "Tahap", "Tanggal", "Jumlah Ditanya", "Jumlah Responden", "Jumlah Positif")
GATHERINGS = ("Nama KIM", "Kegiatan", "Bentuk", "Tanggal", "Peserta Hadir", "Peserta Aktif")
KIMS = profile(("KIM Satu", "Desa A"), ("KIM Dua", "Desa B"))
FIRST: Sheets = KIMS | {
    "Survei": [
        SURVEYS,
        (None, "Gizi", "sikap", "sebelum", "1 Mei 2026", 100, 90, 30),
        ("KIM Satu", "Gizi", "sikap", "sebelum", "1 Mei 2026", 50, 40, 10),
        ("KIM Dua", "Gizi", "kesadaran", "sesudah", "1 Mei 2026", 50, 40, 10),
    ],
    "Diskusi": [
        GATHERINGS,
        ("KIM Satu", "Temu warga", "diskusi", "2 Mei 2026", 30, 12),
        ("KIM Satu", "Rembuk", "diskusi", "3 Mei 2026", None, 4),
        ("KIM Dua", "Temu warga", "diskusi", "2 Mei 2026", 20, 0),
    ],
}

pytestmark = pytest.mark.clause("V.A.outcome", "V.A.outtake", "V.B.online")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    """Return an office that has taken the first register in."""
    with Workspace.open("memory:", OFFICE) as found:
        assert list(found.take_in(write_register(tmp_path / "first.xlsx", FIRST))) != []
        yield found


def take(office: Workspace, tmp_path: Path, sheets: Sheets) -> list[tuple[str, str, str | None, str | None]]:
    """Take sheets in and return what changed: kind, column, before, after."""
    found = office.take_in(write_register(tmp_path / "next.xlsx", sheets))
    return [(c.kind.code, c.column, c.old, c.new) for c in found.changes]


def ids(office: Workspace) -> dict[str, str]:
    """Return the ids of the KIMs by name."""
    return {kim.name: kim.id for kim in office.kims()}


def test_a_survey_without_a_name_is_of_the_whole_office(office: Workspace) -> None:
    """The others are of their KIMs, and what is stored is what was typed."""
    one = ids(office)["KIM Satu"]
    assert sorted(s.kim for s in office.surveys()) == sorted(["", *ids(office).values()])
    assert (
        Survey(
            kim=one,
            topic="Gizi",
            aspect=Aspect.ATTITUDE,
            phase=Phase.BEFORE,
            surveyed=date(2026, 5, 1),
            asked=50,
            answered=40,
            favourable=10,
        )
        in office.surveys()
    )
    assert Gathering(kim=one, title="Rembuk", form="diskusi", held=date(2026, 5, 3), took_part=4) in office.gatherings()


def test_said_again_nothing_changes(office: Workspace, tmp_path: Path) -> None:
    """The same file twice changes no cell; so does one without the sheets, or without a column."""
    before = dump(office.storage)["documents"]
    narrow = {name: [row[:-1] for row in rows] for name, rows in FIRST.items() if name != "Profil KIM"}
    for sheets in (FIRST, KIMS, KIMS | narrow):
        assert take(office, tmp_path, sheets) == []
    after = dump(office.storage)["documents"]
    assert after | {("office", OFFICE): None} == before | {("office", OFFICE): None}


def test_a_sheet_is_the_full_statement_for_those_it_names(office: Workspace, tmp_path: Path) -> None:
    """A row left out is withdrawn, for the KIMs named alone; the office's own surveys stay where none is stated."""
    sheets = KIMS | {
        "Survei": [SURVEYS, ("KIM Satu", "Gizi", "sikap", "sesudah", "9 Mei 2026", 50, 40, 20)],
        "Diskusi": [GATHERINGS, ("KIM Satu", "Temu warga", "diskusi", "2 Mei 2026", 31, 12)],
    }
    changes = take(office, tmp_path, sheets)
    assert ("changed", "Peserta Hadir", "30", "31") in changes
    assert ("withdrawn", "Kegiatan", "Rembuk", None) in changes
    assert ("withdrawn", "Tahap", "sebelum", None) in changes
    assert ("added", "Tahap", None, "sesudah") in changes
    assert sorted(s.kim for s in office.surveys()) == sorted(["", *ids(office).values()])
    assert [g.title for g in office.gatherings() if g.kim == ids(office)["KIM Dua"]] == ["Temu warga"]


def test_an_import_of_surveys_is_taken_back(office: Workspace, tmp_path: Path) -> None:
    """Documents are as before, those that were withdrawn too."""
    before = dump(office.storage)["documents"]
    sheets = KIMS | {"Survei": [SURVEYS, (None, "Air", "sikap", "sesudah", "9 Mei 2026", 50, 40, 20)]}
    assert take(office, tmp_path, sheets)
    assert [s.topic for s in office.surveys() if not s.kim] == ["Air"]
    office.undo_import()
    assert dump(office.storage)["documents"] == before


def test_a_merge_moves_surveys_and_gatherings(office: Workspace) -> None:
    """What both records have becomes one: the first stands, what it lacks is filled, the rest is told."""
    merged = office.merge("KIM Satu", "KIM Dua")
    (kim,) = office.kims()
    assert sorted(s.kim for s in office.surveys()) == ["", kim.id, kim.id]
    held = {g.title: (g.kim, g.attended) for g in office.gatherings()}
    assert held == {"Temu warga": (kim.id, 30), "Rembuk": (kim.id, None)}
    conflicts = [(c.column, c.old, c.new) for c in merged if c.kind is ChangeKind.CONFLICT and c.sheet == "Diskusi"]
    assert conflicts == [("Peserta Hadir", "30", "20"), ("Peserta Aktif", "12", "0")]


def test_an_export_has_them_under_tokens(office: Workspace) -> None:
    """Counts are shared; what a document is called in the store is not. The store stays sound."""
    found: dict[str, Any] = json.loads("".join(office.export()))
    stored = {id for kind, id in dump(office.storage)["documents"] if kind in ("survey", "gathering")}
    assert sorted(s["favourable"] for s in found["surveys"]) == [10, 10, 30]
    assert sorted(g["took_part"] for g in found["gatherings"]) == [0, 4, 12]
    assert not stored & {item["id"] for item in found["surveys"] + found["gatherings"]}
    assert office.verify().is_sound


def test_a_topic_that_names_a_person_is_shared_without_the_name(tmp_path: Path) -> None:
    """It is found, and taken out when the person is erased."""
    sheets = KIMS | {
        "Pengurus": [("Nama Kelompok", "Nama", "Jabatan"), ("KIM Satu", "Rekawati Contoh", "Ketua")],
        "Diskusi": [GATHERINGS, ("KIM Satu", "Temu wicara Rekawati Contoh", None, "2 Mei 2026", 3, 1)],
    }
    with Workspace.open("memory:", OFFICE) as office:
        office.take_in(write_register(tmp_path / "r.xlsx", sheets))
        assert "Rekawati" not in "".join(office.export())
        assert any(p.kind == "gathering" for p in office.person("Rekawati Contoh"))
        office.erase("Rekawati Contoh")
        assert [g.title for g in office.gatherings()] == ["Temu wicara [dihapus]"]


def test_a_call_records_and_withdraws(office: Workspace) -> None:
    """A KIM may be named as elsewhere; the same key again is a correction; a second withdrawal finds nothing."""
    asked = Survey(kim="KIM Satu", topic="Air", aspect=Aspect.ATTITUDE, phase=Phase.AFTER, answered=10, favourable=4)
    made = office.record(asked)
    assert made.kim == ids(office)["KIM Satu"]
    assert office.record(evolve(made, favourable=5)) in office.surveys()
    assert len([s for s in office.surveys() if s.topic == "Air"]) == 1
    assert (office.withdraw(made), office.withdraw(made)) == (True, False)
    held = office.record(Gathering(kim=made.kim, title="Temu", attended=5))
    assert held in office.gatherings()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (Survey(topic=" "), "topic or title|title or topic"),
        (Survey(topic="t", answered=4, favourable=5), "favourable \\(5\\) is more than answered \\(4\\)"),
        (Survey(topic="t", asked=3, answered=4), "answered \\(4\\) is more than asked \\(3\\)"),
        (Gathering(kim="", title="", attended=1, took_part=2), "blank; it names no KIM; took_part"),
    ],
)
def test_what_cannot_be_is_not_recorded(office: Workspace, wrong: Survey | Gathering, said: str) -> None:
    """Everything that is wrong is told at once, and nothing is stored."""
    before = dump(office.storage)
    with pytest.raises(InvalidValue, match=said) as caught:
        office.record(wrong)
    assert caught.value.code == "count_invalid"
    assert dump(office.storage) == before


def test_an_unknown_kim_is_not_found(office: Workspace) -> None:
    """A name that no KIM bears is told as elsewhere."""
    with pytest.raises(NotFound):
        office.record(Survey(kim="KIM Tiada", topic="t"))


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        (("KIM Satu", "Gizi", "sikap", "sebelum", "1 Mei 2026", 50, 40, 41), ["count_exceeded"]),
        (("KIM Satu", "Gizi", "sikap", "sebelum", "1 Mei 2026", 39, 40, 40), ["count_exceeded"]),
        (("KIM Satu", "Gizi", "sikap", "sebelum", "1 Mei 2026", 40, 40, 40), []),
        (("KIM Satu", "Gizi", None, "kapan saja", None, 50, 40, 4), ["choice_unreadable"] * 2 + ["date_missing"]),
        (("KIM Satu", None, "sikap", "sebelum", "1 Mei 2026", 50, 40, 4), ["name_missing"]),
        (("KIM Tiada", "Gizi", "sikap", "sebelum", "1 Mei 2026", 50, 40, 4), ["kim_unknown"]),
        ((None, "Jumlah air", "sikap", "sebelum", "1 Mei 2026", 50, 40, 4), []),
    ],
)
def test_a_row_that_cannot_be_used_is_told(tmp_path: Path, row: tuple[Any, ...], codes: list[str]) -> None:
    """Each problem names what to mend; a topic that begins like a total is none."""
    with Workspace.open("memory:", OFFICE) as office:
        found = office.take_in(write_register(tmp_path / "r.xlsx", KIMS | {"Survei": [SURVEYS, row]}))
        told = sorted(p.code for p in found if p.sheet == "Survei")
    assert told == codes


def test_a_row_that_stands_twice_is_taken_once(tmp_path: Path) -> None:
    """Alike it is a repetition, with other counts a conflict, in which the later row stands."""
    rows = [("KIM Satu", "Temu", None, "2 Mei 2026", 30, n) for n in (3, 3, 5)]
    with Workspace.open("memory:", OFFICE) as office:
        found = office.take_in(write_register(tmp_path / "r.xlsx", KIMS | {"Diskusi": [GATHERINGS, *rows]}))
        assert [p.code for p in found if p.sheet == "Diskusi"] == ["repeated_row", "figure_conflict"]
        assert [g.took_part for g in office.gatherings()] == [5]


def test_a_file_without_these_sheets_lacks_nothing(tmp_path: Path) -> None:
    """They are supplementary: no problem says that they are missing."""
    with Workspace.open("memory:", OFFICE) as office:
        found = office.take_in(write_register(tmp_path / "r.xlsx", KIMS))
    assert {"Survei", "Diskusi"}.isdisjoint(p.sheet for p in found)


def test_a_list_of_events_is_no_sheet_of_discussions(tmp_path: Path) -> None:
    """A sheet is found by headings only where one of its counts is among them."""
    other = ("Nama KIM", "Kegiatan", "Bentuk", "Tanggal")
    sheets: Sheets = {"Jadwal": [other, ("KIM Satu", "Rapat", "rapat", "2 Mei 2026")]}
    counted: Sheets = {"Acara": [GATHERINGS, ("KIM Satu", "Rapat", "rapat", "2 Mei 2026", 5, 2)]}
    with Workspace.open("memory:", OFFICE) as office:
        office.take_in(write_register(tmp_path / "r.xlsx", KIMS | sheets))
        assert office.gatherings() == ()
        office.take_in(write_register(tmp_path / "s.xlsx", KIMS | counted))
        assert [g.title for g in office.gatherings()] == ["Rapat"]
