"""What `collect` returns: what became of every figure that platforms were asked for."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from attrs import field, frozen

from kimcore.media import Platform
from kimcore.ports import PairState
from kimcore.reports.columns import columns
from kimcore.results.rows import Result, document
from kimcore.results.shapes import Shape
from kimcore.tables import Cell, Table
from kimcore.terms import Language, Text

__all__ = ["SHAPE", "Collection", "PlatformTally", "Stop", "Unknown"]

COUNTED = ("accounts", "known", "requested", *(state.code for state in PairState), "calls")
OF_ACCOUNT: dict[str, Shape] = {"kim": "text", "platform": Platform, "account": "text"}
SHAPE: dict[str, Shape] = {
    "platforms": [{"platform": Platform, **dict.fromkeys(COUNTED, "count"), "cost": "text"}],
    "unknown": [OF_ACCOUNT | {"state": PairState, "figures": "count", "reason": "text"}],
    "stops": [OF_ACCOUNT | {"code": "text", "reason": "text", "retry_at": "text?"}],
}
"""The shape of `kimcore.collect.v1`, beside what every document carries."""


COLUMNS = columns(
    ("platform", "Platform", "Platform", 16),
    ("accounts", "Akun", "Accounts", 10),
    ("requested", "Angka diminta", "Figures asked", 14),
    *((state.code, state.text.id.capitalize(), state.text.en.capitalize(), 14) for state in PairState),
    ("calls", "Panggilan", "Calls", 10),
    ("cost", "Biaya (US$)", "Cost (US$)", 12),
)


@frozen(kw_only=True)
class PlatformTally:
    """The figures asked of one platform by what became of them; `requested` is their sum, always.

    `known` are those of the same day that were not asked again; `cost` is in US dollars, at most.
    """

    platform: Platform
    accounts: int
    states: Mapping[PairState, int]
    known: int
    calls: int
    cost: Decimal

    @property
    def requested(self) -> int:
        """How many figures were asked for."""
        return sum(self.states.values())


@frozen(kw_only=True)
class Unknown:
    """Figures of one account that stay unknown for one reason."""

    kim: str
    platform: Platform
    account: str = field(repr=False)
    state: PairState
    figures: int
    reason: Text


@frozen(kw_only=True)
class Stop:
    """An account at which a platform stopped: the code of the fault, what it said, and when to ask again."""

    kim: str
    platform: Platform
    account: str = field(repr=False)
    code: str
    reason: Text
    retry_at: datetime | None


@frozen(kw_only=True)
class Collection(Result[PlatformTally]):
    """What a collection asked and got, per platform; `unknown` says per account what stays unknown, and why."""

    unknown: tuple[Unknown, ...] = field(default=(), repr=False)
    stops: tuple[Stop, ...] = field(default=(), repr=False)

    @property
    def has_failed(self) -> bool:
        """True if any figure failed."""
        return any(tally.states.get(PairState.FAILED) for tally in self.rows)

    def to_document(self, language: Language = "id") -> dict[str, Any]:
        """Return `kimcore.collect.v1`."""
        return document(
            "collect",
            self,
            platforms=[tally(t) for t in self.rows],
            unknown=[unknown(u, language) for u in self.unknown],
            stops=[stop(s, language) for s in self.stops],
        )

    def table(self) -> Table:
        """Return what became of the figures, a row per platform."""
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (t.platform, t.accounts, t.requested, *(t.states.get(s, 0) for s in PairState), t.calls, t.cost)
            for t in self.rows
        )
        name, title = Text("Pengumpulan", "Collection"), Text("Angka dari platform", "Figures from platforms")
        return Table(key="collect", name=name, title=title, columns=COLUMNS, rows=rows)

    def reasons(self) -> tuple[Text, ...]:
        """Return why figures stay unknown, in words: a sentence per platform, state and reason, most figures first."""
        figures: Counter[tuple[Platform, PairState, Text]] = Counter()
        accounts: Counter[tuple[Platform, PairState, Text]] = Counter()
        for u in self.unknown:
            figures[u.platform, u.state, u.reason] += u.figures
            accounts[u.platform, u.state, u.reason] += 1
        return tuple(
            REASON.format(platform=p, figures=n, accounts=accounts[p, state, reason], state=state, reason=reason)
            for (p, state, reason), n in figures.most_common()
        )


REASON = Text(
    "{platform}: {figures} angka {state} ({accounts} akun): {reason}",
    "{platform}: {figures} figures {state} ({accounts} accounts): {reason}",
)


def tally(found: PlatformTally) -> dict[str, Any]:
    """Return the figures of one platform as plain data."""
    states = {state.code: found.states.get(state, 0) for state in PairState}
    head = {"platform": found.platform.code, "accounts": found.accounts, "known": found.known}
    return head | {"requested": found.requested, **states, "calls": found.calls, "cost": str(found.cost)}


def unknown(found: Unknown, language: Language) -> dict[str, Any]:
    """Return what stays unknown of one account as plain data."""
    head = {"kim": found.kim, "platform": found.platform.code, "account": found.account}
    return head | {"state": found.state.code, "figures": found.figures, "reason": found.reason.say(language)}


def stop(found: Stop, language: Language) -> dict[str, Any]:
    """Return one stop as plain data."""
    head = {"kim": found.kim, "platform": found.platform.code, "account": found.account, "code": found.code}
    retry_at = found.retry_at.isoformat() if found.retry_at else None
    return head | {"reason": found.reason.say(language), "retry_at": retry_at}
