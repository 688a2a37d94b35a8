"""Decisions and history: what a decision needs, what it makes of a KIM, and what is told of it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve

from kimcore.community import Finding, Kim
from kimcore.errors import InvalidValue, NotAllowed
from kimcore.partnership import Decision, DecisionKind, allow, decided, history, objection
from kimcore.rulebooks import rulebook
from kimcore.testing import TODAY, a_candidate, a_case, a_decision, a_kim, a_term, proven
from kimcore.values import Answer, Period
from tests.builders import assessed

DAY = timedelta(days=1)


@pytest.mark.parametrize("kind", [k.code for k in DecisionKind])
@pytest.mark.parametrize("missing", ["officer", "reason", "evidence"])
@pytest.mark.clause("II.B.6.who", "II.B.6.terminate")
def test_every_decision_has_officer_reason_and_evidence(kind: Any, missing: Any) -> None:
    """R12: none is decided without saying who decided, why and on what evidence."""
    with pytest.raises(InvalidValue) as caught:
        a_decision(kind, **{missing: " "})
    assert (caught.value.code, caught.value.field) == ("decision_incomplete", missing)
    assert f"needs: {missing}" in caught.value.say("en")
    assert f"memerlukan: {missing}" in caught.value.say("id")


NEEDED = [
    ("admit", "period"),
    ("renew", "period"),
    ("indicate", "ground"),
    ("conclude", "ground"),
    ("conclude", "finding"),
]


@pytest.mark.parametrize(("kind", "missing"), NEEDED)
def test_a_decision_has_what_its_kind_needs(kind: Any, missing: Any) -> None:
    """A term for an admission or renewal, a ground for an indication, ground and finding for a conclusion."""
    with pytest.raises(InvalidValue) as caught:
        a_decision(kind, **{missing: None})
    assert caught.value.field == missing


def test_everything_missing_is_named_at_once() -> None:
    """An officer need not ask twice."""
    with pytest.raises(InvalidValue, match="officer, reason, evidence, ground, finding"):
        a_decision("conclude", officer="", reason="", evidence="", ground=None, finding=None)


@pytest.mark.parametrize("ground", [0, 8])
def test_a_decision_about_no_ground_is_refused(ground: Any) -> None:
    """A ground that is none of the seven fails when the decision is made, not when it is carried out."""
    with pytest.raises(InvalidValue) as caught:
        a_decision("indicate", ground=ground)
    assert caught.value.code == "ground_unknown"


@pytest.mark.clause("II.B.6.who")
def test_decisions_come_on_top_of_the_register() -> None:
    """The register's record is unchanged, and what it says stays."""
    kim = a_kim(cases=(a_case(2),))
    made = decided(kim, [a_decision("indicate", ground=6), a_decision("renew")])
    assert kim == a_kim(cases=(a_case(2),))
    assert made.cases[0] == kim.cases[0]
    assert made.terms == (a_term(date(2027, 1, 1), date(2027, 12, 31)),)
    assert made.profile_term == kim.profile_term
    assert decided(kim, []) is kim


def test_an_admission_keeps_its_programme() -> None:
    """The term names the programme or policy for which it was agreed."""
    made = decided(a_candidate(), [a_decision("admit", programme="Program Contoh", period=Period(TODAY))])
    assert made.terms[0].programme == "Program Contoh"
    assert made.terms[0].period.is_open


@pytest.mark.clause("II.B.6.terminate")
def test_a_conclusion_is_written_on_every_open_case_of_its_ground_alone() -> None:
    """Other grounds, later indications, undated rows and what was concluded stay as they were."""
    done = proven(6, date(2025, 5, 1), indicated=date(2025, 4, 1))
    late, other, undated = a_case(6, indicated=TODAY + DAY), a_case(2), a_case(6, indicated=None)
    kim = a_kim(cases=(a_case(6), a_case(6, indicated=TODAY), done, late, other, undated))
    found = decided(kim, [a_decision("conclude", finding=Finding.CLEARED)]).cases
    assert [c.finding for c in found[:2]] == [Finding.CLEARED] * 2
    assert {(c.concluded, c.officer, c.evidence) for c in found[:2]} == {(TODAY, "made-up officer", "made-up minutes")}
    assert found[2:] == (done, late, other, undated)


def test_a_completed_conclusion_keeps_the_day_of_its_case() -> None:
    """A row that was dated by its incomplete conclusion alone stays an indication of that day."""
    row = a_case(6, indicated=None, concluded=date(2026, 9, 1), finding=Finding.PROVEN)
    (found,) = decided(a_kim(cases=(row,)), [a_decision("conclude")]).cases
    assert (found.indicated, found.concluded) == (date(2026, 9, 1), TODAY)


