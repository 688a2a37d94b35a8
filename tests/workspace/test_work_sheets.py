"""The sheets of chapter IV in the store: taken in, stated again, taken back, told cell by cell."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kimcore.collaboration import CapacityEvent, Dissemination, Material, Skill, Trial, WorkStatus, state_on
from kimcore.media import ContentKind, MediaKind
from kimcore.testing.works import a_stage
from kimcore.values import Answer, Period
from kimcore.workspace import Workspace
from tests.workspace.made_year import KIMS, YEAR
from tests.workspace.registers import OFFICE, dump, write_register

pytestmark = pytest.mark.clause("IV.A.basis", "IV.B.model", "IV.C.basis", "IV.C.stage.4")

Row = Sequence[Any]
Told = tuple[str, str, str | None, str | None]
Problem = tuple[str, int | None, str, str, str]

STAGES = ("Kegiatan", "Tahap", "Hasil", "Tanggal", "Petugas", "Bukti", "Alasan", "Tenggat")
PARTICIPANTS = YEAR["Peserta"][0]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    """Return an office that has taken the made-up year in."""
    with Workspace.open("memory:", OFFICE) as found:
        found.take_in(write_register(tmp_path / "year.xlsx", YEAR))
        yield found


def take(office: Workspace, tmp_path: Path, sheets: Mapping[str, Sequence[Row]]) -> list[Told]:
    """Take sheets in beside Profil KIM and return what changed: sheet, column, before, after."""
    found = office.take_in(
        write_register(tmp_path / "next.xlsx", KIMS | {name: list(rows) for name, rows in sheets.items()})
    )
    return [(c.sheet, c.column, c.old, c.new) for c in found.changes]


def problems(office: Workspace, tmp_path: Path, sheets: Mapping[str, Sequence[Row]]) -> list[Problem]:
    """Take sheets in beside Profil KIM and return the problems: sheet, row, column, code, value."""
    found = office.take_in(
        write_register(tmp_path / "next.xlsx", KIMS | {name: list(rows) for name, rows in sheets.items()})
    )
    return [(p.sheet, p.row, p.column, p.code, p.value) for p in found if p.code != "sheet_missing"]


def only(office: Workspace, kind: type[Any]) -> Any:
    """Return the only work of a kind."""
    (found,) = office.works(kind)
    return found


def test_every_sheet_is_taken_in(office: Workspace) -> None:
    """What is stored is what was typed, KIMs and issues by their ids."""
    one, two = (kim.id for kim in office.kims())
    event = only(office, CapacityEvent)
    assert event.title == "Workshop/Lokakarya: Menulis berita"
    assert (event.invited, event.issues, event.branding) == ((one, two), ("99.01/1",), Answer.YES)
    assert [(s.title, s.begins, s.ends) for s in event.sessions] == [
        ("Dasar", "08:00", "10:00"),
        ("Lanjut", "08:30", "10:00"),
    ]
    assert [(p.name, p.kim, p.attended) for p in event.participants] == [
        ("Budi Contoh", one, Answer.YES),
        ("Ani Contoh", two, Answer.NO),
    ]
    assert [(p.kim, p.medium) for p in event.publications] == [("", MediaKind.ONLINE), (one, MediaKind.SOCIAL)]
    trial = only(office, Trial)
    assert (trial.kim, trial.type.code, trial.term) == (two, "B", Period(date(2026, 6, 1), date(2026, 7, 31)))
    assert [p.format for p in trial.schedule] == [ContentKind.VIDEO, "komik"]
    assert [n.skills_lacking for n in office.needs(one)] == [(Skill.WRITING, "menyelam")]
    assert office.work("Gizi bersama").materials == (only(office, Material).id,)
    assert len(only(office, Material).contributions) == 2


def test_a_stage_that_is_stated_is_recorded_and_a_deadline_is_due(office: Workspace) -> None:
    """The first stage is done, the second waits until its day."""
    event = only(office, CapacityEvent)
    state = state_on(event, date(2026, 6, 1))
    assert (state.status, state.done) == (WorkStatus.RUNNING, ("theme",))
    assert state.late == ()
    (row,) = [row for row in office.plan(date(2026, 7, 2)) if row.work == event.id]
    assert (row.on, row.overdue) == (date(2026, 7, 1), True)


def test_said_again_nothing_changes(office: Workspace, tmp_path: Path) -> None:
    """The same file twice changes no cell; so does one without the sheets, or with Profil KIM alone."""
    before = office.works(), office.needs()
    assert office.take_in(write_register(tmp_path / "again.xlsx", YEAR)).changes == ()
    assert take(office, tmp_path, {}) == []
    assert (office.works(), office.needs()) == before


def test_an_import_is_taken_back_exactly(office: Workspace, tmp_path: Path) -> None:
    """What stood before stands again, to the letter."""
    before = dump(office.storage)["documents"]
    rows = [PARTICIPANTS, ("Menulis berita", "Eka Contoh", "KIM Satu", None, None)]
    assert take(office, tmp_path, {"Peserta": rows, "Kegiatan": [("Tema", "Bentuk Kegiatan"), ("Baru", "sarasehan")]})
    office.undo_import()
    after = dump(office.storage)["documents"]
    assert {key: after.get(key) for key in before if key[0] != "office"} == {
        key: found for key, found in before.items() if key[0] != "office"
    }
    assert [e.theme for e in office.works(CapacityEvent)] == ["Menulis berita"]
    assert len(only(office, CapacityEvent).participants) == 2


def test_a_sheet_replaces_the_lists_of_the_works_it_names(office: Workspace, tmp_path: Path) -> None:
    """A participant left out is gone, one told otherwise is changed; names are masked in the changes."""
    rows = [PARTICIPANTS, ("menulis  BERITA", "Budi Contoh", "KIM Satu", "ya", "tidak")]
    found = take(office, tmp_path, {"Peserta": rows})
    assert ("Peserta", "Hadir", "ya", "tidak") in found
    assert ("Peserta", "Nama Peserta", "*** ******", None) in found
    assert [p.name for p in only(office, CapacityEvent).participants] == ["Budi Contoh"]


def test_a_column_that_is_absent_changes_nothing(office: Workspace, tmp_path: Path) -> None:
    """An event keeps what the sheet has no column for, and so does a participant."""
    before = only(office, CapacityEvent)
    assert take(office, tmp_path, {"Kegiatan": [("Tema", "Tempat"), ("Menulis berita", "Balai Contoh")]}) == [
        ("Kegiatan", "Tempat", "Aula Contoh", "Balai Contoh")
    ]
    people = (("Menulis berita", "Budi Contoh", "KIM Satu"), ("Menulis berita", "Ani Contoh", "KIM Dua"))
    rows = [PARTICIPANTS[:3], *people]
    assert take(office, tmp_path, {"Peserta": rows}) == []
    assert only(office, CapacityEvent).sessions == before.sessions


def test_needs_left_out_are_gone_for_the_kims_named(office: Workspace, tmp_path: Path) -> None:
    """A day that was corrected leaves no needs behind; another KIM's stay."""
    rows = [("Nama KIM", "Tanggal", "Perlu: Media"), ("KIM Satu", "3 Mei 2026", "ya")]
    take(office, tmp_path, {"Kebutuhan": rows})
    assert [n.on for n in office.needs("KIM Satu")] == [date(2026, 5, 3)]
    assert len(office.needs("KIM Dua")) == 1


