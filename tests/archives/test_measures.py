"""The measures over files of columns are those of the records: growth, sums, power and influence, group by group."""

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from kimcore.errors import InvalidValue, MissingExtra, NotFound, PluginError, Unreadable
from kimcore.monitoring import Sum
from kimcore.monitoring.yardsticks import AudienceKind, audience_kind
from kimcore.plugins import ArchiveDescriptor, hookimpl
from kimcore.ports import ArchivedMeasures, ObservationRow
from kimcore.testing import a_host
from kimcore.values import Period
from kimcore.workspace import Workspace
from kimcore_plugins.archives.measures import BY, measured, measures_in
from kimcore_plugins.archives.parquet import ParquetArchive
from tests.archives.records import PERIOD, batches, recorded, taken
from tests.workspace.registers import DEMO, OFFICE

GROUPS = [*chain.from_iterable(combinations(BY, n) for n in range(len(BY) + 1))]
Batches = list[list[ObservationRow]]


@pytest.mark.clause("V.A.output", "V.A.outtake", "III.A.s", "III.A.t")
@settings(max_examples=40)
@given(came=batches(15), by=st.sampled_from(GROUPS))
def test_duckdb_measures_what_the_domain_measures(came: Batches, by: tuple[str, ...]) -> None:
    """Corrections, withdrawals, twins by case, providers on one day, and the days about both ends: the same numbers."""
    rows = recorded(came)
    with TemporaryDirectory() as folder:
        archive = ParquetArchive(Path(folder))
        if archive.write(rows):
            assert list(archive.measures(PERIOD, by=by)) == taken(rows, PERIOD, by)


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """Return ibis on a Spark session of this process."""
    import ibis
    from pyspark.sql import SparkSession

    quiet = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "2", "spark.driver.host": "127.0.0.1"}
    session = SparkSession.builder.master("local[2]").config(map=quiet).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield ibis.pyspark.connect(session)
    session.stop()


@pytest.mark.spark
@settings(max_examples=12)
@given(came=batches(40), by=st.sampled_from(GROUPS))
def test_spark_measures_what_the_domain_measures(spark: Any, came: Batches, by: tuple[str, ...]) -> None:
    """The same expression on PySpark gives the same numbers."""
    rows = recorded(came)
    with TemporaryDirectory() as folder:
        if ParquetArchive(Path(folder)).write(rows):
            figures = spark.read_parquet(f"{folder}/month=*/figures.parquet")
            assert list(measures_in(measured(figures, PERIOD, by), by)) == taken(rows, PERIOD, by)


ROW = ObservationRow(
    office="99.01",
    kim="k1",
    provider="manual",
    platform="instagram",
    account="Made-up",
    indicator="audience",
    observed=PERIOD.end,
    value=30,
)
BEFORE = evolve(ROW, observed=PERIOD.start, value=10)


def together(folder: Path, *batches: list[ObservationRow]) -> ArchivedMeasures:
    """Return the measures of all that was recorded in batches."""
    archive = ParquetArchive(folder)
    archive.write(recorded(batches))
    (found,) = archive.measures(PERIOD, by=())
    return found


@pytest.mark.clause("V.A.output")
@pytest.mark.parametrize(
    ("start", "end", "growth"),
    [
        (PERIOD.start, PERIOD.end, Sum(20, 1, 1)),
        (date(2026, 8, 31), PERIOD.end, Sum(20, 1, 1)),
        (date(2026, 9, 2), PERIOD.end, Sum(None, 0, 1)),
        (PERIOD.start, date(2026, 10, 1), Sum(None, 0, 1)),
        (PERIOD.start, date(2026, 9, 29), Sum(20, 1, 1)),
    ],
)
def test_growth_is_between_the_latest_figures_at_both_ends(tmp_path: Path, start: date, end: date, growth: Sum) -> None:
    """An end includes its day; with one figure at both ends, or none at the first, growth is unknown."""
    found = together(tmp_path, [evolve(BEFORE, observed=start), evolve(ROW, observed=end)])
    assert found.totals["growth_followers"] == growth


def test_a_withdrawn_figure_uncovers_the_one_before(tmp_path: Path) -> None:
    """What was withdrawn is as if it had never been said; a correction counts as said when it was made."""
    assert together(tmp_path / "a", [BEFORE, ROW], [evolve(ROW, value=None)]).totals["power"] == Sum(10, 1, 1)
    assert together(tmp_path / "b", [BEFORE, ROW], [evolve(ROW, value=31)]).totals["power"] == Sum(31, 1, 1)


@pytest.mark.parametrize("providers", [("instagram", "manual"), ("manual", "instagram")])
def test_of_two_providers_on_one_day_the_one_recorded_last_counts(tmp_path: Path, providers: tuple[str, str]) -> None:
    """The order of record decides, whatever the providers are called."""
    batches = [[evolve(ROW, provider=name, value=n)] for n, name in enumerate(providers)]
    assert together(tmp_path, *batches).totals["power"] == Sum(1, 1, 1)


