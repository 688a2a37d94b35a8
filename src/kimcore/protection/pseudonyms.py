"""Pseudonyms: what stands for a person in data that are handed on, under a key that stays in the store."""

import hmac
import unicodedata
from hashlib import sha256

from attrs import field, frozen

from kimcore.protection.traces import ERASED

__all__ = ["MASKED", "PREFIX", "Masks", "Pseudonyms", "folded"]

PREFIX = "p-"
MASKED = "[nama orang]"
"""What stands for every person alike where nobody is to be told apart."""


def folded(name: str) -> str:
    """Return a name as names are compared: one form of Unicode, without case, blanks collapsed."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


@frozen
class Pseudonyms:
    """Pseudonyms under one key: the same name has the same one in a store, and another in another store.

    Whoever has the key can tell which of the names that he knows a pseudonym stands for; it is no anonymity.
    """

    key: str = field(repr=False)

    def of(self, name: str) -> str:
        """Return the pseudonym of a person; a name that was erased has none and stays as it is."""
        return name if name in ("", ERASED) else PREFIX + self.token(folded(name))

    def token(self, text: str) -> str:
        """Return what stands for any text, such as the link of a content: 64 bits in hex."""
        return hmac.new(self.key.encode(), text.encode("utf-8", "surrogatepass"), sha256).hexdigest()[:16]


@frozen
class Masks(Pseudonyms):
    """No pseudonyms: every person is hidden alike, and no key is needed."""

    key: str = field(default="", init=False, repr=False)

    def of(self, name: str) -> str:
        """Return the mask; a name that was erased stays as it is."""
        return name if name in ("", ERASED) else MASKED
