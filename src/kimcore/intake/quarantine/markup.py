"""Markup: reading XML by events, without document types, entities, great depth or endless tokens."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final
from xml.parsers import expat

from .limits import PART, Refused

__all__ = ["Attributes", "guarded", "local", "scan"]

Attributes = dict[str, str]

DEPTH: Final = 200
"""How deeply elements may stand within each other."""

ELEMENTS: Final = 10_000_000
"""How many elements a part may hold."""

UNWANTED: Final = (b"<!DOCTYPE", b"<!ENTITY", b"<!doctype")
LONGEST: Final = max(map(len, UNWANTED))
LEGIBLE: Final = bytes(c if c in b"\t\n\r" or c >= 32 else ord("?") for c in range(256))
"""Control characters are no XML, but readers take them: they are reported as characters, not as damage."""


def local(name: str) -> str:
    """Return the name of an element or attribute without its prefix."""
    return name.rpartition(":")[2]


def guarded(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Give chunks of XML again; refuse a document type, and a token without end."""
    tail, unclosed = b"", 0
    for chunk in chunks:
        seen = tail + chunk
        if b"!" in seen and any(word in seen for word in UNWANTED):
            raise Refused("file_unsafe")
        closed = chunk.rfind(b">")
        unclosed = unclosed + len(chunk) if closed < 0 else len(chunk) - closed
        if unclosed > PART:
            raise Refused("file_expands")
        tail = chunk[-LONGEST:]
        yield chunk


class Depth:
    """Counts how deeply elements stand within each other while it hands them on."""

    def __init__(self, opened: Callable[[str, Attributes], None], closed: Callable[[str], None]) -> None:
        """Start outside of all elements."""
        self.opened, self.closed = opened, closed
        self.depth = self.elements = 0

    def enter(self, name: str, attributes: Attributes) -> None:
        """Hand on the start of an element."""
        self.depth += 1
        self.elements += 1
        if self.depth > DEPTH or self.elements > ELEMENTS:
            raise Refused("file_unsafe")
        self.opened(local(name), attributes)

    def leave(self, name: str) -> None:
        """Hand on the end of an element."""
        self.depth -= 1
        self.closed(local(name))


def forbid(*_: object) -> None:
    """Refuse a document type."""
    raise Refused("file_unsafe")


def scan(
    chunks: Iterable[bytes],
    opened: Callable[[str, Attributes], None],
    closed: Callable[[str], None] = lambda _: None,
    text: Callable[[str], None] | None = None,
    hidden: Callable[[], None] | None = None,
) -> None:
    """Read XML by events: start and end of elements by their local names, text, and `hidden` for what readers skip."""
    parser, depth = expat.ParserCreate(), Depth(opened, closed)
    parser.StartElementHandler, parser.EndElementHandler = depth.enter, depth.leave
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = forbid
    parser.CharacterDataHandler = text
    parser.buffer_text = True
    if hidden:
        parser.CommentHandler = lambda _: hidden()
        parser.StartCdataSectionHandler = hidden
        parser.ProcessingInstructionHandler = lambda *_: hidden()
    try:
        for chunk in guarded(chunks):
            parser.Parse(chunk.translate(LEGIBLE), False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Refused("file_unreadable") from error
