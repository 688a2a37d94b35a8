"""Monitoring: the measures over an archive and over records, against SQL and polars, which give the same numbers.

    python -m benchmarks.bench_monitoring
    python -m benchmarks.bench_monitoring --small 100000 --large 1000000

Figures of made-up KIMs, with corrections and withdrawals, are measured per KIM: growth, power, influence, responses.
Over the archive, the ibis expression on DuckDB goes against one statement of DuckDB and against polars, all from the
same Parquet files to an Arrow table or frame. Over records, the functions of the domain go KIM by KIM through the last
record of each key, as the storage port yields them, and the records are made on the way; polars has the same rows as a
frame in memory. Each rival must give the same numbers before it is timed. CPU time of all threads counts; memory is
what tracemalloc sees at most while records stream by. Replies of platforms go against `json.loads` of the same bytes.
"""

import argparse
import gc
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl

from benchmarks import monitoring_rivals as rivals
from benchmarks.measuring import Line, medians, show, steps
from benchmarks.platform_replies import reply_lines
from kimcore.media import Platform
from kimcore.monitoring import (
    Content,
    Indicator,
    Observation,
    Records,
    Sum,
    audience_growth,
    each_standing,
    influence,
    platform_totals,
    power,
    social_rows,
)
from kimcore.monitoring.yardsticks import audience_kind
from kimcore_plugins.archives.measures import MEASURES, measured
from kimcore_plugins.archives.parquet import ParquetArchive

__all__ = ["lines"]

SMALL, LARGE, REPEATS = 1_000_000, 10_000_000, 5
LINEAR = 1.2
"""What a figure may cost among ten times as many: tables that outgrow the caches of a processor are somewhat slower."""

PERIOD = rivals.PERIOD
PLATFORMS = {platform.code: platform for platform in Platform}
FIELDS = ("kim", "provider", "platform", "account", "content", "indicator", "observed", "value")


# --- over the archive


def archive_work(folder: Path) -> dict[str, Any]:
    """Return the measures over an archive in three ways, each as a function without arguments."""
    import duckdb

    figures, connection = ParquetArchive(folder).figures(), duckdb.connect()
    return {
        "archive": lambda: measured(figures, PERIOD).to_pyarrow(),
        "sql": lambda: rivals.by_sql(connection, folder),
        "polars": lambda: rivals.by_polars(pl.scan_parquet(f"{folder}/*/*.parquet", hive_partitioning=False)),
    }


