"""Choices: cells that hold one word of a small vocabulary, a frequency, a platform, or a region code."""

import re

from kimcore.community import Finding, FormerCategory, KimType
from kimcore.errors import InvalidValue
from kimcore.geography import RegionCode
from kimcore.intake.cells import NOTHING, UNKNOWN, CellValue, clean, fold, letters, text_of
from kimcore.intake.lists import labelled
from kimcore.media import Frequency, Platform, Span, find_platform
from kimcore.monitoring import Aspect, Phase
from kimcore.terms import Term

__all__ = [
    "aspect",
    "finding",
    "former_category",
    "frequency",
    "ground",
    "issue_number",
    "kim_type",
    "membership",
    "phase",
    "platform",
    "region",
]

TYPES = {"a": KimType.A, "tipea": KimType.A, "typea": KimType.A}
TYPES |= {"b": KimType.B, "tipeb": KimType.B, "typeb": KimType.B}
CATEGORIES = labelled(
    FormerCategory,
    "KIM:information_group;Kelompok Informasi Masyarakat (KIM):information_group;Media Tradisional:traditional_media;"
    "Komunitas Konten Positif:positive_content;Kelompok Pembuat Konten Positif:positive_content",
)
FINDINGS = {"terbukti": Finding.PROVEN, "tidak terbukti": Finding.CLEARED, "tdk terbukti": Finding.CLEARED}
MEMBERSHIP = {"pengurus": True, "anggota": False}
ASPECTS = {"kesadaran": Aspect.AWARENESS, "pengetahuan": Aspect.AWARENESS, "sikap": Aspect.ATTITUDE}
PHASES = {"sebelum": Phase.BEFORE, "awal": Phase.BEFORE, "sesudah": Phase.AFTER, "setelah": Phase.AFTER}
PHASES |= {"akhir": Phase.AFTER}
GROUND = re.compile(r"(?:(?:dasar|nomor|no\.?)\s*|ke[\s-]*|ii\.b\.6\.)?([1-7])")
SPANS = {
    "hari": Span.DAY, "harian": Span.DAY, "sehari": Span.DAY, "minggu": Span.WEEK, "mingguan": Span.WEEK,
    "seminggu": Span.WEEK, "pekan": Span.WEEK, "sepekan": Span.WEEK, "bulan": Span.MONTH, "bulanan": Span.MONTH,
    "sebulan": Span.MONTH, "tahun": Span.YEAR, "tahunan": Span.YEAR, "setahun": Span.YEAR,
}  # fmt: skip
WORDS = "sekali satu dua tiga empat lima enam tujuh delapan sembilan sepuluh".split()
NUMBERS = {word: max(number, 1) for number, word in enumerate(WORDS)}
OFTEN = rf"(\d{{1,3}}|{'|'.join(WORDS)})"
SPAN = rf"({'|'.join(SPANS)})"
TIMES = re.compile(rf"{OFTEN}(?:\s*(?:x|kali)\s*(?:per|/|dalam|tiap|setiap)?|\s*(?:per|/)|(?<=sekali))\s*{SPAN}")
WITHIN = re.compile(rf"{OFTEN}\s*(se(?:hari|minggu|pekan|bulan|tahun))")
SPAN_FIRST = re.compile(rf"{SPAN}\s*{OFTEN}(?:\s*(?:x|kali)|(?<=sekali))")
EVERY = re.compile(r"(?:setiap|tiap|per)\s+(hari|minggu|pekan|bulan|tahun)")


def kim_type(value: CellValue) -> tuple[KimType | None, str | None]:
    """Read A, B, Tipe A or Tipe B (III.A.b)."""
    found = TYPES.get(letters(text_of(value)))
    return found, None if found or fold(value) in UNKNOWN else "choice_unreadable"


