"""What was recorded of a KIM goes over to the record it was merged into."""

import pytest
from attrs import evolve

from kimcore.collaboration import Candidate, Recipient, TieDecision, move_kim
from kimcore.serialization import to_json
from tests.collaboration.made_up import (
    START,
    WORKS,
    YES,
    a_material,
    an_award,
    an_event,
    scores,
    through,
)
from tests.collaboration.test_needs import needs


@pytest.mark.parametrize("kind", WORKS)
def test_a_work_names_the_kim_that_stays(kind: str) -> None:
    """Wherever it named the former one; its stages stay, and without that KIM it stays as it is."""
    work = through(WORKS[kind]())
    moved = move_kim(work, "kim-1", "kim-7")
    assert '"kim-1"' in to_json(work)
    assert '"kim-1"' not in to_json(moved)
    assert to_json(work).count('"kim-1"') == to_json(moved).count('"kim-7"')
    assert moved.progress == work.progress
    assert move_kim(moved, "kim-7", "kim-1") == work
    assert move_kim(work, "kim-9", "kim-7") == work


def test_what_has_nothing_to_move_is_the_same_object() -> None:
    """A record without the KIM is not made anew."""
    for record in (an_event(), needs(), a_material()):
        assert move_kim(record, "kim-9", "kim-7") is record


def test_a_list_names_a_kim_once() -> None:
    """Where it named both, at the place of the first; needs go over as well."""
    event = an_event(invited=("kim-3", "kim-1", "kim-2"))
    assert move_kim(event, "kim-2", "kim-3").invited == ("kim-3", "kim-1")
    assert move_kim(event, "kim-3", "kim-2").invited == ("kim-2", "kim-1")
    assert [p.kim for p in move_kim(event, "kim-2", "kim-3").participants] == ["kim-1", "kim-3"]
    assert move_kim(needs(), "kim-1", "kim-7").kim == "kim-7"


def test_in_an_award_that_has_both_the_record_that_stays_stands() -> None:
    """The candidacy, scores and decisions of the former go, what it was given stays; else all of it goes over."""
    two = tuple(Candidate(kim=f"kim-{n}", seen=str(n), ready=YES, appointed=YES) for n in (1, 2, 3))
    decisions = tuple(
        TieDecision(works=works, on=START, by="made-up juror", reason="contoh")
        for works in (("kim-1", "kim-2"), ("kim-2", "kim-3"))
    )
    given = {"kim-1": (60, 6), "kim-2": (50, 5), "kim-3": (50, 5)}
    award = an_award(
        candidates=two,
        scores=scores("juror-1", **given),
        tie_decisions=decisions,
        recipients=(Recipient(kim="kim-1", form="x"),),
    )
    found = move_kim(award, "kim-1", "kim-2")
    assert [c.seen for c in found.candidates] == ["2", "3"]
    assert {s.work for s in found.scores} == {"kim-2", "kim-3"}
    assert {s.value for s in found.scores} == {50, 5}
    assert found.tie_decisions == decisions[1:]
    assert [r.kim for r in found.recipients] == ["kim-2"]
    other = move_kim(award, "kim-1", "kim-7")
    assert [s.work for s in other.scores] == ["kim-7", "kim-7", *["kim-2"] * 2, *["kim-3"] * 2]
    assert [d.works for d in other.tie_decisions] == [("kim-7", "kim-2"), ("kim-2", "kim-3")]
    assert [c.kim for c in other.candidates] == ["kim-7", "kim-2", "kim-3"]
    assert evolve(other, candidates=()).kims == ("kim-7",)
