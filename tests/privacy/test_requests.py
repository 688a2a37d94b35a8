"""Requests of persons: a term of 3 × 24 hours, a queue, an outcome."""

from datetime import datetime, timedelta

import pytest

from kimcore.errors import InvalidValue, NotAllowed, NotFound
from kimcore.protection import TERM, PersonRequest, RequestKind, RequestOutcome
from kimcore.testing import FakeClock, a_kim, a_workspace
from kimcore.testing.builders import OFFICE
from tests.privacy.people import NAME

RECEIVED = "2026-11-20T09:00:00+07:00"
DUE = datetime.fromisoformat("2026-11-23T09:00:00+07:00")
SECOND = timedelta(seconds=1)


def a_request(**changes: object) -> PersonRequest:
    """Return a request."""
    given = {"id": "99.01/0001", "office": OFFICE, "kind": RequestKind.ERASE, "person": NAME, "received": RECEIVED}
    return PersonRequest(**given | changes)  # type: ignore[arg-type]


def test_a_request_is_due_after_three_days_of_24_hours() -> None:
    """By the law's term, which is a dated parameter with its source."""
    assert a_request().due == DUE
    (value,) = TERM.values
    assert (value.value, value.source) == (72, "UU 27/2022: 3 × 24 jam")


@pytest.mark.parametrize(("at", "is_overdue"), [(DUE - SECOND, False), (DUE, False), (DUE + SECOND, True)])
def test_a_request_is_overdue_after_its_term(at: datetime, is_overdue: bool) -> None:
    """To the second, whether it is still open or was closed then."""
    assert a_request().is_overdue(at) is is_overdue
    closed = a_request().close(RequestOutcome.DONE, at.isoformat())
    assert closed.is_overdue(DUE + timedelta(days=9)) is is_overdue


def test_a_request_is_closed_once() -> None:
    """With its outcome; a refusal needs the reason that the person was given."""
    with pytest.raises(InvalidValue, match="reason"):
        a_request().close(RequestOutcome.REFUSED, RECEIVED)
    closed = a_request().close(RequestOutcome.REFUSED, RECEIVED, "data itu bukan milik pemohon")
    assert not closed.is_open
    with pytest.raises(NotAllowed):
        closed.close(RequestOutcome.DONE, RECEIVED)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"person": "  "}, "request_incomplete"),
        ({"received": "2026-11-20"}, "instant_invalid"),
        ({"received": "2026-11-20T09:00"}, "instant_invalid"),
        ({"received": "kemarin"}, "instant_invalid"),
        ({"received": "2022-10-16T23:59:59+07:00"}, "request_early"),
    ],
)
def test_a_request_needs_a_person_and_an_instant_with_its_zone(changes: dict[str, str], code: str) -> None:
    """Hours cannot be counted from a day alone, nor without a zone."""
    with pytest.raises(InvalidValue) as caught:
        a_request(**changes)
    assert caught.value.code == code


def test_the_repr_names_nobody() -> None:
    """A request can be logged."""
    assert NAME not in repr(a_request(text=NAME, answer=NAME))


def test_the_queue_puts_first_what_is_due_first() -> None:
    """Open ones before closed ones; overdue ones are marked."""
    workspace = a_workspace(a_kim())
    for received in ("2026-11-24T00:00+00:00", "2026-11-20T00:00+00:00", "2026-11-22T00:00+00:00"):
        workspace.add_request("access", NAME, received=received)
    workspace.close_request("3", "done")
    queue = workspace.requests()
    assert [request.id[-1] for request in queue] == ["2", "1", "3"]
    assert [request.id[-1] for request in queue.overdue] == ["2"]
    assert [entry["overdue"] for entry in queue.to_document()["requests"]] == [True, False, False]


def test_a_request_is_received_now_unless_it_says_when() -> None:
    """By the clock of the workspace; an id that is none is refused."""
    workspace = a_workspace(a_kim())
    made = workspace.add_request(RequestKind.CORRECT, NAME)
    assert made.due == FakeClock().instant + timedelta(hours=72)
    with pytest.raises(NotFound):
        workspace.close_request("99.01/0009", "done")


def test_the_audit_log_does_not_name_the_person() -> None:
    """Only that a request was added and changed."""
    workspace = a_workspace(a_kim())
    workspace.add_request("access", NAME, text=NAME)
    workspace.close_request("1", "done", answer=NAME)
    assert NAME not in repr(workspace.audit().rows)
    assert [row.why for _, row in workspace.audit()][-2:] == ["requests add", "requests close"]
