"""Competitions: what is refused, to whom they are open, and the ranking of their works."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from kimcore.collaboration import (
    Category,
    CompetitionKind,
    CompetitionLevel,
    Disqualification,
    Juror,
    Progress,
    Protest,
    Recurrence,
    TieDecision,
    TieRule,
    WorkKind,
)
from kimcore.community import KimType
from kimcore.errors import InvalidValue, NotFound
from tests.collaboration.made_up import (
    DAY,
    LATER,
    NO,
    RUBRIC,
    START,
    UNKNOWN,
    YES,
    a_competition,
    an_entry,
    an_outside_competition,
    scores,
)


def refused(**changes: Any) -> str:
    """Return the message with which a competition is refused."""
    with pytest.raises(InvalidValue) as caught:
        a_competition(**changes)
    assert (caught.value.code, caught.value.clause) == ("competition_invalid", "IV.E.competition")
    return caught.value.say("en")


@pytest.mark.clause("IV.E.own.plan", "IV.E.own.calendar")
def test_registration_does_not_close_before_it_opens() -> None:
    """It may close on the day on which it opens, and either day may be unknown."""
    opens = date(2026, 3, 5)
    message = refused(opens=opens, closes=opens - DAY)
    assert message == "it closes on 4 March 2026, before it opens on 5 March 2026"
    for days in ((opens, opens), (opens, opens + DAY), (None, opens), (opens, None)):
        made = a_competition(opens=days[0], closes=days[1], entries=(), scores=(), progress=Progress())
        assert (made.opens, made.closes) == days


@pytest.mark.clause("IV.E.join.level")
@pytest.mark.parametrize("kind", list(CompetitionKind))
@pytest.mark.parametrize("level", list(CompetitionLevel))
def test_an_outside_competition_is_at_a_wider_level(kind: CompetitionKind, level: CompetitionLevel) -> None:
    """Province or nation; an own one is held in the district."""
    make = a_competition if kind is CompetitionKind.OWN else an_outside_competition
    if (kind is CompetitionKind.OWN) is (level is CompetitionLevel.DISTRICT):
        assert make(level=level).level is level
    else:
        with pytest.raises(InvalidValue) as caught:
            make(level=level)
        assert caught.value.say("id") == f"{kind.say('id')} tidak diadakan pada {level.say('id')}"
        assert level.say("en") in caught.value.say("en")


def test_parts_name_what_there_is() -> None:
    """Every name of nothing and every one that stands twice is told at once."""
    entry, juror = an_entry(), Juror(id="juror-1", name="x")
    said = refused(
        entries=(entry, entry, an_entry("work_2", category="foto")),
        jurors=(juror, juror),
        scores=scores("juror-9", work_9=(1, 1)),
        tie_decisions=(TieDecision(works=("work_7", "work_1"), on=START, by="x", reason="x"),),
        protests=(Protest(entry="work_8", kim="kim-1", on=START, text="x"),),
    )
    assert said.split("; ") == [
        "juror-1 is recorded twice",
        "work_1 is recorded twice",
        "“foto” is not in this competition",
        "“juror-9” is not in this competition",
        "“work_7” is not in this competition",
        "“work_8” is not in this competition",
        "“work_9” is not in this competition",
    ]
    twice = a_competition().categories * 2
    assert refused(categories=twice) == "video is recorded twice"


def test_a_work_without_category_stands_where_there_are_none() -> None:
    """An outside competition may have none that the office knows."""
    assert an_outside_competition().entries[0].category == ""
    assert refused(entries=(an_entry(category=""),), scores=()) == "“” is not in this competition"
    with pytest.raises(InvalidValue):
        an_outside_competition(entries=(an_entry(),))


def test_scores_fit_their_rubric() -> None:
    """A score out of its range is refused when it is recorded, not when works are ranked."""
    with pytest.raises(InvalidValue) as caught:
        a_competition(scores=scores("juror-1", work_1=(101, 1)))
    assert caught.value.code == "scores_invalid"


@pytest.mark.clause("IV.E.scope")
@pytest.mark.parametrize(("type_b", "wanted"), [(YES, "AB"), (NO, "A"), (UNKNOWN, "A")])
def test_an_edition_is_open_to_type_a_unless_it_says_otherwise(type_b: Any, wanted: str) -> None:
    """R31: to type B as well where it says so."""
    assert a_competition(type_b=type_b).open_to == tuple(KimType.of(code) for code in wanted)


def test_a_competition_concerns_the_kims_of_candidates_and_works() -> None:
    """Each once."""
    assert a_competition(entries=(an_entry(kim="kim-3"),), scores=()).kims == ("kim-1", "kim-2", "kim-3")


@pytest.mark.clause("IV.E.own.calendar")
def test_an_own_competition_is_held_yearly_or_at_set_times() -> None:
    """It is not said until it is recorded."""
    assert [r.code for r in Recurrence] == ["yearly", "set_times"]
    assert a_competition().recurrence is None


@pytest.mark.clause("IV.E.own.run")
def test_the_works_that_take_part_are_ranked() -> None:
    """Those of the category, registered and not disqualified by the day."""
    competition = a_competition()
    assert [(w.work, w.place) for w in competition.ranking("video", LATER).works] == [("work_1", 1), ("work_2", 2)]
    out = Disqualification(on=LATER, by="made-up juror", reason="contoh")
    ended = a_competition(entries=(an_entry(disqualified=out), an_entry("work_2")))
    assert [w.work for w in ended.ranking("video", LATER).works] == ["work_2"]
    assert [w.work for w in ended.ranking("video", LATER - DAY).works] == ["work_1", "work_2"]
    assert competition.ranking("video", date(2026, 3, 9)).works == ()


@pytest.mark.clause("IV.E.own.run")
def test_a_decision_on_a_tie_counts_from_its_day() -> None:
    """By the tie rule of the category."""
    category = evolve(a_competition().categories[0], rule=TieRule.JURY)
    competition = a_competition(
        categories=(category,),
        scores=scores("juror-1", work_1=(70, 7), work_2=(70, 7)),
        tie_decisions=(TieDecision(works=("work_2", "work_1"), on=LATER, by="made-up juror", reason="contoh"),),
    )
    assert competition.ranking("video", LATER - DAY).open_ties == (("work_1", "work_2"),)
    assert [(w.work, w.place) for w in competition.ranking("video", LATER).works] == [("work_2", 1), ("work_1", 2)]


def test_categories_are_ranked_apart() -> None:
    """The scores of one do not count for the other, whose rubric is its own."""
    other = Category(id="foto", kind="foto", work=WorkKind.VISUAL, rubric=RUBRIC[:1])
    competition = a_competition(
        categories=(*a_competition().categories, other),
        entries=(an_entry(), an_entry("work_2", category="foto")),
        scores=scores("juror-1", work_1=(80, 8)) + scores("juror-1", work_2=(50, 5))[:1],
    )
    assert [(w.work, float(w.total)) for w in competition.ranking("foto", LATER).works] == [("work_2", 50)]
    assert [(w.work, float(w.total)) for w in competition.ranking("video", LATER).works] == [("work_1", 80)]
    with pytest.raises(NotFound, match="no category 'blog'; there are video, foto") as caught:
        competition.category("blog")
    assert (caught.value.code, caught.value.field) == ("category_unknown", "category")
    assert caught.value.say("id") == "tidak ada kategori 'blog'; yang ada video, foto"
