"""Counts: the Indonesian grammar of numbers in field workbooks (interface, Cells)."""

import math
import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from kimcore.intake.cells import CACHE, NO, UNKNOWN, CellValue, fold, mask

__all__ = ["count", "count_or_none", "score"]

LARGEST: Final = 10**15 - 1
"""The largest count: more digits may be the number of a person, and spreadsheets do not keep them."""

NONE_AT_ALL = frozenset({"tidak ada", "nihil"})
THOUSANDS = {"": 1, "rb": 1_000, "ribu": 1_000, "k": 1_000, "jt": 1_000_000, "juta": 1_000_000}
SUFFIXED = re.compile(r"([0-9][0-9.,]*)\s*([a-z]*)")
PLAIN = re.compile(r"[0-9]+")
GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
DECIMAL = re.compile(r"[0-9]+,[0-9]+")
ENGLISH = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
AMBIGUOUS_SUFFIX = "m"


def amount(digits: str) -> Decimal | None:
    """Return the number that digits, points and commas write, or None where they can be read in two ways."""
    if PLAIN.fullmatch(digits):
        return Decimal(digits)
    is_ours = GROUPED.fullmatch(digits) or (DECIMAL.fullmatch(digits) and not ENGLISH.fullmatch(digits))
    return Decimal(digits.replace(".", "").replace(",", ".")) if is_ours else None


@lru_cache(maxsize=CACHE)
def written(words: str) -> tuple[Decimal | None, str | None]:
    """Read a number in folded words."""
    found = SUFFIXED.fullmatch(words)
    if found is None or len(words) > 40 or mask(words) != words:
        return None, "number_unreadable"
    if found[2] == AMBIGUOUS_SUFFIX:
        return None, "number_ambiguous"
    if found[2] not in THOUSANDS:
        return None, "number_unreadable"
    number = amount(found[1])
    return (None, "number_ambiguous") if number is None else (number * THOUSANDS[found[2]], None)


def number_in(value: CellValue) -> tuple[Decimal | None, str | None]:
    """Read a number of any kind; a date, a time and TRUE are none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str | None):
        return None, "number_unreadable"
    if isinstance(value, int | float):
        return (Decimal(str(value)), None) if math.isfinite(value) else (None, "number_unreadable")
    word = fold(value)
    return (None, None) if word in UNKNOWN or word in NO - {"0"} else written(word)


def count(value: CellValue) -> tuple[int | None, str | None]:
    """Read a count: a whole number from 0; an answer no is unknown, without a problem."""
    number, code = number_in(value)
    if number is None:
        return None, code
    is_count = 0 <= number <= LARGEST and number == number.to_integral_value()
    return (int(number), None) if is_count else (None, "number_unreadable")


def count_or_none(value: CellValue) -> tuple[int | None, str | None]:
    """Read a count in a column where tidak ada and nihil are 0."""
    return (0, None) if fold(value) in NONE_AT_ALL else count(value)


def score(value: CellValue) -> tuple[int | float | None, str | None]:
    """Read a score from 0 to 100, which may have decimals (R17)."""
    number, code = number_in(value)
    if number is None:
        return None, code
    if not 0 <= number <= 100:
        return None, "number_unreadable"
    return (int(number) if number == number.to_integral_value() else float(number)), None
