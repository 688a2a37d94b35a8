"""Laws of units of work: all or nothing, one state to read, one writer at a time."""

from collections.abc import Callable
from contextlib import suppress

import pytest

from kimcore.errors import Conflict, StorageError
from kimcore.ports import StorageBackend, UnitOfWork
from kimcore.testing.contracts.opening import Opening
from kimcore.testing.contracts.records import OFFICE, document, entry, figure, figures, ids, observe, put_all

__all__ = ["UnitLaws"]

WRITES: dict[str, Callable[[UnitOfWork], object]] = {
    "lock": lambda unit: unit.lock(),
    "claim": lambda unit: unit.claim("key"),
    "put": lambda unit: unit.put(document(), expected=0),
    "observe": lambda unit: unit.observe([figure(1)]),
    "rename": lambda unit: unit.rename({"a": "b"}, office=OFFICE),
    "append": lambda unit: unit.append([entry(1)]),
}


def everything(unit: UnitOfWork) -> tuple[list[object], ...]:
    """Return all that a unit sees of one kind and office."""
    seen = unit.documents("kim"), unit.observations(office=OFFICE), unit.history(), unit.entries()
    return tuple(list[object](part) for part in seen)


def write_all(unit: UnitOfWork, number: int) -> None:
    """Write one record of each sort, different by a number from 1."""
    unit.put(document(f"d{number}"), expected=0)
    unit.observe([figure(number, content=f"c{number}")], entry=number)
    unit.append([entry(number)])
    assert unit.claim(f"key{number}")


def refuse(unit: UnitOfWork, uses: dict[str, Callable[[UnitOfWork], object]]) -> None:
    """Check that each use of a unit is refused, for it has not begun or has ended."""
    for name, use in uses.items():
        with pytest.raises(StorageError) as caught:
            use(unit)
        assert caught.value.code == "unit_ended", name


