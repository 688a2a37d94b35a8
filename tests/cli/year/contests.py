"""The two competitions and the three awards of the year, as rows of the sheets of chapter IV."""

from collections.abc import Iterable, Iterator
from datetime import date

from tests.cli.year.typed import ANSWERS, NO, OFFICER, YES, Cell, Row, kim, kims, listed

__all__ = ["AWARDS", "OUTSIDE", "OWN", "awards", "candidates", "categories", "competitions", "entries", "jurors"]
__all__ += ["accompaniment", "decided_tie", "marks", "outside", "prizes", "protest", "quality", "recipients"]
__all__ += ["rubrics", "support"]

OWN, OUTSIDE = "Lomba rekaan", "Lomba provinsi rekaan"
AWARDS = tuple(f"Penghargaan rekaan {n}" for n in range(3))
CHECKED: Row = {
    "Pengadaan Diperiksa": date(2026, 1, 2),
    "Pengadaan Sesuai": YES,
    "Pemeriksa Pengadaan": OFFICER,
}
IDEAS = {"video": (60, 70, 85, 40, 85, 55, 99), "berita": (75, 66, 66, 90, 30, 50)}
CRAFTS = {"video": (9, 6, 8, 5, 7, 4, 10), "berita": (7, 8, 8, 9, 3, 5)}
"""What the first juror gave the works of each category; two works of each are equal in the end."""

JURORS = (0, -5, 3)
"""By how many points a juror is milder with ideas than the first."""

HARD = ("J3", "berita-3")
"""A juror who thinks little of a work, and a work: once the late scores count, it is not the best any more."""


def competitions(**more: Cell) -> Row:
    """Return the own competition, with what is known of it by then."""
    return {
        "Judul": OWN,
        "Jenis": "kompetisi mandiri",
        "Tingkat": "kabupaten/kota",
        "Berkala": "tahunan",
        "Dibuka": date(2026, 6, 1),
        "Ditutup": date(2026, 6, 30),
        "Anggaran": 10_000_000,
        "Mekanisme": "mekanisme rekaan",
        "BerMiTRA": YES,
        **CHECKED,
        **more,
    }


def outside() -> Row:
    """Return the competition of the province that KIMs join."""
    return {"Judul": OUTSIDE, "Jenis": "kompetisi ikut serta", "Tingkat": "provinsi"}


def categories() -> list[Row]:
    """Return the categories of the own competition: how ties are broken differs."""
    kinds = {"video": ("pembuatan konten video", "audio visual"), "berita": ("penulisan berita", "teks dan visual")}
    rules = {"video": "menurut urutan kriteria", "berita": "keputusan juri"}
    return [
        {"Kegiatan": OWN, "Kategori": c, "Jenis Kategori": kind, "Jenis Karya": made, "Aturan Nilai Seri": rules[c]}
        for c, (kind, made) in kinds.items()
    ]


def rubrics(categories: Iterable[str | None], work: str) -> list[Row]:
    """Return the rubric of each category of a work, an award having none: ideas weigh three times as much as craft."""
    criteria: tuple[Row, ...] = (
        {"Kriteria": "gagasan", "Uraian": "gagasan rekaan", "Bobot": 3, "Nilai Tertinggi": 100},
        {"Kriteria": "teknik", "Uraian": "teknik rekaan", "Bobot": 1, "Nilai Tertinggi": 10},
    )
    return [{"Kegiatan": work, "Kategori": category} | c for category in categories for c in criteria]


def jurors(works: Iterable[str]) -> list[Row]:
    """Return three jurors of each work."""
    return [
        {"Kegiatan": w, "Kode Juri": f"J{n}", "Nama Juri": f"Made-Up Juror {n}", "Keahlian": "video"}
        for w in works
        for n in (1, 2, 3)
    ]


def candidates(work: str, names: list[str]) -> list[Row]:
    """Return KIMs of which all are ready, and all appointed but the last."""
    about: Row = {"Kegiatan": work, "Hasil Pantauan": "aktif", "Siap": YES}
    return [about | {"Nama KIM": k, "Ditetapkan": NO if k == names[-1] else YES} for k in names]


def entries() -> list[Row]:
    """Return the works of the own competition, of which one is disqualified, and the one of the outside one."""
    rows: list[Row] = []
    for category, ideas in IDEAS.items():
        for n in range(len(ideas)):
            about: Row = {"Kegiatan": OWN, "Kode Karya": f"{category}-{n}", "Kategori": category, "Nama KIM": kim(n)}
            rows.append(about | {"Judul Karya": f"Karya {category} {n}", "Didaftarkan": date(2026, 6, 10)})
    out: Row = {"Diskualifikasi": date(2026, 7, 15), "Diputuskan Oleh": OFFICER, "Alasan Diskualifikasi": "salinan"}
    rows[6] |= out
    joined: Row = {"Kegiatan": OUTSIDE, "Kode Karya": "luar-1", "Nama KIM": kim(0), "Judul Karya": "Karya luar"}
    return [*rows, joined | {"Didaftarkan": date(2026, 7, 1)}]


