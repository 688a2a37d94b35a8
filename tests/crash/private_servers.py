"""Servers of a test's own, on a free port and in a folder of their own, which it may kill and start again."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

__all__ = ["PrivateServer", "private_server"]

WAIT = 60.0


class PrivateServer:
    """A running server; `kind` is postgresql or mariadb."""

    def __init__(self, kind: str, folder: Path) -> None:
        self.kind, self.folder, self.port = kind, folder, free_port()
        self.process: subprocess.Popen[bytes] | None = None
        self.make()
        self.start()

    @property
    def url(self) -> str:
        """The address of a database in which the store may be made."""
        if self.kind == "postgresql":
            return f"postgresql+psycopg://kimcore@127.0.0.1:{self.port}/postgres"
        return f"mysql+pymysql://root@127.0.0.1:{self.port}/kimcore"

    def make(self) -> None:
        """Make the folder of the data."""
        if self.kind == "postgresql":
            options = ["-U", "kimcore", "--auth=trust", "-E", "UTF8", "--no-sync"]
            self.run(program("initdb"), "-D", str(self.folder / "data"), *options)
        else:
            options = ["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db"]
            self.run(program("mariadb-install-db"), *options, f"--datadir={self.folder / 'data'}")
            (self.folder / "data" / "kimcore").mkdir()
            shutil.chown(self.folder / "data" / "kimcore", self.folder.owner())

    def start(self) -> None:
        """Start the server and wait until it answers."""
        data = self.folder / "data"
        (data / "postmaster.pid").unlink(missing_ok=True)
        if self.kind == "postgresql":
            command = [program("postgres"), "-D", str(data), "-p", str(self.port), "-k", str(self.folder)]
        else:
            command = [program("mariadbd"), "--no-defaults", f"--datadir={data}", f"--port={self.port}"]
            command += ["--bind-address=127.0.0.1", f"--socket={self.folder / 'socket'}"]
        self.process = subprocess.Popen(command, **self.quietly())
        for _ in range(round(WAIT / 0.1)):
            with suppress(subprocess.TimeoutExpired):
                raise AssertionError(f"{command[0]} ended with {self.process.wait(timeout=0.1)}")
            if self.answers():
                return
        raise AssertionError(f"{command[0]} does not answer")

    def answers(self) -> bool:
        """Tell whether the server takes clients."""
        from sqlalchemy import create_engine
        from sqlalchemy.exc import OperationalError

        engine = create_engine(self.url)
        try:
            engine.connect().close()
        except OperationalError:
            return False
        finally:
            engine.dispose()
        return True

    def stop(self) -> None:
        """Let the server end as it should."""
        assert self.process is not None
        self.process.terminate()
        self.process.wait(timeout=WAIT)

    def kill(self) -> None:
        """Kill the server, and with it every process of its own."""
        assert self.process is not None
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, 9)
        self.process.wait(timeout=WAIT)

    def run(self, *command: str) -> None:
        """Run a program to its end."""
        subprocess.run(command, check=True, timeout=WAIT, **self.quietly())

    def quietly(self) -> dict[str, Any]:
        """Return how programs run: in a group of their own, without a word, as the owner of the folder."""
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
        bound = {"user": self.folder.owner()} if os.geteuid() == 0 else {}
        return silent | bound | {"cwd": self.folder}


@contextmanager
def private_server(kind: str) -> Iterator[PrivateServer]:
    """Give a new server, which is removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="kimcore-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres" if kind == "postgresql" else "mysql")  # they refuse to run as root
    try:
        server = PrivateServer(kind, folder)
        try:
            yield server
        finally:
            server.kill()
    finally:
        shutil.rmtree(folder)


def program(name: str) -> str:
    """Return a program of a server, also where Debian keeps those of PostgreSQL."""
    kept = sorted(str(p.parent) for p in Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    found = shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", *kept[-1:]]))
    if found is None:
        pytest.skip(f"needs {name}")
    return found


def free_port() -> int:
    """Return a port that nothing uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
