"""Laws of re-import over registers of every shape: said twice it changes nothing, taken back nothing is left of it."""

from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kimcore.geography import RegionCode
from kimcore.intake import Sheet
from kimcore.workspace.importing import Imported, take_register
from kimcore.workspace.records import ImportRecord, Records
from kimcore.workspace.undoing import undo_import
from kimcore_plugins.storage.memory import MemoryStorage
from tests.workspace.registers import OFFICE, dump

AT = "2026-11-24T00:00:00+00:00"
NAME, NUMBER, PROFILE = "Nama Kelompok", "Nomor Induk KIM", "Profil KIM"
DAYS = (None, "1 Mei 2026", "2 Mei 2026", "31/02/2026")
ANSWERS = (None, "ya", "tidak", "x")
SHEETS: dict[str, dict[str, tuple[Any, ...]]] = {
    PROFILE: {
        "Kelurahan/Desa": ("Desa A", "Desa B", None),
        NUMBER: (None, "1/K", "2/K", "3/K"),
        "Tipe KIM": (None, "A", "B", "x"),
        "Kekuatan": (None, 1, 2, "12 m"),
        "Bidang Kegiatan/Ketertarikan": (None, "Sosial", "Kesehatan; Sosial"),
    },
    "Kelembagaan": {"Nomor SK": (None, "SK/1", "tidak ada"), "Tanggal SK": DAYS, "Aktivitas Berkala": ANSWERS},
    "Pengurus": {"Nama": ("Ani", "Budi", None), "Jabatan": (None, "Ketua"), "ASN": (None, "ya", "TNI")},
    "Kemitraan": {"Mulai": DAYS, "Selesai": DAYS, "Program/Kebijakan": (None, "rekaan")},
    "Isu": {"No": (1, 2, None), "Isu Strategis": ("Banjir", "Hoaks"), "Bidang": (None, "Sosial"), "Prioritas": ANSWERS},
    "Diseminasi": {"Keterangan Waktu": DAYS, "Aktivitas": (None, "Siaran"), "Jumlah Kegiatan": (0, 1)},
    "Media Sosial": {
        "Judul Konten": ("Panen", "Pasar", None),
        "Platform": ("IG", "Facebook", None),
        "Akun": ("@a", "@A", "@b", None),
        "Link": (None, "https://example.org/1"),
        "Tanggal Catat": DAYS,
        "Like": (None, 0, 1, 2),
        "View": (None, 5),
    },
    "Audiens": {"Media": ("IG", None), "Akun": ("@a", "@A", None), "Tanggal Catat": DAYS, "Pengikut": (None, 0, 7)},
    "Peninjauan": {"Dasar": (1, 2, None), "Tanggal Indikasi": DAYS, "Temuan": (None, "terbukti")},
    "Survei": {
        "Topik/Isu": ("Gizi", "GIZI", "Air", None),
        "Aspek": ("sikap", "kesadaran", None),
        "Tahap": ("sebelum", "sesudah", "x"),
        "Tanggal": DAYS,
        "Jumlah Responden": (None, 0, 40),
        "Jumlah Positif": (None, 20, 50),
    },
    "Diskusi": {
        "Kegiatan": ("Temu warga", "Rembuk", None),
        "Bentuk": (None, "diskusi"),
        "Tanggal": DAYS,
        "Peserta Hadir": (None, 0, 9),
        "Peserta Aktif": (None, 3),
    },
}  # fmt: skip


@st.composite
def sheets(draw: st.DrawFn, name: str) -> Sheet:
    """Return a sheet with some of its columns and a few rows."""
    given = SHEETS[name]
    columns = draw(st.lists(st.sampled_from(sorted(given)), unique=True, max_size=len(given)))
    names = st.sampled_from(["KIM Satu", "KIM Dua", "KIM Tiga", *([None] if name == "Survei" else [])])
    row = st.tuples(names, *(st.sampled_from(given[column]) for column in columns))
    rows = draw(st.lists(row, min_size=1, max_size=4))
    return Sheet(name=name, rows=tuple(enumerate([(NAME, *columns), *rows], start=1)))


def is_sure(sheet: Sheet) -> bool:
    """Tell whether each number stands beside one name: a doubtful one may be cleared by the import that stores it."""
    headings = sheet.rows[0][1]
    if NUMBER not in headings:
        return True
    place = headings.index(NUMBER)
    pairs = {(cells[place], cells[0]) for _, cells in sheet.rows[1:] if cells[place]}
    return len({number for number, _ in pairs}) == len(pairs)


@st.composite
def registers(draw: st.DrawFn) -> tuple[Sheet, ...]:
    """Return a register with Profil KIM and some other sheets."""
    others = draw(st.lists(st.sampled_from(sorted(set(SHEETS) - {PROFILE})), unique=True, max_size=4))
    return (draw(sheets(PROFILE).filter(is_sure)), *(draw(sheets(name)) for name in others))


def taken(storage: MemoryStorage, register: tuple[Sheet, ...], *, is_kept: bool = True) -> Imported:
    """Take a register in; keep what it says unless it is a trial."""
    with storage.unit_of_work() as unit:
        done = take_register(Records(unit, RegionCode(OFFICE)), register, ImportRecord(files=("r.xlsx",), taken_at=AT))
        if is_kept:
            unit.commit()
    return done


def undone(storage: MemoryStorage) -> bool:
    """Take the last import back and tell whether that changed any cell."""
    with storage.unit_of_work() as unit:
        done = undo_import(Records(unit, RegionCode(OFFICE)))
        unit.commit()
    return bool(done.changes)


def state(storage: MemoryStorage) -> tuple[Any, Any]:
    """Return documents but the numbers of the office, and the figures that stand."""
    found = dump(storage)
    found["documents"].pop(("office", OFFICE), None)
    return found["documents"], list(standing(found["observations"]))


def standing(rows: list[Any]) -> Iterator[tuple[Any, ...]]:
    """Yield the figures that are not withdrawn, without how often they were recorded."""
    for row in rows:
        if row.value is not None:
            yield (*row.key, row.account, row.value)


@settings(max_examples=60)
@given(st.lists(registers(), min_size=1, max_size=3))
def test_said_twice_it_changes_nothing(history: list[tuple[Sheet, ...]]) -> None:
    """After any history, the last register said again changes no cell and nothing in the store."""
    storage = MemoryStorage()
    for register in history:
        taken(storage, register)
    before = state(storage)
    again = taken(storage, history[-1])
    assert (again.accepted, again.changed, again.changes) == (0, 0, ())
    assert state(storage) == before


@settings(max_examples=60)
@given(st.lists(registers(), min_size=1, max_size=4))
def test_taken_back_nothing_is_left_of_it(history: list[tuple[Sheet, ...]]) -> None:
    """Each import of any history, taken back in turn, leaves the state before it; a trial tells the same changes."""
    storage, states, changed = MemoryStorage(), [], []
    for register in history:
        states.append(state(storage))
        tried = taken(storage, register, is_kept=False)
        assert state(storage) == states[-1]
        done = taken(storage, register)
        assert done.changes == tried.changes
        assert bool(done.changes) == (state(storage) != states[-1])
        changed.append(bool(done.changes))
    while states:
        assert undone(storage) is changed.pop()
        assert state(storage) == states.pop()
