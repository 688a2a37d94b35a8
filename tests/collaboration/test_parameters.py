"""Parameters of chapter IV: dated, with their source, and changed by a rulebook."""

from datetime import date

import pytest
from attrs import evolve

from kimcore.collaboration import SETTINGS, parameter
from kimcore.errors import NotFound
from kimcore.rulebooks import JUKNIS_2022
from kimcore.rules import ParameterUnset, ParameterValue
from tests.collaboration.made_up import DAY, START


@pytest.mark.clause("IV.B.B.trial.3", "IV.B.B.trial.4", "IV.C.stage.8")
def test_the_guideline_names_terms_by_example() -> None:
    """Two months of trial, six or eight months of appointment; the window of evaluation is ours."""
    found = [(s.name, s.on(START).value, s.on(START).source, s.unit.en) for s in SETTINGS]
    assert found == [
        ("trial_months", 2, "IV.B.B.trial.3", "months"),
        ("appointment_months_least", 6, "IV.B.B.trial.4", "months"),
        ("appointment_months_most", 8, "IV.B.B.trial.4", "months"),
        ("evaluation_window_days", 30, "IV.C.stage.8", "days"),
    ]
    assert all(s.label.id and s.label.en and s.unit.id for s in SETTINGS)
    assert {s.name for s in SETTINGS}.isdisjoint(s.name for s in JUKNIS_2022.settings)


def test_a_parameter_is_that_of_the_day() -> None:
    """From the first day of the guideline on."""
    first = JUKNIS_2022.since
    assert parameter("trial_months", first) == ParameterValue(first, 2, "IV.B.B.trial.3")
    with pytest.raises(ParameterUnset):
        parameter("trial_months", first - DAY)


def test_a_rulebook_goes_before_the_guideline() -> None:
    """A district that derives a rulebook sets its own term, from a day on."""
    (trial, *_) = SETTINGS
    local = ParameterValue(date(2026, 3, 1), 3, "SK Contoh")
    book = JUKNIS_2022.derive("contoh", settings=(*JUKNIS_2022.settings, evolve(trial, values=(*trial.values, local))))
    assert parameter("trial_months", date(2026, 3, 1), book) == local
    assert parameter("trial_months", date(2026, 2, 28), book).value == 2
    assert parameter("evaluation_window_days", START, book).value == 30
    assert parameter("stale_after_days", START).value == 45


def test_an_unknown_parameter_is_not_found() -> None:
    """The error names those there are."""
    with pytest.raises(NotFound, match="no parameter 'x'; there are trial_months, ") as caught:
        parameter("x", START)
    assert (caught.value.code, caught.value.field) == ("parameter_unknown", "x")
    assert caught.value.say("id").startswith("tidak ada parameter 'x'; yang ada trial_months, ")
