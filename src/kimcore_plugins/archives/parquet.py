"""The Parquet archive: `month=2026-10/figures.parquet`, as DuckDB, ibis, polars and Spark read it."""

import os
import secrets
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from kimcore.errors import Unwritable
from kimcore.ports import ObservationRow

__all__ = ["ParquetArchive"]

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
    ]
)
NAMES = SCHEMA.names


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
                    months[name] = Month(self.folder / f"month={name}" / "figures.parquet")
                months[name].add(row)
            return tuple(months[name].finish() for name in sorted(months))
        except (OSError, pa.ArrowException) as error:
            raise refused(self.folder, error) from error
        finally:
            for month in months.values():
                month.drop()


class Month:
    """The file of one month while it is written."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.beside = target.with_name(f".{secrets.token_hex(8)}.part")
        self.columns: dict[str, list[Any]] = defaultdict(list)
        self.held = 0
        target.parent.mkdir(parents=True, exist_ok=True)
        self.writer = pq.ParquetWriter(self.beside, SCHEMA, compression="zstd")

    def add(self, row: ObservationRow) -> None:
        """Take in a record."""
        for name in NAMES:
            self.columns[name].append(getattr(row, name))
        self.held += 1
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
