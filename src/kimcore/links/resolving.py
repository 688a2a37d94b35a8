"""Resolving: which short links may be asked where they lead, and how the answer is read; nothing is asked here."""

from collections.abc import Collection
from typing import Final

from attrs import evolve

from kimcore.clauses import cite
from kimcore.errors import NotAllowed
from kimcore.links import wording
from kimcore.links.address import Address, read_address
from kimcore.links.content_link import ContentLink, LinkState
from kimcore.links.forms import SITES
from kimcore.links.reading import content_link, full
from kimcore.media import Platform
from kimcore.terms import Text

__all__ = ["SHORT_LINK_HOSTS", "request_address", "resolved_link"]

SHORT_LINK_HOSTS: Final = frozenset(
    domain for site in SITES if "? " in site.forms for domain in (site.home or site.domains).split()
)
"""The hosts that may be asked where a short link leads; no other is ever asked."""


def request_address(link: ContentLink) -> str:
    """Return the https address to ask, on one of `SHORT_LINK_HOSTS`; raise `NotAllowed` for any but a short link."""
    if not link.needs_resolving or link.canonical is None:
        raise NotAllowed(
            "link_not_short",
            f"only a short link is resolved; this one: {link.reason.en}",
            f"hanya tautan pendek yang dibuka; yang ini: {link.reason.id}",
            clause=cite("V.B.log.link").id,
        )
    return link.canonical


def resolved_link(link: ContentLink, target: str, *, also: Collection[str] = ()) -> ContentLink:
    """Return the link to which a short link leads, from the target of its redirect (a `Location`, also a path).

    A target on a platform is taken, a website only where its host (without `www.`) stands in `also`; one that is
    another short link needs another request. Else the short link comes back, still to be resolved, with the reason:
    a target on no list, inside a network, or without content. Raises `NotAllowed` as `request_address` does.
    """
    asked = read_address(request_address(link))
    found = content_link(full(target, asked) if isinstance(asked, Address) else target)
    if found.state in {LinkState.NO_LINK, LinkState.UNKNOWN_FORM}:
        return evolve(link, reason=wording.LEADS_NOWHERE.format(why=found.reason))
    host = host_of(found)
    if found.platform is Platform.WEBSITE and host not in also:
        return evolve(link, reason=wording.LEADS_ASTRAY.format(where=host))
    return found


def host_of(link: ContentLink) -> str:
    """Return the host of a link's canonical form."""
    address = read_address(link.canonical or "")
    return "" if isinstance(address, Text) else address.host
