"""Results: what a workspace returns: rows that become dicts, frames, tables and documents."""

from kimcore.results.assessments import Assessments, Explanation
from kimcore.results.changes import CellChange, ChangeKind, ChangeReport, MergeReport, UndoReport
from kimcore.results.intake_report import IntakeReport
from kimcore.results.issue_rows import IssueMatrix
from kimcore.results.monitorings import Monitoring
from kimcore.results.partnerships import PartnershipHistory
from kimcore.results.placements import Placements
from kimcore.results.rows import Result
from kimcore.results.schemas import DOCUMENTS, ENTITIES, schema

__all__ = [
    "DOCUMENTS",
    "ENTITIES",
    "Assessments",
    "CellChange",
    "ChangeKind",
    "ChangeReport",
    "Explanation",
    "IntakeReport",
    "IssueMatrix",
    "MergeReport",
    "Monitoring",
    "PartnershipHistory",
    "Placements",
    "Result",
    "UndoReport",
    "schema",
]
