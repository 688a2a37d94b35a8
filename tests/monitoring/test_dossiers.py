"""Dossiers: the figures of one KIM at a time give what all at once give."""

from collections.abc import Iterator
from datetime import date, timedelta

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kimcore.monitoring import Forward, Kept, Observation, Survey, dossiers, each_standing, standing
from kimcore.ports import ObservationRow
from kimcore.workspace.records import observation_of, row_of
from tests.monitoring.builders import OFFICE, a_kim, seen, shown

DAY = date(2026, 7, 1)


def stored(rows: list[Observation]) -> list[Observation]:
    """Return what the storage port yields of rows: the last of each key, sorted by KIM, day and the rest."""
    last: dict[tuple[str, ...], ObservationRow] = {}
    for row in rows:
        last[row.key] = row_of(row, OFFICE)
    return [observation_of(row) for row in sorted(last.values(), key=lambda row: row.order)]


ROWS = st.lists(
    st.builds(
        lambda kim, account, day, value: evolve(seen("facebook", account, DAY + timedelta(day), value), kim=kim),
        st.sampled_from(["k1", "k10", "k2"]),
        st.sampled_from(["a", "b"]),
        st.integers(0, 3),
        st.none() | st.integers(0, 9),
    ),
    max_size=30,
)


@given(ROWS)
def test_a_stream_by_kim_gives_what_stands(rows: list[Observation]) -> None:
    """Of what the storage port yields, both ways of reading give the same records of every KIM."""
    streamed = dict(each_standing(stored(rows)))
    assert streamed == standing(stored(rows))


def test_the_figures_of_later_kims_are_not_read_ahead() -> None:
    """When the dossier of a KIM is given out, no figure behind the first one of the next KIM has been read."""
    read: list[str] = []

    def rows() -> Iterator[Observation]:
        for kim in ("k1", "k1", "k2", "k2", "k3"):
            read.append(kim)
            yield evolve(seen("facebook", "a", DAY, 1), kim=kim)

    found = dossiers([a_kim("k1"), a_kim("k2"), a_kim("k3")], Forward(each_standing(rows())), Kept())
    assert len(next(found).records) == 2
    assert read == ["k1", "k1", "k2"]
    assert [len(d.records) for d in found] == [2, 1]


def test_a_kim_without_figures_and_figures_without_a_kim_are_passed_over() -> None:
    """Neither shifts the records of others."""
    rows = [evolve(seen("facebook", "a", DAY, 1), kim=kim) for kim in ("k0", "k2", "k3")]
    found = dossiers([a_kim("k1"), a_kim("k2"), a_kim("k4")], Forward(each_standing(rows)), Kept())
    assert [len(d.records) for d in found] == [0, 1, 0]


def test_what_is_kept_goes_to_its_own_kim() -> None:
    """Surveys of the whole office are in no dossier."""
    kept = Kept(contents=(shown("c", DAY, kim="k2"),), surveys=(Survey(topic="t"), Survey(kim="k2", topic="t")))
    one, two = dossiers([a_kim("k1"), a_kim("k2")], Forward([]), kept)
    assert (len(one.contents), len(one.surveys), len(two.contents), len(two.surveys)) == (0, 0, 1, 1)
    assert kept.office_surveys == (Survey(topic="t"),)
