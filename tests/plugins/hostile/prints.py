"""Prints where a program expects one document, and panics as an extension module may."""

from kimcore.plugins import StorageDescriptor, hookimpl

print("hello")  # noqa: T201


class Panic(BaseException):
    """What is no Exception."""


@hookimpl
def kimcore_storage_backends() -> list[StorageDescriptor]:
    """Panic."""
    print("hello again")  # noqa: T201
    raise Panic("all is lost")
