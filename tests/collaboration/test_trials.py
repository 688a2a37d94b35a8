"""Trials: the decision at their end, their terms, and what is remarked on an appointment."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from kimcore.collaboration import (
    SETTINGS,
    AppointmentOutcome,
    Cancellation,
    Trial,
    appointment_remarks,
    call_off,
    term_of_months,
    trial_term,
)
from kimcore.errors import InvalidValue
from kimcore.rulebooks import JUKNIS_2022
from kimcore.rules import ParameterValue
from kimcore.values import Period
from tests.collaboration.made_up import DAY, START, a_trial, an_appointment

REFUSED = {"outcome": AppointmentOutcome.NOT_APPOINTED, "period": None}


@pytest.mark.clause("IV.B.A.trial.3", "IV.B.B.trial.4")
@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"officer": " ", "reason": ""}, "officer, reason"),
        ({"reason": ""} | REFUSED, "reason"),
        ({"period": None}, "period"),
        ({"period": Period(date(2026, 5, 3))}, "period"),
    ],
)
def test_an_appointment_is_a_decision_with_reasons(changes: dict[str, Any], wanted: str) -> None:
    """Officer and reason always; a period that begins on its day or later where the KIM is appointed."""
    with pytest.raises(InvalidValue) as caught:
        an_appointment(**changes)
    error = caught.value
    assert (error.code, error.field) == ("appointment_incomplete", wanted.partition(",")[0])
    assert error.clause == "IV.B.A.trial.3"
    assert f"needs: {wanted} (" in error.say("en")
    assert f"memerlukan: {wanted} (" in error.say("id")


def test_a_decision_not_to_appoint_needs_no_period() -> None:
    """Neither does an appointment need to wait for the day after."""
    assert an_appointment(**REFUSED).period is None
    assert an_appointment(period=Period(date(2026, 5, 4))).period == Period(date(2026, 5, 4))


@pytest.mark.clause("IV.B.A.trial.3", "IV.B.B.trial.4")
def test_a_kim_is_appointed_within_its_period() -> None:
    """From its first to its last day; without a decision, or where it was not appointed, on none."""
    period = an_appointment().period
    assert period is not None
    days = [period.start - DAY, period.start, period.end, period.end + DAY]
    assert [a_trial().appointed_on(day) for day in days] == [False, True, True, False]
    assert not a_trial(appointment=None).appointed_on(period.start)
    ended = call_off(a_trial(), Cancellation(on=period.end, by="made-up officer", reason="contoh"))
    assert [ended.appointed_on(day) for day in (period.end - DAY, period.end)] == [True, False]
    turned_down = an_appointment(outcome=AppointmentOutcome.NOT_APPOINTED)
    assert not a_trial(appointment=turned_down).appointed_on(period.start)


@pytest.mark.clause("IV.B.B.trial.3")
@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2026, 3, 2), date(2026, 5, 1)),
        (date(2026, 1, 1), date(2026, 2, 28)),
        (date(2025, 12, 31), date(2026, 2, 27)),
        (date(2026, 6, 30), date(2026, 8, 29)),
    ],
)
def test_a_trial_takes_two_months(start: date, end: date) -> None:
    """To the eve of the same day two months later, or of the last day of a shorter month."""
    assert trial_term(start) == Period(start, end)


def local(name: str, value: int) -> Any:
    """Return a rulebook in which a parameter has another value from 2 March 2026."""
    (found,) = (s for s in SETTINGS if s.name == name)
    changed = evolve(found, values=(*found.values, ParameterValue(START, value, "SK Contoh")))
    return JUKNIS_2022.derive("contoh", settings=(*JUKNIS_2022.settings, changed))


def test_a_rulebook_sets_the_term_of_a_trial() -> None:
    """From its day on."""
    assert trial_term(START, local("trial_months", 1)) == Period(START, date(2026, 4, 1))
    assert trial_term(START - DAY, local("trial_months", 1)) == Period(START - DAY, date(2026, 4, 30))


def appointed(start: date, end: date, kind: str = "B") -> Trial:
    """Return a trial with an appointment for a period."""
    return a_trial(kind, appointment=an_appointment(on=start, period=Period(start, end)))


SIX, EIGHT = term_of_months(START, 6).end, term_of_months(START, 8).end


@pytest.mark.clause("IV.B.B.trial.4")
@pytest.mark.parametrize(
    ("end", "wanted"),
    [
        (SIX - DAY, ["the appointment is shorter than 6 months"]),
        (SIX, []),
        (EIGHT, []),
        (EIGHT + DAY, ["the appointment is longer than 8 months"]),
        (date(2026, 12, 31), ["the appointment is longer than 8 months"]),
        (date(2027, 1, 1), ["the appointment is longer than 8 months", "the appointment goes beyond the year 2026"]),
    ],
)
def test_an_appointment_is_compared_with_what_the_guideline_names(end: date, wanted: list[str]) -> None:
    """From six to eight months, within the year; another is remarked, not refused."""
    assert [text.en for text in appointment_remarks(appointed(START, end))] == wanted
    assert appointment_remarks(appointed(START, end, "A")) == ()


def test_remarks_stand_in_both_languages_and_follow_the_rulebook() -> None:
    """A district with longer terms has its own bounds; without an appointment there is nothing to remark."""
    short = appointed(START, START)
    assert [t.id for t in appointment_remarks(short)] == ["masa penetapan kurang dari 6 bulan"]
    open_ended = appointed(START, date.max)
    assert [t.id for t in appointment_remarks(open_ended)] == [
        "masa penetapan lebih dari 8 bulan",
        "masa penetapan melewati tahun 2026",
    ]
    assert appointment_remarks(appointed(START, EIGHT + DAY), local("appointment_months_most", 9)) == ()
    assert appointment_remarks(appointed(START, SIX - DAY), local("appointment_months_least", 5)) == ()
    assert appointment_remarks(a_trial(appointment=None)) == ()
    assert appointment_remarks(a_trial(appointment=an_appointment(**REFUSED))) == ()


def test_a_trial_is_of_one_kim() -> None:
    """It is called by its plan."""
    assert a_trial().kims == ("kim-1",)
    assert a_trial().title == "Simulasi model, Tipe B"
    assert a_trial("A").title == "Uji coba model, Tipe A"
