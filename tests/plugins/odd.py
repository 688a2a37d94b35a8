"""Odd adapters and the plug-ins that offer them, for the tests of the host."""

from collections.abc import Sequence
from typing import Any

from kimcore.plugins import (
    CompilerDescriptor,
    Descriptor,
    MetricProviderDescriptor,
    ObserverDescriptor,
    PluginHost,
    RegionDirectoryDescriptor,
    ReportWriterDescriptor,
    RulebookDescriptor,
    ScorerDescriptor,
    StorageDescriptor,
)
from kimcore.plugins.markers import hookimpl

__all__ = ["Offering", "a_host_with", "descriptor_of"]

MORE: dict[type[Descriptor], dict[str, Any]] = {
    StorageDescriptor: {"schemes": ("odd",)},
    ReportWriterDescriptor: {"extension": ".odd"},
    MetricProviderDescriptor: {"platform": "instagram"},
}


class Offering:
    """A plug-in that offers what it is given, each by the hook of its kind."""

    def __init__(self, *descriptors: Descriptor) -> None:
        self.descriptors = descriptors

    def of(self, kind: type[Any]) -> list[Any]:
        """Return the descriptors of a kind."""
        return [d for d in self.descriptors if isinstance(d, kind)]

    @hookimpl
    def kimcore_storage_backends(self) -> Sequence[StorageDescriptor]:
        """Offer stores."""
        return self.of(StorageDescriptor)

    @hookimpl
    def kimcore_report_writers(self) -> Sequence[ReportWriterDescriptor]:
        """Offer report writers."""
        return self.of(ReportWriterDescriptor)

    @hookimpl
    def kimcore_metric_providers(self) -> Sequence[MetricProviderDescriptor]:
        """Offer metric providers."""
        return self.of(MetricProviderDescriptor)

    @hookimpl
    def kimcore_region_directories(self) -> Sequence[RegionDirectoryDescriptor]:
        """Offer region directories."""
        return self.of(RegionDirectoryDescriptor)

    @hookimpl
    def kimcore_scorers(self) -> Sequence[ScorerDescriptor]:
        """Offer scorers."""
        return self.of(ScorerDescriptor)

    @hookimpl
    def kimcore_rulebooks(self) -> Sequence[RulebookDescriptor]:
        """Offer rulebooks."""
        return self.of(RulebookDescriptor)

    @hookimpl
    def kimcore_compilers(self) -> Sequence[CompilerDescriptor]:
        """Offer compilers."""
        return self.of(CompilerDescriptor)

    @hookimpl
    def kimcore_decision_observers(self) -> Sequence[ObserverDescriptor]:
        """Offer observers."""
        return self.of(ObserverDescriptor)


def descriptor_of(kind: type[Descriptor], factory: Any, **more: Any) -> Descriptor:
    """Return a descriptor of a kind, called `odd`."""
    return kind(**{"name": "odd", "factory": factory} | MORE.get(kind, {}) | more)


def a_host_with(*descriptors: Descriptor, strict: bool = False) -> PluginHost:
    """Return a host with kimcore's own plug-ins and one, `offering`, that offers these."""
    host = PluginHost(allow={"kimcore", "offering"}, strict=strict)
    host.register(Offering(*descriptors), "offering")
    return host
