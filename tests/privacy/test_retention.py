"""Retention: what is kept long enough is listed, and erased; nothing a day too early."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from kimcore.community import PartnershipTerm
from kimcore.errors import InvalidValue, NotAllowed
from kimcore.ledger import Action
from kimcore.partnership import PartnershipState
from kimcore.protection import RETENTION, RetentionKind
from kimcore.results import CopyState
from kimcore.testing import FakeClock, a_host, a_kim, a_workspace, proven
from kimcore.testing.builders import TODAY
from kimcore.values import Answer, Outcome, Period
from kimcore.workspace import Workspace
from kimcore.workspace.journal import UndoRecord
from kimcore.workspace.records import ImportRecord, Records
from tests.privacy.people import NAME, register
from tests.workspace.registers import OFFICE

DAY = timedelta(days=1)
YEARS = {rule.kind: rule for rule in RETENTION}
ENDED = date(2021, 6, 30)


@pytest.fixture
def clock() -> FakeClock:
    """Return a clock that stands at 24 November 2026."""
    return FakeClock()


@pytest.fixture
def office(tmp_path: Path, clock: FakeClock) -> Iterator[Workspace]:
    """Return an office in a file that took in a register on 24 November 2026."""
    with Workspace.open(f"sqlite:///{tmp_path / 'kimcore.db'}", OFFICE, host=a_host(), clock=clock) as workspace:
        workspace.take_in(register(tmp_path))
        yield workspace


def kinds(workspace: Workspace, on: date) -> set[RetentionKind]:
    """Return what falls due by a date."""
    return {due.kind for due in workspace.retain(dry_run=True, on=on)}


@pytest.mark.parametrize(
    ("kind", "due"),
    [(RetentionKind.UNDO, date(2027, 2, 24)), (RetentionKind.PROBLEMS, date(2027, 11, 24))],
    ids=str,
)
def test_what_an_import_leaves_falls_due_on_its_day(office: Workspace, kind: RetentionKind, due: date) -> None:
    """Not the day before; on the day, and after it."""
    assert [kind in kinds(office, day) for day in (due - DAY, due, due + DAY)] == [False, True, True]


def test_an_undo_record_is_removed(office: Workspace, clock: FakeClock) -> None:
    """The import cannot be taken back then, and says why; what it brought stays."""
    clock.move(timedelta(days=92))
    found = office.retain()
    assert [due.kind for due in found] == [RetentionKind.UNDO]
    assert found.store is CopyState.CLEAN
    with office.storage.unit_of_work() as unit:
        assert list(Records(unit, office.office).all("undo", UndoRecord)) == []
    with pytest.raises(NotAllowed) as caught:
        office.undo_import()
    assert caught.value.code == "undo_unknown"
    assert len(office.kims()) == 2
    assert office.verify().is_sound


def test_problems_and_changes_of_an_import_are_emptied(office: Workspace, clock: FakeClock) -> None:
    """The import itself stays, with its counts."""
    clock.move(timedelta(days=366))
    office.retain()
    record = office.last_import()
    assert record is not None
    assert (record.problems, record.changes, record.accepted) == ((), (), 2)


def test_a_dry_run_lists_and_stores_nothing(office: Workspace) -> None:
    """It may look ahead; carrying out may not."""
    later = date(2030, 1, 1)
    before = len(office.audit())
    assert kinds(office, later) == {RetentionKind.UNDO, RetentionKind.PROBLEMS}
    assert len(office.audit()) == before
    with pytest.raises(InvalidValue) as caught:
        office.retain(on=later)
    assert caught.value.code == "retention_early"


def test_nothing_is_noted_where_nothing_falls_due(office: Workspace) -> None:
    """An empty run leaves no row."""
    before = len(office.audit())
    assert len(office.retain()) == 0
    assert len(office.audit()) == before


def over(**changes: object) -> Workspace:
    """Return an office of one KIM whose term ended on 30 June 2021."""
    term = PartnershipTerm(period=Period(date(2020, 7, 1), ENDED))
    return a_workspace(a_kim(**{"profile_term": term} | changes))


@pytest.mark.parametrize(("on", "is_due"), [(ENDED.replace(2026) - DAY, False), (ENDED.replace(2026), True)])
def test_personal_data_fall_due_five_years_after_a_partnership(on: date, is_due: bool) -> None:
    """Counted from its last day."""
    assert (RetentionKind.PARTNERSHIP in kinds(over(), on)) is is_due


def test_a_terminated_partnership_counts_from_the_day_it_was_proven() -> None:
    """The notice ended it, not its term."""
    workspace = over(cases=(proven(6, date(2021, 1, 31)),))
    assert [due.since for due in workspace.retain(dry_run=True)] == [date(2021, 1, 31)]


def test_a_partner_keeps_his_data() -> None:
    """A KIM with a present term, and one that never was a partner, are not touched."""
    for kim in (a_kim(), a_kim(profile_term=None)):
        assert kinds(a_workspace(kim), TODAY.replace(2026, 12, 31)) == set()


def test_a_kim_stays_without_personal_data() -> None:
    """Names, contacts and answers about persons are gone, unknown and never no; the state is as it was."""
    workspace = over(cases=(proven(4, date(2021, 1, 31)),), answers__criminal_case=Answer.NO)
    before = workspace.explain("kim-1").assessment
    workspace.retain()
    (kim,) = workspace.kims()
    after = workspace.explain("kim-1").assessment
    assert (kim.profile.phone, kim.profile.contact_person, kim.answers.criminal_case) == (None, None, Answer.UNKNOWN)
    assert "Made-Up" not in "".join(workspace.export(full=True))
    assert before.partnership is after.partnership is PartnershipState.TERMINATED
    assert after.judgement["II.B.4.admin.2"] is Outcome.UNKNOWN
    assert workspace.retain().rows == ()
    assert workspace.verify().is_sound


def test_a_closed_request_is_removed(clock: FakeClock) -> None:
    """Two years after it was closed; an open one stays, however old."""
    workspace = a_workspace(a_kim())
    workspace.clock = clock
    for _ in range(2):
        workspace.add_request("access", NAME, received="2023-01-01T00:00+00:00")
    workspace.close_request("1", "done")
    clock.move(timedelta(days=731))
    found = workspace.retain()
    assert [(due.kind, due.id) for due in found] == [(RetentionKind.REQUEST, "99.01/0001")]
    assert [request.id for request in workspace.requests()] == ["99.01/0002"]


def test_each_kind_is_in_the_audit_log(office: Workspace, clock: FakeClock) -> None:
    """With how many, and no name."""
    clock.move(timedelta(days=366))
    office.retain()
    rows = [row for _, row in office.audit() if row.action is Action.ERASE]
    assert [(row.kind, row.count) for row in rows] == [("retention undo", 1), ("retention problems", 1)]


def test_each_number_says_who_proposed_it() -> None:
    """No rule claims the guideline or the law for its number."""
    for rule in RETENTION:
        assert all("usulan kimcore" in value.source for value in rule.months.values)


def test_an_office_may_have_rules_of_its_own(office: Workspace) -> None:
    """Rules are data: none of them, none falls due."""
    with office.storage.unit_of_work() as unit:
        assert len(list(Records(unit, office.office).all("import", ImportRecord))) == 1
    assert len(office.retain((), dry_run=True, on=date(2040, 1, 1))) == 0
