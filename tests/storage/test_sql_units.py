"""The SQL store does in PostgreSQL and in MariaDB what the memory store does."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kimcore.errors import Conflict, InvalidValue, StorageError
from kimcore.ports import Document, Entry, ObservationRow, StorageBackend
from kimcore.testing import documents, observation_rows
from kimcore_plugins.storage.memory import open_memory
from kimcore_plugins.storage.sql import SqlStorage
from kimcore_plugins.storage.sql.places import PAGE, WIDTH
from tests.storage.builders import document, figure, figures, ids, store_all, stored
from tests.storage.databases import SERVERS, database, emptied, hasty

pytestmark = pytest.mark.server
LAWS = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=15)
TRICKY = [
    "",
    " ",
    " x ",
    "x",
    "x ",
    "\0",
    "\0\0",
    "\1",
    "\1\1",
    "\1\2",
    "\2",
    "a\0",
    "a\0b",
    "a\1",
    "a",
    "A",
    "é",
    "e\u0301",
]
TRICKY += [
    "%",
    "_",
    "\\",
    "'",
    '"',
    "\\'",
    "\n",
    "\ufffd",
    "\U0001f3f3",
    "\uffff",
    "x" * WIDTH,
    "x" * 5000,
    "x" * 5000 + "y",
]


@pytest.fixture(scope="module", params=SERVERS)
def opened(request: pytest.FixtureRequest) -> Iterator[SqlStorage]:
    """Give a store on each server."""
    with database(request.param) as url:
        store = hasty(url)
        yield store
        store.close()


@pytest.fixture
def store(opened: SqlStorage) -> SqlStorage:
    """Give an empty store."""
    return emptied(opened)


def test_put_get_remove(store: SqlStorage) -> None:
    """A document comes back letter for letter, changes over its revision alone, and can be removed and made anew."""
    payload = '{"b": 1.0,  "a": "\\u0000", "a": null}'
    store_all(store, document(payload=payload, key="k1"))
    assert stored(store) == document(payload=payload, key="k1", revision=1)
    with store.unit_of_work() as unit:
        assert unit.put(document(payload="not JSON", schema=2, office="99.02"), expected=1).revision == 2
        for wrong in (0, 1, 3):
            with pytest.raises(Conflict) as caught:
                unit.put(document(), expected=wrong)
            assert (caught.value.expected, caught.value.actual) == (wrong, 2)
        with pytest.raises(Conflict):
            unit.remove("kim", "a", expected=1)
        with pytest.raises(InvalidValue):
            unit.remove("kim", "a", expected=0)
        unit.commit()
    assert stored(store) == document(payload="not JSON", schema=2, office="99.02", revision=2)
    with store.unit_of_work() as unit:
        unit.remove("kim", "a", expected=2)
        unit.put(document("b"), expected=0)
        unit.commit()
    assert ids(store) == ["b"]


def test_nothing_without_commit(store: SqlStorage) -> None:
    """A unit that ends without commit leaves no trace of any kind."""
    with store.unit_of_work() as unit:
        unit.put(document(), expected=0)
        unit.observe([figure(1)])
        unit.append([Entry(position=1, body="{}", hash="0")])
        assert unit.claim("key")
    with store.unit_of_work() as unit:
        assert unit.get("kim", "a") is None
        assert not [*unit.history(), *unit.entries()]
        assert unit.claim("key")


def test_texts_come_back_in_the_order_of_code_points(store: SqlStorage) -> None:
    """Tricky texts are stored as they are, never taken for another, and listed by code points in pages of any size."""
    store_all(store, *(document(text, office=text[:50], payload=text, key=text) for text in TRICKY))
    expected = sorted(TRICKY)
    with store.unit_of_work() as unit:
        for text in TRICKY:
            found = unit.get("kim", text)
            assert found is not None
            assert (found.id, found.office, found.payload, found.key) == (text, text[:50], text, text)
            assert [d.id for d in unit.documents("kim", text[:50])] == [t for t in expected if t[:50] == text[:50]]
        for limit in (1, 2, len(TRICKY) - 1, len(TRICKY), len(TRICKY) + 1):
            assert paged(unit, limit) == expected
        assert list(unit.documents("kim", limit=0)) == []
    assert store.verify().is_sound


def paged(unit: Any, limit: int) -> list[str]:
    """Return the ids of all KIMs, a page after the other."""
    found: list[str] = []
    while page := [d.id for d in unit.documents("kim", after=found[-1] if found else None, limit=limit)]:
        assert len(page) <= limit
        found += page
    return found


@pytest.mark.parametrize("count", [PAGE - 1, PAGE, PAGE + 1])
def test_pages_while_writing(store: SqlStorage, count: int) -> None:
    """Every document is listed once, also while the unit writes over them, and where no place tells them apart."""
    begin = "x" * WIDTH
    store_all(store, *(document(f"{begin}{n:04}") for n in range(count)))
    with store.unit_of_work() as unit:
        for number, each in enumerate(unit.documents("kim")):
            if number % 50 == 0:
                unit.put(each, expected=each.revision)
        listed = [(d.id, d.revision) for d in unit.documents("kim")]
    assert listed == [(f"{begin}{n:04}", 1 if n % 50 else 2) for n in range(count)]


@LAWS
@given(st.lists(documents(), unique_by=lambda d: (d.kind, d.id)))
def test_any_text_comes_back(store: SqlStorage, many: list[Document]) -> None:
    """Any Unicode text is stored as it is and never taken for another."""
    with store.unit_of_work() as unit:
        put = [unit.put(each, expected=0) for each in many]
        assert [unit.get(d.kind, d.id) for d in many] == put
        for kind in {d.kind for d in many}:
            assert [d.id for d in unit.documents(kind)] == sorted(d.id for d in many if d.kind == kind)


@LAWS
@given(st.lists(st.lists(observation_rows(), max_size=8), max_size=4))
def test_observations_are_those_of_the_memory_store(store: SqlStorage, batches: list[list[ObservationRow]]) -> None:
    """The same batches give the same counts, digests, standing figures, history and pages."""
    told = []
    for each in (open_memory("memory:"), store):
        with each.unit_of_work() as unit:
            said: list[Any] = [unit.observe(batch, entry=n) for n, batch in enumerate(batches, 1)]
            said.append(standing := list(unit.observations(office="99.01")))
            said.append([list(unit.observations(office="99.01", after=row, limit=2)) for row in standing])
            said.append(list(unit.observations(office="99.01", kim="k2", until=date(2024, 1, 1))))
            said.append(sorted(unit.history(), key=lambda row: (row.entry, row.key, row.sequence)))
            assert list(unit.history("99.02")) == []
            told.append(said)
    assert told[0] == told[1]


def test_history(store: SqlStorage) -> None:
    """Every record is told by entry, those of one key by sequence, whatever the order of the batches."""
    with store.unit_of_work() as unit:
        unit.observe([figure(n, content="late") for n in range(3)], entry=7)
        unit.observe([figure(n % 3, content=f"{n % 9}") for n in range(PAGE + 20)], entry=3)
        unit.observe([figure(1, office="99.02", kim="k2")], entry=5)
        unit.commit()
    with store.unit_of_work() as unit:
        found = list(unit.history())
        assert [row.entry for row in found] == sorted(row.entry for row in found)
        for key in {row.key for row in found}:
            numbers = [row.sequence for row in found if row.key == key]
            assert numbers == list(range(1, len(numbers) + 1))
        assert [row.entry for row in unit.history("99.02")] == [5]
        assert len(list(unit.history("99.01"))) == len(found) - 1


def test_more_than_a_batch(store: SqlStorage) -> None:
    """A bulk of several batches is new once; repeated it is not stored again, and a change in it is the next record."""
    count = store.server.batch + 1
    bulk = [figure(n, content=f"{n:05}") for n in range(count)]
    with store.unit_of_work() as unit:
        assert unit.observe(bulk, entry=1).count == count
        again = unit.observe([*bulk, evolve(bulk[0], value=None), evolve(bulk[-1], value=-1)], entry=2)
        assert again.count == 2
        unit.commit()
    found = figures(store)
    assert len(found) == count
    assert (found[0], found[1], found[-1]) == ((None, 2), (1, 1), (-1, 2))
    assert store.verify().checked == count + 2


def test_a_source_that_fails_stores_nothing(store: SqlStorage) -> None:
    """Where the rows end in an error, no part of them is stored, even if the caller goes on to commit."""
    rows = (figure(n, content=str(n)) if n < store.server.batch + 5 else figure(1 // 0) for n in range(99_999))
    with store.unit_of_work() as unit:
        with pytest.raises(ZeroDivisionError):
            unit.observe(rows)
        with suppress(StorageError):
            unit.commit()
    assert figures(store) == []


def test_a_refused_figure_amid_others_stores_nothing(store: SqlStorage) -> None:
    """A figure refused while those before it are sent ends the unit; none is stored, and the store goes on."""
    rows = [figure(n if n != 300 else 2**63, content=f"{n:05}") for n in range(450)]
    with store.unit_of_work() as unit:
        with pytest.raises(StorageError, match="cannot be stored") as caught:
            unit.observe(rows)
        assert caught.value.code == "value_unstorable"
        with pytest.raises(StorageError, match="ended"):
            unit.commit()
    assert figures(store) == []
    with store.unit_of_work() as unit:
        assert unit.observe(rows[:300]).count == 300
        unit.commit()
    assert len(figures(store)) == 300


@pytest.mark.parametrize(
    "change",
    [{"payload": "\ud800"}, {"key": "\udc80"}, {"id": "\udfff"}, {"kind": "k" * 256}, {"office": "\0" * 256}],
)
def test_what_no_store_holds(store: SqlStorage, change: dict[str, str]) -> None:
    """Half a character, and a kind or office too long for an index, is refused with an error that does not show it."""
    with store.unit_of_work() as unit, pytest.raises(StorageError, match="cannot be stored") as caught:
        unit.put(document(**change), expected=0)
    assert caught.value.code == "value_unstorable"
    store_all(store, document(kind="k" * 255, office="\0" * 255))


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1])
def test_no_number_wider_than_64_bits(store: SqlStorage, value: int) -> None:
    """The widest numbers come back, the next ones are refused."""
    with store.unit_of_work() as unit, pytest.raises(StorageError, match="64 bits"):
        unit.observe([figure(value)])
    with store.unit_of_work() as unit:
        nearest = value - 1 if value > 0 else value + 1
        unit.observe([figure(nearest)])
        assert [row.value for row in unit.observations(office="99.01")] == [nearest]


def test_the_audit_log(store: SqlStorage) -> None:
    """Entries follow one another without a gap, come back as they are, and are read from any position on."""
    entries = [Entry(position=n, body=f'{{"n": "\0{n}"}}', hash=f"{n:064x}") for n in range(1, PAGE + 3)]
    with store.unit_of_work() as unit:
        assert unit.last_entry() is None
        unit.append(entries[:2])
        unit.append([])
        for position in (1, 2, 4):
            with pytest.raises(Conflict):
                unit.append([Entry(position=position, body="", hash="")])
        unit.append(entries[2:])
        unit.commit()
    with store.unit_of_work() as unit:
        assert list(unit.entries()) == entries
        assert list(unit.entries(PAGE)) == entries[PAGE:]
        assert list(unit.entries(PAGE + 2)) == []
        assert unit.last_entry() == entries[-1]


def test_a_claim_is_taken_once(store: SqlStorage) -> None:
    """A key that a committed unit took is not given again; tricky keys are told apart."""
    for expected in (True, False):
        with store.unit_of_work() as unit:
            assert [unit.claim(key) for key in TRICKY] == [expected] * len(TRICKY)
            unit.commit()


def test_verify_finds_each_change(store: SqlStorage) -> None:
    """A changed text, number, index column, entry or idempotency key is found, and reading the row is refused."""
    with store.unit_of_work() as unit:
        unit.put(document(), expected=0)
        unit.observe([figure(1)])
        unit.append([Entry(position=1, body="{}", hash="0")])
        unit.claim("key")
        unit.commit()
    assert store.verify().checked == 4
    damages = ["documents SET payload = '{ }'", "observations SET value = 2", "observations SET line = 0"]
    damages += ["entries SET body = ''", "claims SET \"key\" = 'other'", "documents SET place = mark"]
    for number, damage in enumerate(damages):
        quote = '"' if store.name.startswith("postgresql") else "`"
        with store.engine.begin() as connection:
            connection.exec_driver_sql(f"UPDATE kimcore_{damage}".replace('"', quote))
        assert len({fault.where for fault in store.verify().faults}) == [1, 2, 2, 3, 4, 4][number]
    with store.unit_of_work() as unit, pytest.raises(StorageError, match="documents/kim/a"):
        unit.get("kim", "a")


def test_a_unit_is_used_once(store: SqlStorage) -> None:
    """A unit refuses work before its block and after its end."""
    unit = store.unit_of_work()
    with pytest.raises(StorageError, match="not begun"):
        unit.get("kim", "a")
    with unit:
        unit.commit()
        with pytest.raises(StorageError, match="has ended"):
            unit.claim("x")


def test_it_fills_the_port(store: SqlStorage) -> None:
    """The store is a backend of the port."""
    backend: StorageBackend = store
    assert len(backend.capabilities) == 2
