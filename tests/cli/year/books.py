"""The workbooks of the year, in the order in which the office took them in: what is new, and what is put right."""

from datetime import date
from pathlib import Path
from typing import Final

from tests.cli.year import contests, events, models
from tests.cli.year.events import held_on, stage, theme
from tests.cli.year.giving import commands
from tests.cli.year.models import COLLABORATION, TRIED
from tests.cli.year.typed import DAY, KIMS, Row, Sheets, kims, write_book

__all__ = ["COMMANDS", "write_year"]

COMMANDS: Final = "perintah.txt"
"""The file of the commands of the year, one a line, in the order in which they were given."""


def write_year(folder: Path) -> None:
    """Write the workbooks of the year and its commands into a folder; each workbook names the KIMs."""
    for number, sheets in enumerate(BOOKS, 1):
        write_book(folder / f"{number:02d}.xlsx", {"Profil KIM": events.names(), **sheets()})
    (folder / COMMANDS).write_text("".join(f"{line}\n" for line in commands()), "utf-8")


def register() -> Sheets:
    """Return the first workbook: the register and what its KIMs need."""
    return {"Profil KIM": events.profiles(), "Kebutuhan": [events.needs(n) for n in range(KIMS)]}


def plans() -> Sheets:
    """Return what the office planned in January."""
    due = {2: date(2026, 5, 11), 3: date(2026, 6, 26), 4: date(2026, 8, 10), 5: date(2026, 10, 15)}
    return {
        "Kegiatan": events.events(range(6)),
        "Sesi": events.sessions(),
        "Pemateri": events.speakers(),
        "Peserta": [row for n in range(2) for row in events.participants(n, came=False)],
        "Kolaborasi": [models.collaboration()],
        "Tahapan": [
            *(stage(theme(n), "Penetapan tema dan sesi", date(2026, 1, 12)) for n in range(2)),
            *(stage(theme(n), "Pelaksanaan", deadline=day) for n, day in due.items()),
        ],
    }


def first_quarter() -> Sheets:
    """Return the first quarter: a KIM mistyped, and a stage that was recorded too early."""
    return {
        "Peserta": [*events.participants(0), *events.participants(1, mistyped=4)],
        "Publikasi": events.publications(range(2)),
        "Kegiatan": events.events([0], "simpulan rekaan"),
        "Uji Coba": [models.trial()],
        "Jadwal Produksi": models.schedule(),
        "Koordinasi": [models.coordination()],
        **of_materials(range(5)),
        "Tahapan": [
            stage(theme(0), "Pelaksanaan", held_on(0)),
            stage(theme(0), "Publikasi oleh Dinas dan KIM", held_on(0) + 3 * DAY),
            stage(theme(0), "Evaluasi melalui konten KIM", held_on(0) + 34 * DAY),
            stage(theme(1), "Pelaksanaan", held_on(1)),
            stage(theme(2), SCHEDULED, date(2026, 3, 30)),
            stage(COLLABORATION, "Memastikan partisipasi berdasarkan pemetaan", date(2026, 3, 10)),
            stage(COLLABORATION, "Koordinasi aktif dan umpan balik KIM", date(2026, 3, 10)),
            *(row for n in range(5) for row in models.material_stages(n)),
        ],
    }


SCHEDULED = "Penyusunan jadwal dan konfirmasi kehadiran"
EVENT = (
    ("Penetapan tema dan sesi", -30),
    ("Penetapan instruktur/pemateri/trainer", -25),
    ("Koordinasi tempat/ruang virtual", -20),
    ("Penetapan peserta", -15),
    (SCHEDULED, -7),
    ("Pelaksanaan", 0),
    ("Publikasi oleh Dinas dan KIM", 3),
    ("Evaluasi melalui konten KIM", 34),
)
"""The stages of an event, and on which day before or after it they were done."""

PREPARED = (
    *("Penjadwalan dan penganggaran", "Mekanisme kompetisi", "Penetapan juri", "Penetapan timeline"),
    *("Publikasi kompetisi", "Pemantauan KIM yang akan diikutsertakan", "Pengolahan umpan balik KIM"),
    "Penetapan KIM yang siap",
)
"""The stages of the own competition before works come in."""


def of_materials(numbers: range) -> Sheets:
    """Return the sheets of materials, their stages apart."""
    return {
        "Bahan": models.materials(numbers),
        "Masukan Bahan": models.contributions(numbers),
        "Diseminasi Bahan": [row for n in numbers if n < 18 for row in models.disseminations(n)],
    }


