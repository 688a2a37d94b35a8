"""Taking imports back: exactly the state before, one after the other, and never past what depends on them."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kimcore.community import Finding
from kimcore.errors import NotAllowed, NotFound
from kimcore.partnership import Decision, DecisionKind
from kimcore.ports import StorageBackend
from kimcore.workspace import Workspace
from tests.workspace.registers import DEMO, OFFICE, Sheets, dump, profile, sheets_of, write_register

SOCIAL = ("Nama KIM", "Judul Konten", "Platform", "Akun", "Tanggal Catat", "Like")
FIRST: Sheets = profile(("KIM Satu", "Desa A", "1/K", "A", 100), ("KIM Dua", "Desa B")) | {
    "Media Sosial": [SOCIAL, ("KIM Satu", "Panen", "IG", "@A", "1 Mei 2026", 5), ("KIM Satu", "Pasar", "IG", "@a")],
    "Isu": [("No", "Isu Strategis", "Nama KIM"), (1, "Banjir", "KIM Satu"), (2, "Hoaks", "KIM Satu")],
    "Peninjauan": [("Nama Kelompok", "Dasar", "Tanggal Indikasi"), ("KIM Satu", 2, "1 Mei 2026")],
}  # fmt: skip
SECOND: Sheets = profile(("KIM Satu Baru", "Desa A", "1/K", "B", None), ("KIM Tiga", "Desa C")) | {
    "Media Sosial": [SOCIAL, ("KIM Satu Baru", "Panen", "IG", "@a", "1 Mei 2026", 6)],
    "Isu": [("No", "Isu Strategis", "Nama KIM"), (1, "Banjir besar", "KIM Satu Baru")],
}


def held(storage: StorageBackend) -> dict[str, Any]:
    """Return what a store holds without the numbers of the office, and the figures that stand."""
    found = dump(storage)
    found["documents"].pop(("office", OFFICE), None)
    found["observations"] = [
        (r.kim, r.platform, r.account, r.content, r.indicator, r.observed, r.value)
        for r in found["observations"]
        if r.value is not None
    ]
    return found


def decide(workspace: Workspace, kim: str, **more: Any) -> None:
    """Record a made-up decision."""
    given: dict[str, Any] = {"kind": DecisionKind.INDICATE, "ground": 6, "on": date(2026, 7, 1)}
    said = {"officer": "Pejabat rekaan", "reason": "alasan rekaan", "evidence": "bukti rekaan"}
    workspace.decide(Decision(kim=kim, **said | given | more))


def test_imports_are_taken_back_one_after_the_other(workspace: Workspace, tmp_path: Path) -> None:
    """Each undoing gives the state before its import, down to an empty office, and then there is nothing to undo."""
    first, second = write_register(tmp_path / "a.xlsx", FIRST), write_register(tmp_path / "b.xlsx", SECOND)
    states = [held(workspace.storage)]
    for file in (first, second, second, first):
        workspace.take_in(file)
        states.append(held(workspace.storage))
    last = workspace.last_import()
    for number, state in reversed(list(enumerate(states))[:-1]):
        found = workspace.undo_import()
        assert held(workspace.storage) == state
        assert found.files == (("a.xlsx", "b.xlsx", "b.xlsx", "a.xlsx")[number],)
    assert last is not None
    assert workspace.last_import() is None
    with pytest.raises(NotFound) as caught:
        workspace.undo_import()
    assert caught.value.code == "import_none"


def test_an_undone_import_can_be_repeated(workspace: Workspace, tmp_path: Path) -> None:
    """Taken in again, a register gives the same but for ids, which are never given twice."""
    workspace.take_in(write_register(tmp_path / "a.xlsx", FIRST))
    second = write_register(tmp_path / "b.xlsx", SECOND)
    workspace.take_in(second)
    workspace.undo_import()
    workspace.take_in(second)
    assert [(k.id, k.name) for k in workspace.kims()] == [
        ("99.01-0001", "KIM Satu Baru"),
        ("99.01-0002", "KIM Dua"),
        ("99.01-0004", "KIM Tiga"),
    ]


def test_undoing_tells_every_cell(workspace: Workspace, tmp_path: Path) -> None:
    """The changes of an undoing are those of the import, turned around; a dry run tells them and stores nothing."""
    workspace.take_in(write_register(tmp_path / "a.xlsx", FIRST))
    done = workspace.take_in(write_register(tmp_path / "b.xlsx", SECOND))
    before = held(workspace.storage)
    tried = workspace.undo_import(dry_run=True)
    assert held(workspace.storage) == before
    assert tried.is_dry_run
    assert workspace.undo_import().rows == tried.rows
    turned = {(c.kim, c.sheet, c.column, c.new, c.old) for c in tried if c.item != "Panen"}
    assert turned == {(c.kim, c.sheet, c.column, c.old, c.new) for c in done.changes if c.item != "Panen"}
    assert len(turned) > 5


def test_the_district_is_taken_back(workspace: Workspace, tmp_path: Path) -> None:
    """The made-up district, changed in a hundred places by a register that lost half of its rows, is as it was."""
    workspace.take_in(DEMO)
    before = held(workspace.storage)
    half = {name: rows[:4] + rows[4::2] for name, rows in sheets_of(DEMO).items()}
    found = workspace.take_in(write_register(tmp_path / "half.xlsx", half))
    assert len(found.changes) > 100
    workspace.undo_import()
    assert held(workspace.storage) == before


def refusal(workspace: Workspace) -> NotAllowed:
    """Return why the last import cannot be taken back; nothing changes."""
    before = dump(workspace.storage)
    with pytest.raises(NotAllowed) as caught:
        workspace.undo_import()
    assert dump(workspace.storage) == before
    assert caught.value.en != caught.value.id
    return caught.value


def test_a_later_decision_holds_an_import(workspace: Workspace, tmp_path: Path) -> None:
    """A decision about a KIM that the import made or changed forbids it; an earlier one, or about another, does not."""
    workspace.take_in(write_register(tmp_path / "a.xlsx", FIRST))
    decide(workspace, "KIM Satu")
    workspace.take_in(write_register(tmp_path / "b.xlsx", SECOND))
    decide(workspace, "KIM Dua")
    workspace.undo_import(dry_run=True)
    for name in ("KIM Tiga", "KIM Satu Baru"):
        decide(workspace, name)
        assert refusal(workspace).code == "undo_decided"
    assert "KIM Tiga" in refusal(workspace).en


def test_decisions_stay_untouched(workspace: Workspace, tmp_path: Path) -> None:
    """A decision from before the import is the same after its undoing, and concludes the same case."""
    workspace.take_in(write_register(tmp_path / "a.xlsx", FIRST))
    decide(workspace, "KIM Satu", kind=DecisionKind.CONCLUDE, ground=2, finding=Finding.PROVEN)
    before = held(workspace.storage)
    workspace.take_in(write_register(tmp_path / "b.xlsx", SECOND))
    workspace.undo_import()
    assert held(workspace.storage) == before
    assert workspace.kims()[0].cases[0].finding is Finding.PROVEN


def test_a_later_merge_holds_an_import(workspace: Workspace, tmp_path: Path) -> None:
    """After a merge the imports before it stay, and those after it can be taken back."""
    workspace.take_in(write_register(tmp_path / "a.xlsx", FIRST))
    workspace.merge("KIM Satu", "KIM Dua")
    assert refusal(workspace).code == "undo_merged"
    before = held(workspace.storage)
    workspace.take_in(write_register(tmp_path / "b.xlsx", SECOND))
    workspace.undo_import()
    assert held(workspace.storage) == before


def test_data_changed_past_imports_hold_them(workspace: Workspace, tmp_path: Path) -> None:
    """What an import wrote and something else wrote again is not written over."""
    workspace.take_in(write_register(tmp_path / "a.xlsx", FIRST))
    with workspace.storage.unit_of_work() as unit:
        (issue, _) = unit.documents("issue")
        unit.remove("issue", issue.id, expected=issue.revision)
        unit.commit()
    assert refusal(workspace).code == "undo_changed"


def test_an_import_of_an_earlier_version_stays(workspace: Workspace, tmp_path: Path) -> None:
    """Where nothing was noted of what an import wrote over, it cannot be taken back."""
    workspace.take_in(write_register(tmp_path / "a.xlsx", FIRST))
    with workspace.storage.unit_of_work() as unit:
        (noted,) = unit.documents("undo")
        unit.remove("undo", noted.id, expected=noted.revision)
        unit.commit()
    assert refusal(workspace).code == "undo_unknown"


def test_offices_undo_their_own_imports(tmp_path: Path) -> None:
    """The last import of an office is its own, whatever another office of the store took in later."""
    url, file = f"sqlite:///{tmp_path / 'k.db'}", write_register(tmp_path / "a.xlsx", FIRST)
    with Workspace.open(url, OFFICE) as one, Workspace.open(url, "99.02") as two:
        one.take_in(file)
        two.take_in(file)
        one.undo_import()
        assert (len(one.kims()), len(two.kims())) == (0, 2)
