"""The ranking of works: exact, independent of the order of scores, and without a tie broken in silence."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimcore.collaboration import Criterion, Ranking, Score, TieDecision, TieRule, rank
from kimcore.errors import InvalidValue
from tests.collaboration.made_up import DAY, RUBRIC, START, scores

pytestmark = pytest.mark.clause("IV.E.own.run")


def shown(ranking: Ranking) -> list[tuple[str, int, float]]:
    """Return works with place and total."""
    return [(w.work, w.place, float(w.total)) for w in ranking.works]


def test_the_total_is_the_weighted_mean_per_hundred() -> None:
    """Weights 3 and 1, highest scores 100 and 10; two jurors count alike."""
    found = rank(["a", "b"], RUBRIC, scores("x", a=(80, 8), b=(90, 2)) + scores("y", a=(60, 4), b=(70, 6)))
    assert shown(found) == [("b", 1, 70.0), ("a", 2, 67.5)]
    assert found.counted == ("x", "y")
    assert found.left_out == found.unranked == ()
    assert found.is_final
    assert found.rule is TieRule.SHARED


def test_a_juror_who_missed_a_work_is_left_out_whole_and_named() -> None:
    """So that no work gains by a milder jury; the works of the others are ranked by those who saw all."""
    partial = scores("x", a=(100, 10)) + scores("y", a=(10, 1), b=(20, 2))
    found = rank(["a", "b"], RUBRIC, partial)
    assert shown(found) == [("b", 1, 20.0), ("a", 2, 10.0)]
    assert (found.counted, found.left_out) == (("y",), ("x",))
    half = rank(["a"], RUBRIC, scores("x", a=(1, 1))[:1] + scores("y", a=(2, 1)))
    assert (half.counted, half.left_out) == (("y",), ("x",))


def test_without_a_juror_that_counts_nothing_is_ranked() -> None:
    """Unknown is no place."""
    found = rank(["b", "a"], RUBRIC, scores("x", a=(1, 1)))
    assert (found.works, found.unranked, found.counted, found.left_out) == ((), ("a", "b"), (), ("x",))
    assert not found.is_final
    assert rank(["a"], (), []).unranked == ("a",)
    assert rank([], RUBRIC, scores("x", a=(1, 1))).is_final
    assert rank([], RUBRIC, scores("x", a=(1, 1))).left_out == ("x",)


def test_scores_of_other_works_count_for_nothing() -> None:
    """A work that was disqualified is not ranked, and need not be scored by all."""
    given = scores("x", a=(1, 1), z=(100, 10)) + scores("y", a=(1, 1))
    found = rank(["a", "a"], RUBRIC, given)
    assert shown(found) == [("a", 1, 3.25)]
    assert found.counted == ("x", "y")


EQUAL = scores("x", a=(80, 2), b=(70, 5), c=(70, 5), d=(90, 9), e=(0, 0))


def test_equal_totals_share_a_place() -> None:
    """The next place is that of all before it; who shares is told."""
    found = rank("abcde", RUBRIC, EQUAL)
    assert [(w, p) for w, p, _ in shown(found)] == [("d", 1), ("a", 2), ("b", 2), ("c", 2), ("e", 5)]
    assert [w.tied for w in found.works] == [(), ("b", "c"), ("a", "c"), ("a", "b"), ()]
    assert {w.settled for w in found.works} == {None}
    assert (found.open_ties, found.is_final) == ((), True)


def test_criteria_in_order_tell_equal_totals_apart() -> None:
    """What is equal on each of them shares the place; that the rule decided is told."""
    found = rank("abcde", RUBRIC, EQUAL, TieRule.CRITERIA)
    assert [(w, p) for w, p, _ in shown(found)] == [("d", 1), ("a", 2), ("b", 3), ("c", 3), ("e", 5)]
    assert [w.tied for w in found.works] == [(), (), ("c",), ("b",), ()]
    assert [w.settled and w.settled.en for w in found.works] == [
        None,
        *["totals are equal; told apart by the criteria in order"] * 3,
        None,
    ]
    assert found.works[1].settled is not None
    assert found.works[1].settled.id == "nilai seri, dibedakan menurut urutan kriteria"
    assert found.is_final


def decided(*works: str, days: int = 0) -> TieDecision:
    """Return a decision of the jury."""
    return TieDecision(works=works, on=START + days * DAY, by="made-up juror", reason="contoh")


def test_the_jury_decides_about_exactly_the_equal_works() -> None:
    """Until it does, the tie is open; a decision about other works, or under another rule, decides nothing."""
    open_ = rank("abcde", RUBRIC, EQUAL, TieRule.JURY, [decided("a", "b"), decided("a", "b", "c", "d")])
    assert [w.place for w in open_.works] == [1, 2, 2, 2, 5]
    assert (open_.open_ties, open_.is_final) == ((("a", "b", "c"),), False)
    made = [decided("c", "a", "b"), decided("b", "c", "a", days=1), decided("a", "c", "b", days=-1)]
    found = rank("abcde", RUBRIC, EQUAL, TieRule.JURY, made)
    assert [(w.work, w.place) for w in found.works] == [("d", 1), ("b", 2), ("c", 3), ("a", 4), ("e", 5)]
    assert [w.settled and w.settled.en for w in found.works][1] == ("totals are equal; told apart decision of the jury")
    assert found.is_final
    assert [w.place for w in rank("abcde", RUBRIC, EQUAL, TieRule.SHARED, made).works] == [1, 2, 2, 2, 5]


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"by": " "}, "by"),
        ({"reason": ""}, "reason"),
        ({"works": ("a",)}, "works"),
        ({"works": ("a", "b", "a")}, "works"),
        ({"works": (), "by": "", "reason": ""}, "by, reason, works"),
    ],
)
def test_a_decision_of_the_jury_has_its_reason(changes: dict[str, Any], wanted: str) -> None:
    """And two different works or more, each once."""
    given_: dict[str, Any] = {"works": ("a", "b"), "on": START, "by": "made-up juror", "reason": "contoh"}
    with pytest.raises(InvalidValue) as caught:
        TieDecision(**given_ | changes)
    error = caught.value
    assert (error.code, error.field) == ("tie_decision_incomplete", wanted.partition(",")[0])
    assert error.clause == "IV.E.own.run"
    assert f"needs: {wanted} (" in error.say("en")
    assert f"memerlukan: {wanted} (" in error.say("id")


@pytest.mark.parametrize(("weight", "maximum", "fits"), [(1, 1, True), (0, 1, False), (1, 0, False), (-1, -1, False)])
def test_a_criterion_weighs_something(weight: int, maximum: int, fits: bool) -> None:
    """Weight and highest score are 1 or more."""
    if fits:
        assert Criterion(id="a", weight=weight, maximum=maximum).label == ""
    else:
        with pytest.raises(InvalidValue, match="criterion 'a' are 1 or more") as caught:
            Criterion(id="a", weight=weight, maximum=maximum)
        error = caught.value
        assert (error.code, error.field, error.clause) == ("criterion_invalid", "weight", "IV.E.own.plan")
        assert error.say("id") == "bobot dan nilai tertinggi kriteria 'a' minimal 1"


def score(value: float, criterion: str = "craft", work: str = "a") -> Score:
    """Return a score of juror x."""
    return Score(juror="x", work=work, criterion=criterion, value=value)


@pytest.mark.parametrize("value", [-1, -0.01, 10.01, 11])
def test_a_score_beyond_its_range_is_refused(value: float) -> None:
    """Below 0, or above the highest."""
    with pytest.raises(InvalidValue, match="score of juror x for work a: there is no criterion craft") as caught:
        rank(["a"], RUBRIC, [score(value)])
    error = caught.value
    assert (error.code, error.field, error.clause) == ("scores_invalid", "scores", "IV.E.own.run")


def test_scores_within_their_range_are_taken() -> None:
    """0 and the highest belong to it."""
    assert rank(["a"], RUBRIC, [score(0), score(100, "idea")]).works[0].total == 75
    assert rank(["a"], RUBRIC, [score(10), score(0, "idea")]).works[0].total == 25
    assert rank(["a"], RUBRIC, [score(0.5), score(0.1, "idea")]).works[0].total == (Fraction(5) + 3 * Fraction(0.1)) / 4


def test_every_fault_of_scores_is_named_at_once() -> None:
    """A score twice, of no criterion, and out of its range, also of works that are not ranked."""
    with pytest.raises(InvalidValue) as caught:
        rank(["a"], RUBRIC, [score(1), score(1), score(1, "x"), score(11, work="z")])
    assert caught.value.say("en").split("; ") == [
        "juror x scored work a twice on criterion craft",
        "score of juror x for work a: there is no criterion x, or the score is out of its range",
        "score of juror x for work z: there is no criterion craft, or the score is out of its range",
    ]
    assert caught.value.say("id").startswith("juri x menilai karya a dua kali pada kriteria craft; nilai juri x ")


WORKS = ("a", "b", "c", "d")
VALUES = st.tuples(st.integers(0, 4), st.integers(0, 4))
CARD = st.fixed_dictionaries(dict.fromkeys(WORKS, VALUES))
PARTIAL = st.dictionaries(st.sampled_from(WORKS), VALUES)
RULES = st.sampled_from(list(TieRule))


def given_scores(cards: list[dict[str, tuple[int, int]]]) -> list[Score]:
    """Return the scores of jurors numbered from 0."""
    return [s for number, card in enumerate(cards) for s in scores(f"juror-{number}", **card)]


def order(ranking: Ranking) -> list[tuple[str, int]]:
    """Return works with their places."""
    return [(w.work, w.place) for w in ranking.works]


@given(st.lists(CARD | PARTIAL, max_size=4), RULES, st.randoms())
def test_the_order_of_scores_and_works_makes_no_difference(
    cards: list[dict[str, tuple[int, int]]], rule: TieRule, random: Any
) -> None:
    """Nor does who is named first."""
    made = given_scores(cards)
    found = rank(WORKS, RUBRIC, made, rule)
    random.shuffle(made)
    assert rank(reversed(WORKS), RUBRIC, made, rule) == found


@given(st.lists(CARD, min_size=1, max_size=4), st.lists(PARTIAL, max_size=2), VALUES, RULES)
def test_one_more_juror_who_gives_all_the_same_changes_no_order(
    cards: list[dict[str, tuple[int, int]]],
    partial: list[dict[str, tuple[int, int]]],
    same: tuple[int, int],
    rule: TieRule,
) -> None:
    """Whatever the others gave, and whoever was left out."""
    every = [*cards, *partial]
    found = rank(WORKS, RUBRIC, given_scores(every), rule)
    more = rank(WORKS, RUBRIC, given_scores([*every, dict.fromkeys(WORKS, same)]), rule)
    assert order(more) == order(found)
    assert [w.tied for w in more.works] == [w.tied for w in found.works]


@given(st.lists(CARD, min_size=1, max_size=3), RULES)
def test_places_are_those_of_the_totals(cards: list[dict[str, tuple[int, int]]], rule: TieRule) -> None:
    """A greater total has a better place; a place is one more than the works before it; the same place is told."""
    found = rank(WORKS, RUBRIC, given_scores(cards), rule)
    assert sorted(w.work for w in found.works) == list(WORKS)
    for one in found.works:
        before = [w for w in found.works if w.place < one.place]
        assert one.place == len(before) + 1
        assert all(w.total >= one.total for w in before)
        assert {w.work for w in found.works if w.place == one.place} == {one.work, *one.tied}
        equal = [w for w in found.works if w.total == one.total]
        assert (one.settled is None) is all(w.place == one.place for w in equal)


@given(st.lists(CARD, min_size=1, max_size=3), st.sampled_from(WORKS), st.sampled_from(["idea", "craft"]), RULES)
def test_a_better_score_never_makes_a_place_worse(
    cards: list[dict[str, tuple[int, int]]], work: str, criterion: str, rule: TieRule
) -> None:
    """The work that gains keeps its place or rises."""
    made = given_scores(cards)
    better = [
        Score(juror=s.juror, work=s.work, criterion=s.criterion, value=s.value + 1)
        if (s.juror, s.work, s.criterion) == ("juror-0", work, criterion)
        else s
        for s in made
    ]
    places = [dict(order(rank(WORKS, RUBRIC, given_, rule)))[work] for given_ in (made, better)]
    assert places[1] <= places[0]


@given(st.lists(CARD, min_size=1, max_size=3))
def test_the_same_scores_from_every_juror_twice_change_nothing(cards: list[dict[str, tuple[int, int]]]) -> None:
    """A mean is not moved by its own values."""
    assert order(rank(WORKS, RUBRIC, given_scores(cards + cards))) == order(rank(WORKS, RUBRIC, given_scores(cards)))


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan")])
def test_a_score_is_a_finite_number(value: float) -> None:
    """Nothing can be ranked by infinity."""
    with pytest.raises(InvalidValue) as raised:
        Score(juror="j", work="w", criterion="c", value=value)
    assert (raised.value.code, raised.value.field) == ("score_invalid", "value")
    assert Score(juror="j", work="w", criterion="c", value=0.5).value == 0.5
