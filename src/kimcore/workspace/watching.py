"""Watching: Tabel 5.1 to 5.3 of a period, from what is stored (V.B)."""

from collections.abc import Iterable
from typing import Any

from kimcore.monitoring import activity_log, audience_growth, measure, social_rows, standing, village_coverage
from kimcore.results import Monitoring
from kimcore.values import Period
from kimcore.workspace.records import Records, decided_kims

__all__ = ["monitored"]


def monitored(
    records: Records, period: Period, directory: Iterable[tuple[str, str]] | None, **stamp: Any
) -> Monitoring:
    """Return the monitoring of a period; `directory` is one of villages, `stamp` what every result carries."""
    kims, last = decided_kims(records), period.end
    contents = [s.entity for s in records.contents().values()]
    observed = standing(records.observations(until=last))
    measures = measure(kims, observed, contents, period)
    return Monitoring(
        **stamp,
        rows=measures.together,
        measures=measures,
        growth=tuple((kim.id, g) for kim in kims for g in audience_growth(observed.get(kim.id, ()), period)),
        log=activity_log(kims, period),
        social=social_rows([c for c in contents if c.shown is None or c.shown <= last], observed, last),
        villages=village_coverage(kims, directory, records.office),
        names={kim.id: kim.name for kim in kims},
    )
