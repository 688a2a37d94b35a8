"""What `monitor` returns."""

from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from kimcore.errors import NotFound
from kimcore.intake.collector import paused
from kimcore.media import Platform
from kimcore.monitoring import (
    ActivityLog,
    Growth,
    LogRow,
    Measure,
    Measures,
    Proof,
    Reading,
    Review,
    SocialRow,
    VillageCoverage,
)
from kimcore.reports import (
    activities,
    audience_growths,
    consistency,
    coverage,
    engagement,
    evaluations,
    gatherings,
    measures,
    proofs,
    social_media,
    survey_changes,
)
from kimcore.results.reviewdocs import review_document
from kimcore.results.rows import Result, document, plain
from kimcore.tables import Table
from kimcore.terms import Language, Text

__all__ = ["Monitoring"]


@frozen(kw_only=True)
class Monitoring(Result[Measure]):
    """Tabel 5.1 to 5.3 of a period; the rows are the measures over all KIMs.

    `growth` has the id of a KIM and the growth of one of its audiences (R18); `review` tells of engagement, surveys,
    gatherings, consistency, proofs, and what speaks for going on; `names` are those of KIMs by id; `villages` is
    unknown throughout where no directory was given.
    """

    measures: Measures = field(repr=False)
    growth: tuple[tuple[str, Growth], ...] = field(repr=False)
    log: ActivityLog = field(repr=False)
    social: tuple[SocialRow, ...] = field(repr=False)
    villages: VillageCoverage = field(repr=False)
    review: Review = field(repr=False)
    names: dict[str, str] = field(repr=False)

    @property
    def stamp(self) -> Text:
        """What every result carries, with the period."""
        period = self.measures.period
        since = Text("sejak {since}, {rest}", "since {since}, {rest}")
        return since.format(since=period.start, rest=super().stamp)

    @paused()
    def tables(self) -> tuple[Table, ...]:
        """Return Tabel 5.1 with what it rests on, 5.2 with its proofs, 5.3, and the evaluation.

        Gatherings and surveys are there where some are recorded, the coverage where a directory was given.
        """
        absent = {"gatherings": not self.review.gatherings, "surveys": not self.review.changes}
        absent["coverage"] = self.villages.total is None
        return tuple(t for t in self.every_table() if not absent.get(t.key))

    def every_table(self) -> Iterator[Table]:
        """Yield every table of monitoring, empty ones too."""
        found, names = self.review, self.names
        yield measures(self.rows)
        yield audience_growths(self.growth, names)
        yield engagement(found.engagement, names)
        yield consistency(found.consistency, names)
        yield gatherings(found.gatherings, names)
        yield survey_changes(found.changes, names)
        yield activities(self.log)
        yield proofs(found.proofs, names)
        yield social_media(self.social, names)
        yield evaluations(found.evaluations, names)
        if self.villages.total is not None:
            yield coverage(self.villages)

    def table(self, key: str = "measures") -> Table:
        """Return Tabel 5.1, or the table of another key; raise `NotFound` where there is none."""
        for found in self.every_table():
            if found.key == key:
                return found
        en, id = f"monitoring has no table {key!r}", f"pemantauan tidak memiliki tabel {key!r}"
        needed = ("; the coverage needs a directory of villages", "; cakupan memerlukan daftar desa")
        raise NotFound("table_absent", en + needed[0], id + needed[1], field="table")

    def to_document(self, language: Language = "id") -> dict[str, Any]:
        """Return `kimcore.monitor.v1`."""
        period, every = self.measures.period, iter(self.review.proofs.every)
        return document(
            "monitor",
            self,
            since=period.start.isoformat(),
            until=period.end.isoformat(),
            measures=[measure(m, language) for m in self.rows],
            kims=[{"kim": m.kim, **measure(m, language)} for m in self.measures.each],
            growth=[growth(kim, g) for kim, g in self.growth],
            activities=[activity(r, next(every)) for r in self.log.rows],
            undated_activities=[activity(r, next(every)) for r in self.log.undated],
            social_media=[social(r) for r in self.social],
            villages=villages(self.villages),
            **review_document(self.review, language),
        )


def measure(found: Measure, language: Language) -> dict[str, Any]:
    """Return one measure of the document."""
    return {
        "measure": found.yardstick.key,
        "kind": found.yardstick.kind.code,
        "label": found.yardstick.label.say(language),
        "unit": found.yardstick.unit.say(language),
        "value": found.value,
        "known": found.total.known,
        "total": found.total.total,
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


def activity(row: LogRow, proof: Proof) -> dict[str, Any]:
    """Return one row of Tabel 5.2, and what its proof is."""
    found = row.activity
    head = {"kim": row.kim, "name": row.name, "village": row.village, "activity": found.activity}
    proven = {"proof": found.proof, "proof_state": proof.state.code}
    return head | {"format": found.format, "count": found.count, "on": plain(found.on), **proven}


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
