"""Traces: by what a person is found in a record, and in text."""

import re
from functools import cached_property
from typing import Final

from attrs import field, frozen

from kimcore.links.escapes import unescaped

__all__ = ["ERASED", "Traces", "first_name", "parts_of"]

ERASED: Final = "[dihapus]"
"""What stands where a name or a text was erased."""

PARTS = re.compile(r"\s*[,;/()&\n]\s*|\s+dan\s+")
GAP = r"[\s.\-]*"
JOINT = r"(?:\s+|[._\-]+)"
"""What stands between the words of a name: blanks, or the signs by which a handle joins them."""


def parts_of(cell: str) -> tuple[str, ...]:
    """Return the whole of a cell that names persons, and its parts: `Ani, S.Kom (Ketua)` names `Ani` too."""
    return (cell, *PARTS.split(cell))


def first_name(cell: str) -> str:
    """Return the person that a cell names first, without titles behind a comma or what stands in brackets."""
    return PARTS.split(cell)[0] or cell


@frozen(slots=False)
class Traces:
    """A person: the name, and the ways to reach the person that stand beside it (phone, e-mail, address).

    Both are found in a text without case; a number also where its digits are grouped in another way.
    """

    name: str = field(repr=False)
    contacts: frozenset[str] = field(default=frozenset(), repr=False)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds the name or a contact as whole words."""
        found = (JOINT.join(map(re.escape, self.name.split())), *map(flexible, sorted(self.contacts)))
        return re.compile(rf"(?<!\w)(?:{'|'.join(found)})(?!\w)", re.IGNORECASE)

    @cached_property
    def handle(self) -> re.Pattern[str]:
        """What finds the name in an account or a link: its words in one, or joined by signs, digits behind them."""
        words = re.findall(r"[^\W_]+", self.name)
        joined = r"[\W_]*".join(words) if len(words) > 1 else "(?!)"  # one word may be anything
        return re.compile(rf"(?<![^\W\d_])(?:{joined})(?![^\W\d_])", re.IGNORECASE)

    @property
    def is_telling(self) -> bool:
        """True for a name of two words or more; one word alone may be anything in a text."""
        return len(self.name.split()) > 1

    def are_in(self, text: str) -> bool:
        """Tell whether a text holds the name or a contact."""
        return self.pattern.search(text) is not None

    def are_in_address(self, text: str) -> bool:
        """Tell whether an account or a link may hold them: `@ani_contoh88` may be Ani Contoh, one word may be anything.

        It finds more than there is: that is told, and nothing is changed by it.
        """
        return self.are_in(text) or self.handle.search(unescaped(text)) is not None

    def redacted(self, text: str) -> str:
        """Return a text without them."""
        return self.pattern.sub(ERASED, text)


def flexible(contact: str) -> str:
    """Return the pattern of a contact; between the digits of a number anything may part them."""
    digits = re.sub(GAP, "", contact)
    if digits.removeprefix("+").isdigit():
        return GAP.join(map(re.escape, digits))
    return r"\s+".join(map(re.escape, contact.split()))
