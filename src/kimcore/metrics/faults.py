"""Faults that are not a platform's: of the provider, of the way to the platform, of a request without an end."""

from pathlib import PurePath

from kimcore.ports import Permanent, PlatformFault, Transient
from kimcore.terms import Text

__all__ = ["EndlessPages", "ProviderFailed", "TransportFailed", "provider_failed", "reason_of", "transport_failed"]


class ProviderFailed(Permanent):
    """A provider raised something that is no `PlatformFault`, or returned what is no plan or page."""

    kind = "metric_provider_failed"


class TransportFailed(Transient):
    """A transport raised something that is no `PlatformFault`."""

    kind = "metric_transport_failed"


class EndlessPages(Permanent):
    """A platform gives pages without an end: one cursor twice, or more than any account has."""

    kind = "metric_endless"


def provider_failed(name: str, error: Exception) -> ProviderFailed:
    """Return the fault of a provider: the kind of error and where it was raised; its message may hold data."""
    where = place(error)
    en = f"the provider {name} failed: {type(error).__name__} at {where}; update the plug-in"
    id = f"penyedia {name} gagal: {type(error).__name__} di {where}; perbarui pengayanya"
    return ProviderFailed(en, id, code_of=type(error).__name__)


def transport_failed(error: Exception) -> PlatformFault:
    """Return the fault of a transport: itself where it is one, else the kind of error without its message."""
    if isinstance(error, PlatformFault):
        return error
    en = f"the call failed on its way: {type(error).__name__}"
    id = f"panggilan gagal di jalan: {type(error).__name__}"
    return TransportFailed(en, id, code_of=type(error).__name__)


def place(error: Exception) -> str:
    """Return file and line of the innermost frame in which an error was raised."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return "?"
    return f"{PurePath(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"


def reason_of(fault: PlatformFault) -> Text:
    """Return what a fault says, with the instant from which asking makes sense again."""
    if fault.retry_at is None:
        return Text(fault.id, fault.en)
    again = f"{fault.retry_at:%Y-%m-%d %H:%M %Z}".strip()
    return Text(f"{fault.id}; lagi mulai {again}", f"{fault.en}; again from {again}")
