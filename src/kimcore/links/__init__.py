"""Content links: what an officer pastes as proof of a dissemination (Tabel 5.2, 5.3), read without opening it."""

from kimcore.links.content_link import ContentLink, LinkKind, LinkState
from kimcore.links.reading import content_link
from kimcore.links.resolving import SHORT_LINK_HOSTS, request_address, resolved_link

__all__ = [
    "SHORT_LINK_HOSTS",
    "ContentLink",
    "LinkKind",
    "LinkState",
    "content_link",
    "request_address",
    "resolved_link",
]
