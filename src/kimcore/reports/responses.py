"""Responses: how audiences respond to contents, take part in gatherings, and answer surveys (Tabel 5.1)."""

from collections.abc import Iterable, Mapping

from kimcore.clauses import cite
from kimcore.monitoring import Engagement, Gathering, SurveyChange
from kimcore.reports.columns import columns
from kimcore.tables import Cell, Table
from kimcore.terms import Text

__all__ = ["engagement", "gatherings", "survey_changes"]

CLAUSES = (cite("V.A.output"), cite("V.A.outtake"), cite("V.A.outcome"))
ALL_KIMS = Text("Semua KIM", "All KIMs")
ALL_PLATFORMS = Text("semua platform", "all platforms")
OFFICE = Text("Seluruh kantor", "Whole office")

ENGAGEMENT = columns(
    ("name", "Nama KIM", "KIM", 26),
    ("platform", "Platform", "Platform", 18),
    ("rate", "Tingkat Keterlibatan (%)", "Engagement Rate (%)", 14),
    ("known", "Konten Dihitung", "Contents Counted", 10),
    ("passed_on", "Penyebaran Ulang (per konten)", "Amplification (per content)", 14),
    ("passed_on_known", "Konten Dihitung", "Contents Counted", 10),
    ("contents", "Konten Tayang", "Contents Shown", 10),
    ("left_out", "Tanggapan Tidak Dibuka", "Responses Not Disclosed", 24),
    ("audience_on", "Khalayak Tercatat", "Audience Observed", 14),
    ("stale", "Basi", "Stale", 8),
)


def engagement(found: Iterable[Engagement], names: Mapping[str, str]) -> Table:
    """Return engagement rate and amplification of all KIMs, each platform, each KIM; unknown values stay blank."""
    return Table(
        key="engagement",
        name=Text("5.1 Keterlibatan", "5.1 Engagement"),
        title=Text("Keterlibatan khalayak (Tabel 5.1, Outtakes)", "Engagement of audiences (Tabel 5.1, Outtakes)"),
        columns=ENGAGEMENT,
        rows=tuple(engagement_row(e, names) for e in found),
        notes=(
            Text(
                "Tanggapan dan khalayak hanya dari konten yang keduanya diketahui. Khalayak: catatan terakhir akunnya "
                "sampai hari terakhir; kolom Khalayak Tercatat menyebut yang tertua.",
                "Responses and audience are of contents of which both are known. The audience is the latest of the "
                "account by the last day; the oldest that was used is named.",
            ),
        ),
    )


def engagement_row(found: Engagement, names: Mapping[str, str]) -> tuple[Cell, ...]:
    """Return the row of one KIM or platform, or of all."""
    return (
        ALL_KIMS if found.kim is None else names.get(found.kim, found.kim),
        ALL_PLATFORMS if found.platform is None else found.platform,
        rounded(found.rate.value),
        found.rate.known,
        rounded(found.amplification.value),
        found.amplification.known,
        found.contents,
        found.left_out or None,
        found.audience_on,
        None if found.stale is None else YES_NO[found.stale],
    )


YES_NO = {True: Text("ya", "yes"), False: Text("tidak", "no")}

GATHERINGS = columns(
    ("name", "Nama KIM", "KIM", 26),
    ("title", "Kegiatan", "Gathering", 34),
    ("form", "Bentuk", "Form", 18),
    ("held", "Tanggal", "Date", 14),
    ("attended", "Peserta Hadir", "Attended", 10),
    ("took_part", "Peserta Aktif", "Took Part", 10),
)


def gatherings(found: Iterable[Gathering], names: Mapping[str, str]) -> Table:
    """Return the gatherings of a period; who came is counted, not named."""
    return Table(
        key="gatherings",
        name=Text("5.1 Diskusi", "5.1 Discussions"),
        title=Text("Kehadiran dan keterlibatan dalam diskusi (Tabel 5.1)", "Attendance and discussion (Tabel 5.1)"),
        columns=GATHERINGS,
        rows=tuple(
            (names.get(g.kim, g.kim), g.title or None, g.form or None, g.held, g.attended, g.took_part) for g in found
        ),
        notes=(
            Text(
                "Terpisah dari catatan peserta pada lembar Audiens dan tidak dijumlahkan dengannya.",
                "These stand apart from the attendees noted on the sheet Audiens and are never added to them.",
            ),
        ),
    )


SURVEYS = columns(
    ("name", "Nama KIM", "KIM", 20),
    ("topic", "Topik/Isu", "Topic", 26),
    ("aspect", "Aspek", "Aspect", 11),
    ("verdict", "Kesimpulan", "Verdict", 16),
    ("change", "Perubahan (poin)", "Change (points)", 11),
    ("lower", "Batas Bawah", "Lower Bound", 8),
    ("upper", "Batas Atas", "Upper Bound", 8),
    ("before", "Sebelum (%)", "Before (%)", 9),
    ("before_of", "Responden", "Answers", 10),
    ("before_on", "Tanggal", "Date", 12),
    ("after", "Sesudah (%)", "After (%)", 9),
    ("after_of", "Responden", "Answers", 10),
    ("after_on", "Tanggal", "Date", 12),
    ("small", "Responden < 30", "Fewer Than 30", 10),
)


def survey_changes(found: Iterable[SurveyChange], names: Mapping[str, str]) -> Table:
    """Return what surveys before and after say, with the 95 % interval of the change in percentage points."""
    return Table(
        key="surveys",
        name=Text("5.1 Survei", "5.1 Surveys"),
        title=Text(
            "Perubahan kesadaran dan sikap (Tabel 5.1, Outcome)", "Change of awareness and attitude (Tabel 5.1)"
        ),
        columns=SURVEYS,
        rows=tuple(survey_row(c, names) for c in found),
        notes=(
            Text(
                "Selang kepercayaan 95 % (Newcombe); “naik” atau “turun” hanya bila selangnya tidak memuat nol.",
                "95 % interval (Newcombe); “rose” or “fell” only where the interval does not hold zero.",
            ),
        ),
    )


def survey_row(found: SurveyChange, names: Mapping[str, str]) -> tuple[Cell, ...]:
    """Return the row of one aspect of a topic."""
    sides: list[Cell] = []
    for survey in (found.before, found.after):
        share = survey.share if survey else None
        percent = None if share is None else rounded(100 * share)
        sides += [percent, survey.answered, survey.surveyed] if survey else [None, None, None]
    bounds = found.interval
    return (
        names.get(found.kim, found.kim) if found.kim else OFFICE,
        found.topic,
        found.aspect,
        found.verdict,
        rounded(found.change),
        rounded(bounds.lower if bounds else None),
        rounded(bounds.upper if bounds else None),
        *sides,
        YES_NO[found.is_small],
    )


def rounded(value: float | None) -> float | None:
    """Return a number to two decimals."""
    return None if value is None else round(value, 2)