def test_a_stage_recorded_by_command_stands(office: Workspace, tmp_path: Path) -> None:
    """A sheet that says otherwise is told so, one that says the same is not, and nothing changes."""
    office.record_stage("Menulis berita", a_stage("speakers", date(2026, 5, 5)))
    before = only(office, CapacityEvent)
    row = ("Menulis berita", "speakers", "selesai", "5 Mei 2026", "Made-Up Officer", "made-up minutes", None, None)
    assert problems(office, tmp_path, {"Tahapan": [STAGES, row]}) == []
    other = (*row[:3], "6 Mei 2026", *row[4:])
    assert problems(office, tmp_path, {"Tahapan": [STAGES, other]}) == [
        ("Tahapan", 2, "Tahap", "stage_kept", "speakers")
    ]
    assert only(office, CapacityEvent) == before


def test_a_deadline_is_moved_and_taken_away(office: Workspace, tmp_path: Path) -> None:
    """A row with another day moves it, a row that says nothing of its stage takes it away, one left out keeps it."""
    for day, days in (("2 Juli 2026", [date(2026, 7, 2)]), (None, [])):
        take(office, tmp_path, {"Tahapan": [STAGES, ("Menulis berita", "speakers", *[None] * 5, day)]})
        assert [d.on for d in only(office, CapacityEvent).progress.deadlines] == days


