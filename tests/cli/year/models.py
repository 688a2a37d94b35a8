"""The two models and the twenty materials of the year, as rows of the sheets of chapter IV."""

from collections.abc import Iterable
from datetime import date

from tests.cli.year.events import stage
from tests.cli.year.typed import ANSWERS, DAY, OFFICER, YES, Row, kim, kims, listed, spoken

__all__ = ["COLLABORATION", "TRIED", "collaboration", "contributions", "coordination", "disseminations"]
__all__ += ["material_stages", "materials", "schedule", "title", "trial"]

COLLABORATION = "Kolaborasi rekaan"
TRIED = kim(4)
"""The KIM of the trial, by whose name it goes."""

BEGIN = date(2026, 4, 1)


def trial(*, decided: bool = False) -> Row:
    """Return the trial of a KIM of type B, and what was decided at its end."""
    row: Row = {
        "Nama KIM": TRIED,
        "Tipe KIM": "B",
        "Komitmen": "komitmen rekaan",
        "Mulai": BEGIN,
        "Selesai": date(2026, 5, 31),
        "Tanggal Umpan Balik": date(2026, 3, 20),
        "Siap": YES,
    }
    if decided:
        row |= {"Keputusan": "ditetapkan", "Tanggal Keputusan": date(2026, 6, 10), "Pejabat": OFFICER}
        row |= {
            "Alasan": "alasan rekaan",
            "Ditetapkan Mulai": date(2026, 6, 15),
            "Ditetapkan Sampai": date(2027, 2, 14),
        }
    return row


def schedule() -> list[Row]:
    """Return the contents that the KIM of the trial is to make."""
    return [{"Nama KIM": TRIED, "Tanggal": BEGIN + 14 * n * DAY, "Konten": f"konten {n}"} for n in (1, 2, 3)]


def collaboration() -> Row:
    """Return the collaboration with three KIMs of type A."""
    return {
        "Judul": COLLABORATION,
        "Tipe KIM": "A",
        "Nama KIM": listed(kims(0, 3)),
        "Tanggal Pemetaan": spoken(date(2026, 2, 1)),
        "Mulai": date(2026, 3, 1),
        "Selesai": date(2026, 12, 31),
        "BerMiTRA": YES,
    }


def coordination() -> Row:
    """Return what a KIM answered to a plan of dissemination."""
    return {"Kolaborasi": COLLABORATION, "Jenis": "umpan balik", "Tanggal": date(2026, 3, 5), "Nama KIM": kim(0)}


def title(number: int) -> str:
    """Return the title of a material."""
    return f"Bahan rekaan {number:02d}"


def designed_on(number: int) -> date:
    """Return the day on which a material was designed."""
    return date(2026, 1, 12) + number * 14 * DAY


def is_passed_on(number: int) -> bool:
    """Tell whether a material is a single narrative of the ministry, which is not designed by the office."""
    return number % 4 == 3


def materials(numbers: Iterable[int]) -> list[Row]:
    """Return materials of two KIMs each."""
    return [
        {
            "Judul": title(n),
            "Asal": "narasi tunggal" if is_passed_on(n) else "bersama",
            "Sumber": "sumber rekaan",
            "Prakarsa": "proaktif",
            "Nama KIM": listed(kims(3 * n, 2)),
            "Pesan": "pesan rekaan",
            "Tema": "tema rekaan",
            "Sudut Pandang": "angle rekaan",
            "Format": "video",
            "BerMiTRA": ANSWERS[n % 4],
        }
        for n in numbers
    ]


def contributions(numbers: Iterable[int]) -> list[Row]:
    """Return what office and KIM gave to materials."""
    rows: list[Row] = []
    for n in numbers:
        about: Row = {"Judul Bahan": title(n), "Tanggal": designed_on(n)}
        rows += [about | {"Dari": "Dinas", "Masukan": "data"}]
        rows += [about | {"Dari": "KIM", "Nama KIM": kim(3 * n), "Masukan": "naskah"}]
    return rows


USES = (
    ("berbagi tautan", None),
    ("posting", None),
    ("pemuatan", None),
    ("tatap muka", None),
    (None, "media cetak"),
    (None, "media penyiaran"),
    (None, "media luar ruang"),
)
"""The ways of passing a material on: actions of Tabel 4.3, and media that have no action there."""


def disseminations(number: int) -> list[Row]:
    """Return how a material was passed on; the first twelve were also used to teach."""
    day, rows = designed_on(number), list[Row]()
    for i, (action, medium) in enumerate(USES[number % 5 : number % 5 + 3]):
        used: Row = {"Aksi": action, "Media": medium, "Jumlah": i or None}
        rows.append({"Nama KIM": kim(3 * number + i % 2), "Tanggal": day + (5 + i) * DAY, **used})
    if number < 12:
        taught: Row = {"Aksi": "literasi", "Media": "komunikasi tatap muka", "Jumlah": 1}
        rows.append({"Nama KIM": kim(3 * number), "Tanggal": day + 9 * DAY, **taught})
    return [{"Judul Bahan": title(number), **row} for row in rows]


def material_stages(number: int) -> list[Row]:
    """Return the stages of a material that its sheet states; what is passed on is received, not designed."""
    day = designed_on(number)
    if is_passed_on(number):
        rows = [stage(title(number), "Penerimaan narasi tunggal", day + DAY)]
    else:
        rows = [stage(title(number), "Perumusan pesan, tema, angle, dan format", day)]
        rows += [stage(title(number), "Persetujuan bahan informasi", day + DAY)]
    if number < 18 and number % 2:
        rows.append(stage(title(number), "Aksi diseminasi", day + 8 * DAY))
        if number < 12:
            rows.append(stage(title(number), "Literasi informasi", day + 10 * DAY))
    return rows
