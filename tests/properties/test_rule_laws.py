"""The laws of the rules, over records of facts with gaps."""

from datetime import timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kimcore.factsheet import Facts, fact_names
from kimcore.partnership import PartnershipState, state_of
from kimcore.rulebooks import rulebook
from kimcore.rules import CONDITION_GROUPS, Interpreter, Status
from kimcore.testing import TODAY as ON
from kimcore.testing import fact
from kimcore.testing import facts as facts_records
from kimcore.values import Answer, Outcome

BOOK = rulebook()
BOUND = BOOK.as_of(ON)
# Where filling a blank may flip what was decided, and the reading that says so.
SUBSTITUTES = {"II.B.5.b": "R24"}


def outcomes(facts: Any) -> Any:
    """Return the outcome of every rule by id."""
    return {rule.id: outcome for rule, outcome in BOUND.judge(facts).outcomes()}


@given(facts_records(), st.sampled_from(fact_names()), st.data())
def test_filling_an_unknown_never_flips_what_was_decided(facts: Any, name: Any, data: Any) -> None:
    """Law 1: a blank that is filled decides what was open, and changes nothing else but where a reading says so."""
    if getattr(facts, name) not in (Answer.UNKNOWN, None) or name in ("decree_revoked", "term_began", "term_until"):
        return
    before, after = outcomes(facts), outcomes(evolve(facts, **{name: data.draw(fact(name))}))
    changed = {id for id in before if before[id] is not Outcome.UNKNOWN and before[id] is not after[id]}
    assert changed <= set(SUBSTITUTES)


CASES = [f"case_{n}" for n in range(1, 8)]


@given(facts_records(), st.sampled_from(CASES))
@pytest.mark.clause("II.B.6.review", "II.B.6.terminate")
def test_a_ground_never_changes_a_condition(facts: Any, case: Any) -> None:
    """Law 2: an indication leaves every condition and the status as they were."""
    with_case, without = (BOUND.judge(evolve(facts, **{case: a})) for a in (Answer.YES, Answer.NO))
    assert (with_case.status, with_case.not_met, with_case.unknown) == (
        without.status,
        without.not_met,
        without.unknown,
    )


@given(facts_records())
@pytest.mark.clause("II.B.6.review")
def test_a_partner_is_reviewed_exactly_while_there_is_a_ground(facts: Any) -> None:
    """Law 2: within its term, and unless a ground was proven in it, a KIM is a partner or under review."""
    running = evolve(facts, term_began=ON - timedelta(days=9), term_until=ON, proven_in_term=None)
    judgement = BOUND.judge(running)
    expected = PartnershipState.UNDER_REVIEW if judgement.grounds else PartnershipState.PARTNER
    assert state_of(judgement) is expected


CLEAN = Facts(
    on=ON,
    people=3,
    officers=3,
    officer_civil_servant=Answer.NO,
    decree_recorded=Answer.NO,
    criminal_case=Answer.NO,
    party_affiliation=Answer.NO,
    ngo_affiliation=Answer.NO,
    in_other_district=Answer.NO,
)
INDICATIONS = {
    "II.B.6.1": {"decree_recorded": Answer.YES, "decree_until": ON - timedelta(days=1)},
    "II.B.6.2": {"party_affiliation": Answer.YES},
    "II.B.6.3": {"officer_civil_servant": Answer.YES},
    "II.B.6.4": {"criminal_case": Answer.YES},
    "II.B.6.5": {"in_other_district": Answer.YES},
}


@pytest.mark.parametrize(
    ("ground", "change"), [*INDICATIONS.items(), *((f"II.B.6.{c[-1]}", {c: Answer.YES}) for c in CASES)]
)
@pytest.mark.clause("II.B.6.1", "II.B.6.2", "II.B.6.3", "II.B.6.4", "II.B.6.5", "II.B.6.6", "II.B.6.7")
def test_each_ground_alone_yields_exactly_its_own_clause(ground: Any, change: Any) -> None:
    """Law 3: what indicates one ground, by facts or by a case, opens that one and no other."""
    assert BOUND.judge(CLEAN).grounds == ()
    assert BOUND.judge(evolve(CLEAN, **change)).grounds == (ground,)


@given(facts_records())
def test_the_same_facts_give_the_same_judgement(facts: Any) -> None:
    """Law 5: judging twice gives equal judgements and equal explanations."""
    assert BOUND.judge(facts) == BOUND.judge(facts)
    assert [f.reason for f in BOUND.judge(facts).explain()] == [f.reason for f in BOUND.judge(facts).explain()]


@given(facts_records())
def test_the_compiled_rules_agree_with_the_interpreter(facts: Any) -> None:
    """Law 6: the compiled masks say what the plain meaning of every rule says."""
    see = Interpreter(facts, BOUND.numbers)
    assert outcomes(facts) == {rule.id: see(rule.when) for rule in BOOK}


@given(facts_records(), st.booleans())
@pytest.mark.clause("II.B.6.terminate")
def test_only_a_proven_ground_terminates(facts: Any, is_proven: Any) -> None:
    """Law 7: a ground proven within the term always ends the partnership, an indication never does."""
    proven_on = ON if is_proven else None
    term = {"term_began": ON - timedelta(days=9), "term_until": ON + timedelta(days=9)}
    judgement = BOUND.judge(evolve(facts, **term, proven_in_term=proven_on))
    assert (state_of(judgement) is PartnershipState.TERMINATED) is is_proven


@given(facts_records())
def test_a_derived_rulebook_judges_like_its_base(facts: Any) -> None:
    """Law 9: deriving without overrides changes the name and nothing else."""
    derived = BOOK.derive("kabupaten-contoh").as_of(ON).judge(facts)
    base = BOUND.judge(facts)
    assert (derived.met, derived.lost, derived.rulebook) == (base.met, base.lost, "kabupaten-contoh")


@given(facts_records())
@pytest.mark.clause("II.B.5.order")
def test_the_status_follows_from_the_groups(facts: Any) -> None:
    """R16: not met goes before unknown, for a group and for the whole, and no group hides another."""
    judgement = BOUND.judge(facts)
    for group in CONDITION_GROUPS:
        found = {judgement[r.id] for r in BOOK.conditions if r.group is group}
        worst = next(o for o in (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET) if o in found)
        assert judgement.groups[group] is worst
    expected = Status.INELIGIBLE if judgement.not_met else Status.UNDETERMINED if judgement.unknown else Status.ELIGIBLE
    assert judgement.status is expected


@given(facts_records())
def test_what_is_missing_could_change_the_outcome(facts: Any) -> None:
    """A finding names missing facts exactly where its outcome is unknown, and each could decide it or a part of it."""
    for finding in BOUND.judge(facts).explain():
        assert bool(finding.missing) is (finding.outcome is Outcome.UNKNOWN)
        assert set(finding.missing) <= set(finding.values)
        assert all("{" not in finding.reason.say(lang) for lang in ("id", "en"))
