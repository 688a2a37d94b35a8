"""What `monitor` returns."""

from typing import Any

from attrs import field, frozen

from kimcore.media import Platform
from kimcore.monitoring import ActivityLog, Growth, LogRow, Measure, Measures, Reading, SocialRow, Sum, VillageCoverage
from kimcore.reports import activities, audience_growths, coverage, measures, social_media
from kimcore.results.rows import Result, document, plain
from kimcore.tables import Table
from kimcore.terms import Language, Text

__all__ = ["Monitoring"]


@frozen(kw_only=True)
class Monitoring(Result[Measure]):
    """Tabel 5.1 to 5.3 of a period; the rows are the measures over all KIMs.

    `growth` has the id of a KIM and the growth of one of its audiences (R18); `names` are those of KIMs by id;
    `villages` is unknown throughout where no directory was given.
    """

    measures: Measures = field(repr=False)
    growth: tuple[tuple[str, Growth], ...] = field(repr=False)
    log: ActivityLog = field(repr=False)
    social: tuple[SocialRow, ...] = field(repr=False)
    villages: VillageCoverage = field(repr=False)
    names: dict[str, str] = field(repr=False)

    @property
    def stamp(self) -> Text:
        """What every result carries, with the period."""
        period = self.measures.period
        since = Text("sejak {since}, {rest}", "since {since}, {rest}")
        return since.format(since=period.start, rest=super().stamp)

    def tables(self) -> tuple[Table, ...]:
        """Return Tabel 5.1 with the growth of audiences, 5.2, 5.3, and the coverage where a directory was given."""
        output = (measures(self.rows), audience_growths(self.growth, self.names))
        found = (*output, activities(self.log), social_media(self.social, self.names))
        return found if self.villages.total is None else (*found, coverage(self.villages))

    def table(self) -> Table:
        """Return Tabel 5.1."""
        return measures(self.rows)

    def to_document(self, language: Language = "id") -> dict[str, Any]:
        """Return `kimcore.monitor.v1`."""
        period = self.measures.period
        return document(
            "monitor",
            self,
            since=period.start.isoformat(),
            until=period.end.isoformat(),
            measures=[measure(m, language) for m in self.rows],
            kims=[{"kim": m.kim, **measure(m, language)} for m in self.measures.each],
            growth=[growth(kim, g) for kim, g in self.growth],
            activities=[activity(r) for r in self.log.rows],
            undated_activities=[activity(r) for r in self.log.undated],
            social_media=[social(r) for r in self.social],
            villages=villages(self.villages),
        )


def total(found: Sum) -> dict[str, Any]:
    """Return a sum with how much of it was known."""
    return {"value": found.value, "known": found.known, "total": found.total}


def measure(found: Measure, language: Language) -> dict[str, Any]:
    """Return one measure of the document."""
    return {
        "measure": found.yardstick.key,
        "kind": found.yardstick.kind.code,
        "label": found.yardstick.label.say(language),
        "unit": found.yardstick.unit.say(language),
        **total(found.total),
        "undated": found.undated,
        "clause": found.yardstick.clause.id,
    }


def growth(kim: str, found: Growth) -> dict[str, Any]:
    """Return the growth of one audience, with both readings and their days (R18)."""
    return {
        "kim": kim,
        "platform": found.platform.code if isinstance(found.platform, Platform) else found.platform,
        "account": found.account,
        "before": reading(found.before),
        "after": reading(found.after),
        "change": found.change,
    }


def reading(found: Reading | None) -> dict[str, Any] | None:
    """Return a reading with its day, null where there is none."""
    if found is None:
        return None
    return {"value": found.value, "observed_on": found.observed_on.isoformat(), "stale": found.stale}


def activity(row: LogRow) -> dict[str, Any]:
    """Return one row of Tabel 5.2."""
    found = row.activity
    head = {"kim": row.kim, "name": row.name, "village": row.village, "activity": found.activity}
    return head | {"format": found.format, "count": found.count, "on": plain(found.on), "proof": found.proof}


def social(row: SocialRow) -> dict[str, Any]:
    """Return one row of Tabel 5.3; an indicator that is not known is null, one that the platform lacks is absent."""
    content = row.content
    return {
        "kim": content.kim,
        "title": content.title,
        "format": content.format,
        "platform": content.platform.code if isinstance(content.platform, Platform) else content.platform,
        "account": content.account,
        "shown": plain(content.shown),
        "link": content.link,
        "values": {indicator.code: value for indicator, value in row.values.items()},
        "observed_on": plain(row.observed_on),
    }


def villages(found: VillageCoverage) -> dict[str, Any]:
    """Return the coverage of villages; null where no directory was given."""
    return {
        "covered": found.covered,
        "total": found.total,
        "share": found.share,
        "uncovered": [{"code": str(v.code), "name": v.name} for v in found.uncovered],
        "unlisted": list(found.unlisted),
        "ambiguous": list(found.ambiguous),
        "unrecorded": list(found.unrecorded),
    }
