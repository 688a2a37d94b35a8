"""The Parquet archive: every record by month, read by DuckDB and ibis, whole or not at all."""

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import ibis
import pytest
from attrs import asdict, evolve

from kimcore.errors import Unwritable
from kimcore.ports import ObservationRow
from kimcore.testing import a_host
from kimcore.workspace import Workspace
from kimcore_plugins.archives.parquet import ParquetArchive
from tests.workspace.registers import DEMO, OFFICE

ROW = ObservationRow(
    office="99.01",
    kim="k1",
    provider="manual",
    platform="instagram",
    account="made-up",
    content="é\x00'",
    indicator="like",
    observed=date(2026, 10, 31),
    value=5,
    sequence=1,
    entry=1,
)


def read(folder: Path) -> list[dict[str, Any]]:
    """Return the rows of an archive as DuckDB reads them, ordered."""
    found = duckdb.sql(
        f"SELECT * EXCLUDE (month, folded_platform, folded_account, rank) FROM read_parquet('{folder}/*/*.parquet')"
        " ORDER BY rank"
    )
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def as_dict(row: ObservationRow) -> dict[str, Any]:
    """Return a row by the names of the columns."""
    return asdict(row)


def test_every_record_comes_back_as_it_was(tmp_path: Path) -> None:
    """A correction, a withdrawal, an unknown, a large number and a hostile text are what they were."""
    rows = [ROW, evolve(ROW, value=2**62, sequence=2), evolve(ROW, value=None, sequence=3)]
    ParquetArchive(tmp_path).write(rows)
    assert read(tmp_path) == [as_dict(row) for row in rows]


def test_what_is_compared_without_case_is_folded_and_the_rank_says_the_order(tmp_path: Path) -> None:
    """Case is folded as Python does, and figures rank by day, those of a day by their record."""
    later = evolve(ROW, platform="Grup WARGA", account="STRAßE", observed=date(2026, 10, 30))
    ParquetArchive(tmp_path).write([ROW, later, evolve(ROW, value=6, sequence=2)])
    found = duckdb.sql(f"SELECT value, folded_platform, folded_account FROM '{tmp_path}/*/*.parquet' ORDER BY rank")
    assert found.fetchall() == [(5, "grup warga", "strasse"), (5, "instagram", "made-up"), (6, "instagram", "made-up")]


def test_a_month_is_a_folder(tmp_path: Path) -> None:
    """The last day of a month and the first of the next are in two folders."""
    files = ParquetArchive(tmp_path).write([ROW, evolve(ROW, observed=date(2026, 11, 1))])
    assert [file.parent.name for file in files] == ["month=2026-10", "month=2026-11"]


def test_a_month_written_again_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    """Other months stay."""
    ParquetArchive(tmp_path).write([ROW, evolve(ROW, observed=date(2026, 11, 1))])
    ParquetArchive(tmp_path).write([evolve(ROW, value=7)])
    assert [(row["observed"].month, row["value"]) for row in read(tmp_path)] == [(10, 7), (11, 5)]


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    """Where the rows end in an error, no file is new, changed or half written."""
    ParquetArchive(tmp_path).write([ROW])

    def failing() -> Any:
        yield evolve(ROW, value=7)
        raise RuntimeError("made up")

    with pytest.raises(RuntimeError):
        ParquetArchive(tmp_path).write(failing())
    assert [row["value"] for row in read(tmp_path)] == [5]
    assert [file.name for file in (tmp_path / "month=2026-10").iterdir()] == ["figures.parquet"]


def test_a_folder_that_cannot_be_made_is_a_typed_error(tmp_path: Path) -> None:
    """A file in the place of the folder is told in one sentence."""
    (tmp_path / "taken").write_text("")
    with pytest.raises(Unwritable) as caught:
        ParquetArchive(tmp_path / "taken").write([ROW])
    assert caught.value.code == "archive_not_written"


def test_the_archive_of_an_office_sums_to_what_its_store_holds(tmp_path: Path) -> None:
    """Ibis counts what the workspace observes; accounts and contents stand as tokens unless asked for."""
    with Workspace.open(f"sqlite:///{tmp_path / 'kim.db'}", OFFICE, host=a_host()) as workspace:
        workspace.take_in(DEMO)
        workspace.archive(tmp_path / "shared")
        workspace.archive(tmp_path / "full", full=True)
        with workspace.storage.unit_of_work() as unit:
            rows = list(unit.history())
    shared, full = (ibis.read_parquet(f"{tmp_path}/{name}/*/*.parquet") for name in ("shared", "full"))
    assert [t.count().to_pyarrow().as_py() for t in (shared, full)] == [len(rows)] * 2
    assert [t.value.sum().to_pyarrow().as_py() for t in (shared, full)] == [sum(r.value or 0 for r in rows)] * 2
    accounts = {r.account for r in rows}
    assert set(full.account.to_pyarrow().to_pylist()) == accounts
    assert set(shared.account.to_pyarrow().to_pylist()) & accounts <= {""}
    told_apart = [t.content.nunique().to_pyarrow().as_py() for t in (shared, full)]
    assert told_apart[0] == told_apart[1]
