"""Every stored record is classed, so that erasing and sharing by class leaves nothing out."""

from typing import Any

import pytest
from attrs import Attribute, field, fields, fields_dict, frozen, resolve_types

from kimcore.community import Answers, Board, Case, Kim, Person, Profile
from kimcore.partnership import Decision
from kimcore.privacy import Privacy, privacy_of, public
from kimcore.problems import Problem
from kimcore.protection import ERASED, KnownPersons, Pseudonyms, is_record, without_personal
from kimcore.testing import a_decision, a_kim, proven
from kimcore.testing.builders import TODAY
from kimcore.values import Answer
from kimcore.workspace.exporting import LISTS, Shared
from kimcore.workspace.journal import UndoRecord

KINDS = [*(entity for _, entity in LISTS.values()), UndoRecord]
GENERAL, SPECIFIC, NONE = Privacy.GENERAL, Privacy.SPECIFIC, Privacy.NONE


def found_in(kind: Any, seen: set[type]) -> set[type]:
    """Return the classes of records that a class holds, itself too."""
    if not isinstance(kind, type):
        for part in getattr(kind, "__args__", ()):
            found_in(part, seen)
    elif hasattr(kind, "__attrs_attrs__") and kind not in seen and is_record(object.__new__(kind)):
        seen.add(kind)
        for one in fields(resolve_types(kind)):
            found_in(one.type, seen)
    return seen


STORED = sorted(set().union(*(found_in(kind, set()) for kind in KINDS)), key=lambda c: c.__name__)


@pytest.mark.parametrize("record", STORED, ids=lambda c: c.__name__)
def test_every_field_that_is_stored_has_a_class(record: type) -> None:
    """Whatever a stored record holds, at any depth, is classed: the export would fail on a field that is not."""
    assert [one.name for one in fields(record) if not isinstance(privacy_of(one), Privacy)] == []


@pytest.mark.parametrize(
    ("record", "name", "expected"),
    [
        (Person, "name", GENERAL),
        (Person, "civil_servant", GENERAL),
        (Person, "role", NONE),
        (Profile, "phone", GENERAL),
        (Profile, "address", GENERAL),
        (Answers, "party_affiliation", GENERAL),
        (Answers, "criminal_case", SPECIFIC),
        (Kim, "cases", SPECIFIC),
        (Board, "stated", NONE),
        (Problem, "value", GENERAL),
        (Problem, "message", GENERAL),
        (Problem, "code", NONE),
    ],
)
def test_classes_are_those_of_the_law(record: type, name: str, expected: Privacy) -> None:
    """Names, addresses, contacts, affiliations: general; criminal cases and evidence: specific; the rest: none."""
    (one,) = (f for f in fields(record) if f.name == name)
    assert privacy_of(one) is expected


def test_the_officer_of_a_case_is_a_name() -> None:
    """An official is a person too."""
    for one in (fields_dict(Decision)["officer"], fields_dict(Case)["officer"]):
        assert privacy_of(one) is GENERAL


def test_a_field_without_a_class_stops_an_export() -> None:
    """Nothing is shared because somebody forgot to class it."""

    @frozen(kw_only=True)
    class Bare:
        known: int = field(metadata=public())
        forgotten: str

    with pytest.raises(KeyError):
        Shared(KnownPersons.of((), (), Pseudonyms("k"))).plain(Bare(known=1, forgotten="x"))


def left(record: Any, one: "Attribute[Any]") -> bool:
    """Tell whether a personal field still says something."""
    value = getattr(record, one.name)
    return privacy_of(one) is not NONE and value not in (None, "", (), ERASED, Answer.UNKNOWN)


def test_a_record_without_personal_data_says_nothing_personal_and_no_no() -> None:
    """After retention every answer is unknown, every name and text erased; a conclusion stays a conclusion."""
    kim = without_personal(a_kim(cases=(proven(4, TODAY),), answers__criminal_case=Answer.YES))
    records: list[Any] = [kim.profile, kim.answers, *kim.board.people, *kim.cases]
    for record in records:
        assert [one.name for one in fields(type(record)) if left(record, one)] == []
    assert {p.civil_servant for p in kim.board.people} == {Answer.UNKNOWN}
    assert kim.cases[0].is_complete
    decision = without_personal(a_decision("conclude"))
    assert (decision.officer, decision.reason, decision.ground) == (ERASED, ERASED, 6)
