"""Works of every kind: what may be recorded, their state on a day, calling off, and what is shown on them."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from kimcore.collaboration import (
    Cancellation,
    Deadline,
    Progress,
    WorkStatus,
    branding_shown,
    call_off,
    objections,
    record_stage,
    state_on,
)
from kimcore.errors import InvalidValue, NotAllowed, NotFound
from kimcore.serialization import from_json, from_plain, to_json, to_plain
from kimcore.values import Answer
from tests.collaboration.made_up import DAY, LATER, START, WORKS, a_trial, an_event, before, done, skipped, through

EACH = pytest.mark.parametrize("kind", WORKS)
END = Cancellation(on=START, by="made-up officer", reason="contoh")


@EACH
def test_a_work_goes_through_all_its_stages(kind: str) -> None:
    """From not begun to finished, with no gap where it holds all that its stages need."""
    work = WORKS[kind]()
    assert state_on(work, LATER).status is WorkStatus.PLANNED
    for number, stage in enumerate(work.plan.ids):
        state = state_on(work, LATER)
        assert stage in state.open
        assert len(state.open) + len(state.waiting) == len(work.plan.ids) - number
        work = record_stage(work, done(stage))
        assert state_on(work, LATER).done == work.plan.ids[: number + 1]
    state = state_on(work, LATER)
    assert (state.status, state.open, state.waiting, state.gaps) == (WorkStatus.FINISHED, (), (), ())


@EACH
def test_a_work_comes_back_from_json(kind: str) -> None:
    """A work with all its stages, written and read again, is equal."""
    work = through(WORKS[kind]())
    assert from_json(to_json(work), type(work)) == work
    assert from_plain(to_plain(work), type(work)) == work


@EACH
def test_a_new_work_holds_little_and_is_not_begun(kind: str) -> None:
    """Every stage can be skipped with a reason, one after the other; nothing is lacking then."""
    work = WORKS[kind]()
    for stage in work.plan.ids:
        work = record_stage(work, skipped(stage))
    state = state_on(work, LATER)
    assert (state.status, state.skipped, state.done) == (WorkStatus.FINISHED, work.plan.ids, ())


@EACH
def test_a_stage_after_another_is_refused_without_it(kind: str) -> None:
    """Each stage names every stage it comes after that is not recorded, done or skipped alike."""
    work = WORKS[kind]()
    for stage in work.plan.stages:
        for record in (done(stage.id), skipped(stage.id)):
            said = [text.en for text in objections(work, record) if "requires stage" in text.en]
            wanted = [f"“{work.plan[b].label.en}” ({work.plan[b].clause.id})" for b in stage.after]
            assert [text.partition("requires stage ")[2] for text in said] == wanted


@EACH
def test_no_personal_data_in_the_repr(kind: str) -> None:
    """Names of people, reasons and evidence are not shown."""
    work = through(WORKS[kind]())
    assert "made-up" not in repr(work).casefold()


def test_a_stage_is_refused_with_everything_that_forbids_it() -> None:
    """Recorded already, without the stage before, and without what it needs of the work."""
    event = through(an_event(), "theme")
    with pytest.raises(NotAllowed) as caught:
        record_stage(event, done("theme", START))
    assert caught.value.say("en") == (
        "the stage cannot be recorded on 2026-03-02: “Theme and sessions set” is already recorded on 30 June 2026"
    )
    with pytest.raises(NotAllowed) as caught:
        record_stage(evolve(event, venue=None), done("venue"))
    error = caught.value
    assert (error.code, error.field, error.clause) == ("stage_not_allowed", "venue", "IV.C.stage.3")
    assert error.say("en") == (
        "the stage cannot be recorded on 2026-06-30: “Venue or virtual room arranged” requires stage “Speakers set” "
        "(IV.C.stage.2); “Venue or virtual room arranged” requires a venue or virtual room (IV.C.stage.3)"
    )
    assert error.say("id").startswith("tahap tidak dapat dicatat pada 2026-06-30: “Koordinasi tempat/ruang virtual” ")
    assert error.say("id").endswith("memerlukan tempat atau ruang virtual (IV.C.stage.3)")
    assert objections(event, done("speakers")) == ()


def test_what_is_skipped_needs_nothing_of_the_work() -> None:
    """Only the stages before it are asked for."""
    event = evolve(through(an_event(), "speakers"), venue=None)
    assert record_stage(event, skipped("venue")).progress.records[-1] == skipped("venue")
    with pytest.raises(NotFound):
        objections(event, done("x"))


def test_the_state_is_that_of_the_day() -> None:
    """What was recorded later does not count, and a stage done later is open until then."""
    event = record_stage(record_stage(an_event(), done("theme", START)), skipped("speakers", START + 2 * DAY))
    states = [state_on(event, START + n * DAY) for n in (-1, 0, 1, 2)]
    assert [s.status.code for s in states] == ["planned", "running", "running", "running"]
    assert [s.open for s in states] == [("theme",), ("speakers",), ("speakers",), ("venue",)]
    assert [(s.done, s.skipped) for s in states[1:]] == [
        (("theme",), ()),
        (("theme",), ()),
        (("theme",), ("speakers",)),
    ]
    assert states[0].waiting == event.plan.ids[1:]
    assert [s.on for s in states] == [START + n * DAY for n in (-1, 0, 1, 2)]


def test_a_stage_is_late_after_its_deadline() -> None:
    """On the day of the deadline it is not; open and waiting stages alike, what is recorded is not."""
    deadlines = tuple(Deadline(stage=s, on=START) for s in ("held", "theme", "speakers"))
    event = an_event(progress=Progress(records=(done("theme", START),), deadlines=deadlines))
    assert [state_on(event, START + n * DAY).late for n in (-1, 0, 1)] == [(), (), ("speakers", "held")]


def test_a_gap_is_what_a_done_stage_lacks() -> None:
    """However the record was made: of what was done, not of what was skipped, and only from the day it was done."""
    records = (done("theme", START), skipped("speakers", START), done("venue", START))
    event = an_event(theme=" ", speakers=(), venue=None, progress=Progress(records=records))
    assert [text.en for text in state_on(event, START).gaps] == [
        "“Theme and sessions set” requires a theme (IV.C.stage.1)",
        "“Venue or virtual room arranged” requires a venue or virtual room (IV.C.stage.3)",
    ]
    first = state_on(event, START).gaps[0].id
    assert first == "“Penetapan tema dan sesi” memerlukan tema (IV.C.stage.1)"
    assert state_on(event, START - DAY).gaps == ()


def test_a_work_that_is_called_off_has_nothing_to_do() -> None:
    """From that day on; before it the state is as it was."""
    deadlines = (Deadline(stage="speakers", on=START - 9 * DAY),)
    event = call_off(an_event(progress=Progress(records=(done("theme", START),), deadlines=deadlines)), END)
    state = state_on(event, START)
    assert (state.status, state.open, state.waiting, state.late) == (WorkStatus.CANCELLED, (), (), ())
    assert state.done == ("theme",)
    assert state_on(event, START - DAY).status is WorkStatus.PLANNED
    assert state_on(event, START - DAY).late == ("speakers",)


def test_only_what_is_not_over_can_be_called_off() -> None:
    """Not twice, not when finished, and not before a stage that was done."""
    event = an_event()
    for over in (call_off(event, END), through(event)):
        with pytest.raises(NotAllowed, match="a work that is over cannot be called off") as caught:
            call_off(over, END)
        assert (caught.value.code, caught.value.field) == ("work_over", "progress")
        assert caught.value.say("id") == "kegiatan yang sudah berakhir tidak dapat dibatalkan"
    with pytest.raises(InvalidValue) as late:
        call_off(through(event, "theme", START + DAY), END)
    assert late.value.code == "stages_out_of_order"
    assert call_off(before(event, "evaluated", START), END).progress.cancelled == END


@pytest.mark.clause("IV.F", "VI.5")
def test_branding_is_told_of_every_work() -> None:
    """Works that show BerMiTRA, that do not, and of which it is not known, each in the order given."""
    works: list[Any] = [an_event(), a_trial(), an_event(id="event-2", branding=Answer.UNKNOWN), an_event(id="event-3")]
    assert branding_shown(works) == {
        Answer.YES: ("event-1", "event-3"),
        Answer.NO: ("trial-1",),
        Answer.UNKNOWN: ("event-2",),
    }
    assert {kind: make().branding.code for kind, make in WORKS.items() if kind != "event" and "trial" not in kind} == (
        dict.fromkeys((k for k in WORKS if k != "event" and "trial" not in k), "unknown")
    )


def test_a_state_far_away_is_that_of_all_records() -> None:
    """The last day of the calendar is a day like others."""
    assert state_on(through(an_event()), date.max).status is WorkStatus.FINISHED
