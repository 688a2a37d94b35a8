"""Results: what a workspace returns: rows that become dicts, frames, tables and documents."""

from kimcore.results.assessments import Assessments, Explanation
from kimcore.results.audits import AuditLog, Verification
from kimcore.results.changes import CellChange, ChangeKind, ChangeReport, MergeReport, UndoReport
from kimcore.results.collections import Collection, PlatformTally, Stop, Unknown
from kimcore.results.intake_report import IntakeReport
from kimcore.results.issue_rows import IssueMatrix
from kimcore.results.monitorings import Monitoring
from kimcore.results.needs import Needs
from kimcore.results.overviews import Overview
from kimcore.results.partnerships import PartnershipHistory
from kimcore.results.persons import CopyState, Erasure, FileOutcome, PersonPlace, PersonReport
from kimcore.results.placements import Placements
from kimcore.results.plannings import Planning
from kimcore.results.requests import RequestQueue
from kimcore.results.retentions import Retention
from kimcore.results.rows import Result
from kimcore.results.schemas import DOCUMENTS, ENTITIES, schema
from kimcore.results.websites import WebsiteRequests
from kimcore.results.works import WorkClass, WorkDetail, WorkGroup, Works, class_of

__all__ = [
    "DOCUMENTS",
    "ENTITIES",
    "Assessments",
    "AuditLog",
    "CellChange",
    "ChangeKind",
    "ChangeReport",
    "Collection",
    "CopyState",
    "Erasure",
    "Explanation",
    "FileOutcome",
    "IntakeReport",
    "IssueMatrix",
    "MergeReport",
    "Monitoring",
    "Needs",
    "Overview",
    "PartnershipHistory",
    "PersonPlace",
    "PersonReport",
    "Placements",
    "Planning",
    "PlatformTally",
    "RequestQueue",
    "Result",
    "Retention",
    "Stop",
    "UndoReport",
    "Unknown",
    "Verification",
    "WebsiteRequests",
    "WorkClass",
    "WorkDetail",
    "WorkGroup",
    "Works",
    "class_of",
    "schema",
]
