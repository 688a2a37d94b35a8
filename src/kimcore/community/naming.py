"""Naming: which KIM a text names: an id, a community number, a name, or "name, village"."""

from collections.abc import Iterable

from kimcore.community.kim import Kim
from kimcore.errors import NotFound

__all__ = ["fold", "named"]


def fold(text: str) -> str:
    """Return a text as names are compared: without case, blanks collapsed."""
    return " ".join(text.split()).casefold()


def named(kims: Iterable[Kim], text: str) -> Kim:
    """Return the one KIM that a text names.

    Raises `NotFound` with code `kim_unknown` for none, `kim_ambiguous`, with the list, for several.
    """
    every, wanted = list(kims), fold(text)
    for keys in (ids, numbers, names, places):
        found = [kim for kim in every if wanted in keys(kim)]
        if len(found) == 1:
            return found[0]
        if found:
            raise ambiguous(text, found)
    raise NotFound("kim_unknown", f"no KIM is called {text!r}", f"tidak ada KIM bernama {text!r}", field="kim")


def ids(kim: Kim) -> set[str]:
    """Return the id, and those of records that were merged into this one."""
    return {fold(kim.id), *(fold(former.id) for former in kim.former)}


def numbers(kim: Kim) -> set[str]:
    """Return the community number, if there is one."""
    number = kim.identity.community_number
    return {fold(number)} if isinstance(number, str) and number.strip() else set()


def names(kim: Kim) -> set[str]:
    """Return the name."""
    return {fold(kim.name)}


def places(kim: Kim) -> set[str]:
    """Return the name with the village, as it is told apart from its namesakes."""
    return {fold(f"{kim.name}, {kim.village}")}


def ambiguous(text: str, found: list[Kim]) -> NotFound:
    """Return the error that lists every KIM that a text fits."""
    which = "; ".join(f"{k.name}, {k.village or '–'} ({k.id})" for k in found)
    en, id = f"{text!r} fits several KIMs: {which}", f"{text!r} cocok dengan beberapa KIM: {which}"
    return NotFound("kim_ambiguous", en, id, field="kim")
