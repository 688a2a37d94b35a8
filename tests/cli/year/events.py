"""The KIMs of the year, what they need, and its six events, as rows of the sheets of chapter IV."""

from collections.abc import Iterable
from datetime import date

from tests.cli.year.typed import ANSWERS, DAY, KIMS, NO, OFFICER, UNKNOWN, YES, Row, kim, kims, listed, spoken

__all__ = ["corrected_needs", "events", "held_on", "names", "needs", "participants", "profiles", "publications"]
__all__ += ["sessions", "speakers", "stage", "theme"]

FORMS = ("Bimtek", "Workshop", "FGD", "Lokakarya")
STRANGER = "KIM Rekaan 91"
"""A name that no KIM of the register bears: mistyped in one quarter, mended in the next."""


def profiles() -> list[Row]:
    """Return the register: every fifth KIM is of type B."""
    return [
        {
            "Nama Kelompok": kim(n),
            "Kelurahan/Desa": f"Desa {n}",
            "Nomor Induk KIM": f"{n:03d}/KIM/9901/2024",
            "Tipe KIM": "AB"[n % 5 == 4],
            "Kekuatan": n * 10,
            "Pengaruh": n,
            "Skor Ketertarikan": 50,
        }
        for n in range(KIMS)
    ]


def names() -> list[Row]:
    """Return the KIMs by name and village, as the workbooks of the quarters repeat them."""
    return [{key: row[key] for key in ("Nama Kelompok", "Kelurahan/Desa")} for row in profiles()]


def needs(number: int, on: date = date(2026, 1, 5), **other: str | None) -> Row:
    """Return what was found that a KIM needs; `media` may be said otherwise."""
    return {
        "Nama KIM": kim(number),
        "Tanggal": on,
        "Petugas": OFFICER,
        "Perlu: Media": other.get("media", ANSWERS[number % 4]),
        "Perlu: Keahlian": ANSWERS[(number + 1) % 4],
        "Perlu: Pengelolaan Produksi": ANSWERS[number % 3],
        "Jumlah Anggota Terlibat": number % 7,
    }


def corrected_needs() -> list[Row]:
    """Return answers that were found to be wrong, and one KIM that was looked at again half a year later."""
    return [needs(0, media=NO), needs(1, media=UNKNOWN), needs(2, media=YES), needs(3, date(2026, 6, 1), media=YES)]


def theme(number: int) -> str:
    """Return the theme of an event."""
    return f"Tema rekaan {number}"


def held_on(number: int) -> date:
    """Return the day of an event."""
    return date(2026, 2, 10) + number * 45 * DAY


def events(numbers: Iterable[int], conclusion: str | None = None) -> list[Row]:
    """Return events with the KIMs that were invited, and what was concluded of them."""
    return [
        {
            "Tema": theme(n),
            "Bentuk Kegiatan": FORMS[n % 4],
            "KIM Diundang": listed(kims(n * 10, 10)),
            "Jenis Tempat": "gedung pemda",
            "Tempat": "ruang rekaan",
            "Simpulan Evaluasi": conclusion,
            "BerMiTRA": ANSWERS[n % 4],
        }
        for n in numbers
    ]


def sessions() -> list[Row]:
    """Return a session of every event, its day typed in one way or the other."""
    days = ((n, held_on(n)) for n in range(6))
    return [
        {
            "Kegiatan": theme(n),
            "Sesi": "Dasar",
            "Tanggal": spoken(d) if n % 2 else d,
            "Mulai": "08.30",
            "Selesai": "12.00",
        }
        for n, d in days
    ]


def speakers() -> list[Row]:
    """Return a speaker of every event."""
    about = {"Nama Pemateri": "Made-Up Speaker", "Kompetensi": "video", "Sesi": "Dasar", "Konfirmasi": YES}
    return [{"Kegiatan": theme(n), **about} for n in range(6)]


def participants(
    number: int, *, came: bool = True, mistyped: int | None = None, without: int | None = None
) -> list[Row]:
    """Return the participants of an event, and who came; one may be of a mistyped KIM, and one may be left out."""
    invited = kims(number * 10, 10)
    return [
        {
            "Kegiatan": theme(number),
            "Nama Peserta": f"Made-Up Person {number}-{i}",
            "Nama KIM": STRANGER if i == mistyped else name,
            "Konfirmasi": NO if i % 5 == 4 else YES,
            "Hadir": ANSWERS[i % 4] if came else UNKNOWN,
        }
        for i, name in enumerate((*invited, *invited[: number + 2]))
        if i != without
    ]


def publications(numbers: Iterable[int]) -> list[Row]:
    """Return a publication of the office and one of a KIM about each event."""
    rows: list[Row] = []
    for n in numbers:
        rows.append({"Kegiatan": theme(n), "Oleh": "Dinas", "Tanggal": held_on(n) + DAY, "Media": "media daring"})
        on = held_on(n) + 2 * DAY
        rows.append(
            {"Kegiatan": theme(n), "Oleh": "KIM", "Nama KIM": kim(n * 10), "Tanggal": on, "Media": "media sosial"}
        )
    return rows


def stage(work: str, name: str, on: date | None = None, *, skipped: str = "", deadline: date | None = None) -> Row:
    """Return a row of Tahapan: a stage that was done, left out for a reason, or due by a day."""
    row: Row = {"Kegiatan": work, "Tahap": name, "Tenggat": deadline}
    if on is not None:
        row |= {"Hasil": "dilewati" if skipped else "selesai", "Tanggal": on, "Petugas": OFFICER}
        row |= {"Alasan": skipped} if skipped else {"Bukti": "berita acara rekaan"}
    return row
