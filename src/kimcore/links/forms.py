"""Forms: the lines of a site's table as patterns, and which of them an address has."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from attrs import frozen

from kimcore.links.address import Address
from kimcore.links.content_link import LinkKind
from kimcore.links.networks import NETWORKS
from kimcore.links.services import SERVICES
from kimcore.links.site import Site

__all__ = ["SITES", "Form", "Found", "Place", "find_form", "find_place"]

SITES: Final = (*NETWORKS, *SERVICES)
INSIDE: Final = "inside"
FRONTS: Final = re.compile(r"|www|m|mbasic|mobile|web|touch|free|l|lm|music|gaming|[a-z]{2}-[a-z]{2}")
"""What may stand before a site's domain: www, mobile forms, languages, and hosts that pass a reader on."""

NAMED: Final = re.compile(r"\{(\w+)\}")


@frozen
class Form:
    """One form of addresses of a site: what its path and query must be, and what it says."""

    kind: LinkKind | None
    needs_resolving: bool
    path: tuple[re.Pattern[str], ...]
    is_open: bool
    query: tuple[tuple[str, re.Pattern[str]], ...]
    canonical: str

    def match(self, address: Address) -> dict[str, str] | None:
        """Return the named parts of an address, or None where it has another form."""
        longer = len(address.parts) - len(self.path)
        if longer < 0 or (longer and not self.is_open):
            return None
        values = [*address.parts[: len(self.path)], *(address.value(key) for key, _ in self.query)]
        named: dict[str, str] = {}
        for pattern, value in zip((*self.path, *(pattern for _, pattern in self.query)), values, strict=True):
            found = pattern.fullmatch(value)
            if not found:
                return None
            named |= found.groupdict()
        return named


@frozen
class Place:
    """Where an address is: the site, which of its domains, and whether contents are read on this host of it."""

    site: Site
    domain: str
    is_read: bool


@frozen
class Found:
    """The form that an address has, and its named parts."""

    form: Form
    named: dict[str, str]

    def part(self, name: str) -> str | None:
        """Return the part whose name begins so: `id`, `account`, `link`; None where the form has none."""
        return next((value for key, value in self.named.items() if key.startswith(name)), None)

    def canonical(self, place: Place) -> str:
        """Return the canonical address; a name of an account has no case, a code has."""
        small = {name: part.lower() for name, part in self.named.items() if name == "account" and part.isascii()}
        return f"https://{place.site.home or place.domain}/{self.form.canonical.format(**self.named | small)}"


def find_place(host: str) -> Place | None:
    """Return the place of a host on a site; None for any other website."""
    front, rest = "", host
    while rest:
        if site := domains().get(rest):
            return Place(site, rest, FRONTS.fullmatch(front) is not None)
        label, _, rest = rest.partition(".")
        front = f"{front}.{label}".removeprefix(".")
    return None


@cache
def domains() -> dict[str, Site]:
    """Return the site of every domain."""
    return {domain: site for site in SITES for domain in site.domains.split()}


def find_form(site: Site, address: Address) -> Found | None:
    """Return the first form of a site that an address has."""
    for form in forms(site.domains):
        named = form.match(address)
        if named is not None:
            return Found(form, named)
    return None


@cache
def forms(of: str) -> tuple[Form, ...]:
    """Return the forms of the site with these domains."""
    site = next(site for site in SITES if site.domains == of)
    return tuple(form(site, *line.split()) for line in site.forms.strip().splitlines())


def form(site: Site, kind: str, shape: str, canonical: str) -> Form:
    """Return a line of a table as a form."""
    path, _, query = shape.partition("?")
    parts = [part for part in path.split("/") if part]
    is_open = parts[-1:] == ["**"]
    name = kind.removesuffix("?")
    return Form(
        kind=None if name == INSIDE else LinkKind.of(name),
        needs_resolving=kind.endswith("?"),
        path=tuple(pattern(site, part) for part in (parts[:-1] if is_open else parts)),
        is_open=is_open,
        query=tuple((key, pattern(site, value)) for key, _, value in pairs(query)),
        canonical=canonical,
    )


def pairs(query: str) -> Iterator[tuple[str, str, str]]:
    """Yield the keys and forms of a query."""
    return (pair.partition("=") for pair in query.split("&") if pair)


def pattern(site: Site, shape: str) -> re.Pattern[str]:
    """Return the pattern of one part: alternatives without case, or text with named parts and `*`."""
    if "{" not in shape and "*" not in shape:
        return re.compile(re.escape(shape).replace(r"\|", "|"), re.IGNORECASE)
    pieces = NAMED.split(shape)
    pieces[::2] = [re.escape(text).replace(r"\*", ".+") for text in pieces[::2]]
    pieces[1::2] = [f"(?P<{name}>{written(site, name)})" for name in pieces[1::2]]
    return re.compile("".join(pieces))


def written(site: Site, name: str) -> str:
    """Return how a named part is written; an account bears none of the reserved names."""
    shape = "(?s:.+)" if name == "link" else site.written[name]
    if name == "account" and site.reserved:
        return rf"(?!(?i:{'|'.join(site.reserved.split())})\Z)(?:{shape})"
    return shape
