"""Storage: documents and figures through the stores, against the same rows written or read by hand or by an ORM.

    python -m benchmarks.bench_storage
    python -m benchmarks.bench_storage --kims 5000 --figures 50000

The KIMs are those of the made-up demo district. Puts go through the ledger (audit log, hashes), in transactions of
1,000, and the rival is SQLAlchemy's ORM with a bare insert of the same columns; figures come in transactions of 10,000,
and the rival is a staged insert written by hand with the same key and digest. What is compared takes turns, transaction
by transaction, while both stores grow. PostgreSQL is measured where KIMCORE_POSTGRESQL has the address of a database
(postgresql+psycopg://…), in a schema made for it, by elapsed time, for the server's work is not this process's.
"""

import argparse
import gc
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.bench_records import demo_kims
from benchmarks.measuring import Line, medians, show, steps
from benchmarks.storage_rivals import Orm, StagedCopy, StagedInsert, bare_get, schema_of_its_own
from kimcore.community import Kim
from kimcore.ledger import Ledger
from kimcore.plugins import PluginHost
from kimcore.ports import Document, ObservationRow, StorageBackend
from kimcore.serialization import from_json, to_json
from kimcore_plugins.storage.sqlite import SqliteStorage

__all__ = ["lines"]

KIMS, FIGURES, FEW, DISTRICT = 84_000, 1_000_000, 1_000, 200
PUTS, ROWS, GETS, REPEATS = 1_000, 10_000, 1_000, 15
DAY = date(2024, 1, 1)

Work = Callable[[Sequence[Any]], object]


def office(number: int) -> str:
    """Return the office of the KIM with a number."""
    return f"99.{number // DISTRICT:04}"


def name(number: int) -> str:
    """Return the id of the KIM with a number."""
    return f"{office(number)}-{number % DISTRICT:04}"


def documents(count: int) -> Iterator[Document]:
    """Yield documents of KIMs, each district after the other, their payload that of a KIM of the demo."""
    texts = [to_json(kim) for kim in demo_kims()]
    for n in range(count):
        yield Document(kind="kim", id=name(n), office=office(n), payload=texts[n % len(texts)])