def archive_times(count: int) -> dict[str, float]:
    """Return the median CPU seconds of each way over so many figures, after a look at their numbers."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        rivals.write(rivals.made_up(count), folder)
        work = archive_work(folder)
        agree({name: pl.DataFrame(run()) for name, run in work.items()})
        return medians(steps(**work), REPEATS)


def agree(found: dict[str, pl.DataFrame]) -> None:
    """Stop where two ways do not give the same numbers."""
    columns = ["kim", *(name + suffix for name in MEASURES for suffix in ("", "_known", "_total"))]
    same = [frame.select(pl.col("kim"), pl.col(columns[1:]).cast(pl.Int64)).sort("kim") for frame in found.values()]
    if any(not same[0].equals(other) for other in same[1:]) or not same[0]["growth_followers"].sum():
        raise SystemExit(f"{', '.join(found)} give different numbers: mend benchmarks/monitoring_rivals.py")


# --- over records


def observations(frame: pl.DataFrame) -> Iterator[Observation]:
    """Yield figures as the workspace reads them from a store; no two are held at a time."""
    indicators = {i.code: i for i in Indicator}
    for kim, provider, platform, account, content, indicator, observed, value in frame.select(FIELDS).iter_rows():
        yield Observation(
            kim=kim,
            provider=provider,
            platform=PLATFORMS.get(platform, platform),
            account=account,
            content=content,
            indicator=indicators[indicator],
            observed=observed,
            value=value,
        )


def by_domain(observations: Iterable[Observation]) -> Iterator[dict[str, Any]]:
    """Yield the measures of each KIM by the functions of the domain."""
    for kim, records in each_standing(observations):
        known = tuple(sums_of(kim, records))
        yield {"kim": kim} | {
            column: figure
            for name in MEASURES
            for total in [Sum.merge(s for key, s in known if key == name)]
            for column, figure in ((name, total.value), (f"{name}_known", total.known), (f"{name}_total", total.total))
        }


def sums_of(kim: str, records: Records) -> Iterator[tuple[str, Sum]]:
    """Yield the parts of the measures of a KIM."""
    for growth in audience_growth(records, PERIOD):
        yield f"growth_{audience_kind(growth.platform).code}", Sum.of([growth.change])
    yield "power", Sum.of(part.value for part in power(records, PERIOD.end).parts)
    yield "influence", Sum.of(part.value for part in influence(records, PERIOD.end).parts)
    shown = {r.content: r.platform for r in records if r.content and r.observed <= PERIOD.end}
    contents = [Content(kim=kim, platform=platform, link=link) for link, platform in shown.items()]
    for sums in platform_totals(social_rows(contents, {kim: records}, PERIOD.end)).values():
        yield from ((indicator.code, total) for indicator, total in sums.items())


def record_times(count: int) -> dict[str, float]:
    """Return the median CPU seconds over the last records of keys, after a look at their numbers."""
    frame = rivals.without_corrections(rivals.made_up(count))
    found = pl.DataFrame(list(by_domain(observations(frame))), infer_schema_length=None)
    agree({"records": found, "polars": rivals.by_polars(frame.lazy())})
    return medians(
        steps(
            records=lambda: drained(by_domain(observations(frame))),
            polars=lambda: rivals.by_polars(frame.lazy()),
        ),
        REPEATS,
    )


def drained(items: Iterable[object]) -> int:
    """Count items, keeping none."""
    return sum(1 for _ in items)


def peak(count: int) -> float:
    """Return the most megabytes that tracemalloc sees while so many records stream by.

    Python keeps freed tuples for later, more of them the longer it runs, up to a limit; a collection lets them go.
    """
    import tracemalloc

    frame = rivals.without_corrections(rivals.made_up(count))
    tracemalloc.start()
    for number, _ in enumerate(by_domain(observations(frame))):
        if number % 100 == 0:
            gc.collect()
    return tracemalloc.get_traced_memory()[1] / 2**20


def peak_apart(count: int) -> float:
    """Return the same, from a process of its own."""
    command = [sys.executable, "-m", "benchmarks.bench_monitoring", "--peak", str(count)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


# --- the table


def lines(small: int = SMALL, large: int = LARGE) -> Iterator[Line]:
    """Yield the lines of the table."""
    few, many = archive_times(small), archive_times(large)
    for count, found in ((small, few), (large, many)):
        yield seconds(f"archive, {count:,} figures / SQL by hand", found["archive"], found["sql"], 1.3)
        yield seconds(f"archive, {count:,} figures / polars by hand", found["archive"], found["polars"], 1.5)
    yield per_figure("archive", {small: few["archive"], large: many["archive"]}, LINEAR)
    yield per_figure("SQL by hand", {small: few["sql"], large: many["sql"]}, None)
    found = record_times(small)
    yield seconds(f"records, {small:,} figures / polars by hand", found["records"], found["polars"], 6.0)
    quarter = small // 4
    most = {count: peak_apart(count) for count in (quarter, small)}
    note = f"{most[small]:.2f} to {most[quarter]:.2f} MB"
    yield Line(f"records, most memory, {small:,} / {quarter:,}", most[small] / most[quarter], 1.1, note)
    yield from reply_lines()


def per_figure(name: str, found: dict[int, float], target: float | None) -> Line:
    """Return the line of the time of a figure among many against that of one among few."""
    (few, less), (many, more) = ((count, seconds / count * 1e6) for count, seconds in found.items())
    return Line(f"{name}, per figure, {many:,} / {few:,}", more / less, target, f"{more:.2f} to {less:.2f} µs a figure")


def seconds(name: str, ours: float, theirs: float, target: float) -> Line:
    """Return the line of two times."""
    return Line(name, ours / theirs, target, f"{ours:.2f} to {theirs:.2f} s CPU")


def main(arguments: Sequence[str]) -> int:
    """Print the table; exit 1 where a target is missed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--small", type=int, default=SMALL, help="how many figures, at least 10,000")
    options.add_argument("--large", type=int, default=LARGE, help="how many figures in the large archive")
    options.add_argument("--peak", type=int, help=argparse.SUPPRESS)
    given = options.parse_args(arguments)
    if given.peak:
        print(peak(given.peak))
        return 0
    return show(list(lines(given.small, given.large)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
