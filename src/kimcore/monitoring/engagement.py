"""Engagement: responses to contents against the audience of their account, and how often contents are passed on."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from attrs import frozen

from kimcore.clauses import cite
from kimcore.media import Platform
from kimcore.monitoring.indicators import SocialRow
from kimcore.monitoring.observations import Indicator
from kimcore.monitoring.rates import Rate
from kimcore.monitoring.trends import Growth, Reading

__all__ = ["PASSED_ON", "RESPONSES", "Engagement", "engagement_of", "joined_engagement", "platform_name"]

CLAUSE: Final = cite("V.A.outtake")

RESPONSES: Final = (Indicator.LIKE, Indicator.SHARE, Indicator.RETWEET, Indicator.COMMENT)
"""What an audience does with a content; a view is none."""

PASSED_ON: Final = (Indicator.SHARE, Indicator.RETWEET)

NO_RATE: Final = Rate(per=100)
NO_AMPLIFICATION: Final = Rate()

Audiences = Mapping[tuple[str, str], Reading]


@frozen(kw_only=True)
class Engagement:
    """How an audience responds to the contents shown in a period (V.A.outtake).

    `kim` None is all KIMs, `platform` None all platforms. `rate` is responses per 100 of the audience, over contents
    whose responses and whose account's audience are both known: each adds its responses, and the latest audience of
    its account at or before the last day. `amplification` is shares and retweets per content, over contents of
    platforms that have them. `left_out` are responses that a platform has disclosed of no content: they are in no
    numerator. `audience_on` is the oldest day of an audience that was used, `stale` whether it is stale (R18).
    """

    kim: str | None = None
    platform: Platform | str | None = None
    contents: int = 0
    rate: Rate = NO_RATE
    amplification: Rate = NO_AMPLIFICATION
    left_out: tuple[Indicator, ...] = ()
    audience_on: date | None = None
    stale: bool | None = None


def engagement_of(kim: str, rows: Iterable[SocialRow], growths: Iterable[Growth]) -> tuple[Engagement, ...]:
    """Return the engagement of one KIM on each platform, in the order of the rows.

    `rows` are the contents shown in the period, `growths` those of the KIM's audiences.
    """
    audiences = {place(g.platform, g.account): g.after for g in growths if g.after is not None}
    by_platform: dict[str, list[SocialRow]] = {}
    for row in rows:
        by_platform.setdefault(platform_name(row.content.platform), []).append(row)
    return tuple(on_platform(kim, found, audiences) for found in by_platform.values())


def platform_name(platform: Platform | str) -> str:
    """Return a platform as it is compared, without case."""
    return platform.code if isinstance(platform, Platform) else platform.casefold()


def place(platform: Platform | str, account: str) -> tuple[str, str]:
    """Return platform and account as they are compared, without case."""
    return platform_name(platform), account.casefold()


def on_platform(kim: str, rows: Sequence[SocialRow], audiences: Audiences) -> Engagement:
    """Return the engagement on one platform."""
    responses, passed = disclosed(rows, RESPONSES), disclosed(rows, PASSED_ON)
    asked = {i for row in rows for i in row.values}
    read = [audiences.get(place(row.content.platform, row.content.account)) for row in rows]
    answers = [added(row, responses) for row in rows]
    pairs = [(answer, found.value if found else None) for answer, found in zip(answers, read, strict=True)]
    used = [r for r, answer in zip(read, answers, strict=True) if r and answer is not None]
    oldest = min(used, key=lambda r: r.observed_on, default=None)
    return Engagement(
        kim=kim,
        platform=rows[0].content.platform,
        contents=len(rows),
        rate=Rate.of(pairs, per=100),
        amplification=Rate.of((added(row, passed), 1) for row in rows if asked.intersection(PASSED_ON)),
        left_out=tuple(i for i in RESPONSES if i in asked and i not in responses),
        audience_on=oldest.observed_on if oldest else None,
        stale=oldest.stale if oldest else None,
    )


def disclosed(rows: Iterable[SocialRow], indicators: Iterable[Indicator]) -> tuple[Indicator, ...]:
    """Return the indicators of which at least one row has a figure."""
    known = {i for row in rows for i, value in row.values.items() if value is not None}
    return tuple(i for i in indicators if i in known)


def added(row: SocialRow, indicators: Iterable[Indicator]) -> int | None:
    """Return the sum of indicators of a content, or None where one is not known or there is none."""
    values = [row.values.get(i) for i in indicators]
    known = [v for v in values if v is not None]
    return sum(known) if values and len(known) == len(values) else None


def joined_engagement(
    found: Iterable[Engagement], kim: str | None = None, platform: Platform | str | None = None
) -> Engagement:
    """Return the engagement of several platforms or KIMs as one; `kim` and `platform` say whose it is."""
    every = list(found)
    left = {i for e in every for i in e.left_out}
    days = [(e.audience_on, e.stale) for e in every if e.audience_on is not None]
    oldest, stale = min(days, default=(None, None))
    return Engagement(
        kim=kim,
        platform=platform,
        contents=sum(e.contents for e in every),
        rate=Rate.merge([NO_RATE, *(e.rate for e in every)]),
        amplification=Rate.merge(e.amplification for e in every),
        left_out=tuple(i for i in RESPONSES if i in left),
        audience_on=oldest,
        stale=stale,
    )