class UnitLaws(Opening):
    """Units of work: commit, rollback, snapshots, the right to write."""

    def test_nothing_is_stored_without_commit(self, store: StorageBackend) -> None:
        """A unit that ends without `commit` leaves no trace, whether it ended well or by an error."""
        with store.unit_of_work() as unit:
            write_all(unit, 1)
        with suppress(ZeroDivisionError), store.unit_of_work() as unit:
            write_all(unit, 1)
            raise ZeroDivisionError
        with store.unit_of_work() as unit:
            assert everything(unit) == ([], [], [], [])
            assert unit.last_entry() is None
            assert unit.get("kim", "d1") is None

    def test_a_unit_is_stored_whole(self, store: StorageBackend) -> None:
        """Everything that a unit wrote before `commit` is there for the next, of whatever sort."""
        with store.unit_of_work() as unit:
            write_all(unit, 1)
            write_all(unit, 2)
            seen = everything(unit)
            unit.commit()
        with store.unit_of_work() as unit:
            assert everything(unit) == seen
            assert [len(rows) for rows in seen] == [2, 2, 2, 2]
            assert not unit.claim("key1")

    def test_a_unit_reads_what_it_wrote(self, store: StorageBackend) -> None:
        """The writes of a unit stand in its own reads, in their place."""
        put_all(store, document("a"), document("c"))
        observe(store, figure(1))
        with store.unit_of_work() as unit:
            stored = unit.put(document("b", "new"), expected=0)
            unit.remove("kim", "c", expected=1)
            unit.observe([figure(2)])
            unit.append([entry(1)])
            assert unit.get("kim", "b") == stored
            assert [d.id for d in unit.documents("kim")] == ["a", "b"]
            assert [(r.value, r.sequence) for r in unit.observations(office=OFFICE)] == [(2, 2)]
            assert list(unit.entries()) == [unit.last_entry()] == [entry(1)]

    def test_a_unit_that_reads_sees_one_state(self, store: StorageBackend) -> None:
        """What others commit while a unit reads is not seen by it, in no sort of record."""
        with store.unit_of_work() as unit:
            write_all(unit, 1)
            unit.commit()
        with store.unit_of_work() as reader:
            seen = everything(reader)
            with store.unit_of_work() as unit:
                write_all(unit, 2)
                unit.remove("kim", "d1", expected=1)
                unit.observe([figure(9, content="c1")], entry=2)
                unit.commit()
            assert everything(reader) == seen
            assert reader.get("kim", "d1") is not None
            assert reader.get("kim", "d2") is None
            assert reader.last_entry() == entry(1)
        assert ids(store) == ["d2"]

    def test_what_is_not_committed_is_seen_by_no_other_unit(self, store: StorageBackend) -> None:
        """A unit that only reads takes no lock: it begins and reads beside one that writes, and sees nothing of it."""
        with store.unit_of_work() as writer:
            write_all(writer, 1)
            with store.unit_of_work() as reader:
                assert everything(reader) == ([], [], [], [])
                assert reader.last_entry() is None
            writer.commit()
        assert ids(store) == ["d1"]

    def test_the_first_write_sees_the_newest_state(self, store: StorageBackend) -> None:
        """A unit that read an old state sees the newest from its first write on, and writes over that."""
        put_all(store, document("a"))
        with store.unit_of_work() as unit:
            assert [d.id for d in unit.documents("kim")] == ["a"]
            put_all(store, document("b"))
            observe(store, figure(1))
            unit.lock()
            assert [d.id for d in unit.documents("kim")] == ["a", "b"]
            assert unit.observe([figure(1)]).count == 0
            assert unit.put(document("b"), expected=1).revision == 2
            unit.commit()
        assert ids(store) == ["a", "b"]

    def test_a_stale_read_cannot_be_written_over(self, store: StorageBackend) -> None:
        """Of two units that read one revision, the second to write gets the `Conflict`, and the first write stays."""
        put_all(store, document("a"))
        with store.unit_of_work() as one, store.unit_of_work() as two:
            assert one.get("kim", "a") == two.get("kim", "a")
            two.put(document("a", "two"), expected=1)
            two.commit()
            with pytest.raises(Conflict) as caught:
                one.put(document("a", "one"), expected=1)
            assert (caught.value.expected, caught.value.actual) == (1, 2)
        with store.unit_of_work() as unit:
            assert [(d.payload, d.revision) for d in unit.documents("kim")] == [("two", 2)]

    def test_a_conflict_undoes_its_own_write_alone(self, store: StorageBackend) -> None:
        """A unit may go on after a `Conflict`; what it wrote before and after is stored."""
        put_all(store, document("a"))
        with store.unit_of_work() as unit:
            unit.put(document("b"), expected=0)
            with pytest.raises(Conflict):
                unit.put(document("a", "other"), expected=0)
            unit.put(document("c"), expected=0)
            unit.commit()
        with store.unit_of_work() as unit:
            assert [(d.id, d.payload) for d in unit.documents("kim")] == [("a", "{}"), ("b", "{}"), ("c", "{}")]

    def test_one_unit_writes_at_a_time(self, store: StorageBackend) -> None:
        """A second unit that would write gets `store_locked` after its wait; once the first has ended, others may."""
        with store.unit_of_work() as one:
            one.put(document("a"), expected=0)
            with store.unit_of_work() as two:
                with pytest.raises(StorageError) as caught:
                    two.put(document("b"), expected=0)
                assert caught.value.code == "store_locked"
            one.commit()
        put_all(store, document("c"))
        assert ids(store) == ["a", "c"]

    def test_the_right_to_write_ends_with_the_unit(self, store: StorageBackend) -> None:
        """Every way to end a unit lets the next one write: `commit`, the end of the block, an error."""
        with store.unit_of_work() as unit:
            unit.lock()
            unit.commit()
            put_all(store, document("a"))
        with store.unit_of_work() as unit:
            unit.lock()
        put_all(store, document("b"))
        with suppress(ZeroDivisionError), store.unit_of_work() as unit:
            unit.lock()
            raise ZeroDivisionError
        put_all(store, document("c"))
        assert ids(store) == ["a", "b", "c"]

    def test_every_write_takes_the_right_to_write(self, store: StorageBackend) -> None:
        """`lock`, `claim`, `put`, `observe`, `append` each keep others from writing; a second `lock` does nothing."""
        for name, write in WRITES.items():
            with store.unit_of_work() as one:
                write(one)
                one.lock()
                with store.unit_of_work() as two, pytest.raises(StorageError) as caught:
                    two.lock()
                assert caught.value.code == "store_locked", name

    def test_a_unit_is_used_once(self, store: StorageBackend) -> None:
        """A unit refuses work before its block and after its end, with `unit_ended`."""
        unit = store.unit_of_work()
        uses: dict[str, Callable[[UnitOfWork], object]] = {**WRITES, "read": everything, "commit": lambda u: u.commit()}
        refuse(unit, uses)
        with unit:
            unit.put(document("a"), expected=0)
            unit.commit()
            refuse(unit, uses)
        assert ids(store) == ["a"]
        assert figures(store) == []

    def test_a_closed_store_gives_no_units(self, store: StorageBackend) -> None:
        """A closed store refuses a new unit with `store_closed`; closing again does nothing."""
        store.close()
        store.close()
        with pytest.raises(StorageError) as caught:
            store.unit_of_work()
        assert caught.value.code == "store_closed"
