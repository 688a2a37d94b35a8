"""Activities: Tabel 5.2, the dissemination log of a period (V.B.log)."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from kimcore.clauses import cite
from kimcore.community import Activity, Kim
from kimcore.monitoring.sums import Sum
from kimcore.values import Period

__all__ = ["ActivityLog", "LogRow", "activity_log"]

NAME_CLAUSE = cite("V.B.log.name")
"""Tabel 5.2 begins with the name of the group; the clauses of its other columns stand at the fields of Activity."""


@frozen(kw_only=True)
class LogRow:
    """A row of Tabel 5.2: who did it (id, name, village), and the activity as it was recorded."""

    kim: str
    name: str
    village: str
    activity: Activity


@frozen(kw_only=True)
class ActivityLog:
    """Tabel 5.2 of a period: rows by date, those without a date apart, and what they add up to.

    `counted` adds the numbers of activities in `rows` (a blank one is unknown, R11); `with_proof` counts the rows
    that name a proof. `undated` rows belong to no period and are in neither.
    """

    period: Period
    rows: tuple[LogRow, ...]
    undated: tuple[LogRow, ...]
    counted: Sum
    with_proof: int


def activity_log(kims: Iterable[Kim], period: Period) -> ActivityLog:
    """Return the log of a period; rows of one day stand by name, village and id of the KIM, then as recorded."""
    every = sorted(log_rows(kims), key=lambda r: (r.name.casefold(), r.village.casefold(), r.kim))
    dated = [(r.activity.on, r) for r in every if r.activity.on is not None]
    rows = tuple(r for day, r in sorted(dated, key=lambda pair: pair[0]) if day in period)
    return ActivityLog(
        period=period,
        rows=rows,
        undated=tuple(r for r in every if r.activity.on is None),
        counted=Sum.of(r.activity.count for r in rows),
        with_proof=sum(bool(r.activity.proof) for r in rows),
    )


def log_rows(kims: Iterable[Kim]) -> Iterator[LogRow]:
    """Yield a row for every recorded activity."""
    for kim in kims:
        for activity in kim.log:
            yield LogRow(kim=kim.id, name=kim.name, village=kim.village, activity=activity)
