"""What office and KIMs do together, kept in a workspace: stored, found, changed stage by stage, and what is due."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from kimcore.collaboration import (
    Award,
    Cancellation,
    CapacityEvent,
    CapacityNeeds,
    Competition,
    Deadline,
    DueKind,
    Participant,
    Progress,
    Trial,
    WorkStatus,
    move_kim,
    state_on,
)
from kimcore.errors import Conflict, InvalidValue, NotAllowed, NotFound
from kimcore.geography import RegionCode
from kimcore.ledger import audit_rows
from kimcore.testing import an_issue
from kimcore.testing.contests import a_competition, an_award
from kimcore.testing.works import a_collaboration, a_material, a_stage, a_trial, an_event, some_needs
from kimcore.values import Answer
from kimcore.workspace import Workspace
from kimcore.workspace.records import Records
from tests.workspace.registers import OFFICE, profile, write_register

pytestmark = pytest.mark.clause("IV.A.basis", "IV.B.model", "IV.C.basis", "IV.E.own.calendar")

BUILDERS: list[tuple[str, Callable[..., Any]]] = [
    ("needs", some_needs),
    ("material", a_material),
    ("event", an_event),
    ("trial", a_trial),
    ("collaboration", a_collaboration),
    ("competition", a_competition),
    ("award", an_award),
]
KINDS = pytest.mark.parametrize("kind", [kind for kind, _ in BUILDERS])


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    """Return an office with two KIMs and an issue."""
    with Workspace.open("memory:", OFFICE) as found:
        found.take_in(
            write_register(
                tmp_path / "kims.xlsx",
                profile(("KIM Satu", "Desa A", None, "A"), ("KIM Dua", "Desa B", None, "B"))
                | {"Isu": [("No", "Isu Strategis", "Nama KIM"), (1, "Isu Contoh", "KIM Satu")]},
            )
        )
        yield found


def made(office: Workspace, kind: str) -> Any:
    """Return a made-up record of a kind that names what the office has; it has no id yet."""
    record = dict(BUILDERS)[kind](id="")
    for old, kim in zip(("kim-1", "kim-2"), office.kims(), strict=True):
        record = move_kim(record, old, kim.id)
    if kind == "trial":
        record = evolve(record, issues=("99.01/1",))
    if kind == "collaboration":
        material = office.keep(made(office, "material")).id
        contacts = tuple(evolve(c, issue="") for c in record.coordination)
        record = evolve(record, materials=(material,), coordination=contacts)
    return record


@KINDS
def test_a_record_is_kept_and_read_as_it_was(office: Workspace, kind: str) -> None:
    """It gets an id of the office and its kind, and is found by it, with the office or without."""
    record = made(office, kind)
    kept = office.keep(record)
    assert kept == evolve(record, id=kept.id)
    assert kept.id.startswith(f"99.01-{kind}-")
    assert office.works(kind) == (kept,)
    assert office.works(type(kept)) == (kept,)
    assert office.work(kept.id) == kept
    assert office.work(kept.id.removeprefix("99.01-").upper()) == kept
    assert office.verify().is_sound


def test_ids_are_not_given_again(office: Workspace) -> None:
    """Each record has a number of its own, whatever its kind."""
    ids = [office.keep(made(office, kind)).id for kind in ("event", "material", "event", "needs")]
    assert ids == ["99.01-event-0001", "99.01-material-0002", "99.01-event-0003", "99.01-needs-0004"]


def test_works_stand_by_kind_and_id_and_needs_apart(office: Workspace) -> None:
    """Needs are no works; an unknown kind is told with those there are."""
    kept = [office.keep(made(office, kind)) for kind in ("award", "event", "needs", "event")]
    assert office.works() == (kept[1], kept[3], kept[0])
    assert office.needs() == office.needs("KIM Satu") == office.works(CapacityNeeds) == (kept[2],)
    assert office.needs("KIM Dua") == ()
    with pytest.raises(NotFound) as caught:
        office.works("nothing")
    assert caught.value.code == "work_kind_unknown"
    assert "competition" in caught.value.say("id")


def test_needs_stand_by_their_day(office: Workspace) -> None:
    """The earliest first, in whatever order they were kept."""
    later, earlier = made(office, "needs"), evolve(made(office, "needs"), on=date(2025, 1, 1))
    assert [n.on for n in map(office.keep, (later, earlier))] != [n.on for n in office.needs()]
    assert [n.on for n in office.needs()] == [date(2025, 1, 1), date(2026, 3, 2)]


def test_a_work_is_named_by_title_theme_or_the_kim_of_a_trial(office: Workspace) -> None:
    """Case and blanks do not matter; several of a name are listed by their ids."""
    event, trial = office.keep(made(office, "event")), office.keep(made(office, "trial"))
    for name in ("tema  contoh", "Workshop/Lokakarya: Tema Contoh"):
        assert office.work(name) == event
    for name in ("KIM Satu", trial.kim, f"{trial.title}, KIM Satu", trial.title):
        assert office.work(name) == trial
    other = office.keep(made(office, "event"))
    with pytest.raises(NotFound) as caught:
        office.work("Tema Contoh")
    assert caught.value.code == "work_ambiguous"
    assert event.id in caught.value.say("id")
    assert other.id in caught.value.say("en")
    with pytest.raises(NotFound, match="no work is called 'Lain'"):
        office.work("Lain")


def test_kims_may_be_named_and_stand_by_their_id(office: Workspace) -> None:
    """By name or number, also where a participant names one."""
    people = (Participant(name="Budi Contoh", kim="kim satu"),)
    event = CapacityEvent(id="", office=office.office, form=an_event().form, invited=("KIM Dua",), participants=people)
    kept = office.keep(event)
    assert kept.kims == tuple(k.id for k in reversed(office.kims()))


def test_what_is_not_there_is_told_all_at_once(office: Workspace) -> None:
    """KIMs, issues, needs and materials; nothing is stored."""
    record = an_event(id="", needs=("need-1",), issues=("issue-1",))
    with pytest.raises(InvalidValue) as caught:
        office.keep(record)
    assert caught.value.code == "work_refers"
    for part in ("kim 'kim-1'", "kim 'kim-2'", "needs 'need-1'", "issue 'issue-1'"):
        assert part in caught.value.say("en")
    with pytest.raises(InvalidValue, match="material 'material-1'"):
        office.keep(evolve(made(office, "collaboration"), materials=("material-1",)))
    assert office.works(CapacityEvent) == ()


@pytest.mark.parametrize("changes", [{"office": RegionCode("99.02")}, {"id": "event-1"}, {"id": "99.011-event-1"}])
def test_a_record_of_another_office_is_refused(office: Workspace, changes: dict[str, Any]) -> None:
    """So is an id that does not begin with the office: ids are one space in a store of several offices."""
    with pytest.raises(InvalidValue) as caught:
        office.keep(evolve(made(office, "event"), **changes))
    assert caught.value.code == "work_office"


def test_something_else_than_a_record_of_chapter_iv_is_refused(office: Workspace) -> None:
    """An issue is taken in by the register."""
    with pytest.raises(InvalidValue) as caught:
        office.keep(an_issue())
    assert caught.value.code == "work_kind"


def test_works_of_another_office_are_not_seen(office: Workspace) -> None:
    """Neither in lists nor by id, and they cannot be referred to."""
    event = office.keep(made(office, "event"))
    other = Workspace(office.storage, RegionCode("99.02"))
    assert other.works() == ()
    with pytest.raises(NotFound):
        other.work(event.id)
    needs = office.keep(made(office, "needs"))
    with pytest.raises(InvalidValue, match=needs.id):
        other.keep(CapacityEvent(id="", office=other.office, form=event.form, needs=(needs.id,)))


def test_a_record_that_was_changed_meanwhile_is_not_overwritten(office: Workspace) -> None:
    """`expected` is the record as it was read; without it the last one stands."""
    first = office.keep(made(office, "event"))
    second = office.keep(evolve(first, evaluation="dua"), expected=first)
    with pytest.raises(Conflict) as caught:
        office.keep(evolve(first, evaluation="tiga"), expected=first)
    assert caught.value.code == "store_conflict"
    assert office.work(first.id) == second
    assert office.keep(evolve(first, evaluation="tiga")) == office.work(first.id)
    with pytest.raises(Conflict):
        office.keep(evolve(first, id="99.01-event-0099"), expected=first)


def test_a_call_made_again_with_its_key_stores_nothing(office: Workspace) -> None:
    """A new record gets one id for one key; a stage is recorded once."""
    record = made(office, "event")
    kept = office.keep(record, key="k-1")
    assert office.keep(record, key="k-1") == kept
    assert office.works(CapacityEvent) == (kept,)
    assert office.keep(record, key="k-2").id != kept.id
    done = office.record_stage(kept.id, a_stage("theme"), key="k-3")
    assert office.record_stage(kept.id, a_stage("theme"), key="k-3") == done


def test_what_is_as_it_was_is_not_written(office: Workspace) -> None:
    """The audit log has one row for the record, however often it is kept."""
    kept = office.keep(made(office, "event"))
    office.keep(kept)
    with office.storage.unit_of_work() as unit:
        assert sum(row.id == kept.id for _, row in audit_rows(unit)) == 1


def test_a_stage_is_recorded_by_the_rules_of_its_plan(office: Workspace) -> None:
    """One that the plan does not allow raises with everything that forbids it, and nothing is stored."""
    kept = office.keep(made(office, "event"))
    done = office.record_stage(kept.id, a_stage("theme"))
    assert office.work(kept.id) == done
    assert state_on(done, date(2026, 7, 1)).done == ("theme",)
    with pytest.raises(NotAllowed) as caught:
        office.record_stage(kept.id, a_stage("published"))
    assert caught.value.code == "stage_not_allowed"
    with pytest.raises(NotFound, match="no stage 'x'"):
        office.record_stage(kept.id, a_stage("x"))
    assert office.work(kept.id) == done


def test_needs_have_no_stages(office: Workspace) -> None:
    """They are found, and not worked through."""
    kept = office.keep(made(office, "needs"))
    with pytest.raises(InvalidValue) as caught:
        office.record_stage(kept.id, a_stage("theme"))
    assert caught.value.code == "work_without_stages"


def test_a_work_is_called_off_once(office: Workspace) -> None:
    """Its state says so from that day on."""
    kept = office.keep(made(office, "event"))
    why = Cancellation(on=date(2026, 3, 5), by="Made-Up Officer", reason="made-up reason")
    called_off = office.call_off("Tema Contoh", why)
    assert office.work(kept.id) == called_off
    assert [state_on(called_off, why.on + timedelta(n)).status for n in (-1, 0)] == [
        WorkStatus.PLANNED,
        WorkStatus.CANCELLED,
    ]
    with pytest.raises(NotAllowed):
        office.call_off(kept.id, why)


def test_the_plan_holds_what_is_due_of_works_and_partnerships(office: Workspace) -> None:
    """Deadlines, trials and what stops holding, up to the last day ahead; of one KIM what concerns it."""
    progress = Progress(deadlines=(Deadline(stage="theme", on=date(2026, 4, 1)),))
    event = office.keep(evolve(made(office, "event"), progress=progress))
    office.keep(evolve(made(office, "trial"), appointment=None))
    on = date(2026, 3, 2)
    for ahead, found in ((29, False), (30, True), (31, True)):
        assert any(row.work == event.id for row in office.plan(on, ahead)) is found
    plan = office.plan(on, 60)
    assert {row.kind for row in plan} == {DueKind.STAGE, DueKind.TRIAL, DueKind.PRODUCTION}
    assert plan.until == date(2026, 5, 1)
    assert plan.titles[event.id] == event.title
    assert {row.kind for row in office.plan(on, 60, "KIM Dua")} == {DueKind.STAGE}
    assert [row.on for row in office.plan(date(2026, 4, 2), 0).overdue] == [
        date(2026, 3, 16),
        date(2026, 3, 30),
        date(2026, 4, 1),
    ]
    assert len(office.plan(ahead=0)) == len(office.plan(office.today(), 0))


def test_the_plan_is_a_document_and_a_table(office: Workspace) -> None:
    """What is overdue says so, KIMs by id and name."""
    progress = Progress(deadlines=(Deadline(stage="theme", on=date(2026, 4, 1)),))
    event = office.keep(evolve(made(office, "event"), progress=progress))
    plan = office.plan(date(2026, 4, 2), 0)
    (row,) = plan.to_document("en")["due"]
    assert (row["on"], row["overdue"], row["kind"], row["work"]) == ("2026-04-01", True, "stage", event.id)
    assert [kim["name"] for kim in row["kims"]] == ["KIM Satu", "KIM Dua"]
    (cells,) = plan.to_dicts("en")
    assert cells["state"] == "overdue"


@KINDS
def test_a_merge_lets_the_kim_that_stays_stand_in_every_record(office: Workspace, kind: str) -> None:
    """The id of the other stands nowhere, and nothing else is lost."""
    kept = office.keep(made(office, kind))
    first, second = (kim.id for kim in office.kims())
    office.merge(second, first)
    moved = office.work(kept.id)
    assert moved == move_kim(kept, first, second)
    assert first not in repr(moved)


def test_an_import_on_which_a_work_rests_is_not_taken_back(office: Workspace) -> None:
    """The error names the work; once no work rests on it, it is."""
    event = office.keep(made(office, "event"))
    with pytest.raises(NotAllowed) as caught:
        office.undo_import()
    assert caught.value.code == "undo_worked"
    assert event.id in caught.value.say("id")
    office.keep(CapacityEvent(id=event.id, office=event.office, form=event.form))
    office.undo_import()
    assert office.kims() == ()


def test_every_kind_is_kept_under_its_own_name(office: Workspace) -> None:
    """The class of a stored record is that of its kind."""
    for kind, _ in BUILDERS:
        office.keep(made(office, kind))
    with office.storage.unit_of_work() as unit:
        records = Records(unit, office.office)
        found = {kind: [s.entity for _, s in records.all(kind, type(made_up()))] for kind, made_up in BUILDERS}
    assert all(found.values())
    assert office.works(Award)[0].jurors
    assert office.works(Competition)[0].works_owned is Answer.YES
    assert office.works(Trial)[0].appointment


@pytest.mark.clause("V.B.log.date", "IV.B.A.action")
def test_a_dissemination_stands_in_the_log_of_its_kim(office: Workspace) -> None:
    """Tabel 5.2 has a row of it, with day and number; the register's own log stays as it is."""
    assert len(office.monitor(date(2026, 1, 1), date(2026, 12, 31)).log.rows) == 0
    office.keep(made(office, "material"))
    log = office.monitor(date(2026, 1, 1), date(2026, 12, 31)).log
    assert [(row.activity.on, row.activity.count) for row in log.rows] == [
        (date(2026, 3, 20), 2),
        (date(2026, 3, 21), None),
    ]
    assert office.kims()[0].log == ()
