"""The sheets of competitions and awards in the store: taken in, stated again, taken back, told cell by cell."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from kimcore.collaboration import (
    Award,
    AwardForm,
    Category,
    CategoryKind,
    Competition,
    CompetitionKind,
    CompetitionLevel,
    ProtestOutcome,
    Recurrence,
    TieRule,
    WorkKind,
    move_kim,
    state_on,
)
from kimcore.testing.contests import a_competition, an_award
from kimcore.values import Answer, Period
from kimcore.workspace import Workspace
from tests.workspace.made_year import KIMS, YEAR
from tests.workspace.registers import OFFICE, dump, write_register

pytestmark = pytest.mark.clause("IV.E.competition", "IV.E.appreciation", "IV.E.own.plan", "IV.E.own.run")

Row = Sequence[Any]
Told = tuple[str, str, str | None, str | None]
Problem = tuple[int | None, str, str, str]

VIDEO, OUTSIDE, AWARD = "Lomba Video", "Lomba Provinsi", "KIM Terbaik"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    """Return an office that has taken the made-up year in."""
    with Workspace.open("memory:", OFFICE) as found:
        found.take_in(write_register(tmp_path / "year.xlsx", YEAR))
        yield found


def beside(tmp_path: Path, sheets: Mapping[str, Sequence[Row]]) -> Path:
    """Write sheets beside Profil KIM; the headings of the made-up year stand above rows that lack theirs."""
    return write_register(tmp_path / "next.xlsx", KIMS | {name: list(rows) for name, rows in sheets.items()})


def take(office: Workspace, tmp_path: Path, sheets: Mapping[str, Sequence[Row]]) -> list[Told]:
    """Take sheets in beside Profil KIM and return what changed: sheet, column, before, after."""
    found = office.take_in(beside(tmp_path, sheets))
    return [(c.sheet, c.column, c.old, c.new) for c in found.changes]


def problems(office: Workspace, tmp_path: Path, sheets: Mapping[str, Sequence[Row]]) -> list[Problem]:
    """Take sheets in beside Profil KIM and return the problems: row, column, code, value."""
    found = office.take_in(beside(tmp_path, sheets))
    return [(p.row, p.column, p.code, p.value) for p in found if p.code != "sheet_missing"]


def headed(sheet: str, *rows: Row) -> list[Row]:
    """Return rows of a sheet below the headings of the made-up year, short ones filled up with blanks."""
    head = YEAR[sheet][0]
    return [head, *((*row, *[None] * (len(head) - len(row))) for row in rows)]


def without(sheet: str, *columns: str) -> list[Row]:
    """Return the made-up rows of a sheet without some columns."""
    places = [n for n, heading in enumerate(YEAR[sheet][0]) if heading not in columns]
    return [[row[n] for n in places] for row in YEAR[sheet]]


def competition(office: Workspace, title: str = VIDEO) -> Competition:
    """Return a competition by its title."""
    (found,) = (work for work in office.works(Competition) if work.title == title)
    return found


def award(office: Workspace) -> Award:
    """Return the only award."""
    (found,) = office.works(Award)
    return found


def test_a_competition_is_taken_in(office: Workspace) -> None:
    """What is stored of its own row is what was typed; a blank level is that of an own competition."""
    own, outside = competition(office), competition(office, OUTSIDE)
    assert (own.kind, own.level, own.recurrence) == (
        CompetitionKind.OWN,
        CompetitionLevel.DISTRICT,
        Recurrence.YEARLY,
    )
    assert (own.type_b, own.works_owned, own.branding) == (Answer.YES, Answer.NO, Answer.YES)
    assert (own.opens, own.closes, own.budget) == (date(2026, 7, 1), date(2026, 7, 31), 25_000_000)
    assert own.mechanism == "daftar, nilai, umumkan"
    assert own.procurement is not None
    assert (own.procurement.on, own.procurement.kept, own.procurement.by, own.procurement.reference) == (
        date(2026, 6, 30),
        Answer.YES,
        "Petugas Contoh",
        "nota 7",
    )
    assert (outside.kind, outside.level) == (CompetitionKind.OUTSIDE, CompetitionLevel.PROVINCE)
    assert (outside.documentation, outside.evaluation, outside.procurement, outside.budget) == (
        "arsip",
        "baik",
        None,
        None,
    )
    assert [(a.on, a.by, a.what) for a in outside.accompaniments] == [(date(2026, 5, 2), "Petugas Contoh", "latihan")]


def test_categories_hold_their_rubric_and_prizes(office: Workspace) -> None:
    """Each criterion and prize stands in the category that its row names; a blank kind is that of the id."""
    video, puisi = competition(office).categories
    assert (video.id, video.kind, video.work, video.rule) == (
        "video",
        CategoryKind.VIDEO,
        WorkKind.AUDIO_VISUAL,
        TieRule.JURY,
    )
    assert (puisi.id, puisi.kind, puisi.work, puisi.rule) == ("puisi", "baca puisi", WorkKind.AUDIO, TieRule.SHARED)
    assert [(c.id, c.label, c.weight, c.maximum) for c in video.rubric] == [
        ("ide", "gagasan", 2, 100),
        ("teknik", "gambar dan suara", 1, 50),
    ]
    assert [(c.id, c.weight, c.maximum) for c in puisi.rubric] == [("suara", 1, 100)]
    assert [(p.place, p.what, p.entry, p.given) for p in video.prizes] == [
        (1, "piala", "K1", date(2026, 8, 20)),
        (2, "piagam", "", None),
    ]
    assert puisi.prizes == ()


def test_entries_scores_and_what_follows_are_taken_in(office: Workspace) -> None:
    """Works are named by code or title, KIMs by name; decimals stand behind a comma or a point, and 0 is a score."""
    one, two = (kim.id for kim in office.kims())
    own = competition(office)
    assert [(e.id, e.category, e.kim, e.title, e.registered, e.ownership) for e in own.entries] == [
        ("K1", "video", one, "Sungai Kita", date(2026, 7, 5), Answer.YES),
        ("K2", "video", two, "Pasar Pagi", date(2026, 7, 6), Answer.UNKNOWN),
        ("K3", "puisi", two, "Hujan", date(2026, 7, 7), Answer.UNKNOWN),
    ]
    assert own.entries[0].makers == "Budi Contoh"
    out = own.entries[2].disqualified
    assert out is not None
    assert (out.on, out.by, out.reason) == (date(2026, 7, 9), "Petugas Contoh", "bukan karya sendiri")
    assert [(s.juror, s.work, s.criterion, s.value) for s in own.scores] == [
        ("J1", "K1", "ide", 87.5),
        ("J1", "K1", "teknik", 40),
        ("J1", "K2", "ide", 87.5),
        ("J1", "K2", "teknik", 40),
        ("J2", "K1", "ide", 0),
    ]
    assert [(j.id, j.name, j.expertise) for j in own.jurors] == [
        ("J1", "Cici Contoh", "video"),
        ("J2", "Doni Contoh", ""),
    ]
    assert [(d.works, d.on, d.by, d.reason) for d in own.tie_decisions] == [
        (("K1", "K2"), date(2026, 8, 10), "Cici Contoh", "gagasan lebih baru")
    ]
    (protest,) = own.protests
    assert (protest.entry, protest.kim, protest.on, protest.text) == ("K1", two, date(2026, 8, 11), "bukan karya baru")
    assert (protest.outcome, protest.decided) == (ProtestOutcome.REJECTED, date(2026, 8, 12))
    assert (protest.officer, protest.reason) == ("Dewi Contoh", "karya baru")
    (support,) = own.supports
    assert (support.party, support.what, support.on, support.conflict) == (
        "PT Contoh",
        "hadiah",
        date(2026, 7, 1),
        Answer.NO,
    )
    assert (support.checked, support.officer) == (date(2026, 7, 2), "Dewi Contoh")
    (candidate,) = own.candidates
    assert (candidate.kim, candidate.seen, candidate.feedback) == (one, "rajin", "siap ikut")
    assert (candidate.ready, candidate.appointed, candidate.reason) == (Answer.YES, Answer.YES, "siap")
    assert len(own.publications) == 1
    assert [(e.id, e.category) for e in competition(office, OUTSIDE).entries] == [("P1", "")]


def test_an_award_is_taken_in(office: Workspace) -> None:
    """Its rubric stands in the award itself; scores and decisions name KIMs by their ids."""
    one, two = (kim.id for kim in office.kims())
    found = award(office)
    assert (found.period, found.rule, found.branding) == (
        Period(date(2026, 1, 1), date(2026, 10, 31)),
        TieRule.JURY,
        Answer.NO,
    )
    assert [(c.id, c.label, c.weight, c.maximum) for c in found.rubric] == [("mutu", "mutu konten", 1, 100)]
    assert [(s.juror, s.work, s.criterion, s.value) for s in found.scores] == [
        ("J1", one, "mutu", 90),
        ("J1", two, "mutu", 90),
    ]
    assert [d.works for d in found.tie_decisions] == [(two, one)]
    assert [(r.kim, r.form, r.on, r.reason) for r in found.recipients] == [
        (two, AwardForm.PLAQUE, date(2026, 11, 10), "tekun"),
        (two, "beasiswa", None, ""),
    ]
    assert [w.work for w in found.ranking(date(2026, 11, 6)).works] == [two, one]
    assert [(s.what, s.conflict) for s in found.supports] == [("plakat", Answer.UNKNOWN)]


def test_stages_of_a_competition_and_an_award_are_recorded(office: Workspace) -> None:
    """The sheet Tahapan speaks of both."""
    assert state_on(competition(office), date(2026, 7, 2)).done == ("schedule",)
    assert state_on(award(office), date(2026, 11, 2)).done == ("watch",)


def test_said_again_nothing_changes(office: Workspace, tmp_path: Path) -> None:
    """The same file twice changes no cell, and nothing of the store but the record of the import."""
    before = dump(office.storage)["documents"]
    assert office.take_in(write_register(tmp_path / "again.xlsx", YEAR)).changes == ()
    after = dump(office.storage)["documents"]
    assert {k: v for k, v in after.items() if k[0] != "office"} == {k: v for k, v in before.items() if k[0] != "office"}


CHANGED: dict[str, list[Row]] = {
    "Kompetisi": headed("Kompetisi", (VIDEO, "mandiri", None, "waktu tertentu"), ("Lomba Baru", "mandiri")),
    "Penghargaan": headed("Penghargaan", (AWARD, "2 Januari 2026", "31 Oktober 2026", "peringkat bersama")),
    "Kategori": headed("Kategori", *YEAR["Kategori"][1:], (VIDEO, "foto", "fotografi", "visual", None)),
    "Rubrik": headed("Rubrik", *YEAR["Rubrik"][1:], (VIDEO, "foto", "cahaya", None, 3, 10)),
    "Hadiah": headed("Hadiah", (VIDEO, "video", 1, "piala besar", "K2", "21 Agustus 2026")),
    "Juri": headed("Juri", *YEAR["Juri"][1:], (AWARD, "J2", "Eka Contoh", "media")),
    "Calon": headed("Calon", (VIDEO, "KIM Dua", None, "tidak", None, "tidak", "sibuk")),
    "Karya": headed("Karya", *YEAR["Karya"][1:], (VIDEO, "K4", "foto", "KIM Satu", "Fajar", None, None, "8 Juli 2026")),
    "Nilai": headed("Nilai", *YEAR["Nilai"][1:], (VIDEO, "J2", "K4", "cahaya", 7.25)),
    "Keputusan Seri": headed("Keputusan Seri", (VIDEO, "K2; K1", "11 Agustus 2026", "Cici Contoh", "lain")),
    "Keberatan": headed("Keberatan", (VIDEO, "K2", "KIM Satu", "12 Agustus 2026", "lain")),
    "Pendampingan": headed("Pendampingan", (OUTSIDE, "3 Mei 2026", "Petugas Contoh", "gladi")),
    "Dukungan Swasta": headed("Dukungan Swasta", (VIDEO, "PT Lain", "tempat")),
    "Penerima": headed("Penerima", (AWARD, "KIM Satu", "jejaring kerja sama", "11 November 2026", "giat")),
}


@pytest.mark.parametrize("sheet", [*CHANGED, "all of them"])
def test_an_import_is_taken_back_exactly(office: Workspace, tmp_path: Path, sheet: str) -> None:
    """Whichever sheet was changed, or all at once: what stood before stands again, to the letter."""
    before = dump(office.storage)["documents"]
    sheets = {name: rows for name, rows in CHANGED.items() if sheet in (name, "all of them")}
    if sheet in ("Rubrik", "Karya", "Nilai"):
        sheets = {name: CHANGED[name] for name in ("Kategori", "Rubrik", "Karya", "Nilai")}
    found = office.take_in(beside(tmp_path, sheets))
    assert [p.code for p in found if p.code != "sheet_missing"] == []
    assert {c.sheet for c in found.changes} >= {name for name in sheets if name != "all of them"}
    office.undo_import()
    after = dump(office.storage)["documents"]
    assert {key: found for key, found in after.items() if key[0] != "office"} == {
        key: found for key, found in before.items() if key[0] != "office"
    }


def test_a_sheet_replaces_the_lists_of_the_works_it_names(office: Workspace, tmp_path: Path) -> None:
    """What is left out is gone, also inside a category; works that the sheet does not name stay."""
    before = award(office)
    rubric = headed("Rubrik", (VIDEO, "video", "ide", "gagasan", 2, 100), (VIDEO, "video", "teknik", None, 1, 50))
    prizes = headed("Hadiah", (VIDEO, "puisi", 1, "buku"))
    take(office, tmp_path, {"Rubrik": rubric, "Hadiah": prizes})
    video, puisi = competition(office).categories
    assert [len(c.rubric) for c in (video, puisi)] == [2, 0]
    assert [[p.what for p in c.prizes] for c in (video, puisi)] == [[], ["buku"]]
    assert award(office) == before


def test_categories_said_again_keep_their_rubric_and_prizes(office: Workspace, tmp_path: Path) -> None:
    """A category that is changed keeps what its sheet has no column for; one left out is gone with it."""
    rows = headed("Kategori", (VIDEO, "video", "fotografi", "visual", "menurut urutan kriteria"), *YEAR["Kategori"][2:])
    video = competition(office).categories[0]
    assert take(office, tmp_path, {"Kategori": rows}) == [
        ("Kategori", "Jenis Kategori", "pembuatan konten video", "fotografi"),
        ("Kategori", "Jenis Karya", "audio visual", "visual"),
        ("Kategori", "Aturan Nilai Seri", "keputusan juri", "menurut urutan kriteria"),
    ]
    changed = evolve(video, kind=CategoryKind.PHOTOGRAPHY, work=WorkKind.VISUAL, rule=TieRule.CRITERIA)
    assert competition(office).categories[0] == changed


@pytest.mark.parametrize(
    ("sheet", "columns"),
    [
        ("Kompetisi", ("Tingkat", "Anggaran", "Rujukan Pengadaan", "Evaluasi")),
        ("Kompetisi", ("Pengadaan Diperiksa",)),
        ("Penghargaan", ("Aturan Nilai Seri", "BerMiTRA")),
        ("Penghargaan", ("Mulai", "Selesai")),
        ("Kategori", ("Jenis Kategori", "Aturan Nilai Seri")),
        ("Rubrik", ("Uraian", "Bobot", "Nilai Tertinggi")),
        ("Hadiah", ("Karya", "Diberikan")),
        ("Juri", ("Keahlian",)),
        ("Calon", ("Hasil Pantauan", "Siap", "Umpan Balik", "Ditetapkan", "Alasan")),
        ("Karya", ("Kategori", "Judul Karya", "Pembuat", "Tautan", "Kepemilikan Diterima")),
        ("Karya", ("Diskualifikasi", "Diputuskan Oleh", "Alasan Diskualifikasi")),
        ("Karya", ("Alasan Diskualifikasi",)),
        ("Keputusan Seri", ("Oleh", "Alasan")),
        ("Keberatan", ("Putusan", "Tanggal Putusan", "Pejabat", "Alasan")),
        ("Pendampingan", ("Petugas",)),
        ("Dukungan Swasta", ("Tanggal", "Bertentangan", "Diperiksa", "Pejabat")),
        ("Penerima", ("Tanggal", "Alasan")),
    ],
)
def test_a_column_that_is_absent_changes_nothing(
    office: Workspace, tmp_path: Path, sheet: str, columns: tuple[str, ...]
) -> None:
    """A record keeps what the sheet has no column for, and so does each item that a row names."""
    before = office.works()
    found = office.take_in(beside(tmp_path, {sheet: without(sheet, *columns)}))
    assert [(p.sheet, p.code) for p in found if p.code != "sheet_missing"] == []
    assert found.changes == ()
    assert office.works() == before


def test_blank_cells_say_that_there_is_nothing(office: Workspace, tmp_path: Path) -> None:
    """A blank day, text or answer is taken away; what must be known stays as it was."""
    head = ("Judul", "Jenis", "Tingkat", "Dibuka", "Pengadaan Diperiksa", "Pengadaan Sesuai", "Pemeriksa Pengadaan")
    found = take(office, tmp_path, {"Kompetisi": [head, (VIDEO, *[None] * 6)]})
    assert found == [
        ("Kompetisi", "Dibuka", "2026-07-01", None),
        ("Kompetisi", "Pengadaan Diperiksa", "2026-06-30", None),
        ("Kompetisi", "Pengadaan Sesuai", "ya", None),
        ("Kompetisi", "Pemeriksa Pengadaan", "******* ******", None),
        ("Kompetisi", "Rujukan Pengadaan", "**** *", None),
    ]
    assert competition(office).kind is CompetitionKind.OWN
    assert take(office, tmp_path, {"Penghargaan": headed("Penghargaan", (AWARD, None, None, None))}) == [
        ("Penghargaan", "BerMiTRA", "tidak", None)
    ]


GOOD_SCORE = (VIDEO, "J2", "K2", "ide", 50)
BAD_ROWS: list[tuple[str, Row, tuple[str, str]]] = [
    ("Kompetisi", ("Lomba Lain", None), ("Jenis", "choice_unreadable")),
    ("Kompetisi", ("Lomba Lain", "ikut serta", "nasional", "kadang"), ("Berkala", "choice_unreadable")),
    ("Kompetisi", ("Lomba Lain", "ikut serta"), ("", "record_refused")),
    ("Kompetisi", ("Lomba Lain", "mandiri", None, *[None] * 7, None, "ya"), ("Pengadaan Diperiksa", "date_missing")),
    ("Kompetisi", ("Lomba Lain", "mandiri", *[None] * 8, "1 Mei 2026"), ("Pengadaan Diperiksa", "part_refused")),
    ("Penghargaan", ("Lain", "1 Mei 2026", None), ("Selesai", "date_missing")),
    ("Penghargaan", ("Lain", "1 Mei 2026", "30 April 2026"), ("Selesai", "contradiction")),
    ("Penghargaan", ("Lain", "kapan", "30 April 2026"), ("Mulai", "date_unreadable")),
    ("Kategori", ("Lomba Lain", "foto", None, "visual"), ("Kegiatan", "work_unknown")),
    ("Kategori", (VIDEO, None, None, "visual"), ("Kategori", "cell_missing")),
    ("Kategori", (VIDEO, "foto", None, None), ("Jenis Karya", "choice_unreadable")),
    ("Kategori", (VIDEO, "video", None, "visual"), ("Kategori", "part_repeated")),
    ("Kategori", (AWARD, "foto", None, "visual"), ("Kegiatan", "work_unknown")),
    ("Rubrik", (VIDEO, "video", "nada", None, 0, 10), ("", "record_refused")),
    ("Rubrik", (VIDEO, None, "nada", None, 1, 10), ("Kategori", "cell_missing")),
    ("Rubrik", (VIDEO, "foto", "nada", None, 1, 10), ("Kategori", "part_unknown")),
    ("Rubrik", (AWARD, "video", "nada", None, 1, 10), ("Kategori", "part_unknown")),
    ("Rubrik", (VIDEO, "video", "ide", None, 1, 100), ("Kriteria", "part_repeated")),
    ("Rubrik", (VIDEO, "video", "nada", None, "banyak", 10), ("Bobot", "number_unreadable")),
    ("Hadiah", (VIDEO, "video", None, "piala"), ("Peringkat", "cell_missing")),
    ("Hadiah", (VIDEO, "video", 3, "piala", "K9"), ("Karya", "part_unknown")),
    ("Juri", (VIDEO, "Budi Contoh", "budi  contoh"), ("Kode Juri", "juror_named")),
    ("Juri", (VIDEO, "J1", "Budi Contoh"), ("Kode Juri", "part_repeated")),
    ("Juri", (VIDEO, "J9", None), ("Nama Juri", "name_missing")),
    ("Calon", (VIDEO, "KIM Tiga"), ("Nama KIM", "kim_unknown")),
    ("Calon", (VIDEO, None, "rajin"), ("Nama KIM", "name_missing")),
    ("Karya", (VIDEO, "K9", "video", "KIM Satu"), ("Didaftarkan", "date_missing")),
    ("Karya", (VIDEO, "K9", None, "KIM Satu", *[None] * 3, "5 Juli 2026"), ("Kategori", "cell_missing")),
    ("Karya", (VIDEO, "K9", "foto", "KIM Satu", *[None] * 3, "5 Juli 2026"), ("Kategori", "part_unknown")),
    ("Karya", (OUTSIDE, "K9", "video", "KIM Satu", *[None] * 3, "5 Juli 2026"), ("Kategori", "part_unknown")),
    ("Karya", (VIDEO, "K1", "video", "KIM Dua", *[None] * 3, "5 Juli 2026"), ("Kode Karya", "part_repeated")),
    (
        "Karya",
        (VIDEO, "K9", "video", "KIM Satu", *[None] * 3, "5 Juli 2026", None, None, "Dewi"),
        ("Diskualifikasi", "date_missing"),
    ),
    (
        "Karya",
        (VIDEO, "K9", "video", "KIM Satu", *[None] * 3, "5 Juli 2026", None, "6 Juli 2026"),
        ("Diskualifikasi", "part_refused"),
    ),
    ("Nilai", ("Lomba Lain", "J1", "K2", "ide", 1), ("Kegiatan", "work_unknown")),
    ("Nilai", (VIDEO, "J9", "K2", "ide", 1), ("Kode Juri", "part_unknown")),
    ("Nilai", (VIDEO, "J2", "K9", "ide", 1), ("Karya", "part_unknown")),
    ("Nilai", (VIDEO, "J2", "K2", "nada", 1), ("Kriteria", "part_unknown")),
    ("Nilai", (VIDEO, "J2", "K2", "teknik", 50.5), ("Nilai", "record_refused")),
    ("Nilai", (VIDEO, "J2", "K2", "teknik", "baik"), ("Nilai", "number_unreadable")),
    ("Nilai", (VIDEO, "J2", "K2", "teknik", -1), ("Nilai", "number_unreadable")),
    ("Nilai", (VIDEO, "J2", "K2", "teknik", "1.250"), ("Nilai", "number_ambiguous")),
    ("Nilai", (VIDEO, "J2", "K2", "teknik", None), ("Nilai", "cell_missing")),
    ("Nilai", (VIDEO, None, "K2", "teknik", 1), ("Kode Juri", "cell_missing")),
    ("Nilai", (VIDEO, "J1", "K1", "ide", 1), ("Kriteria", "part_repeated")),
    ("Nilai", (AWARD, "J1", "KIM Tiga", "mutu", 1), ("Karya", "kim_unknown")),
    ("Nilai", (AWARD, "J1", "K1", "mutu", 1), ("Karya", "kim_unknown")),
    ("Keputusan Seri", (VIDEO, "K1", "10 Agustus 2026", "Cici", "x"), ("", "record_refused")),
    ("Keputusan Seri", (VIDEO, "K1; K9", "10 Agustus 2026", "Cici", "x"), ("Urutan", "part_unknown")),
    ("Keputusan Seri", (VIDEO, None, "10 Agustus 2026", "Cici", "x"), ("Urutan", "cell_missing")),
    ("Keputusan Seri", (VIDEO, "K1; K2", "10 Agustus 2026", None, "x"), ("", "record_refused")),
    ("Keputusan Seri", (AWARD, "KIM Satu; KIM Tiga", "5 Mei 2026", "Cici", "x"), ("Urutan", "kim_unknown")),
    (
        "Keberatan",
        (VIDEO, "K2", "KIM Satu", "11 Agustus 2026", "x", "diterima", "10 Agustus 2026", "Dewi", "x"),
        ("", "record_refused"),
    ),
    ("Keberatan", (VIDEO, "K2", "KIM Satu", None, "x"), ("Tanggal", "date_missing")),
    ("Keberatan", (VIDEO, "K2", "KIM Satu", "11 Agustus 2026", None), ("Keberatan", "cell_missing")),
    ("Pendampingan", (OUTSIDE, None, "Dewi", "x"), ("Tanggal", "date_missing")),
    ("Dukungan Swasta", (VIDEO, None, "x"), ("Pihak", "cell_missing")),
    ("Penerima", (AWARD, "KIM Satu", None), ("Bentuk", "cell_missing")),
    ("Penerima", (VIDEO, "KIM Satu", "plakat"), ("Kegiatan", "work_unknown")),
]


@pytest.mark.parametrize(("sheet", "row", "found"), BAD_ROWS, ids=lambda part: part if isinstance(part, str) else "")
def test_a_bad_row_is_one_problem_and_the_others_are_taken(
    office: Workspace, tmp_path: Path, sheet: str, row: Row, found: tuple[str, str]
) -> None:
    """Row, column and code are told once, and nothing that stood there is lost."""
    before = {work.id: work for work in office.works()}
    rows = headed(sheet, *YEAR[sheet][1:], row)
    assert [p[:3] for p in problems(office, tmp_path, {sheet: rows})] == [(len(rows), *found)]
    kept = {work.id: work for work in office.works() if work.id in before}
    if found[1] not in ("part_refused", "date_missing", "number_unreadable") or sheet not in ("Karya", "Rubrik"):
        assert kept == before


def test_an_unreadable_score_is_no_zero(office: Workspace, tmp_path: Path) -> None:
    """The score known before stays where its row cannot be read, and another is not stored at all."""
    rows = headed("Nilai", (VIDEO, "J1", "K1", "ide", "baik"), (VIDEO, "J1", "K2", "ide", None), GOOD_SCORE)
    assert [p[2] for p in problems(office, tmp_path, {"Nilai": rows})] == ["number_unreadable", "cell_missing"]
    assert {(s.work, s.criterion): s.value for s in competition(office).scores if s.juror == "J1"} == {
        ("K1", "ide"): 87.5,
        ("K2", "ide"): 87.5,
    }
    assert [s.value for s in competition(office).scores if s.juror == "J2"] == [50]


@pytest.mark.parametrize(
    ("sheet", "row", "name"),
    [
        ("Juri", (VIDEO, "J1", "Cici Contoh", "video"), "“J2”"),
        ("Karya", (VIDEO, "K1", "video", "KIM Satu", "Sungai Kita", None, None, "5 Juli 2026"), "“K2”"),
        ("Kategori", (VIDEO, "puisi", "baca puisi", "audio"), "“video”"),
        ("Rubrik", (VIDEO, "video", "ide", None, 2, 80), "J1"),
    ],
)
def test_a_list_that_others_rest_on_is_not_replaced(
    office: Workspace, tmp_path: Path, sheet: str, row: Row, name: str
) -> None:
    """It is told at its first row what refers to what is left out, and the rest of the file is taken."""
    before = competition(office)
    rows = {sheet: headed(sheet, row), "Calon": headed("Calon", (VIDEO, "KIM Dua"))}
    found = [p for p in office.take_in(beside(tmp_path, rows)) if p.code != "sheet_missing"]
    assert [(p.sheet, p.row, p.code) for p in found] == [(sheet, 2, "list_refused")]
    assert name in found[0].message.id
    (candidate,) = competition(office).candidates
    assert candidate.kim == office.kims()[1].id
    assert evolve(competition(office), candidates=before.candidates) == before


def test_a_list_is_replaced_with_what_rests_on_it(office: Workspace, tmp_path: Path) -> None:
    """A file that leaves out a juror with the scores of that juror is taken, whatever the order of its sheets."""
    sheets = {
        "Nilai": headed("Nilai", *(row for row in YEAR["Nilai"][1:] if row[1] == "J1")),
        "Juri": headed("Juri", (VIDEO, "J1", "Cici Contoh", "video")),
    }
    assert problems(office, tmp_path, sheets) == []
    assert [j.id for j in competition(office).jurors] == ["J1"]
    assert {s.juror for s in competition(office).scores} == {"J1"}


def test_sheets_may_stand_in_any_order(tmp_path: Path) -> None:
    """Scores before their works, a rubric before its categories: what is stored is the same."""
    with Workspace.open("memory:", OFFICE) as one, Workspace.open("memory:", OFFICE) as other:
        one.take_in(write_register(tmp_path / "one.xlsx", YEAR))
        other.take_in(write_register(tmp_path / "other.xlsx", dict(reversed(YEAR.items()))))
        assert one.works() == other.works()


def test_a_change_is_told_cell_by_cell(office: Workspace, tmp_path: Path) -> None:
    """Also inside a category and of a score; what is of persons is masked."""
    sheets = {
        "Rubrik": headed("Rubrik", (VIDEO, "video", "ide", "gagasan", 3, 100), *YEAR["Rubrik"][2:]),
        "Hadiah": headed("Hadiah", (VIDEO, "video", 1, "piala", "K2", "20 Agustus 2026"), YEAR["Hadiah"][2]),
        "Juri": headed("Juri", (VIDEO, "J1", "Ani Contoh", "video"), *YEAR["Juri"][2:]),
        "Nilai": headed("Nilai", *YEAR["Nilai"][1:-1], (AWARD, "J1", "KIM Dua", "mutu", "91,25")),
        "Keputusan Seri": headed(
            "Keputusan Seri", *YEAR["Keputusan Seri"][1:2], (AWARD, "KIM Satu; KIM Dua", *YEAR["Keputusan Seri"][2][2:])
        ),
        "Penerima": headed("Penerima", YEAR["Penerima"][1], (AWARD, "KIM Satu", "beasiswa", None, None)),
    }
    assert take(office, tmp_path, sheets) == [
        ("Rubrik", "Bobot", "2", "3"),
        ("Juri", "Nama Juri", "**** ******", "*** ******"),
        ("Hadiah", "Karya", "K1", "K2"),
        ("Nilai", "Nilai", "90", "91.25"),
        ("Keputusan Seri", "Urutan", "KIM Dua; KIM Satu", "KIM Satu; KIM Dua"),
        ("Penerima", "Nama KIM", "KIM Dua", "KIM Satu"),
    ]


def test_an_item_names_its_row_in_a_change(office: Workspace, tmp_path: Path) -> None:
    """The work, its category and what names the item tell which cell it was."""
    rows = headed("Rubrik", (VIDEO, "video", "ide", "gagasan", 3, 100), *YEAR["Rubrik"][2:])
    (change,) = office.take_in(beside(tmp_path, {"Rubrik": rows})).changes
    assert change.item == f"{VIDEO}, video, ide"


def test_a_problem_does_not_show_a_name_that_stands_for_a_code(office: Workspace, tmp_path: Path) -> None:
    """A name in the column of codes is told by its place alone."""
    rows = {"Nilai": headed("Nilai", *YEAR["Nilai"][1:], (VIDEO, "Budi Contoh", "K2", "ide", 1))}
    (found,) = (p for p in office.take_in(beside(tmp_path, rows)) if p.code != "sheet_missing")
    assert (found.row, found.column, found.code) == (len(rows["Nilai"]), "Kode Juri", "part_unknown")
    assert "Budi" not in f"{found} {found.message.id} {found.message.en}"
    assert "Lembar Juri" in found.remedy.id.replace("lembar", "Lembar")


def test_an_edition_without_a_heading_that_it_needs_is_not_taken(office: Workspace, tmp_path: Path) -> None:
    """The sheet is told once, and what was stored stays."""
    before = office.works()
    rows = without("Nilai", "Nilai")
    assert problems(office, tmp_path, {"Nilai": rows}) == [(None, "", "heading_missing", "")]
    assert office.works() == before


def test_a_work_kept_by_call_is_changed_by_a_sheet(office: Workspace, tmp_path: Path) -> None:
    """What was recorded otherwise, and no sheet names, stays to the letter."""
    one, two = (kim.id for kim in office.kims())
    kept = [
        office.keep(evolve(move_kim(move_kim(work, "kim-1", one), "kim-2", two), id="", office=office.office))
        for work in (a_competition(), an_award())
    ]
    head = ("Judul", "Mekanisme")
    assert take(office, tmp_path, {"Kompetisi": [head, ("Lomba Contoh", "lain")]}) == [
        ("Kompetisi", "Mekanisme", "mekanisme contoh", "lain")
    ]
    changed = competition(office, "Lomba Contoh")
    assert changed.mechanism == "lain"
    assert evolve(changed, mechanism="mekanisme contoh") == kept[0]
    assert office.work(kept[1].id) == kept[1]


@pytest.mark.clause("IV.E.award.award")
def test_merged_kims_keep_their_works_and_scores(office: Workspace, tmp_path: Path) -> None:
    """Works, candidates, recipients and scores of the second KIM go over to the first, each told by its name."""
    rows = {
        "Calon": headed("Calon", (AWARD, "KIM Dua", None, "ya", None, "ya", None)),
        "Nilai": headed("Nilai", (AWARD, "J1", "KIM Dua", "mutu", 90)),
        "Keputusan Seri": headed("Keputusan Seri", (VIDEO, "K1; K2", "10 Agustus 2026", "Cici Contoh", "baru")),
    }
    take(office, tmp_path, rows)
    evolved = evolve(award(office), tie_decisions=())
    office.keep(evolved)
    one, two = (kim.id for kim in office.kims())
    before = award(office)
    told = [(c.sheet, c.column, c.old, c.new) for c in office.merge("KIM Satu", "KIM Dua").rows]
    for sheet, column in (("Calon", "Nama KIM"), ("Nilai", "Karya"), ("Karya", "Nama KIM")):
        assert (sheet, column, "KIM Dua", "KIM Satu") in told, sheet
    assert told.count(("Penerima", "Nama KIM", None, "KIM Satu")) == len(before.recipients)
    after = award(office)
    assert {c.kim for c in after.candidates} == {s.work for s in after.scores} == {r.kim for r in after.recipients}
    assert {one} == {c.kim for c in after.candidates}
    assert [s.value for s in after.scores] == [s.value for s in before.scores]
    assert len(after.recipients) == len(before.recipients)
    assert two not in {e.kim for e in competition(office).entries}
    assert {e.id for e in competition(office).entries} == {"K1", "K2", "K3"}


def test_a_merge_of_kims_that_an_award_has_both_keeps_the_first(office: Workspace) -> None:
    """What was recorded of the KIM that stays stands; the scores and decisions of the other are told as gone."""
    told = [(c.sheet, c.column, c.old, c.new) for c in office.merge("KIM Satu", "KIM Dua").rows]
    assert ("Calon", "Nama KIM", "KIM Dua", None) in told
    assert ("Nilai", "Karya", "KIM Dua", None) in told
    assert ("Keputusan Seri", "Urutan", "KIM Dua; KIM Satu", None) in told
    assert [s.value for s in award(office).scores] == [90]


def test_a_new_award_or_competition_is_told_by_its_title(office: Workspace, tmp_path: Path) -> None:
    """A work that is new, or taken back, is one change."""
    rows = headed(
        "Penghargaan", (AWARD, None, None, "juri", *[None] * 4, "tidak"), ("Lain", "1 Mei 2026", "2 Mei 2026")
    )
    assert take(office, tmp_path, {"Penghargaan": rows}) == [("Penghargaan", "Judul", None, "Lain")]
    (undone,) = office.undo_import().rows
    assert (undone.sheet, undone.old, undone.new) == ("Penghargaan", "Lain", None)


def test_the_category_of_a_rubric_may_be_named_by_its_kind(office: Workspace, tmp_path: Path) -> None:
    """A label does as well as the id, for works too, without regard to case."""
    rows = headed("Rubrik", *((VIDEO, "Baca Puisi", "SUARA", None, 1, 10), *YEAR["Rubrik"][1:3]))
    assert problems(office, tmp_path, {"Rubrik": rows}) == []
    assert [c.id for c in competition(office).categories[1].rubric] == ["SUARA"]
    assert isinstance(competition(office).categories[0], Category)
