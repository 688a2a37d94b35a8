"""Reporting: the whole report of an office as one neutral report."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from attrs import frozen

from kimcore.errors import InvalidValue
from kimcore.geography import RegionCode
from kimcore.plugins import PluginHost
from kimcore.ports import ReportWriter
from kimcore.reports import MADE_UP, approaches, parameters, problems, profiles, quadrant_map, reasons
from kimcore.results import Assessments, IssueMatrix, Monitoring, Placements
from kimcore.rules import BoundRulebook
from kimcore.tables import Cell, Report
from kimcore.terms import Language, Text, say
from kimcore.workspace.logs import log_files
from kimcore.workspace.records import ImportRecord
from kimcore.workspace.together import Together

__all__ = ["Findings", "at_office", "office_report", "write_report", "writers_of"]

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
    together: Together
    last_import: ImportRecord | None


def office_report(found: Findings) -> Report:
    """Return the office's report: Tabel 3.1 to 3.3, works of ch. IV, 5.1 to 5.3, judgements, problems, parameters."""
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
            placements.report(),
            *found.together.tables(),
            *found.monitoring.tables(),
            problems(last.problems if last else ()),
            parameters(found.rules),
        ),
        charts=(quadrant_map(placements.rows, placements.cutoffs),),
        timelines=found.together.timelines(),
        warning=MADE_UP if found.office.is_made_up else None,
    )


def at_office(instant: str, office: RegionCode) -> Text:
    """Return an instant (ISO form) as a clock at the office shows it."""
    local = datetime.fromisoformat(instant).astimezone(UTC) + office.utc_offset
    day, clock, zone = local.date(), f"{local:%H.%M}", office.zone
    return Text(f"{say(day, 'id')}, pukul {clock} {zone}", f"{say(day, 'en')}, {clock} {zone}")


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
        (Text("Diimpor pada", "Imported at"), at_office(last.taken_at, found.office) if last else None),
    )


def writers_of(host: PluginHost, formats: Sequence[str]) -> dict[str, ReportWriter]:
    """Return the writer of each format; raise `InvalidValue` where none is named, `NotFound` for an unknown one."""
    if not formats:
        raise InvalidValue("formats_missing", "name a form of the report", "sebutkan bentuk laporan", field="formats")
    return {name: host.report_writer(name) for name in formats}


def write_report(
    report: Report, writers: Mapping[str, ReportWriter], stem: Path, language: Language
) -> tuple[Path, ...]:
    """Write a report in each format into the folder of `stem`, and return the files."""
    stem.parent.mkdir(parents=True, exist_ok=True)
    files = tuple(stem.with_name(f"{stem.name}.{name}") for name in writers)
    for file, writer in zip(files, writers.values(), strict=True):
        writer.write(report, file, language)
    log_files(files)
    return files
