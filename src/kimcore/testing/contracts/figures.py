"""Laws of reading observations: a total order, pages, the history, and what stands after any series of calls."""

from datetime import date
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kimcore.ports import ObservationRow, StorageBackend
from kimcore.testing.contracts.model import Model
from kimcore.testing.contracts.opening import Opening
from kimcore.testing.contracts.records import LOOKALIKES, OFFICE, figure, observe, pages
from kimcore.testing.stored import observation_rows

__all__ = ["FigureLaws"]

CROSSED = [
    figure(n, kim=kim, observed=day, platform=platform, account=account, content=content)
    for n, (kim, day, platform, account, content) in enumerate(
        product(("k", "k1"), (date(2024, 1, 1), date(999, 1, 1)), ("x", "Z"), ("", "a"), ("", "c"))
    )
]
"""Figures that agree in the first parts of their order and differ in one of the later ones."""

ASKED: list[dict[str, Any]] = [
    {},
    {"kim": "k"},
    {"until": date(2000, 1, 1)},
    {"kim": "k1", "until": date(2024, 1, 1)},
]
"""Ways to narrow a list of figures, none of which leaves it empty."""


class FigureLaws(Opening):
    """What `observations` and `history` give."""

    def test_figures_are_in_a_total_order(self, store: StorageBackend) -> None:
        """They are sorted by `ObservationRow.order`, text by code points, in whatever order they were told."""
        rows = [*CROSSED, *(figure(1, content=text, platform="y") for text in LOOKALIKES)]
        observe(store, *rows[1::2], *rows[::2])
        with store.unit_of_work() as unit:
            found = list(unit.observations(office=OFFICE))
        assert [r.order for r in found] == sorted(r.order for r in rows)

    def test_pages_of_figures_join_to_the_list(self, store: StorageBackend) -> None:
        """Pages of any size, each behind the last row of the one before, give every figure once and in order."""
        observe(store, *CROSSED, *(figure(1, kim="k", content=t) for t in LOOKALIKES), figure(3, office="99.02"))
        with store.unit_of_work() as unit:
            for asked in ASKED:
                every = list(unit.observations(office=OFFICE, **asked))
                assert every
                for limit in (1, 2, 3, len(every) - 1, len(every), len(every) + 1):
                    assert every == pages(
                        lambda after, size, asked=asked: unit.observations(  # type: ignore[misc]
                            office=OFFICE, after=after, limit=size, **asked
                        ),
                        lambda row: row,
                        limit or 1,
                        len(every),
                    )

    def test_a_cursor_may_be_any_row(self, store: StorageBackend) -> None:
        """A page begins behind a row that is not stored, or has another value by now; a limit of 0 gives nothing."""
        observe(store, *(figure(n, content=str(n)) for n in range(4)))
        with store.unit_of_work() as unit:
            for cursor, left in (("", 4), ("0", 3), ("00", 3), ("2", 1), ("3", 0), ("9", 0)):
                found = unit.observations(office=OFFICE, after=figure(99, content=cursor), limit=9)
                assert [r.value for r in found] == list(range(4 - left, 4))
            assert list(unit.observations(office=OFFICE, limit=0)) == []

    def test_the_history_has_every_record(self, store: StorageBackend) -> None:
        """Of one office or all: by `entry`, those of a key by `sequence`, withdrawn and corrected ones too."""
        for number, value in enumerate((1, 2, None, 2), 1):
            observe(store, figure(value), figure(value, kim="k9", office="99.02"), entry=number)
        with store.unit_of_work() as unit:
            found = [(r.entry, r.sequence, r.value) for r in unit.history("99.01")]
            assert found == [(1, 1, 1), (2, 2, 2), (3, 3, None), (4, 4, 2)]
            assert [(r.entry, r.sequence, r.value) for r in unit.history("99.02")] == found
            assert sorted(r.kim for r in unit.history()) == ["k1"] * 4 + ["k9"] * 4
            assert [r.entry for r in unit.history()] == [1, 1, 2, 2, 3, 3, 4, 4]
            assert list(unit.history("99")) == []

    def test_corrections_of_one_entry_are_in_their_order(self, store: StorageBackend) -> None:
        """Many records of one key that came with one entry are read by their sequence, 10 after 9."""
        observe(store, *map(figure, range(12)), entry=1)
        with store.unit_of_work() as unit:
            assert [(r.value, r.sequence) for r in unit.history()] == [(n, n + 1) for n in range(12)]

    def test_the_last_record_of_each_key_stands(self, store: StorageBackend) -> None:
        """However rows are spread over calls, what stands and what was new is as a plain list of them says."""

        @settings(deadline=None, max_examples=self.examples)
        @given(st.lists(st.lists(observation_rows(), max_size=6), max_size=4))
        def every(calls: list[list[ObservationRow]]) -> None:
            model = Model()
            with store.unit_of_work() as unit:
                for entry, rows in enumerate(calls, 1):
                    assert unit.observe(iter(rows), entry=entry) == model.observe(rows, entry)
                assert list(unit.observations(office=OFFICE)) == model.standing(OFFICE)

        every()