def figures(count: int) -> Iterator[ObservationRow]:
    """Yield figures: four indicators on three days of each content of an account for each KIM."""
    for n in range(count):
        yield ObservationRow(
            office=office(n // 12),
            kim=name(n // 12),
            provider="manual",
            platform="instagram",
            account=f"@kim.contoh{n // 12}",
            content=f"https://contoh.invalid/p/{n // 12}",
            indicator=("like", "view", "share", "comment")[n % 4],
            observed=DAY + timedelta(n // 4 % 3),
            value=n % 977,
        )


def in_turns(
    source: Iterator[Any], size: int, one: Work, other: Work, clock: Callable[[], float] = time.process_time
) -> tuple[float, float]:
    """Return the microseconds per item of two pieces of work that get the same items, part by part."""
    spent, count = [0.0, 0.0], 0
    while part := list(islice(source, size)):
        count += len(part)
        for n, work in enumerate((one, other)):
            gc.collect()
            begin = clock()
            work(part)
            spent[n] += clock() - begin
    return spent[0] / count * 1e6, spent[1] / count * 1e6


def compared(what: str, pair: tuple[float, float], target: float, unit: str) -> Line:
    """Return the line of two times."""
    return Line(what, pair[0] / pair[1], target, f"{pair[0]:.1f} to {pair[1]:.1f} µs a {unit}")


def ready(path: Path) -> SqliteStorage:
    """Return a new SQLite store."""
    store = SqliteStorage(path)
    store.migrate()
    return store


def put_all(store: StorageBackend) -> Callable[[Iterable[Document]], None]:
    """Return a function that puts documents through the ledger in one unit."""
    ledger = Ledger(store, "bench", lambda: datetime.now(UTC))

    def put(part: Iterable[Document]) -> None:
        with ledger.unit("bench") as unit:
            for document in part:
                unit.put(document, expected=0)
            unit.commit()

    return put


def observe_all(store: StorageBackend) -> Callable[[Iterable[ObservationRow]], None]:
    """Return a function that appends figures in one unit."""

    def observe(part: Iterable[ObservationRow]) -> None:
        with store.unit_of_work() as unit:
            unit.observe(part, entry=1)
            unit.commit()

    return observe


def put_line(store: StorageBackend, folder: Path, kims: int) -> Line:
    """Return the line of putting KIMs; they stay in the store."""
    rival = Orm(folder / "orm.db")
    pair = in_turns(documents(kims), PUTS, put_all(store), rival.put)
    rival.engine.dispose()
    return compared(f"put {kims:,} KIMs with audit / ORM", pair, 0.6, "KIM")


def observe_line(folder: Path, count: int) -> Line:
    """Return the line of appending figures on SQLite."""
    store, rival = ready(folder / "figures.db"), StagedInsert(folder / "staged.db")
    pair = in_turns(figures(count), ROWS, observe_all(store), lambda part: rival.observe(part, 1))
    store.close()
    rival.connection.close()
    return compared(f"observe {count:,} figures / staged insert", pair, 1.5, "figure")


def get_line(store: SqliteStorage, kims: int) -> Line:
    """Return the line of reading KIMs one by one, all over the store, in one unit."""
    ids = [name(n * 7919 % kims) for n in range(GETS)]

    def ours() -> None:
        with store.unit_of_work() as unit:
            for id in ids:
                found = unit.get("kim", id)
                if found:
                    from_json(found.payload, Kim)

    with closing(sqlite3.connect(store.path)) as connection:

        def bare() -> None:
            for id in ids:
                bare_get(connection, id)

        found = medians(steps(ours=ours, bare=bare), REPEATS)
    pair = (found["ours"] / GETS * 1e6, found["bare"] / GETS * 1e6)
    return compared("get a KIM / bare sqlite3 and parse", pair, 2.0, "KIM")


def district_line(many: StorageBackend, folder: Path, kims: int) -> Line:
    """Return the line of listing the KIMs of one district in a store of many and in one of few."""
    few = ready(folder / "few.db")
    put_all(few)(documents(FEW))

    def listed(store: StorageBackend, office: str) -> Callable[[], None]:
        def run() -> None:
            with store.unit_of_work() as unit:
                for _ in range(5):
                    if sum(1 for _ in unit.documents("kim", office)) != DISTRICT:
                        raise SystemExit("a district has not the KIMs that were put")

        return run

    found = medians(steps(many=listed(many, office(kims // 2)), few=listed(few, office(FEW // 2))), REPEATS)
    few.close()
    pair = (found["many"] / 5 / DISTRICT * 1e6, found["few"] / 5 / DISTRICT * 1e6)
    return compared(f"KIMs of a district, of {kims:,} / of {FEW:,}", pair, 1.3, "KIM")


def postgresql_lines(count: int) -> Iterator[Line]:
    """Yield the line of appending figures on PostgreSQL, or tell why not."""
    address = os.environ.get("KIMCORE_POSTGRESQL")
    if not address:
        print("PostgreSQL is not measured: KIMCORE_POSTGRESQL is not set")
        return
    with schema_of_its_own(address) as own:
        store, rival = PluginHost().open_storage(own), StagedCopy(own)
        store.migrate()
        ours, theirs = observe_all(store), lambda part: rival.observe(part, 1)
        pair = in_turns(figures(count), ROWS, ours, theirs, time.perf_counter)
        rival.connection.close()
        store.close()
    yield compared(f"observe {count:,} figures, PostgreSQL / staged COPY", pair, 1.5, "figure")


def lines(kims: int = KIMS, count: int = FIGURES) -> Iterator[Line]:
    """Yield the lines of the table."""
    with TemporaryDirectory() as place, closing(ready(Path(place) / "kims.db")) as store:
        folder = Path(place)
        yield put_line(store, folder, kims)
        yield get_line(store, kims)
        yield district_line(store, folder, kims)
        yield observe_line(folder, count)
    yield from postgresql_lines(count)


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--kims", type=int, default=KIMS, help="how many KIMs, at least 1,000")
    options.add_argument("--figures", type=int, default=FIGURES, help="how many figures")
    given = options.parse_args()
    sys.exit(show(list(lines(given.kims, given.figures))))
