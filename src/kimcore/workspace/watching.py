"""Watching: Tabel 5.1 to 5.3 of a period, from what is stored, KIM by KIM (V.B)."""

from collections.abc import Iterable
from typing import Any

from kimcore.community import Kim
from kimcore.monitoring import (
    Dossier,
    Forward,
    Kept,
    Limits,
    Material,
    SocialRow,
    activity_log,
    dossiers,
    each_standing,
    measured,
    proofs_of,
    review,
    social_rows,
    village_coverage,
)
from kimcore.results import Monitoring
from kimcore.rules import BoundRulebook
from kimcore.values import Period
from kimcore.workspace.records import Records
from kimcore.workspace.works import disseminating_kims

__all__ = ["limits_of", "monitored"]


def limits_of(rules: BoundRulebook) -> Limits:
    """Return the parameters of a rulebook that measures read, by default those of the guideline's own."""
    return Limits(**{name: rules.numbers[name] for name in LIMITS if name in rules.numbers})


LIMITS = ("stale_after_days", "dormant_after_days")


def monitored(
    records: Records, period: Period, directory: Iterable[tuple[str, str]] | None, limits: Limits, **stamp: Any
) -> Monitoring:
    """Return the monitoring of a period; `directory` is one of villages, `stamp` what every result carries."""
    kims, kept = disseminating_kims(records), records.kept()
    materials, social = watch(records, kims, kept, period, limits)
    office = Material.of_office(kept.office_surveys, period)
    measures, log = measured(materials, office, period), activity_log(kims, period)
    return Monitoring(
        **stamp,
        rows=measures.together,
        measures=measures,
        growth=tuple((m.kim or "", g) for m in materials for g in m.growths),
        log=log,
        social=social,
        villages=village_coverage(kims, directory, records.office),
        review=review(materials, office, proofs_of(log, kept.contents), period, limits),
        names={kim.id: kim.name for kim in kims},
    )


def watch(
    records: Records, kims: Iterable[Kim], kept: Kept, period: Period, limits: Limits
) -> tuple[list[Material], tuple[SocialRow, ...]]:
    """Return the material of each KIM and the rows of Tabel 5.3; the figures of one KIM are held at a time."""
    found = Forward(each_standing(records.observations(until=period.end)))
    materials: list[Material] = []
    rows: list[SocialRow] = []
    for dossier in dossiers(kims, found, kept):
        materials.append(Material.of(dossier, period, limits))
        rows += shown(dossier, period)
    return materials, tuple(sorted(rows, key=lambda r: f"{r.content.kim}/"))


def shown(dossier: Dossier, period: Period) -> tuple[SocialRow, ...]:
    """Return the rows of Tabel 5.3 of a KIM: contents shown by the end of the period, or on a day not recorded."""
    contents = [c for c in dossier.contents if c.shown is None or c.shown <= period.end]
    return social_rows(contents, {dossier.kim.id: dossier.records}, period.end)
