"""The wire: one request as it was read from a connection, and ways to answer it, many of them bad."""

import socket
import ssl
import struct
import zlib
from collections.abc import Mapping
from functools import cache
from threading import Event
from typing import Final
from urllib.parse import parse_qsl, urlencode

from attrs import field, frozen

from kimcore.ports import HttpCall, HttpReply
from kimcore.ports.http import first

__all__ = ["FORM", "Request", "Turn", "Wire", "bomb"]

FORM: Final = "application/x-www-form-urlencoded"
REASONS: Final[Mapping[int, str]] = {200: "OK", 302: "Found", 401: "Unauthorized", 429: "Too Many Requests"}
DRIP: Final = 0.02
LONGEST: Final = 5.0
"""Seconds after which a connection that nobody closes is given up."""
FILL: Final = b" " * 65_536


@frozen
class Request:
    """A request: its first line, its headers, its body, as bytes and read."""

    head: bytes = field(repr=False)
    body: bytes = field(repr=False)

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """The headers in order."""
        lines = self.head.decode("latin-1").split("\r\n")[1:]
        return tuple((name, text.strip()) for name, _, text in (line.partition(":") for line in lines if line))

    @property
    def target(self) -> str:
        """What stands after the method: path and query."""
        return self.head.split(b" ", 2)[1].decode("latin-1")

    @property
    def host(self) -> str:
        """The name of the host that was meant."""
        return first(self.headers, "host").partition(":")[0]

    def call(self, token: str) -> HttpCall:
        """Return the call as a platform sees it, without the token and where it stood."""
        path, _, query = self.target.partition("?")
        kept = tuple((name, text) for name, text in self.headers if token not in text)
        is_form = first(self.headers, "content-type").startswith(FORM)
        fields = parse_qsl(self.body.decode(), keep_blank_values=True) if is_form else []
        body = urlencode([pair for pair in fields if pair[1] != token]).encode() if is_form else self.body
        return HttpCall(
            method=self.head.split(b" ", 1)[0].decode("latin-1"),
            url=f"https://{self.host}{path}",
            query=tuple(parse_qsl(query, keep_blank_values=True)),
            headers=kept,
            body=body,
        )


class Wire:
    """A connection on which one request came."""

    def __init__(self, connection: ssl.SSLSocket, ended: Event) -> None:
        self.connection, self.ended = connection, ended

    def read(self) -> Request | None:
        """Read the request; None where there is none."""
        found = b""
        while b"\r\n\r\n" not in found:
            part = self.connection.recv(65_536)
            if not part:
                return None
            found += part
        head, _, body = found.partition(b"\r\n\r\n")
        length = int(first(Request(head, b"").headers, "content-length") or 0)
        while len(body) < length:
            body += self.connection.recv(65_536)
        return Request(head, body)

    def send(self, reply: HttpReply) -> None:
        """Send a whole reply."""
        self.head(reply.status, *reply.headers, ("Content-Length", str(len(reply.body))))
        self.connection.sendall(reply.body)

    def head(self, status: int, *headers: tuple[str, str]) -> None:
        """Send the first line and the headers."""
        lines = [f"HTTP/1.1 {status} {REASONS.get(status, 'Made Up')}", "Connection: close"]
        lines += [f"{name}: {text}" for name, text in headers]
        self.connection.sendall("\r\n".join([*lines, "", ""]).encode("latin-1"))

    def cut(self, reply: HttpReply, length: int | None = None) -> None:
        """Send the first half of a body below headers that say how long it is, or do not."""
        promised = () if length is None else (("Content-Length", str(length)),)
        self.head(reply.status, *reply.headers, *promised)
        self.connection.sendall(reply.body[: len(reply.body) // 2])

    def cut_chunk(self, reply: HttpReply) -> None:
        """Send a chunk that ends early."""
        self.head(reply.status, *reply.headers, ("Transfer-Encoding", "chunked"))
        half = reply.body[: len(reply.body) // 2]
        self.connection.sendall(f"{len(reply.body):x}\r\n".encode() + half)

    def drip(self, reply: HttpReply) -> None:
        """Send a body byte by byte, each before a reader would lose patience, and never to its end."""
        self.head(reply.status, *reply.headers, ("Content-Length", str(10**6)))
        for _ in range(int(LONGEST / DRIP)):
            self.connection.sendall(b" ")
            if self.ended.wait(DRIP):
                return

    def hang(self) -> None:
        """Answer nothing until the other side goes away."""
        self.connection.settimeout(LONGEST)
        self.connection.recv(1)

    def reset(self) -> None:
        """Break the connection off."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    def flood(self) -> None:
        """Send a body that does not end."""
        self.head(200, ("Content-Type", "application/json"))
        for _ in range(1_000):
            self.connection.sendall(FILL)

    def explode(self) -> None:
        """Send a small body that unpacks to much."""
        packed = bomb()
        headers = (("Content-Type", "application/json"), ("Content-Encoding", "gzip"))
        self.head(200, *headers, ("Content-Length", str(len(packed))))
        self.connection.sendall(packed)


@frozen
class Turn:
    """A request to be answered: its wire, the right reply, those to the call before and the first bad one, a token."""

    wire: Wire
    right: HttpReply
    before: HttpReply
    first: HttpReply
    token: str = field(repr=False)


@cache
def bomb(size: int = 64_000_000) -> bytes:
    """Return a small gzip stream that unpacks to blanks of a size."""
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    rest = size // len(FILL)
    return b"".join([*(packer.compress(FILL) for _ in range(rest)), packer.flush()])
