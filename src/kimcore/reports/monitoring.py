"""Tabel 5.1 to 5.3: measures, the dissemination log, and social media with each platform's own indicators (V)."""

from collections.abc import Iterable, Mapping

from kimcore.clauses import cite
from kimcore.media import Platform
from kimcore.monitoring import ActivityLog, Growth, Indicator, LogRow, Measure, SocialRow, VillageCoverage
from kimcore.reports.columns import columns
from kimcore.tables import Cell, Table
from kimcore.terms import Text

__all__ = ["activities", "audience_growths", "coverage", "measures", "social_media"]

CLAUSES = (cite("V.A.output"), cite("V.A.outtake"), cite("V.A.outcome"), cite("V.B.social"))

MEASURES = columns(
    ("kind", "Jenis Pengukuran", "Kind", 14),
    ("measure", "Ukuran", "Measure", 28),
    ("value", "Nilai", "Value", 12),
    ("unit", "Satuan", "Unit", 14),
    ("known", "Diketahui", "Known", 10),
    ("total", "Dari", "Of", 8),
    ("undated", "Tanpa tanggal", "Undated", 12),
    ("definition", "Batasan", "Definition", 70),
)


def measures(found: Iterable[Measure]) -> Table:
    """Return Tabel 5.1 over all KIMs; an unknown value stays blank, and how much was known stands beside it (R11)."""
    return Table(
        key="measures",
        name=Text("5.1 Pengukuran", "5.1 Measures"),
        title=Text("Tabel 5.1 Pengukuran efektivitas", "Tabel 5.1 Measures of effectiveness"),
        columns=MEASURES,
        rows=tuple(
            (
                m.yardstick.kind,
                m.yardstick.label,
                m.value,
                m.yardstick.unit,
                m.total.known,
                m.total.total,
                m.undated,
                m.yardstick.definition,
            )
            for m in found
        ),
        notes=(
            Text(
                "“Diketahui … dari …”: banyaknya angka yang tercatat di antara yang seharusnya ada.",
                "“Known … of …”: how many figures are recorded of those that should be there.",
            ),
        ),
    )


GROWTH = columns(
    ("name", "Nama KIM", "KIM", 26),
    ("platform", "Media", "Medium", 16),
    ("account", "Akun", "Account", 24),
    ("before", "Semula", "Before", 12),
    ("before_on", "Tercatat", "Observed on", 14),
    ("after", "Menjadi", "After", 12),
    ("after_on", "Tercatat", "Observed on", 14),
    ("change", "Pertambahan", "Growth", 14),
)


def audience_growths(found: Iterable[tuple[str, Growth]], names: Mapping[str, str]) -> Table:
    """Return the growth of each audience with both readings and their days; unknown where one reading serves both."""
    return Table(
        key="growth",
        name=Text("5.1 Pertumbuhan", "5.1 Growth"),
        title=Text("Pertumbuhan khalayak per akun (Tabel 5.1)", "Growth of audiences by account (Tabel 5.1)"),
        columns=GROWTH,
        rows=tuple(growth_row(names.get(kim, kim), g) for kim, g in found),
        notes=(
            Text(
                "Catatan terakhir pada atau sebelum hari pertama dan hari terakhir periode (R18).",
                "The latest record at or before the first and the last day of the period (R18).",
            ),
        ),
    )


def growth_row(name: str, found: Growth) -> tuple[Cell, ...]:
    """Return the row of one account."""
    pairs = ((r.value, r.observed_on) if r else (None, None) for r in (found.before, found.after))
    readings = tuple(cell for pair in pairs for cell in pair)
    return (name, found.platform, found.account or None, *readings, found.change)


ACTIVITIES = columns(
    ("name", "Nama Kelompok", "KIM", 26),
    ("village", "Kelurahan/Desa", "Village or ward", 18),
    ("activity", "Aktivitas Diseminasi Informasi", "Activity", 32),
    ("format", "Format Kegiatan", "Form", 18),
    ("count", "Jumlah Kegiatan", "Number", 10),
    ("on", "Keterangan Waktu", "Date", 14),
    ("proof", "Bukti Tayang/Link Konten", "Proof or link", 44),
)


