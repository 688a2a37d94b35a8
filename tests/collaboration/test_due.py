"""What is due: stages, terms that end, productions, editions, and what a partnership loses."""

from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from kimcore.collaboration import (
    Cancellation,
    Deadline,
    DueKind,
    DueRow,
    Production,
    Progress,
    Recurrence,
    Responsible,
    call_off,
    due,
    due_for,
)
from kimcore.community import Activity
from kimcore.errors import InvalidValue
from kimcore.partnership import Change
from kimcore.terms import Text
from kimcore.testing import a_kim
from kimcore.testing.builders import OFFICE
from kimcore.values import Outcome, Period
from tests.collaboration.made_up import (
    DAY,
    START,
    a_competition,
    a_trial,
    an_appointment,
    an_event,
    before,
    done,
    through,
)

TODAY = date(2026, 3, 20)


def told(rows: tuple[DueRow, ...]) -> list[tuple[str, int, bool, str]]:
    """Return kind, days from today, whether overdue, and what, in English."""
    return [(row.kind.code, (row.on - TODAY).days, row.overdue, row.what.en) for row in rows]


def event(*stages: str, days: int = 0, **changes: Any) -> Any:
    """Return an event whose theme is set and whose stages are due so many days from today."""
    deadlines = tuple(Deadline(stage=s, on=TODAY + timedelta(days)) for s in stages)
    return an_event(progress=Progress(records=(done("theme", START),), deadlines=deadlines), **changes)


@pytest.mark.parametrize("days", [-400, -1, 0, 1, 6, 7, 8])
@pytest.mark.clause("IV.C.stage.2")
def test_a_stage_is_due_by_its_deadline(days: int) -> None:
    """Within so many days ahead, the last one too, and for as long as it is overdue."""
    rows = due([event("speakers", days=days)], [], TODAY, 7)
    if days > 7:
        assert rows == ()
    else:
        (row,) = rows
        assert told(rows) == [("stage", days, days < 0, "Workshop/Lokakarya: Tema Contoh: Speakers set")]
        assert row.what.id == "Workshop/Lokakarya: Tema Contoh: Penetapan instruktur/pemateri/trainer"
        assert (row.work, row.kims, row.office, row.clause) == ("event-1", ("kim-1", "kim-2"), OFFICE, "IV.C.stage.2")
        assert row.by is Responsible.OFFICE


def test_only_what_is_left_to_do_is_due() -> None:
    """Open and waiting stages; not what is recorded, and nothing of a work that was called off."""
    rows = due([event("theme", "published", "speakers")], [], TODAY, 0)
    assert sorted(row.what.en.rpartition(": ")[2] for row in rows) == ["Published by office and KIM", "Speakers set"]
    assert {row.by for row in rows} == {Responsible.OFFICE, Responsible.BOTH}
    ended = call_off(event("speakers"), Cancellation(on=TODAY, by="made-up officer", reason="contoh"))
    assert due([ended], [], TODAY, 0) == ()
    assert len(due([ended], [], TODAY - DAY, 1)) == 1


@pytest.mark.parametrize(("ahead", "fits"), [(-1, False), (0, True), (1, True)])
def test_days_ahead_stay_within_the_calendar(ahead: int, fits: bool) -> None:
    """None below 0, and none beyond its last day."""
    last = date.max - DAY
    if fits:
        assert due([], [], last, ahead) == ()
    else:
        with pytest.raises(InvalidValue, match="-1 days ahead of 9999-12-30 cannot be looked at") as caught:
            due([], [], last, ahead)
        assert (caught.value.code, caught.value.field) == ("due_days", "ahead")
        assert caught.value.say("id") == "-1 hari sesudah 9999-12-30 tidak dapat ditinjau"
    with pytest.raises(InvalidValue):
        due([], [], last, 2)


def trial(**changes: Any) -> Any:
    """Return a trial up to its production, which ends in ten days; one content was due, two are."""
    schedule = tuple(Production(on=TODAY + timedelta(n), what=f"k{n}") for n in (-7, -1, 3))
    term = Period(START, TODAY + timedelta(10))
    given: dict[str, Any] = {"schedule": schedule, "term": term, "appointment": None}
    return before(a_trial(**given | changes), "production", START)


