"""Collected: what a platform did not tell of an account on a day, kept so that it is not asked twice (R11)."""

from collections.abc import Iterable
from datetime import date
from hashlib import blake2b

from attrs import field, frozen

from kimcore.media import Platform
from kimcore.monitoring import Indicator
from kimcore.ports import MetricOutcome, Pair, PairState
from kimcore.privacy import general, public
from kimcore.workspace.records import Records, Stored

__all__ = ["SETTLED", "CollectedAccount", "UnknownFigure", "collected_id", "keep", "of_account"]

SETTLED = frozenset({PairState.UNSUPPORTED, PairState.HIDDEN, PairState.NOT_PERMITTED, PairState.NOT_FOUND})
"""States that asking again on the same day does not change; what failed or was not asked is asked again."""


@frozen(kw_only=True)
class UnknownFigure:
    """A figure that a platform did not give: of which content (empty: of the account), and why."""

    content: str = field(default="", repr=False, metadata=general("V.B.log.link"))
    indicator: Indicator = field(metadata=public("V.A.outtake"))
    state: PairState = field(metadata=public("V.B.social"))


@frozen(kw_only=True)
class CollectedAccount:
    """The last day on which an account was asked for, by which provider, and the figures that it did not give."""

    kim: str = field(metadata=public("V.B.social"))
    platform: Platform = field(metadata=public("V.B.social"))
    account: str = field(default="", repr=False, metadata=general("V.B.social"))
    provider: str = field(metadata=public("V.B.online"))
    on: date = field(metadata=public("V.B.log.date"))
    unknown: tuple[UnknownFigure, ...] = field(default=(), repr=False, metadata=public("V.B.social"))

    def settled(self, on: date) -> frozenset[Pair]:
        """Return the pairs that were settled without a figure on a day."""
        return frozenset((u.content, u.indicator) for u in self.unknown) if self.on == on else frozenset()


def collected_id(kim: str, platform: Platform, account: str) -> str:
    """Return the id of the record of an account: its KIM, platform, and a digest of the account without case."""
    digest = blake2b(account.casefold().encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return f"{kim}/{platform.code}/{digest}"


def of_account(records: Records, kim: str, platform: Platform, account: str) -> Stored[CollectedAccount] | None:
    """Return what is kept of an account, or None."""
    return records.find("collected", collected_id(kim, platform, account), CollectedAccount)


def keep(records: Records, found: CollectedAccount, outcomes: Iterable[MetricOutcome]) -> None:
    """Keep what outcomes settle, beside what was settled on the same day."""
    before = of_account(records, found.kim, found.platform, found.account)
    settled = {(o.content, o.indicator): o.state for o in outcomes if o.state in SETTLED}
    if before and before.entity.on == found.on:
        settled = {(u.content, u.indicator): u.state for u in before.entity.unknown} | settled
    unknown = tuple(UnknownFigure(content=c, indicator=i, state=s) for (c, i), s in settled.items())
    made = CollectedAccount(
        kim=found.kim,
        platform=found.platform,
        account=found.account,
        provider=found.provider,
        on=found.on,
        unknown=unknown,
    )
    id = collected_id(found.kim, found.platform, found.account)
    if before is None or before.entity != made:
        records.put("collected", id, made, before.revision if before else 0)
