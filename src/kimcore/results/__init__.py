"""Results: what a workspace returns: rows that become dicts, frames, tables and documents."""

from kimcore.results.assessments import Assessments, Explanation
from kimcore.results.audits import AuditLog, Verification
from kimcore.results.changes import CellChange, ChangeKind, ChangeReport, MergeReport, UndoReport
from kimcore.results.intake_report import IntakeReport
from kimcore.results.issue_rows import IssueMatrix
from kimcore.results.monitorings import Monitoring
from kimcore.results.overviews import Overview
from kimcore.results.partnerships import PartnershipHistory
from kimcore.results.persons import CopyState, Erasure, FileOutcome, PersonPlace, PersonReport
from kimcore.results.placements import Placements
from kimcore.results.requests import RequestQueue
from kimcore.results.retentions import Retention
from kimcore.results.rows import Result
from kimcore.results.schemas import DOCUMENTS, ENTITIES, schema

__all__ = [
    "DOCUMENTS",
    "ENTITIES",
    "Assessments",
    "AuditLog",
    "CellChange",
    "ChangeKind",
    "ChangeReport",
    "CopyState",
    "Erasure",
    "Explanation",
    "FileOutcome",
    "IntakeReport",
    "IssueMatrix",
    "MergeReport",
    "Monitoring",
    "Overview",
    "PartnershipHistory",
    "PersonPlace",
    "PersonReport",
    "Placements",
    "RequestQueue",
    "Result",
    "Retention",
    "UndoReport",
    "Verification",
    "schema",
]
