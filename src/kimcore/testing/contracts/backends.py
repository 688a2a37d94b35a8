"""Laws of the backend: migration, verification, closing, and the laws that need a word from the author."""

from pathlib import Path
from typing import ClassVar

import pytest

from kimcore.errors import StorageError
from kimcore.ports import ScrubbingStorage, StorageBackend
from kimcore.testing.contracts.opening import Opening
from kimcore.testing.contracts.records import OFFICE, document, entry, figure, ids

__all__ = ["BackendLaws"]


def fill(store: StorageBackend) -> int:
    """Store records of every sort in one unit and return how many rows they are."""
    with store.unit_of_work() as unit:
        for id in ("a", "b", "e\u0301", "\x00"):
            unit.put(document(id), expected=0)
        unit.observe([figure(1), figure(2), figure(None)])
        unit.append([entry(1), entry(2)])
        unit.claim("key")
        unit.commit()
    return 4 + 3 + 2


def content(store: StorageBackend) -> tuple[list[object], ...]:
    """Return what a store holds of every sort."""
    with store.unit_of_work() as unit:
        read = unit.documents("kim"), unit.observations(office=OFFICE), unit.history(), unit.entries()
        return tuple(list[object](part) for part in read)


class BackendLaws(Opening):
    """Migration, verification, closing.

    An author may write three methods more, each of which gets the folder of a store that was filled and closed:
    `write_newer` makes it one of a newer version, `write_foreign` puts the data of another application into an empty
    folder, and `write_damage` changes a stored value behind the store's back.
    """

    OFFERS: ClassVar = {
        "write_newer": ("test_a_newer_store_is_refused",),
        "write_foreign": ("test_the_data_of_another_application_are_refused",),
        "write_damage": ("test_damage_is_found",),
    }

    def test_opening_touches_nothing(self, folder: Path) -> None:
        """Opening and planning make nothing: the plan is the same at the second look, and by another opening."""
        one, two = self.open(folder), self.open(folder)
        plan = one.plan_migration()
        assert plan == one.plan_migration() == two.plan_migration()
        assert plan.current in (0, plan.target), "a store that does not exist yet is at version 0"
        assert (plan.current < plan.target) == bool(plan.steps)
        one.close()
        two.close()

    def test_a_store_that_was_not_migrated_is_refused(self, folder: Path) -> None:
        """A unit of a store that `migrate` has not made is a `StorageError`; a store with nothing to make works."""
        opened = self.open(folder)
        plan = opened.plan_migration()
        if plan.current < plan.target:
            with pytest.raises(StorageError), opened.unit_of_work() as unit:
                unit.get("kim", "a")
        else:
            assert ids(opened) == []
        opened.close()

    def test_migrating_twice_does_nothing(self, folder: Path) -> None:
        """The first call does what the plan says; the second has nothing to do and leaves every row as it is."""
        opened = self.open(folder)
        plan = opened.plan_migration()
        assert opened.migrate() == plan
        assert not plan.is_newer
        fill(opened)
        before = content(opened)
        done = opened.migrate()
        assert (done.current, done.target, done.steps) == (plan.target, plan.target, ())
        assert opened.plan_migration() == done
        assert content(opened) == before
        opened.close()

    def test_verification_reads_every_row(self, store: StorageBackend) -> None:
        """A sound store has no fault; every document, record and entry is read; nothing is changed."""
        assert store.verify().is_sound
        rows = fill(store)
        before = content(store)
        for _ in range(2):
            report = store.verify()
            assert report.faults == ()
            assert report.checked >= rows
        assert content(store) == before

    def test_scrubbing_changes_nothing_that_stands(self, store: StorageBackend) -> None:
        """Where a store can remove the bytes of what was deleted, everything that stands is there afterwards."""
        fill(store)
        with store.unit_of_work() as unit:
            unit.remove("kim", "a", expected=1)
            unit.commit()
        before = content(store)
        if isinstance(store, ScrubbingStorage):
            store.scrub()
        assert content(store) == before
        assert store.verify().is_sound

    def test_a_newer_store_is_refused(self, folder: Path) -> None:
        """A store that a newer version wrote is told by the plan, and refused by `migrate` and by a unit."""
        with self.ready(folder) as opened:
            fill(opened)
        self.write_newer(folder)  # type: ignore[attr-defined]
        opened = self.open(folder)
        assert opened.plan_migration().is_newer
        for use in (opened.migrate, lambda: ids(opened)):
            with pytest.raises(StorageError):
                use()
        opened.close()

    def test_the_data_of_another_application_are_refused(self, folder: Path) -> None:
        """A place that holds the data of another application is refused by `migrate`."""
        self.write_foreign(folder)  # type: ignore[attr-defined]
        opened = self.open(folder)
        with pytest.raises(StorageError):
            opened.migrate()
        opened.close()

    def test_damage_is_found(self, folder: Path) -> None:
        """`verify` reports a value that was changed behind the store's back."""
        with self.ready(folder) as opened:
            fill(opened)
        self.write_damage(folder)  # type: ignore[attr-defined]
        opened = self.open(folder)
        assert not opened.verify().is_sound
        opened.close()
