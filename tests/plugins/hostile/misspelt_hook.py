"""Has a hook that there is not."""

from kimcore.plugins import StorageDescriptor, hookimpl


@hookimpl
def kimcore_storage_backend() -> list[StorageDescriptor]:
    """Offer nothing, under a wrong name."""
    return []
