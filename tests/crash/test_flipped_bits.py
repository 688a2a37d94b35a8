"""Single bits of a store's file that flip: each is refused, or named by `verify`, or changes nothing that is read."""

import os
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kimcore.errors import StorageError
from kimcore.ledger import Ledger, verify
from kimcore_plugins.storage.sqlite import SqliteStorage
from tests.storage.builders import document, figure

FLIPS = int(os.environ.get("KIMCORE_FLIPS", "40"))
"""How many bits flip; the session `reliability` flips 300."""


@pytest.fixture
def store(tmp_path: Path) -> SqliteStorage:
    """Return a closed store with KIMs, figures, their audit log and idempotency keys."""
    made = SqliteStorage(tmp_path / "store.db")
    made.migrate()
    ledger = Ledger(made, "test", lambda: datetime(2026, 5, 1, tzinfo=UTC))
    for n in range(4):
        with ledger.unit("made up") as unit:
            unit.claim(f"unit-{n}")
            for k in range(15):
                unit.put(document(f"{n}-{k}", f'{{"name":"KIM Rekaan {k}"}}{" " * 200}'), expected=0)
            unit.observe(figure(k, kim=f"{n}", content=f"{k}") for k in range(30))
            unit.commit()
    made.close()
    return SqliteStorage(made.path)


def everything(store: SqliteStorage) -> list[Any]:
    """Return whatever can be read from a store."""
    with store.unit_of_work() as unit:
        found: list[Any] = [list(unit.documents("kim")), list(unit.documents("kim", "99.01"))]
        found += [list(unit.observations(office="99.01")), list(unit.history()), list(unit.entries())]
        found += [[unit.get("kim", f"{n}-{k}") for n in range(4) for k in range(15)]]
        return [*found, [unit.claim(f"unit-{n}") for n in range(5)]]


def test_no_flip_is_silent(store: SqliteStorage) -> None:
    """Whichever bit flips, a value that is read is the one that was written, or the damage is told of."""
    sound, before = store.path.read_bytes(), everything(store)
    store.close()
    random, told = Random(20261124), 0
    for _ in range(FLIPS):
        flipped, bit = bytearray(sound), random.randrange(8 * len(sound))
        flipped[bit // 8] ^= 1 << bit % 8
        store.path.write_bytes(flipped)
        damaged = SqliteStorage(store.path, timeout=0.05)
        is_known = is_told(damaged)
        assert is_known or everything(damaged) == before, f"bit {bit} changed a value and nobody was told"
        told += is_known
        damaged.close()
    assert told > FLIPS / 4


def is_told(store: SqliteStorage) -> bool:
    """Tell whether opening or verifying a store tells of damage, by a fault or a `StorageError`."""
    try:
        return not verify(store).is_sound
    except StorageError:
        return True
