"""Figures: the power and influence of a KIM on a date, with their parts (III.A.s, III.A.t, R17, R21)."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from attrs import field, frozen

from kimcore.media import Platform
from kimcore.monitoring.observations import Indicator, Observation
from kimcore.monitoring.records import Records, account_of, latest
from kimcore.terms import Term

__all__ = ["POSITIVE", "STALE_AFTER_DAYS", "Figure", "FigureSource", "Part", "influence", "is_stale", "power"]

STALE_AFTER_DAYS: Final = 45
"""Days after which an observation is stale: the default of a dated parameter (R18, since 2022-08-30)."""

POSITIVE: Final = frozenset({Indicator.LIKE, Indicator.SHARE, Indicator.RETWEET})
"""Responses known to be positive; a comment is a response, but not known to be one (R21)."""


class FigureSource(Term):
    """Where a figure comes from; observations go before the profile."""

    OBSERVED = "observed", "hasil pencatatan", "observed"
    PROFILE = "profile", "profil KIM", "profile"


@frozen(kw_only=True)
class Part:
    """One latest observation in a figure: an account's audience, or one response to one content.

    `stale` is of this observation alone; audiences of several accounts may overlap (R17).
    """

    platform: Platform | str
    account: str = field(default="", repr=False)
    content: str = field(default="", repr=False)
    indicator: Indicator
    value: int
    observed_on: date
    stale: bool


@frozen(kw_only=True)
class Figure:
    """A figure of a KIM on a date; `value` and `source` are None where nothing is known.

    `observed_on` is the day of its latest part. `stale` judges that day and is None where there is no day, as for
    the profile's figure, which carries no date.
    """

    value: int | None = None
    source: FigureSource | None = None
    observed_on: date | None = None
    stale: bool | None = None
    parts: tuple[Part, ...] = ()


def power(records: Records, on: date, profile: int | None = None, stale_after: int = STALE_AFTER_DAYS) -> Figure:
    """Return the sum of the latest audience of each account on or before a date, else the profile's figure (III.A.s).

    `records` are those of one KIM, as `standing` gives them.
    """
    audiences = tuple(r for r in records if r.indicator is Indicator.AUDIENCE)
    return figure(latest(audiences, on, account_of).values(), on, profile, stale_after)


def influence(records: Records, on: date, profile: int | None = None, stale_after: int = STALE_AFTER_DAYS) -> Figure:
    """Return the sum of the latest likes, shares and retweets of each content, else the profile's figure (R21).

    `records` are those of one KIM, as `standing` gives them.
    """
    responses = tuple(r for r in records if r.indicator in POSITIVE)
    return figure(latest(responses, on, response_of).values(), on, profile, stale_after)


def response_of(record: Observation) -> tuple[object, Indicator]:
    """Return the content (where it is not named, the account) and the indicator of a record."""
    return record.content or account_of(record), record.indicator


def figure(found: Iterable[Observation], on: date, profile: int | None, stale_after: int) -> Figure:
    """Return the sum of observations with its parts, or the profile's figure where there is no observation."""
    parts = tuple(sorted((part(o, on, stale_after) for o in found), key=place_of))
    if not parts:
        return Figure(value=profile, source=None if profile is None else FigureSource.PROFILE)
    day = max(p.observed_on for p in parts)
    value, stale = sum(p.value for p in parts), is_stale(day, on, stale_after)
    return Figure(value=value, source=FigureSource.OBSERVED, observed_on=day, stale=stale, parts=parts)


def part(observation: Observation, on: date, stale_after: int) -> Part:
    """Return an observation as a part; only observations with a value stand among records."""
    return Part(
        platform=observation.platform,
        account=observation.account,
        content=observation.content,
        indicator=observation.indicator,
        value=observation.value or 0,
        observed_on=observation.observed,
        stale=is_stale(observation.observed, on, stale_after),
    )


def place_of(part: Part) -> tuple[str, ...]:
    """Return the key by which parts are shown in one order, whatever the order of record."""
    platform = part.platform.code if isinstance(part.platform, Platform) else part.platform.casefold()
    return platform, part.account.casefold(), part.content, part.indicator.code


def is_stale(observed: date, on: date, stale_after: int = STALE_AFTER_DAYS) -> bool:
    """Tell whether an observation is more than so many days old on a date (R18)."""
    return (on - observed).days > stale_after
