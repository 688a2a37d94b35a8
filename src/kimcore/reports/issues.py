"""Tabel 3.2: the issue matrix with the six elements, and the KIMs that kimcore suggests, apart (III.B)."""

from collections.abc import Iterable, Mapping

from kimcore.clauses import cite
from kimcore.issues import IssueRow, Suggestion
from kimcore.reports.columns import columns, lines
from kimcore.tables import Table
from kimcore.terms import Text

__all__ = ["issue_matrix", "suggested"]

CLAUSES = (cite("III.B.matrix"), cite("II.B.3.map.c"))

COLUMNS = columns(
    ("no", "No", "No.", 6),
    ("issue", "Isu Strategis", "Strategic issue", 36),
    ("field", "Bidang", "Field", 26),
    ("sources", "Sumber Informasi", "Sources", 26),
    ("kims", "Nama KIM", "KIMs", 28),
    ("priority", "Prioritas", "Priority", 10),
    ("crisis", "Terindikasi Krisis", "Indicates a crisis", 12),
    ("background", "Latar Belakang", "Background", 36),
    ("involved", "Pihak Terlibat", "Who is involved", 28),
    ("scope", "Ruang Lingkup", "Scope", 28),
    ("administration", "Administrasi", "Records", 28),
    ("duration", "Durasi", "Duration", 20),
    ("understanding", "Jenjang Pemahaman", "Level of understanding", 28),
)

SUGGESTED = columns(
    ("issue", "Isu Strategis", "Strategic issue", 36),
    ("name", "KIM yang disarankan", "Suggested KIM", 28),
    ("village", "Kelurahan/Desa", "Village or ward", 18),
    ("reason", "Alasan saran", "Reason", 60),
)


def issue_matrix(rows: Iterable[IssueRow]) -> Table:
    """Return Tabel 3.2 with what III.B records beside it."""
    return Table(
        key="issues",
        name=Text("3.2 Isu", "3.2 Issues"),
        title=Text("Tabel 3.2 Identifikasi isu", "Tabel 3.2 Issues"),
        columns=COLUMNS,
        rows=tuple(
            (
                r.number,
                r.title,
                r.issue.affair,
                lines(*r.issue.sources),
                lines(*r.kims),
                r.issue.priority,
                r.issue.crisis,
                r.issue.background or None,
                r.issue.involved or None,
                r.issue.scope or None,
                r.issue.administration or None,
                r.issue.duration or None,
                r.issue.understanding or None,
            )
            for r in rows
        ),
    )


def suggested(suggestions: Iterable[Suggestion], titles: Mapping[str, str]) -> Table:
    """Return the suggestions of KIMs for issues; they are not ties of the office."""
    return Table(
        key="suggestions",
        name=Text("3.2 Saran KIM", "3.2 Suggestions"),
        title=Text("Saran KIM untuk isu (bukan penetapan Dinas)", "Suggested KIMs for issues (not the office's ties)"),
        columns=SUGGESTED,
        rows=tuple((titles[s.issue], s.name, s.village or None, s.reason) for s in suggestions),
        notes=(
            Text(
                "Disarankan oleh sistem dari bidang dan khalayak yang sama; Dinas yang menetapkan.",
                "Suggested by the system from shared fields and audiences; the office decides.",
            ),
        ),
    )
