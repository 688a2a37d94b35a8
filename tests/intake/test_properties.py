"""Laws of the intake: the order of columns, sheets and rows does not matter, and reading twice changes nothing."""

from itertools import count
from random import Random
from typing import Any

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from kimcore.intake import Register, Sheet, read_register
from tests.intake.builders import OFFICE, sheet

KIMS = [("KIM Anyelir", "Satu"), ("KIM Bakung", "Satu"), ("KIM Anyelir", "Dua"), ("KIM Dahlia, Indah", "Tiga")]
ANSWERS = st.sampled_from(["ya", "tidak", "", "x", "-", "✓", "belum"])
DATES = st.sampled_from(["1/1/2025", "31 Jan. 2026", "", "31/02/2024", "Senin, 1 Januari 2026", "belum", "2026-01-31"])
COUNTS = st.sampled_from([1.0, "12.500", "12.5", "", "tidak ada", "1,2 rb", "x"])


def rows_of(*cells: st.SearchStrategy[Any]) -> st.SearchStrategy[list[list[Any]]]:
    """Return rows of different KIMs, one for each."""
    row = st.tuples(*cells).map(list)
    return st.lists(row, min_size=len(KIMS), max_size=len(KIMS)).map(
        lambda rows: [[*kim, *cells] for kim, cells in zip(KIMS, rows, strict=True)]
    )


@st.composite
def registers(draw: st.DrawFn) -> list[Sheet]:
    """Draw a register in which no two rows speak of one thing differently."""
    names = ["Nama Kelompok", "Kelurahan/Desa"]
    profile = draw(rows_of(st.sampled_from(["A", "b", "?"]), COUNTS, DATES))
    institution = draw(rows_of(ANSWERS, DATES, ANSWERS))
    board = draw(
        rows_of(st.sampled_from(["Ani", "Budi"]), st.sampled_from(["Pengurus", "Anggota", ""]), ANSWERS, DATES)
    )
    log = draw(rows_of(DATES, COUNTS))
    audience = draw(rows_of(st.sampled_from(["Instagram", "Radio", ""]), DATES, COUNTS))
    return [
        sheet("Profil KIM", [*names, "Tipe KIM", "Kekuatan", "Tanggal Berdiri"], *profile),
        sheet("Kelembagaan", [*names, "Aktivitas Berkala", "Tanggal SK", "Terlibat Pidana"], *institution),
        sheet("Pengurus", [*names, "Nama", "Pengurus/Anggota", "ASN", "Menjadi ASN Sejak"], *board),
        sheet("Diseminasi", [*names, "Keterangan Waktu", "Jumlah Kegiatan"], *log),
        sheet("Audiens", [*names, "Media", "Tanggal Catat", "Pengikut"], *audience),
    ]


def read(sheets: list[Sheet], known: Register | None = None) -> Register:
    """Read a register."""
    numbers = count(1)
    before = [stated.kim for stated in known.kims] if known else []
    return read_register(sheets, file="contoh.xlsx", office=OFFICE, known=before, new_id=lambda: f"kim-{next(numbers)}")


def contents(register: Register) -> tuple[Any, ...]:
    """Return what a register holds, whatever its order and ids."""
    place = {k.kim.id: (k.kim.name, k.kim.village) for k in register.kims}
    kims = {place[k.kim.id]: evolve(k.kim, id="", log=tuple(sorted(k.kim.log, key=str))) for k in register.kims}
    figures = {(place[o.kim], evolve(o, kim="")) for o in register.observations}
    problems = sorted((p.sheet, p.column, p.code, p.value) for p in register.problems)
    return kims, figures, problems, register.rejected


def shuffled(one: Sheet, random: Random, *, rows: bool) -> Sheet:
    """Return a sheet with its columns, and its rows if asked, in another order."""
    order = random.sample(range(len(one.rows[0][1])), len(one.rows[0][1]))
    cells = [[row[i] for i in order] for _, row in one.rows]
    body = random.sample(cells[1:], len(cells) - 1) if rows else cells[1:]
    return sheet(one.name, cells[0], *body)


@settings(max_examples=40, deadline=None)
@given(registers(), st.randoms(use_true_random=False), st.booleans())
def test_order_does_not_matter(sheets: list[Sheet], random: Random, with_rows: bool) -> None:
    """Columns, sheets and rows in another order give the same, but for ids and row numbers."""
    other = [shuffled(one, random, rows=with_rows) for one in random.sample(sheets, len(sheets))]
    assert contents(read(other)) == contents(read(sheets))


@settings(max_examples=40, deadline=None)
@given(registers())
def test_reading_twice_changes_nothing(sheets: list[Sheet]) -> None:
    """A file read against its own result gives the same KIMs and problems."""
    first = read(sheets)
    second = read(sheets, first)
    assert [k.kim for k in second.kims] == [k.kim for k in first.kims]
    assert (second.problems, second.observations) == (first.problems, first.observations)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.one_of(st.none(), st.text(max_size=8), st.floats(), st.booleans(), st.dates()), max_size=6),
        max_size=8,
    )
)
def test_no_cells_break_the_reading(rows: list[list[Any]]) -> None:
    """Whatever stands in the cells, a register is read, and its problems are told."""
    headings = ["Nama Kelompok", "Kelurahan/Desa", "Kekuatan", "Periode Kemitraan", "Bidang", "Kode Wilayah"]
    found = read([sheet("Profil KIM", headings, *rows)])
    assert len(found.kims) + found.rejected <= len(rows)
    assert all(p.message.say("id") and p.remedy.say("en") for p in found.problems)
