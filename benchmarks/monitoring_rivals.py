"""Monitoring rivals: made-up figures, and their measures per KIM by SQL and by polars, each written by hand."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import polars as pl
import pyarrow.parquet as pq

from kimcore.monitoring import INDICATORS, Indicator
from kimcore.values import Period
from kimcore_plugins.archives.measures import day_rank
from kimcore_plugins.archives.parquet import SCHEMA

__all__ = ["PERIOD", "RESPONSES", "by_polars", "by_sql", "made_up", "without_corrections", "write"]

PERIOD: Final = Period(date(2026, 3, 1), date(2026, 9, 30))
PER_KIM: Final = 120
"""Figures of a KIM: its audience in twelve months; three responses to each of nine contents, four times; a correction
for each fifty figures, and one in a thousand withdrawn."""

KEY: Final = (
    "office", "kim", "provider", "folded_platform", "folded_account", "content", "indicator", "observed",
)  # fmt: skip
ITEM: Final = ("office", "kim", "item", "own", "account")
RESPONSES: Final = ("like", "share", "comment", "view", "retweet")
KINDS: Final = {"followers": (), "visitors": ("website",), "attendance": ("tatap muka",)}
TOLD: Final = ("website", "tatap muka")


# --- figures


def made_up(count: int) -> pl.DataFrame:
    """Return so many figures of KIMs, and the corrections, with the columns of an archive, in the order of record."""
    n = pl.int_range(count).alias("n")
    kim, place = n // PER_KIM, n % PER_KIM
    is_audience, content, turn = place < 12, (place - 12) % 9, (place - 12) // 9
    days = pl.when(is_audience).then(place * 30).otherwise(turn // 3 * 60 + content * 7)
    office = pl.format("99.{}", (kim // 200).cast(pl.String).str.zfill(4))
    frame = pl.select(
        office=office,
        kim=pl.format("{}-{}", office, kim),
        provider=pl.when(n % 3 == 0).then(pl.lit("manual")).otherwise(pl.lit("collected")),
        platform=pick(kim, ["instagram", "facebook", "instagram", "website", "Tatap Muka"]),
        account=pl.format("@Kim.Contoh{}", kim),
        content=pl.when(is_audience)
        .then(pl.lit(""))
        .otherwise(pl.format("https://contoh.invalid/{}/{}", kim, content)),
        indicator=pl.when(is_audience).then(pl.lit("audience")).otherwise(pick(turn, ["like", "share", "comment"])),
        observed=pl.date(2026, 1, 1) + pl.duration(days=days),
        value=pl.when(n % 997 != 0).then(n * 7919 % 9973),
        sequence=pl.lit(1, pl.Int64),
        entry=n // 10_000,
    )
    again = {"value": pl.col("value") + 1, "sequence": pl.lit(2, pl.Int64), "entry": pl.col("entry") + count}
    return ranked(pl.concat([frame, frame.gather_every(50).with_columns(**again)]))


def pick(number: pl.Expr, texts: list[str]) -> pl.Expr:
    """Return one of some texts, in turn."""
    return (number % len(texts)).replace_strict(dict(enumerate(texts)), return_dtype=pl.String)


def ranked(frame: pl.DataFrame) -> pl.DataFrame:
    """Return figures with the columns by which an archive compares them; the names made up fold as ASCII does."""
    observed = pl.col("observed")
    number = pl.int_range(pl.len()).over(observed.dt.truncate("1mo"))
    since = pl.lit(day_rank(date(1970, 1, 1), 0)) + observed.cast(pl.Int32).cast(pl.Int64) * (1 << 32)
    return frame.with_columns(
        folded_platform=pl.col("platform").str.to_lowercase(),
        folded_account=pl.col("account").str.to_lowercase(),
        rank=since + number,
    )


def without_corrections(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the last record of each key in the order of the storage port: by KIM and day."""
    last = frame.unique(KEY, keep="last", maintain_order=True)
    return last.sort("kim", "observed", "provider", "platform", "account", "content", "indicator")


