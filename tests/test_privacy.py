"""Classes of personal data, and what a repr shows."""

from datetime import date
from typing import Any

import pytest
from attrs import fields, fields_dict, frozen

from kimcore.community import Decree, Profile
from kimcore.errors import NotFound
from kimcore.factsheet import facts
from kimcore.privacy import Privacy, general, privacy_of, public, specific
from kimcore.testing import TODAY, a_decision, a_kim, a_person, proven
from kimcore.values import Answer
from tests.builders import assessed


def test_metadata_hold_class_clause_and_bounds() -> None:
    """A field says how personal it is, which clause asks for it, and its bounds."""
    assert dict(public("II.B.5.d", minimum=0)) == {"privacy": Privacy.NONE, "clause": "II.B.5.d", "minimum": 0}
    assert (general()["privacy"], specific()["privacy"]) == (Privacy.GENERAL, Privacy.SPECIFIC)
    assert general()["clause"] == ""


def test_metadata_of_a_clause_that_does_not_exist_are_refused() -> None:
    """A wrong clause fails when the class is made."""
    with pytest.raises(NotFound):
        public("II.B.9")


def test_a_field_without_a_class_is_a_mistake() -> None:
    """Nothing is taken for public because somebody forgot to say so."""

    @frozen
    class Bare:
        field: int

    with pytest.raises(KeyError):
        privacy_of(fields(Bare)[0])
    assert privacy_of(fields_dict(Profile)["phone"]) is Privacy.GENERAL


SECRETS = {
    "phone": "0800-000-111",
    "e-mail": "kim@example.invalid",
    "address": "Jalan Contoh 1",
    "contact": "Made-Up Contact",
    "officer of the board": "Made-Up Person",
    "officer of the case": "made-up officer",
    "evidence": "made-up minutes",
    "source": "made-up complaint",
    "reason": "made-up reason",
}


def shown() -> str:
    """Return everything that a log could show of a KIM with a case and of a decision about it."""
    kim = a_kim(cases=(proven(4, TODAY),), answers__criminal_case=Answer.YES)
    found = assessed(kim)
    records = [kim, *kim.cases, kim.board, kim.profile, a_decision(overrides="made-up reason"), facts(kim, TODAY)]
    return "\n".join(map(repr, [*records, *kim.board.people, found, found.judgement, *found.judgement.explain()]))


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS.keys())
def test_no_repr_shows_personal_data(secret: Any) -> None:
    """A KIM, its case, facts, judgement and decisions can be logged without naming a person or showing evidence."""
    assert secret not in shown()
    assert "KIM Contoh" in shown()


def test_no_repr_shows_a_criminal_case() -> None:
    """Specific personal data: neither the answer nor the sentence that says it is shown."""
    text = shown()
    assert "criminal_case" not in text
    assert "criminal case" not in text
    assert "pidana" not in text


def test_what_is_public_is_shown() -> None:
    """A decree is public."""
    assert "datetime.date(2024, 1, 1)" in repr(Decree(number="SK/1", issued=date(2024, 1, 1)))
    assert "made-up" not in repr(a_person("made-up"))
