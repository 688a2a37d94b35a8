"""Ports: the Protocols that adapters fill, and the plain records that pass through them."""

from kimcore.ports.reports import FormWriter, NoticeWriter, ReportWriter
from kimcore.ports.storage import (
    CopyingStorage,
    Document,
    Fault,
    IntegrityReport,
    MigrationPlan,
    ObservationRow,
    StorageBackend,
    StorageCapability,
    UnitOfWork,
)

__all__ = [
    "CopyingStorage",
    "Document",
    "Fault",
    "FormWriter",
    "IntegrityReport",
    "MigrationPlan",
    "NoticeWriter",
    "ObservationRow",
    "ReportWriter",
    "StorageBackend",
    "StorageCapability",
    "UnitOfWork",
]
