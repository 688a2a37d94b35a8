"""Capacity events: sessions, venue, who takes part, and what an event is called."""

from typing import Any

import pytest

from kimcore.collaboration import Session, VenueKind
from kimcore.errors import InvalidValue
from tests.collaboration.made_up import DAY, START, an_event


@pytest.mark.clause("IV.C.stage.5")
@pytest.mark.parametrize(
    ("begins", "ends"), [("", ""), ("08:30", ""), ("", "10:00"), ("00:00", "23:59"), ("08:30", "08:31")]
)
def test_times_are_those_of_a_clock(begins: str, ends: str) -> None:
    """A blank time is not set yet; the end comes after the beginning."""
    assert Session(title="a", begins=begins, ends=ends).begins == begins


@pytest.mark.clause("IV.C.stage.5")
@pytest.mark.parametrize(
    ("begins", "ends"),
    [("8:30", ""), ("24:00", ""), ("", "10:60"), ("10.00", ""), ("10:00 ", ""), ("10:00", "10:00"), ("10:00", "09:59")],
)
def test_other_times_are_refused(begins: str, ends: str) -> None:
    """The error shows both times and how they are written."""
    with pytest.raises(InvalidValue, match="are not two times such as 08:30 and 10:00") as caught:
        Session(title="a", begins=begins, ends=ends)
    error = caught.value
    assert (error.code, error.field, error.clause) == ("session_time", "begins", "IV.C.stage.5")
    assert repr(begins) in error.say("id")


@pytest.mark.parametrize(
    ("given", "scheduled"),
    [
        ({"on": START, "begins": "08:00", "ends": "09:00"}, True),
        ({"on": START, "begins": "08:00"}, False),
        ({"on": START, "ends": "09:00"}, False),
        ({"begins": "08:00", "ends": "09:00"}, False),
    ],
)
def test_a_session_is_scheduled_with_day_and_both_times(given: dict[str, Any], scheduled: bool) -> None:
    """One of the three that is missing leaves it unscheduled."""
    assert Session(title="a", **given).is_scheduled is scheduled


def test_an_event_knows_its_kims_and_days() -> None:
    """KIMs invited and those of participants, each once; days of sessions, each once, in order."""
    sessions = tuple(Session(title="a", on=on) for on in (START + DAY, None, START, START + DAY))
    event = an_event(invited=("kim-3", "kim-2"), sessions=sessions)
    assert event.kims == ("kim-3", "kim-2", "kim-1")
    assert event.days == (START, START + DAY)


def test_an_event_is_called_by_form_and_theme() -> None:
    """The form alone until a theme is set."""
    assert an_event().title == "Workshop/Lokakarya: Tema Contoh"
    assert an_event(theme="").title == "Workshop/Lokakarya"


@pytest.mark.clause("IV.C.stage.3")
def test_an_event_may_be_held_in_a_virtual_room() -> None:
    """Or in a room of the local government or a hired one."""
    assert [kind.code for kind in VenueKind] == ["public_building", "hired_hall", "virtual_room"]
