"""What a workspace does is in its audit log, and a call made again does nothing twice."""

from datetime import timedelta
from pathlib import Path

import pytest

from kimcore.errors import NotAllowed, Unreadable
from kimcore.geography import RegionCode
from kimcore.ledger import Action
from kimcore.testing import TODAY, a_candidate, a_decision, a_kim, a_workspace
from kimcore.testing.works import a_collaboration, some_needs
from kimcore.workspace import Workspace
from tests.workspace.registers import DEMO, OFFICE


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return a workspace on a new SQLite store."""
    return Workspace.open(f"sqlite:///{tmp_path / 'kim.db'}", OFFICE, by="officer 17")


def test_a_whole_job_leaves_a_sound_store_and_says_who_did_what(workspace: Workspace, tmp_path: Path) -> None:
    """Import, undo, import, merge, decision, report and backup are each in the log under the user's name."""
    workspace.take_in(DEMO)
    workspace.undo_import()
    workspace.take_in(DEMO)
    one, two = (kim.id for kim in workspace.kims()[:2])
    workspace.merge(one, two)
    workspace.report(tmp_path / "out", on=TODAY)
    workspace.back_up(tmp_path / "copy.db")
    found = workspace.audit()
    assert {row.by for _, row in found} == {"officer 17"}
    whys = dict.fromkeys(row.why for _, row in found)
    assert list(whys) == ["import", "import --undo", "merge", "report", "backup"]
    assert [row.action for _, row in found][-3:] == [Action.REPORT, Action.ADD, Action.BACKUP]
    assert workspace.verify().is_sound


def test_every_change_of_a_record_is_one_row() -> None:
    """The rows about one KIM are its own: the record and each decision."""
    workspace = a_workspace(a_candidate(), a_kim(id="kim-2"))
    workspace.decide(a_decision("admit", on=TODAY))
    rows = [row for _, row in workspace.audit("kim-1")]
    assert [(row.kind, row.action, row.why) for row in rows] == [
        ("kim", Action.ADD, "made up"),
        ("decision", Action.ADD, "decision admit"),
    ]


def test_the_rows_about_a_kim_are_of_its_works_too() -> None:
    """A collaboration with it and its needs are about it, those of another KIM are not."""
    workspace = a_workspace(a_kim(), a_kim(id="kim-2"))
    one, two = (
        workspace.keep(a_collaboration(id="", kims=(f"kim-{n}",), coordination=(), materials=())) for n in (1, 2)
    )
    needs = workspace.keep(some_needs(id=""))
    assert [row.id for _, row in workspace.audit("kim-1")] == ["kim-1", one.id, needs.id]
    assert two.id in [row.id for _, row in workspace.audit("kim-2")]


def test_the_log_can_be_asked_for_from_a_date_on() -> None:
    """A row of the day itself is in it, one of the day before is not."""
    workspace = a_workspace(a_kim())
    assert [len(workspace.audit(since=TODAY + timedelta(days=n))) for n in (-1, 0, 1)] == [1, 1, 0]


def test_a_dry_run_leaves_no_row(workspace: Workspace) -> None:
    """What was not stored is not in the log."""
    workspace.take_in(DEMO, dry_run=True)
    assert len(workspace.audit()) == 0


def test_an_import_made_again_with_its_key_does_nothing_twice(workspace: Workspace) -> None:
    """The second call returns the first answer and leaves the store as it was."""
    first = workspace.take_in(DEMO, key="a")
    rows = len(workspace.audit())
    again = workspace.take_in(DEMO, key="a")
    assert again == first
    assert len(workspace.audit()) == rows
    workspace.undo_import()
    with pytest.raises(NotAllowed) as caught:
        workspace.take_in(DEMO, key="a")
    assert caught.value.code == "key_spent"


def test_a_decision_made_again_with_its_key_is_recorded_once() -> None:
    """The second call returns the partnership as it stands."""
    workspace = a_workspace(a_candidate())
    for _ in range(2):
        found = workspace.decide(a_decision("admit", on=TODAY), key="b")
    assert len([row for row in workspace.audit("kim-1").rows if row[1].kind == "decision"]) == 1
    assert found.assessment.partnership.code == "partner"


def test_two_offices_may_use_one_key(workspace: Workspace) -> None:
    """An idempotency key is the office's own: what another office stored with it is no earlier try of this one."""
    workspace.take_in(DEMO, key="a")
    with workspace.storage.unit_of_work() as unit:
        before = len(list(unit.documents("kim")))
    other = Workspace(workspace.storage, RegionCode("99.02"), clock=workspace.clock)
    assert other.take_in(DEMO, key="a").accepted == before
    assert len(other.kims()) == before
    assert other.take_in(DEMO, key="a").accepted == before
    assert len(other.audit()) == len(workspace.audit())


def test_an_anchor_is_made_then_moved_while_all_is_sound(workspace: Workspace, tmp_path: Path) -> None:
    """Each sound verification moves the anchor to the present end of the log; a later one compares with it."""
    anchor = tmp_path / "anchor.json"
    workspace.take_in(DEMO)
    first = workspace.verify(anchor)
    workspace.back_up(tmp_path / "copy.db")
    second = workspace.verify(anchor)
    assert (first.anchor, second.anchor) == (None, first.end)
    assert first.end is not None
    assert second.end is not None
    assert second.end.position == first.end.position + 2


def test_an_older_copy_in_the_place_of_the_store_is_found_by_the_anchor(workspace: Workspace, tmp_path: Path) -> None:
    """A store that lost its newest rows is sound in itself; only the anchor shows the loss, and stays where it was."""
    anchor, copy = tmp_path / "anchor.json", tmp_path / "copy.db"
    workspace.take_in(DEMO)
    workspace.back_up(copy)
    assert workspace.verify(anchor).is_sound
    kept = anchor.read_text()
    with Workspace.open(f"sqlite:///{copy}", OFFICE) as older:
        assert older.verify().is_sound
        assert not older.verify(anchor).is_sound
    assert anchor.read_text() == kept


def test_another_file_is_no_anchor(workspace: Workspace, tmp_path: Path) -> None:
    """A file that is no anchor is refused and left as it is."""
    other = tmp_path / "letter.txt"
    other.write_text("a letter")
    with pytest.raises(Unreadable) as caught:
        workspace.verify(other)
    assert (caught.value.code, other.read_text()) == ("anchor_unreadable", "a letter")
