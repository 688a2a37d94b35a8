"""The host: finds plug-ins, keeps them apart, and opens the adapter that is asked for."""

from collections import Counter
from collections.abc import Collection, Iterator
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from time import perf_counter
from typing import Any, TypeVar, cast

import pluggy

from kimcore.errors import KimError, MissingExtra, NotFound, PluginError
from kimcore.plugins import specs
from kimcore.plugins.descriptors import Descriptor, ReportWriterDescriptor, StorageDescriptor
from kimcore.plugins.markers import HOOK_API, PROJECT
from kimcore.plugins.status import Loaded, PluginState, PluginStatus
from kimcore.ports import FormWriter, NoticeWriter, ReportWriter, StorageBackend

__all__ = ["GROUP", "PluginHost"]

GROUP = "kimcore.plugins"
"""The entry-point group."""

D = TypeVar("D", bound=Descriptor)


class PluginHost:
    """The plug-ins of one application; nothing about it is global.

    `allow` (only these, if given) and `block` name plug-ins or distributions and hold before a plug-in is imported.
    A plug-in that is at fault is left out and reported by `status`; with `strict` it raises `PluginError`.
    """

    def __init__(
        self,
        *,
        allow: Collection[str] | None = None,
        block: Collection[str] = (),
        strict: bool = False,
        entry_points: bool = True,
    ) -> None:
        self.allow, self.block, self.strict = allow, frozenset(block), strict
        self.manager = pluggy.PluginManager(PROJECT)
        self.manager.add_hookspecs(specs)
        self.plugins: list[Loaded] = []
        if entry_points:
            self.find()

    def find(self) -> None:
        """Register the plug-ins of the entry-point group; two of one name are left out, both."""
        found = sorted(entry_points(group=GROUP), key=lambda e: (e.name, e.value))
        named = Counter(e.name for e in found)
        for entry in found:
            self.add(entry, is_alone=named[entry.name] == 1)

    def add(self, entry: EntryPoint, *, is_alone: bool) -> None:
        """Import and register one entry point."""
        plugin = Loaded(name=entry.name)
        if entry.dist:
            plugin.distribution, plugin.version = entry.dist.name, entry.dist.version
        self.plugins.append(plugin)
        if not self.is_allowed(plugin):
            plugin.fail(PluginState.BLOCKED, "")
        elif not is_alone:
            self.fault(plugin, PluginState.CONFLICTING, f"another plug-in is called {plugin.name}")
        else:
            self.take(plugin, entry)

    def take(self, plugin: Loaded, entry: EntryPoint) -> None:
        """Import an entry point and let it in; only `KeyboardInterrupt` and `SystemExit` pass."""
        begin = perf_counter()
        try:
            loaded = entry.load()
        except Exception as error:
            self.fault(plugin, PluginState.FAILED, told(error))
            return
        plugin.import_ms = (perf_counter() - begin) * 1000
        self.let_in(plugin, loaded)

    def register(self, plugin: object, name: str = "") -> PluginStatus:
        """Register a module or object with hooks, and return its status; a name already borne is a conflict."""
        named = name or getattr(plugin, "__name__", type(plugin).__name__)
        loaded = Loaded(name=named)
        same = [p for p in self.plugins if p.name == named]
        self.plugins.append(loaded)
        if not self.is_allowed(loaded):
            loaded.fail(PluginState.BLOCKED, "")
        elif same:
            for each in (*same, loaded):
                self.fault(each, PluginState.CONFLICTING, f"another plug-in is called {named}")
        else:
            self.let_in(loaded, plugin)
        return loaded.status

    def is_allowed(self, plugin: Loaded) -> bool:
        """Tell whether the lists let a plug-in in."""
        names = {plugin.name, plugin.distribution} - {""}
        return not names & self.block and (self.allow is None or bool(names & set(self.allow)))

    def let_in(self, plugin: Loaded, hooks: object) -> None:
        """Register hooks and read the descriptors; a fault unregisters them."""
        needs = getattr(hooks, "hook_api", HOOK_API)
        if not is_compatible(needs):
            self.fault(plugin, PluginState.INCOMPATIBLE, f"needs hook API {needs}, this is {HOOK_API}")
            return
        try:
            self.manager.register(hooks, plugin.name)
            self.manager.check_pending()
            plugin.offers = dict(self.offered(hooks))
        except Exception as error:
            if self.manager.is_registered(hooks):
                self.manager.unregister(hooks)
            self.fault(plugin, PluginState.FAILED, told(error))
        else:
            self.part(plugin)

    def offered(self, hooks: object) -> Iterator[tuple[str, tuple[Descriptor, ...]]]:
        """Yield what each hook of one plug-in returns, checked; no other plug-in is called."""
        others = [p for p in self.manager.get_plugins() if p is not hooks]
        for hook, kind in specs.HOOKS.items():
            for returned in self.manager.subset_hook_caller(hook, others)():
                given = tuple(returned)
                if not all(isinstance(d, kind) for d in given):
                    raise TypeError(f"{hook} returned something that is no {kind.__name__}")
                yield hook, given

    def part(self, plugin: Loaded) -> None:
        """Take out plug-ins whose adapters bear one name; the order in which they came does not matter."""
        for other in self.plugins:
            shared = repeated(plugin) if other is plugin else overlap(plugin, other)
            if shared and other.state in (PluginState.ACTIVE, PluginState.CONFLICTING):
                for one, two in ((plugin, other), (other, plugin)):
                    self.fault(one, PluginState.CONFLICTING, f"{two.name} offers the same: {', '.join(sorted(shared))}")

    def fault(self, plugin: Loaded, state: PluginState, error: str) -> None:
        """Note a fault, or raise it where the host is strict."""
        plugin.fail(state, error)
        if self.strict:
            id = f"plug-in {plugin.name} {state.say('id')}: {error}"
            raise PluginError(f"plugin_{state.code}", f"plug-in {plugin.name} is {state.say('en')}: {error}", id)

    def status(self) -> tuple[PluginStatus, ...]:
        """Return one row per plug-in, sorted by name."""
        return tuple(sorted((p.status for p in self.plugins), key=lambda s: (s.name, s.distribution)))

    def descriptors(self, kind: type[D]) -> tuple[D, ...]:
        """Return the descriptors of a kind that may be chosen, sorted by name."""
        every = (d for p in self.plugins if p.state is PluginState.ACTIVE for ds in p.offers.values() for d in ds)
        return tuple(sorted((d for d in every if isinstance(d, kind)), key=lambda d: d.name))

    def choose(self, kind: type[D], name: str) -> D:
        """Return the descriptor that claims a name; raise `NotFound` for none, `PluginError` for several."""
        for found in self.descriptors(kind):
            if name in found.claims:
                return found
        rivals = [p.name for p in self.plugins if p.state is PluginState.CONFLICTING and claims(p, kind, name)]
        if rivals:
            both = ", ".join(sorted(rivals))
            raise PluginError("plugin_conflicting", f"{name!r} is claimed by {both}", f"{name!r} diklaim oleh {both}")
        known = ", ".join(c for d in self.descriptors(kind) for c in d.claims)
        raise NotFound(
            "adapter_unknown", f"no adapter for {name!r}; there is {known}", f"{name!r} tidak dikenal: {known}"
        )

    def open_storage(self, url: str) -> StorageBackend:
        """Return the store of a URL, by the adapter of its scheme; the store itself is not touched yet."""
        factory = load(self.choose(StorageDescriptor, url.partition(":")[0]))
        return cast(StorageBackend, factory(url))

    def report_writer(self, name: str) -> ReportWriter:
        """Return the report writer of a name, for example `xlsx`."""
        return cast(ReportWriter, load(self.choose(ReportWriterDescriptor, name))())

    def form_writer(self, name: str) -> FormWriter:
        """Return the form writer of a name: a report writer that writes empty forms too, for example `xlsx`."""
        return cast(FormWriter, load(self.choose(ReportWriterDescriptor, name))())

    def notice_writer(self, name: str) -> NoticeWriter:
        """Return the notice writer of a name: a report writer that writes notices too, for example `html`."""
        return cast(NoticeWriter, load(self.choose(ReportWriterDescriptor, name))())


