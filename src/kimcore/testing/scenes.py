"""Scenes: a made-up account on a platform, for the contract of metric providers."""

from collections.abc import Callable, Mapping

from attrs import field, frozen

from kimcore.ports import HttpCall, HttpReply, MetricRequest, Pair, PairState, PlatformFault

__all__ = ["Scene"]


@frozen(kw_only=True)
class Scene:
    """What is asked, how the platform answers each call, and what must come of each pair.

    `answer` is a pure function of the call, as the platform would answer it where all is well: it pages, leaves out
    what it does not have, refuses what is malformed. It sees what is sent: not `about`, `cursor`, `token` and `cost`.
    `expected` has the value, or the state without one, of every pair. `faults` are replies in which the platform
    reports an error in its own way, each with the fault that it is.
    """

    request: MetricRequest
    answer: Callable[[HttpCall], HttpReply] = field(repr=False)
    expected: Mapping[Pair, int | PairState] = field(repr=False)
    faults: tuple[tuple[HttpReply, type[PlatformFault]], ...] = field(default=(), repr=False)
