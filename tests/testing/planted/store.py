"""How a bug is planted: a store in memory whose units are of another class, or a store that is itself at fault."""

from typing import ClassVar

from kimcore_plugins.storage.memory import MemoryStorage, MemoryUnit

__all__ = ["PLANTS", "planted"]

PLANTS: dict[str, type[MemoryStorage]] = {}
"""The stores with a bug, by the name of the bug."""


class Planted(MemoryStorage):
    """A store whose units are of a class of their own."""

    unit: ClassVar[type[MemoryUnit]] = MemoryUnit

    def unit_of_work(self) -> MemoryUnit:
        """Return a new unit of work."""
        super().unit_of_work()
        return self.unit(self)


def planted(kind: type) -> type:
    """Register a class of units or of stores under its name."""
    is_store = issubclass(kind, MemoryStorage)
    PLANTS[kind.__name__] = kind if is_store else type(kind.__name__, (Planted,), {"unit": kind})
    return kind
