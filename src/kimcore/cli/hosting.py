"""Hosting: the plug-ins of a command, and what those raised that were called."""

import sys
from contextlib import redirect_stdout

from kimcore.cli.output import note
from kimcore.cli.settings import Settings
from kimcore.plugins import PluginHost, visible
from kimcore.terms import Text

__all__ = ["a_host", "tell_faults"]

FAULT = Text(
    "Pengaya {name} gagal saat dipanggil ({error}); hasilnya seperti tanpa pengaya itu.",
    "The plug-in {name} failed when it was called ({error}); the result is as without it.",
)


def a_host(*, strict: bool | None = None) -> PluginHost:
    """Return the host that the environment asks for; what a plug-in prints while it is loaded goes to stderr."""
    with redirect_stdout(sys.stderr):
        return PluginHost.from_env(strict=strict)


def tell_faults(settings: Settings, host: PluginHost) -> None:
    """Say on stderr which plug-ins failed in a call of this command."""
    for status in host.raised():
        note(settings, FAULT, name=visible(status.name), error=status.error)
