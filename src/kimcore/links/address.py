"""Addresses: the one web address in a text, taken apart; what hides where it leads is refused with a reason."""

import re
from ipaddress import AddressValueError, IPv4Address
from typing import Final

from attrs import frozen

from kimcore.links import wording
from kimcore.links.escapes import escaped, unescaped
from kimcore.terms import Text

__all__ = ["Address", "read_address"]

LONGEST: Final = 2048
"""The most characters of an address."""

INVISIBLE: Final = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
OPENING: Final = INVISIBLE + "<([{\"'“‘«`*"
EMBEDS: Final = ("<iframe", "<blockquote")
ATTRIBUTES: Final = ('src="', 'cite="', 'data-instgrm-permalink="')
CLOSING: Final = INVISIBLE + ">]}\"'”’»`*.,;:!?"
AMPERSANDS: Final = re.compile("&(?:amp;)+")
SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):(?!\d)", re.IGNORECASE | re.ASCII)
PIECES: Final = re.compile(r"(?:(?:https?:)?//)?([^/?#]*)([^?#]*)\??([^#]*)", re.IGNORECASE)
WWW: Final = re.compile(r"^(?:www\.)+(?=[^.]+\.)")
LABEL: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?")
PRIVATE: Final = frozenset("arpa corp home internal intranet invalid lan local localdomain localhost".split())
TRACKING: Final = frozenset(
    "_ga _gl dclid fbclid gbraid gclid igsh igshid li_fat_id mc_cid mc_eid mibextid msclkid rdid sfnsn ttclid twclid "
    "wbraid yclid".split()
)


@frozen
class Address:
    """A web address: host in ASCII (with its port where it is unusual), path and query, and whether it is explicit.

    An address is explicit when it has a scheme, begins with `www.`, or has a path.
    """

    host: str
    parts: tuple[str, ...]
    query: tuple[tuple[str, str], ...]
    is_explicit: bool

    def value(self, key: str) -> str:
        """Return the first value of a key of the query, empty where there is none."""
        return next((unescaped(value) for name, value in self.query if name == key), "")

    @property
    def canonical(self) -> str:
        """The address of a page in one form: https, no `www.`, no tracking, no fragment, no last slash."""
        pairs = (f"{key}={value}" if value else key for key, value in self.query if not self.is_aside(key))
        path = "".join(f"/{escaped(part, kept='@')}" for part in self.parts)
        query = "&".join(escaped(pair, kept="%=+/@") for pair in pairs if pair)
        return f"https://{WWW.sub('', self.host)}{path}" + (f"?{query}" if query else "")

    def is_aside(self, key: str) -> bool:
        """Tell whether a key of the query only says how a link was shared, or that a blog was read on a phone."""
        is_tracking = key.lower() in TRACKING or key.lower().startswith("utm_")
        return is_tracking or (key == "m" and ".blogspot." in self.host)


def read_address(text: str) -> Address | Text:
    """Return the one web address in a text, or the reason why there is none; the time is linear in the text."""
    word = only_word(text)
    if isinstance(word, Text):
        return word
    bare = trimmed(word)
    reason = refusal(word, bare)
    return reason or taken_apart(AMPERSANDS.sub("&", bare))


def only_word(text: str) -> str | Text:
    """Return the word that holds the address: the only word, or the only one with a scheme."""
    words = embedded(text) or text.split()
    if len(words) > 1:
        words = [word for word in words if "://" in word]
        if not words:
            return wording.WORDS
    if len({trimmed(word) for word in words}) > 1:
        return wording.NOT_ONE
    return words[0] if words else wording.EMPTY


def embedded(text: str) -> list[str]:
    """Return the address in a piece of markup that embeds a content; none where the text is no such piece."""
    if not text.lstrip().startswith(EMBEDS):
        return []
    return [word.split('"')[1] for word in text.split() if word.startswith(ATTRIBUTES)][:1]


def trimmed(word: str) -> str:
    """Return a word without the quotes, brackets and stops that a sentence puts around it."""
    word = word.lstrip(OPENING)
    return word.rstrip(CLOSING if "(" in word else CLOSING + ")")


def refusal(word: str, bare: str) -> Text | None:
    """Return why a word is no web address that may be read, or None."""
    if not bare:
        return wording.EMPTY
    if len(bare) > LONGEST:
        return wording.LONG
    if bare.endswith("…") or ".." in word[word.index(bare) + len(bare) :]:
        return wording.CUT
    scheme = SCHEME.match(bare)
    if scheme and scheme[1].lower() not in {"http", "https"}:
        return wording.NOT_WEB
    return None if bare.isprintable() and "\\" not in bare else wording.ADDRESS_BAD


def taken_apart(word: str) -> Address | Text:
    """Return the pieces of an address; its host decides whether it may be one."""
    found = PIECES.fullmatch(word.partition("#")[0])
    authority, path, query = found.groups() if found else ("", "", "")
    if "@" in unescaped(authority):
        return wording.USER
    host, has_scheme = host_of(authority), not word.startswith(authority)
    if isinstance(host, Text):
        return host if has_scheme else wording.WORDS
    pairs = tuple((key, value) for key, _, value in (pair.partition("=") for pair in query.split("&")) if key)
    return Address(host, parts_of(path), pairs, has_scheme or bool(path) or host.startswith("www."))


def parts_of(path: str) -> tuple[str, ...]:
    """Return the parts of a path, decoded, with `.` and `..` carried out and empty ones left out."""
    parts: list[str] = []
    for part in map(unescaped, path.split("/")):
        if part == "..":
            parts = parts[:-1]
        elif part not in {"", "."}:
            parts.append(part)
    return tuple(parts)


def host_of(authority: str) -> str | Text:
    """Return the host in ASCII with its port where it is unusual, or the reason why it cannot be one."""
    name, _, port = authority.partition(":")
    host = ascii_host(unescaped(name).removesuffix("."))
    if not host or (port and not port.isdecimal()) or not port.isascii() or len(port) > 5:
        return wording.HOST_BAD
    if not is_public(host):
        return wording.HOST_PRIVATE
    return host if port.lstrip("0") in {"", "80", "443"} else f"{host}:{port.lstrip('0')}"


def ascii_host(name: str) -> str:
    """Return a host name in small ASCII letters (IDNA), empty where it is none."""
    if len(name) > 253 or not name.isprintable():
        return ""
    try:
        host = (name if name.isascii() else name.encode("idna").decode("ascii")).lower()
    except UnicodeError:
        return ""
    labels = host.split(".")
    is_name = len(host) <= 253 and all(len(label) <= 63 and LABEL.fullmatch(label) for label in labels)
    return host if is_name else ""


def is_public(host: str) -> bool:
    """Tell whether a host can be one of the public internet; a number written otherwise than 1.2.3.4 is none."""
    last = host.rpartition(".")[2]
    if last.isdecimal() or last.startswith("0x"):
        return is_public_number(host)
    return "." in host and last not in PRIVATE


def is_public_number(host: str) -> bool:
    """Tell whether a host is the number of a machine on the public internet."""
    try:
        return IPv4Address(host).is_global
    except AddressValueError:
        return False
