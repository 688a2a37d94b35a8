"""Plain values: a cell as one of few plain types, with text that a sheet and a page can both hold."""

import math
import re
from datetime import date, datetime
from decimal import Decimal

from kimcore.errors import MissingExtra
from kimcore.tables import Cell
from kimcore.terms import Language, Term, Text, say
from kimcore_plugins.reports.wording import MISSING, NO, SHORTENED, YES

__all__ = ["Plain", "clean", "missing", "plain", "shorten", "units"]

Plain = str | int | float | Decimal | date | tuple[str, ...] | None
"""What is left of a cell: cleaned text, a finite number, a date without time, lines of text, or None (unknown)."""

# What XML 1.0 does not allow: most control characters, lone surrogates, two non-characters. All else comes back.
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
LABELS = (Text, Term)


def clean(text: str) -> str:
    """Return the text with each character that XML forbids replaced, and with line ends as newlines."""
    if text.isprintable():
        return text
    return FORBIDDEN.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))


def units(text: str) -> int:
    """Return the length of the text in UTF-16 units, as a spreadsheet counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shorten(text: str, limit: int, language: Language) -> str:
    """Return the text, or where it is longer than `limit` UTF-16 units its beginning with a mark that says so."""
    if len(text) <= limit // 2 or units(text) <= limit:
        return text
    mark = SHORTENED.format(count=len(text)).say(language)
    kept = text.encode("utf-16-le")[: 2 * (limit - units(mark))]
    return kept.decode("utf-16-le", "ignore") + mark


def plain(value: Cell, language: Language) -> Plain:
    """Return the cell as a plain value; a number that is not finite is unknown."""
    kind = type(value)
    if kind is str:
        return clean(value)  # type: ignore[arg-type]
    if value is None or kind is int or kind is date:
        return value  # type: ignore[return-value]
    if isinstance(value, LABELS):
        return clean(value.say(language))
    return composed(value, language)


def composed(value: Cell, language: Language) -> Plain:
    """Return the rarer kinds of cell as plain values: lines, yes and no, fractions, subclasses of the usual types."""
    if isinstance(value, tuple):
        return tuple([clean(say(line, language)) for line in value])
    if isinstance(value, bool):
        return (YES if value else NO).say(language)
    if isinstance(value, float | Decimal):
        return value if math.isfinite(value) else None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, int | date):
        return value
    return clean(str(value))


def missing(library: str, extra: str) -> MissingExtra:
    """Return the error that names the extra to install."""
    text = MISSING.format(library=library, extra=extra)
    return MissingExtra("missing_extra", text.en, text.id, extra=extra)
