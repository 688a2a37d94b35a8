"""In which order KIMs are to be approached."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.errors import InvalidValue
from kimcore.mapping import CutOffs, Subject, find_cutoffs, place_all, priority_kims
from kimcore.values import Outcome
from tests.mapping.builders import subject

CUTOFFS = CutOffs.at(interest=50, power=50, influence=50)

pytestmark = pytest.mark.clause("III.D", "VI.4")

SUBJECTS = st.lists(
    st.builds(
        subject,
        *[st.none() | st.integers(0, 100)] * 3,
        id=st.uuids().map(str),
        name=st.sampled_from(["KIM A", "kim a", "KIM B"]),
        village=st.sampled_from(["", "Sumber"]),
        status=st.sampled_from(["eligible", "undetermined", "ineligible"]),
        formation=st.sampled_from(Outcome),
    ),
    max_size=10,
)


def ids(subjects: Sequence[Subject]) -> list[str]:
    """Return the ids in order of priority."""
    return [p.subject.id for p in place_all(subjects, CUTOFFS)]


def test_quadrants_and_kinds_stand_in_their_order() -> None:
    """Quadrant 1, 2, 3, mixed, 4, unplaced, outside, counted from 1."""
    every = [
        subject(90, 90, 90, id="outside", formation=Outcome.NOT_MET),
        subject(None, 90, 90, id="unplaced"),
        subject(10, 10, 10, id="4"),
        subject(10, 90, 10, id="mixed"),
        subject(90, 10, 10, id="3"),
        subject(10, 90, 90, id="2"),
        subject(90, 90, 90, id="1"),
    ]
    found = place_all(every, CUTOFFS)
    assert [p.subject.id for p in found] == ["1", "2", "3", "mixed", "4", "unplaced", "outside"]
    assert [p.priority for p in found] == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.clause("III.E")
def test_the_report_has_quadrants_1_to_3_and_mixed() -> None:
    """KIMs of quadrant 4, unplaced and outside are no priority KIMs; the order stays."""
    every = [
        subject(10, 10, 10, id="4"),
        subject(10, 90, 10, id="mixed"),
        subject(90, 10, 10, id="3"),
        subject(10, 90, 90, id="2"),
        subject(90, 90, 90, id="1"),
        subject(None, 90, 90, id="unplaced"),
        subject(90, 90, 90, id="outside", formation=Outcome.NOT_MET),
    ]
    assert [p.subject.id for p in priority_kims(place_all(every, CUTOFFS))] == ["1", "2", "3", "mixed"]


def test_inside_a_quadrant_the_status_comes_first() -> None:
    """Eligible before undetermined before ineligible, also where scores say otherwise."""
    every = [
        subject(99, 99, 99, id="c", status="ineligible"),
        subject(98, 98, 98, id="b"),
        subject(51, 51, 51, id="a", status="eligible"),
    ]
    assert ids(every) == ["a", "b", "c"]


def test_then_interest_power_and_influence_descending() -> None:
    """The higher score stands first, interest before power before influence."""
    every = [
        subject(60, 60, 60, id="a"),
        subject(60, 60, 61, id="b"),
        subject(60, 61, 60, id="c"),
        subject(61, 60, 60, id="d"),
    ]
    assert ids(every) == ["d", "c", "b", "a"]


def test_an_unknown_score_stands_after_a_known_0() -> None:
    """Unknown is last, not lowest."""
    every = [subject(None, 90, 90, id="a"), subject(0, 90, None, id="c"), subject(0, None, 90, id="b")]
    assert ids(every) == ["c", "b", "a"]


def test_then_name_village_and_id() -> None:
    """Names and villages are compared by code point without case, and the id settles the rest."""
    every = [
        subject(60, 60, 60, id="4", name="kim b"),
        subject(60, 60, 60, id="5", name="KIM Z"),
        subject(60, 60, 60, id="6", name="KIM Ä"),
        subject(60, 60, 60, id="3", name="KIM A", village="sumber"),
        subject(60, 60, 60, id="2", name="kim a", village="Melati"),
        subject(60, 60, 60, id="1", name="KIM A", village="melati"),
    ]
    assert ids(every) == ["1", "2", "3", "4", "5", "6"]


def test_an_unknown_status_is_refused() -> None:
    """A status is one of three codes."""
    with pytest.raises(InvalidValue) as caught:
        place_all([subject(status="fit")], CUTOFFS)
    assert caught.value.code == "status_unknown"


@given(SUBJECTS.flatmap(lambda s: st.tuples(st.just(s), st.permutations(s))))
def test_the_map_does_not_depend_on_the_order_of_kims(orders: tuple[list[Subject], list[Subject]]) -> None:
    """The same KIMs in another order have the same cut-offs, placements and priorities."""
    one, other = (place_all(order, find_cutoffs(order)) for order in orders)
    assert one == other
    assert [p.priority for p in one] == list(range(1, len(one) + 1))


@given(SUBJECTS)
def test_ordering_again_changes_nothing(subjects: list[Subject]) -> None:
    """KIMs given in order of priority stay in it, and none is lost."""
    found = place_all(subjects, CUTOFFS)
    assert place_all([p.subject for p in found], CUTOFFS) == found
    assert {p.subject.id for p in found} == {s.id for s in subjects}
