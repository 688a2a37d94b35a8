"""Trends: how audiences grew between two dates (V.A.output, R18)."""

from datetime import date

from attrs import field, frozen

from kimcore.media import Platform
from kimcore.monitoring.figures import STALE_AFTER_DAYS, is_stale
from kimcore.monitoring.observations import Indicator, Observation
from kimcore.monitoring.records import Records, account_of, latest
from kimcore.values import Period

__all__ = ["Growth", "Reading", "audience_growth", "growth"]


@frozen(kw_only=True)
class Reading:
    """The latest observation at or before an end of a period; `stale` counts from that end."""

    value: int
    observed_on: date
    stale: bool


@frozen(kw_only=True)
class Growth:
    """The growth of one account's audience between the first and the last day of a period (R18).

    `before` and `after` carry the days on which the figures were observed; None where there is no observation by
    then. `change` is None where one is missing or both ends find the same observation.
    """

    platform: Platform | str
    account: str = field(default="", repr=False)
    period: Period
    before: Reading | None
    after: Reading | None
    change: int | None


def audience_growth(records: Records, period: Period, stale_after: int = STALE_AFTER_DAYS) -> tuple[Growth, ...]:
    """Return the growth of each account that was observed by the end of the period, by platform and account.

    `records` are those of one KIM, as `standing` gives them.
    """
    audiences = tuple(r for r in records if r.indicator is Indicator.AUDIENCE)
    first = latest(audiences, period.start, account_of)
    last = latest(audiences, period.end, account_of)
    return tuple(growth(first.get(key), last[key], period, stale_after) for key in sorted(last))


def growth(first: Observation | None, last: Observation, period: Period, stale_after: int = STALE_AFTER_DAYS) -> Growth:
    """Return the growth between the latest observations of one series at the two ends of a period."""
    before = None if first is None else reading(first, period.start, stale_after)
    after = reading(last, period.end, stale_after)
    change = None if before is None or first is last else after.value - before.value
    return Growth(
        platform=last.platform, account=last.account, period=period, before=before, after=after, change=change
    )


def reading(observation: Observation, on: date, stale_after: int) -> Reading:
    """Return an observation as it is read on a date; only observations with a value stand among records."""
    day = observation.observed
    return Reading(value=observation.value or 0, observed_on=day, stale=is_stale(day, on, stale_after))
