"""Is harmless but for the metadata of its distribution."""

from kimcore.plugins import StorageDescriptor, hookimpl


@hookimpl
def kimcore_storage_backends() -> list[StorageDescriptor]:
    """Offer nothing."""
    return []
