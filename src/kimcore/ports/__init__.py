"""Ports: the Protocols that adapters fill, and the plain records that pass through them."""

from kimcore.ports.archive import ObservationArchive
from kimcore.ports.compiling import CompiledRules, RulesCompiler
from kimcore.ports.metrics import Cursor, HttpCall, HttpReply, MetricPage, MetricProvider, MetricRequest
from kimcore.ports.observers import DecisionObserver, RecordedDecision
from kimcore.ports.regions import RegionDirectory
from kimcore.ports.reports import FormWriter, NoticeWriter, ReportWriter
from kimcore.ports.scoring import Scorer
from kimcore.ports.storage import CopyingStorage, ScrubbingStorage, StorageBackend, UnitOfWork
from kimcore.ports.stored import (
    Document,
    Entry,
    Fault,
    IntegrityReport,
    MigrationPlan,
    ObservationRow,
    Observed,
    StorageCapability,
)

__all__ = [
    "CompiledRules",
    "CopyingStorage",
    "Cursor",
    "DecisionObserver",
    "Document",
    "Entry",
    "Fault",
    "FormWriter",
    "HttpCall",
    "HttpReply",
    "IntegrityReport",
    "MetricPage",
    "MetricProvider",
    "MetricRequest",
    "MigrationPlan",
    "NoticeWriter",
    "ObservationArchive",
    "ObservationRow",
    "Observed",
    "RecordedDecision",
    "RegionDirectory",
    "ReportWriter",
    "RulesCompiler",
    "Scorer",
    "ScrubbingStorage",
    "StorageBackend",
    "StorageCapability",
    "UnitOfWork",
]
