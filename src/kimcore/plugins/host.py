"""The host: the plug-ins of an application, the adapter that is asked for, and what a plug-in raises in a call."""

# A Protocol stands for the port here and is never called.
# mypy: disable-error-code="type-abstract"

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Self, TypeVar, cast

from kimcore.errors import InvalidValue, NotFound, PluginError
from kimcore.plugins.adapters import made, place_of, told
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
from kimcore.plugins.registry import PASSING, Registry, refused
from kimcore.plugins.status import Loaded, PluginState, visible
from kimcore.ports import (
    DecisionObserver,
    FormWriter,
    MeasuringArchive,
    MetricProvider,
    NoticeWriter,
    ObservationArchive,
    RegionDirectory,
    ReportWriter,
    RulesCompiler,
    Scorer,
    StorageBackend,
)
from kimcore.rulebooks import BUILT_IN
from kimcore.rules import Rulebook

__all__ = ["PluginHost"]

LOGGER = logging.getLogger("kimcore")
LISTS = {"allow": "KIMCORE_PLUGINS_ALLOW", "block": "KIMCORE_PLUGINS_BLOCK"}
STRICT = "KIMCORE_PLUGINS_STRICT"
ANSWERS = {"": False, "0": False, "1": True}

P = TypeVar("P")


class PluginHost(Registry):
    """The plug-ins of one application; nothing about it is global.

    `allow` (only these, if given) and `block` name plug-ins or distributions and hold before a plug-in is imported.
    A plug-in that is at fault is left out and reported by `status`; with `strict` it raises `PluginError`. The methods
    that open an adapter raise `NotFound`, `MissingExtra` or `PluginError`, and let an error of kimcore from it pass.
    """

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ, *, strict: bool | None = None) -> Self:
        """Return a host as the environment asks: KIMCORE_PLUGINS_ALLOW and _BLOCK (names, commas), _STRICT (0 or 1)."""
        asked = ANSWERS.get(environ.get(STRICT, "").strip())
        if asked is None:
            en, id = f"{STRICT} is 1 or 0, not {environ[STRICT]!r}", f"{STRICT} bernilai 1 atau 0"
            raise InvalidValue("option_value", en, id, field=STRICT)
        given = {key: names(environ[variable]) for key, variable in LISTS.items() if variable in environ}
        return cls(**given, strict=asked if strict is None else strict)  # type: ignore[arg-type]

    # --- choosing

    def open_storage(self, url: str) -> StorageBackend:
        """Return the store of a URL, by the adapter of its scheme; the store itself is not touched yet."""
        return made(self.choose(StorageDescriptor, url.partition(":")[0]), StorageBackend, url)

    def report_writer(self, name: str) -> ReportWriter:
        """Return the report writer of a name, for example `xlsx`."""
        return made(self.choose(ReportWriterDescriptor, name), ReportWriter)

    def form_writer(self, name: str) -> FormWriter:
        """Return the form writer of a name: a report writer that writes empty forms too, for example `xlsx`."""
        return made(self.choose(ReportWriterDescriptor, name), FormWriter)

    def notice_writer(self, name: str) -> NoticeWriter:
        """Return the notice writer of a name: a report writer that writes notices too, for example `html`."""
        return made(self.choose(ReportWriterDescriptor, name), NoticeWriter)

    def archive(self, name: str, folder: Path) -> ObservationArchive:
        """Return the archive of a name, for example `parquet`, in a folder."""
        return made(self.choose(ArchiveDescriptor, name), ObservationArchive, folder)

    def measuring_archive(self, name: str, folder: Path) -> MeasuringArchive:
        """Return the archive of a name that measures what it holds too, for example `parquet`, in a folder."""
        return made(self.choose(ArchiveDescriptor, name), MeasuringArchive, folder)

    def metric_provider(self, name: str) -> MetricProvider:
        """Return the metric provider of a name."""
        return made(self.choose(MetricProviderDescriptor, name), MetricProvider)

    def region_directory(self, given: str) -> RegionDirectory:
        """Return the region directory of `NAME` or `NAME:FILE`, for example `csv:villages.csv`."""
        name, _, rest = given.partition(":")
        descriptor = self.choose(RegionDirectoryDescriptor, name)
        return self.watched(descriptor, made(descriptor, RegionDirectory, rest))

    def scorer(self, name: str) -> Scorer:
        """Return the scorer of a name."""
        descriptor = self.choose(ScorerDescriptor, name)
        return self.watched(descriptor, made(descriptor, Scorer))

    def compiler(self, name: str) -> RulesCompiler:
        """Return the compiler of a name, for example `python`."""
        return made(self.choose(CompilerDescriptor, name), RulesCompiler)

    def rulebook(self, name: str) -> Rulebook:
        """Return the rulebook of a name, kimcore's own or that of a plug-in."""
        if name in BUILT_IN:
            return BUILT_IN[name]
        try:
            descriptor = self.choose(RulebookDescriptor, name)
        except NotFound:
            known = ", ".join([*BUILT_IN, *(d.name for d in self.descriptors(RulebookDescriptor))])
            out = self.out_of_use()
            en = f"no rulebook {name!r}; known: {known}{out.en}"
            id = f"tidak ada himpunan aturan {name!r}; ada: {known}{out.id}"
            raise NotFound("rulebook_unknown", en, id) from None
        return checked(made(descriptor, Rulebook), name)

    def rulebooks(self) -> tuple[Rulebook, ...]:
        """Return every rulebook that there is, kimcore's own first; one that does not open is noted and left out."""
        found = list(BUILT_IN.values())
        for descriptor in self.descriptors(RulebookDescriptor):
            with self.isolated(descriptor, told):
                found.append(self.rulebook(descriptor.name))
        return tuple(found)

    def observers(self) -> tuple[tuple[ObserverDescriptor, DecisionObserver], ...]:
        """Return all observers of decisions, each opened once; one that does not open is noted and left out."""
        known = [descriptor for descriptor, _ in self.opened]
        for descriptor in self.descriptors(ObserverDescriptor):
            if not any(descriptor is other for other in known):
                with self.isolated(descriptor, told):
                    self.watched(descriptor, made(descriptor, DecisionObserver))
        pairs = ((d, cast(DecisionObserver, adapter)) for d, adapter in self.opened)
        return tuple((d, adapter) for d, adapter in pairs if isinstance(d, ObserverDescriptor))

    # --- calling

    def watched(self, descriptor: Descriptor, adapter: P) -> P:
        """Return an adapter, and remember which plug-in it comes from."""
        self.opened.append((descriptor, adapter))
        return adapter

    def may_see_persons(self, adapter: object) -> bool:
        """Tell whether personal data may be passed to an adapter: it asks for them, or is the application's own."""
        asked = (
            d for d, other in self.opened if other is adapter and isinstance(d, ObserverDescriptor | ScorerDescriptor)
        )
        return all(descriptor.wants_personal_data for descriptor in asked)

    @contextmanager
    def isolated(self, part: object, say: Callable[[BaseException], str] = place_of) -> Iterator[None]:
        """Hold back what a plug-in raises in a call: it is logged, and `status` shows the plug-in as failed.

        `part` is the adapter or its descriptor. The message of an error is not repeated unless `say` does: it may hold
        what the plug-in was passed. A strict host raises `PluginError`.
        """
        try:
            yield
        except (*PASSING, GeneratorExit):
            raise
        except BaseException as error:
            self.note(part, say(error), error)

    def note(self, part: object, why: str, error: BaseException) -> None:
        """Log what a plug-in raised and show it in its status; raise it where the host is strict."""
        owner = self.owner(part) or Loaded(name=type(part).__name__)
        owner.raised = why
        LOGGER.warning("plug-in %s failed in a call: %s; the result is as without it", visible(owner.title), why)
        if self.strict:
            raise refused(owner, PluginState.FAILED, why) from error


def names(listed: str) -> frozenset[str]:
    """Return the names of a list with commas."""
    return frozenset(name.strip() for name in listed.split(",")) - {""}


def checked(book: object, name: str) -> Rulebook:
    """Return a rulebook of a plug-in; refuse what is none, or bears another name than results would carry."""
    if isinstance(book, Rulebook) and book.name == name:
        return book
    found = getattr(book, "name", type(book).__name__)
    en = f"the plug-in for the rulebook {name} returned {found!r}; update or block it"
    id = f"pengaya untuk himpunan aturan {name} memberikan {found!r}; mutakhirkan atau blokir"
    raise PluginError("rulebook_other", en, id)