def write(frame: pl.DataFrame, folder: Path) -> None:
    """Write figures as an archive has them; its own writer takes a record at a time."""
    for (month,), part in frame.group_by(pl.col("observed").dt.strftime("%Y-%m"), maintain_order=True):
        place = folder / f"month={month}"
        place.mkdir(parents=True)
        pq.write_table(
            part.to_arrow().cast(SCHEMA), place / "figures.parquet", compression="zstd", row_group_size=50_000
        )


# --- by SQL


def by_sql(connection: Any, folder: Path) -> Any:
    """Return the measures per KIM by one statement of DuckDB, as an Arrow table."""
    return connection.sql(statement(folder)).to_arrow_table()


def statement(folder: Path) -> str:
    """Return the statement."""
    key, item = ", ".join(KEY), ", ".join(ITEM)
    start, end = f"DATE '{PERIOD.start}'", f"DATE '{PERIOD.end}'"
    of_account = "indicator = 'audience' OR content = ''"
    latest = ", ".join(f"max(latest) FILTER (indicator = '{i}') AS {quoted(i)}" for i in (*RESPONSES, "audience"))
    return f"""
        WITH figures AS (SELECT * FROM read_parquet('{folder}/*/*.parquet') WHERE observed <= {end}),
        again AS (SELECT {key}, max(sequence) AS newest FROM figures WHERE sequence > 1 GROUP BY ALL),
        standing AS (
            SELECT figures.* FROM figures LEFT JOIN again USING ({key})
            WHERE value IS NOT NULL AND (newest IS NULL OR newest = sequence)),
        series AS (
            SELECT office, kim, indicator,
                CASE WHEN indicator = 'audience' THEN '' ELSE content END AS item,
                CASE WHEN {of_account} THEN folded_platform ELSE '' END AS own,
                CASE WHEN {of_account} THEN folded_account ELSE '' END AS account,
                arg_max(value, rank) AS latest, arg_max(value, rank) FILTER (observed <= {start}) AS before,
                max(rank) AS rank, max(observed) AS day, arg_max(folded_platform, rank) AS platform
            FROM standing GROUP BY ALL),
        items AS (
            SELECT {item}, arg_max(platform, rank) AS platform, max(day) AS day, {latest},
                max(latest - before) FILTER (indicator = 'audience' AND day > {start}) AS change
            FROM series GROUP BY {item})
        SELECT office, kim, {", ".join(sql_sums())}, max(day) AS latest FROM items GROUP BY office, kim"""  # noqa: S608


def sql_sums() -> Iterator[str]:
    """Yield the three columns of each measure."""
    for kind, names in KINDS.items():
        listed = ", ".join(f"'{name}'" for name in names or TOLD)
        where = f"platform {'IN' if names else 'NOT IN'} ({listed}) AND audience IS NOT NULL"
        yield three("change", f"growth_{kind}", where)
    yield three("audience", "power", "audience IS NOT NULL")
    parts, positive = " + ".join(f"coalesce({quoted(i)}, 0)" for i in POSITIVE), ", ".join(map(quoted, POSITIVE))
    yield f"sum({parts}) FILTER (coalesce({positive}) IS NOT NULL) AS influence"
    counts = " + ".join(f"count({quoted(i)})" for i in POSITIVE)
    yield f"{counts} AS influence_known, {counts} AS influence_total"
    for name in RESPONSES:
        listed = ", ".join(f"'{platform}'" for platform in own(name))
        where = f"item <> '' AND (platform IN ({listed}) OR {quoted(name)} IS NOT NULL)"
        yield three(quoted(name), name, where)


POSITIVE: Final = ("like", "share", "retweet")


def quoted(name: str) -> str:
    """Return a name as SQL has it: `like` is a word of its own there."""
    return f'"{name}"'


