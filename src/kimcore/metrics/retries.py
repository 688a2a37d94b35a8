"""Retries: whether a call is made again after a fault, and how long is waited before."""

import random
from collections.abc import Callable
from datetime import datetime

from attrs import field, frozen

from kimcore.ports import PlatformFault, QuotaExhausted, RateLimited, Transient

__all__ = ["Pause", "Retries"]


@frozen
class Pause:
    """A wait before a call is made again, in seconds."""

    seconds: float


@frozen(kw_only=True)
class Retries:
    """How often and how long a call is tried.

    A transient fault is tried again after a random part of a wait that doubles (full jitter), or after what the
    platform asks for where that is longer; `attempts` and `seconds` bound a call in all. A limit of the platform is
    waited for only where it ends within `patience` seconds of the call's beginning.
    """

    attempts: int = 5
    seconds: float = 60.0
    first: float = 1.0
    longest: float = 20.0
    patience: float = 0.0
    draw: Callable[[], float] = field(default=random.random, repr=False)

    def pause(self, fault: PlatformFault, attempt: int, spent: float, now: datetime) -> Pause | None:
        """Return the wait after the failed attempt of a number, `spent` seconds after the first; None: no more."""
        if attempt >= self.attempts:
            return None
        asked = (fault.retry_at - now).total_seconds() if fault.retry_at else None
        if isinstance(fault, RateLimited | QuotaExhausted):
            return None if asked is None else within(max(asked, self.first), spent, self.patience)
        if not isinstance(fault, Transient):
            return None
        jitter = self.draw() * min(self.longest, self.first * 2 ** (attempt - 1))
        return within(max(jitter, asked or 0.0), spent, self.seconds)


def within(wait: float, spent: float, bound: float) -> Pause | None:
    """Return a wait that ends within a bound, or None."""
    return Pause(wait) if spent + wait <= bound else None
