"""HTTPS: calls over TLS to allowed hosts at public addresses, with bounds on time and bytes; extra `http`."""

import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, Self

from attrs import field, frozen

from kimcore.errors import MissingExtra
from kimcore.metrics import silence
from kimcore.metrics.addresses import Resolve, system_addresses
from kimcore.metrics.bodies import Body
from kimcore.metrics.secrets import Credential
from kimcore.metrics.sending import Outgoing, outgoing, redirected
from kimcore.metrics.transport import Limits
from kimcore.ports import HttpCall, HttpReply, Permanent, PlatformFault
from kimcore.ports.http import Pairs, first

if TYPE_CHECKING:
    import httpcore2

__all__ = [
    "CONNECTIONS",
    "MOST_REDIRECTS",
    "Head",
    "HttpSettings",
    "HttpTransport",
    "bare",
    "endless",
    "library",
    "parts_of",
]

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
MOST_REDIRECTS: Final = 3
CONNECTIONS: Final = 64
"""Connections that a transport holds at most; a call beyond them waits in its own time."""


@frozen
class Head:
    """Status and headers of a reply, and whether it leads elsewhere."""

    status: int
    headers: Pairs = field(repr=False)

    @classmethod
    def of(cls, status: int, headers: Sequence[tuple[bytes, bytes]]) -> "Head":
        """Return the head that the library received."""
        return cls(status, tuple((k.decode("latin-1").lower(), v.decode("latin-1")) for k, v in headers))

    @property
    def location(self) -> str:
        """Where it redirects to, or an empty text."""
        return first(self.headers, "location") if self.status in REDIRECTS else ""

    def body(self, limits: Limits) -> Body:
        """Return what takes in its body; refuse one that says that it is too large."""
        encodings = [value for name, value in self.headers if name == "content-encoding"]
        body, said = Body(limits.size, ", ".join(encodings)), first(self.headers, "content-length")
        if said.isascii() and said.isdigit() and int(said[:20]) > limits.size:
            raise body.too_large()
        return body


class HttpSettings:
    """What both transports are made with."""

    def __init__(
        self,
        *,
        private_hosts: Iterable[str] = (),
        limits: Limits | None = None,
        ssl_context: ssl.SSLContext | None = None,
        resolve: Resolve | None = None,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        wire = wired()
        silence.install()
        self.limits, self.clock = limits or Limits(), clock or utc_now
        self.context = wire.refuse_lax(ssl_context or wire.system_context())
        self.private = frozenset(host.lower() for host in private_hosts)
        self.resolve, self.wire = resolve or system_addresses, wire

    def reply(self, head: Head, body: Body) -> HttpReply:
        """Return a reply that was taken in whole."""
        return HttpReply(status=head.status, headers=head.headers, body=body.end(), at=self.clock())


class HttpTransport(HttpSettings):
    """Makes calls over HTTPS, with connections that are kept for the next call; safe to share between threads.

    A host is reached at public addresses alone, unless it stands in `private_hosts`; redirects are followed at the same
    host alone, and for a HEAD not at all; proxies named by the environment are not used. `resolve` gives the addresses
    of a host, by default those that the system knows, and `ssl_context` the trusted certificates, by default those that
    the system trusts. Raises `MissingExtra` without the extra `http`. Close it, or use it in a `with` block.
    """

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        backend = self.wire.CheckedBackend(self.resolve, self.private)
        self.pool: httpcore2.ConnectionPool = library().ConnectionPool(
            ssl_context=self.context, network_backend=backend, max_connections=CONNECTIONS
        )

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the connections that are kept."""
        with silence.silent():
            self.pool.close()

    def send(self, call: HttpCall, credential: Credential, hosts: frozenset[str]) -> HttpReply:
        """Make a call and return the reply; raise `Transient` or `Permanent` where there is none."""
        sent = outgoing(call, credential, hosts)
        deadline = self.wire.DEADLINE.set(time.monotonic() + self.limits.seconds)
        try:
            with silence.silent():
                found = self.attempt(sent)
        finally:
            self.wire.DEADLINE.reset(deadline)
        # Raised here, where no error of the library is its context: that could show what was sent.
        if isinstance(found, PlatformFault):
            raise found
        return found

    def attempt(self, sent: Outgoing) -> HttpReply | PlatformFault:
        """Return the reply, or the fault in its place."""
        try:
            for _ in range(MOST_REDIRECTS + 1):
                found = self.exchange(sent)
                if isinstance(found, HttpReply):
                    return found
                sent = redirected(sent, found.status, found.location)
            return endless(sent)
        except Exception as error:
            return bare(self.wire.fault_of(error, sent.host))

    def exchange(self, sent: Outgoing) -> HttpReply | Head:
        """Return the reply to what is sent, or the head of one that leads elsewhere."""
        with self.pool.stream(**parts_of(sent, self.limits)) as response:
            head = Head.of(response.status, response.headers)
            if head.location and sent.method != "HEAD":
                return head
            body = head.body(self.limits)
            for piece in response.iter_stream():
                body.add(piece)
            return self.reply(head, body)


def utc_now() -> datetime:
    """Return the present instant."""
    return datetime.now(UTC)


def library() -> ModuleType:
    """Return the HTTP library, or raise `MissingExtra`."""
    try:
        import httpcore2
    except ImportError:
        en, id = "calls to platforms need an extra", "panggilan ke platform memerlukan ekstra"
        remedy = "pip install 'kimcore[http]'"
        raise MissingExtra("missing_extra", f"{en}: {remedy}", f"{id}: {remedy}", extra="http") from None
    return httpcore2


def wired() -> ModuleType:
    """Return what connects with the HTTP library, or raise `MissingExtra`."""
    library()
    from kimcore.metrics import wire

    return wire


def parts_of(sent: Outgoing, limits: Limits) -> dict[str, Any]:
    """Return what goes out as the library takes it."""
    url = library().URL(scheme=b"https", host=sent.host.encode(), port=port_of(sent), target=sent.target.encode())
    headers = [(name.encode(), value.encode()) for name, value in sent.headers]
    has_body = sent.body or sent.method not in {"GET", "HEAD"}
    content = sent.body if has_body else None
    # Only the wait for a free connection is left to the library: whatever is done on one ends with the call.
    extensions = {"timeout": {"pool": limits.seconds}}
    return {"method": sent.method, "url": url, "headers": headers, "content": content, "extensions": extensions}


def port_of(sent: Outgoing) -> int | None:
    """Return the port where it is not the usual one."""
    return None if sent.port == 443 else sent.port


def endless(sent: Outgoing) -> PlatformFault:
    """Return the fault of redirects without an end."""
    return Permanent(f"{sent.host} redirects without an end", f"{sent.host} mengalihkan tanpa akhir")


def bare(fault: PlatformFault) -> PlatformFault:
    """Return a fault without the errors that led to it, which could show what was sent."""
    fault.__cause__ = fault.__context__ = fault.__traceback__ = None
    return fault
