"""Reading a link: from a text to what its address says, by the tables alone; nothing is opened."""

from typing import Final

from attrs import evolve

from kimcore.links import wording
from kimcore.links.address import Address, read_address
from kimcore.links.content_link import ContentLink, LinkKind, LinkState
from kimcore.links.forms import Found, Place, find_form, find_place
from kimcore.media import Platform
from kimcore.terms import Term, Text

__all__ = ["content_link"]

CLAUSES = ("V.B.log.link",)
DEEPEST: Final = 3
"""How many addresses inside an address are read."""

NAMES: Final = {"telegram": "Telegram", "whatsapp": "WhatsApp"}


def content_link(text: str) -> ContentLink:
    """Return what the one address in a text says: platform, kind, account, content id, canonical form, and why.

    Any text has an answer, with a state and a reason. An address that hides where it leads (`user@host`, a host
    inside a network, a scheme such as `javascript:`) is no link; a short link needs resolving; an address that only
    looks like a platform's is of a website.
    """
    return read(text, DEEPEST)


def read(text: str, depth: int) -> ContentLink:
    """Return the link of a text; an address may hold the address meant, to a depth."""
    address = read_address(text)
    if isinstance(address, Text):
        state = LinkState.UNKNOWN_FORM if address is wording.CUT else LinkState.NO_LINK
        return ContentLink(state=state, reason=address)
    place = find_place(address.host)
    if place is None:
        return of_website(address)
    found = find_form(place.site, address) if place.is_read else None
    if found is None or found.form.kind is LinkKind.OTHER:
        return unknown(place, address)
    if inside := found.part("link"):
        return read(full(inside, address), depth - 1) if depth else unknown(place, address)
    return of_platform(place, found)


def full(link: str, address: Address) -> str:
    """Return an address that stands inside another, with the host where it is a path alone."""
    is_path = link.startswith("/") and not link.startswith("//")
    return f"https://{address.host}{link}" if is_path else link


def of_website(address: Address) -> ContentLink:
    """Return the link of a page that is on no platform's site."""
    if not address.is_explicit:
        return ContentLink(state=LinkState.UNKNOWN_FORM, reason=wording.BARE)
    return ContentLink(
        state=LinkState.RECOGNISED,
        platform=Platform.WEBSITE,
        kind=LinkKind.PAGE,
        canonical=address.canonical,
        reason=wording.RECOGNISED.format(kind=LinkKind.PAGE, where=address.host),
    )


def of_platform(place: Place, found: Found) -> ContentLink:
    """Return the link of an address whose form is known."""
    is_short = found.form.needs_resolving
    state = LinkState.NEEDS_RESOLVING if is_short else LinkState.RECOGNISED
    reason = wording.SHORT if is_short else wording.RECOGNISED
    return ContentLink(
        state=state,
        platform=place.site.platform,
        kind=found.form.kind,
        account=found.part("account"),
        content_id=found.part("id"),
        canonical=found.canonical(place),
        reason=reason.format(kind=found.form.kind, where=named(place)),
    )


def unknown(place: Place, address: Address) -> ContentLink:
    """Return the link of an address on a known site whose form says neither content nor account."""
    page = evolve(address, host=place.domain) if place.is_read else address
    return ContentLink(
        state=LinkState.UNKNOWN_FORM,
        platform=place.site.platform,
        kind=LinkKind.OTHER,
        canonical=page.canonical,
        reason=wording.FORM_UNKNOWN.format(where=named(place)),
    )


def named(place: Place) -> Term | str:
    """Return a site as a person names it."""
    platform = place.site.platform
    if isinstance(platform, Platform):
        return platform
    return NAMES[platform] if platform else place.domain
