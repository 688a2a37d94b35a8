"""Builders: made-up records that meet every condition, to be changed where a test needs it."""

from datetime import date
from typing import Any, Final

from attrs import evolve

from kimcore.community import (
    Answers,
    Board,
    Case,
    Decree,
    Documents,
    Finding,
    Identity,
    Kim,
    KimType,
    PartnershipTerm,
    Person,
    Profile,
)
from kimcore.geography import RegionCode
from kimcore.issues import Issue
from kimcore.media import Channel
from kimcore.partnership import Decision, DecisionKind
from kimcore.values import Answer, Period

__all__ = [
    "OFFICE",
    "TODAY",
    "a_candidate",
    "a_case",
    "a_decision",
    "a_kim",
    "a_person",
    "a_term",
    "an_issue",
    "changed",
    "proven",
]

TODAY: Final = date(2026, 11, 24)
"""The date on which the KIM of `a_kim` meets every condition."""

OFFICE: Final = RegionCode("99.01")
"""The office of every record made here: a district that does not exist."""

YES, NO = Answer.YES, Answer.NO


def a_person(name: str = "Made-Up Person", **changes: Any) -> Person:
    """Return an officer who is no civil servant."""
    given: dict[str, Any] = {"name": name, "role": "Ketua", "civil_servant": NO}
    return Person(**given | changes)


def a_term(start: date = date(2026, 1, 1), end: date = date(2026, 12, 31), programme: str = "") -> PartnershipTerm:
    """Return a term of partnership, by default the year 2026."""
    return PartnershipTerm(period=Period(start, end), programme=programme)


def a_case(ground: int = 6, **changes: Any) -> Case:
    """Return a case that was indicated on 1 October 2026 and is open."""
    given: dict[str, Any] = {"ground": ground, "indicated": date(2026, 10, 1), "source": "made-up complaint"}
    return Case(**given | changes)


def proven(ground: int, on: date, **changes: Any) -> Case:
    """Return a case that was proven on a day with all that R12 asks."""
    whole = {"finding": Finding.PROVEN, "concluded": on, "officer": "made-up officer", "evidence": "made-up minutes"}
    return a_case(ground, **whole | changes)


def a_kim(**changes: Any) -> Kim:
    """Return a KIM that meets every condition on 24 November 2026 and is a partner in that year, with changes.

    A change names a field of the KIM (`cases`), or one of its parts and a field of it (`answers__active`).
    """
    kim = Kim(
        id="kim-1",
        office=OFFICE,
        identity=an_identity(),
        profile=a_profile(),
        board=Board(people=(a_person(), a_person("Made-Up Second")), stated=YES, acknowledged=YES),
        documents=Documents(
            decrees=(Decree(number="SK/1", issued=date(2024, 1, 1), until=date(2027, 12, 31)),),
            statement_signed=date(2024, 2, 1),
        ),
        answers=good_answers(),
        profile_term=a_term(),
    )
    return changed(kim, changes)


def an_identity() -> Identity:
    """Return a name, a type, a community number and a seat."""
    return Identity(
        name="KIM Contoh",
        type=KimType.A,
        community_number="KIM-001",
        village="Desa Contoh",
        region=RegionCode("99.01.07.2007"),
    )


def a_profile() -> Profile:
    """Return a contact and a medium."""
    return Profile(
        contact_person="Made-Up Contact",
        address="Jalan Contoh 1",
        phone="0800-000-111",
        email="kim@example.invalid",
        channels=(Channel.named("Instagram"),),
    )


def good_answers() -> Answers:
    """Return answers of which each meets its condition."""
    return Answers(
        formed_by_community=YES,
        criminal_case=NO,
        party_affiliation=NO,
        ngo_affiliation=NO,
        recognised=YES,
        active=YES,
        good_record=YES,
        villages_reached=1,
        first_hand=YES,
        resources=YES,
    )


def changed(kim: Kim, changes: dict[str, Any]) -> Kim:
    """Return a KIM with changes, each named by a field or by part and field (`answers__active`)."""
    for name, value in changes.items():
        part, _, inner = name.partition("__")
        kim = evolve(kim, **{part: evolve(getattr(kim, part), **{inner: value}) if inner else value})
    return kim


def a_candidate(**changes: Any) -> Kim:
    """Return a KIM that meets every condition and was never a partner."""
    return a_kim(**{"profile_term": None} | changes)


def a_decision(kind: str = "indicate", **changes: Any) -> Decision:
    """Return a decision of an office with officer, reason and evidence; a renewal is for 2027."""
    on = changes.get("on", TODAY)
    given: dict[str, Any] = {"kim": "kim-1", "officer": "made-up officer", "reason": "made-up reason"}
    needs: dict[str, dict[str, Any]] = {
        "admit": {"period": Period(on)},
        "renew": {"period": Period(date(2027, 1, 1), date(2027, 12, 31))},
        "indicate": {"ground": 6},
        "conclude": {"ground": 6, "finding": Finding.PROVEN},
    }
    given |= {"evidence": "made-up minutes", "kind": DecisionKind.of(kind), "on": on} | needs.get(kind, {})
    return Decision(**given | changes)


def an_issue(**changes: Any) -> Issue:
    """Return an issue with a title, with changes."""
    given: dict[str, Any] = {"id": "issue-1", "office": OFFICE, "title": "Isu Contoh"}
    return Issue(**given | changes)
