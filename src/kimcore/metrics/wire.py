"""Wire: connections of the HTTP library, made to the very address that was checked; imported with the extra `http`."""

import asyncio
import ssl
import time
from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any, Final

import httpcore2

from kimcore.errors import InvalidValue
from kimcore.metrics.addresses import Resolve, checked, looked_up
from kimcore.ports import Permanent, PlatformFault, Transient

__all__ = ["DEADLINE", "CheckedBackend", "CheckedBackendAsync", "fault_of", "left", "refuse_lax", "system_context"]

DEADLINE: Final[ContextVar[float]] = ContextVar("kimcore_deadline")
"""When the call of this context is over, by the monotonic clock."""


def left(most: float | None = None) -> float:
    """Return the seconds that are left of the call, at most some; raise the library's timeout where none are."""
    seconds = DEADLINE.get() - time.monotonic()
    if seconds <= 0:
        raise httpcore2.ReadTimeout("the time of the call is over")
    return seconds if most is None else min(seconds, most)


class TimedStream(httpcore2.NetworkStream):
    """A connection whose every step ends with the call, however little comes at a time."""

    def __init__(self, inner: httpcore2.NetworkStream) -> None:
        self.inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what comes next."""
        return self.inner.read(max_bytes, left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of it."""
        self.inner.write(buffer, left(timeout))

    def close(self) -> None:
        """Close the connection."""
        self.inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """Return the connection with TLS on it; close it where no time is left, which the library does not."""
        try:
            return TimedStream(self.inner.start_tls(ssl_context, server_hostname, left(timeout)))
        except BaseException:
            self.inner.close()
            raise

    def get_extra_info(self, info: str) -> Any:
        """Return what the library asks about the connection."""
        return self.inner.get_extra_info(info)


class TimedStreamAsync(httpcore2.AsyncNetworkStream):
    """The same on an event loop."""

    def __init__(self, inner: httpcore2.AsyncNetworkStream) -> None:
        self.inner = inner

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what comes next."""
        return await self.inner.read(max_bytes, left(timeout))

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of it."""
        await self.inner.write(buffer, left(timeout))

    async def aclose(self) -> None:
        """Close the connection."""
        await self.inner.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.AsyncNetworkStream:
        """Return the connection with TLS on it; close it where that is given up, which the library does not."""
        try:
            return TimedStreamAsync(await self.inner.start_tls(ssl_context, server_hostname, left(timeout)))
        except BaseException:
            await self.inner.aclose()
            raise

    def get_extra_info(self, info: str) -> Any:
        """Return what the library asks about the connection."""
        return self.inner.get_extra_info(info)


class CheckedBackend(httpcore2.NetworkBackend):
    """Connects to a host at one of its addresses, all of which are checked."""

    def __init__(self, resolve: Resolve, private: frozenset[str]) -> None:
        self.resolve, self.private, self.inner = resolve, private, httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Return a connection to the first address that answers."""
        places = checked(host, looked_up(self.resolve, host, port, left(timeout)), self.private)
        for number, at in places[:-1]:
            try:
                share = left(timeout) / len(places)
                return TimedStream(self.inner.connect_tcp(number, at, share, local_address, socket_options))
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                continue
        return TimedStream(self.inner.connect_tcp(*places[-1], left(timeout), local_address, socket_options))


class CheckedBackendAsync(httpcore2.AsyncNetworkBackend):
    """The same on an event loop."""

    def __init__(self, resolve: Resolve, private: frozenset[str]) -> None:
        inner: Any = httpcore2.AnyIOBackend()
        self.resolve, self.private = resolve, private
        self.inner: httpcore2.AsyncNetworkBackend = inner

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Return a connection to the first address that answers."""
        found = await asyncio.to_thread(looked_up, self.resolve, host, port, left(timeout))
        places = checked(host, found, self.private)
        for number, at in places[:-1]:
            try:
                share = left(timeout) / len(places)
                stream = await self.inner.connect_tcp(number, at, share, local_address, socket_options)
                return TimedStreamAsync(stream)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                continue
        stream = await self.inner.connect_tcp(*places[-1], left(timeout), local_address, socket_options)
        return TimedStreamAsync(stream)


def system_context() -> ssl.SSLContext:
    """Return a context that trusts the certificates which the system trusts."""
    return httpcore2.default_ssl_context()


def refuse_lax(context: ssl.SSLContext) -> ssl.SSLContext:
    """Return a context that checks certificates and names; raise `InvalidValue` for another."""
    if context.verify_mode is not ssl.CERT_REQUIRED or not context.check_hostname:
        en, id = "ssl_context should check certificates and names", "ssl_context harus memeriksa sertifikat dan nama"
        raise InvalidValue("tls_context", en, id, field="ssl_context")
    return context


def fault_of(error: Exception, host: str) -> PlatformFault:
    """Return what an error of the library is to a caller; its message is not repeated, for it may hold data."""
    if isinstance(error, PlatformFault):
        return error
    if certificate_error(error):
        en, id = f"the certificate of {host} is not valid", f"sertifikat {host} tidak sah"
        return Permanent(f"{en}; is it intercepted?", f"{id}; mungkinkah disadap?", code_of="certificate")
    said = type(error).__name__
    if isinstance(error, httpcore2.LocalProtocolError | httpcore2.UnsupportedProtocol):
        return Permanent(f"the call to {host} is malformed", f"panggilan ke {host} keliru bentuknya", code_of=said)
    if isinstance(error, httpcore2.TimeoutException | TimeoutError):
        return Transient(f"{host} did not answer in time", f"{host} tidak menjawab tepat waktu", code_of=said)
    return Transient(f"the connection to {host} broke", f"sambungan ke {host} terputus", code_of=said)


def certificate_error(error: BaseException | None) -> bool:
    """Tell whether an error comes from a certificate that is not valid."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False
