"""Laws of the audit log: entries are kept as they are, in their order, each position once and without a gap."""

import pytest

from kimcore.errors import Conflict, StorageError
from kimcore.ports import Entry, StorageBackend
from kimcore.testing.contracts.opening import Opening
from kimcore.testing.contracts.records import LOOKALIKES, entry

__all__ = ["EntryLaws"]


def append(store: StorageBackend, *entries: Entry) -> None:
    """Append entries in one unit."""
    with store.unit_of_work() as unit:
        unit.append(entries)
        unit.commit()


def positions(store: StorageBackend) -> list[int]:
    """Return the positions that are stored."""
    with store.unit_of_work() as unit:
        return [e.position for e in unit.entries()]


class EntryLaws(Opening):
    """The audit log: append, read behind a position, the last."""

    def test_an_empty_log_has_no_last_entry(self, store: StorageBackend) -> None:
        """The last entry of an empty log is None, and nothing stands behind any position."""
        with store.unit_of_work() as unit:
            assert unit.last_entry() is None
            assert list(unit.entries()) == list(unit.entries(5)) == []

    def test_entries_are_read_in_order(self, store: StorageBackend) -> None:
        """Entries come by position, 10 after 9; those behind a position begin with the next one."""
        append(store, *map(entry, range(1, 8)))
        append(store, *map(entry, range(8, 13)))
        with store.unit_of_work() as unit:
            assert list(unit.entries()) == list(map(entry, range(1, 13)))
            for after in (0, 1, 9, 11, 12, 13):
                assert [e.position for e in unit.entries(after)] == list(range(after + 1, 13))
            assert unit.last_entry() == entry(12)

    def test_a_position_is_taken_once(self, store: StorageBackend) -> None:
        """A taken position is a `Conflict`, in the log and within one call, and nothing of the call is appended."""
        append(store, entry(1), entry(2))
        for tried in ([entry(2, "[]")], [entry(1, "[]")], [entry(3), entry(3, "[]")], [entry(3), entry(2)]):
            with store.unit_of_work() as unit:
                with pytest.raises(Conflict):
                    unit.append(tried)
                unit.commit()
            assert positions(store) == [1, 2]
        with store.unit_of_work() as unit:
            assert list(unit.entries()) == [entry(1), entry(2)]

    def test_a_gap_is_refused(self, store: StorageBackend) -> None:
        """A position that does not follow the last is a `Conflict`, and nothing is appended: a gap hides a deletion."""
        for tried in ([entry(2)], [entry(0)], [entry(1), entry(3)], [entry(2), entry(1)]):
            with store.unit_of_work() as unit:
                with pytest.raises(Conflict):
                    unit.append(tried)
                unit.commit()
            assert positions(store) == []
        append(store, entry(1))
        assert positions(store) == [1]

    def test_two_units_do_not_take_one_position(self, store: StorageBackend) -> None:
        """A unit that read the log before another appended gets the `Conflict`, and the log keeps the other's entry."""
        with store.unit_of_work() as late:
            assert late.last_entry() is None
            append(store, entry(1, "first"))
            with pytest.raises(Conflict):
                late.append([entry(1, "second")])
        with store.unit_of_work() as unit:
            assert list(unit.entries()) == [entry(1, "first")]

    def test_any_text_of_an_entry_comes_back(self, store: StorageBackend) -> None:
        """Bodies are kept as they are, also one of a million characters; what is no text is refused."""
        entries = [entry(n, text) for n, text in enumerate((*LOOKALIKES, "x" * 1_000_000), 1)]
        append(store, *entries)
        with store.unit_of_work() as unit:
            assert list(unit.entries()) == entries
            with pytest.raises(StorageError) as caught:
                unit.append([entry(len(entries) + 1, "\ud800")])
        assert caught.value.code == "value_unstorable"

    def test_many_entries_are_read_once(self, store: StorageBackend) -> None:
        """Whatever the number, every entry is read once and in order."""
        count = max(self.sizes)
        append(store, *map(entry, range(1, count + 1)))
        assert positions(store) == list(range(1, count + 1))
