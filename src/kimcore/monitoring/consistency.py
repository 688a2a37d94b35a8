"""Consistency: in which weeks a KIM was active, how long it was silent, and whether it is dormant (V.B.continue)."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from attrs import frozen

from kimcore.clauses import cite
from kimcore.community import Activity
from kimcore.monitoring.gatherings import Gathering
from kimcore.monitoring.observations import Content
from kimcore.monitoring.rates import Rate
from kimcore.values import Answer, Period

__all__ = ["DORMANT_AFTER_DAYS", "Consistency", "active_days", "consistency_of"]

CLAUSE: Final = cite("V.B.continue")

DORMANT_AFTER_DAYS: Final = 365
"""Days without anything dated after which a KIM is dormant: the default of a dated parameter (R24)."""


@frozen(kw_only=True)
class Consistency:
    """How regularly a KIM was active in a period, told by dated activities, contents shown, and gatherings.

    `weeks` are the ISO weeks that the period touches, `active_weeks` those with something dated in the period;
    `silence` is the longest run of days in the period without anything, `last` the latest day at or before its end.
    `active_weeks`, `silence` and `last` are None, and `dormant` is unknown, where nothing dated is recorded by then.
    `undated` things may have happened at any time.
    """

    kim: str
    period: Period
    weeks: int
    active_weeks: int | None = None
    silence: int | None = None
    last: date | None = None
    dormant: Answer = Answer.UNKNOWN
    undated: int = 0

    @property
    def rate(self) -> Rate:
        """Active weeks per 100 weeks."""
        return Rate.of([(self.active_weeks, self.weeks)], per=100)


def active_days(
    activities: Iterable[Activity], contents: Iterable[Content], gatherings: Iterable[Gathering] = ()
) -> list[date | None]:
    """Return the day of everything that a KIM did, None where it is not recorded; an activity of count 0 is none."""
    done = (a.on for a in activities if a.took_place)
    return [*done, *(c.shown for c in contents), *(g.held for g in gatherings)]


def consistency_of(
    kim: str, days: Iterable[date | None], period: Period, dormant_after: int = DORMANT_AFTER_DAYS
) -> Consistency:
    """Return the consistency of a KIM, whose `active_days` are given.

    It is dormant on the last day if none of the `dormant_after` days up to and with that day is among them.
    """
    every = list(days)
    dated = sorted({d for d in every if d is not None and d <= period.end})
    blank = Consistency(kim=kim, period=period, weeks=weeks(period), undated=every.count(None))
    if not dated:
        return blank
    inside = [d for d in dated if d in period]
    return Consistency(
        kim=kim,
        period=period,
        weeks=blank.weeks,
        active_weeks=len({d.isocalendar()[:2] for d in inside}),
        silence=silence(inside, period),
        last=dated[-1],
        dormant=Answer.pick((period.end - dated[-1]).days >= dormant_after),
        undated=blank.undated,
    )


def weeks(period: Period) -> int:
    """Return how many ISO weeks a period touches."""
    first, last = (d.toordinal() - d.weekday() for d in (period.start, period.end))
    return (last - first) // 7 + 1


def silence(days: Sequence[date], period: Period) -> int:
    """Return the longest run of days of a period without any of the days, which are sorted."""
    marks = (period.start.toordinal() - 1, *(d.toordinal() for d in days), period.end.toordinal() + 1)
    return max(later - earlier - 1 for earlier, later in pairwise(marks))
