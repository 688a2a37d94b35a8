"""Saying: a cell as words on a page, with dates and numbers as each language writes them; extra `report`."""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from attrs import frozen

from kimcore.tables import Cell
from kimcore.terms import Language
from kimcore_plugins.reports.plain import missing, plain
from kimcore_plugins.reports.wording import DASH

__all__ = ["Said", "say_cell", "say_date", "say_month", "say_number"]

LOCALES = {"id": "id_ID", "en": "en_GB"}
SMALL = 0.001
LONG = 600


@frozen
class Said:
    """A cell as words: its `kind` (text, long, lines, number, date, unknown), the text, its lines, an ISO date."""

    kind: str
    text: str
    lines: tuple[str, ...] = ()
    iso: str = ""


BLANK = Said("unknown", DASH)


def say_cell(value: Cell, language: Language) -> Said:
    """Return what a page shows for a cell; an unknown is a dash of its own kind, never an empty text."""
    found = plain(value, language)
    if found is None:
        return BLANK
    if isinstance(found, str):
        return Said("long" if len(found) > LONG else "text", found)
    if isinstance(found, tuple):
        return Said("lines", "; ".join(found), found)
    if isinstance(found, date):
        return Said("date", say_date(found, language), iso=found.isoformat())
    return Said("number", say_number(found, language))


@lru_cache(maxsize=4096)
def say_date(value: date, language: Language) -> str:
    """Return a date such as 31 Jan 2024; raise `MissingExtra` without Babel."""
    try:
        from babel.dates import format_date
    except ImportError as error:
        raise missing("Babel", "report") from error
    return str(format_date(value, "d MMM y", locale=LOCALES[language]))


def say_month(value: date, language: Language) -> str:
    """Return a month such as Jan 2024."""
    return say_date(value, language).partition(" ")[2]


@lru_cache(maxsize=4096, typed=True)
def say_number(value: int | float | Decimal, language: Language) -> str:
    """Return a number such as 1.234,5 (id) or 1,234.5 (en), with the decimals that a small one needs."""
    try:
        from babel.numbers import format_decimal
    except ImportError as error:
        raise missing("Babel", "report") from error
    tiny = value != 0 and abs(float(value)) < SMALL
    return str(format_decimal(value, format="@@#" if tiny else "#,##0.###", locale=LOCALES[language]))
