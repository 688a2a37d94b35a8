"""The fault server: a platform on the loopback interface, over TLS, that misbehaves at a call of choice."""

import contextlib
import socket
import ssl
from collections.abc import Callable, Iterable
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Final, Self

from kimcore.ports import HttpCall, HttpReply
from kimcore.testing.contracts.faults_wire import Request, Turn, Wire

__all__ = ["PATIENCE", "Act", "FaultServer"]

Act = Callable[[Turn], None]
"""Answers a request."""

PATIENCE: Final = 5.0
"""Seconds within which both sides answer where nothing is wrong, on a slow machine too."""


class FaultServer:
    """Answers as a scene does; `misbehave` says from which call on it does not, and how often.

    `names` are the hosts that its certificate is for, `requests` what came since it was told so.
    """

    def __init__(self, names: Iterable[str], answer: Callable[[HttpCall], HttpReply], token: str) -> None:
        import trustme

        authority = trustme.CA()
        self.client_context = ssl.create_default_context()
        authority.configure_trust(self.client_context)
        self.server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(*sorted(names)).configure_cert(self.server_context)
        self.answer, self.token = answer, token
        self.requests: list[Request] = []
        self.act: Act | None = None
        self.begin = self.end = 0
        self.right: list[HttpReply] = []
        self.ended, self.lock = Event(), Lock()
        self.listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.address: tuple[str, int] = self.listening.getsockname()
        self.threads = [Thread(target=self.accept, daemon=True)]

    def __enter__(self) -> Self:
        """Begin to answer."""
        self.threads[0].start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        """Stop, and let go of every connection."""
        self.ended.set()
        with contextlib.suppress(OSError), socket.create_connection(self.address, PATIENCE):
            pass
        for thread in self.threads:
            thread.join(PATIENCE)
        self.listening.close()

    def misbehave(self, act: Act | None, begin: int = 0, times: int | None = None) -> None:
        """Forget what came, and answer from the call `begin` on by an act, so many times or for good."""
        with self.lock:
            self.requests, self.right = [], []
            self.act, self.begin = act, begin
            self.end = 10**9 if times is None else begin + times

    def accept(self) -> None:
        """Serve each connection in a thread of its own."""
        while True:
            connection, _ = self.listening.accept()
            if self.ended.is_set():
                connection.close()
                return
            self.threads = [t for t in self.threads if t.is_alive()]
            self.threads.append(Thread(target=self.serve, args=(connection,), daemon=True))
            self.threads[-1].start()

    def serve(self, connection: socket.socket) -> None:
        """Answer one request; whoever went away meanwhile is no matter."""
        connection.settimeout(PATIENCE)
        secure = self.server_context.wrap_socket
        with contextlib.suppress(OSError), connection, secure(connection, server_side=True) as secured:
            wire = Wire(secured, self.ended)
            request = wire.read()
            if request:
                self.reply(wire, request)

    def reply(self, wire: Wire, request: Request) -> None:
        """Answer a request well, or by the act where its turn has come."""
        with self.lock:
            number = len(self.requests)
            self.requests.append(request)
            self.right.append(self.answer(request.call(self.token)))
            right = self.right[number]
        if self.act and self.begin <= number < self.end:
            before, first = self.right[max(number - 1, 0)], self.right[self.begin]
            self.act(Turn(wire, right, before=before, first=first, token=self.token))
        else:
            wire.send(right)
