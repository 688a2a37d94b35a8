"""The sentence that says why a KIM lies where it does, word by word, and what it rests on."""

from datetime import date

import pytest

from kimcore.errors import InvalidValue
from kimcore.mapping import Axis, CutOffs, Kind, Placement, Policy, find_cutoffs, place_all, scores_of
from kimcore.mapping.placement import locate
from kimcore.mapping.scores import Subject
from kimcore.monitoring import standing
from kimcore.values import Outcome
from tests.mapping.builders import profiled, subject
from tests.monitoring.builders import seen

ON = date(2026, 11, 24)
NUMBERS = {Axis.INTEREST: 50, Axis.POWER: 100, Axis.INFLUENCE: 10}


def found(one: Subject, policy: Policy = Policy.STRICT) -> Placement:
    """Return the placement of a KIM among seven others, so that its explicit cut-offs are not weak."""
    others = [subject(n, n, n, id=f"o{n}") for n in range(7)]
    return locate(one, find_cutoffs([one, *others], NUMBERS), policy)


LEVELS = "Ketertarikan 60 (nilai dari Dinas): tinggi (batas 50); kekuatan 200: tinggi (batas 100)"


def test_a_placed_kim() -> None:
    """Quadrant, levels, approach, and each score with its cut-off."""
    assert found(subject(60, 200, 20)).reason.id == (
        "Kuadran 1 (ketertarikan, kekuatan, dan pengaruh tinggi), pendekatan: mitra. "
        f"{LEVELS}; pengaruh 20: tinggi (batas 10)."
    )


@pytest.mark.parametrize(("interest", "level", "pair"), [(60, "high", "1 and 3"), (40, "low", "2 and 4")])
@pytest.mark.clause("III.C.1")
def test_a_mixed_kim(interest: int, level: str, pair: str) -> None:
    """Both quadrants between which it lies are named; no policy is said to have placed it (R1)."""
    assert found(subject(interest, 200, 5)).reason.en == (
        f"No quadrant is claimed: power and influence differ, so that the KIM lies between quadrants {pair}. "
        f"Interest {interest} (score by the office): {level} (cut-off 50); power 200: high (cut-off 100); "
        "influence 5: low (cut-off 10)."
    )


def test_a_policy_that_placed_a_kim_is_told() -> None:
    """Where power and influence differ and a policy settles it, the reason says which."""
    told = found(subject(60, 200, 5), Policy.EITHER).reason.en
    assert told.endswith(" Power and influence differ; the policy applied: either: high if one is high.")


def test_a_kim_that_is_not_placed_names_all_that_is_missing() -> None:
    """Missing scores are parted by commas; what is known is told all the same."""
    assert found(subject(60)).reason.en == (
        "Not placed: power, influence unknown. "
        "Interest 60 (score by the office): high (cut-off 50); power unknown; influence unknown."
    )


def test_an_unknown_formation_and_a_weak_cut_off_are_marked() -> None:
    """The mark of R22 stands at the end, that of R2 behind its cut-off."""
    one = subject(60, 200, 20, formation=Outcome.UNKNOWN)
    assert found(one).reason.en.endswith(" Not every formation condition can be told yet.")
    weak = locate(one, CutOffs.at(interest=50, power=100, influence=10), Policy.STRICT).reason.en
    assert weak.count(", weak cut-off)") == 3


def test_explicit_cut_offs_rest_on_what_is_known() -> None:
    """An explicit number is weak with seven scores and not with eight that differ (R2)."""
    for count, weak in ((7, True), (8, False)):
        cut = find_cutoffs([subject(n, n, n) for n in range(count)], NUMBERS).interest
        assert (cut.value, cut.method, cut.known, cut.weak) == (50, "explicit", count, weak)
    with pytest.raises(InvalidValue) as refused:
        find_cutoffs([], {Axis.POWER: float("nan")})
    assert refused.value.field == "power"


def test_place_all_takes_a_policy() -> None:
    """A KIM whose power and influence differ is placed by the policy that is given."""
    cutoffs = CutOffs.at(interest=50, power=100, influence=10)
    kinds = [place_all([subject(60, 200, 5)], cutoffs, policy)[0].kind for policy in ("strict", "either")]
    assert kinds == [Kind.MIXED, Kind.PLACED]


def test_a_score_of_nothing_stands_behind_any_other() -> None:
    """0 is the least score, less than a half (R30)."""
    cutoffs = CutOffs.at(interest=50, power=100, influence=10)
    found = place_all([subject(0, 1, 1, id="a"), subject(0.5, 1, 1, id="b")], cutoffs)
    assert [p.subject.id for p in found] == ["b", "a"]


def test_scores_come_from_profile_observations_and_plug_in() -> None:
    """The office's interest goes before a plug-in's; a figure is stale after the days that are given."""
    empty = scores_of(profiled(power=7, influence=3), (), ON, plugin=40)
    assert (empty.interest.value, empty.power.value, empty.influence.value) == (40, 7, 3)
    day = date(2026, 11, 14)
    rows = [seen("instagram", "a", day, 50), seen("instagram", "a", day, 5, content="c", indicator="like")]
    rows.append(seen("instagram", "a", date(2026, 11, 25), 9, content="d", indicator="like"))
    for days, stale in ((9, True), (10, False)):
        scores = scores_of(profiled(), standing(rows)["k1"], ON, stale_after=days)
        assert (scores.power.value, scores.power.stale) == (50, stale)
        assert (scores.influence.value, scores.influence.stale) == (5, stale)
