"""Candidates, checks of procurement, and private support."""

from typing import Any

import pytest

from kimcore.collaboration import PrivateSupport, ProcurementCheck
from kimcore.errors import InvalidValue
from kimcore.serialization import from_json, to_json
from kimcore.values import Answer
from tests.collaboration.made_up import DAY, NO, START, UNKNOWN, YES, a_check, candidates


@pytest.mark.clause("IV.E.procurement")
def test_a_check_of_procurement_names_who_made_it() -> None:
    """Whether rules are kept may be open yet."""
    with pytest.raises(InvalidValue, match="names who made it") as caught:
        a_check(by=" ")
    error = caught.value
    assert (error.code, error.field, error.clause) == ("procurement_by", "by", "IV.E.procurement")
    assert error.say("id") == "pemeriksaan pengadaan menyebut pemeriksanya"
    assert ProcurementCheck(on=START, by="made-up officer").kept is UNKNOWN


@pytest.mark.clause("IV.E.sponsor")
@pytest.mark.parametrize(
    ("changes", "clear"),
    [
        ({}, True),
        ({"conflict": YES}, False),
        ({"conflict": UNKNOWN}, False),
        ({"checked": None}, False),
        ({"checked": START + DAY}, False),
        ({"checked": START - DAY}, True),
        ({"officer": " "}, False),
    ],
)
def test_support_is_clear_once_no_conflict_was_found(changes: dict[str, Any], clear: bool) -> None:
    """By a day, and by an officer."""
    given: dict[str, Any] = {"party": "PT Contoh", "conflict": NO, "checked": START, "officer": "made-up officer"}
    assert PrivateSupport(**given | changes).is_clear(START) is clear


def test_who_supports_and_what_a_kim_said_is_not_shown() -> None:
    """The record comes back from JSON; names and feedback are not in the repr."""
    support = PrivateSupport(party="PT Contoh", what="hadiah", officer="made-up officer")
    assert from_json(to_json(support), PrivateSupport) == support
    assert "PT" not in repr(support)
    assert "contoh" not in repr(candidates())
    assert [c.ready for c in candidates()] == [Answer.YES, Answer.NO]
