"""Reviews: how regularly KIMs were active, what their proofs are, and what speaks for going on (V.B)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kimcore.clauses import cite
from kimcore.monitoring import Consistency, Evaluation, Proofs, ProofState, Side
from kimcore.reports.columns import columns
from kimcore.tables import Cell, Table
from kimcore.terms import Text

__all__ = ["consistency", "evaluations", "proofs"]

CLAUSES = (cite("V.B.continue"), cite("V.B.log.link"))

CONSISTENCY = columns(
    ("name", "Nama KIM", "KIM", 26),
    ("active_weeks", "Minggu Aktif", "Active Weeks", 10),
    ("weeks", "Dari", "Of", 8),
    ("silence", "Jeda Terpanjang (hari)", "Longest Silence (days)", 12),
    ("last", "Terakhir Tercatat", "Last Recorded", 14),
    ("dormant", "Tidak Aktif", "Dormant", 16),
    ("undated", "Tanpa Tanggal", "Undated", 10),
)


def consistency(found: Iterable[Consistency], names: Mapping[str, str]) -> Table:
    """Return the active weeks of each KIM; of one with nothing dated they are unknown, and so is whether it sleeps."""
    return Table(
        key="consistency",
        name=Text("5.1 Keajekan", "5.1 Consistency"),
        title=Text("Keajekan kegiatan per KIM", "Consistency of each KIM"),
        columns=CONSISTENCY,
        rows=tuple(
            (names.get(c.kim, c.kim), c.active_weeks, c.weeks, c.silence, c.last, c.dormant, c.undated) for c in found
        ),
        notes=(
            Text(
                "Kegiatan, konten tayang, dan diskusi yang bertanggal; minggu menurut ISO. Kosong: belum ada yang "
                "bertanggal.",
                "Dated activities, contents shown and discussions; ISO weeks. Blank: nothing dated is recorded.",
            ),
        ),
    )


PROOFS = columns(
    ("name", "Nama Kelompok", "KIM", 26),
    ("on", "Keterangan Waktu", "Date", 14),
    ("activity", "Aktivitas Diseminasi Informasi", "Activity", 34),
    ("state", "Jenis Bukti", "Kind of Proof", 26),
    ("remark", "Keterangan", "Remark", 44),
)

FEW = 3
REPEATED = Text("bukti yang sama juga pada baris lain KIM ini", "the same proof stands in another row of this KIM")
SHARED = Text(
    "bukti yang sama juga pada {names}; dihitung untuk semuanya",
    "the same proof stands beside {names} too; it counts for all",
)


def proofs(found: Proofs, names: Mapping[str, str]) -> Table:
    """Return the rows of the log that cannot be verified as they are, or whose proof also proves another row."""
    counts = ", ".join
    said = [(state, found.count(state)) for state in ProofState]
    return Table(
        key="proofs",
        name=Text("5.2 Bukti", "5.2 Proofs"),
        title=Text("Bukti tayang yang perlu diperhatikan (Tabel 5.2)", "Proofs to look at (Tabel 5.2)"),
        columns=PROOFS,
        rows=tuple(proof_rows(found, names)),
        notes=(
            Text(
                counts(f"{state.say('id')}: {number}" for state, number in said) + ".",
                counts(f"{state.say('en')}: {number}" for state, number in said) + ".",
            ),
            Text(
                f"{len(found.linked)} baris kontennya juga tercatat pada Tabel 5.3.",
                f"The content of {len(found.linked)} rows also stands in Tabel 5.3.",
            ),
        ),
    )


def remarks_of(found: Proofs, names: Mapping[str, str]) -> dict[int, list[Text]]:
    """Return what there is to say of rows whose proof stands elsewhere too, by the identity of the row."""
    said: defaultdict[int, list[Text]] = defaultdict(list)
    for one in found.repeated:
        for row in one.rows:
            said[id(row)].append(REPEATED)
    for one in found.shared:
        kims = one.kims
        for row in one.rows:
            said[id(row)].append(SHARED.format(names=others(kims, row.kim, names)))
    return said


def others(kims: Sequence[str], own: str, names: Mapping[str, str]) -> Text:
    """Return the names of the KIMs beside one, of many the first few and how many more."""
    few = [kim for kim in kims[: FEW + 1] if kim != own][:FEW]
    said, more = ", ".join(names.get(kim, kim) for kim in few), len(kims) - 1 - len(few)
    return Text(f"{said} dan {more} lagi", f"{said} and {more} more") if more else Text(said, said)


def proof_rows(found: Proofs, names: Mapping[str, str]) -> Iterator[tuple[Cell, ...]]:
    """Yield the row of each proof of which there is something to say."""
    elsewhere = remarks_of(found, names)
    for proof in found.every:
        row = proof.row
        own = [] if proof.state is ProofState.ADDRESS else [proof.reason]
        remarks = (*own, *elsewhere.get(id(row), ()))
        if remarks:
            yield row.name, row.activity.on, row.activity.activity or None, proof.state, remarks


EVALUATIONS = columns(
    ("name", "Nama KIM", "KIM", 26),
    ("side", "Arah", "Side", 20),
    ("text", "Pertimbangan", "Consideration", 74),
    ("on", "Per Tanggal", "As Of", 14),
    ("source", "Sumber", "Source", 30),
    ("clause", "Ketentuan", "Clause", 12),
)


def evaluations(found: Iterable[Evaluation], names: Mapping[str, str]) -> Table:
    """Return what speaks for going on with each KIM, what against, and what cannot be told; nothing is decided."""
    return Table(
        key="evaluation",
        name=Text("Evaluasi", "Evaluation"),
        title=Text("Pertimbangan kelanjutan kolaborasi (V.B)", "Whether to go on: considerations (V.B)"),
        columns=EVALUATIONS,
        rows=tuple(
            (names.get(e.kim, e.kim), c.side, c.text, c.on, c.source, c.clause.id)
            for e in found
            for side in Side
            for c in e.on_side(side)
        ),
        notes=(
            Text(
                "Tidak ada nilai akhir dan tidak ada keputusan: Dinas yang menimbang. Dasar pengakhiran ada pada "
                "penilaian kemitraan (II.B.6).",
                "There is no score and no decision: the office weighs. Grounds for ending stand with the partnership "
                "(II.B.6).",
            ),
        ),
    )
