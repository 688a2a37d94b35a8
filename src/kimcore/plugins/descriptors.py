"""Descriptors: what a hook returns; light records that name an adapter and say where its factory is."""

from collections.abc import Callable
from typing import Any

from attrs import frozen

__all__ = [
    "ArchiveDescriptor",
    "CompilerDescriptor",
    "Descriptor",
    "MetricProviderDescriptor",
    "ObserverDescriptor",
    "RegionDirectoryDescriptor",
    "ReportWriterDescriptor",
    "RulebookDescriptor",
    "ScorerDescriptor",
    "StorageDescriptor",
]


@frozen(kw_only=True)
class Descriptor:
    """An adapter: its name, where its factory is, and the extra of kimcore that its libraries come with.

    `factory` is `"package.module:name"`, imported only when the adapter is chosen; an application that registers an
    object of its own may give the factory itself.
    """

    name: str
    factory: str | Callable[..., Any]
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


@frozen(kw_only=True)
class MetricProviderDescriptor(Descriptor):
    """A metric provider; the factory takes nothing. `platform` is the code of the platform that it knows."""

    platform: str


@frozen(kw_only=True)
class RegionDirectoryDescriptor(Descriptor):
    """A region directory; the factory takes what stands after `NAME:`, such as the name of a file, or an empty text."""


@frozen(kw_only=True)
class ScorerDescriptor(Descriptor):
    """A scorer of interest; the factory takes nothing.

    A KIM is passed without general and specific data unless it says that it wants personal data.
    """

    wants_personal_data: bool = False


@frozen(kw_only=True)
class RulebookDescriptor(Descriptor):
    """A rulebook; the factory takes nothing and returns a `Rulebook` of the same name."""


@frozen(kw_only=True)
class CompilerDescriptor(Descriptor):
    """A compiler of rulebooks; the factory takes nothing."""


@frozen(kw_only=True)
class ObserverDescriptor(Descriptor):
    """An observer of decisions; the factory takes nothing.

    Ground and finding, and what persons wrote or are called, are told only to one that says it wants personal data.
    """

    wants_personal_data: bool = False


@frozen(kw_only=True)
class ArchiveDescriptor(Descriptor):
    """An archive of observations; the factory takes the folder (`pathlib.Path`) in which it stands."""
