"""The hooks: each returns descriptors of one kind. Adding one is free; changing one needs a new major `HOOK_API`."""

from collections.abc import Sequence

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
from kimcore.plugins.markers import hookspec

__all__ = [
    "HOOKS",
    "kimcore_archives",
    "kimcore_compilers",
    "kimcore_decision_observers",
    "kimcore_metric_providers",
    "kimcore_region_directories",
    "kimcore_report_writers",
    "kimcore_rulebooks",
    "kimcore_scorers",
    "kimcore_storage_backends",
]


@hookspec
def kimcore_storage_backends() -> Sequence[StorageDescriptor]:  # type: ignore[empty-body]
    """Return the storage backends of a plug-in."""


@hookspec
def kimcore_report_writers() -> Sequence[ReportWriterDescriptor]:  # type: ignore[empty-body]
    """Return the report writers of a plug-in."""


@hookspec
def kimcore_metric_providers() -> Sequence[MetricProviderDescriptor]:  # type: ignore[empty-body]
    """Return the metric providers of a plug-in."""


@hookspec
def kimcore_region_directories() -> Sequence[RegionDirectoryDescriptor]:  # type: ignore[empty-body]
    """Return the region directories of a plug-in."""


@hookspec
def kimcore_scorers() -> Sequence[ScorerDescriptor]:  # type: ignore[empty-body]
    """Return the scorers of interest of a plug-in."""


@hookspec
def kimcore_rulebooks() -> Sequence[RulebookDescriptor]:  # type: ignore[empty-body]
    """Return the rulebooks of a plug-in."""


@hookspec
def kimcore_compilers() -> Sequence[CompilerDescriptor]:  # type: ignore[empty-body]
    """Return the compilers of rulebooks of a plug-in."""


@hookspec
def kimcore_decision_observers() -> Sequence[ObserverDescriptor]:  # type: ignore[empty-body]
    """Return the observers of decisions of a plug-in; all of them are told."""


@hookspec
def kimcore_archives() -> Sequence[ArchiveDescriptor]:  # type: ignore[empty-body]
    """Return the archives of observations of a plug-in."""


HOOKS: dict[str, type[Descriptor]] = {
    "kimcore_storage_backends": StorageDescriptor,
    "kimcore_report_writers": ReportWriterDescriptor,
    "kimcore_metric_providers": MetricProviderDescriptor,
    "kimcore_region_directories": RegionDirectoryDescriptor,
    "kimcore_scorers": ScorerDescriptor,
    "kimcore_rulebooks": RulebookDescriptor,
    "kimcore_compilers": CompilerDescriptor,
    "kimcore_decision_observers": ObserverDescriptor,
    "kimcore_archives": ArchiveDescriptor,
}
"""The kind of descriptor that each hook returns."""
