"""Laws of the sheets of competitions and awards: what is stored is what was written, and stays so when said again."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from attrs import evolve, fields_dict
from hypothesis import given, settings

from kimcore.collaboration import Award, Competition
from kimcore.geography import RegionCode
from kimcore.intake import Sheet
from kimcore.values import Answer
from kimcore.workspace.importing import Imported, take_register
from kimcore.workspace.records import ImportRecord, Records
from kimcore_plugins.storage.memory import MemoryStorage
from tests.workspace.made_contests import NAMES, awards, competitions
from tests.workspace.made_year import KIMS
from tests.workspace.registers import OFFICE

pytestmark = pytest.mark.clause("IV.E.competition", "IV.E.appreciation")


def cell(value: Any) -> Any:
    """Return a value as a cell."""
    if isinstance(value, Answer):
        return {Answer.YES: "ya", Answer.NO: "tidak"}.get(value)
    return value.say("id") if hasattr(value, "say") else value


def rows(title: str, items: Sequence[Any], headings: str, names: str) -> list[Sequence[Any]]:
    """Return items as rows behind the title of their work; a KIM stands by its name."""
    found = []
    for item in items:
        values = {name: getattr(item, name) for name in fields_dict(type(item))}
        found.append((title, *(cell(NAMES.get(str(values[n]), values[n])) for n in names.split())))
    return [("Kegiatan", *headings.split("; ")), *found] if found else []


def check(work: Competition | Award) -> tuple[Any, ...]:
    """Return the check of procurement as cells."""
    made = work.procurement
    return (made.on, cell(made.kept), made.by, made.reference) if made else (None,) * 4


CHECK = ("Pengadaan Diperiksa", "Pengadaan Sesuai", "Pemeriksa Pengadaan", "Rujukan Pengadaan")


def shared_sheets(work: Competition | Award) -> dict[str, list[Sequence[Any]]]:
    """Return the sheets that competitions and awards share."""
    order = [("; ".join(NAMES.get(w, w) for w in d.works), d.on, d.by, d.reason) for d in work.tie_decisions]
    title = work.title
    return {
        "Juri": rows(title, work.jurors, "Kode Juri; Nama Juri; Keahlian", "id name expertise"),
        "Calon": rows(
            title,
            work.candidates,
            "Nama KIM; Hasil Pantauan; Siap; Umpan Balik; Ditetapkan; Alasan",
            "kim seen ready feedback appointed reason",
        ),
        "Nilai": rows(title, work.scores, "Kode Juri; Karya; Kriteria; Nilai", "juror work criterion value"),
        "Keputusan Seri": [("Kegiatan", "Urutan", "Tanggal", "Oleh", "Alasan"), *((title, *row) for row in order)],
        "Dukungan Swasta": rows(
            title,
            work.supports,
            "Pihak; Dukungan; Tanggal; Bertentangan; Diperiksa; Pejabat",
            "party what on conflict checked officer",
        ),
    }


def competition_sheets(work: Competition) -> dict[str, list[Sequence[Any]]]:
    """Return the sheets that hold a competition."""
    title = work.title
    head = ("Judul", "Jenis", "Tingkat", "Berkala", "Terbuka Tipe B", "Karya Milik Pemda", "Dibuka", "Ditutup")
    own = (work.kind, work.level, work.recurrence, work.type_b, work.works_owned, work.opens, work.closes)
    tail = ("Anggaran", "Mekanisme", "Dokumentasi", "Evaluasi", "BerMiTRA")
    rest = (work.budget, work.mechanism, work.documentation, work.evaluation, cell(work.branding))
    rubric = [(title, c.id, r.id, r.label, r.weight, r.maximum) for c in work.categories for r in c.rubric]
    prizes = [(title, c.id, p.place, p.what, p.entry, p.given) for c in work.categories for p in c.prizes]
    out = [(e.disqualified.on, e.disqualified.by, e.disqualified.reason) if e.disqualified else (None,) * 3
           for e in work.entries]  # fmt: skip
    entries = rows(
        title,
        work.entries,
        "Kode Karya; Kategori; Nama KIM; Judul Karya; Pembuat; Tautan; Didaftarkan; Kepemilikan Diterima",
        "id category kim title makers link registered ownership",
    )
    ends = [("Diskualifikasi", "Diputuskan Oleh", "Alasan Diskualifikasi"), *out]
    return shared_sheets(work) | {
        "Kompetisi": [(*head, *CHECK, *tail), (title, *map(cell, own), *check(work), *rest)],
        "Kategori": rows(
            title,
            work.categories,
            "Kategori; Jenis Kategori; Jenis Karya; Aturan Nilai Seri",
            "id kind work rule",
        ),
        "Rubrik": [("Kegiatan", "Kategori", "Kriteria", "Uraian", "Bobot", "Nilai Tertinggi"), *rubric],
        "Hadiah": [("Kegiatan", "Kategori", "Peringkat", "Hadiah", "Karya", "Diberikan"), *prizes],
        "Karya": [(*row, *end) for row, end in zip(entries, ends[: len(entries)], strict=True)],
        "Keberatan": rows(
            title,
            work.protests,
            "Karya; Nama KIM; Tanggal; Keberatan; Putusan; Tanggal Putusan; Pejabat; Alasan",
            "entry kim on text outcome decided officer reason",
        ),
        "Pendampingan": rows(title, work.accompaniments, "Tanggal; Petugas; Uraian", "on by what"),
    }


def award_sheets(work: Award) -> dict[str, list[Sequence[Any]]]:
    """Return the sheets that hold an award."""
    head = ("Judul", "Mulai", "Selesai", "Aturan Nilai Seri", *CHECK, "BerMiTRA")
    row = (work.title, work.period.start, work.period.end, cell(work.rule), *check(work), cell(work.branding))
    return shared_sheets(work) | {
        "Penghargaan": [head, row],
        "Rubrik": rows(work.title, work.rubric, "Kriteria; Uraian; Bobot; Nilai Tertinggi", "id label weight maximum"),
        "Penerima": rows(work.title, work.recipients, "Nama KIM; Bentuk; Tanggal; Alasan", "kim form on reason"),
    }


def taken(storage: MemoryStorage, written: Mapping[str, Sequence[Sequence[Any]]]) -> Imported:
    """Take sheets in beside Profil KIM, and keep what they say."""
    every = {name: rows for name, rows in (KIMS | dict(written)).items() if rows}
    sheets = [Sheet(name=n, rows=tuple(enumerate(map(tuple, rows), start=1))) for n, rows in every.items()]
    with storage.unit_of_work() as unit:
        asked = ImportRecord(files=("r.xlsx",), taken_at="2026-11-24T00:00:00+00:00")
        done = take_register(Records(unit, RegionCode(OFFICE)), sheets, asked)
        unit.commit()
    return done


def stored(storage: MemoryStorage, kind: str, entity: type[Any]) -> Any:
    """Return the only work of a kind, without its id."""
    with storage.unit_of_work() as unit:
        ((_, found),) = Records(unit, RegionCode(OFFICE)).all(kind, entity)
    return evolve(found.entity, id="")


@settings(max_examples=120)
@given(work=competitions())
def test_a_competition_is_stored_as_it_was_written(work: Competition) -> None:
    """Every category, criterion, prize, work, score and the rest; the same file again changes nothing."""
    storage, written = MemoryStorage(), competition_sheets(work)
    assert [p.code for p in taken(storage, written).register.problems if p.code != "sheet_missing"] == []
    assert stored(storage, "competition", Competition) == work
    assert taken(storage, written).changes == ()
    assert stored(storage, "competition", Competition) == work


@settings(max_examples=120)
@given(work=awards())
def test_an_award_is_stored_as_it_was_written(work: Award) -> None:
    """Rubric, candidates, scores, recipients and the rest; the same file again changes nothing."""
    storage, written = MemoryStorage(), award_sheets(work)
    assert [p.code for p in taken(storage, written).register.problems if p.code != "sheet_missing"] == []
    assert stored(storage, "award", Award) == work
    assert taken(storage, written).changes == ()
    assert stored(storage, "award", Award) == work


@settings(max_examples=60)
@given(first=competitions(), second=competitions())
def test_another_file_said_again_changes_nothing(first: Competition, second: Competition) -> None:
    """Whatever stood before, and whatever of the second file is refused: the same file again changes nothing."""
    storage, written = MemoryStorage(), competition_sheets(evolve(second, title=first.title))
    taken(storage, competition_sheets(first))
    taken(storage, written)
    before = stored(storage, "competition", Competition)
    assert taken(storage, written).changes == ()
    assert stored(storage, "competition", Competition) == before
