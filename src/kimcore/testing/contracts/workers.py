"""Workers: processes of their own that use a store as the test class opens it; run as a module with a job in JSON."""

import json
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from inspect import getfile
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from attrs import evolve

from kimcore.errors import Conflict, StorageError
from kimcore.ports import StorageBackend
from kimcore.testing.contracts.records import document

__all__ = ["ADDITIONS", "Worker", "WorkerFailed", "work"]

ADDITIONS: Final = 15
"""How often a worker adds 1."""

WAIT: Final = 60.0
TRIES: Final = 10_000


class WorkerFailed(Exception):
    """A process that did not do its work; the message is what it said at the end."""


class Worker:
    """A process that does a job on the store of a folder, from the start of the `with` block to its end."""

    def __init__(self, kind: type, folder: Path, job: str) -> None:
        given = {"path": sys.path, "file": getfile(kind), "name": kind.__qualname__, "folder": str(folder), "job": job}
        command = [sys.executable, "-m", __name__, json.dumps(given)]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, encoding="utf-8")

    def __enter__(self) -> Self:
        """Return the worker."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        """Kill it where it has not ended."""
        self.kill()

    def line(self) -> str:
        """Return the next line that it prints; raise `WorkerFailed` where it ended before."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip() or self.fail()

    def go(self) -> None:
        """Let it go on."""
        assert self.process.stdin is not None
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def finish(self) -> None:
        """Wait for its end; raise `WorkerFailed` where it ended badly, or not in a minute."""
        try:
            code = self.process.wait(WAIT)
        except subprocess.TimeoutExpired:
            raise WorkerFailed(f"a process was not done in {WAIT:.0f} seconds") from None
        if code:
            self.fail()

    def fail(self) -> str:
        """Raise what it said last."""
        self.process.kill()
        said = self.process.communicate()[1].strip().splitlines()
        raise WorkerFailed(said[-1] if said else "a process ended without a word")

    def kill(self) -> None:
        """End it at once, as a loss of power would."""
        self.process.kill()
        self.process.communicate()


def work(given: dict[str, Any]) -> None:
    """Do a job on the store that a test class opens."""
    sys.path[:] = given["path"]
    spec = spec_from_file_location("kimcore_contract_under_test", given["file"])
    assert spec is not None, given["file"]
    assert spec.loader is not None, given["file"]
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    store: StorageBackend = getattr(module, given["name"])().open(Path(given["folder"]))
    store.migrate()
    {"pairs": store_pairs, "add": add}[given["job"]](store)
    store.close()


def store_pairs(store: StorageBackend) -> None:
    """Store units of two documents, and say so after each."""
    for n in range(TRIES):
        with store.unit_of_work() as unit:
            for half in "ab":
                unit.put(document(f"{n:04}{half}"), expected=0)
            unit.commit()
        sys.stdout.write(f"{n}\n")
        sys.stdout.flush()


def add(store: StorageBackend) -> None:
    """Say that all is ready, wait for a line, and add to the sum, each time over what was read."""
    with store.unit_of_work() as unit:
        unit.get("kim", "sum")
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    left = ADDITIONS
    for _ in range(TRIES):
        left -= added(store)
        if not left:
            return
    raise TimeoutError(f"after {TRIES} tries {left} of {ADDITIONS} additions are left")


def added(store: StorageBackend) -> bool:
    """Add 1 to the sum; False where another process was faster."""
    try:
        with store.unit_of_work() as unit:
            found = unit.get("kim", "sum")
            if found is None:
                raise LookupError("what another process committed is not there")
            unit.put(evolve(found, payload=str(int(found.payload) + 1)), expected=found.revision)
            unit.commit()
    except Conflict:
        return False
    except StorageError as error:
        if error.code != "store_locked":
            raise
        return False
    return True


if __name__ == "__main__":
    work(json.loads(sys.argv[1]))
