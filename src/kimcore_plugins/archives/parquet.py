"""The Parquet archive: `month=2026-10/figures.parquet`, as DuckDB, ibis, polars and Spark read it."""

import os
import secrets
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from kimcore.errors import MissingExtra, NotFound, Unreadable, Unwritable
from kimcore.ports import ArchivedMeasures, ObservationRow
from kimcore.values import Period
from kimcore_plugins.archives.measures import NEEDED, day_rank, measured, measures_in

__all__ = ["ParquetArchive"]

FILE = "figures.parquet"
GROUP = 50_000
"""How many rows are held of a month before they are written."""

TEXTS = ("office", "kim", "provider", "platform", "account", "content", "indicator")
SCHEMA = pa.schema(
    [
        *(pa.field(name, pa.string(), nullable=False) for name in TEXTS),
        pa.field("observed", pa.date32(), nullable=False),
        pa.field("value", pa.int64()),
        pa.field("sequence", pa.int64(), nullable=False),
        pa.field("entry", pa.int64(), nullable=False),
        pa.field("folded_platform", pa.string(), nullable=False),
        pa.field("folded_account", pa.string(), nullable=False),
        pa.field("rank", pa.int64(), nullable=False),
    ]
)
NAMES = SCHEMA.names[:-3]
"""The columns that a record has; the last three say by what figures are compared, and in which order."""


class ParquetArchive:
    """An archive in a folder, which is made where it is not there yet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, rows: Iterable[ObservationRow]) -> tuple[Path, ...]:
        """Write records by month; each file takes the place of the one before when all were written."""
        months: dict[str, Month] = {}
        try:
            for row in rows:
                name = f"{row.observed:%Y-%m}"
                if name not in months:
                    months[name] = Month(self.folder / f"month={name}" / FILE)
                months[name].add(row)
            return tuple(months[name].finish() for name in sorted(months))
        except (OSError, pa.ArrowException) as error:
            raise refused(self.folder, error) from error
        finally:
            for month in months.values():
                month.drop()

    def figures(self) -> Any:
        """Return every record as an ibis table on DuckDB, of all archives that stand in folders below this one too.

        Raise `NotFound` where there are none, `Unreadable` for files of another kind, `MissingExtra` without ibis.
        """
        try:
            import ibis
        except ModuleNotFoundError:
            raise lacks_ibis() from None
        files = sorted(map(str, self.folder.rglob(f"month=*/{FILE}")))
        if not files:
            raise empty(self.folder)
        with telling(self.folder):
            table = ibis.duckdb.connect().read_parquet(files, hive_partitioning=True)
        if lacking := sorted(set(NEEDED) - set(table.columns)):
            raise unreadable(self.folder, f"no column {', '.join(lacking)}")
        return table

    def measures(self, period: Period, *, by: Collection[str] = ("kim",)) -> Iterator[ArchivedMeasures]:
        """Yield the measures of a period, a row per group of `by`, ordered by it; DuckDB computes them."""
        figures = self.figures()
        with telling(self.folder):
            yield from measures_in(measured(figures, period, by), by)


class Month:
    """The file of one month while it is written."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.beside = target.with_name(f".{secrets.token_hex(8)}.part")
        self.columns: dict[str, list[Any]] = defaultdict(list)
        self.held = self.count = 0
        target.parent.mkdir(parents=True, exist_ok=True)
        self.writer = pq.ParquetWriter(self.beside, SCHEMA, compression="zstd")

    def add(self, row: ObservationRow) -> None:
        """Take in a record."""
        for name in NAMES:
            self.columns[name].append(getattr(row, name))
        self.columns["folded_platform"].append(row.platform.casefold())
        self.columns["folded_account"].append(row.account.casefold())
        self.columns["rank"].append(day_rank(row.observed, self.count))
        self.held += 1
        self.count += 1
        if self.held == GROUP:
            self.flush()

    def flush(self) -> None:
        """Write what is held."""
        if self.held:
            self.writer.write_table(pa.table(dict(self.columns), schema=SCHEMA))
            self.columns.clear()
            self.held = 0

    def finish(self) -> Path:
        """Write the rest, bring the file onto the disk, and give it its name."""
        self.flush()
        self.writer.close()
        with self.beside.open("rb+") as file:
            os.fsync(file.fileno())
        self.beside.replace(self.target)
        return self.target

    def drop(self) -> None:
        """Remove what was not finished."""
        with suppress(OSError, pa.ArrowException):
            self.writer.close()
        with suppress(OSError):
            self.beside.unlink()


def refused(folder: Path, error: Exception) -> Unwritable:
    """Return the error for a folder in which the archive cannot be written."""
    why = getattr(error, "strerror", None) or type(error).__name__
    return Unwritable(
        "archive_not_written",
        f"the archive {folder} could not be written ({why}); choose another folder",
        f"arsip {folder} tidak dapat ditulis ({why}); pilih folder lain",
        file=str(folder),
    )


@contextmanager
def telling(folder: Path) -> Iterator[None]:
    """Raise `Unreadable` for what DuckDB says of a file that it cannot read."""
    import duckdb

    try:
        yield
    except (duckdb.IOException, duckdb.InvalidInputException, duckdb.BinderException) as error:
        raise unreadable(folder, type(error).__name__) from error


def unreadable(folder: Path, why: str) -> Unreadable:
    """Return the error for a folder whose files are none of an archive."""
    return Unreadable(
        "archive_not_readable",
        f"the archive {folder} could not be read ({why}); write it again with kimcore archive",
        f"arsip {folder} tidak dapat dibaca ({why}); tulis ulang dengan kimcore archive",
        file=str(folder),
    )


def empty(folder: Path) -> NotFound:
    """Return the error for a folder in which nothing is archived."""
    en = f"no archive in {folder}; write one with kimcore archive"
    id = f"tidak ada arsip di {folder}; tulis dengan kimcore archive"
    return NotFound("archive_empty", en, id, file=str(folder))


def lacks_ibis() -> MissingExtra:
    """Return the error for measures without the library that reads the archive."""
    en, id = (
        "measures of an archive need an extra: pip install",
        "ukuran dari arsip memerlukan paket tambahan: pip install",
    )
    return MissingExtra("missing_extra", f"{en} 'kimcore[ibis]'", f"{id} 'kimcore[ibis]'", extra="ibis")
