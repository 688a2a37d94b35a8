"""How places are told: shared ones, ties that were broken or wait for the jury, works that were not judged in full."""

from attrs import evolve

from kimcore.collaboration import Competition, TieRule
from kimcore.reports.rankings import award_rankings, competition_rankings
from tests.collaboration import made_up
from tests.collaboration.made_up import LATER, a_competition, scores
from tests.reports.reading import column


def with_scores(rule: TieRule, **given: tuple[float, float]) -> Competition:
    """Return a competition whose one juror scored works so, under a rule for ties."""
    made = a_competition()
    (category,) = made.categories
    return evolve(made, scores=scores("juror-1", **given), categories=(evolve(category, rule=rule),))


def remarks(competition: Competition) -> list[str | None]:
    """Return what is said beside each place, in English."""
    cells = column(competition_rankings([competition], LATER, {}), "settled")
    return [cell.say("en") if cell else None for cell in cells]  # type: ignore[attr-defined]


def test_a_shared_place_says_how_many_share_it() -> None:
    """Where the rule lets them."""
    found = with_scores(TieRule.SHARED, work_1=(80, 8), work_2=(80, 8))
    assert column(competition_rankings([found], LATER, {}), "place") == [1, 1]
    assert remarks(found) == ["2 share the place"] * 2


def test_a_tie_that_was_broken_says_by_what() -> None:
    """By the criteria in order; 80 and 8 of 10 weigh as much as 90 and 5 of 10."""
    found = with_scores(TieRule.CRITERIA, work_1=(80, 8), work_2=(90, 5))
    assert column(competition_rankings([found], LATER, {}), "place") == [1, 2]
    assert remarks(found) == ["totals are equal; told apart by the criteria in order"] * 2


def test_a_tie_that_waits_for_the_jury_is_noted() -> None:
    """With the works concerned."""
    notes = competition_rankings([with_scores(TieRule.JURY, work_1=(80, 8), work_2=(80, 8))], LATER, {}).notes
    assert notes[-1].en == "Lomba Contoh: a tie waits for the jury: work_1, work_2."


def test_a_work_that_was_not_judged_in_full_has_no_place() -> None:
    """It is not the last; the juror who left it out is counted as left out."""
    found = competition_rankings([with_scores(TieRule.SHARED, work_1=(80, 8))], LATER, {})
    assert column(found, "place") == [None, None]
    assert column(found, "total") == [None, None]
    assert "0 juror(s) count, 1 do not" in found.notes[0].en


def test_nothing_is_noted_where_nobody_judged() -> None:
    """A competition without scores has no jurors to tell of."""
    assert competition_rankings([evolve(a_competition(), scores=())], LATER, {}).notes == ()


def test_quantities_that_are_not_given_are_unknown() -> None:
    """Not 0."""
    found = award_rankings([made_up.an_award()], LATER, {}, {})
    assert column(found, "contents") == [None, None]
    assert column(found, "activities") == [None, None]
