"""Ports: the Protocols that adapters fill, and the plain records that pass through them."""

from kimcore.ports.reports import FormWriter, ReportWriter
from kimcore.ports.storage import (
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
    "Document",
    "Fault",
    "FormWriter",
    "IntegrityReport",
    "MigrationPlan",
    "ObservationRow",
    "ReportWriter",
    "StorageBackend",
    "StorageCapability",
    "UnitOfWork",
]
