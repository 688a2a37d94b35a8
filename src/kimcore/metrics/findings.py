"""Findings: what is known of each pair that was asked for, settled once (R11)."""

from collections.abc import Iterable
from typing import Final

from attrs import define, field

from kimcore.ports import MetricOutcome, Pair, PairState
from kimcore.terms import Text

__all__ = ["Findings"]

NOT_FOUND: Final = Text(
    "platform tidak menyebutnya: dihapus, tidak terbuka, atau tautannya keliru",
    "the platform does not tell of it: removed, not public, or its link is wrong",
)
UNSUPPORTED: Final = Text("platform tidak menyediakan angka ini", "the platform does not offer this figure")
NOT_SANE: Final = Text(
    "penyedia memberi hasil yang bukan angka; perbarui pengayanya",
    "the provider gave what is no figure; update the plug-in",
)


@define
class Findings:
    """What pages told, and the pairs of calls that failed or were not made; what was settled first stands.

    `named` are the contents that a call named whose page was read. `doubt` is what became of a call that named none:
    of a content that no other call named, it is not known whether that call would have told.
    """

    told: dict[Pair, MetricOutcome] = field(factory=dict)
    untold: dict[Pair, tuple[PairState, Text]] = field(factory=dict)
    named: set[str] = field(factory=set)
    doubt: tuple[PairState, Text] | None = None

    def is_settled(self, pair: Pair) -> bool:
        """Tell whether it is known what became of a pair."""
        return pair in self.told or pair in self.untold

    def tell(self, outcome: MetricOutcome) -> MetricOutcome | None:
        """Settle a pair by what a page tells, and return that; None where a page told of it before."""
        if outcome.pair in self.told:
            return None
        content, indicator = outcome.pair
        sane = outcome if is_sane(outcome) else MetricOutcome.unknown(content, indicator, PairState.FAILED, NOT_SANE)
        self.told[outcome.pair] = sane
        return sane

    def fail(self, pairs: Iterable[Pair], reason: Text) -> None:
        """Settle pairs as failed."""
        self.untold |= dict.fromkeys(pairs, (PairState.FAILED, reason))

    def skip(self, pairs: Iterable[Pair], reason: Text) -> None:
        """Settle pairs as not asked."""
        self.untold |= dict.fromkeys(pairs, (PairState.SKIPPED, reason))

    def doubt_failed(self, reason: Text) -> None:
        """Note that a call which named no content failed."""
        self.doubt = PairState.FAILED, reason

    def doubt_skipped(self, reason: Text) -> None:
        """Note that a call which named no content was not made."""
        self.doubt = self.doubt or (PairState.SKIPPED, reason)

    def outcome(self, pair: Pair, *, is_offered: bool) -> MetricOutcome:
        """Return what became of a pair."""
        told = self.told.get(pair)
        if told is not None:
            return told
        doubt = None if pair[0] in self.named or not is_offered else self.doubt
        rest = (PairState.NOT_FOUND, NOT_FOUND) if is_offered else (PairState.UNSUPPORTED, UNSUPPORTED)
        return MetricOutcome.unknown(*pair, *(self.untold.get(pair) or doubt or rest))


def is_sane(outcome: MetricOutcome) -> bool:
    """Tell whether an outcome has a count where it was observed and only there, and was not skipped."""
    if outcome.state is not PairState.OBSERVED:
        return outcome.value is None and outcome.state is not PairState.SKIPPED
    return type(outcome.value) is int and outcome.value >= 0
