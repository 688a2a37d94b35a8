"""Budget: what a collection may still spend: calls, money and time; a hard bound that is never passed by one."""

import time
from collections.abc import Callable
from decimal import Decimal
from threading import Lock
from typing import Final

from kimcore.errors import InvalidValue
from kimcore.ports import HttpCall
from kimcore.terms import Text

__all__ = ["Budget", "price"]

REQUESTS: Final = Text(
    "anggaran {bound} panggilan sudah habis; jalankan lagi untuk melanjutkan",
    "the budget of {bound} calls is spent; run again to go on",
)
MONEY: Final = Text(
    "panggilan ini berbiaya hingga US${cost}, sedangkan sisa anggaran US${left} dari US${bound}",
    "this call costs up to US${cost}, and US${left} of the budget of US${bound} is left",
)
SECONDS: Final = Text(
    "waktu {bound} detik sudah habis; jalankan lagi untuk melanjutkan",
    "the time of {bound} seconds is over; run again to go on",
)
BEYOND: Final = Decimal("Infinity")


class Budget:
    """What may still be spent, shared by a whole collection; None stands for no bound.

    Money is in US dollars, counted before each call at the highest price that its provider states. The time begins with
    the first call; one that is under way when it ends is finished. Raises `InvalidValue` for a bound below zero.
    """

    def __init__(
        self,
        *,
        requests: int | None = None,
        money: Decimal | None = None,
        seconds: float | None = None,
        timer: Callable[[], float] = time.monotonic,
    ) -> None:
        for name, bound in (("requests", requests), ("money", money), ("seconds", seconds)):
            if bound is not None and not bound >= 0:
                en, id = f"the bound on {name} should be 0 or more", f"batas {name} seharusnya 0 atau lebih"
                raise InvalidValue("budget_bound", en, id, field=name)
        self.requests, self.money, self.seconds, self.timer = requests, money, seconds, timer
        self.calls, self.cost = 0, Decimal(0)
        self.begun: float | None = None
        self.lock = Lock()

    def __repr__(self) -> str:
        """Return what is spent of what."""
        bounds = f"requests={self.requests}, money={self.money}, seconds={self.seconds}"
        return f"Budget({bounds}; spent: calls={self.calls}, cost={self.cost})"

    def spend(self, call: HttpCall) -> Text | None:
        """Count a call that is about to be made; return which bound forbids it, and count nothing then."""
        with self.lock:
            cost = price(call)
            met = self.met(cost)
            if met is None:
                self.calls, self.cost = self.calls + 1, self.cost + cost
            return met

    def met(self, cost: Decimal) -> Text | None:
        """Return the bound that a call of a price would pass."""
        now = self.timer()
        self.begun = now if self.begun is None else self.begun
        if self.requests is not None and self.calls >= self.requests:
            return REQUESTS.format(bound=self.requests)
        if self.money is not None and self.cost + cost > self.money:
            return MONEY.format(cost=cost, left=self.money - self.cost, bound=self.money)
        if self.seconds is not None and now - self.begun >= self.seconds:
            return SECONDS.format(bound=f"{self.seconds:g}")
        return None


def price(call: HttpCall) -> Decimal:
    """Return what a call costs at most; a price that is no number is beyond any bound."""
    return BEYOND if call.cost.is_nan() else max(call.cost, Decimal(0))
