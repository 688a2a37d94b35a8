"""What a report says of works: parts that hold something, the numbers of Tabel 4.3 and 4.6, rankings, a timeline."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from kimcore.collaboration import Cancellation, DisseminationAction, StageOutcome, call_off, record_stage
from kimcore.media import MediaKind
from kimcore.reports.timelines import MomentKind, in_order, works_timeline
from kimcore.results import WorkGroup
from kimcore.tables import Report
from kimcore.values import Answer
from kimcore.workspace import Workspace
from tests.collaboration import made_up
from tests.reports.reading import column, table, taken, words
from tests.workspace.made_works import ON, keep_works
from tests.workspace.registers import DEMO, OFFICE, profile

OF_WORKS = {
    *("needs", "needs_shared", "form_suggestions", "events", "models", "materials", "competitions", "awards"),
    *("attendance", "event_changes", "trials", "schedules", "disseminations", "dissemination_summary", "rankings"),
    *("award_rankings", "recipients", "plan"),
}


@pytest.fixture(scope="module")
def worked() -> Iterator[Workspace]:
    """Return the made-up district with its works; tests only read it."""
    with Workspace.open("memory:", OFFICE) as found:
        found.take_in(DEMO)
        keep_works(found)
        yield found


@pytest.fixture(scope="module")
def told(worked: Workspace) -> Report:
    """Return its report."""
    return worked.compose(ON)


def test_a_report_without_works_says_nothing_of_them(tmp_path: Path) -> None:
    """No empty sheet, no empty drawing."""
    report = taken(tmp_path, profile(("KIM Satu", "Desa A")))
    assert {t.key for t in report.tables}.isdisjoint(OF_WORKS)
    assert report.timelines == ()


def test_a_report_with_works_has_each_part(told: Report) -> None:
    """None of them empty."""
    keys = [t.key for t in told.tables]
    assert set(keys) >= OF_WORKS
    assert len(keys) == len(set(keys))
    assert all(t.rows for t in told.tables if t.key in OF_WORKS)


def test_every_row_has_a_cell_per_column(told: Report) -> None:
    """In each table of works."""
    for found in told.tables:
        if found.key in OF_WORKS:
            assert {len(row) for row in found.rows} == {len(found.columns)}


def test_the_names_of_sheets_are_short_and_different(told: Report) -> None:
    """A workbook takes 31 characters."""
    for language in ("id", "en"):
        names = [t.name.say(language) for t in told.tables]
        assert max(map(len, names)) <= 31
        assert len(set(names)) == len(names)


@pytest.mark.clause("IV.F")
def test_the_branding_is_shown_where_it_is_recorded(told: Report) -> None:
    """Shown, not shown, and not known are told apart."""
    events = table(told, "events")
    assert column(events, "branding") == [Answer.UNKNOWN, Answer.NO, Answer.YES]
    assert events.notes[0].en == "BerMiTRA (IV.F) is shown on 1, not on 1, and of 1 it is not recorded."


@pytest.mark.clause("IV.B.action.1", "IV.B.action.2", "IV.B.action.3", "IV.B.action.4", "IV.B.literacy")
def test_disseminations_are_counted_by_the_four_actions_and_literacy(told: Report) -> None:
    """An action that nobody took stands as 0, with its clause."""
    rows = {row[1]: (row[2], row[3]) for row in table(told, "dissemination_summary").rows}
    assert {a: rows[a][0] for a in DisseminationAction} == {
        **dict.fromkeys(DisseminationAction, 0),
        DisseminationAction.POST: 1,
        DisseminationAction.LITERACY: 1,
    }
    assert all(rows[a][1] == a.clause for a in DisseminationAction)


@pytest.mark.clause(
    *("IV.D.media.1", "IV.D.media.2", "IV.D.media.3", "IV.D.media.4"),
    *("IV.D.media.5", "IV.D.media.6", "IV.D.media.7"),
)
def test_disseminations_are_counted_by_the_seven_media(told: Report) -> None:
    """A number that is not recorded is not counted as 0, and the note says of how many it is known."""
    found = table(told, "dissemination_summary")
    rows = {row[1]: row[2] for row in found.rows}
    assert [rows[m] for m in MediaKind] == [m in {MediaKind.SOCIAL, MediaKind.FACE_TO_FACE} for m in MediaKind]
    assert found.notes[0].en == "Numbers recorded: 2, of 1 of 2 disseminations."


@pytest.mark.clause("IV.E.own.run", "IV.E.award.assess", "IV.E.award.award")
def test_rankings_and_recipients_stand_in_the_report(told: Report) -> None:
    """Of competitions works, of awards KIMs with their quantity; one that is not ranked has no place, not the last."""
    assert column(table(told, "rankings"), "place") == [1, 2]
    awarded = table(told, "award_rankings")
    assert column(awarded, "place") == [1, None]
    assert column(table(told, "recipients"), "form") == ["piagam"]


@pytest.mark.clause("IV.C.stage.6", "IV.C.stage.8")
def test_attendance_and_what_events_changed(told: Report) -> None:
    """Those of whom nothing is recorded are not absent."""
    found = table(told, "attendance")
    assert [column(found, key) for key in ("attended", "absent", "unknown")] == [[1] * 3, [1] * 3, [0] * 3]
    assert len(column(table(told, "event_changes"), "name")) == 6


@pytest.mark.clause("IV.B.B.trial.3", "IV.B.B.trial.4")
def test_trials_and_their_schedules(told: Report) -> None:
    """A trial without a decision has none."""
    assert column(table(told, "trials"), "outcome") == [None]
    assert len(table(told, "schedules").rows) == 4


def test_what_is_due_stands_in_the_report(told: Report) -> None:
    """Overdue or ahead."""
    said = {words(cell)[0] for cell in column(table(told, "plan"), "state")}
    assert said == {"lewat tenggat", "akan datang"}


def test_the_timeline_has_a_bar_for_each_work_with_a_day(told: Report, worked: Workspace) -> None:
    """Earliest first; a trial is named with its KIM."""
    (line,) = told.timelines
    assert len(line.bars) == len(worked.works()) == 9
    assert [(b.first, b.last) for b in line.bars] == sorted((b.first, b.last) for b in line.bars)
    kim = worked.kims()[0].name
    assert f"Simulasi model, Tipe B, {kim}" in {b.name for b in line.bars}
    assert all(b.first <= m.on <= b.last for b in line.bars for m in b.moments)
    kinds = {m.kind for b in line.bars for m in b.moments}
    assert kinds == {MomentKind.DONE, MomentKind.DEADLINE}


def test_works_stand_by_their_first_day_those_without_one_last() -> None:
    """Then by title, whatever the order in which they were recorded."""
    bare = made_up.a_material(disseminations=(), id="m-1")
    later, first, second = (
        made_up.an_event(id=id, theme=theme) for id, theme in (("e-1", "C"), ("e-2", "A"), ("e-3", "B"))
    )
    later = evolve(later, sessions=(evolve(later.sessions[0], on=date(2026, 3, 11)),))
    assert in_order([bare, later, second, first], ON) == (first, second, later, bare)


def test_works_without_a_day_are_counted_below_the_timeline() -> None:
    """They cannot stand in it; where all have one, nothing is said."""
    bare = made_up.a_material(disseminations=(), id="m-1")
    dated = made_up.an_event()
    assert works_timeline([(WorkGroup.EVENTS, dated)], ON, {}).notes == ()
    (note,) = works_timeline([(WorkGroup.EVENTS, dated), (WorkGroup.MATERIALS, bare)], ON, {}).notes
    assert note.en == "1 have no day yet and are not in the timeline."


def test_a_work_that_is_called_off_and_a_skipped_stage_stand_in_the_timeline() -> None:
    """From the day on which they were recorded; a day earlier they are not there."""
    work = record_stage(made_up.an_event(), made_up.skipped("theme", date(2026, 3, 2)))
    work = call_off(work, Cancellation(on=date(2026, 3, 20), by="made-up officer", reason="made-up reason"))
    kinds = [
        [m.kind for b in works_timeline([(WorkGroup.EVENTS, work)], date(2026, 3, day), {}).bars for m in b.moments]
        for day in (1, 2, 19, 20)
    ]
    skipped, cancelled = MomentKind.SKIPPED, MomentKind.CANCELLED
    assert kinds == [[], [skipped], [skipped], [skipped, cancelled]]


def test_the_timeline_leaves_out_what_is_recorded_later(worked: Workspace) -> None:
    """On the eve of the stages nothing was done, on their day it was."""
    eve, day = date(2026, 6, 29), date(2026, 6, 30)
    done = [
        sum(m.kind is MomentKind.DONE for b in worked.compose(on).timelines[0].bars for m in b.moments)
        for on in (eve, day)
    ]
    recorded = [r for w in worked.works() for r in w.progress.records]
    assert done == [0, len([r for r in recorded if r.outcome is StageOutcome.DONE])]
    assert {r.on for r in recorded} == {made_up.LATER}