def three(column: str, name: str, where: str) -> str:
    """Return the sum of a column where it counts, how many are known, and of how many."""
    known = f"count({column}) FILTER ({where}) AS {name}_known"
    return f"sum({column}) FILTER ({where}) AS {quoted(name)}, {known}, count(*) FILTER ({where}) AS {name}_total"


def own(indicator: str) -> list[str]:
    """Return the platforms that have an indicator by Tabel 5.3."""
    return [platform.code for platform, shown in INDICATORS.items() if Indicator.of(indicator) in shown]


# --- by polars


def by_polars(figures: pl.LazyFrame) -> pl.DataFrame:
    """Return the measures per KIM by polars."""
    rank, is_audience = pl.col("rank"), pl.col("indicator") == "audience"
    of_account, before = is_audience | (pl.col("content") == ""), pl.col("observed") <= PERIOD.start
    series = standing(figures.filter(pl.col("observed") <= PERIOD.end)).with_columns(
        item=pl.when(is_audience).then(pl.lit("")).otherwise("content"),
        own=pl.when(of_account).then("folded_platform").otherwise(pl.lit("")),
        account=pl.when(of_account).then("folded_account").otherwise(pl.lit("")),
    )
    earlier = pl.col("value").filter(before).get(rank.filter(before).arg_max(), null_on_oob=True)
    latest = series.group_by(*ITEM, "indicator").agg(
        latest=pl.col("value").get(rank.arg_max()),
        before=earlier,
        rank=rank.max(),
        day=pl.col("observed").max(),
        platform=pl.col("folded_platform").get(rank.arg_max()),
    )
    is_later = is_audience & (pl.col("day") > PERIOD.start)
    items = latest.group_by(ITEM).agg(
        *(pl.col("latest").filter(pl.col("indicator") == i).max().alias(i) for i in (*RESPONSES, "audience")),
        change=(pl.col("latest") - pl.col("before")).filter(is_later).max(),
        platform=pl.col("platform").get(rank.arg_max()),
        day=pl.col("day").max(),
    )
    return items.group_by("office", "kim").agg(*polars_sums(), latest=pl.col("day").max()).collect()


def standing(figures: pl.LazyFrame) -> pl.LazyFrame:
    """Return what stands."""
    again = figures.filter(pl.col("sequence") > 1).group_by(KEY).agg(newest=pl.col("sequence").max())
    is_last = pl.col("newest").is_null() | (pl.col("newest") == pl.col("sequence"))
    return figures.join(again, on=KEY, how="left").filter(is_last & pl.col("value").is_not_null())


def polars_sums() -> Iterator[pl.Expr]:
    """Yield the three columns of each measure."""
    has_audience, platform = pl.col("audience").is_not_null(), pl.col("platform")
    for kind, names in KINDS.items():
        is_kind = platform.is_in(names) if names else ~platform.is_in(TOLD)
        yield from summed("change", f"growth_{kind}", has_audience & is_kind)
    yield from summed("audience", "power", has_audience)
    known = pl.sum_horizontal(pl.col(i).count() for i in POSITIVE)
    value = pl.sum_horizontal(pl.col(i).sum() for i in POSITIVE)
    yield pl.when(known > 0).then(value).alias("influence")
    yield from (known.alias("influence_known"), known.alias("influence_total"))
    for name in RESPONSES:
        yield from summed(name, name, (pl.col("item") != "") & (platform.is_in(own(name)) | pl.col(name).is_not_null()))


def summed(column: str, name: str, where: pl.Expr) -> Iterator[pl.Expr]:
    """Yield the sum of a column where it counts, how many are known, and of how many."""
    found = pl.col(column).filter(where)
    yield pl.when(found.count() > 0).then(found.sum()).alias(name)
    yield from (found.count().alias(f"{name}_known"), where.sum().alias(f"{name}_total"))
