"""Metrics: platforms asked for figures: transport, retries, budgets, secrets (Tabel 5.1, 5.3)."""

from importlib import import_module
from typing import TYPE_CHECKING

from kimcore.metrics.budget import Budget
from kimcore.metrics.faults import EndlessPages, ProviderFailed, TransportFailed
from kimcore.metrics.questions import Collected, Question
from kimcore.metrics.replies import check_status, count, document
from kimcore.metrics.resolving import resolved
from kimcore.metrics.retries import Retries
from kimcore.metrics.running import Runner, ask
from kimcore.metrics.secrets import Credential, Secret, TokenSource
from kimcore.metrics.tokens import Tokens, read_tokens
from kimcore.metrics.transport import AsyncTransport, Limits, Transport

if TYPE_CHECKING:
    from kimcore.metrics.https import HttpTransport
    from kimcore.metrics.https_async import AsyncHttpTransport
    from kimcore.metrics.running_async import AsyncRunner, ask_async

__all__ = [
    "AsyncHttpTransport",
    "AsyncRunner",
    "AsyncTransport",
    "Budget",
    "Collected",
    "Credential",
    "EndlessPages",
    "HttpTransport",
    "Limits",
    "ProviderFailed",
    "Question",
    "Retries",
    "Runner",
    "Secret",
    "TokenSource",
    "Tokens",
    "Transport",
    "TransportFailed",
    "ask",
    "ask_async",
    "check_status",
    "count",
    "document",
    "read_tokens",
    "resolved",
]

LATER = {
    "AsyncHttpTransport": "https_async",
    "AsyncRunner": "running_async",
    "HttpTransport": "https",
    "ask_async": "running_async",
}
"""Names whose modules load sockets or an event loop: imported when they are used."""


def __getattr__(name: str) -> object:
    """Return one of the names that are imported when they are used."""
    if name in LATER:
        return getattr(import_module(f"{__name__}.{LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
