"""Imports in a process of their own, that can be killed or starved, and what they leave."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from kimcore.workspace import Workspace
from tests.workspace.registers import OFFICE, Sheets, dump, profile

__all__ = ["IMPORT", "held", "register", "started"]

IMPORT = """
import sys
from kimcore.errors import StorageError
from kimcore.workspace import Workspace
store, file, limit, is_bound = sys.argv[1:5]
if is_bound:
    import os
    import kimcore_plugins.storage.sqlite
    with Workspace.open("memory:", "99.01") as workspace:
        workspace.take_in(file)
    if os.geteuid() == 0:
        os.setuid(65534)
if int(limit):
    import resource, signal
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), int(limit)))
try:
    with Workspace.open(f"sqlite:///{store}", "99.01") as workspace:
        print("ready", flush=True)
        workspace.take_in(file)
    print("done", flush=True)
except StorageError as error:
    print(error.code, flush=True)
"""


def register(number: int, kims: int = 60) -> Sheets:
    """Return a made-up register, of which every number gives other figures, contents, issues and people."""
    names = [f"KIM Rekaan {n:03d}" for n in range(kims)]
    return profile(*((name, f"Desa {n}", f"{n}/K", "A", number + n, n, 50) for n, name in enumerate(names))) | {
        "Pengurus": [
            ("Nama Kelompok", "Nama", "Jabatan", "Pengurus/Anggota", "ASN"),
            *((name, f"Orang Rekaan {number}", "Ketua", "Pengurus", "tidak") for name in names),
        ],
        "Isu": [("No", "Isu Strategis", "Nama KIM"), *((n, f"Isu {number}", name) for n, name in enumerate(names[:9]))],
        "Media Sosial": [
            ("Nama KIM", "Judul Konten", "Platform", "Akun", "Tanggal Catat", "Like", "View"),
            *((name, f"Konten {number}-{n}", "IG", "@a", "1 Mei 2026", number, n) for name in names for n in range(5)),
        ],
    }


def started(
    store: Path, file: Path, env: dict[str, str], *, limit: int = 0, is_bound: bool = False
) -> "subprocess.Popen[str]":
    """Start an import; `limit` is how many bytes a file may grow to, `is_bound` runs it as a user bound by permissions.

    A bound one reads its file once before, so that all is imported that a user may not read.
    """
    command = [sys.executable, "-c", IMPORT, str(store), str(file), str(limit), "yes" if is_bound else ""]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env)


def held(store: Path) -> dict[str, Any]:
    """Return everything that a store holds, found sound, and as nothing where the office has no data yet."""
    with Workspace.open(f"sqlite:///{store}", OFFICE) as workspace:
        assert workspace.storage.verify().is_sound
        last = workspace.last_import()
        return dump(workspace.storage) | {"files": last.files if last else ()}
