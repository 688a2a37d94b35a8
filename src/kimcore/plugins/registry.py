"""Registry: finds plug-ins, lets them in or keeps them out, and tells what became of each."""

from collections import Counter
from collections.abc import Collection, Iterator
from importlib.metadata import EntryPoint, entry_points
from time import perf_counter
from typing import TypeVar

import pluggy

from kimcore.errors import NotFound, PluginError
from kimcore.plugins import specs
from kimcore.plugins.adapters import told
from kimcore.plugins.claims import claims, overlap, repeated, taken
from kimcore.plugins.descriptors import Descriptor
from kimcore.plugins.markers import HOOK_API, PROJECT
from kimcore.plugins.status import Loaded, PluginState, PluginStatus, visible
from kimcore.terms import Text

__all__ = ["GROUP", "PASSING", "Registry"]

GROUP = "kimcore.plugins"
"""The entry-point group."""

PASSING = (KeyboardInterrupt, SystemExit)
"""What no host holds back; all else that a plug-in raises is its fault, a panic of an extension module too."""

D = TypeVar("D", bound=Descriptor)


class Registry:
    """The plug-ins of one application and what they offer; a host adds how an adapter is opened."""

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
        self.opened: list[tuple[Descriptor, object]] = []
        if entry_points:
            self.find()

    def find(self) -> None:
        """Register the plug-ins of the entry-point group; two of one name are left out, both."""
        found = sorted(entry_points(group=GROUP), key=lambda e: (e.name, e.value))
        plugins = [(named(entry), entry) for entry in found]
        borne = Counter(p.name for p, _ in plugins if self.is_allowed(p))
        for plugin, entry in plugins:
            self.add(plugin, entry, is_alone=borne[plugin.name] == 1)

    def add(self, plugin: Loaded, entry: EntryPoint, *, is_alone: bool) -> None:
        """Import and register one entry point."""
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
        except PASSING:
            raise
        except BaseException as error:
            self.fault(plugin, PluginState.FAILED, told(error))
            return
        finally:
            plugin.import_ms = (perf_counter() - begin) * 1000
        self.let_in(plugin, loaded)

    def register(self, plugin: object, name: str = "") -> PluginStatus:
        """Register a module or object with hooks, and return its status; a name already borne is a conflict."""
        loaded = Loaded(name=name or getattr(plugin, "__name__", type(plugin).__name__))
        same = [p for p in self.plugins if p.name == loaded.name and p.state is not PluginState.BLOCKED]
        self.plugins.append(loaded)
        if not self.is_allowed(loaded):
            loaded.fail(PluginState.BLOCKED, "")
        elif same:
            for each in (*same, loaded):
                self.fault(each, PluginState.CONFLICTING, f"another plug-in is called {loaded.name}")
        else:
            self.let_in(loaded, plugin)
        return loaded.status

    def is_allowed(self, plugin: Loaded) -> bool:
        """Tell whether the lists let a plug-in in."""
        names = {plugin.name, plugin.distribution} - {""}
        return not names & self.block and (self.allow is None or bool(names & set(self.allow)))

    def let_in(self, plugin: Loaded, hooks: object) -> None:
        """Register hooks and read the descriptors; a fault unregisters them."""
        try:
            needs = getattr(hooks, "hook_api", HOOK_API)
            unfit = "" if is_compatible(needs) else f"needs hook API {needs}, this is {HOOK_API}"
            if not unfit:
                self.manager.register(hooks, plugin.name)
                self.manager.check_pending()
                plugin.offers = dict(self.offered(hooks))
        except PASSING:
            raise
        except BaseException as error:
            if self.manager.has_plugin(plugin.name):
                self.manager.unregister(name=plugin.name)
            self.fault(plugin, PluginState.FAILED, told(error))
            return
        if unfit:
            self.fault(plugin, PluginState.INCOMPATIBLE, unfit)
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
        if held := taken(plugin):
            self.fault(plugin, PluginState.CONFLICTING, f"kimcore itself has {', '.join(sorted(held))}")
        for other in self.plugins:
            shared = repeated(plugin) if other is plugin else overlap(plugin, other)
            if shared and other.state in (PluginState.ACTIVE, PluginState.CONFLICTING):
                for one, two in ((plugin, other), (other, plugin)):
                    names = ", ".join(sorted(shared))
                    self.fault(one, PluginState.CONFLICTING, f"{two.title} offers the same: {names}")

    def fault(self, plugin: Loaded, state: PluginState, error: str) -> None:
        """Note a fault, or raise it where the host is strict."""
        plugin.fail(state, error)
        if self.strict:
            raise refused(plugin, state, error)

    def status(self) -> tuple[PluginStatus, ...]:
        """Return one row per plug-in, sorted by name."""
        return tuple(sorted((p.status for p in self.plugins), key=lambda s: (s.name, s.distribution)))

    def raised(self) -> tuple[PluginStatus, ...]:
        """Return the rows of those that raised in a call since the host opened."""
        return tuple(p.status for p in self.plugins if p.raised)

    def descriptors(self, kind: type[D]) -> tuple[D, ...]:
        """Return the descriptors of a kind that may be chosen, sorted by name."""
        every = (d for p in self.plugins if p.state is PluginState.ACTIVE for ds in p.offers.values() for d in ds)
        return tuple(sorted((d for d in every if isinstance(d, kind)), key=lambda d: d.name))

    def choose(self, kind: type[D], name: str) -> D:
        """Return the descriptor that claims a name; raise `NotFound` for none, `PluginError` for several."""
        for found in self.descriptors(kind):
            if name in found.claims:
                return found
        rivals = [p.title for p in self.plugins if p.state is PluginState.CONFLICTING and claims(p, kind, name)]
        if rivals:
            raise conflict(name, visible(", ".join(sorted(rivals))))
        raise unknown(name, [c for d in self.descriptors(kind) for c in d.claims], self.out_of_use())

    def out_of_use(self) -> Text:
        """Return, as the end of a sentence, which plug-ins are out by a fault: what is missed may be theirs."""
        faulty = visible(", ".join(sorted(f"{p.title}: {p.state.code}" for p in self.plugins if p.state.is_fault)))
        return Text(f"; tidak dipakai: {faulty}", f"; out of use: {faulty}") if faulty else Text("", "")

    def owner(self, part: object) -> Loaded | None:
        """Return the plug-in that offers a descriptor, or the one from which an opened adapter came."""
        descriptor = next((d for d, adapter in self.opened if adapter is part), part)
        offered = ((p, d) for p in self.plugins for ds in p.offers.values() for d in ds)
        return next((p for p, d in offered if d is descriptor), None)


