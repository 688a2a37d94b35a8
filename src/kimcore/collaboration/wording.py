"""Wording: the brand that the partnership shows, the present name of the communities, and lists of sentences (IV.F)."""

import re
from collections.abc import Iterable
from typing import Final

from kimcore.clauses import cite
from kimcore.terms import Term, Text

__all__ = ["BRAND_CLAUSE", "Branding", "listed", "present_name"]

BRAND_CLAUSE: Final = cite("IV.F")
CLOSING_CLAUSE: Final = cite("VI.5")


class Branding(Term):
    """What is shown on dissemination, capacity events, competitions and awards (IV.F)."""

    BERMITRA = "bermitra", "BerMiTRA", "BerMiTRA"
    COMMUNITY = "community", "Komunitas Informasi Masyarakat (KIM)", "community information group (KIM)"


FORMER_NAME: Final = re.compile(r"\bkelompok(\s+informasi\s+masyarakat)\b", re.IGNORECASE)


def present_name(text: str) -> str:
    """Return a text with Komunitas for the Kelompok of the former name; the abbreviation KIM stays (IV.F)."""
    return FORMER_NAME.sub(as_written, text)


def as_written(found: re.Match[str]) -> str:
    """Return the present name in the case in which the former one began."""
    first = found[0]
    word = "KOMUNITAS" if first.isupper() else "Komunitas" if first[0].isupper() else "komunitas"
    return word + found[1]


def listed(texts: Iterable[Text]) -> Text:
    """Return sentences as one, parted by semicolons, in both languages."""
    every = tuple(texts)
    return Text("; ".join(t.id for t in every), "; ".join(t.en for t in every))
