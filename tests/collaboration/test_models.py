"""Collaboration by participation: contacts, and what KIMs report of their areas."""

from datetime import date

import pytest

from kimcore.collaboration import CoordinationKind
from tests.collaboration.made_up import a_collaboration


@pytest.mark.clause("IV.B.A.input")
def test_what_kims_report_of_their_areas_is_told_in_order() -> None:
    """By day, with the issue it became where it did; other contacts are not in it."""
    found = a_collaboration().area_inputs
    assert [(c.kim, c.on, c.issue) for c in found] == [
        ("kim-1", date(2026, 3, 4), ""),
        ("kim-2", date(2026, 3, 9), "issue-1"),
    ]
    assert a_collaboration(coordination=()).area_inputs == ()


@pytest.mark.clause("IV.B.A.coord")
def test_three_things_pass_between_office_and_kim() -> None:
    """Information that the office prepares, feedback on plans, and news of the area."""
    assert [kind.code for kind in CoordinationKind] == ["preparation", "feedback", "area_input"]
