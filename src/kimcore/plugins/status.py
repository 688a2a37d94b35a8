"""Status: what became of each plug-in when the host opened, and what it raised since."""

from attrs import define, evolve, field, frozen

from kimcore.plugins.descriptors import Descriptor
from kimcore.terms import Term

__all__ = ["Loaded", "PluginState", "PluginStatus", "visible"]


class PluginState(Term):
    """What became of a plug-in; all but active and blocked are faults."""

    ACTIVE = "active", "aktif", "active"
    BLOCKED = "blocked", "diblokir", "blocked"
    FAILED = "failed", "gagal", "failed"
    CONFLICTING = "conflicting", "bentrok", "conflicting"
    INCOMPATIBLE = "incompatible", "tidak cocok", "incompatible"

    @property
    def is_fault(self) -> bool:
        """True if somebody has to mend it."""
        return self not in (PluginState.ACTIVE, PluginState.BLOCKED)


@frozen(kw_only=True)
class PluginStatus:
    """One row of `host.status()`; `import_ms` is the time its import took, in milliseconds.

    Text comes from the plug-in and its distribution as it is: `visible` makes it fit to be shown.
    """

    name: str
    distribution: str
    version: str
    state: PluginState
    hooks: tuple[str, ...]
    error: str
    import_ms: float


@define(kw_only=True, eq=False)
class Loaded:
    """A plug-in as the host keeps it: its status so far and its descriptors by hook."""

    name: str
    distribution: str = ""
    version: str = ""
    state: PluginState = PluginState.ACTIVE
    error: str = ""
    raised: str = ""
    import_ms: float = 0.0
    offers: dict[str, tuple[Descriptor, ...]] = field(factory=dict)

    def fail(self, state: PluginState, error: str) -> None:
        """Take the plug-in out, with the reason; what it offered does not count."""
        self.state, self.error = state, error

    @property
    def title(self) -> str:
        """The plug-in by its name and, where that differs, its distribution."""
        return self.name if self.distribution in ("", self.name) else f"{self.name} ({self.distribution})"

    @property
    def status(self) -> PluginStatus:
        """The row of the plug-in; one that raised in a call has failed, though it is asked again."""
        named = {n: getattr(self, n) for n in ("name", "distribution", "version", "state", "error", "import_ms")}
        row = PluginStatus(hooks=tuple(self.offers), **named)
        if self.raised and self.state is PluginState.ACTIVE:
            return evolve(row, state=PluginState.FAILED, error=self.raised)
        return row


def visible(text: str) -> str:
    """Return a text in which what is not printable is escaped, so that it steers no terminal and forges no line."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