def test_stages_out_of_order_are_problems_and_none_is_stored(office: Workspace, tmp_path: Path) -> None:
    """Each is told what it lacks, all at once; the one that is allowed is recorded, in whatever order they stand."""
    rows = [
        STAGES,
        ("Menulis berita", "venue", "selesai", "6 Mei 2026", "Dewi Contoh", "nota", None, None),
        ("Menulis berita", "held", "selesai", "6 Juni 2026", "Dewi Contoh", "nota", None, None),
        ("Menulis berita", "speakers", "selesai", "5 Mei 2026", "Dewi Contoh", "nota", None, None),
        ("Menulis berita", "evaluated", "selesai", "9 Juni 2026", "Dewi Contoh", "nota", None, None),
    ]
    assert problems(office, tmp_path, {"Tahapan": rows}) == [
        ("Tahapan", 3, "Tahap", "stage_refused", "held"),
        ("Tahapan", 5, "Tahap", "stage_refused", "evaluated"),
    ]
    assert [r.stage for r in only(office, CapacityEvent).progress.records] == ["theme", "speakers", "venue"]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (("Nihil", "theme", "selesai", "6 Mei 2026", "Dewi", "nota", None, None), ("Kegiatan", "work_unknown")),
        ((None, "theme", "selesai", "6 Mei 2026", "Dewi", "nota", None, None), ("Kegiatan", "name_missing")),
        (("Menulis berita", "x", "selesai", "6 Mei 2026", "Dewi", "nota", None, None), ("Tahap", "choice_unreadable")),
        (("Menulis berita", "venue", None, "6 Mei 2026", "Dewi", "nota", None, None), ("Hasil", "choice_unreadable")),
        (("Menulis berita", "speakers", "selesai", None, "Dewi", "nota", None, None), ("Tanggal", "date_missing")),
        (("Menulis berita", "speakers", "selesai", "6 Mei 2026", None, "n", None, None), ("Tahap", "record_refused")),
        (("Menulis berita", "speakers", "dilewati", "6 Mei 2026", "De", "x", None, None), ("Tahap", "record_refused")),
    ],
)
def test_a_row_of_tahapan_says_what_it_lacks(
    office: Workspace, tmp_path: Path, row: tuple[Any, ...], found: tuple[str, str]
) -> None:
    """File, sheet, row, column and code are told; nothing is stored of the row."""
    before = only(office, CapacityEvent)
    assert [(p[2], p[3]) for p in problems(office, tmp_path, {"Tahapan": [STAGES, row]})] == [found]
    assert only(office, CapacityEvent) == before


