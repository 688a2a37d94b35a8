"""Claims: the names under which plug-ins offer their adapters, and where two claim one."""

from collections import Counter

from kimcore.plugins.descriptors import Descriptor, RulebookDescriptor
from kimcore.plugins.status import Loaded
from kimcore.rulebooks import BUILT_IN

__all__ = ["claims", "overlap", "repeated", "taken"]


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


def taken(plugin: Loaded) -> set[str]:
    """Return the names that a plug-in claims and that kimcore itself holds: its rulebooks are not for replacing."""
    return {name for name in BUILT_IN if claims(plugin, RulebookDescriptor, name)}


def claimed(plugin: Loaded, hook: str) -> set[str]:
    """Return the names that a plug-in claims by a hook."""
    return {name for d in plugin.offers.get(hook, ()) for name in d.claims}