@pytest.mark.parametrize(("kind", "ground"), [("move", 5), ("dissolve", 7)])
@pytest.mark.clause("II.B.6.5", "II.B.6.7")
def test_a_move_and_a_dissolution_are_proven_grounds(kind: Any, ground: Any) -> None:
    """R14, R27: they end the partnership on their day, with all that R12 asks."""
    made = decided(a_kim(), [a_decision(kind)])
    (case,) = made.cases
    assert (case.ground, case.finding, case.is_complete, case.dated) == (ground, Finding.PROVEN, True, TODAY)
    assert assessed(made).partnership.code == "terminated"
    assert assessed(made, TODAY - DAY).partnership.code == "partner"


def test_an_allowed_decision_is_returned() -> None:
    """It can be recorded at once; nothing objects to it."""
    decision = a_decision("indicate")
    assert allow(a_kim(), rulebook(), decision) is decision
    assert objection(a_kim(), rulebook(), decision) is None


def test_the_first_condition_that_forbids_is_named() -> None:
    """A partner who is not eligible is refused because a partnership stands."""
    found = objection(a_kim(answers__resources=Answer.NO), rulebook(), a_decision("admit"))
    assert found is not None
    assert found.say("en") == "a partnership stands: partner"


@pytest.mark.parametrize("kind", [k.code for k in DecisionKind])
def test_a_refusal_names_the_decision_in_both_languages(kind: Any) -> None:
    """Where a decision is forbidden, the error has one code and says what was wanted."""
    kim = a_kim(cases=(proven(7, date(2026, 2, 1), indicated=date(2026, 2, 1)),))
    kim = evolve(kim, documents=evolve(kim.documents, decrees=()))
    with pytest.raises(NotAllowed) as caught:
        allow(kim, rulebook(), a_decision(kind, **({"ground": 1} if kind == "conclude" else {})))
    assert caught.value.code == "decision_not_allowed"
    assert caught.value.say("en").startswith(f"cannot {kind}: ")
    assert caught.value.say("id").startswith(f"tidak dapat “{DecisionKind.of(kind).say('id')}”: ")


def told(kim: Kim, decisions: Iterable[Decision] = ()) -> list[tuple[date, str, str]]:
    """Return the days, words and sources of a history in English."""
    return [(e.on, e.what.en, e.source.en) for e in history(kim, decisions)]


@pytest.mark.clause("II.B.6.review", "III.A.r")
def test_the_history_tells_terms_cases_and_decisions_oldest_first() -> None:
    """First and last days, indications, conclusions and decisions stand in order of their days with their source."""
    kim = a_kim(
        profile_term=a_term(date(2025, 1, 1), date(2025, 12, 31), "Program Contoh"),
        terms=(a_term(date(2026, 1, 1), date.max),),
        cases=(proven(6, date(2025, 6, 1), indicated=date(2025, 5, 1)),),
    )
    decisions = [a_decision("conclude", on=TODAY, finding=Finding.CLEARED), a_decision("indicate", on=date(2026, 3, 1))]
    assert told(kim, decisions) == [
        (date(2025, 1, 1), "partnership began (Program Contoh)", "register"),
        (date(2025, 5, 1), "indicated: II.B.6.6", "register"),
        (date(2025, 6, 1), "proven: II.B.6.6", "register"),
        (date(2025, 12, 31), "last day of partnership (Program Contoh)", "register"),
        (date(2026, 1, 1), "partnership began", "register"),
        (date(2026, 3, 1), "indicated (II.B.6.6)", "decision"),
        (TODAY, "concluded (II.B.6.6): cleared", "decision"),
    ]
    assert [e.what.id for e in history(kim, decisions)][-1] == "disimpulkan (II.B.6.6): tidak terbukti"
    assert [e.source.id for e in history(kim, decisions)][-1] == "keputusan"


def test_an_incomplete_conclusion_is_told_as_an_indication() -> None:
    """R12: it stays an indication, of its own day where no other is recorded; without a day it is not told."""
    row = a_case(6, indicated=None, concluded=TODAY, finding=Finding.PROVEN)
    assert told(a_candidate(cases=(row,))) == [(TODAY, "indicated: II.B.6.6", "register")]
    assert told(a_candidate(cases=(a_case(6, indicated=None),))) == []
    cleared = proven(6, TODAY, indicated=None, finding=Finding.CLEARED)
    assert told(a_candidate(cases=(cleared,))) == [(TODAY, "cleared: II.B.6.6", "register")]


def test_events_of_one_day_keep_their_order() -> None:
    """What stands first in the register is told first; the history of a KIM is the same every time."""
    kim = a_candidate(cases=tuple(a_case(n, indicated=TODAY) for n in (7, 2, 5)))
    assert [what for _, what, _ in told(kim)] == ["indicated: II.B.6.7", "indicated: II.B.6.2", "indicated: II.B.6.5"]


@pytest.mark.clause("II.B.6.terminate")
def test_history_is_shown_at_a_new_admission() -> None:
    """R26: what was proven before the new term is told, and ends nothing."""
    kim = a_kim(cases=(proven(6, date(2025, 12, 31), indicated=date(2025, 12, 1)),))
    assert "proven: II.B.6.6" in [what for _, what, _ in told(kim)]
    assert assessed(kim).partnership.code == "partner"
