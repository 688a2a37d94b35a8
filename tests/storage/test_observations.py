"""Observations in every store: append-only, the last record of a key stands."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kimcore.errors import StorageError
from kimcore.ports import ObservationRow, StorageBackend
from kimcore.testing import observation_rows
from kimcore_plugins.storage.memory import open_memory
from kimcore_plugins.storage.sqlite.statements import BATCH
from tests.storage.builders import figure, figures


def observe(store: StorageBackend, *rows: ObservationRow) -> int:
    """Store figures in one unit."""
    with store.unit_of_work() as unit:
        count = unit.observe(rows)
        unit.commit()
    return count


def test_the_same_is_not_stored_again(store: StorageBackend) -> None:
    """A figure told twice is stored once, in one unit and in two."""
    assert observe(store, figure(3), figure(3)) == 1
    assert observe(store, figure(3)) == 0
    assert figures(store) == [(3, 1)]


def test_a_correction_stands(store: StorageBackend) -> None:
    """Another value is the next record of the key and stands; so is a return to the first value."""
    assert observe(store, figure(3), figure(4)) == 2
    assert figures(store) == [(4, 2)]
    assert observe(store, figure(3)) == 1
    assert figures(store) == [(3, 3)]


def test_a_withdrawal_stands(store: StorageBackend) -> None:
    """A withdrawal is a record without a value, and is no zero; 0 is a value."""
    assert observe(store, figure(0), figure(None)) == 2
    assert figures(store) == [(None, 2)]


def test_nothing_to_withdraw(store: StorageBackend) -> None:
    """A withdrawal of what is not recorded says nothing."""
    assert observe(store, figure(None)) == 0
    assert figures(store) == []


def test_accounts_without_case(store: StorageBackend) -> None:
    """An account is the same in capitals, a content is not (R21)."""
    rows = [figure(1, account="@Kim"), figure(1, account="@kim"), figure(1, account="@kim", content="C")]
    assert observe(store, *rows) == 2


def test_narrowed(store: StorageBackend) -> None:
    """Figures are asked for by office, KIM and last day; that day belongs."""
    days = [figure(n, observed=date(2024, 1, n)) for n in (1, 2, 3)]
    observe(store, *days, figure(9, kim="k2"), figure(8, office="99.02", kim="k3"))
    assert figures(store, kim="k1", until=date(2024, 1, 2)) == [(1, 1), (2, 1)]
    assert figures(store, until=date(2024, 1, 1)) == [(1, 1), (9, 1)]
    assert figures(store, office="99.02") == [(8, 1)]
    assert figures(store, kim="k3") == []


def test_rolled_back(store: StorageBackend) -> None:
    """Figures of a unit that is not committed are gone."""
    with store.unit_of_work() as unit:
        assert unit.observe([figure(3)]) == 1
        assert [r.value for r in unit.observations(office="99.01")] == [3]
    assert figures(store) == []


def test_a_source_that_fails_stores_nothing(store: StorageBackend) -> None:
    """Where the rows end in an error, no part of them is stored, even if the caller goes on to commit."""
    rows = (figure(n, content=str(n)) if n < BATCH + 5 else figure(1 // 0) for n in range(2 * BATCH))
    with store.unit_of_work() as unit:
        with pytest.raises(ZeroDivisionError):
            unit.observe(rows)
        with suppress(StorageError):
            unit.commit()
    assert figures(store) == []


@pytest.mark.parametrize("count", [BATCH - 1, BATCH, BATCH + 1])
def test_batches(store: StorageBackend, count: int) -> None:
    """Every figure is stored and read once, whatever the number; a key may return in a later batch."""
    rows = [figure(n, content=f"{n:04}") for n in range(count)]
    assert observe(store, *rows, figure(7, content="0000")) == count + 1
    assert figures(store) == [(7, 2), *((n, 1) for n in range(1, count))]


@pytest.mark.parametrize("value", [2**63 - 1, -(2**63)])
def test_wide_numbers(store: StorageBackend, value: int) -> None:
    """A number of 64 bits is stored."""
    observe(store, figure(value))
    assert figures(store) == [(value, 1)]


@pytest.mark.parametrize("row", [figure(2**63), figure(-(2**63) - 1), figure(1, account="\ud800")])
def test_unstorable(store: StorageBackend, row: ObservationRow) -> None:
    """A wider number and a text that is not Unicode are refused with a typed error."""
    with pytest.raises(StorageError) as caught:
        observe(store, row)
    assert caught.value.code == "value_unstorable"
    assert figures(store) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.lists(st.lists(observation_rows(), max_size=6), max_size=4))
def test_the_last_of_each_key(store: StorageBackend, units: list[list[ObservationRow]]) -> None:
    """However rows are spread over units, each key has its last value, counted by its changes, in a total order."""
    expected: dict[tuple[str, ...], tuple[int, int | None, ObservationRow]] = {}
    with store.unit_of_work() as unit:
        for rows in units:
            new = 0
            for row in rows:
                sequence, value, _ = expected.get(row.key, (0, None, row))
                if row.value != value:
                    expected[row.key] = (sequence + 1, row.value, row)
                    new += 1
            assert unit.observe(iter(rows)) == new
        found = list(unit.observations(office="99.01"))
    assert {r.key: (r.sequence, r.value) for r in found} == {k: v[:2] for k, v in expected.items()}
    assert [r.order for r in found] == sorted(v[2].order for v in expected.values())


def test_units_that_observe_at_once_in_memory() -> None:
    """In memory, sequence numbers are given anew at commit, after those of a unit that came first."""
    store = open_memory("memory:")
    with store.unit_of_work() as one, store.unit_of_work() as two:
        one.observe([figure(1), figure(2)])
        two.observe([figure(1)])
        two.commit()
        one.commit()
    assert figures(store) == [(2, 2)]
