"""Writers in processes of their own that can be killed, and what they must have left in a store."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

from kimcore.ledger import Action, audit_rows, verify
from kimcore.ports import StorageBackend
from kimcore_plugins.storage.sqlite import open_sqlite

__all__ = ["JOURNALS", "KIMS", "acknowledged", "started", "url", "whole"]

JOURNALS: Final = ("wal", "delete")
KIMS: Final = 3
"""How many KIMs each unit writes; it also counts itself in one record, and records as many figures."""

# a writer prints the number of each unit once it is committed, and begins with the number given
WRITER: Final = """
import sys
from datetime import UTC, date, datetime
from attrs import evolve
from kimcore.ledger import Ledger
from kimcore.ports import Document, ObservationRow
from kimcore_plugins.storage.sqlite import open_sqlite
url, begin, kims = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
def written(unit, n):
    for k in range(kims):
        payload = '{"name":"KIM Rekaan %d"}' % n
        unit.put(Document(kind="kim", id=f"{n}-{k}", office="99.01", payload=payload), expected=0)
    found = unit.get("count", "all") or Document(kind="count", id="all", office="99.01", payload="0")
    unit.put(evolve(found, payload=str(int(found.payload) + 1)), expected=found.revision)
    where = dict(office="99.01", kim=str(n), provider="manual", platform="instagram", observed=date(2026, 5, 1))
    unit.observe(ObservationRow(**where, content=str(k), indicator="like", value=n) for k in range(kims))
store = open_sqlite(url)
store.migrate()
ledger = Ledger(store, "writer", lambda: datetime.now(UTC))
for n in range(begin, begin + 100_000):
    with ledger.unit("test") as unit:
        if unit.claim(f"unit-{n}"):
            written(unit, n)
            unit.commit()
    print(n, flush=True)
"""


def url(path: Path, journal: str) -> str:
    """Return the address of a store with a journal."""
    return f"sqlite:///{path}" + ("?journal=delete" if journal == "delete" else "")


def started(address: str, begin: int, env: dict[str, str]) -> "subprocess.Popen[str]":
    """Start a writer at a number."""
    command = [sys.executable, "-c", WRITER, address, str(begin), str(KIMS)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env)


def acknowledged(address: str, begin: int, random: Random, env: dict[str, str]) -> list[int]:
    """Run a writer until it is killed at a random moment; return the numbers of the units it said were committed."""
    process = started(address, begin, env)
    assert process.stdout is not None
    first = process.stdout.readline()
    try:
        process.wait(timeout=random.uniform(0, 0.2))
    except subprocess.TimeoutExpired:
        process.kill()
    rest = process.stdout.read()
    process.communicate(timeout=60)
    return [int(line) for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")]


def whole(address: str) -> set[int]:
    """Return the numbers of the units that a store holds, each found whole, noted as it was written, and sound."""
    store = open_sqlite(address)
    try:
        report = verify(store)
        assert report.faults == ()
        units = set(held(store))
        assert counted(store) == len(units)
        assert noted(store) == len(units) * (KIMS + 2)
        return units
    finally:
        store.close()


def held(store: StorageBackend) -> Iterator[int]:
    """Yield the number of each unit that a store holds; fail where one is there in part."""
    with store.unit_of_work() as unit:
        kims = [d.id for d in unit.documents("kim")]
        figures = [(r.kim, r.content, r.sequence) for r in unit.history()]
        entries = list(unit.entries())
    units = {int(id.partition("-")[0]) for id in kims}
    assert sorted(kims) == sorted(f"{n}-{k}" for n in units for k in range(KIMS))
    assert sorted(figures) == sorted((str(n), str(k), 1) for n in units for k in range(KIMS))
    assert [e.position for e in entries] == list(range(1, len(entries) + 1))
    yield from units


def counted(store: StorageBackend) -> int:
    """Return how many units counted themselves."""
    with store.unit_of_work() as unit:
        found = unit.get("count", "all")
    assert found is None or int(found.payload) == found.revision
    return found.revision if found else 0


def noted(store: StorageBackend) -> int:
    """Return how many changes the audit log tells of."""
    writes = {Action.ADD, Action.CHANGE, Action.OBSERVE}
    with store.unit_of_work() as unit:
        return sum(row.action in writes for _, row in audit_rows(unit))