@pytest.mark.clause("IV.B.B.trial.3")
def test_a_trial_that_ends_and_productions_not_done_are_due() -> None:
    """By the log of the KIM: what was fulfilled is not due; without its log nothing is known."""
    kim = a_kim(log=(Activity(on=TODAY - 8 * DAY),))
    rows = due([trial()], [kim], TODAY, 10)
    assert told(rows) == [
        ("production", -1, True, "Production of content: k-1 (missed)"),
        ("production", 3, False, "Production of content: k3 (not due yet)"),
        ("trial", 10, False, "The trial ends"),
    ]
    assert [row.by for row in rows] == [Responsible.KIM, Responsible.KIM, Responsible.OFFICE]
    assert {row.clause for row in rows} == {"IV.B.B.trial.3"}
    assert {(row.work, row.kims, row.office) for row in rows} == {("trial-1", ("kim-1",), OFFICE)}
    assert rows[0].what.id == "Produksi konten: k-1 (tidak terlaksana)"
    assert told(due([trial()], [], TODAY, 0)) == [
        ("production", -7, True, "Production of content: k-7 (unknown)"),
        ("production", -1, True, "Production of content: k-1 (unknown)"),
    ]
    late = a_kim(log=(Activity(on=TODAY - 8 * DAY), Activity(on=TODAY)))
    bare = trial(schedule=(Production(on=TODAY - DAY), Production(on=TODAY + DAY)), term=None)
    assert told(due([bare], [late], TODAY, 9)) == []
    assert told(due([bare], [a_kim(log=(Activity(on=TODAY),))], TODAY, 9)) == [
        ("production", -1, True, "Production of content: - (missed)")
    ]


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_a_trial_is_overdue_from_the_day_after_its_term(days: int) -> None:
    """Until its production was watched; a trial without a term ends on no day."""
    ended = trial(term=Period(START, TODAY - days * DAY), schedule=())
    assert told(due([ended], [], TODAY, 1)) == [("trial", -days, days > 0, "The trial ends")]
    watched = evolve(ended, progress=Progress(records=(*ended.progress.records, done("production", TODAY))))
    assert due([watched], [], TODAY, 99) == ()
    assert due([trial(term=None, schedule=())], [], TODAY, 99) == ()


@pytest.mark.clause("IV.B.A.trial.3", "IV.B.B.trial.4")
@pytest.mark.parametrize("days", [-1, 0, 1])
def test_an_appointment_that_ends_is_due_to_its_last_day(days: int) -> None:
    """For both types; once it has ended, or where it never ends, nothing is due."""
    period = Period(START, TODAY + days * DAY)
    for kind in "AB":
        made = an_appointment(on=START, period=period)
        work = through(a_trial(kind, appointment=made, term=Period(START, START)), on=START)
        rows = due([work], [], TODAY, 1)
        assert told(rows) == [("appointment", days, False, "The appointment ends")] * (days >= 0)
        assert [row.clause for row in rows] == ["IV.B.B.trial.4"] * (days >= 0)
        assert due([evolve(work, appointment=an_appointment(on=START, period=Period(START)))], [], TODAY, 99) == ()


def edition(opens: date | None = date(2025, 3, 25), **changes: Any) -> Any:
    """Return a yearly competition that opened on a day."""
    given: dict[str, Any] = {"opens": opens, "recurrence": Recurrence.YEARLY, "progress": Progress()}
    return a_competition(**given | changes)


@pytest.mark.clause("IV.E.own.calendar")
def test_the_next_edition_of_a_yearly_competition_is_due() -> None:
    """A year after it opened, until a later edition of its title is recorded in its office."""
    rows = due([edition()], [], TODAY, 5)
    assert told(rows) == [("edition", 5, False, "Next edition: Lomba Contoh")]
    assert (rows[0].clause, rows[0].work, rows[0].kims, rows[0].office) == (
        "IV.E.own.calendar",
        "competition-1",
        (),
        OFFICE,
    )
    assert due([edition()], [], TODAY, 4) == ()
    assert told(due([edition(date(2025, 3, 19))], [], TODAY, 0))[0][:3] == ("edition", -1, True)
    assert told(due([edition(date(2025, 3, 20))], [], TODAY, 0))[0][:3] == ("edition", 0, False)
    assert due([edition(None)], [], TODAY, 99) == ()
    assert due([edition(recurrence=Recurrence.SET_TIMES)], [], TODAY, 99) == ()


