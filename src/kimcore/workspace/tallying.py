"""Tallying: what became of the figures of a collection, counted as it goes on, in memory that does not grow."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from kimcore.media import Platform
from kimcore.ports import MetricOutcome, PairState, PlatformFault
from kimcore.results import Collection, PlatformTally, Stop, Unknown
from kimcore.terms import Text
from kimcore.workspace.wanting import Account

__all__ = ["Tally"]

PLAIN = Text("platform tidak memberikan angkanya", "the platform does not give the figure")


class Tally:
    """Counts the outcomes of a collection per platform, and per account those without a figure."""

    def __init__(self) -> None:
        """Start with nothing asked."""
        self.states: defaultdict[Platform, Counter[PairState]] = defaultdict(Counter)
        self.accounts: Counter[Platform] = Counter()
        self.known: Counter[Platform] = Counter()
        self.calls: Counter[Platform] = Counter()
        self.costs: defaultdict[Platform, Decimal] = defaultdict(Decimal)
        self.unknown: list[Unknown] = []
        self.stops: list[Stop] = []

    def begin(self, account: Account, known: int) -> None:
        """Count an account, and its figures that are known of the day."""
        self.accounts[account.platform] += 1
        self.known[account.platform] += known

    def add(self, account: Account, outcomes: Iterable[MetricOutcome]) -> None:
        """Count outcomes of an account."""
        reasons: Counter[tuple[PairState, Text]] = Counter()
        for outcome in outcomes:
            self.states[account.platform][outcome.state] += 1
            if outcome.state is not PairState.OBSERVED:
                reasons[outcome.state, outcome.reason or PLAIN] += 1
        where: dict[str, Any] = {"kim": account.kim, "platform": account.platform, "account": account.account}
        for (state, reason), figures in reasons.items():
            self.unknown.append(Unknown(**where, state=state, figures=figures, reason=reason))

    def stop(self, account: Account, fault: PlatformFault) -> None:
        """Note that a platform stopped at an account."""
        reason = Text(fault.id, fault.en)
        where: dict[str, Any] = {"kim": account.kim, "platform": account.platform, "account": account.account}
        self.stops.append(Stop(**where, code=fault.code, reason=reason, retry_at=fault.retry_at))

    def spend(self, platform: Platform, calls: int, cost: Decimal) -> None:
        """Count calls and what they cost at most."""
        self.calls[platform] += calls
        self.costs[platform] += cost

    def collection(self, **stamp: Any) -> Collection:
        """Return what was counted; platforms in the order of Tabel 5.3."""
        rows = tuple(self.row(platform) for platform in Platform if self.accounts[platform])
        return Collection(**stamp, rows=rows, unknown=tuple(self.unknown), stops=tuple(self.stops))

    def row(self, platform: Platform) -> PlatformTally:
        """Return what was counted of a platform."""
        return PlatformTally(
            platform=platform,
            accounts=self.accounts[platform],
            states=dict(self.states[platform]),
            known=self.known[platform],
            calls=self.calls[platform],
            cost=self.costs[platform],
        )
