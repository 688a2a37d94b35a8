"""The evaluation of an event: contents in both windows, and how much of them is known."""

from datetime import date, timedelta

import pytest
from attrs import evolve

from kimcore.collaboration import SETTINGS, Session, evaluate
from kimcore.errors import InvalidValue
from kimcore.media import Platform
from kimcore.monitoring import Content, Sum
from kimcore.rulebooks import JUKNIS_2022
from kimcore.rules import ParameterValue
from kimcore.values import Period
from tests.collaboration.made_up import LATER, an_event

FIRST, LAST = date(2026, 3, 10), date(2026, 3, 12)
MIDDLE = date(2026, 3, 11)
EVENT = an_event(sessions=tuple(Session(title=str(day), on=day) for day in (LAST, FIRST, MIDDLE)))


def shown(*days: date | None, kim: str = "kim-1") -> list[Content]:
    """Return contents of a KIM that were shown on days."""
    return [Content(kim=kim, platform=Platform.INSTAGRAM, title=str(n), shown=day) for n, day in enumerate(days)]


@pytest.mark.clause("IV.C.stage.8")
def test_contents_before_and_after_an_event_are_counted() -> None:
    """Thirty days to the eve of the first session, and from the day after the last one."""
    days = [FIRST - timedelta(n) for n in (31, 30, 1, 0)] + [LAST + timedelta(n) for n in (0, 1, 2, 30, 31)]
    found = evaluate(EVENT, shown(*days, None), LATER)
    assert found.before == Period(date(2026, 2, 8), date(2026, 3, 9))
    assert found.after == Period(date(2026, 3, 13), date(2026, 4, 11))
    assert found.before.days == found.after.days == 30
    (one, two) = found.changes
    assert (one.kim, one.before, one.after, one.change, one.undated) == ("kim-1", 2, 3, 1, 1)
    assert (two.kim, two.before, two.after, two.change, two.undated) == ("kim-2", None, None, None, 0)
    assert (found.total_before, found.total_after) == (Sum(2, 1, 2), Sum(3, 1, 2))
    assert found.event == "event-1"


@pytest.mark.clause("IV.C.stage.8")
def test_no_content_with_a_day_is_unknown_and_not_none() -> None:
    """A KIM of which one content has a day, outside both windows, showed none in them."""
    (one, two) = evaluate(EVENT, [*shown(None), *shown(date(2025, 1, 1), kim="kim-2")], LATER).changes
    assert (one.before, one.after, one.change, one.undated) == (None, None, None, 1)
    assert (two.before, two.after, two.change) == (0, 0, 0)


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_an_evaluation_knows_what_was_known_by_its_day(days: int) -> None:
    """Contents shown later do not count, and the second window is over from the day after its last."""
    end = LAST + timedelta(30)
    found = evaluate(EVENT, shown(end, FIRST), end + timedelta(days))
    assert found.is_over is (days > 0)
    assert found.changes[0].after == (1 if days >= 0 else 0)


def test_a_rulebook_sets_the_window() -> None:
    """As it is on the day of the last session."""
    (setting,) = (s for s in SETTINGS if s.name == "evaluation_window_days")
    local = evolve(setting, values=(*setting.values, ParameterValue(LAST, 7, "SK Contoh")))
    found = evaluate(EVENT, [], LATER, JUKNIS_2022.derive("contoh", settings=(*JUKNIS_2022.settings, local)))
    assert found.before.days == found.after.days == 7


def test_an_event_without_days_is_not_evaluated() -> None:
    """There is no before and after."""
    with pytest.raises(InvalidValue, match="without a dated session") as caught:
        evaluate(an_event(sessions=(Session(title="a"),)), [], LATER)
    error = caught.value
    assert (error.code, error.field, error.clause) == ("event_undated", "sessions", "IV.C.stage.8")
    assert error.say("id") == "kegiatan tanpa hari sesi tidak dapat dievaluasi"
