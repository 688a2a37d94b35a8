"""Plug-ins: the host, the hooks and the descriptors that they return (the only package that imports pluggy)."""

from kimcore.plugins.descriptors import Descriptor, ReportWriterDescriptor, StorageDescriptor
from kimcore.plugins.host import PluginHost
from kimcore.plugins.markers import HOOK_API, hookimpl, hookspec
from kimcore.plugins.status import PluginState, PluginStatus

__all__ = [
    "HOOK_API",
    "Descriptor",
    "PluginHost",
    "PluginState",
    "PluginStatus",
    "ReportWriterDescriptor",
    "StorageDescriptor",
    "hookimpl",
    "hookspec",
]
