"""Backups: a whole copy while the store is in use, that overwrites nothing and is opened to restore it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kimcore.errors import NotAllowed, StorageError
from kimcore.plugins import PluginHost
from kimcore.ports import Document
from kimcore.workspace import Workspace, back_up
from tests.workspace.registers import OFFICE, dump, profile, write_register


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    """Return an office with one KIM in a file."""
    file = write_register(tmp_path / "r.xlsx", profile(("KIM Satu", "Desa A")))
    with Workspace.open(f"sqlite:///{tmp_path / 'kimcore.db'}", OFFICE) as workspace:
        workspace.take_in(file)
        yield workspace


def test_a_backup_is_a_store(office: Workspace, tmp_path: Path) -> None:
    """The copy is one file, sound, and holds what the store holds; it is opened like any store."""
    made = office.back_up(tmp_path / "copies.db")
    assert {p.name for p in tmp_path.iterdir() if p.name.startswith("copies")} == {"copies.db"}
    with Workspace.open(f"sqlite:///{made}") as restored:
        assert restored.storage.verify().is_sound
        assert dump(restored.storage) == dump(office.storage)


def test_a_backup_of_a_store_in_use(office: Workspace, tmp_path: Path) -> None:
    """While another unit is writing, the copy holds the last committed state, and the writer goes on."""
    before = dump(office.storage)
    with office.storage.unit_of_work() as unit:
        unit.put(Document(kind="kim", id="half", office=OFFICE, payload="{}"), expected=0)
        made = back_up(office.storage, tmp_path / "copy.db")
        unit.commit()
    with Workspace.open(f"sqlite:///{made}") as restored:
        assert dump(restored.storage) == before
    assert dump(office.storage) != before


def test_a_backup_overwrites_nothing(office: Workspace, tmp_path: Path) -> None:
    """A file, a folder, or the store itself in its place is refused and stays."""
    (tmp_path / "letter.txt").write_text("Yth. Bapak Camat", "utf-8")
    for name in ("letter.txt", "kimcore.db", "."):
        with pytest.raises(NotAllowed) as caught:
            office.back_up(tmp_path / name)
        assert caught.value.code == "file_exists"
    assert (tmp_path / "letter.txt").read_text("utf-8") == "Yth. Bapak Camat"
    assert len(office.kims()) == 1


def test_a_backup_into_a_missing_folder(office: Workspace, tmp_path: Path) -> None:
    """The error names the file, and nothing is left behind."""
    with pytest.raises(StorageError) as caught:
        office.back_up(tmp_path / "none" / "copy.db")
    assert caught.value.code == "copy_unwritable"
    assert not (tmp_path / "none").exists()


def test_a_store_that_is_not_there_is_not_copied(tmp_path: Path) -> None:
    """No store is made by a backup, and no copy."""
    storage = PluginHost().open_storage(f"sqlite:///{tmp_path / 'none.db'}")
    with pytest.raises(StorageError) as caught:
        back_up(storage, tmp_path / "copy.db")
    assert caught.value.code == "store_missing"
    assert list(tmp_path.iterdir()) == []


def test_a_store_in_memory_has_no_backup(workspace: Workspace, tmp_path: Path) -> None:
    """The error says so, and no file is made."""
    with pytest.raises(StorageError) as caught:
        workspace.back_up(tmp_path / "copy.db")
    assert caught.value.code == "backup_unsupported"
    assert list(tmp_path.iterdir()) == []


def test_a_file_system_without_links(office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where files cannot be linked the copy is renamed; what came there in the meantime is not overwritten."""

    def refuse(part: Path, path: Path) -> None:
        if path.name == "late.db":
            path.write_text("Yth. Bapak Camat", "utf-8")
        raise OSError("no links here")

    monkeypatch.setattr("os.link", refuse)
    assert office.back_up(tmp_path / "copy.db").stat().st_size > 0
    with pytest.raises(NotAllowed):
        office.back_up(tmp_path / "late.db")
    assert (tmp_path / "late.db").read_text("utf-8") == "Yth. Bapak Camat"
    assert not list(tmp_path.glob("*.part*"))


def test_a_file_that_came_in_the_meantime(office: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of the name that another program made while the copy was written stays."""

    def refuse(part: Path, path: Path) -> None:
        raise FileExistsError(path)

    monkeypatch.setattr("os.link", refuse)
    with pytest.raises(NotAllowed) as caught:
        office.back_up(tmp_path / "copy.db")
    assert caught.value.code == "file_exists"
    assert not list(tmp_path.glob("copy*"))
