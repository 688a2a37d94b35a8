"""Cells: texts, answers and stated values as officers type them (interface, Cells; R25, R32).

Every reader takes the value of one cell and returns the value read and the code of a problem, or None. What cannot
be read is unknown and reported; nothing is guessed.
"""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Final

from kimcore.values import DENIED, Answer, Stated

__all__ = [
    "CACHE",
    "DENIALS",
    "MASK",
    "NO",
    "NOTHING",
    "UNKNOWN",
    "YES",
    "CellValue",
    "answer",
    "civil_servant",
    "community_number",
    "display",
    "fold",
    "is_blank",
    "letters",
    "link",
    "mask",
    "name",
    "squeeze",
    "stated",
    "text",
    "text_of",
]

CellValue = str | int | float | bool | datetime | date | time | timedelta | None
"""What a spreadsheet cell may hold; calamine gives every number as a float."""

CACHE: Final = 1 << 14
"""How many different cells a reader remembers: registers repeat their words."""

YES: Final = frozenset("ya;y;ada;sudah;benar;v;✓;√;1".split(";"))
NO: Final = frozenset("tidak;tdk;t;belum;blm;belum ada;bukan;tidak ada;tdk ada;tidak punya;nihil;0".split(";"))
UNKNOWN: Final = frozenset(";-;–;—;?;n/a;belum diketahui".split(";"))
DENIALS: Final = frozenset("belum;belum ada;tidak ada;tdk ada;tidak punya;nihil".split(";"))
NOTHING: Final = UNKNOWN | DENIALS
"""What leaves a text empty."""

SERVANTS: Final = frozenset({"pns", "pppk"})
NOT_SERVANTS: Final = frozenset(
    "tni;polri;tni/polri;tentara;polisi;prajurit;prajurit tni;anggota tni;anggota polri;perangkat desa;aparat desa;"
    "aparatur desa;pamong desa;perangkat kelurahan;kepala desa;kades;kepala dusun;kadus;honorer;tenaga honorer;kontrak;"
    "tenaga kontrak;pegawai kontrak;thl".split(";")
)
"""Who is no civil servant by R32: soldiers, police, village officials, contract staff."""

MASK: Final = "*" * 16
"""What stands where a 16-digit number was."""

SIXTEEN = re.compile(r"\d(?<!\d\d)(?:[\s.\-\u2010-\u2015]{0,3}\d){15}(?!\d|[eE][+-]\d)")
DAY = r"(?:[0-3]?\d[.\-/][01]?\d[.\-/](?:19|20)\d\d|(?:19|20)\d\d[.\-/][01]?\d[.\-/][0-3]?\d)"
TWO_DATES = re.compile(rf"{DAY}\W{{1,3}}{DAY}")
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
REPLACEMENT = "\ufffd"
ERRORS: Final = frozenset("#ref!;#n/a;#value!;#div/0!;#name?;#null!;#num!;#spill!;#calc!;#getting_data".split(";"))
"""What a spreadsheet shows where a formula failed."""

NO_LETTERS = re.compile(r"[\W_]+")


def is_blank(value: CellValue) -> bool:
    """Tell whether a cell holds nothing but blanks."""
    return value is None or (isinstance(value, str) and not value.strip())


def text_of(value: CellValue) -> str:
    """Return a cell as trimmed text: a whole number by its digits, a day as 2024-01-31, TRUE and FALSE as shown."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return str(value)


def fold(value: CellValue) -> str:
    """Return a cell as words are compared: without case, with single blanks, without a closing full stop."""
    words = squeeze(text_of(value))
    return words[:-1].rstrip() if len(words) > 1 and words.endswith(".") else words


def squeeze(words: str) -> str:
    """Return a text without case and with single blanks: so names are compared."""
    return " ".join(words.split()).casefold()


@lru_cache(maxsize=CACHE)
def letters(words: str) -> str:
    """Return the letters and digits of a text without case: so headings, labels and sheet names are compared."""
    return NO_LETTERS.sub("", words.casefold())


def mask(words: str) -> str:
    """Return a text with every 16-digit number replaced by asterisks (R9), also one with blanks, points, hyphens.

    Two dates beside each other are no such number.
    """
    return SIXTEEN.sub(lambda found: found[0] if TWO_DATES.fullmatch(found[0]) else MASK, words)


def display(value: CellValue) -> str:
    """Return a cell for a message: at most 80 characters, numbers of persons masked, no control characters."""
    shown = NOT_IN_XML.sub(REPLACEMENT, mask(text_of(value)))
    return shown if len(shown) <= 80 else shown[:79] + "…"


def legible(value: CellValue) -> tuple[str, str | None]:
    """Return a cell's text without characters that XML cannot hold; the error of a formula is no text."""
    typed = value if isinstance(value, str) else text_of(value)
    if "#" in typed and typed.strip().casefold() in ERRORS:
        return "", "cell_error"
    if typed.isprintable():
        return typed.strip(), None
    kept = NOT_IN_XML.sub(REPLACEMENT, typed)
    return kept.strip(), None if kept == typed else "character_replaced"


def clean(value: CellValue) -> tuple[str, str | None]:
    """Return a cell's text as it may be stored: no number of a person, no character that XML cannot hold."""
    words, code = legible(value)
    safe = mask(words) if len(words) >= len(MASK) else words
    return safe, code if safe == words else "number_masked"


def name(value: CellValue) -> tuple[str, str | None]:
    """Read a name or title: only a blank cell is unknown."""
    return clean(value)


def text(value: CellValue) -> tuple[str, str | None]:
    """Read a text; a blank, a dash, `?`, `n/a` and a denial are an empty text."""
    return ("", None) if fold(value) in NOTHING else clean(value)


def link(value: CellValue) -> tuple[str, str | None]:
    """Read an address, a proof or an account: the one kind of text in which 16 digits stay."""
    return ("", None) if fold(value) in NOTHING else legible(value)


def stated(value: CellValue) -> tuple[Stated, str | None]:
    """Read a text that may be denied: `DENIED` for tidak ada and its like, None for what is not recorded (R25).

    Signs alone name nothing: a tick or three points are no number of a decree, and are reported.
    """
    word = fold(value)
    if word in UNKNOWN:
        return None, None
    if word in DENIALS:
        return DENIED, None
    words, code = clean(value)
    if words and (code or words[0].isalnum() or letters(words)):
        return words, code
    return None, code or "text_unreadable"


def community_number(value: CellValue) -> tuple[Stated, str | None]:
    """Read a community number; one with 16 digits may be a citizen number and stays unrecorded (R9)."""
    found, code = stated(value)
    return (None, "community_number_suspect") if code == "number_masked" else (found, code)


def answer(value: CellValue) -> tuple[Answer, str | None]:
    """Read yes, no or unknown; `x` and everything else is a problem, and unknown."""
    word = fold(value)
    if word in YES:
        return Answer.YES, None
    if word in NO:
        return Answer.NO, None
    return Answer.UNKNOWN, None if word in UNKNOWN else "answer_unreadable"


def civil_servant(value: CellValue) -> tuple[Answer, str | None]:
    """Read an answer of the column ASN, where PNS and PPPK are yes and other uniforms a reported no (R32)."""
    word = fold(value)
    if word in SERVANTS:
        return Answer.YES, None
    return (Answer.NO, "answer_unreadable") if word in NOT_SERVANTS else answer(value)
