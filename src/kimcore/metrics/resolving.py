"""Resolving: where a short link leads, asked of its own service and of no other (V.B.log.link)."""

from collections.abc import Collection
from typing import Final

from attrs import evolve

from kimcore.clauses import cite
from kimcore.links import SHORT_LINK_HOSTS, ContentLink, request_address, resolved_link
from kimcore.metrics.secrets import Credential, Secret
from kimcore.metrics.transport import Transport
from kimcore.ports import HttpCall, PlatformFault, TokenPlace
from kimcore.terms import Text

__all__ = ["resolved"]

CLAUSE: Final = cite("V.B.log.link")
MOST: Final = 5
NOBODY: Final = Credential(token=Secret(""))
NO_TOKEN: Final = TokenPlace(header="")
UNSAID = Text("layanannya tidak menyebut tujuannya", "its service does not say where it leads")
FAILED = Text("layanannya tidak menjawab: {why}", "its service does not answer: {why}")


def resolved(link: ContentLink, transport: Transport, *, also: Collection[str] = ()) -> ContentLink:
    """Return the link to which a short link leads, through at most five others; any other link comes back as it is.

    Each is asked by a HEAD at its own host, without a token and without following it. Where that leads to no content,
    the short link comes back with the reason. `also` are websites that may be led to (see `resolved_link`).
    """
    for _ in range(MOST):
        found = step(link, transport, also) if link.needs_resolving else link
        if found == link:
            return found
        link = found
    return link


def step(link: ContentLink, transport: Transport, also: Collection[str]) -> ContentLink:
    """Return where a short link leads next."""
    call = HttpCall(method="HEAD", url=request_address(link), token=NO_TOKEN)
    try:
        reply = transport.send(call, NOBODY, SHORT_LINK_HOSTS)
    except PlatformFault as fault:
        return evolve(link, reason=FAILED.format(why=Text(fault.id, fault.en)))
    location = reply.header("location")
    return resolved_link(link, location, also=also) if location else evolve(link, reason=UNSAID)