def former_category(value: CellValue) -> tuple[Term | str | None, str | None]:
    """Read a former category; another than Kelompok Informasi Masyarakat is unusual and reported (R20)."""
    if fold(value) in NOTHING:
        return None, None
    words, code = clean(value)
    found = CATEGORIES.get(letters(words), words) or None
    return found, code or (None if found is FormerCategory.INFORMATION_GROUP else "category_unusual")


def finding(value: CellValue) -> tuple[Finding | None, str | None]:
    """Read terbukti or tidak terbukti; blank and belum are no conclusion (R12)."""
    found = FINDINGS.get(fold(value))
    return found, None if found or fold(value) in NOTHING else "choice_unreadable"


def membership(value: CellValue) -> tuple[bool | None, str | None]:
    """Read Pengurus (True) or Anggota (False); what is neither leaves it to the office held (R34)."""
    found = MEMBERSHIP.get(fold(value))
    return found, None if found is not None or fold(value) in UNKNOWN else "choice_unreadable"


def aspect(value: CellValue) -> tuple[Aspect | None, str | None]:
    """Read kesadaran (or pengetahuan) or sikap (V.A.outcome)."""
    found = ASPECTS.get(fold(value))
    return found, None if found or fold(value) in UNKNOWN else "choice_unreadable"


def phase(value: CellValue) -> tuple[Phase | None, str | None]:
    """Read sebelum or sesudah (awal, akhir, setelah) (V.A.outcome)."""
    found = PHASES.get(fold(value))
    return found, None if found or fold(value) in UNKNOWN else "choice_unreadable"


def ground(value: CellValue) -> tuple[int | None, str | None]:
    """Read the number of a ground, 1 to 7 (II.B.6)."""
    found = GROUND.fullmatch(fold(value))
    return (int(found[1]), None) if found else (None, "choice_unreadable")


def frequency(value: CellValue) -> tuple[Frequency | None, str | None]:
    """Read how often: 2 kali per minggu, seminggu sekali, mingguan; other words stay text (III.A.p)."""
    if fold(value) in UNKNOWN:
        return None, None
    words, code = clean(value)
    return (Frequency(*times(fold(words)), words) if words else None), code


def often(word: str) -> int:
    """Return the number that digits or a word give."""
    return NUMBERS.get(word) or int(word)


def times(words: str) -> tuple[int | None, Span | None]:
    """Return the number of times and the span that folded words name, each None where they name none.

    "2 minggu" and "2 mingguan" may be every second week, so that only kali, x, per, / and se- count.
    """
    if found := TIMES.fullmatch(words) or WITHIN.fullmatch(words):
        return often(found[1]), SPANS[found[2]]
    if found := SPAN_FIRST.fullmatch(words):
        return often(found[2]), SPANS[found[1]]
    if found := EVERY.fullmatch(words):
        return 1, SPANS[found[1]]
    return None, SPANS.get(words)


def platform(value: CellValue) -> tuple[Platform | str, str | None]:
    """Read a platform; another medium stays text, and a blank one is reported."""
    if fold(value) in NOTHING:
        return "", "platform_missing"
    words, code = clean(value)
    return find_platform(words) or words, code


def region(value: CellValue) -> tuple[RegionCode | None, str | None]:
    """Read a region code with or without points; ten digits are 2.2.2.4 (II.B.3.b)."""
    words = text_of(value)
    if fold(value) in NOTHING:
        return None, None
    try:
        return (RegionCode.parse(words), None) if words.isascii() else (None, "region_unreadable")
    except InvalidValue:
        return None, "region_unreadable"


def issue_number(value: CellValue) -> tuple[int | str | None, str | None]:
    """Read an issue's number: a number where the cell holds a whole one, else its text."""
    if isinstance(value, int | float) and not isinstance(value, bool) and float(value).is_integer():
        return (int(value), None) if abs(value) < 10**15 else (None, "number_unreadable")
    words, code = clean(value)
    return words if words and fold(value) not in UNKNOWN else None, code
