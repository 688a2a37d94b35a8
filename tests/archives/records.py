"""Made-up records of figures, and their measures as the functions of `kimcore.monitoring` take them."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from hypothesis import strategies as st

from kimcore.media import Platform
from kimcore.monitoring import (
    Content,
    Indicator,
    Observation,
    Records,
    Sum,
    audience_growth,
    influence,
    platform_totals,
    power,
    social_rows,
    standing,
)
from kimcore.monitoring.yardsticks import audience_kind
from kimcore.ports import ArchivedMeasures, ObservationRow
from kimcore.values import Period
from kimcore.workspace.records import observation_of
from kimcore_plugins.archives.measures import BY, MEASURES
from kimcore_plugins.storage.memory import MemoryStorage

__all__ = ["PERIOD", "batches", "recorded", "taken"]

PERIOD = Period(date(2026, 9, 1), date(2026, 9, 30))
EDGES = [edge + timedelta(n) for edge in (PERIOD.start, PERIOD.end) for n in (-1, 0, 1)]
PLATFORMS = [*((p.code,) for p in Platform), ("Grup Warga", "GRUP WARGA"), ("ß-Kanal", "SS-kanal"), (" blog\t", "\tx")]
PLATFORMS += [("Tatap Muka", "tatap muka"), ("it's \\ a 'medium'",)]
ACCOUNTS = [("kim", "KIM"), ("straße", "STRASSE"), ("İ", "i̇"), ("a\x00b", ""), ("",)]
INDICATORS = [i.code for i in Indicator]


def series(draw: st.DrawFn) -> st.SearchStrategy[ObservationRow]:
    """Return figures of one indicator of an account or content, spelled and provided in two ways, about both ends."""
    fixed = {
        "office": st.just("99.01"),
        "kim": st.just(draw(st.sampled_from(["k1", "k2"]))),
        "platform": st.sampled_from(draw(st.sampled_from(PLATFORMS))),
        "account": st.sampled_from(draw(st.sampled_from(ACCOUNTS))),
        "content": st.just(draw(st.sampled_from(["", "c1", "C1"]))),
        "indicator": st.just(draw(st.sampled_from([*INDICATORS, "audience", "audience"]))),
    }
    days, values = st.sampled_from([*EDGES, date(2026, 1, 5)]), st.none() | st.sampled_from([0, 1, 7, 2**53])
    providers = st.sampled_from(["manual", "instagram"])
    return st.builds(ObservationRow, **fixed, provider=providers, observed=days, value=values)


@st.composite
def batches(draw: st.DrawFn, most: int) -> list[list[ObservationRow]]:
    """Return batches of records of few series as they come in, so that figures are corrected and withdrawn."""
    found = [series(draw) for _ in range(draw(st.integers(1, 5)))]
    return draw(st.lists(st.lists(st.one_of(found), max_size=most), min_size=1, max_size=4))


def recorded(batches: Iterable[Iterable[ObservationRow]]) -> list[ObservationRow]:
    """Return the records that a store keeps of batches, in its order."""
    store = MemoryStorage()
    store.migrate()
    with store.unit_of_work() as unit:
        for entry, batch in enumerate(batches, 1):
            unit.observe(batch, entry=entry)
        return list(unit.history())


Group = tuple[str | None, ...]
"""Office, KIM and platform of a group."""


def taken(rows: Iterable[ObservationRow], period: Period, by: Collection[str]) -> list[ArchivedMeasures]:
    """Return the measures of records, group by group, from the functions of the domain."""
    found: dict[Group, dict[str, list[Sum]]] = {} if by else {(None, None, None): {}}
    days: dict[Group, date] = {}
    kept = {column for name in by for column in BY[name]}
    for office, kim, records in of_each_kim(rows):
        for platform, key, part, day in parts(kim, records, period):
            whole = {"office": office, "kim": kim, "platform": platform}
            group = tuple(text if name in kept else None for name, text in whole.items())
            found.setdefault(group, {}).setdefault(key, []).append(part)
            days[group] = max(day, days.get(group, day))
    return [
        ArchivedMeasures(
            office=group[0],
            kim=group[1],
            platform=group[2],
            totals={key: Sum.merge(sums.get(key, ())) for key in MEASURES},
            latest=days.get(group),
        )
        for group, sums in sorted(found.items(), key=lambda item: [text or "" for text in item[0]])
    ]


def of_each_kim(rows: Iterable[ObservationRow]) -> Iterator[tuple[str, str, Records]]:
    """Yield each KIM with its office and what stands of its records."""
    every = list(rows)
    for office in {row.office for row in every}:
        for kim, records in standing(observation_of(r) for r in every if r.office == office).items():
            yield office, kim, records


def parts(kim: str, records: Records, period: Period) -> Iterator[tuple[str, str, Sum, date]]:
    """Yield what a KIM adds to each measure: platform, measure, sum, and the latest day on which figures say so."""
    known = tuple(r for r in records if r.observed <= period.end)
    yield from of_accounts(known, period)
    shown = contents(kim, known)
    for part in influence(known, period.end).parts:
        platform = shown[part.content].platform if part.content else part.platform
        yield code(platform), "influence", Sum.of([part.value]), part.observed_on
    for row in social_rows(shown.values(), {kim: tuple(filter(responds, known))}, period.end):
        assert row.observed_on
        for platform, found in platform_totals([row]).items():
            for indicator, total in found.items():
                yield code(platform), indicator.code, total, row.observed_on


def of_accounts(records: Records, period: Period) -> Iterator[tuple[str, str, Sum, date]]:
    """Yield what the accounts of a KIM add: growth, power, and the day of a response of which nothing is a measure."""
    for growth in audience_growth(records, period):
        assert growth.after
        key = f"growth_{audience_kind(growth.platform).code}"
        yield code(growth.platform), key, Sum.of([growth.change]), growth.after.observed_on
    for part in power(records, period.end).parts:
        yield code(part.platform), "power", Sum.of([part.value]), part.observed_on
    for record in filter(responds, records):
        if not record.content:
            yield code(record.platform), "none", Sum.of([]), record.observed


def contents(kim: str, records: Records) -> dict[str, Content]:
    """Return the contents that were counted, each of the platform of its latest record."""
    known = [r for r in records if r.content and responds(r)]
    return {r.content: Content(kim=kim, platform=r.platform, link=r.content) for r in known}


def responds(record: Observation) -> bool:
    """Tell whether a record is of a response, which is a content's or, without one, an account's."""
    return record.indicator is not Indicator.AUDIENCE


def code(platform: Platform | str) -> str:
    """Return a platform as archives compare it."""
    return platform.code if isinstance(platform, Platform) else platform.casefold()