@pytest.mark.clause("IV.B.A.action")
def test_a_dissemination_counts_once_the_material_is_approved(office: Workspace, tmp_path: Path) -> None:
    """Before, it is refused; with the stages in the same file, before or behind it, it is taken in."""
    sheets = {"Diseminasi Bahan": YEAR["Diseminasi Bahan"]}
    assert [p[3] for p in problems(office, tmp_path, sheets)] == ["record_refused"]
    stages = [
        STAGES,
        ("Cegah gizi buruk", "dissemination", "selesai", "11 Juni 2026", "Dewi Contoh", "nota", None, None),
        ("Cegah gizi buruk", "approval", "selesai", "4 Juni 2026", "Dewi Contoh", "nota", None, None),
        ("Cegah gizi buruk", "design", "selesai", "3 Juni 2026", "Dewi Contoh", "nota", None, None),
    ]
    assert problems(office, tmp_path, sheets | {"Tahapan": stages}) == []
    material = only(office, Material)
    assert [(d.used, d.count) for d in material.disseminations] == [(MediaKind.SOCIAL, 3)]
    assert isinstance(material.disseminations[0], Dissemination)
    assert [r.stage for r in material.progress.records] == ["design", "approval", "dissemination"]


@pytest.mark.parametrize(
    ("sheet", "row", "found"),
    [
        ("Sesi", ("Menulis berita", "Tiga", "2 Juni 2026", "10.30", "10.00"), (2, "", "record_refused")),
        ("Sesi", ("Menulis berita", "Tiga", "2 Juni 2026", "pagi", None), (2, "Mulai", "time_unreadable")),
        ("Peserta", ("Menulis berita", None, "KIM Satu", None, None), (2, "Nama Peserta", "name_missing")),
        ("Peserta", ("Menulis berita", "Gita", "KIM Tiga", None, None), (2, "Nama KIM", "kim_unknown")),
        ("Peserta", ("Menulis berita", "Gita", None, None, None), (2, "Nama KIM", "name_missing")),
        ("Peserta", ("Menulis", "Gita", "KIM Satu", None, None), (2, "Kegiatan", "work_unknown")),
        ("Publikasi", ("Menulis berita", "x", None, None, None, None), (2, "Oleh", "choice_unreadable")),
        ("Jadwal Produksi", ("KIM Satu", "2 Juni 2026", "x", "video"), (2, "Nama KIM", "work_unknown")),
        ("Bahan", ("Lain", None, "responsif", None, "KIM Satu", *[None] * 4), (2, "", "record_refused")),
        ("Bahan", ("Lain", None, None, "Isu lain", "KIM Satu", *[None] * 4), (2, "Isu", "issue_unknown")),
        ("Kegiatan", ("Lain", None, *[None] * 6), (2, "Bentuk Kegiatan", "choice_unreadable")),
        ("Kolaborasi", ("Lain", "A", "KIM Satu", None, None, None, "Bahan lain"), (2, "Bahan", "work_unknown")),
        (
            "Kegiatan",
            ("Lain", "workshop", None, None, None, "Aula", None, None),
            (2, "Jenis Tempat", "choice_unreadable"),
        ),
        ("Kolaborasi", ("Lain", "A", None, None, "1 Mei 2026", "1 April 2026", None), (2, "Selesai", "contradiction")),
        ("Uji Coba", ("KIM Dua", *[None] * 6, "ya"), (2, "Tanggal Umpan Balik", "date_missing")),
        ("Peserta", ("Menulis berita", "Gita", "KIM Satu; KIM Dua", None, None), (2, "Nama KIM", "kim_ambiguous")),
        ("Kebutuhan", ("KIM Satu", None, "Dewi", "ya", None, None, None), (2, "Tanggal", "date_missing")),
        ("Kebutuhan", (None, "1 Mei 2026", "Dewi", "ya", None, None, None), (2, "Nama KIM", "name_missing")),
    ],
)
def test_what_is_wrong_in_a_row_is_told_with_its_place(
    office: Workspace, tmp_path: Path, sheet: str, row: tuple[Any, ...], found: tuple[int, str, str]
) -> None:
    """Row, column and code; the remedy says what to do."""
    told = problems(office, tmp_path, {sheet: [YEAR[sheet][0], row]})
    assert [(p[1], p[2], p[3]) for p in told] == [found]