def is_compatible(needs: object) -> bool:
    """Tell whether this hook API serves a plug-in that needs another: same major, no newer minor."""
    match needs:
        case (int(major), int(minor)):
            return major == HOOK_API[0] and minor <= HOOK_API[1]
    return False


def claims(plugin: Loaded, kind: type[Descriptor], name: str) -> bool:
    """Tell whether a plug-in offers an adapter of a kind under a name."""
    return any(isinstance(d, kind) and name in d.claims for ds in plugin.offers.values() for d in ds)


def overlap(one: Loaded, two: Loaded) -> set[str]:
    """Return the names that both plug-ins claim for one kind of adapter."""
    return {name for hook in one.offers for name in claimed(one, hook) & claimed(two, hook)}


def repeated(plugin: Loaded) -> set[str]:
    """Return the names that a plug-in claims more than once for one kind of adapter."""
    return {
        name for ds in plugin.offers.values() for name, n in Counter(c for d in ds for c in d.claims).items() if n > 1
    }


def claimed(plugin: Loaded, hook: str) -> set[str]:
    """Return the names that a plug-in claims by a hook."""
    return {name for d in plugin.offers.get(hook, ()) for name in d.claims}


def told(error: BaseException) -> str:
    """Return an error in one line."""
    return error.en if isinstance(error, KimError) else " ".join(f"{type(error).__name__}: {error}".split())


def load(descriptor: Descriptor) -> Any:
    """Import the factory of a descriptor; raise `MissingExtra` where its libraries are not installed."""
    module, _, name = descriptor.factory.partition(":")
    try:
        return getattr(import_module(module), name)
    except ModuleNotFoundError as error:
        if not descriptor.extra or error.name == module:
            raise broken(descriptor, error) from error
        how = f"pip install 'kimcore[{descriptor.extra}]'"
        en, id = f"{descriptor.name} needs an extra: {how}", f"{descriptor.name} memerlukan paket tambahan: {how}"
        raise MissingExtra("missing_extra", en, id, extra=descriptor.extra) from error
    except Exception as error:
        raise broken(descriptor, error) from error


def broken(descriptor: Descriptor, error: Exception) -> PluginError:
    """Return the error for an adapter that cannot be imported."""
    en = f"the adapter {descriptor.name} does not load: {told(error)}"
    return PluginError("adapter_broken", en, f"adaptor {descriptor.name} tidak dapat dimuat: {told(error)}")
