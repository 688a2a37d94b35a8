"""The ledger: stored documents and their upgrades, the audit log, its chain, and verification."""

from kimcore.ledger.audit import Action, AuditRow
from kimcore.ledger.chain import Anchor
from kimcore.ledger.ledger import Ledger, audit_rows
from kimcore.ledger.unit import AuditedUnit, Unit
from kimcore.ledger.upgrades import schema_of, upgraded
from kimcore.ledger.verification import verify

__all__ = [
    "Action",
    "Anchor",
    "AuditRow",
    "AuditedUnit",
    "Ledger",
    "Unit",
    "audit_rows",
    "schema_of",
    "upgraded",
    "verify",
]