def test_a_work_that_stands_twice_is_taken_once(office: Workspace, tmp_path: Path) -> None:
    """The second row is told where the first stands; a repeated participant is told too."""
    rows = [("Tema", "Bentuk Kegiatan"), ("Baru", "sarasehan"), ("baru", "workshop")]
    people = [PARTICIPANTS, *[("Baru", "Gita Contoh", "KIM Satu", None, None)] * 2]
    told = problems(office, tmp_path, {"Kegiatan": rows, "Peserta": people})
    assert [(p[0], p[1], p[3]) for p in told] == [("Kegiatan", 3, "work_repeated"), ("Peserta", 3, "repeated_row")]
    assert office.work("Baru").form.code == "expert_talk"


def test_a_title_that_two_works_bear_needs_an_id(office: Workspace, tmp_path: Path) -> None:
    """The problem lists the ids; with one of them the row is taken in."""
    event = only(office, CapacityEvent)
    other = office.keep(CapacityEvent(id="", office=event.office, form=event.form, theme=event.theme))
    people = [PARTICIPANTS, ("Menulis berita", "Gita Contoh", "KIM Satu", None, None)]
    assert [p[3] for p in problems(office, tmp_path, {"Peserta": people})] == ["work_ambiguous"]
    people = [PARTICIPANTS, (other.id, "Gita Contoh", "KIM Satu", None, None)]
    assert problems(office, tmp_path, {"Peserta": people}) == []
    assert [p.name for p in office.work(other.id).participants] == ["Gita Contoh"]


def test_a_sheet_of_the_same_name_that_is_another_is_left_alone(office: Workspace, tmp_path: Path) -> None:
    """A sheet Kegiatan without Tema is no sheet of chapter IV: it is read by its headings, or not at all."""
    rows = [("Nama KIM", "Kegiatan", "Tanggal", "Peserta Hadir"), ("KIM Satu", "Temu warga", "2 Mei 2026", 30)]
    take(office, tmp_path, {"Kegiatan": rows})
    assert [g.attended for g in office.gatherings()] == [30]
    assert problems(office, tmp_path, {"Kegiatan": [("catatan", "lain"), ("a", "b")]}) == []


def test_a_needed_column_that_is_absent_is_told_once(office: Workspace, tmp_path: Path) -> None:
    """The sheet is not taken in, and what was stored stays."""
    before = only(office, CapacityEvent)
    rows = [("Kegiatan", "Nama Peserta", "Hadir"), ("Menulis berita", "Gita Contoh", "ya")]
    assert problems(office, tmp_path, {"Peserta": rows}) == [("Peserta", None, "", "heading_missing", "")]
    assert only(office, CapacityEvent) == before


@pytest.mark.clause("IV.B.A.trial.3")
def test_the_decision_of_a_trial_is_taken_in_and_stands(office: Workspace, tmp_path: Path) -> None:
    """An incomplete one is refused, a complete one stored, another one later told and not stored."""
    head = ("Nama KIM", "Keputusan", "Tanggal Keputusan", "Pejabat", "Alasan", "Ditetapkan Mulai", "Ditetapkan Sampai")
    row = ("KIM Dua", "ditetapkan", "3 Agustus 2026", "Dewi Contoh", None, "3 Agustus 2026", "31 Desember 2026")
    assert [p[3] for p in problems(office, tmp_path, {"Uji Coba": [head, row]})] == ["record_refused"]
    whole = (*row[:4], "memenuhi jadwal", *row[5:])
    assert problems(office, tmp_path, {"Uji Coba": [head, whole]}) == []
    assert only(office, Trial).appointed_on(date(2026, 9, 1))
    other = ("KIM Dua", "tidak ditetapkan", "4 Agustus 2026", "Dewi Contoh", "lain", None, None)
    assert [p[3] for p in problems(office, tmp_path, {"Uji Coba": [head, other]})] == ["stage_kept"]
    assert only(office, Trial).appointed_on(date(2026, 9, 1))
