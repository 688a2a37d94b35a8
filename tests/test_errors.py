"""Errors: a stable code, a message in both languages, and the builtin that each resembles."""

from typing import Any

import pytest

from kimcore import errors
from kimcore.clauses import cite
from kimcore.community import Case
from kimcore.errors import Conflict, InvalidValue, KimError, MissingExtra, NotFound, PluginError, Unreadable
from kimcore.geography import RegionCode
from kimcore.media import Frequency
from kimcore.rulebooks import JUKNIS_2022, rulebook
from kimcore.testing import TODAY, a_decision
from kimcore.values import Answer, Period

BUILTINS = {
    "InvalidValue": ValueError,
    "NotFound": LookupError,
    "NotAllowed": RuntimeError,
    "UnknownTruth": TypeError,
    "Unreadable": OSError,
    "Unwritable": OSError,
    "StorageError": RuntimeError,
    "MissingExtra": ImportError,
    "PluginError": RuntimeError,
}


@pytest.mark.parametrize(("name", "builtin"), BUILTINS.items())
def test_an_error_is_also_the_builtin_it_resembles(name: Any, builtin: Any) -> None:
    """Code that knows nothing of kimcore can catch the builtin; all are KimError, and say themselves in English."""
    error = getattr(errors, name)("a_code", "english", "bahasa")
    assert isinstance(error, KimError)
    assert isinstance(error, builtin)
    assert str(error) == "english"


def test_every_error_is_public_and_tested() -> None:
    """The module names no error beyond those of this table, but the base and Conflict."""
    assert set(errors.__all__) == {*BUILTINS, "KimError", "Conflict"}


def test_an_error_carries_code_field_clause_and_values() -> None:
    """What a program needs stands in attributes, so that nobody parses the message."""
    error = InvalidValue("a_code", "english", "bahasa", field="ground", clause="II.B.6.1", day=3)
    assert (error.code, error.field, error.clause, error.params) == ("a_code", "ground", "II.B.6.1", {"day": 3})
    assert (error.say(), error.say("id"), error.say("en")) == ("bahasa", "bahasa", "english")


def test_an_error_without_indonesian_says_english() -> None:
    """A message that has one wording says it in both languages."""
    assert MissingExtra("a_code", "english").say("id") == "english"
    assert Unreadable("a_code", "english").say("id") == "english"
    assert PluginError("a_code", "english").say("en") == "english"


def test_a_conflict_names_both_revisions() -> None:
    """A conflict of writers says which revision was expected and which is stored."""
    error = Conflict("kim", "kim-1", expected=2, actual=3)
    assert (error.code, error.expected, error.actual) == ("store_conflict", 2, 3)
    assert "revision 2 was expected, 3 is stored" in str(error)
    assert "revisi 2 diharapkan" in error.say("id")


RAISED = {
    "region_code": lambda: RegionCode("9"),
    "period_reversed": lambda: Period(TODAY, TODAY.replace(day=23)),
    "frequency_negative": lambda: Frequency(-1, None),
    "ground_unknown": lambda: Case(ground=8),
    "decision_incomplete": lambda: a_decision(reason=" "),
    "clause_unknown": lambda: cite("II.B.9"),
    "rulebook_unknown": lambda: rulebook("none"),
    "rulebook_not_in_force": lambda: JUKNIS_2022.as_of(TODAY.replace(year=2021)),
    "unknown_truth": lambda: bool(Answer.UNKNOWN),
}


@pytest.mark.parametrize(("code", "call"), RAISED.items())
def test_what_an_officer_can_cause_is_said_in_both_languages(code: Any, call: Any) -> None:
    """The Indonesian message is not the English one."""
    with pytest.raises(KimError) as caught:
        call()
    assert caught.value.code == code
    assert caught.value.say("id") != caught.value.say("en")


def test_not_found_is_no_key_error() -> None:
    """The message is not wrapped in quotes, as KeyError would do."""
    assert str(NotFound("a_code", "no such thing")) == "no such thing"
