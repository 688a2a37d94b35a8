"""A server on the loopback interface, over TLS or without, that does on a connection what a test says."""

import contextlib
import socket
import ssl
from collections.abc import Callable, Sequence
from functools import cache
from threading import Event, Thread
from typing import Final, Self

import trustme

__all__ = ["HOST", "Connection", "Server", "trusting"]

HOST: Final = "api.made.example"
PATIENCE: Final = 5.0


@cache
def authority() -> trustme.CA:
    """Return a certificate authority, made for this run."""
    return trustme.CA()


@cache
def trusting() -> ssl.SSLContext:
    """Return a context that trusts the authority of this run, and no other."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    authority().configure_trust(context)
    return context


class Connection:
    """What a script answers on: the socket, the requests that came, and whether the test is over."""

    def __init__(self, socket: socket.socket, ended: Event) -> None:
        self.socket, self.ended = socket, ended

    def request(self) -> bytes:
        """Return the next request whole; empty where the other side has gone."""
        found = b""
        while b"\r\n\r\n" not in found:
            part = self.socket.recv(65_536)
            if not part:
                return b""
            found += part
        head, _, body = found.partition(b"\r\n\r\n")
        lengths = [line.split(b":")[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")]
        while lengths and len(body) < int(lengths[0]):
            body += self.socket.recv(65_536)
        return head + b"\r\n\r\n" + body

    def send(self, *pieces: bytes) -> None:
        """Send bytes."""
        for piece in pieces:
            self.socket.sendall(piece)

    def reply(self, body: bytes = b"{}", *headers: str, status: int = 200) -> None:
        """Send a whole reply."""
        lines = [f"HTTP/1.1 {status} Made", f"Content-Length: {len(body)}", *headers]
        self.send("\r\n".join([*lines, "", ""]).encode("latin-1") + body)

    def wait(self, seconds: float) -> bool:
        """Wait for the end of the test, at most some seconds; tell whether it came."""
        return self.ended.wait(seconds)


Act = Callable[[Connection, bytes], object]
"""Answers a request on a connection; what it returns as False ends the connection."""


class Server:
    """Serves each connection in a thread, by an act for each request; it keeps the requests and counts connections."""

    def __init__(self, act: Act, names: Sequence[str] = (HOST,), *, is_plain: bool = False) -> None:
        self.act, self.requests, self.connections = act, list[bytes](), 0
        self.context = None if is_plain else ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        if self.context:
            authority().issue_cert(*names).configure_cert(self.context)
        self.seen: list[str | None] = []
        self.ended = Event()
        self.listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.place: tuple[str, int] = self.listening.getsockname()
        self.threads = [Thread(target=self.accept, daemon=True)]

    def __enter__(self) -> Self:
        """Begin to serve."""
        self.threads[0].start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self.ended.set()
        with contextlib.suppress(OSError), socket.create_connection(self.place, PATIENCE):
            pass
        for thread in self.threads:
            thread.join(PATIENCE)
        self.listening.close()

    def resolve(self, *_: object) -> list[tuple[str, int]]:
        """Return the place of this server, for every name."""
        return [self.place]

    def accept(self) -> None:
        """Serve each connection in a thread of its own."""
        while True:
            connection, _ = self.listening.accept()
            if self.ended.is_set():
                connection.close()
                return
            self.connections += 1
            self.threads.append(Thread(target=self.serve, args=(connection,), daemon=True))
            self.threads[-1].start()

    def serve(self, raw: socket.socket) -> None:
        """Answer requests until one side has enough; whoever went away meanwhile is no matter."""
        raw.settimeout(PATIENCE)
        with contextlib.suppress(OSError, ValueError), raw:
            if self.context:
                self.context.sni_callback = lambda _s, name, _c: self.seen.append(name)
                with self.context.wrap_socket(raw, server_side=True) as secured:
                    self.answer(Connection(secured, self.ended))
            else:
                self.answer(Connection(raw, self.ended))

    def answer(self, connection: Connection) -> None:
        """Answer requests."""
        while request := connection.request():
            self.requests.append(request)
            if self.act(connection, request) is False:
                return