def second_quarter() -> Sheets:
    """Return the second quarter, with wrong answers mended, a participant left out, and a count put right."""
    mended = models.disseminations(2)[1:]
    mended[0] |= {"Jumlah": 7}
    sheets = of_materials(range(5, 12))
    sheets["Diseminasi Bahan"] += mended
    return sheets | {
        "Kebutuhan": events.corrected_needs(),
        "Peserta": [*events.participants(1, without=10), *events.participants(2), *events.participants(3, came=False)],
        "Publikasi": [*events.publications(range(2, 3)), published()],
        "Kegiatan": events.events([1, 2], "simpulan rekaan"),
        "Kompetisi": [contests.competitions()],
        "Kategori": contests.categories(),
        "Rubrik": contests.rubrics(("video", "berita"), contests.OWN),
        "Hadiah": contests.prizes(given=False),
        "Juri": contests.jurors([contests.OWN]),
        "Calon": contests.candidates(contests.OWN, kims(0, 7)),
        "Tahapan": [
            *(stage(theme(2), name, held_on(2) + days * DAY) for name, days in EVENT),
            *(stage(theme(3), name, held_on(3) + days * DAY) for name, days in EVENT[:4]),
            *(stage(contests.OWN, name, date(2026, 5, 26)) for name in PREPARED),
            *(row for n in range(5, 12) for row in models.material_stages(n)),
        ],
    }


def published() -> Row:
    """Return how the own competition was made public."""
    return {"Kegiatan": contests.OWN, "Oleh": "Dinas", "Tanggal": date(2026, 5, 25), "Media": "media daring"}


def works() -> Sheets:
    """Return the works of July and what most of the jury gave them, and the competition of the province."""
    return {
        "Kompetisi": [contests.outside()],
        "Karya": contests.entries(),
        "Nilai": contests.marks(late=False),
        "Calon": contests.candidates(contests.OUTSIDE, kims(0, 3)),
        "Pendampingan": [contests.accompaniment()],
        "Uji Coba": [models.trial(decided=True)],
        "Tahapan": [
            stage(contests.OUTSIDE, "Evaluasi hasil keikutsertaan", deadline=date(2026, 10, 1)),
            stage(TRIED, "Penetapan komunitas", date(2026, 6, 10)),
        ],
    }


def third_quarter() -> Sheets:
    """Return the third quarter, with the late scores of a juror and what the jury decided of a tie."""
    return {
        "Kegiatan": events.events([3], "simpulan rekaan"),
        "Peserta": [*events.participants(3), *events.participants(4, came=False)],
        "Publikasi": events.publications([3]),
        "Nilai": contests.marks(late=True),
        "Keputusan Seri": [contests.decided_tie()],
        "Keberatan": [contests.protest()],
        "Dukungan Swasta": [contests.support()],
        "Hadiah": contests.prizes(given=True),
        "Kompetisi": [contests.competitions(Dokumentasi="arsip rekaan")],
        "Penghargaan": contests.awards(),
        "Rubrik": [row for name in contests.AWARDS for row in contests.rubrics((None,), name)],
        "Juri": contests.jurors(contests.AWARDS),
        "Calon": [r for n, name in enumerate(contests.AWARDS) for r in contests.candidates(name, kims(20 * n, 5))],
        **of_materials(range(12, 18)),
        "Tahapan": [row for n in range(12, 18) for row in models.material_stages(n)],
    }


def fourth_quarter() -> Sheets:
    """Return the fourth quarter: how KIMs were judged for awards, a mistaken action mended, a day put off."""
    mended: list[Row] = [{**row, "Aksi": "pemuatan", "Media": None} for row in models.disseminations(15)[:1]]
    sheets = of_materials(range(18, 20))
    return sheets | {
        "Diseminasi Bahan": mended + models.disseminations(15)[1:],
        "Nilai": contests.quality(range(2)),
        "Penerima": contests.recipients(range(2)),
        "Tahapan": [
            stage(theme(5), "Pelaksanaan", deadline=date(2026, 12, 1)),
            *(row for n in range(18, 20) for row in models.material_stages(n)),
        ],
    }


BOOKS: Final = (register, plans, first_quarter, second_quarter, works, third_quarter, fourth_quarter)
"""The workbooks of the year, in the order in which they were taken in."""
