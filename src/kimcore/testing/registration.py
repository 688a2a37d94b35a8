"""Registration: what hypothesis calls when it is imported, so that `st.from_type(Kim)` draws from `kims()`.

Hypothesis calls it in every project that has kimcore installed, so it imports nothing of kimcore: the classes of a
module are registered when somebody imports the module, and a strategy is made when it is asked for.
"""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any, Final

from hypothesis import strategies as st

__all__ = ["CLASSES", "Registrar", "register"]

CLASSES: Final[dict[str, dict[str, str]]] = {
    "kimcore.collaboration.awards": {"Award": "workstrategies:awards"},
    "kimcore.collaboration.competitions": {"Competition": "workstrategies:competitions"},
    "kimcore.collaboration.events": {"CapacityEvent": "workstrategies:events"},
    "kimcore.collaboration.materials": {"Material": "workstrategies:materials"},
    "kimcore.collaboration.models": {"Collaboration": "workstrategies:collaborations"},
    "kimcore.collaboration.needs": {"CapacityNeeds": "workstrategies:needs"},
    "kimcore.collaboration.trials": {"Trial": "workstrategies:trials"},
    "kimcore.community.cases": {"Case": "strategies:cases"},
    "kimcore.community.kim": {"Kim": "strategies:kims"},
    "kimcore.factsheet.record": {"Facts": "strategies:facts"},
    "kimcore.geography": {"RegionCode": "drawing:regions"},
    "kimcore.issues.issue": {"Issue": "strategies:issues"},
    "kimcore.monitoring.gatherings": {"Gathering": "strategies:gatherings"},
    "kimcore.monitoring.surveys": {"Survey": "strategies:surveys"},
    "kimcore.monitoring.observations": {"Content": "strategies:contents", "Observation": "strategies:observations"},
    "kimcore.partnership.decisions": {"Decision": "strategies:decisions"},
    "kimcore.values": {"Period": "drawing:periods"},
}
"""The classes by the module that defines them, each with the module and function of this package that draws it."""


class Registrar(MetaPathFinder):
    """Registers the classes of a module of kimcore right after it was imported; it finds modules as Python does."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return the spec of a module with classes to register, and None for every other module."""
        spec = PathFinder.find_spec(fullname, path, target) if fullname in CLASSES else None
        if spec and spec.loader:
            loader: Any = spec.loader
            loader.exec_module = then_registered(loader.exec_module)
        return spec


def then_registered(execute: Callable[[ModuleType], None]) -> Callable[[ModuleType], None]:
    """Return what executes a module and registers its classes."""

    def both(module: ModuleType) -> None:
        """Execute the module and register its classes."""
        execute(module)
        register_classes(module)

    return both


def register() -> None:
    """Register the classes of the modules that are imported already, and of the others as they come."""
    for name in CLASSES:
        if name in sys.modules:
            register_classes(sys.modules[name])
    if not any(isinstance(finder, Registrar) for finder in sys.meta_path):
        sys.meta_path.insert(0, Registrar())


def register_classes(module: ModuleType) -> None:
    """Register a strategy for each class of a module."""
    for name, place in CLASSES[module.__name__].items():
        st.register_type_strategy(getattr(module, name), drawer(place))


def drawer(place: str) -> Callable[[type], st.SearchStrategy[Any]]:
    """Return a function that imports a strategy's function and calls it, as hypothesis does when it is needed."""
    module, _, name = place.partition(":")

    def draw(_: type) -> st.SearchStrategy[Any]:
        """Return the strategy."""
        found: st.SearchStrategy[Any] = getattr(import_module(f"kimcore.testing.{module}"), name)()
        return found

    return draw
