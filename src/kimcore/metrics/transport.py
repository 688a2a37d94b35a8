"""Transport: what makes the calls of a runner, and the bounds on one."""

from typing import Protocol

from attrs import frozen

from kimcore.metrics.secrets import Credential
from kimcore.ports import HttpCall, HttpReply

__all__ = ["AsyncTransport", "Limits", "Transport"]


class Transport(Protocol):
    """Makes calls."""

    def send(self, call: HttpCall, credential: Credential, hosts: frozenset[str]) -> HttpReply:
        """Make a call with its token, to one of the hosts (`name` or `name:port`) alone, and return the reply.

        Raises `Transient` or `Permanent` where there is none.
        """
        ...


class AsyncTransport(Protocol):
    """Makes calls on an event loop."""

    async def send(self, call: HttpCall, credential: Credential, hosts: frozenset[str]) -> HttpReply:
        """Do the same as `Transport.send`."""
        ...


@frozen(kw_only=True)
class Limits:
    """How long a call may take in all, in seconds, and how many bytes of a reply are taken in, packed or unpacked."""

    seconds: float = 30.0
    size: int = 8_000_000
