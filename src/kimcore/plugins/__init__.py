"""Plug-ins: the host, the hooks and the descriptors that they return (the only package that imports pluggy)."""

from kimcore.plugins.descriptors import (
    ArchiveDescriptor,
    CompilerDescriptor,
    Descriptor,
    MetricProviderDescriptor,
    ObserverDescriptor,
    RegionDirectoryDescriptor,
    ReportWriterDescriptor,
    RulebookDescriptor,
    ScorerDescriptor,
    StorageDescriptor,
)
from kimcore.plugins.host import PluginHost
from kimcore.plugins.markers import HOOK_API, hookimpl, hookspec
from kimcore.plugins.status import PluginState, PluginStatus, visible

__all__ = [
    "HOOK_API",
    "ArchiveDescriptor",
    "CompilerDescriptor",
    "Descriptor",
    "MetricProviderDescriptor",
    "ObserverDescriptor",
    "PluginHost",
    "PluginState",
    "PluginStatus",
    "RegionDirectoryDescriptor",
    "ReportWriterDescriptor",
    "RulebookDescriptor",
    "ScorerDescriptor",
    "StorageDescriptor",
    "hookimpl",
    "hookspec",
    "visible",
]
