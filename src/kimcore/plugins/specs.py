"""The hooks: each returns descriptors of one kind. Adding one is free; changing one needs a new major `HOOK_API`."""

from collections.abc import Sequence

from kimcore.plugins.descriptors import Descriptor, ReportWriterDescriptor, StorageDescriptor
from kimcore.plugins.markers import hookspec

__all__ = ["HOOKS", "kimcore_report_writers", "kimcore_storage_backends"]


@hookspec
def kimcore_storage_backends() -> Sequence[StorageDescriptor]:  # type: ignore[empty-body]
    """Return the storage backends of a plug-in."""


@hookspec
def kimcore_report_writers() -> Sequence[ReportWriterDescriptor]:  # type: ignore[empty-body]
    """Return the report writers of a plug-in."""


HOOKS: dict[str, type[Descriptor]] = {
    "kimcore_storage_backends": StorageDescriptor,
    "kimcore_report_writers": ReportWriterDescriptor,
}
"""The kind of descriptor that each hook returns."""
