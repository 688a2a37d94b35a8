"""Rulebooks: the named, dated sets of rules (R19)."""

from kimcore.errors import NotFound
from kimcore.rulebooks.juknis_2022 import JUKNIS_2022
from kimcore.rules import Rulebook

__all__ = ["BUILT_IN", "JUKNIS_2022", "rulebook"]

BUILT_IN = {book.name: book for book in (JUKNIS_2022,)}


def rulebook(name: str = JUKNIS_2022.name) -> Rulebook:
    """Return a built-in rulebook by name; raise `NotFound` for none."""
    try:
        return BUILT_IN[name]
    except KeyError:
        known = ", ".join(BUILT_IN)
        raise NotFound(
            "rulebook_unknown",
            f"no rulebook {name!r}; known: {known}",
            f"tidak ada himpunan aturan {name!r}; ada: {known}",
        ) from None
