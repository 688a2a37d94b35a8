"""Documents in every store: units of work, revisions, order."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kimcore.errors import Conflict, InvalidValue, StorageError
from kimcore.ports import Document, StorageBackend
from kimcore.testing import documents, texts
from kimcore_plugins.storage.memory import open_memory
from kimcore_plugins.storage.sqlite.unit import PAGE
from tests.storage.builders import document, ids, store_all, stored


def test_put_and_get(store: StorageBackend) -> None:
    """A document comes back with revision 1, and with 2 after it was put over 1."""
    store_all(store, document(payload='{"name":"KIM Contoh"}'))
    with store.unit_of_work() as unit:
        assert unit.put(document(payload="{}", schema=2), expected=1).revision == 2
        unit.commit()
    assert stored(store) == document(payload="{}", schema=2, revision=2)


def test_nothing_without_commit(store: StorageBackend) -> None:
    """A unit that ends without commit leaves no trace, whether it ended well or by an error."""
    with store.unit_of_work() as unit:
        unit.put(document(), expected=0)
        assert unit.get("kim", "a") is not None
    with pytest.raises(Conflict), store.unit_of_work() as unit:  # noqa: PT012
        unit.put(document(), expected=0)
        unit.put(document(), expected=0)
    assert stored(store) is None


@pytest.mark.parametrize(("expected", "actual"), [(0, 1), (2, 1), (1, 0)])
def test_conflict(store: StorageBackend, expected: int, actual: int) -> None:
    """A put over another revision than the stored one says both, and the stored one stays."""
    if actual:
        store_all(store, document(payload="first"))
    with store.unit_of_work() as unit, pytest.raises(Conflict) as caught:
        unit.put(document(payload="second"), expected=expected)
    assert (caught.value.expected, caught.value.actual) == (expected, actual)
    found = stored(store)
    assert found is None if actual == 0 else found is not None and found.payload == "first"


def test_other_writes_outlive_a_conflict_that_was_caught(store: StorageBackend) -> None:
    """A conflict undoes its own write alone; the unit may go on."""
    store_all(store, document())
    with store.unit_of_work() as unit:
        unit.put(document("b"), expected=0)
        with pytest.raises(Conflict):
            unit.put(document("a"), expected=0)
        unit.commit()
    assert ids(store) == ["a", "b"]


def test_remove(store: StorageBackend) -> None:
    """A document is removed over its revision alone, and may then be made anew."""
    store_all(store, document())
    with store.unit_of_work() as unit:
        with pytest.raises(Conflict):
            unit.remove("kim", "a", expected=2)
        unit.remove("kim", "a", expected=1)
        assert unit.get("kim", "a") is None
        unit.commit()
    assert ids(store) == []
    store_all(store, document())
    assert ids(store) == ["a"]


def test_removing_nothing_is_a_mistake(store: StorageBackend) -> None:
    """A removal that expects no document is refused."""
    with pytest.raises(InvalidValue), store.unit_of_work() as unit:
        unit.remove("kim", "a", expected=0)


def test_offices_and_kinds_are_kept_apart(store: StorageBackend) -> None:
    """A list holds the documents of the kind and office asked for."""
    store_all(store, document("b"), document("a"), document("c", office="99.02"), document("a", kind="issue"))
    assert ids(store) == ["a", "b", "c"]
    assert ids(store, "99.02") == ["c"]
    assert ids(store, "99") == []


def test_a_unit_reads_what_it_wrote(store: StorageBackend) -> None:
    """Writes of a unit stand in its own reads, in their order."""
    store_all(store, document("a"), document("c"))
    with store.unit_of_work() as unit:
        unit.put(document("b"), expected=0)
        unit.remove("kim", "c", expected=1)
        assert [d.id for d in unit.documents("kim")] == ["a", "b"]


def test_reading_sees_one_state(store: StorageBackend) -> None:
    """A unit that only reads does not see what is committed while it reads."""
    store_all(store, document("a"))
    with store.unit_of_work() as reader:
        assert [d.id for d in reader.documents("kim")] == ["a"]
        store_all(store, document("b"))
        assert [d.id for d in reader.documents("kim")] == ["a"]
    assert ids(store) == ["a", "b"]


def test_a_stale_read_cannot_be_written_over(store: StorageBackend) -> None:
    """Of two units that read one revision, the second to write gets the conflict, and the first write stays."""
    store_all(store, document())
    with store.unit_of_work() as one, store.unit_of_work() as two:
        assert one.get("kim", "a") == two.get("kim", "a")
        two.put(document(payload="two"), expected=1)
        two.commit()
        with pytest.raises(Conflict):
            one.put(document(payload="one"), expected=1)
    found = stored(store)
    assert found is not None
    assert (found.payload, found.revision) == ("two", 2)


def test_two_writers_at_once(store: StorageBackend) -> None:
    """Of two units that write at once, one is stored and the other gets a typed error."""
    with pytest.raises(StorageError), store.unit_of_work() as one, store.unit_of_work() as two:  # noqa: PT012
        one.put(document(payload="one"), expected=0)
        two.put(document(payload="two"), expected=0)
        two.commit()
        one.commit()
    assert ids(store) in ([], ["a"])


@pytest.mark.parametrize("count", [PAGE - 1, PAGE, PAGE + 1])
def test_pages(store: StorageBackend, count: int) -> None:
    """Every document is listed once, whatever the number, also while the unit writes over them."""
    store_all(store, *(document(f"{n:04}") for n in range(count)))
    with store.unit_of_work() as unit:
        for each in unit.documents("kim"):
            unit.put(each, expected=each.revision)
        unit.commit()
    with store.unit_of_work() as unit:
        assert [(d.id, d.revision) for d in unit.documents("kim")] == [(f"{n:04}", 2) for n in range(count)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(st.lists(documents(), unique_by=lambda d: (d.kind, d.id)))
def test_any_text_comes_back(store: StorageBackend, many: list[Document]) -> None:
    """Any Unicode text is stored as it is and never taken for another, in the order of code points."""
    with store.unit_of_work() as unit:
        put = [unit.put(each, expected=0) for each in many]
        assert [unit.get(d.kind, d.id) for d in many] == put
        for kind in {d.kind for d in many}:
            listed = [d.id for d in unit.documents(kind)]
            assert listed == sorted(d.id for d in many if d.kind == kind)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(st.lists(st.tuples(texts(), st.integers(0, 3), st.booleans()), max_size=12))
def test_the_stores_agree(sqlite: StorageBackend, steps: list[tuple[str, int, bool]]) -> None:
    """The same puts and removals have the same outcome in SQLite as in memory."""
    outcomes = []
    for each in (sqlite, open_memory("memory:")):
        with each.unit_of_work() as unit:
            told = []
            for id, expected, removes in steps:
                try:
                    if removes and expected:
                        unit.remove("kim", id, expected=expected)
                    else:
                        unit.put(document(id), expected=expected)
                except Conflict as error:
                    told.append(error.actual)
            outcomes.append((told, list(unit.documents("kim"))))
    assert outcomes[0] == outcomes[1]


def test_no_half_of_a_character(store: StorageBackend) -> None:
    """A text that is not Unicode is refused with a typed error that does not show it."""
    with pytest.raises(StorageError, match="not valid Unicode") as caught, store.unit_of_work() as unit:
        unit.put(document(payload="\ud800"), expected=0)
    assert caught.value.code == "value_unstorable"


def test_a_unit_is_used_once(store: StorageBackend) -> None:
    """A unit refuses work before its block and after its end."""
    unit = store.unit_of_work()
    with pytest.raises(StorageError, match="not begun"):
        unit.get("kim", "a")
    with unit:
        unit.put(document(), expected=0)
        unit.commit()
        with pytest.raises(StorageError, match="has ended"):
            unit.put(document("b"), expected=0)
    with pytest.raises(StorageError, match="has ended"):
        unit.commit()
    assert ids(store) == ["a"]


def test_a_closed_store_refuses(store: StorageBackend) -> None:
    """A closed store gives no more units."""
    store.close()
    with pytest.raises(StorageError, match="closed"):
        store.unit_of_work()
