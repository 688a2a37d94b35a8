"""Confirmations, attendance, and whether speakers follow the sessions."""

import pytest
from attrs import evolve

from kimcore.collaboration import Headcount, Participant, Session, Speaker, attendance, speaker_remarks
from tests.collaboration.made_up import NO, YES, an_event


@pytest.mark.clause("IV.C.stage.4", "IV.C.stage.5", "IV.C.stage.6")
def test_who_confirmed_and_came_is_counted_with_what_is_unknown() -> None:
    """A KIM is absent where of each of its participants it is recorded that he did not come."""
    people = (
        Participant(name="a", kim="kim-1", confirmed=YES, attended=NO),
        Participant(name="b", kim="kim-1", confirmed=YES, attended=YES),
        Participant(name="c", kim="kim-2", confirmed=NO, attended=NO),
        Participant(name="d", kim="kim-3", attended=NO),
        Participant(name="e", kim="kim-3"),
    )
    event = an_event(participants=people, invited=("kim-4",))
    found = attendance(evolve(event, speakers=(*event.speakers, Speaker(name="f", attended=YES))))
    assert found.confirmed == Headcount(yes=2, no=1, unknown=2)
    assert found.attended == Headcount(yes=1, no=3, unknown=1)
    assert found.speakers_attended == Headcount(yes=1, no=0, unknown=1)
    assert found.absent_kims == ("kim-2",)
    assert found.attended.total == 5


@pytest.mark.clause("IV.C.stage.2")
def test_the_speakers_follow_the_sessions() -> None:
    """What does not fit is remarked, not forbidden."""
    assert speaker_remarks(an_event()) == ()
    sessions = (Session(title="a"), Session(title="b"))
    speakers = (
        Speaker(name="x", competence=" ", sessions=("a", "z")),
        Speaker(name="y", competence="foto"),
        Speaker(name="z", sessions=("c",)),
    )
    remarks = speaker_remarks(an_event(sessions=sessions, speakers=speakers))
    assert [r.en for r in remarks] == [
        "session “b” has no speaker",
        "2 speaker(s) without a session",
        "2 speaker(s) whose competence is not recorded",
    ]
    assert [r.id for r in remarks] == [
        "sesi “b” belum memiliki pemateri",
        "2 pemateri tanpa sesi",
        "2 pemateri tanpa catatan kompetensi",
    ]


def test_nobody_is_nobody() -> None:
    """An event without people has no count, and no KIM is absent."""
    found = attendance(an_event(participants=(), speakers=()))
    assert found.attended == Headcount(yes=0, no=0, unknown=0)
    assert found.absent_kims == ()
