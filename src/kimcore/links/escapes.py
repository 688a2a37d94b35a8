"""Escapes: percent-encoding, undone and done in one way, so that two spellings of an address are one."""

import re
from string import ascii_letters, digits
from typing import Final

__all__ = ["escaped", "unescaped"]

ESCAPE: Final = re.compile(b"%([0-9A-Fa-f]{2})")
UNRESERVED: Final = frozenset(f"{ascii_letters}{digits}-_~.")


def unescaped(text: str) -> str:
    """Return a text with its percent-encoding undone; bytes that are no UTF-8 are kept as surrogate escapes."""
    if "%" not in text:
        return text
    raw = text.encode("utf-8", "surrogateescape")
    return ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), raw).decode("utf-8", "surrogateescape")


def escaped(text: str, kept: str = "") -> str:
    """Return a text with all but the unreserved characters and those to keep percent-encoded, and a last stop too."""
    done = "".join(c if c in UNRESERVED or c in kept else encoded(c) for c in text)
    return f"{done[:-1]}%2E" if done.endswith(".") else done


def encoded(character: str) -> str:
    """Return one character percent-encoded."""
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "surrogateescape"))
