"""Dates: the Indonesian grammar of dates and periods in field workbooks (interface, Cells; R3)."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import Final

from kimcore.intake.cells import CACHE, NO, UNKNOWN, CellValue, fold
from kimcore.values import OPEN_ENDED, Period

__all__ = ["OPEN_ENDS", "day", "last_day", "period"]

OPEN_ENDS: Final = frozenset("tidak terbatas;tanpa batas waktu;seterusnya;selamanya;sampai ada perubahan".split(";"))
"""What says that a decree does not end (R3)."""

NO_END = OPEN_ENDS | {"", "sekarang", "ada perubahan"}
LONGEST: Final = 80
"""No date or period is longer."""

EARLIEST: Final = date(1900, 1, 1)
EARLIEST_IN_EXCEL: Final = date(1900, 3, 1)
"""Before this day Excel counts a 29 February 1900 that never was."""

MONTHS = (
    "januari jan;februari pebruari feb peb;maret mar;april apr;mei;juni jun;juli jul;agustus agst agt agu ags;"
    "september sept sep;oktober okt;november nopember nov nop;desember des"
)
MONTH = {word: number for number, words in enumerate(MONTHS.split(";"), 1) for word in words.split()}
WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat jum'at jum’at", "sabtu", "minggu ahad")
WEEKDAY = {word: number for number, words in enumerate(WEEKDAYS) for word in words.split()}

IN_FRONT = re.compile(rf"({'|'.join(WEEKDAY)})\b\s*[,/]?\s*")
CLOCK = re.compile(
    r"(?:t|,?\s+(?:(?:pukul|jam|pkl)\.?\s*)?)(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d(?:\.\d+)?)?"
    r"(?:\s*(?:wib|wita|wit|am|pm|z))?"
)
IN_FIGURES = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d\d)", re.ASCII)
IN_WORDS = re.compile(r"(\d{1,2})(?:\s*[-/]\s*|\s+)([a-z]+)\.?(?:\s*[-/]\s*|,?\s+)(\d{4}|\d\d)", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})", re.ASCII)
JOINT = re.compile(r"\s*(?:s\s*/\s*d|s\.d\.?|\bsampai dengan\b|\bsampai\b|[-–—])\s*")


def figures(words: str) -> tuple[int, int, int] | None:
    """Return year, month and day of a date in one of the written forms, or None."""
    if found := IN_FIGURES.fullmatch(words):
        return year(found[4]), int(found[3]), int(found[1])
    if found := YEAR_FIRST.fullmatch(words):
        return int(found[1]), int(found[3]), int(found[4])
    found = IN_WORDS.fullmatch(words)
    if found and found[2] in MONTH:
        return year(found[3]), MONTH[found[2]], int(found[1])
    return None


def year(digits: str) -> int:
    """Return a year; two digits are 2000 to 2099."""
    return int(digits) + (2000 if len(digits) == 2 else 0)


def calendar_day(words: str) -> date | None:
    """Return the day that folded words without a weekday name, or None; 31/02/2024 is none."""
    parts = figures(words)
    if parts is None and (clock := CLOCK.search(words)) and clock.end() == len(words):
        parts = figures(words[: clock.start()])
    try:
        found = date(*parts) if parts else None
    except ValueError:
        return None
    return found if found and found >= EARLIEST else None


@lru_cache(maxsize=CACHE)
def written_day(words: str) -> tuple[date | None, str | None]:
    """Read a date in folded words; the day stands where the weekday in front does not fit, and is reported."""
    front = IN_FRONT.match(words)
    found = calendar_day(words[front.end() :] if front else words) if len(words) <= LONGEST else None
    if found is None:
        return None, "date_unreadable"
    return found, "date_weekday" if front and WEEKDAY[front[1]] != found.weekday() else None


def day(value: CellValue) -> tuple[date | None, str | None]:
    """Read a date, day first; an answer no is no date, and a bare number is no date that can be read."""
    if isinstance(value, datetime | date):
        found = value.date() if isinstance(value, datetime) else value
        return (found, None) if found >= EARLIEST_IN_EXCEL else (None, "date_unreadable")
    if value is not None and not isinstance(value, str):
        return None, "date_unreadable"
    word = fold(value)
    return (None, None) if word in UNKNOWN or word in NO - {"0"} else written_day(word)


def last_day(value: CellValue) -> tuple[date | None, str | None]:
    """Read the last day of a decree: a date, or `OPEN_ENDED` where it is said not to end (R3)."""
    return (OPEN_ENDED, None) if isinstance(value, str) and fold(value) in OPEN_ENDS else day(value)


def end_of_term(value: CellValue) -> tuple[date | None, str | None]:
    """Read the end of a term of partnership: blank, an answer no, sekarang and seterusnya leave it open."""
    if isinstance(value, str) and fold(value) in NO_END:
        return OPEN_ENDED, None
    found, code = day(value)
    return (OPEN_ENDED, None) if found is None and code is None else (found, code)


def halves(words: str) -> Iterator[tuple[str, str]]:
    """Give the ways to part folded words into a first and a second date."""
    yield words, ""
    for joint in JOINT.finditer(words):
        yield words[: joint.start()], words[joint.end() :]


def joined(first: str, second: str) -> tuple[date, date, str | None] | None:
    """Return both days and a weekday's problem where both words are readable, else None."""
    start, code = written_day(first)
    end, other = (OPEN_ENDED, None) if second in NO_END else written_day(second)
    return None if start is None or end is None else (start, end, code or other)


def period(value: CellValue) -> tuple[Period | None, str | None]:
    """Read a term as two dates; both days belong to it, and without a second date it is open (III.A.r)."""
    if not isinstance(value, str):
        found, code = day(value)
        return (Period(found) if found else None), code
    words = fold(value)
    if words in UNKNOWN or words in NO:
        return None, None
    readings = {reading for halved in halves(words[:LONGEST]) if (reading := joined(*halved))}
    if len(readings) != 1 or len(words) > LONGEST:
        return None, "date_unreadable"
    start, end, code = readings.pop()
    return (Period(start, end), code) if end >= start else (None, "contradiction")
