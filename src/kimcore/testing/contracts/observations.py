"""Laws of observations: append-only; the last record of a key stands; a change is the next record of its key."""

from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from kimcore.errors import StorageError
from kimcore.ports import ObservationRow, Observed, StorageBackend
from kimcore.ports.digests import batch_digest, digest, observation_values
from kimcore.testing.contracts.opening import FolderAt, Opening
from kimcore.testing.contracts.records import figure, figures, observe

__all__ = ["ObservationLaws"]


class ObservationLaws(Opening):
    """What `observe` appends: what is new, its sequence, its digest; what it refuses."""

    def test_the_same_is_not_stored_again(self, store: StorageBackend) -> None:
        """A figure told twice is stored once, within one call, within one unit, and in another unit."""
        assert observe(store, figure(3), figure(3)) == 1
        with store.unit_of_work() as unit:
            assert unit.observe([figure(3)]) == Observed(0)
            assert unit.observe([figure(4)]).count == 1
            assert unit.observe([figure(4)]).count == 0
            unit.commit()
        assert observe(store, figure(4)) == 0
        assert figures(store) == [(4, 2)]

    def test_a_correction_is_the_next_record(self, store: StorageBackend) -> None:
        """Another value is the next record of the key and stands; so is a return to the first value."""
        assert observe(store, figure(3), figure(4)) == 2
        assert figures(store) == [(4, 2)]
        assert observe(store, figure(3)) == 1
        assert figures(store) == [(3, 3)]
        with store.unit_of_work() as unit:
            assert [(r.value, r.sequence) for r in unit.history()] == [(3, 1), (4, 2), (3, 3)]

    def test_a_withdrawal_stands_and_is_no_zero(self, store: StorageBackend) -> None:
        """A withdrawal is a record without a value; 0 is a value; a figure may come back after it."""
        assert observe(store, figure(0), figure(None), figure(None)) == 2
        assert figures(store) == [(None, 2)]
        assert observe(store, figure(None)) == 0
        assert observe(store, figure(0)) == 1
        assert figures(store) == [(0, 3)]

    def test_there_is_nothing_to_withdraw(self, store: StorageBackend) -> None:
        """A withdrawal of what is not recorded says nothing and is not stored."""
        assert observe(store, figure(None)) == 0
        assert figures(store) == []
        assert observe(store, figure(None), figure(1)) == 1
        assert figures(store) == [(1, 1)]

    def test_a_record_comes_back_as_it_was_told(self, store: StorageBackend) -> None:
        """Every field comes back; sequence and entry are given by the call, whatever the row says of them."""
        row = figure(5, account="@Kim ", content="", entry=99, sequence=99, observed=date(1999, 12, 31))
        observe(store, row, entry=7)
        with store.unit_of_work() as unit:
            assert list(unit.observations(office="99.01")) == list(unit.history()) == [evolve(row, sequence=1, entry=7)]

    def test_platform_and_account_are_compared_without_case(self, store: StorageBackend) -> None:
        """An account in capitals is the same one, as Python folds case (R21); a content or KIM is not."""
        assert observe(store, figure(1, account="@Kim"), figure(1, account="@kIM", platform="Instagram")) == 1
        assert observe(store, figure(1, account="stra\u00dfe"), figure(1, account="STRASSE")) == 1
        assert observe(store, figure(1, content="C"), figure(1, content="c"), figure(1, kim="K1")) == 3
        assert observe(store, figure(2, account="@KIM")) == 1
        with store.unit_of_work() as unit:
            assert [r.account for r in unit.history() if "im" in r.account.casefold()] == ["@Kim", "@KIM"]

    def test_any_difference_is_another_key(self, store: StorageBackend) -> None:
        """Each part of the key counts by itself, and parts do not run together."""
        parts: list[dict[str, Any]] = [
            {"kim": "k2"}, {"provider": "p"}, {"platform": "x"}, {"account": "a"}, {"content": "d"},
            {"indicator": "view"}, {"observed": date(2024, 1, 2)}, {"account": "a", "content": "bc"},
            {"account": "ab", "content": "c"}, {"content": "c "}, {"content": "c\x00"}, {"content": "e\u0301"},
            {"content": "\u00e9"}, {"content": ""},
        ]  # fmt: skip
        assert observe(store, figure(1), *(figure(1, **part) for part in parts)) == len(parts) + 1
        assert [sequence for _, sequence in figures(store)] == [1] * (len(parts) + 1)

    def test_the_digest_is_that_of_the_new_rows(self, store: StorageBackend) -> None:
        """`Observed.digest` is made of the new rows alone, with their sequence, in any order; none for nothing."""
        rows = [figure(n, content=str(n), entry=9) for n in range(3)]
        for order in (rows, rows[::-1]):
            with store.unit_of_work() as unit:
                found = unit.observe(order, entry=1)
            assert found == Observed(3, expected(*(evolve(r, sequence=1, entry=1) for r in rows)))
        observe(store, *rows)
        with store.unit_of_work() as unit:
            changed = figure(9, content="1")
            assert unit.observe([*rows, changed], entry=2) == Observed(
                1, expected(evolve(changed, sequence=2, entry=2))
            )
            assert unit.observe([]) == unit.observe([changed]) == Observed(0, "")

    def test_figures_of_a_unit_that_is_not_stored_are_gone(self, store: StorageBackend) -> None:
        """Sequence numbers too: the next unit gives them again."""
        for _ in range(2):
            with store.unit_of_work() as unit:
                assert unit.observe([figure(3), figure(4)]).count == 2
                assert [(r.value, r.sequence) for r in unit.observations(office="99.01")] == [(4, 2)]
        assert observe(store, figure(5)) == 1
        assert figures(store) == [(5, 1)]

    def test_a_part_of_an_observe_is_never_stored(self, store: StorageBackend) -> None:
        """Where the rows end in an error no part of them is stored, even if the caller goes on to commit."""
        most = max(self.sizes)
        rows = (figure(n, content=str(n)) if n < most else figure(1 // 0) for n in range(2 * most))
        with store.unit_of_work() as unit:
            with pytest.raises(ZeroDivisionError):
                unit.observe(rows)
            with suppress(StorageError):
                unit.commit()
        assert figures(store) == []

    def test_what_cannot_be_stored_is_refused(self, store: StorageBackend) -> None:
        """A number beyond 64 bits and half of a surrogate pair are `value_unstorable`, and no part is stored."""
        for wrong in (figure(2**63), figure(-(2**63) - 1), figure(1, account="\ud800"), figure(1, kim="\ud800")):
            with store.unit_of_work() as unit:
                with pytest.raises(StorageError) as caught:
                    unit.observe([figure(1, content="before"), wrong])
                assert caught.value.code == "value_unstorable"
                with suppress(StorageError):
                    unit.commit()
        assert figures(store) == []

    def test_wide_numbers_are_stored(self, store: StorageBackend) -> None:
        """Every number of 64 bits is kept."""
        for value in (2**63 - 1, -(2**63), 2**53 + 1):
            observe(store, figure(value))
            assert [v for v, _ in figures(store)] == [value]

    def test_many_figures_are_stored_once(self, folder_at: FolderAt) -> None:
        """Whatever the number, every figure is stored and read once; a key may come back later in the same call."""
        for count in self.sizes:
            with self.ready(folder_at(str(count))) as opened:
                rows = [figure(n, content=f"{n:04}") for n in range(count)]
                assert observe(opened, *rows, figure(7, content="0000")) == count + 1
                assert figures(opened) == [(7, 2), *((n, 1) for n in range(1, count))]

    def test_figures_are_narrowed(self, store: StorageBackend) -> None:
        """Figures are asked for by office, KIM and last day, and that day belongs."""
        first = date(2024, 1, 1)
        days = [figure(n, observed=first + timedelta(days=n)) for n in (0, 1, 2)]
        observe(store, *days, figure(9, kim="k2"), figure(8, office="99.02", kim="k3"))
        assert [v for v, _ in figures(store, kim="k1", until=date(2024, 1, 2))] == [0, 1]
        assert [v for v, _ in figures(store, until=first)] == [0, 9]
        assert figures(store, until=date(2023, 12, 31)) == []
        assert figures(store, office="99.02") == [(8, 1)]
        assert figures(store, kim="k3") == figures(store, kim="K1") == figures(store, office="99") == []


def expected(*rows: ObservationRow) -> str:
    """Return the digest of rows together, as the port defines it."""
    return batch_digest(digest(observation_values(row)) for row in rows)
