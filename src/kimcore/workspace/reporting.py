"""Reporting: the whole report of an office as one neutral report."""

from attrs import frozen

from kimcore.geography import RegionCode
from kimcore.reports import approaches, parameters, problems, profiles, quadrant_map, reasons
from kimcore.results import Assessments, IssueMatrix, Monitoring, Placements
from kimcore.rules import BoundRulebook
from kimcore.tables import Cell, Report
from kimcore.terms import Text
from kimcore.workspace.records import ImportRecord

__all__ = ["MADE_UP", "Findings", "office_report"]

MADE_UP = Text(
    "DATA CONTOH (BUATAN): kabupaten, KIM, orang, dan angka di sini tidak nyata.",
    "MADE-UP DATA: district, KIMs, people and figures are not real.",
)
TITLE = Text("Laporan Kemitraan Komunikasi dengan KIM", "Report on partnership with community information groups")


@frozen(kw_only=True)
class Findings:
    """All that a report is made of, as of one date."""

    office: RegionCode
    rules: BoundRulebook
    assessments: Assessments
    placements: Placements
    issues: IssueMatrix
    monitoring: Monitoring
    last_import: ImportRecord | None


def office_report(found: Findings) -> Report:
    """Return the office's report: Tabel 3.1 to 3.3, 5.1 to 5.3, judgements, problems and parameters."""
    last, placements = found.last_import, found.placements
    return Report(
        title=TITLE,
        particulars=particulars(found),
        tables=(
            profiles(found.assessments),
            found.assessments.table(),
            reasons(found.assessments),
            found.issues.table(),
            found.issues.suggested(),
            approaches(placements.rows),
            placements.table(),
            *found.monitoring.tables(),
            problems(last.problems if last else ()),
            parameters(found.rules),
        ),
        charts=(quadrant_map(placements.rows, placements.cutoffs),),
        warning=MADE_UP if found.office.is_made_up else None,
    )


def particulars(found: Findings) -> tuple[tuple[Text, Cell], ...]:
    """Return what every result carries: office, date, rulebook, period, source."""
    period, last = found.monitoring.measures.period, found.last_import
    return (
        (Text("Dinas Kominfo", "Office"), found.office.text),
        (Text("Per tanggal", "As of"), found.rules.on),
        (Text("Himpunan aturan", "Rulebook"), found.rules.name),
        (Text("Dasar", "Based on"), found.rules.rulebook.title),
        (Text("Jumlah KIM", "KIMs"), len(found.assessments)),
        (Text("Kebijakan pemetaan", "Mapping policy"), found.placements.policy),
        (Text("Pemantauan sejak", "Monitoring since"), period.start),
        (Text("Pemantauan sampai", "Monitoring until"), period.end),
        (Text("Sumber data", "Source of the data"), last.files if last else None),
        (Text("Diimpor pada", "Imported at"), last.taken_at if last else None),
    )
