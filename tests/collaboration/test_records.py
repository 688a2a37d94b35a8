"""Every record of chapter IV survives JSON, and says nothing personal once its personal data are blanked."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kimcore import collaboration as c
from kimcore.collaboration import state_on
from kimcore.errors import KimError
from kimcore.privacy import Privacy, privacy_of
from kimcore.protection import ERASED, without_personal
from kimcore.protection.erasing import Eraser
from kimcore.protection.traces import Traces
from kimcore.serialization import entity_schema, from_json, to_json
from kimcore.serialization.readers import plain_reader
from kimcore.testing.drawing import of_type
from tests.collaboration.made_up import LATER, WORKS, through

ENTITIES: list[Any] = [
    c.CapacityNeeds,
    c.CapacityEvent,
    c.Trial,
    c.Collaboration,
    c.Material,
    c.Competition,
    c.Award,
]


def drawn(kind: Any) -> st.SearchStrategy[Any]:
    """Return records of a class, of which those that are refused are left out."""

    @st.composite
    def record(draw: st.DrawFn) -> Any:
        """Draw one, or None where it is refused."""
        try:
            return draw(of_type(kind))
        except KimError:
            return None

    return record().filter(lambda made: made is not None)


PARTS: list[Any] = [
    c.Accompaniment,
    c.Candidate,
    c.CapacityNeeds,
    c.Category,
    c.Contribution,
    c.Coordination,
    c.Deadline,
    c.Entry,
    c.Feedback,
    c.Juror,
    c.Participant,
    c.PrivateSupport,
    c.Prize,
    c.Production,
    c.Publication,
    c.Recipient,
    c.Score,
    c.Speaker,
    c.Venue,
]


@pytest.mark.parametrize("kind", PARTS, ids=lambda k: k.__name__)
@settings(max_examples=25, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(data=st.data())
def test_a_part_comes_back_from_json(kind: Any, data: st.DataObject) -> None:
    """Whatever its texts are; a text that reads like a code stays a text."""
    record = data.draw(drawn(kind))
    assert from_json(to_json(record), kind) == record


@pytest.mark.parametrize("kind", ENTITIES, ids=lambda k: k.__name__)
def test_an_entity_has_a_quick_reader_and_a_schema(kind: Any) -> None:
    """Nothing in it keeps it from being read fast or described to others."""
    assert plain_reader(kind) is not None
    assert entity_schema(kind)["title"] == kind.__name__


@pytest.mark.parametrize("kind", WORKS)
def test_a_work_without_personal_data_keeps_its_state(kind: str) -> None:
    """Names, reasons and evidence go; what was done stays done, and the record can still be stored."""
    work = through(WORKS[kind]())
    blanked = without_personal(work)
    assert state_on(blanked, LATER).done == work.plan.ids
    assert {(r.by, r.evidence) for r in blanked.progress.records} == {(ERASED, ERASED)}
    assert "made-up" not in to_json(blanked).casefold()
    assert from_json(to_json(blanked), type(work)) == blanked


PEOPLE: list[tuple[Any, str, str]] = [
    (c.Speaker, "name", "self"),
    (c.Participant, "name", "self"),
    (c.Juror, "name", "self"),
    (c.Entry, "makers", "other"),
    (c.StageRecord, "by", "other"),
    (c.Cancellation, "by", "other"),
    (c.Appointment, "officer", "other"),
    (c.TieDecision, "by", "other"),
    (c.Disqualification, "by", "other"),
    (c.Protest, "officer", "other"),
    (c.ProcurementCheck, "by", "other"),
    (c.PrivateSupport, "party", "other"),
    (c.PrivateSupport, "officer", "other"),
    (c.Accompaniment, "by", "other"),
    (c.CapacityNeeds, "by", "other"),
]


@pytest.mark.parametrize(("record", "name", "sense"), PEOPLE, ids=lambda v: getattr(v, "__name__", v))
def test_names_of_persons_are_found(record: Any, name: str, sense: str) -> None:
    """They are general personal data, and tell whether the record is the person's own."""
    (one,) = (f for f in record.__attrs_attrs__ if f.name == name)
    assert privacy_of(one) is Privacy.GENERAL
    assert one.metadata["names"] == sense


def test_no_part_holds_specific_data() -> None:
    """Nothing of chapter IV is about crimes or health."""
    every = [k for k in vars(c).values() if isinstance(k, type) and hasattr(k, "__attrs_attrs__")]
    assert {privacy_of(f) for k in every for f in k.__attrs_attrs__} == {Privacy.NONE, Privacy.GENERAL}


def test_a_person_is_taken_out_of_a_work() -> None:
    """A speaker's own row is blanked, others stay; the event can still be stored."""
    eraser = Eraser(Traces("Made-Up Speaker"))
    found = eraser.without(through(WORKS["event"]()))
    assert [s.name for s in found.speakers] == [ERASED]
    assert [s.competence for s in found.speakers] == [ERASED]
    assert [p.name for p in found.participants] == ["Made-Up One", "Made-Up Two"]
    assert from_json(to_json(found), type(found)) == found
    assert {"speakers.name", "speakers.competence"} <= {place.path for place in eraser.places}