def named(entry: EntryPoint) -> Loaded:
    """Return the plug-in of an entry point, with its distribution as far as its metadata can be read."""
    plugin = Loaded(name=entry.name)
    try:
        dist = entry.dist
        plugin.distribution, plugin.version = (dist.name or "", dist.version or "") if dist else ("", "")
    except Exception as error:
        plugin.distribution = type(error).__name__
    return plugin


def is_compatible(needs: object) -> bool:
    """Tell whether this hook API serves a plug-in that needs another: same major, no newer minor."""
    match needs:
        case (int(major), int(minor)):
            return major == HOOK_API[0] and minor <= HOOK_API[1]
    return False


def refused(plugin: Loaded, state: PluginState, error: str) -> PluginError:
    """Return the error that a strict host raises for a fault."""
    name, why = visible(plugin.title), visible(error)
    id = f"pengaya {name} {state.say('id')}: {why}"
    return PluginError(f"plugin_{state.code}", f"plug-in {name} is {state.say('en')}: {why}", id)


def conflict(name: str, rivals: str) -> PluginError:
    """Return the error for a name that several plug-ins claim."""
    return PluginError(
        "plugin_conflicting",
        f"{name!r} is claimed by {rivals}; block one of them by its distribution",
        f"{name!r} diklaim oleh {rivals}; blokir salah satunya menurut paketnya",
    )


def unknown(name: str, known: list[str], out: Text) -> NotFound:
    """Return the error for a name that no plug-in offers, with those there are and the plug-ins that are out."""
    listed = ", ".join(known) or "–"
    en, id = f"no adapter for {name!r}; there is {listed}{out.en}", f"{name!r} tidak dikenal: {listed}{out.id}"
    return NotFound("adapter_unknown", en, id)
