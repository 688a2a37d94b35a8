"""Awards: quality among the appointed, quantity over the period, and the forms of an award."""

from datetime import date

import pytest

from kimcore.collaboration import AwardForm, Candidate, Recipient, TieDecision, TieRule, quantities
from kimcore.community import Activity
from kimcore.errors import InvalidValue
from kimcore.media import Platform
from kimcore.monitoring import Content, Sum
from kimcore.testing import a_kim
from tests.collaboration.made_up import DAY, LATER, YES, an_award, scores


@pytest.mark.clause("IV.E.award.forms")
def test_three_forms_are_named_and_another_is_text() -> None:
    """Plaque, partner network, competence training; others by local policy."""
    assert [form.code for form in AwardForm] == ["plaque", "network", "training"]
    assert an_award().recipients[0].form == "piagam"
    assert Recipient(kim="kim-1", form=AwardForm.PLAQUE).form.text.en == "plaque"  # type: ignore[union-attr]


@pytest.mark.clause("IV.E.award.assess")
def test_quality_is_ranked_among_the_appointed() -> None:
    """A candidate that was not appointed is not ranked, whatever its scores."""
    found = an_award(scores=scores("juror-1", **{"kim-1": (60, 6), "kim-2": (100, 10)})).ranking(LATER)
    assert [(w.work, float(w.total)) for w in found.works] == [("kim-1", 60)]


@pytest.mark.clause("IV.E.award.assess")
def test_a_tie_for_an_award_waits_for_the_jury() -> None:
    """A decision counts from its day."""
    two = tuple(Candidate(kim=f"kim-{n}", ready=YES, appointed=YES) for n in (1, 2))
    award = an_award(
        candidates=two,
        rule=TieRule.JURY,
        scores=scores("juror-1", **{"kim-1": (60, 6), "kim-2": (60, 6)}),
        tie_decisions=(TieDecision(works=("kim-2", "kim-1"), on=LATER, by="made-up juror", reason="contoh"),),
    )
    assert award.ranking(LATER - DAY).open_ties == (("kim-1", "kim-2"),)
    assert [w.work for w in award.ranking(LATER).works] == ["kim-2", "kim-1"]


def test_scores_are_of_the_jury_and_within_the_rubric() -> None:
    """Those of strangers are refused with their ids, sorted."""
    strangers = scores("x", **{"kim-1": (1, 1)}) + scores("a", **{"kim-1": (1, 1)})
    with pytest.raises(InvalidValue, match="no juror of this award: a, x") as caught:
        an_award(scores=strangers)
    error = caught.value
    assert (error.code, error.field, error.clause) == ("award_juror", "scores", "IV.E.award.assess")
    assert error.say("id") == "bukan juri penghargaan ini: a, x"
    with pytest.raises(InvalidValue) as beyond:
        an_award(scores=scores("juror-1", **{"kim-1": (1, 11)}))
    assert beyond.value.code == "scores_invalid"


def test_an_award_concerns_candidates_and_recipients() -> None:
    """Each once."""
    more = (*an_award().recipients, Recipient(kim="kim-3", form="x"))
    assert an_award(recipients=more).kims == ("kim-1", "kim-2", "kim-3")


@pytest.mark.clause("IV.E.award.assess")
def test_quantity_is_what_was_shown_and_done_in_the_period() -> None:
    """Both days belong to it; what has no day is counted apart, and nothing with a day is unknown, not none."""
    days = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1), None]
    contents = [Content(kim="kim-1", platform=Platform.YOUTUBE, title=str(d), shown=d) for d in days]
    contents += [Content(kim="kim-2", platform=Platform.YOUTUBE), Content(kim="kim-9", platform=Platform.YOUTUBE)]
    log = tuple(Activity(on=d, count=n) for d, n in zip(days, (1, 2, None, 4, 5), strict=True))
    kims = [a_kim(id="kim-9"), a_kim(id="kim-2"), a_kim(log=log)]
    (one, two) = quantities(an_award(), kims, iter(contents))
    assert (one.kim, one.contents, one.activities, one.undated) == ("kim-1", 2, Sum(2, 1, 2), 2)
    assert (two.kim, two.contents, two.activities, two.undated) == ("kim-2", None, Sum(None, 0, 0), 1)
    assert [q.kim for q in quantities(an_award(), [a_kim()], [])] == ["kim-1"]
    shown = [Content(kim="kim-1", platform=Platform.YOUTUBE, shown=days[0])]
    assert quantities(an_award(), [a_kim()], shown)[0].contents == 0
