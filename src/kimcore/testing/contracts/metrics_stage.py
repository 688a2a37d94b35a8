"""The stage: the provider and the scene of a contract, and what the laws ask of both."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Final

from kimcore.monitoring import Indicator
from kimcore.ports import HttpCall, HttpReply, MetricPage, MetricProvider, Pair, PairState, PlatformFault
from kimcore.testing.contracts.contract import Contract
from kimcore.testing.contracts.metrics_walk import Walk, walk
from kimcore.testing.scenes import Scene

__all__ = ["Stage", "copied", "differing"]


SHOWN: Final = 4


class Stage(Contract):
    """What every law of the metric contract uses; the author sets `provider` and `scene`.

    `provider` is called without arguments and returns the provider; `scene` is a `Scene`, or a function without
    arguments that returns one. `examples` is the number of examples of each property.
    """

    provider: ClassVar[Callable[..., Any]]
    scene: ClassVar[Scene | Callable[..., Scene]]
    examples: ClassVar[int] = 60

    @classmethod
    def made(cls) -> MetricProvider:
        """Return a new provider."""
        found: MetricProvider = cls.provider()
        return found

    @classmethod
    def staged(cls) -> Scene:
        """Return the scene."""
        found = cls.scene
        return found if isinstance(found, Scene) else found()

    def walked(self) -> Walk:
        """Return the walk of a new provider through the scene."""
        return walk(self.made(), self.staged())

    def read(
        self, call: HttpCall, reply: HttpReply, provider: MetricProvider | None = None
    ) -> MetricPage | PlatformFault:
        """Return the page of a reply, or the fault that it is, by a new provider; nothing else may be raised."""
        try:
            return (provider or self.made()).parse(call, reply)
        except PlatformFault as fault:
            return fault

    def wrong(self, call: HttpCall, reply: HttpReply, expected: Mapping[Pair, int | PairState]) -> dict[Pair, Any]:
        """Return the figures that are read from a reply and are not those of the scene."""
        page = self.read(call, reply)
        if isinstance(page, PlatformFault):
            return {}
        told = {o.pair: o.value for o in page.outcomes if o.state is PairState.OBSERVED or o.value is not None}
        return {pair: value for pair, value in told.items() if not same(value, expected.get(pair))}


def differing(found: Mapping[Pair, int | PairState], expected: Mapping[Pair, int | PairState]) -> str:
    """Return a line for each pair that did not come out as expected, the first few alone."""
    pairs = [pair for pair in {**expected, **found} if found.get(pair) != expected.get(pair)]
    lines = [f"{key or 'the account'}, {i.code}: {say(found, key, i)}, not {say(expected, key, i)}" for key, i in pairs]
    return "; ".join(lines[:SHOWN]) + (f"; and {len(lines) - SHOWN} more" if len(lines) > SHOWN else "")


def say(of: Mapping[Pair, int | PairState], key: str, indicator: Indicator) -> str:
    """Return a value or the code of a state."""
    value = of.get((key, indicator))
    return value.code if isinstance(value, PairState) else str(value)


def same(one: object, two: object) -> bool:
    """Tell whether two values are one number, and true is not 1."""
    return type(one) is type(two) and one == two


def copied(value: Any) -> Any:
    """Return a text in which everything stands that a frozen record holds, also what its repr leaves out."""
    names = getattr(type(value), "__attrs_attrs__", None)
    if names is not None:
        return type(value).__name__, tuple(copied(getattr(value, a.name)) for a in names)
    return tuple(map(copied, value)) if isinstance(value, tuple | list) else value
