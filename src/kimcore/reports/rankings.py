"""Rankings: the places of works in a competition and of KIMs for an award, and what was given to whom (IV.E)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from kimcore.clauses import cite
from kimcore.collaboration import Award, Category, Competition, Quantity, RankedWork, Ranking
from kimcore.reports.columns import columns, lines
from kimcore.tables import Cell, Table
from kimcore.terms import Text

__all__ = ["award_rankings", "competition_rankings", "left_out_notes", "recipients"]

CLAUSES = (cite("IV.E.own.run"), cite("IV.E.award.assess"))
FINE = 2

PLACES = columns(
    ("title", "Kompetisi", "Competition", 28),
    ("category", "Kategori", "Category", 22),
    ("place", "Peringkat", "Place", 10),
    ("work", "Karya", "Work", 28),
    ("name", "Nama KIM", "KIM", 26),
    ("total", "Nilai (0–100)", "Score (0 to 100)", 10),
    ("settled", "Keterangan", "Remark", 26),
    ("prize", "Hadiah", "Prize", 20),
)


def competition_rankings(competitions: Iterable[Competition], on: date, names: Mapping[str, str]) -> Table:
    """Return the places in each category on a day; a work that has no place yet stands without one."""
    found = [(c, category, c.ranking(category.id, on)) for c in competitions for category in c.categories]
    return Table(
        key="rankings",
        name=Text("4 Peringkat", "4 Rankings"),
        title=Text("Peringkat karya kompetisi (Tabel 4.8)", "Rankings of competitions (Tabel 4.8)"),
        columns=PLACES,
        rows=tuple(row for each in found for row in place_rows(*each, names)),
        notes=tuple(note for c, category, ranking in found for note in left_out_notes(c.title, category.kind, ranking)),
    )


def place_rows(
    held: Competition, category: Category, ranking: Ranking, names: Mapping[str, str]
) -> Iterator[tuple[Cell, ...]]:
    """Yield the works of one category by their places, then those without one."""
    entries = {e.id: e for e in held.entries}
    prizes = {p.entry: p.what or None for p in category.prizes if p.entry}
    ranked = {w.work: w for w in ranking.works}
    for work in (*ranked, *ranking.unranked):
        entry, found = entries[work], ranked.get(work)
        place, total = (found.place, round(float(found.total), FINE)) if found else (None, None)
        about = (entry.title or entry.id, names.get(entry.kim, entry.kim))
        yield (held.title, category.kind, place, *about, total, remark(found), prizes.get(work))


def remark(ranked: RankedWork | None) -> Text | None:
    """Say that a place is shared, or how a tie was broken."""
    if ranked is None:
        return Text("belum dinilai lengkap", "not judged in full")
    if ranked.tied:
        return SHARED.format(number=len(ranked.tied) + 1)
    return ranked.settled


SHARED = Text("peringkat dibagi {number} karya", "{number} share the place")


def left_out_notes(title: str, category: object, ranking: Ranking) -> Iterator[Text]:
    """Say by which rule ties are broken, how many jurors count, and how many were left out."""
    values = {"title": title, "category": category, "rule": ranking.rule, "counted": len(ranking.counted)}
    if ranking.counted or ranking.left_out:
        yield COUNTED.format(**values, left=len(ranking.left_out))
    for tie in ranking.open_ties:
        yield OPEN_TIE.format(title=title, works=", ".join(tie))


COUNTED = Text(
    "{title}, {category}: {counted} juri dihitung, {left} tidak (tidak menilai semua karya); nilai seri: {rule}.",
    "{title}, {category}: {counted} juror(s) count, {left} do not (did not score every work); ties: {rule}.",
)
OPEN_TIE = Text("{title}: nilai seri menunggu keputusan juri: {works}.", "{title}: a tie waits for the jury: {works}.")

AWARDS = columns(
    ("title", "Penghargaan", "Award", 34),
    ("place", "Peringkat", "Place", 10),
    ("name", "Nama KIM", "KIM", 26),
    ("total", "Nilai (0–100)", "Score (0 to 100)", 12),
    ("settled", "Keterangan", "Remark", 30),
    ("contents", "Konten", "Contents", 10),
    ("activities", "Kegiatan", "Activities", 10),
    ("undated", "Tanpa tanggal", "Undated", 10),
)
QUALITY = Text("kualitas", "quality")


def award_rankings(
    awards: Iterable[Award], on: date, names: Mapping[str, str], found: Mapping[str, Iterable[Quantity]]
) -> Table:
    """Return quality and quantity of the KIMs of each award; `found` are the quantities by the id of the award."""
    every = tuple(awards)
    notes = (n for a in every for n in left_out_notes(a.title, QUALITY, a.ranking(on)))
    return Table(
        key="award_rankings",
        name=Text("4 Penilaian KIM", "4 KIMs assessed"),
        title=Text("Penilaian kualitas dan kuantitas (Gambar 4.6)", "Quality and quantity assessed (Gambar 4.6)"),
        columns=AWARDS,
        rows=tuple(row for a in every for row in award_rows(a, a.ranking(on), names, found.get(a.id, ()))),
        notes=tuple(notes),
    )


def award_rows(
    award: Award, ranking: Ranking, names: Mapping[str, str], found: Iterable[Quantity]
) -> Iterator[tuple[Cell, ...]]:
    """Yield the KIMs of one award by their places, then those without one."""
    ranked, quantity = {w.work: w for w in ranking.works}, {q.kim: q for q in found}
    for kim in (*ranked, *(k for k in award.kims if k not in ranked)):
        place, q = ranked.get(kim), quantity.get(kim)
        total = round(float(place.total), FINE) if place else None
        counts = (q.contents, q.activities.value, q.undated) if q else (None, None, None)
        head = (award.title, place.place if place else None, names.get(kim, kim), total)
        yield (*head, remark(place) if place else None, *counts)


GIVEN = columns(
    ("title", "Penghargaan", "Award", 34),
    ("name", "Nama KIM", "KIM", 26),
    ("form", "Bentuk", "Form", 30),
    ("on", "Tanggal", "Date", 14),
    ("reason", "Alasan", "Reason", 44),
)


def recipients(awards: Iterable[Award], names: Mapping[str, str]) -> Table:
    """Return to whom awards are given, in which form, when and why."""
    rows = tuple(
        (a.title, names.get(r.kim, r.kim), r.form, r.on, lines(r.reason)) for a in awards for r in a.recipients
    )
    title = Text("Penerima penghargaan (Gambar 4.6)", "Recipients of awards (Gambar 4.6)")
    name = Text("4 Penerima", "4 Recipients")
    return Table(key="recipients", name=name, title=title, columns=GIVEN, rows=rows)
