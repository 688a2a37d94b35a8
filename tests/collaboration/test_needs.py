"""Needs of Tabel 4.1: five elements per KIM, of which day, and who shares one."""

from datetime import date
from typing import Any

import pytest
from attrs import fields_dict

from kimcore.collaboration import CapacityNeeds, NeedElement, Skill, needs_on, shared_needs
from kimcore.media import MediaKind
from kimcore.privacy import Privacy, privacy_of
from kimcore.serialization import from_json, to_json
from kimcore.testing.builders import OFFICE
from tests.collaboration.made_up import DAY, NO, START, UNKNOWN, YES


def needs(kim: str = "kim-1", on: date = START, **changes: Any) -> CapacityNeeds:
    """Return what was found of a KIM on a day."""
    return CapacityNeeds(id=f"{kim}-{on}", office=OFFICE, kim=kim, on=on, **changes)


@pytest.mark.clause("IV.A.1", "IV.A.2", "IV.A.3", "IV.A.4", "IV.A.5")
@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_each_of_five_elements_is_answered_for_itself(number: int) -> None:
    """An element has its clause, is unknown until it is answered, and alone is a need where the answer is yes."""
    code = ("media", "content", "members", "skills", "production")[number - 1]
    element = NeedElement.of(code)
    assert element.clause.id == f"IV.A.{number}"
    assert list(NeedElement)[number - 1] is element
    assert needs().needs(element) is UNKNOWN
    given: list[Any] = [{code: YES}, {code: NO}]
    yes, no = (needs(**one) for one in given)
    assert yes.needs(element) is YES
    assert yes.elements == (element,)
    assert no.elements == ()


def test_a_new_record_knows_nothing() -> None:
    """Blank is unknown, never no; the elements stand in the order of the table."""
    assert needs().elements == ()
    assert {needs().needs(e) for e in NeedElement} == {UNKNOWN}
    assert needs(production=YES, media=YES).elements == (NeedElement.MEDIA, NeedElement.PRODUCTION)


@pytest.mark.clause("IV.A.4")
def test_what_is_lacking_comes_back_from_json() -> None:
    """Terms where the guideline names them, text else; nobody is named in the repr."""
    found = needs(skills=YES, skills_lacking=(Skill.WRITING, "drone"), media_kinds=(MediaKind.SOCIAL,), by="made-up")
    assert from_json(to_json(found), CapacityNeeds) == found
    assert "made-up" not in repr(found)
    assert [s.code for s in Skill] == ["writing", "photography", "video", "graphic_design", "public_speaking"]


def test_the_needs_of_a_day_are_those_found_last() -> None:
    """On or before the day, whatever the order; of two of one day the one given later."""
    old, new, other = needs(), needs(on=START + DAY, media=YES), needs("kim-2", START, media=NO)
    assert needs_on([new, other, old], START - DAY) == {}
    assert needs_on([new, other, old], START) == {"kim-1": old, "kim-2": other}
    assert needs_on([new, other, old], START + DAY) == {"kim-1": new, "kim-2": other}
    again = needs(on=START + DAY)
    assert needs_on([new, again], START + DAY)["kim-1"] is again
    assert needs_on([again, new], START + DAY)["kim-1"] is new


@pytest.mark.clause("IV.A.basis")
def test_kims_share_a_need_where_two_have_it() -> None:
    """A KIM that was not looked at, or not asked about the element, is unknown."""
    found = [needs("kim-2", media=YES, skills=NO), needs("kim-1", media=YES), needs("kim-3", START + DAY, media=YES)]
    rows = shared_needs(found, ["kim-1", "kim-4"], START)
    assert [row.element for row in rows] == list(NeedElement)
    media, skills = rows[0], rows[3]
    assert (media.kims, media.without, media.unknown) == (("kim-1", "kim-2"), (), ("kim-4",))
    assert (skills.kims, skills.without, skills.unknown) == ((), ("kim-2",), ("kim-1", "kim-4"))
    assert [row.is_shared for row in rows] == [True, False, False, False, False]
    assert [r.is_shared for r in shared_needs([needs(media=YES)], [], START)] == [False] * 5


def test_the_person_who_found_a_need_is_personal_data() -> None:
    """So is what was noted."""
    every = fields_dict(CapacityNeeds)
    assert [n for n, f in every.items() if privacy_of(f) is not Privacy.NONE] == ["by", "note"]
    assert every["members_involved"].metadata["minimum"] == 0
