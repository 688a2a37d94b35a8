"""Where a KIM lies, and why."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.errors import InvalidValue
from kimcore.mapping import Axis, CutOff, CutOffs, Kind, Placement, Policy, Position, place, scores_of
from kimcore.mapping.placement import locate
from kimcore.mapping.scores import Subject
from kimcore.monitoring import standing
from kimcore.values import Outcome
from tests.mapping.builders import profiled, subject
from tests.monitoring.builders import seen

DOCUMENT = tomllib.loads((Path(__file__).parent.parent / "cases" / "placement.toml").read_text("utf-8"))
CUTOFFS = CutOffs.at(interest=DOCUMENT["interest"], power=DOCUMENT["power"], influence=DOCUMENT["influence"])
SCORE = st.none() | st.integers(0, 100)


def placed(case: dict[str, Any]) -> Placement:
    """Return the placement of a case."""
    interest, power, influence = (None if score < 0 else score for score in case["scores"])
    formation = next(o for o in Outcome if o.code == case.get("formation", "met"))
    return place(
        interest=interest,
        power=power,
        influence=influence,
        cutoffs=CUTOFFS,
        policy=case.get("policy", "strict"),
        formation=formation,
    )


@pytest.mark.parametrize("case", DOCUMENT["case"], ids=lambda c: str(c["title"]))
def test_a_placement_is_as_the_case_says(case: dict[str, Any]) -> None:
    """Each case of placement.toml gives the kind, quadrant, candidates and approach that it expects."""
    found = placed(case)
    assert found.kind.code == case["kind"]
    assert found.quadrant == case.get("quadrant")
    assert list(found.candidates) == case.get("candidates", [])
    assert (found.approach.code if found.approach else None) == case.get("approach")


@pytest.mark.parametrize("case", DOCUMENT["case"], ids=lambda c: str(c["title"]))
def test_every_placement_says_why_in_both_languages(case: dict[str, Any]) -> None:
    """The reason is a sentence in Indonesian and one in English, without an open brace."""
    reason = placed(case).reason
    assert reason.id != reason.en
    assert all(text.endswith(".") and "{" not in text for text in (reason.id, reason.en))


@pytest.mark.clause("II.B.3.basis")
@pytest.mark.parametrize("policy", Policy)
def test_a_formation_that_is_not_met_is_outside_whatever_the_scores(policy: Policy) -> None:
    """A group that does not fulfil a formation condition is in no quadrant; one that may fulfil it is mapped (R22)."""
    kinds = [
        place(interest=90, power=9000, influence=900, cutoffs=CUTOFFS, policy=policy, formation=formation).kind
        for formation in (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET)
    ]
    assert kinds == [Kind.OUTSIDE, Kind.PLACED, Kind.PLACED]


@pytest.mark.clause("I.A.4")
@pytest.mark.parametrize(("interest", "approach"), [(49, "monitor"), (50, "develop")])
def test_whose_capacity_to_raise_is_told_by_interest(interest: int, approach: str) -> None:
    """With little power and influence, a KIM of high interest is to be coached, one of low interest watched."""
    found = place(interest=interest, power=0, influence=0, cutoffs=CUTOFFS)
    assert found.approach is not None
    assert found.approach.code == approach


@given(SCORE, SCORE, SCORE, st.sampled_from(Policy), st.sampled_from(Outcome))
def test_placement_is_total_and_exclusive(
    interest: int | None, power: int | None, influence: int | None, policy: Policy, formation: Outcome
) -> None:
    """Every KIM has one kind; a quadrant and approach only where placed, two candidates only where mixed."""
    cutoffs = CutOffs.at(interest=50, power=50, influence=50)
    found = place(
        interest=interest, power=power, influence=influence, cutoffs=cutoffs, policy=policy, formation=formation
    )
    assert (found.kind is Kind.OUTSIDE) == (formation is Outcome.NOT_MET)
    assert (found.quadrant in {1, 2, 3, 4}) == (found.approach is not None) == (found.kind is Kind.PLACED)
    assert (len(found.candidates) == 2) == (found.kind is Kind.MIXED)
    unknown = None in {interest, power, influence} and formation is not Outcome.NOT_MET
    assert (found.kind is Kind.UNPLACED) == unknown
    assert found.kind is not Kind.MIXED or policy is Policy.STRICT


def levels(position: Position) -> tuple[int, int]:
    """Return how high a known position is: interest, then power and influence (mixed lies between)."""
    first = position.quadrant or position.candidates[0]
    strength = 1 if position.kind is Kind.MIXED else 2 * (first in {1, 2})
    return int(first in {1, 3}), strength


@given(st.tuples(*[st.integers(0, 100)] * 6), st.sampled_from(Axis), st.integers(0, 100), st.sampled_from(Policy))
def test_raising_a_score_never_lowers_a_level(numbers: tuple[int, ...], axis: Axis, more: int, policy: Policy) -> None:
    """With the cut-offs kept, a higher score on one axis lowers neither interest nor power and influence."""
    scores: dict[Any, Any] = dict(zip(Axis, numbers, strict=False))
    raised = scores | {axis: min(100, scores[axis] + more)}
    cutoffs = CutOffs.at(interest=numbers[3], power=numbers[4], influence=numbers[5])
    before, after = (
        place(
            interest=s[Axis.INTEREST], power=s[Axis.POWER], influence=s[Axis.INFLUENCE], cutoffs=cutoffs, policy=policy
        )
        for s in (scores, raised)
    )
    assert all(new >= old for new, old in zip(levels(after.position), levels(before.position), strict=True))


@given(st.tuples(*[st.integers(0, 100)] * 6))
def test_a_policy_changes_only_what_is_mixed(numbers: tuple[int, ...]) -> None:
    """Where power and influence agree, all policies say the same; where they differ, one of the two candidates."""
    interest, power, influence, *cuts = numbers
    cutoffs = CutOffs.at(interest=cuts[0], power=cuts[1], influence=cuts[2])
    strict, either, alone = (
        place(interest=interest, power=power, influence=influence, cutoffs=cutoffs, policy=p) for p in Policy
    )
    wanted: set[int | None] = {*strict.candidates, strict.quadrant}
    assert {either.quadrant, alone.quadrant} <= wanted


def test_an_axis_without_a_cut_off_leaves_a_kim_unplaced() -> None:
    """A score cannot be high or low where nothing tells from what on; the reason says what is missing."""
    blind = attrs.evolve(CUTOFFS, power=CutOff(value=None, method="median"))
    found = place(interest=80, power=5, influence=5, cutoffs=blind)
    assert found.kind is Kind.UNPLACED
    assert "batas kekuatan belum diketahui" in found.reason.id
    assert "the cut-off of power unknown" in found.reason.en


def test_a_reason_names_figures_days_and_cut_offs() -> None:
    """An officer can read aloud which figure of which day lies above or below which cut-off."""
    rows = standing([seen("facebook", "a", date(2026, 5, 3), 1200)])
    scores = scores_of(profiled(interest=80, influence=30), rows["k1"], date(2026, 11, 24))
    found = locate(Subject(formation=Outcome.UNKNOWN, scores=scores), CUTOFFS, Policy.INFLUENCE)
    assert found.reason.id == (
        "Kuadran 3 (ketertarikan tinggi, kekuatan dan pengaruh rendah), pendekatan: pembinaan. "
        "Ketertarikan 80 (nilai dari Dinas): tinggi (batas 50, batas lemah); "
        "kekuatan 1.200 (dicatat 3 Mei 2026, sudah lama): tinggi (batas 1.000, batas lemah); "
        "pengaruh 30 (menurut profil): rendah (batas 100, batas lemah). "
        "Kekuatan dan pengaruh tidak searah; kebijakan yang dipakai: pengaruh saja. "
        "Syarat pembentukan belum dapat dipastikan seluruhnya."
    )
    assert "power 1,200 (observed 3 May 2026, stale): high (cut-off 1,000, weak cut-off)" in found.reason.en


@pytest.mark.parametrize("policy", ["", "Strict", "beides"])
def test_an_unknown_policy_is_refused(policy: str) -> None:
    """A policy is named by its code; the error lists the codes."""
    with pytest.raises(InvalidValue, match="strict, either, influence") as caught:
        place(interest=1, power=1, influence=1, cutoffs=CUTOFFS, policy=policy)
    assert caught.value.code == "policy_unknown"


def test_a_subject_is_undetermined_unless_said_otherwise() -> None:
    """What is not known of a KIM is not assumed in its favour."""
    assert subject().status == "undetermined"
    assert Subject().formation is Outcome.UNKNOWN
