"""Laws of claims: an idempotency key is taken once, by the unit that is stored."""

from kimcore.ports import StorageBackend
from kimcore.testing.contracts.opening import Opening
from kimcore.testing.contracts.records import LOOKALIKES, document, ids

__all__ = ["ClaimLaws"]


class ClaimLaws(Opening):
    """Idempotency keys: taken with the unit, forgotten with it."""

    def test_a_claim_is_taken_once(self, store: StorageBackend) -> None:
        """Of two units that claim one key, the first to be stored gets True; every later one gets False."""
        found = []
        for _ in range(3):
            with store.unit_of_work() as unit:
                found.append(unit.claim("key"))
                unit.commit()
        assert found == [True, False, False]

    def test_a_unit_takes_a_key_once(self, store: StorageBackend) -> None:
        """A second claim of a key in one unit gets False, as it would in any later unit; other keys are still free."""
        with store.unit_of_work() as unit:
            assert [unit.claim(key) for key in ("key", "key", "other", "key")] == [True, False, True, False]
            unit.commit()
        with store.unit_of_work() as unit:
            assert [unit.claim(key) for key in ("key", "other", "third")] == [False, False, True]

    def test_a_key_is_one_of_the_whole_store(self, store: StorageBackend) -> None:
        """Whatever office a unit writes for, a key that was taken is taken."""
        for office, expected in (("99.01", True), ("99.02", False)):
            with store.unit_of_work() as unit:
                unit.put(document(office, office=office), expected=0)
                assert unit.claim("key") is expected
                unit.commit()

    def test_a_claim_of_a_unit_that_is_not_stored_is_forgotten(self, store: StorageBackend) -> None:
        """A unit that was rolled back has claimed nothing: the next try may."""
        for _ in range(2):
            with store.unit_of_work() as unit:
                assert unit.claim("key")
        with store.unit_of_work() as unit:
            assert unit.claim("key")
            unit.commit()
        with store.unit_of_work() as unit:
            assert not unit.claim("key")

    def test_a_claim_sees_what_was_stored_since_the_unit_began(self, store: StorageBackend) -> None:
        """A claim is a write, so that a key taken while the unit read is taken for it too."""
        with store.unit_of_work() as late:
            assert late.get("kim", "a") is None
            with store.unit_of_work() as unit:
                assert unit.claim("key")
                unit.commit()
            assert not late.claim("key")
            assert late.claim("other")

    def test_a_replayed_unit_is_stored_once(self, store: StorageBackend) -> None:
        """A program that asks `claim` first and writes only on True may try again as often as it likes."""
        for n in range(3):
            with store.unit_of_work() as unit:
                if unit.claim("import-1"):
                    unit.put(document(f"a{n}"), expected=0)
                unit.commit()
        assert ids(store) == ["a0"]

    def test_lookalikes_are_different_keys(self, store: StorageBackend) -> None:
        """Keys keep case, blanks, NUL and form; a key of 255 characters is one too."""
        keys = (*LOOKALIKES, "k" * 255, "k" * 254)
        for expected in (True, False):
            with store.unit_of_work() as unit:
                assert [unit.claim(key) for key in keys] == [expected] * len(keys)
                unit.commit()