def marks(*, late: bool) -> list[Row]:
    """Return what the jurors gave; the last juror looked at the last work only later."""
    return [row for row in every_mark() if late or (row["Kode Juri"], row["Karya"]) != ("J3", "berita-5")]


def every_mark() -> Iterator[Row]:
    """Yield what every juror gave every work on each criterion."""
    for category, ideas in IDEAS.items():
        for n, (idea, craft) in enumerate(zip(ideas, CRAFTS[category], strict=True)):
            for number, milder in enumerate(JURORS, 1):
                about: Row = {"Kegiatan": OWN, "Kode Juri": f"J{number}", "Karya": f"{category}-{n}"}
                is_hard = (f"J{number}", f"{category}-{n}") == HARD
                yield about | {"Kriteria": "gagasan", "Nilai": 20 if is_hard else min(100, idea + milder)}
                yield about | {"Kriteria": "teknik", "Nilai": craft}


def prizes(*, given: bool) -> list[Row]:
    """Return the prizes of the own competition, and the works that they were given to."""
    best = {"video": ("video-2", "video-4"), "berita": ("berita-0", "berita-3")}
    rows: list[Row] = []
    for category, works in best.items():
        for place, work in enumerate(works, 1):
            row: Row = {"Kegiatan": OWN, "Kategori": category, "Peringkat": place, "Hadiah": f"piala {place}"}
            rows.append(row | ({"Karya": work, "Diberikan": date(2026, 8, 1)} if given else {}))
    return rows


def decided_tie() -> Row:
    """Return how the jury told apart two works of one total."""
    order = listed(("berita-2", "berita-1"))
    return {"Kegiatan": OWN, "Urutan": order, "Tanggal": date(2026, 7, 20), "Oleh": "Juri", "Alasan": "lebih utuh"}


def protest() -> Row:
    """Return a protest that was looked at and rejected."""
    about: Row = {"Kegiatan": OWN, "Karya": "video-2", "Nama KIM": kim(4), "Tanggal": date(2026, 7, 22)}
    decided: Row = {"Putusan": "keberatan ditolak", "Tanggal Putusan": date(2026, 7, 25), "Pejabat": OFFICER}
    return about | {"Keberatan": "mirip karya lain"} | decided | {"Alasan": "tidak terbukti"}


def support() -> Row:
    """Return what a private party gave to the own competition, found free of conflict."""
    about: Row = {"Kegiatan": OWN, "Pihak": "Made-Up Company", "Dukungan": "hadiah", "Tanggal": date(2026, 7, 1)}
    return about | {"Bertentangan": NO, "Diperiksa": date(2026, 7, 10), "Pejabat": OFFICER}


def accompaniment() -> Row:
    """Return a day on which the office stood by its KIMs."""
    return {"Kegiatan": OUTSIDE, "Tanggal": date(2026, 8, 15), "Petugas": OFFICER, "Uraian": "latihan"}


def awards() -> list[Row]:
    """Return three awards over the first nine months."""
    return [
        {
            "Judul": name,
            "Mulai": date(2026, 1, 1),
            "Selesai": date(2026, 9, 30),
            "Aturan Nilai Seri": "peringkat bersama",
            "BerMiTRA": ANSWERS[n],
            **CHECKED,
        }
        for n, name in enumerate(AWARDS)
    ]


def candidates_of(award: int) -> list[str]:
    """Return the KIMs that are looked at for an award."""
    return kims(20 * award, 5)


def quality(numbers: Iterable[int]) -> list[Row]:
    """Return what jurors gave the KIMs of awards; in the first of them two share a place."""
    rows: list[Row] = []
    for n in numbers:
        for i, name in enumerate(candidates_of(n)[:-1]):
            for juror, milder in enumerate(JURORS, 1):
                about: Row = {"Kegiatan": AWARDS[n], "Kode Juri": f"J{juror}", "Karya": name}
                rows.append(about | {"Kriteria": "gagasan", "Nilai": (60, 81, 81, 70)[i] + milder - n * i})
                rows.append(about | {"Kriteria": "teknik", "Nilai": (5, 9, 9, 7)[i]})
    return rows


def recipients(numbers: Iterable[int]) -> list[Row]:
    """Return to whom awards were given."""
    about: Row = {"Bentuk": "plakat", "Tanggal": date(2026, 11, 10), "Alasan": "mutu tertinggi"}
    return [about | {"Kegiatan": AWARDS[n], "Nama KIM": candidates_of(n)[1]} for n in numbers]