@pytest.mark.parametrize(
    ("changes", "followed"),
    [
        ({"opens": date(2026, 3, 25), "title": "LOMBA Contoh"}, True),
        ({"opens": date(2026, 3, 25), "title": "Lain"}, False),
        ({"opens": date(2025, 3, 25)}, False),
        ({"opens": None}, False),
        ({"opens": date(2026, 3, 25), "office": type(OFFICE)("99.02")}, False),
    ],
)
def test_an_edition_that_is_recorded_is_not_due(changes: dict[str, Any], followed: bool) -> None:
    """Of the same title, without case, in the same office, opening later."""
    later = edition(**{"id": "competition-2", "recurrence": None} | changes)
    assert len(due([edition(), later], [], TODAY, 5)) == (0 if followed else 1)


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_what_a_partnership_loses_is_due(days: int) -> None:
    """As the outlook of the partnership gives it, for the KIMs that are given."""
    change = Change(
        rule="II.B.4.legal.1",
        on=TODAY + days * DAY,
        before=Outcome.MET,
        after=Outcome.NOT_MET,
        reason=Text("SK berakhir", "the decree expires"),
    )
    rows = due([], [a_kim()], TODAY, 1, {"kim-1": [change], "kim-9": [change]})
    assert told(rows) == [("partnership", days, days < 0, "the decree expires")]
    (row,) = rows
    assert (row.clause, row.kims, row.work, row.office) == ("II.B.4.legal.1", ("kim-1",), "", OFFICE)


def test_rows_stand_by_day_then_kind_then_work() -> None:
    """Whatever the order of the works; those of one KIM are found by its id."""
    works = [
        event("venue", "speakers", id="event-2", invited=(), participants=()),
        event("speakers", days=-1),
        trial(schedule=(Production(on=TODAY, what="x"),), term=Period(START, TODAY)),
        event("speakers"),
    ]
    rows = due(works, [], TODAY, 0)
    assert [(row.kind.code, row.work) for row in rows] == [
        ("stage", "event-1"),
        ("stage", "event-1"),
        ("stage", "event-2"),
        ("stage", "event-2"),
        ("trial", "trial-1"),
        ("production", "trial-1"),
    ]
    assert [row.what.id for row in rows][2:4] == sorted(row.what.id for row in rows[2:4])
    assert due(list(reversed(works)), [], TODAY, 0) == rows
    assert due_for(rows, "kim-1") == (rows[0], rows[1], rows[4], rows[5])
    assert due_for(rows, "kim-2") == rows[:2]
    assert [kind.code for kind in DueKind] == [
        "stage",
        "trial",
        "production",
        "appointment",
        "edition",
        "partnership",
    ]


@given(st.integers(0, 40), st.integers(0, 40), st.integers(-20, 20))
def test_looking_further_ahead_only_adds_rows(ahead: int, more: int, days: int) -> None:
    """What is due within some days is the beginning of what is due within more."""
    works = [event("speakers", "held", days=days), trial(), edition()]
    near, far = (due(works, [], TODAY, n) for n in (ahead, ahead + more))
    assert far[: len(near)] == near
    assert all((row.on - TODAY).days > ahead for row in far[len(near) :])
    assert all(row.overdue is (row.on < TODAY) for row in far)


def test_a_row_has_a_key_that_its_day_and_its_state_do_not_change() -> None:
    """The stage, the content (its day where it has no name), the rule; what is one of its kind has none."""
    change = Change(rule="II.B.6.1", on=TODAY, before=Outcome.NOT_MET, after=Outcome.MET, reason=Text("x", "x"))
    schedule = (Production(on=START, what="konten"), Production(on=START + DAY))
    trial = before(a_trial(schedule=schedule), "production", START)
    kim = a_kim()
    found = [
        {(row.kind, row.key) for row in due((event("venue"), trial), (kim,), on, 60, {kim.id: (change,)})}
        for on in (TODAY, TODAY + 20 * DAY)
    ]
    assert (
        found[0]
        == found[1]
        == {
            (DueKind.STAGE, "venue"),
            (DueKind.TRIAL, ""),
            (DueKind.PRODUCTION, "konten"),
            (DueKind.PRODUCTION, "2026-03-03"),
            (DueKind.PARTNERSHIP, "II.B.6.1"),
        }
    )
