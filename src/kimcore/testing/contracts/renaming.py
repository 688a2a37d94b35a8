"""Laws of renaming: the one change of what was recorded, for the erasure of a person from accounts and links."""

import pytest
from attrs import evolve

from kimcore.errors import StorageError
from kimcore.ports import ObservationRow, StorageBackend
from kimcore.ports.digests import batch_digest, digest, observation_values
from kimcore.testing.contracts.opening import FolderAt, Opening
from kimcore.testing.contracts.records import LOOKALIKES, OFFICE, figure, observe

__all__ = ["RenamingLaws"]


def history(store: StorageBackend) -> list[ObservationRow]:
    """Return every record, in an order of its own."""
    with store.unit_of_work() as unit:
        return sorted(
            unit.history(), key=lambda row: (row.entry, row.office, row.kim, row.observed, row.sequence, row.value or 0)
        )


def rename(store: StorageBackend, names: dict[str, str], office: str = OFFICE) -> dict[int, str]:
    """Rename in one unit, and return the digests."""
    with store.unit_of_work() as unit:
        found = dict(unit.rename(names, office=office))
        unit.commit()
    return found


class RenamingLaws(Opening):
    """What `rename` changes, and what it leaves."""

    def test_every_record_is_renamed(self, store: StorageBackend) -> None:
        """Accounts and contents, of records that stand and of those that were corrected; the rest of each stays."""
        observe(store, figure(1, account="@old", content="c"), figure(5, account="@old", content="old"), entry=1)
        observe(store, figure(2, account="@old", content="c"), figure(7, kim="k2", account="@x", content="c"), entry=2)
        before = history(store)
        rename(store, {"@old": "p-1", "old": "p-2", "none": "p-3"})
        new = {"@old": "p-1", "old": "p-2"}
        wanted = [
            evolve(r, account=new.get(r.account, r.account), content=new.get(r.content, r.content)) for r in before
        ]
        assert history(store) == wanted
        with store.unit_of_work() as unit:
            stands = [(r.account, r.content, r.value, r.sequence) for r in unit.observations(office=OFFICE)]
        assert sorted(stands) == [("@x", "c", 7, 1), ("p-1", "c", 2, 2), ("p-1", "p-2", 5, 1)]

    def test_a_renamed_key_goes_on(self, store: StorageBackend) -> None:
        """The new key has the sequence of the old one; the old one begins anew."""
        observe(store, figure(1, account="@old"), figure(2, account="@old"))
        rename(store, {"@old": "p-1"})
        assert observe(store, figure(2, account="P-1"), figure(3, account="p-1"), figure(2, account="@old")) == 2
        found = {(r.account, r.value): r.sequence for r in history(store)}
        assert found == {("p-1", 1): 1, ("p-1", 2): 2, ("p-1", 3): 3, ("@old", 2): 1}

    def test_spellings_of_one_account_stay_one(self, store: StorageBackend) -> None:
        """Records of one key may spell the account in several ways; under one new text they are one key as before."""
        observe(store, figure(1, account="@Old"), figure(2, account="@old"))
        rename(store, {"@Old": "p-1", "@old": "p-1"})
        assert [(r.account, r.sequence) for r in history(store)] == [("p-1", 1), ("p-1", 2)]

    def test_only_a_whole_text_is_renamed(self, store: StorageBackend) -> None:
        """Neither a part of a text, nor a lookalike, nor an empty one, nor what another office recorded."""
        rows = [figure(n, account=text, content=text, kim=f"k{n:03}") for n, text in enumerate(LOOKALIKES, 1)]
        observe(store, *rows, figure(1, account="a", content="a", office="99.02", kim="k"))
        before = history(store)
        rename(store, {"a": "p-1", "": "p-2"})
        changed = [
            (was.account, new.account, new.content)
            for was, new in zip(before, history(store), strict=True)
            if was != new
        ]
        assert changed == [("a", "p-1", "p-1")]

    def test_the_digests_are_those_of_whole_entries(self, store: StorageBackend) -> None:
        """Of each entry of which a record changed, over all of its records; of no other entry."""
        for entry in (1, 2, 3):
            rows = [figure(entry, account=f"@{n % entry}", kim=f"k{n}{entry}") for n in range(4)]
            observe(store, *rows, entry=entry)
        found = rename(store, {"@1": "p-1"})
        rows_of = {e: [r for r in history(store) if r.entry == e] for e in (2, 3)}
        assert found == {e: batch_digest(digest(observation_values(r)) for r in rows) for e, rows in rows_of.items()}
        assert rename(store, {"@1": "p-2"}) == rename(store, {}) == {}
        assert store.verify().is_sound

    def test_a_renaming_is_part_of_its_unit(self, store: StorageBackend) -> None:
        """It takes the right to write, is seen by its own unit alone, and undone where the unit is not stored."""
        observe(store, figure(1, account="@old"))
        before = history(store)
        with store.unit_of_work() as unit:
            unit.rename({"@old": "p-1"}, office=OFFICE)
            assert [r.account for r in unit.history()] == ["p-1"]
            assert history(store) == before
            with store.unit_of_work() as other, pytest.raises(StorageError) as caught:
                other.lock()
            assert caught.value.code == "store_locked"
        assert history(store) == before

    def test_many_texts_are_renamed_at_once(self, folder_at: FolderAt) -> None:
        """Whatever the number of texts and records."""
        for count in self.sizes:
            with self.ready(folder_at(str(count))) as opened:
                observe(opened, *(figure(n, account=f"@{n}", kim=f"k{n:05}") for n in range(count)), entry=1)
                rename(opened, {f"@{n}": f"p-{n}" for n in range(count)})
                assert [r.account for r in history(opened)] == [f"p-{n}" for n in range(count)]

    def test_what_is_no_text_is_no_new_name(self, store: StorageBackend) -> None:
        """Half of a surrogate pair is refused with `value_unstorable`, and nothing is renamed."""
        observe(store, figure(1, account="@old"))
        with pytest.raises(StorageError) as caught:
            rename(store, {"@old": "secret\ud800"})
        assert caught.value.code == "value_unstorable"
        assert "secret" not in str(caught.value)
        assert [r.account for r in history(store)] == ["@old"]
