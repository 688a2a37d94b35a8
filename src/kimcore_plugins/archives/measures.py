"""Measures over files of columns: one ibis expression, run by DuckDB, PySpark or another engine of ibis.

The figures and their meaning are those of `kimcore.monitoring`: the record with the highest `sequence` of a key
stands, none where it withdraws (R21); growth is between the latest figures at both ends of the period, and unknown
where that is one figure (R18); what is not known is never 0 (R11). Platforms and accounts are compared without case
by columns that the archive folded when it was written, for engines fold letters each in their own way.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import reduce
from typing import Any, Final

from attrs import frozen

from kimcore.clauses import cite
from kimcore.errors import InvalidValue
from kimcore.monitoring import INDICATORS, POSITIVE, AudienceKind, Indicator, Sum
from kimcore.monitoring.yardsticks import audience_kind
from kimcore.ports import ArchivedMeasures
from kimcore.values import Period

__all__ = ["BY", "MEASURES", "NEEDED", "day_rank", "measured", "measures_in"]

CLAUSES: Final = (cite("V.A.output"), cite("V.A.outtake"), cite("III.A.s"), cite("III.A.t"))
KEY: Final = (
    "office", "kim", "provider", "folded_platform", "folded_account", "content", "indicator", "observed",
)  # fmt: skip
NEEDED: Final = (*KEY, "value", "sequence", "rank")
"""The columns that a table of figures must have."""

ITEM: Final = ("office", "kim", "item", "item_platform", "item_account")
"""What figures are of: a content of a KIM, or one of its accounts (with an empty `item`)."""

BY: Final = {"office": ("office",), "kim": ("office", "kim"), "platform": ("platform",)}
"""What measures may be taken by, each with its columns; a KIM always stands with its office."""

RESPONSES: Final = tuple(i for i in Indicator if i is not Indicator.AUDIENCE)
GROWN: Final = {f"growth_{kind.code}": kind for kind in AudienceKind}
MEASURES: Final = (*GROWN, "power", "influence", *(i.code for i in RESPONSES))
"""The keys of the measures: each a column, beside `…_known` and `…_total` (so many figures were known of so many)."""


def day_rank(day: date, number: int) -> int:
    """Return the rank of the figure with a number among those of a day: by day, then by order of record."""
    return day.toordinal() << 32 | number


def measured(figures: Any, period: Period, by: Collection[str] = ("kim",)) -> Any:
    """Return a table of the measures of a period: a row per group, three columns per measure, and the latest day.

    `figures` is the ibis table of an archive. `by` names what a row is of (`office`, `kim`, `platform`); without any,
    there is one row of all. Only which platforms have audiences is read at once; the rest is read when the table is.
    Sums beyond 64 bits are refused by the engine.
    """
    columns = columns_of(by)
    known = figures.filter(figures.observed <= period.end)
    items = items_of(latest(standing(known), period.start), kinds(figures))
    sums = {name: column for measure in measures(items) for name, column in measure.columns()}
    return items.aggregate(by=columns, **sums, latest=items.day.max())


def columns_of(by: Collection[str]) -> list[str]:
    """Return the columns of the groups; raise `InvalidValue` for a name that is none."""
    if wrong := sorted(set(by) - set(BY)):
        names, known = ", ".join(map(repr, wrong)), ", ".join(BY)
        en, id = f"measures are not taken by {names}; choose from {known}", f"ukuran tidak dapat dirinci per {names}"
        raise InvalidValue("archive_grouping", en, f"{id}; pilih dari {known}", field="by")
    return list(dict.fromkeys(column for name in BY if name in by for column in BY[name]))


def kinds(figures: Any) -> dict[str, str]:
    """Return the kind of audience of each platform whose audience is not followers."""
    audiences = figures.filter(figures.indicator == Indicator.AUDIENCE.code)
    names = audiences.select("folded_platform").distinct().to_pyarrow().column(0).to_pylist()
    found = {name: audience_kind(name) for name in ("website", *sorted(names))}
    return {name: kind.code for name, kind in found.items() if kind is not AudienceKind.FOLLOWERS}


def standing(figures: Any) -> Any:
    """Return what stands: of a key that was recorded again the last, of all others the only record; no withdrawal."""
    again = figures.filter(figures.sequence > 1).group_by(KEY).agg(newest=figures.sequence.max())
    joined = figures.left_join(again, KEY)
    is_last = joined.newest.isnull() | (joined.newest == joined.sequence)
    return joined.filter(is_last & joined.value.notnull())


def latest(figures: Any, start: date) -> Any:
    """Return the latest figure of each indicator of each item, and the latest at or before the start of a period.

    An audience is its account's, whatever content it names.
    """
    import ibis

    is_audience = figures.indicator == Indicator.AUDIENCE.code
    of_account = is_audience | (figures.content == "")
    split = figures.mutate(
        item=ibis.ifelse(is_audience, "", figures.content),
        item_platform=ibis.ifelse(of_account, figures.folded_platform, ""),
        item_account=ibis.ifelse(of_account, figures.folded_account, ""),
    )
    rank, by_start = split["rank"], split.observed <= start
    return split.group_by([*ITEM, "indicator"]).agg(
        last=split.value.argmax(rank),
        first=split.value.argmax(rank, where=by_start),
        is_later=(~by_start).any(),
        rank=rank.max(),
        day=split.observed.max(),
        platform=split.folded_platform.argmax(rank),
    )


def items_of(figures: Any, kinds: dict[str, str]) -> Any:
    """Return a row per item: its latest figure of each indicator, how its audience grew, and what that counts.

    A content is of the platform of its latest figure.
    """
    is_audience = figures.indicator == Indicator.AUDIENCE.code
    known = {i.code: figures["last"].max(where=figures.indicator == i.code) for i in Indicator}
    items = figures.group_by(ITEM).agg(
        **known,
        change=(figures["last"] - figures["first"]).max(where=is_audience & figures.is_later),
        platform=figures.platform.argmax(figures["rank"]),
        day=figures.day.max(),
    )
    return items.mutate(kind=items.platform.cases(*kinds.items(), else_=AudienceKind.FOLLOWERS.code))


@frozen
class Measured:
    """A measure over items: the sum of a value, how many values are known, and of how many."""

    key: str
    value: Any
    known: Any
    total: Any

    def columns(self) -> Iterator[tuple[str, Any]]:
        """Yield its three columns."""
        yield self.key, self.value
        for name, column in (("known", self.known), ("total", self.total)):
            yield f"{self.key}_{name}", column.fill_null(0)


def measures(items: Any) -> Iterator[Measured]:
    """Yield every measure over items."""
    has_audience = items[Indicator.AUDIENCE.code].notnull()
    for key, kind in GROWN.items():
        yield over(key, items.change, has_audience & (items.kind == kind.code))
    yield over("power", items[Indicator.AUDIENCE.code], has_audience)
    yield influence([items[i.code] for i in RESPONSES if i in POSITIVE])
    for indicator in RESPONSES:
        own = [platform.code for platform, shown in INDICATORS.items() if indicator in shown]
        value = items[indicator.code]
        yield over(indicator.code, value, (items.item != "") & (items.platform.isin(own) | value.notnull()))


def over(key: str, value: Any, counts: Any) -> Measured:
    """Return the sum of a value over the items that count."""
    return Measured(key, value.sum(where=counts), value.count(where=counts), counts.sum())


def influence(values: list[Any]) -> Measured:
    """Return the sum of positive responses to contents and accounts; each that is known counts (R21)."""
    import ibis

    is_known = ibis.coalesce(*values).notnull()
    value = reduce(lambda a, b: a + b, (v.fill_null(0) for v in values)).sum(where=is_known)
    known = reduce(lambda a, b: a + b, (v.count() for v in values))
    return Measured("influence", value, known, known)


def measures_in(table: Any, by: Collection[str] = ("kim",)) -> Iterator[ArchivedMeasures]:
    """Yield the rows of a table of measures, ordered by what they are of.

    Unknown sums travel as 0, told by their count: beside a null, whole numbers from PySpark pass through floats.
    """
    columns = columns_of(by)
    whole = table.mutate(**{key: table[key].fill_null(0) for key in MEASURES})
    for batch in (whole.order_by(columns) if columns else whole).to_pyarrow().to_batches():
        yield from map(row_of, batch.to_pylist())


def row_of(found: dict[str, Any]) -> ArchivedMeasures:
    """Return a row of a table of measures."""
    names: Iterable[str] = {"office", "kim", "platform"} & found.keys()
    counts = {key: (found[f"{key}_known"], found[f"{key}_total"]) for key in MEASURES}
    totals = {key: Sum(found[key] if known else None, known, total) for key, (known, total) in counts.items()}
    return ArchivedMeasures(**{name: found[name] for name in names}, totals=totals, latest=found["latest"])
