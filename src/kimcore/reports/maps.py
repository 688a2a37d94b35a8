"""Tabel 3.3 and the mapping report of III.E, and the quadrant map as a chart."""

from collections.abc import Iterable, Sequence

from kimcore.clauses import cite
from kimcore.mapping import APPROACHES, EXPLICIT, Axis, CutOff, CutOffs, Placement, priority_kims
from kimcore.reports.columns import columns, count
from kimcore.tables import Cell, Chart, Mark, Table
from kimcore.terms import Text

__all__ = ["approaches", "mapping_report", "positions", "quadrant_map"]

CLAUSES = (cite("III.E"), cite("III.D"), cite("II.B.3.map.e"))

COLUMNS = columns(
    ("priority", "Prioritas", "Priority", 9),
    ("name", "Nama KIM", "KIM", 26),
    ("village", "Kelurahan/Desa", "Village or ward", 18),
    ("kind", "Kedudukan", "Position", 16),
    ("quadrant", "Kuadran", "Quadrant", 10),
    ("approach", "Pendekatan", "Approach", 22),
    ("interest", "Ketertarikan", "Interest", 12),
    ("power", "Kekuatan", "Power", 12),
    ("influence", "Pengaruh", "Influence", 12),
    ("observed", "Tercatat", "Observed on", 14),
    ("formation", "Syarat pembentukan", "Formation", 18),
    ("reason", "Alasan", "Reason", 70),
)

QUADRANTS = columns(
    ("quadrant", "Kuadran", "Quadrant", 9),
    ("category", "Kategori", "Category", 60),
    ("approach", "Pendekatan", "Approach", 26),
    ("kims", "Jumlah KIM", "KIMs", 12),
)

CATEGORIES = {
    1: Text("ketertarikan tinggi, kekuatan dan pengaruh tinggi", "interest high, power and influence high"),
    2: Text("ketertarikan rendah, kekuatan dan pengaruh tinggi", "interest low, power and influence high"),
    3: Text("ketertarikan tinggi, kekuatan dan pengaruh rendah", "interest high, power and influence low"),
    4: Text("ketertarikan rendah, kekuatan dan pengaruh rendah", "interest low, power and influence low"),
}


def approaches(placements: Sequence[Placement]) -> Table:
    """Return Tabel 3.3 with the number of KIMs in each quadrant, and of those that lie in none."""
    rows: list[tuple[Cell, ...]] = [
        (number, CATEGORIES[number], APPROACHES[number], sum(p.quadrant == number for p in placements))
        for number in CATEGORIES
    ]
    others = dict.fromkeys(p.kind for p in placements if p.quadrant is None)
    rows += [(None, kind, None, sum(p.kind is kind for p in placements)) for kind in others]
    return Table(
        key="approaches",
        name=Text("3.3 Pendekatan", "3.3 Approaches"),
        title=Text("Tabel 3.3 Kategori KIM dan pendekatan", "Tabel 3.3 Categories and approaches"),
        columns=QUADRANTS,
        rows=tuple(rows),
        notes=(Text("Pendekatan adalah saran (R29).", "An approach is advice (R29)."),),
    )


def mapping_report(placements: Iterable[Placement], cutoffs: CutOffs) -> Table:
    """Return the matrix of III.E over the priority KIMs: quadrants 1 to 3 and mixed (R30)."""
    return Table(
        key="mapping",
        name=Text("3.3 Laporan Pemetaan", "3.3 Mapping Report"),
        title=Text("Laporan hasil pemetaan: KIM prioritas (III.E)", "Mapping report: priority KIMs (III.E)"),
        columns=COLUMNS,
        rows=tuple(row(p) for p in priority_kims(placements)),
        notes=tuple(note(axis, cutoffs) for axis in Axis),
    )


def positions(placements: Iterable[Placement], cutoffs: CutOffs) -> Table:
    """Return the position of every KIM in order of priority, whatever its quadrant (R30)."""
    return Table(
        key="map",
        name=Text("Peta KIM", "Map of KIMs"),
        title=Text("Peta KIM menurut prioritas (III.C–III.D)", "Map of KIMs by priority (III.C to III.D)"),
        columns=COLUMNS,
        rows=tuple(map(row, placements)),
        notes=tuple(note(axis, cutoffs) for axis in Axis),
    )


