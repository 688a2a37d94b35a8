"""Full disks and folders that cannot be written: a typed error, the store as it was, and the import can be repeated."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kimcore.errors import StorageError
from kimcore.workspace import Workspace
from tests.crash.imports import held, register, started
from tests.workspace.registers import write_csv, write_register

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs POSIX limits and permissions")


@pytest.fixture
def base(tmp_path: Path, unmeasured: dict[str, str]) -> Path:
    """Return a store with one import."""
    store, file = tmp_path / "base.db", write_register(tmp_path / "1.xlsx", register(1, kims=5))
    assert said(store, file, unmeasured) == ["ready", "done"]
    return store


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 512 kB, where this user may."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(place)]
    if not mount or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("needs a user who may mount a small disk: run the tests as root on Linux")
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)


def said(store: Path, file: Path, env: dict[str, str], **more: Any) -> list[str]:
    """Return what an import says: ready, then done or the code of its error."""
    return started(store, file, env, **more).communicate(timeout=120)[0].split()


@pytest.mark.parametrize("more", [0, 20_000, 100_000])
def test_a_file_that_may_not_grow(base: Path, tmp_path: Path, unmeasured: dict[str, str], more: int) -> None:
    """Where the system stops a file from growing, nothing of the import is stored."""
    before, file = held(base), write_register(tmp_path / "2.xlsx", register(2, kims=300))
    found = said(base, file, unmeasured, limit=base.stat().st_size + more)
    assert found[-1] in ("store_full", "store_io")
    assert held(base) == before
    assert said(base, file, unmeasured) == ["ready", "done"]
    assert held(base)["files"] == ("2.xlsx",)


def test_a_full_disk(base: Path, small_disk: Path, tmp_path: Path, unmeasured: dict[str, str]) -> None:
    """An import that does not fit is `store_full`; the store is as it was, and takes a register that fits."""
    store = Path(shutil.copyfile(base, small_disk / "kimcore.db"))
    before = held(store)
    large = write_register(tmp_path / "2.xlsx", register(2, kims=600))
    assert said(store, large, unmeasured) == ["ready", "store_full"]
    assert held(store) == before
    small = write_register(tmp_path / "3.xlsx", register(3, kims=5))
    assert said(store, small, unmeasured) == ["ready", "done"]


def test_a_backup_onto_a_full_disk(base: Path, small_disk: Path) -> None:
    """The error is typed and nothing is left on the disk."""
    (small_disk / "ballast").write_bytes(b"x" * 500 * 1024)
    with Workspace.open(f"sqlite:///{base}") as workspace, pytest.raises(StorageError) as caught:
        workspace.back_up(small_disk / "copy.db")
    assert caught.value.code in ("store_full", "copy_unwritable")
    assert [p.name for p in small_disk.iterdir()] == ["ballast"]


def test_a_folder_that_cannot_be_written(base: Path, tmp_path: Path, unmeasured: dict[str, str]) -> None:
    """An import into a read-only folder is `store_read_only`, and loses nothing."""
    folder = tmp_path / "archive"
    folder.mkdir()
    store = Path(shutil.copyfile(base, folder / "kimcore.db"))
    before, file = held(store), write_csv(tmp_path / "Profil KIM.csv", register(2, 5)["Profil KIM"])
    readable(tmp_path, store, file)
    try:
        found = said(store, file, unmeasured, is_bound=True)
    finally:
        folder.chmod(0o755)
        store.chmod(0o644)
    assert found == ["ready", "store_read_only"]
    assert held(store) == before


def readable(folder: Path, *files: Path) -> None:
    """Let anyone read what a test made, and nobody write into the folder of the store."""
    for parent in (folder, *folder.parents) if os.geteuid() == 0 else ():
        if "pytest-of-" in str(parent):
            parent.chmod(0o755)
    for file in files:
        file.chmod(0o444)
    files[0].parent.chmod(0o555)
