"""Interest, power and influence of a KIM, by which it is mapped."""

from datetime import date
from math import nan

import pytest

from kimcore.errors import InvalidValue
from kimcore.mapping import Axis, Interest, InterestSource, scores_of
from kimcore.mapping.wording import number_text
from kimcore.monitoring import FigureSource, standing
from tests.mapping.builders import profiled
from tests.monitoring.builders import seen

ON = date(2026, 11, 24)


@pytest.mark.clause("III.A.m")
@pytest.mark.parametrize(
    ("office", "plugin", "value", "source"),
    [
        (80, 20, 80, InterestSource.OFFICE),
        (0, 20, 0, InterestSource.OFFICE),
        (None, 20, 20, InterestSource.PLUGIN),
        (None, None, None, None),
    ],
)
def test_the_score_of_the_office_wins(
    office: int | None, plugin: int | None, value: int | None, source: InterestSource | None
) -> None:
    """The office's score goes before a plug-in's, a 0 too; both stand in the result."""
    found = Interest(office=office, plugin=plugin)
    assert (found.value, found.source) == (value, source)
    assert (found.office, found.plugin) == (office, plugin)


@pytest.mark.parametrize("score", [-1, 101, nan])
@pytest.mark.parametrize("who", ["office", "plugin"])
def test_an_interest_lies_between_0_and_100(who: str, score: float) -> None:
    """One below 0 or above 100 is refused, whoever gave it."""
    with pytest.raises(InvalidValue) as caught:
        Interest(**{who: score})
    assert caught.value.code == "interest_range"


@pytest.mark.parametrize("score", [0, 100])
def test_the_ends_of_the_scale_are_scores(score: int) -> None:
    """0 and 100 are known scores."""
    assert Interest(office=score).value == score


@pytest.mark.clause("II.B.3.map.d")
def test_the_scores_of_a_kim_come_from_profile_and_records() -> None:
    """Observed figures go before those of the profile, axis by axis."""
    rows = standing([seen("facebook", "a", ON, 5)])["k1"]
    found = scores_of(profiled(interest=70, power=900, influence=30), rows, ON)
    assert [found.value(axis) for axis in Axis] == [70, 5, 30]
    assert (found.power.source, found.influence.source) == (FigureSource.OBSERVED, FigureSource.PROFILE)


@pytest.mark.parametrize(
    ("value", "id", "en"),
    [(0, "0", "0"), (999, "999", "999"), (1234, "1.234", "1,234"), (3137.5, "3.137,5", "3,137.5"), (50.0, "50", "50")],
)
def test_numbers_are_written_as_each_language_does(value: float, id: str, en: str) -> None:
    """Indonesian groups by points and has a decimal comma, English the other way round."""
    assert (number_text(value).id, number_text(value).en) == (id, en)