@pytest.mark.clause("V.A.outtake")
def test_what_a_platform_shows_and_nobody_counted_is_unknown(tmp_path: Path) -> None:
    """A content counts for each indicator of its platform, and for any other that was observed (R11)."""
    like = evolve(ROW, content="c1", indicator="like", value=0)
    totals = together(tmp_path, [like, evolve(like, content="c2", indicator="retweet", value=4)]).totals
    assert (totals["like"], totals["view"], totals["retweet"]) == (Sum(0, 1, 2), Sum(None, 0, 2), Sum(4, 1, 1))
    assert totals["influence"] == Sum(4, 2, 2)


def test_offices_side_by_side_are_measured_together(tmp_path: Path) -> None:
    """Each office has a folder of its own; a KIM stands with its office, for ids are an office's own."""
    for office in ("99.01", "99.02"):
        ParquetArchive(tmp_path / office).write(recorded([[evolve(BEFORE, office=office), evolve(ROW, office=office)]]))
    archive = ParquetArchive(tmp_path)
    groups = {by: [(m.office, m.kim) for m in archive.measures(PERIOD, by=by)] for by in ((), ("office",), ("kim",))}
    assert groups[()] == [(None, None)]
    assert groups["office",] == [("99.01", None), ("99.02", None)]
    assert groups["kim",] == [("99.01", "k1"), ("99.02", "k1")]
    assert next(archive.measures(PERIOD, by=())).totals["power"] == Sum(60, 2, 2)


def test_an_office_reads_the_same_numbers_from_its_archive_as_from_its_store(tmp_path: Path) -> None:
    """Growth in the demo district is what the workspace tells, with accounts as tokens or as they are."""
    with Workspace.open("memory:", OFFICE, host=a_host()) as workspace:
        workspace.take_in(DEMO)
        with workspace.storage.unit_of_work() as unit:
            period = Period(date(2026, 9, 1), max(row.observed for row in unit.history()))
        told = [growth for _, growth in workspace.monitor(since=period.start, until=period.end).growth]
        for name in ("shared", "full"):
            workspace.archive(tmp_path / name, full=name == "full")
            archive = a_host().measuring_archive("parquet", tmp_path / name)
            (found,) = archive.measures(period, by=())
            for kind in AudienceKind:
                wanted = Sum.of(growth.change for growth in told if audience_kind(growth.platform) is kind)
                assert found.totals[f"growth_{kind.code}"] == wanted
    assert any(growth.change for growth in told)


def test_a_sum_beyond_64_bits_is_refused_rather_than_wrong(tmp_path: Path) -> None:
    """Figures that no platform has are told apart from those that fit."""
    most = evolve(ROW, value=2**63 - 1)
    assert together(tmp_path / "a", [most]).totals["power"] == Sum(2**63 - 1, 1, 1)
    with pytest.raises(pa.ArrowInvalid, match="out of bounds"):
        together(tmp_path / "b", [most, evolve(most, account="other", value=1)])


class OnlyWrites:
    """An archive that measures nothing, and the plug-in that offers it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, rows: Iterable[ObservationRow]) -> tuple[Path, ...]:
        """Name the folder for each record."""
        return tuple(self.folder for _ in rows)

    @staticmethod
    @hookimpl
    def kimcore_archives() -> list[ArchiveDescriptor]:
        """Offer the archive."""
        return [ArchiveDescriptor(name="plain", factory=OnlyWrites)]


def test_an_archive_need_not_measure(tmp_path: Path) -> None:
    """One that only writes is an archive; where measures are asked for, the host says what it lacks."""
    host = a_host(plain=OnlyWrites)
    assert host.archive("plain", tmp_path).write([]) == ()
    with pytest.raises(PluginError, match="measures"):
        host.measuring_archive("plain", tmp_path)


def test_what_cannot_be_measured_is_a_typed_error(tmp_path: Path) -> None:
    """An empty folder, an unknown grouping, a damaged file and a file of another kind."""
    with pytest.raises(NotFound) as caught:
        next(ParquetArchive(tmp_path).measures(PERIOD))
    assert caught.value.code == "archive_empty"
    (file,) = ParquetArchive(tmp_path).write(recorded([[ROW]]))
    with pytest.raises(InvalidValue, match="'week'"):
        next(ParquetArchive(tmp_path).measures(PERIOD, by=["kim", "week"]))
    file.write_bytes(b"PAR1 made up")
    with pytest.raises(Unreadable) as damaged:
        next(ParquetArchive(tmp_path).measures(PERIOD))
    pq.write_table(pa.table({"kim": ["k1"]}), file)
    with pytest.raises(Unreadable, match="rank") as other:
        next(ParquetArchive(tmp_path).measures(PERIOD))
    assert damaged.value.code == other.value.code == "archive_not_readable"


def test_without_ibis_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Writing needs no ibis; measuring says what to install."""
    ParquetArchive(tmp_path).write(recorded([[ROW]]))
    monkeypatch.setitem(sys.modules, "ibis", None)
    with pytest.raises(MissingExtra, match=r"kimcore\[ibis\]"):
        next(ParquetArchive(tmp_path).measures(PERIOD))
