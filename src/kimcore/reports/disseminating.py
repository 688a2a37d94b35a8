"""Disseminating: who passed which material on, by the actions of Tabel 4.3 and the media of Tabel 4.6 (IV.B, IV.D)."""

from collections.abc import Iterable, Mapping

from kimcore.clauses import cite
from kimcore.collaboration import DisseminationSummary, Material
from kimcore.collaboration.materialplans import MEDIA_CLAUSES
from kimcore.reports.columns import columns
from kimcore.tables import Cell, Table
from kimcore.terms import Term, Text

__all__ = ["dissemination_rows", "dissemination_summary"]

CLAUSE = cite("IV.B.A.action")

ROWS = columns(
    ("on", "Tanggal", "Date", 12),
    ("name", "Nama KIM", "KIM", 24),
    ("material", "Bahan", "Material", 32),
    ("action", "Aksi", "Action", 30),
    ("medium", "Media", "Medium", 18),
    ("initiative", "Sifat", "Initiative", 12),
    ("count", "Jumlah", "Number", 9),
    ("proof", "Bukti", "Proof", 28),
)


def dissemination_rows(materials: Iterable[Material], names: Mapping[str, str]) -> Table:
    """Return every dissemination of materials, by day; a blank number is not recorded."""
    found = sorted(((m, d) for m in materials for d in m.disseminations), key=lambda p: (p[1].on, p[0].id, p[1].kim))
    rows = tuple(
        (d.on, names.get(d.kim, d.kim), m.title, d.action, d.used, m.initiative, d.count, d.proof or None)
        for m, d in found
    )
    title = Text("Diseminasi bahan informasi (Tabel 4.3)", "Disseminations of materials (Tabel 4.3)")
    name = Text("4 Diseminasi", "4 Disseminations")
    return Table(key="disseminations", name=name, title=title, columns=ROWS, rows=rows)


SUMMARY = columns(
    ("by", "Menurut", "By", 18),
    ("what", "Aksi, media, atau sifat", "Action, medium or initiative", 40),
    ("number", "Diseminasi", "Disseminations", 14),
    ("clause", "Ketentuan", "Clause", 16),
)
ACTION, MEDIUM, INITIATIVE = Text("aksi", "action"), Text("media", "medium"), Text("sifat", "initiative")
NO_ACTION = Text("tanpa aksi Tabel 4.3 (cetak, penyiaran, luar ruang)", "no action of Tabel 4.3 (print, air, outdoor)")
COUNTED = Text(
    "Jumlah yang tercatat: {number}, dari {known} dari {total} diseminasi.",
    "Numbers recorded: {number}, of {known} of {total} disseminations.",
)


def dissemination_summary(found: DisseminationSummary) -> Table:
    """Return how many disseminations there were by action, medium and initiative; each stands, without any as 0."""
    period = found.period
    rows = (
        *(cells(ACTION, a or NO_ACTION, n, a.clause if a else CLAUSE.id) for a, n in found.by_action.items()),
        *(cells(MEDIUM, m, n, MEDIA_CLAUSES[m].id) for m, n in found.by_medium.items()),
        *(cells(INITIATIVE, i, n, i.clause.id) for i, n in found.by_initiative.items()),
    )
    title = Text("Aksi dan media diseminasi {a}–{b} (Tabel 4.3 dan 4.6)", "Actions and media {a}–{b} (Tabel 4.3, 4.6)")
    return Table(
        key="dissemination_summary",
        name=Text("4 Aksi dan media", "4 Actions and media"),
        title=title.format(a=period.start, b=period.end),
        columns=SUMMARY,
        rows=rows,
        notes=(counted(found),),
    )


def cells(by: Text, what: Term | Text, number: int, clause: str) -> tuple[Cell, ...]:
    """Return one row."""
    return by, what, number, clause


def counted(found: DisseminationSummary) -> Text:
    """Say what the recorded numbers add up to, and of how many disseminations they are known."""
    total = found.counted
    number = Text("belum diketahui", "unknown") if total.value is None else total.value
    return COUNTED.format(number=number, known=total.known, total=total.total)