def row(placement: Placement) -> tuple[Cell, ...]:
    """Return the row of one KIM."""
    subject = placement.subject
    scores = subject.scores
    days = [f.observed_on for f in (scores.power, scores.influence) if f.observed_on]
    return (
        placement.priority,
        subject.name,
        subject.village or None,
        placement.kind,
        placement.quadrant or ("/".join(map(str, placement.candidates)) or None),
        placement.approach,
        *(count(scores.value(axis)) for axis in Axis),
        max(days, default=None),
        subject.formation,
        placement.reason,
    )


WEAK = Text("; lemah: data kurang dari delapan atau sama semua", "; weak: fewer than eight scores, or all equal")


def note(axis: Axis, cutoffs: CutOffs) -> Text:
    """Return a cut-off in words, with its method and whether it is weak (R2)."""
    cut = cutoffs.of(axis)
    value = "–" if cut.value is None else str(count(cut.value))
    return Text(
        "Batas {axis}: {value} ({method}, {known} KIM{weak}).",
        "Cut-off of {axis}: {value} ({method}, {known} KIMs{weak}).",
    ).format(axis=axis, value=value, method=method(cut), known=str(cut.known), weak=WEAK if cut.weak else "")


def method(cut: CutOff) -> Text:
    """Return in words how a cut-off was found."""
    if cut.method == EXPLICIT:
        return Text("ditetapkan kantor", "set by the office")
    return Text(cut.method.replace("quantile", "kuantil"), cut.method)


def quadrant_map(placements: Iterable[Placement], cutoffs: CutOffs) -> Chart:
    """Return the map: interest across, influence up, one numbered dot per KIM whose two scores are known.

    Influence is drawn by rank among the KIMs shown, since figures of audiences spread over thousands.
    """
    shown = [p for p in placements if None not in scores_of(p)]
    ranks = sorted({scores_of(p)[1] or 0 for p in shown})
    marks = tuple(mark(p, ranks) for p in shown)
    return Chart(
        key="map",
        title=Text("Peta kuadran KIM", "Quadrant map of KIMs"),
        x_label=Text("Ketertarikan (0–100)", "Interest (0–100)"),
        y_label=Text("Pengaruh (peringkat 0–100)", "Influence (rank, 0–100)"),
        x_cut=cutoffs.interest.value,
        y_cut=cut_rank(ranks, cutoffs.influence.value),
        marks=marks,
        corners=(APPROACHES[2].text, APPROACHES[1].text, APPROACHES[4].text, APPROACHES[3].text),
        notes=(
            Text(
                "Nomor titik adalah urutan prioritas. KIM tanpa skor ketertarikan atau pengaruh tidak digambar; "
                "kedudukan tiap KIM, termasuk kekuatannya, tertera pada tabel.",
                "The number of a dot is the order of priority. KIMs without an interest or influence score are not "
                "drawn; the position of each KIM, with its power, stands in the table.",
            ),
        ),
    )


def scores_of(placement: Placement) -> tuple[int | float | None, int | float | None]:
    """Return interest and influence."""
    scores = placement.subject.scores
    return scores.value(Axis.INTEREST), scores.value(Axis.INFLUENCE)


def mark(placement: Placement, ranks: Sequence[int | float]) -> Mark:
    """Return the dot of one KIM."""
    interest, influence = scores_of(placement)
    name = placement.subject.name + (f", {placement.subject.village}" if placement.subject.village else "")
    return Mark(
        number=placement.priority or 0,
        name=name,
        x=float(interest or 0),
        y=rank(ranks, influence or 0),
        group=placement.approach or placement.kind,
    )


def rank(ranks: Sequence[int | float], value: int | float) -> float:
    """Return the place of a value among the ranks, from 0 to 100."""
    return round(100 * ranks.index(value) / max(len(ranks) - 1, 1), 1)


def cut_rank(ranks: Sequence[int | float], cut: float | None) -> float | None:
    """Return where a cut-off lies among the ranks: halfway below the first value that is high."""
    if cut is None:
        return None
    below = sum(value < cut for value in ranks)
    return round(min(max(100 * (below - 0.5) / max(len(ranks) - 1, 1), 0), 100), 1)