def activities(log: ActivityLog) -> Table:
    """Return Tabel 5.2 of a period; rows without a date stand at the end."""
    counted, total = log.counted, len(log.rows)
    return Table(
        key="activities",
        name=Text("5.2 Diseminasi", "5.2 Dissemination"),
        title=Text("Tabel 5.2 Kegiatan diseminasi", "Tabel 5.2 Dissemination activities"),
        columns=ACTIVITIES,
        rows=tuple(log_row(r) for r in (*log.rows, *log.undated)),
        notes=(
            Text(
                "{rows} baris dalam periode, {count} kegiatan ({known} baris berjumlah), {proof} berbukti; "
                "{undated} baris tanpa tanggal.",
                "{rows} rows in the period, {count} activities ({known} rows with a number), {proof} with proof; "
                "{undated} rows without a date.",
            ).format(
                rows=str(total),
                count="–" if counted.value is None else str(counted.value),
                known=str(counted.known),
                proof=str(log.with_proof),
                undated=str(len(log.undated)),
            ),
        ),
    )


def log_row(found: LogRow) -> tuple[Cell, ...]:
    """Return the row of one activity."""
    a = found.activity
    return found.name, found.village or None, a.activity or None, a.format or None, a.count, a.on, a.proof or None


SHOWN = (Indicator.LIKE, Indicator.SHARE, Indicator.COMMENT, Indicator.VIEW, Indicator.RETWEET)

SOCIAL = columns(
    ("name", "Nama KIM", "KIM", 26),
    ("title", "Judul Konten", "Title", 34),
    ("format", "Format", "Form", 14),
    ("platform", "Platform", "Platform", 13),
    ("account", "Akun", "Account", 22),
    ("shown", "Tanggal Tayang", "Shown on", 13),
    *((i.code, i.say("id"), i.say("en"), 10) for i in SHOWN),
    ("observed", "Tanggal Catat", "Observed on", 13),
    ("link", "Link", "Link", 40),
)

NOT_ASKED = Text("·", "·")


def social_media(rows: Iterable[SocialRow], names: Mapping[str, str]) -> Table:
    """Return Tabel 5.3; an indicator that a platform does not have is marked, one that is not disclosed is blank."""
    return Table(
        key="social_media",
        name=Text("5.3 Media Sosial", "5.3 Social Media"),
        title=Text("Tabel 5.3 Media sosial yang dikelola KIM", "Tabel 5.3 Social media of KIMs"),
        columns=SOCIAL,
        rows=tuple(social_row(r, names) for r in rows),
        notes=(
            Text(
                "“·”: platform tidak memiliki indikator itu dalam Tabel 5.3. Kosong: belum diketahui, bukan nol (R11).",
                "“·”: the platform has no such indicator in Tabel 5.3. Blank: unknown, not zero (R11).",
            ),
        ),
    )


def social_row(row: SocialRow, names: Mapping[str, str]) -> tuple[Cell, ...]:
    """Return the row of one content."""
    content = row.content
    figures = (row.values.get(i, NOT_ASKED) for i in SHOWN)
    return (
        names.get(content.kim, content.kim),
        content.title or None,
        content.format or None,
        content.platform if isinstance(content.platform, Platform) else content.platform or None,
        content.account or None,
        content.shown,
        *figures,
        row.observed_on,
        content.link or None,
    )


COVERAGE = columns(
    ("code", "Kode Wilayah", "Region code", 16),
    ("name", "Desa/Kelurahan tanpa KIM", "Village without a KIM", 34),
)


def coverage(found: VillageCoverage) -> Table:
    """Return the villages without a KIM, with the share covered as a note."""
    share = "–" if found.share is None else f"{100 * found.share:.1f}"
    note = Text(
        "{covered} dari {total} desa/kelurahan memiliki KIM ({share} %).",
        "{covered} of {total} villages have a KIM ({share} %).",
    )
    return Table(
        key="coverage",
        name=Text("Cakupan Desa", "Coverage"),
        title=Text("Cakupan desa/kelurahan", "Coverage of villages"),
        columns=COVERAGE,
        rows=tuple((str(v.code), v.name) for v in found.uncovered),
        notes=(note.format(covered=str(found.covered), total=str(found.total), share=share),),
    )
