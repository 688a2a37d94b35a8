"""Ports: the Protocols that adapters fill, and the plain records that pass through them."""

from kimcore.ports.archive import ArchivedMeasures, MeasuringArchive, ObservationArchive
from kimcore.ports.asking import Access, Cursor, MetricRequest, Pair, Wanted
from kimcore.ports.compiling import CompiledRules, RulesCompiler
from kimcore.ports.digests import (
    batch_digest,
    digest,
    document_digest,
    document_values,
    key_digest,
    observation_digest,
    observation_values,
)
from kimcore.ports.http import HttpCall, HttpReply, TokenPlace
from kimcore.ports.metrics import (
    AuthExpired,
    MetricOutcome,
    MetricPage,
    MetricProvider,
    PairState,
    Permanent,
    PlatformFault,
    QuotaExhausted,
    RateLimited,
    Transient,
)
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
    "Access",
    "ArchivedMeasures",
    "AuthExpired",
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
    "MeasuringArchive",
    "MetricOutcome",
    "MetricPage",
    "MetricProvider",
    "MetricRequest",
    "MigrationPlan",
    "NoticeWriter",
    "ObservationArchive",
    "ObservationRow",
    "Observed",
    "Pair",
    "PairState",
    "Permanent",
    "PlatformFault",
    "QuotaExhausted",
    "RateLimited",
    "RecordedDecision",
    "RegionDirectory",
    "ReportWriter",
    "RulesCompiler",
    "Scorer",
    "ScrubbingStorage",
    "StorageBackend",
    "StorageCapability",
    "TokenPlace",
    "Transient",
    "UnitOfWork",
    "Wanted",
    "batch_digest",
    "digest",
    "document_digest",
    "document_values",
    "key_digest",
    "observation_digest",
    "observation_values",
]
