"""HTTPS, asynchronously: the same calls on asyncio; extra `http`."""

import time
from typing import TYPE_CHECKING, Any, Self

from kimcore.metrics import silence
from kimcore.metrics.https import CONNECTIONS, MOST_REDIRECTS, Head, HttpSettings, bare, endless, library, parts_of
from kimcore.metrics.secrets import Credential
from kimcore.metrics.sending import Outgoing, outgoing, redirected
from kimcore.ports import HttpCall, HttpReply, PlatformFault

if TYPE_CHECKING:
    import httpcore2

__all__ = ["AsyncHttpTransport"]


class AsyncHttpTransport(HttpSettings):
    """Makes calls over HTTPS on asyncio; everything else is as with `HttpTransport`."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        backend = self.wire.CheckedBackendAsync(self.resolve, self.private)
        self.pool: httpcore2.AsyncConnectionPool = library().AsyncConnectionPool(
            ssl_context=self.context, network_backend=backend, max_connections=CONNECTIONS
        )

    async def __aenter__(self) -> Self:
        """Return itself."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close it."""
        await self.close()

    async def close(self) -> None:
        """Close the connections that are kept."""
        with silence.silent():
            await self.pool.aclose()

    async def send(self, call: HttpCall, credential: Credential, hosts: frozenset[str]) -> HttpReply:
        """Make a call and return the reply; raise `Transient` or `Permanent` where there is none."""
        sent = outgoing(call, credential, hosts)
        deadline = self.wire.DEADLINE.set(time.monotonic() + self.limits.seconds)
        try:
            with silence.silent():
                found = await self.attempt(sent)
        finally:
            self.wire.DEADLINE.reset(deadline)
        if isinstance(found, PlatformFault):
            raise found
        return found

    async def attempt(self, sent: Outgoing) -> HttpReply | PlatformFault:
        """Return the reply, or the fault in its place."""
        try:
            for _ in range(MOST_REDIRECTS + 1):
                found = await self.exchange(sent)
                if isinstance(found, HttpReply):
                    return found
                sent = redirected(sent, found.status, found.location)
            return endless(sent)
        except Exception as error:
            return bare(self.wire.fault_of(error, sent.host))

    async def exchange(self, sent: Outgoing) -> HttpReply | Head:
        """Return the reply to what is sent, or the head of one that leads elsewhere."""
        async with self.pool.stream(**parts_of(sent, self.limits)) as response:
            head = Head.of(response.status, response.headers)
            if head.location and sent.method != "HEAD":
                return head
            body = head.body(self.limits)
            async for piece in response.aiter_stream():
                body.add(piece)
            return self.reply(head, body)
