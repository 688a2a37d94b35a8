"""Indicators: Tabel 5.3, each content of a KIM with the indicators of its own platform (V.B.social)."""

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from attrs import frozen

from kimcore.clauses import cite
from kimcore.media import Platform
from kimcore.monitoring.observations import Content, Indicator, Observation
from kimcore.monitoring.records import Records, latest
from kimcore.monitoring.sums import Sum

__all__ = ["INDICATORS", "SocialRow", "platform_totals", "social_rows"]

INDICATORS: Final[Mapping[Platform, tuple[Indicator, ...]]] = MappingProxyType(
    {
        Platform.INSTAGRAM: (Indicator.LIKE, Indicator.SHARE, Indicator.COMMENT, Indicator.VIEW),
        Platform.FACEBOOK: (Indicator.LIKE, Indicator.SHARE, Indicator.COMMENT),
        Platform.TWITTER: (Indicator.LIKE, Indicator.RETWEET, Indicator.COMMENT, Indicator.SHARE),
        Platform.YOUTUBE: (Indicator.LIKE, Indicator.COMMENT),
        Platform.TIKTOK: (Indicator.LIKE, Indicator.COMMENT, Indicator.SHARE),
    }
)
"""The indicators of each platform, in the order of Tabel 5.3."""

CLAUSES: Final = (
    cite("V.B.social.instagram"),
    cite("V.B.social.facebook"),
    cite("V.B.social.twitter"),
    cite("V.B.social.youtube"),
    cite("V.B.social.tiktok"),
)
"""The clause of each platform, in the same order."""


@frozen(kw_only=True)
class SocialRow:
    """A row of Tabel 5.3: a content, and the latest figure of each indicator.

    `values` has every indicator of the platform, None where it is not known (R11), and any other that was observed;
    `observed_on` is the day of the latest figure.
    """

    content: Content
    values: Mapping[Indicator, int | None]
    observed_on: date | None


def social_rows(contents: Iterable[Content], records: Mapping[str, Records], on: date) -> tuple[SocialRow, ...]:
    """Return the rows of Tabel 5.3 on a date, in the order of the contents; `records` as `standing` gives them."""
    found: dict[str, dict[str, list[Observation]]] = {}
    rows = []
    for content in contents:
        if content.kim not in found:
            found[content.kim] = by_content(records.get(content.kim, ()), on)
        rows.append(social_row(content, found[content.kim].get(content.key, [])))
    return tuple(rows)


def by_content(records: Records, on: date) -> dict[str, list[Observation]]:
    """Return, per content, the latest observation of each indicator on or before a date."""
    grouped: dict[str, list[Observation]] = {}
    for record in latest(records, on, lambda r: (r.content, r.indicator)).values():
        grouped.setdefault(record.content, []).append(record)
    return grouped


def social_row(content: Content, observations: Iterable[Observation]) -> SocialRow:
    """Return one row from the latest observations of a content."""
    own = INDICATORS.get(content.platform, ()) if isinstance(content.platform, Platform) else ()
    read = {o.indicator: o for o in observations}
    values = dict.fromkeys(own) | {i: o.value for i, o in read.items()}
    day = max((o.observed for o in read.values()), default=None)
    return SocialRow(content=content, values=MappingProxyType(values), observed_on=day)


def platform_totals(rows: Iterable[SocialRow]) -> dict[Platform | str, dict[Indicator, Sum]]:
    """Return the sum of each indicator per platform, each with how many contents it is known of (R11)."""
    figures: dict[Platform | str, dict[Indicator, list[int | None]]] = {}
    for row in rows:
        of_platform = figures.setdefault(row.content.platform, {})
        for indicator, value in row.values.items():
            of_platform.setdefault(indicator, []).append(value)
    return {p: {i: Sum.of(v) for i, v in of_platform.items()} for p, of_platform in figures.items()}
