"""Tabel 3.2: issues, their fields and sources, and the KIMs they are tied to."""

import pytest

from kimcore.affairs import Affair
from kimcore.issues import Issue, Source, matrix
from kimcore.terms import Language
from kimcore.values import Answer
from tests.issues.builders import an_issue

NAMES = {"k1": "KIM Anyelir", "k2": "KIM Melati"}

pytestmark = pytest.mark.clause("III.B.matrix")


def test_a_row_names_the_kims_in_the_order_of_the_office() -> None:
    """Ids become names; a KIM without a name keeps its id, so that no tie is lost."""
    (row,) = matrix([an_issue(kims=("k2", "k9", "k1"))], NAMES)
    assert row.kims == ("KIM Melati", "k9", "KIM Anyelir")


@pytest.mark.parametrize(
    ("affair", "field", "code"),
    [
        (Affair.HEALTH, {"id": "Kesehatan", "en": "Health"}, "1.02"),
        ("Kebencanaan", {"id": "Kebencanaan", "en": "Kebencanaan"}, None),
        (None, {"id": None, "en": None}, None),
    ],
)
def test_a_field_has_a_label_and_the_code_of_its_affair(
    affair: Affair | str | None, field: dict[Language, str | None], code: str | None
) -> None:
    """One that is none of the 32 affairs stays as it was typed, without a code; one not recorded is None."""
    (row,) = matrix([an_issue(affair=affair)], NAMES)
    assert {lang: row.field(lang) for lang in field} == field
    assert row.field_code == code


@pytest.mark.clause("III.B.sources")
def test_sources_are_said_in_a_language() -> None:
    """Sources of the guideline have labels; another stays as typed."""
    (row,) = matrix([an_issue(sources=(Source.POLL, "Rapat koordinasi"))], NAMES)
    assert row.sources() == ("Hasil jajak pendapat", "Rapat koordinasi")
    assert row.sources("en") == ("Poll", "Rapat koordinasi")


@pytest.mark.clause("III.B.kinds")
@pytest.mark.parametrize(("answer", "mark"), [(Answer.YES, True), (Answer.NO, False), (Answer.UNKNOWN, None)])
def test_a_blank_mark_is_unknown(answer: Answer, mark: bool | None) -> None:
    """Priority and crisis are true, false, or None where nothing was typed."""
    (row,) = matrix([an_issue(priority=answer, crisis=answer)], NAMES)
    assert (row.priority, row.crisis) == (mark, mark)


def test_issues_stand_by_their_numbers() -> None:
    """Numbers count up, then come those in words, then those without; the order given does not matter."""
    numbers: list[int | str | None] = [None, "2a", 10, 2]
    issues = [an_issue(id=f"i{n}", number=n) for n in numbers]
    for order in (issues, issues[::-1]):
        assert [(r.number, r.title) for r in matrix(order, NAMES)] == [(n, "Stunting") for n in numbers[::-1]]


@pytest.mark.clause("III.B.1", "III.B.2", "III.B.3", "III.B.4", "III.B.5", "III.B.6")
def test_an_issue_keeps_its_six_elements() -> None:
    """Background, those involved, scope, administration, duration and level of understanding stay with the row."""
    elements = ("background", "involved", "scope", "administration", "duration", "understanding")
    issue = an_issue(**{e: f"{e} dicatat" for e in elements})
    (row,) = matrix([issue], NAMES)
    assert [getattr(row.issue, e) for e in elements] == [f"{e} dicatat" for e in elements]


def test_who_is_involved_does_not_reach_a_repr() -> None:
    """Names of persons in an issue stay out of logs."""
    (row,) = matrix([an_issue(involved="Bu Siti")], NAMES)
    assert "Siti" not in repr(row)
    assert isinstance(row.issue, Issue)
