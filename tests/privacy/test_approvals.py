"""The ministry's approval of a request to administer a KIM website, as data (I.A.1)."""

from datetime import date
from itertools import product

import pytest
from attrs import evolve

from kimcore.approvals import TABLE, ApprovalKind, ApprovalState, WebsiteApproval, WebsiteRequest
from kimcore.errors import InvalidValue, NotAllowed, NotFound
from kimcore.testing import a_kim, a_workspace
from kimcore.testing.builders import OFFICE

pytestmark = pytest.mark.clause("I.A.1")

ASKED = date(2026, 3, 1)
WAYS = dict.fromkeys((ApprovalState.REQUESTED,), ()) | {
    ApprovalState.APPROVED: (ApprovalKind.APPROVE,),
    ApprovalState.REFUSED: (ApprovalKind.REFUSE,),
    ApprovalState.WITHDRAWN: (ApprovalKind.WITHDRAW,),
    ApprovalState.REVOKED: (ApprovalKind.APPROVE, ApprovalKind.REVOKE),
}


def a_decision(kind: ApprovalKind, on: date = ASKED) -> WebsiteApproval:
    """Return a decision with a letter as evidence."""
    return WebsiteApproval(kind=kind, on=on, by="made-up official", reason="made-up reason", evidence="surat no. 1")


def a_request(*kinds: ApprovalKind) -> WebsiteRequest:
    """Return a request with decisions."""
    blank = WebsiteRequest(id="1", office=OFFICE, site="kim.example.invalid", on=ASKED, by="made-up officer")
    return evolve(blank, decisions=tuple(map(a_decision, kinds)))


@pytest.mark.parametrize("state", list(ApprovalState))
def test_each_state_is_reached(state: ApprovalState) -> None:
    """By the decisions that lead to it."""
    assert a_request(*WAYS[state]).state_on(ASKED) is state


@pytest.mark.parametrize(("state", "kind"), list(product(ApprovalState, ApprovalKind)))
def test_only_what_the_table_lists_is_allowed(state: ApprovalState, kind: ApprovalKind) -> None:
    """Every pair of state and decision: it leads where the table says, or is refused."""
    request, expected = a_request(*WAYS[state]), TABLE.get((state, kind))
    if expected is None:
        with pytest.raises(NotAllowed):
            request.decided(a_decision(kind))
    else:
        assert request.decided(a_decision(kind)).state_on(ASKED) is expected


def test_a_state_is_of_a_date() -> None:
    """The day before the approval it was still a request."""
    request = a_request().decided(a_decision(ApprovalKind.APPROVE, date(2026, 4, 1)))
    days = [date(2026, 3, 31), date(2026, 4, 1), date(2026, 4, 2)]
    assert [request.state_on(day).code for day in days] == ["requested", "approved", "approved"]


def test_a_decision_is_not_older_than_what_it_decides() -> None:
    """Neither than the request nor than the decision before it."""
    with pytest.raises(NotAllowed):
        a_request().decided(a_decision(ApprovalKind.APPROVE, date(2026, 2, 28)))


@pytest.mark.parametrize(
    "changes", [{"site": " "}, {"by": ""}, {"decisions": (evolve(a_decision(ApprovalKind.APPROVE), evidence=""),)}]
)
def test_a_request_names_site_and_officer_and_a_decision_its_evidence(changes: dict[str, object]) -> None:
    """Nothing is approved without a paper."""
    with pytest.raises(InvalidValue):
        evolve(a_request(), **changes)  # type: ignore[arg-type]


def test_an_office_keeps_its_requests() -> None:
    """Asked, decided, read back; another office has none."""
    workspace = a_workspace(a_kim())
    made = workspace.ask_for_website("kim.example.invalid", "made-up officer", on=ASKED)
    workspace.decide_website(made.id, a_decision(ApprovalKind.APPROVE))
    (found,) = workspace.websites()
    assert (found.site, found.on, found.state_on(ASKED)) == ("kim.example.invalid", ASKED, ApprovalState.APPROVED)
    assert found.decisions[0].evidence == "surat no. 1"
    with pytest.raises(NotFound):
        workspace.decide_website("9", a_decision(ApprovalKind.REFUSE))
    assert "made-up" not in repr(found)
