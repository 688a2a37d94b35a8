"""Descriptors: what a hook returns; light records that name an adapter and say where its factory is."""

from attrs import frozen

__all__ = ["Descriptor", "ReportWriterDescriptor", "StorageDescriptor"]


@frozen(kw_only=True)
class Descriptor:
    """An adapter: its name, where its factory is, and the extra of kimcore that its libraries come with.

    `factory` is `"package.module:name"` and is imported only when the adapter is chosen.
    """

    name: str
    factory: str
    extra: str = ""

    @property
    def claims(self) -> tuple[str, ...]:
        """The names that no other adapter of the kind may bear."""
        return (self.name,)


@frozen(kw_only=True)
class StorageDescriptor(Descriptor):
    """A storage backend; the factory takes the store URL, whose scheme (before the colon) is one of `schemes`."""

    schemes: tuple[str, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """Its schemes, by which it is chosen."""
        return self.schemes


@frozen(kw_only=True)
class ReportWriterDescriptor(Descriptor):
    """A report writer; the factory takes nothing. `extension` is that of the files it writes, for example `.xlsx`."""

    extension: str
