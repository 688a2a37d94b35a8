"""Terms and texts: labels in both languages."""

from datetime import date
from typing import Any

import pytest

from kimcore.affairs import Affair
from kimcore.community import Finding, FormerCategory, Function, KimType
from kimcore.geography import Level
from kimcore.media import ContentKind, MediaGroup, MediaKind, Platform, Span
from kimcore.partnership import DecisionKind, PartnershipState
from kimcore.problems import Severity
from kimcore.rules import Group, Status
from kimcore.terms import Text, say
from kimcore.values import Answer, Outcome

TERMS = [Affair, Answer, ContentKind, DecisionKind, Finding, FormerCategory, Function, Group, KimType, Level]
TERMS += [MediaGroup, MediaKind, Outcome, PartnershipState, Platform, Severity, Span, Status]


@pytest.mark.parametrize("term", TERMS, ids=lambda t: t.__name__)
def test_the_members_of_a_term_are_told_apart(term: Any) -> None:
    """Codes and labels are unique, and a member is found again by its code."""
    assert all(term.of(member.code) is member for member in term)
    for language in ("id", "en"):
        labels = [member.say(language) for member in term]
        assert all(labels)
        assert len(set(labels)) == len(labels)


def test_a_term_is_shown_by_its_name() -> None:
    """The repr is short, so that a KIM in a log stays legible; the code is what JSON holds."""
    assert repr(Answer.YES) == "Answer.YES"
    assert (Answer.YES.code, Answer.YES.say(), Answer.YES.say("en")) == ("yes", "ya", "yes")


def test_an_unknown_code_is_refused() -> None:
    """A code that no member has is an error, not a default."""
    with pytest.raises(ValueError, match="perhaps"):
        Answer.of("perhaps")


def test_a_text_says_itself_in_both_languages() -> None:
    """Indonesian is the default."""
    text = Text("satu", "one")
    assert (text.say(), text.say("id"), text.say("en")) == ("satu", "satu", "one")


def test_what_is_put_into_a_text_is_said_in_its_language() -> None:
    """Texts, terms and dates are said in the language of the sentence; other values as they are."""
    text = Text("{what} pada {on}: {n}", "{what} on {on}: {n}").format(what=Answer.NO, on=date(2026, 8, 1), n=3)
    assert text == Text("tidak pada 1 Agustus 2026: 3", "no on 1 August 2026: 3")
    assert Text("({inner})", "[{inner}]").format(inner=Text("satu", "one")) == Text("(satu)", "[one]")


def test_braces_in_data_are_data() -> None:
    """A value that looks like a placeholder is not replaced."""
    assert Text("{name}", "{name}").format(name="{on}").say("id") == "{on}"
    assert Text("{name}", "{name}").format(name=Text("{on}", "{on}")).say("en") == "{on}"


@pytest.mark.parametrize(
    ("month", "id", "en"), [(1, "Januari", "January"), (5, "Mei", "May"), (12, "Desember", "December")]
)
def test_a_date_is_said_with_the_name_of_its_month(month: Any, id: Any, en: Any) -> None:
    """Months are those of each language."""
    assert say(date(2026, month, 9), "id") == f"9 {id} 2026"
    assert say(date(2026, month, 9), "en") == f"9 {en} 2026"


def test_any_other_value_is_said_as_text() -> None:
    """Numbers and texts need no label."""
    assert (say(3), say("x")) == ("3", "x")
