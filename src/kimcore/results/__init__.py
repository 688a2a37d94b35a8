"""Results: what a workspace returns: rows that become dicts, frames, tables and documents."""

from kimcore.results.assessments import Assessments, Explanation
from kimcore.results.intake_report import IntakeReport
from kimcore.results.issue_rows import IssueMatrix
from kimcore.results.monitorings import Monitoring
from kimcore.results.partnerships import PartnershipHistory
from kimcore.results.placements import Placements
from kimcore.results.rows import Result

__all__ = [
    "Assessments",
    "Explanation",
    "IntakeReport",
    "IssueMatrix",
    "Monitoring",
    "PartnershipHistory",
    "Placements",
    "Result",
]
