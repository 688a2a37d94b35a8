"""Numbers: counts, scores and region codes, as officers type them."""

from datetime import date, time
from random import Random
from typing import Any, Final

from kimcore.geography import RegionCode
from tests.intake.dirt.answers import ERRORS, NO_WORDS, UNKNOWN_WORDS
from tests.intake.dirt.truth import Dirt, Maker, either, loose, plain, right, told, trimmed

__all__ = ["COUNT", "COUNT_OR_NONE", "REGION", "SCORE", "foreign"]

FULL_WIDTH = str.maketrans("0123456789.,/-:", "".join(chr(ord(c) + 0xFEE0) for c in "0123456789.,/-:"))
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")
LOOKS = str.maketrans("01", "Ol")


def foreign(chance: Random, words: str) -> str:
    """Return words with digits of another script."""
    return words.translate(chance.choice((FULL_WIDTH, ARABIC, DEVANAGARI)))


def grouped(number: int) -> str:
    """Return a number with a point before each three digits."""
    return f"{number:,}".replace(",", ".")


def ours(chance: Random) -> Dirt:
    """Make a count in a form that the interface names."""
    n = chance.choice((chance.randint(0, 999), chance.randint(1000, 99999), chance.randint(10**6, 10**9)))
    tenths, thousands = chance.randint(1, 99), chance.randint(1, 900)
    whole, tenth = divmod(tenths, 10)
    return chance.choice(
        (
            right(float(n), n),
            right(n, n),
            right(trimmed(chance, str(n)), n),
            right(trimmed(chance, grouped(n)), n),
            right(f"{grouped(n)},0", n),
            right(trimmed(chance, f"{whole},{tenth} rb"), tenths * 100),
            right(trimmed(chance, f"{whole},{tenth} jt"), tenths * 100_000),
            right(trimmed(chance, f"{thousands}K"), thousands * 1000),
            right(trimmed(chance, f"{thousands}rb"), thousands * 1000),
            right(f"00{n}" if n < 1000 else str(n), n),
        )
    )


def beyond(chance: Random) -> Dirt:
    """Make a count that a reader may understand, though the interface does not name its form."""
    n = chance.randint(100, 99999)
    forms = (
        f"{n} orang", f"{grouped(n)} org", f"{n} (seribu)", f"{n} pengikut", f"{n}x", f"{n:,}".replace(",", " "),
        f"{n:,}".replace(",", "'"), foreign(chance, str(n)), foreign(chance, grouped(n)), loose(chance, str(n)),
        f"“{n}”", f"{n} *", f"sejumlah {n}", f"{n}\u00a0orang", f"= {n}", f"'{n}", f"+{n}",
    )  # fmt: skip
    words = (("seribu", 1000), ("dua ribu", 2000), ("nol", 0), ("2 juta", 2 * 10**6), ("3 ribu", 3000), ("1e3", 1000))
    word, meant = chance.choice(words)
    return chance.choice((*(either(form, n) for form in forms), either(word, meant)))


def wrong(chance: Random) -> Dirt:
    """Make what is no count, or can be read in two ways."""
    n, few = chance.randint(1000, 99999), chance.randint(2, 99)
    looks = str(n).replace("2", "0").translate(LOOKS) + "O"
    forms: tuple[Any, ...] = (
        f"{few}.5", f"{few},234", f"1,{n}", f"{few} m", f"{few}m", f"{few}M", f"-{n}", float(-n), "1.2.3", "10rb-an",
        f"± {grouped(n)}", f"±{n}", f"{n}-an", f"{n}+", f">{n}", f"< {n}", f"{n}/{n + 1}", f"{few}-{few + 3}",
        f"{few} s/d {few + 5}", looks, "lOO", f"Rp {grouped(n)}", f"Rp{n},-", f"{few}%", f"{few}.5 rb", f"1.{few} jt",
        "x", "✓", "ada", "banyak", "sekitar 100", "ratusan", float("nan"), float("inf"), float(few) + 0.5,
        f"{few},5", f"1.23.{n}", f"{few}..5", f"{few},,5", date(2024, 5, 3), time(8, 30), True, "3171234567890123",
        "3 171 234 567 890 123", 10.0**16, "½", "²", "Ⅻ", "12:30", f"{few} rb m", "1/2", "12.34", f"{few}.{n}", *ERRORS,
    )  # fmt: skip
    return told(chance.choice(forms))


def denied(chance: Random) -> Dirt:
    """Make an answer no or unknown: no number, without a problem."""
    return right(trimmed(chance, chance.choice((*NO_WORDS, *UNKNOWN_WORDS[1:]))), None)


COUNT: Final = plain((ours, ours, ours, beyond, wrong, wrong, denied))


def count_or_none(chance: Random) -> Dirt:
    """Make a count where tidak ada and nihil are 0, and any other answer no is unknown."""
    if chance.random() < 0.8:
        made = COUNT(chance)
        is_none = isinstance(made.typed, str) and made.typed.strip(" .\u00a0\t\n").lower() in {"tidak ada", "nihil"}
        return right(made.typed, 0) if is_none else made
    return right(trimmed(chance, chance.choice(("tidak ada", "nihil"))), 0)


COUNT_OR_NONE: Final[Maker] = count_or_none


def score(chance: Random) -> Dirt:
    """Make a score from 0 to 100."""
    n, tenth = chance.randint(0, 99), chance.randint(1, 9)
    looks = ("101", 101.0, -1.0, "80/100", "8O", "80%", f"{n}.{tenth}", "sangat tinggi", "A", 1000.0, "1.000", *ERRORS)
    return chance.choice(
        (
            right(float(n), n),
            right(trimmed(chance, str(n)), n),
            right(f"{n},{tenth}", (n * 10 + tenth) / 10),
            right((n * 10 + tenth) / 10, (n * 10 + tenth) / 10),
            right(100.0, 100),
            right(trimmed(chance, "belum"), None),
            told(chance.choice(looks)),
            either(foreign(chance, str(n)), n),
        )
    )


SCORE: Final[Maker] = score


def region(chance: Random) -> Dirt:
    """Make a region code of the made-up province."""
    parts = ("99", "01", f"{chance.randint(1, 20):02}", f"{chance.choice((1, 2))}{chance.randint(1, 99):03}")
    dotted, digits = ".".join(parts), "".join(parts)
    code = RegionCode(dotted)
    more = (
        "-".join(parts),
        " ".join(parts),
        loose(chance, dotted),
        foreign(chance, dotted),
        f"({dotted})",
        f"'{digits}",
    )
    wrong = (
        digits[:-1], digits + "7", dotted.replace("0", "O"), "99.01.07.20O7", dotted + " dan 99.01.01.2001", "ada",
        "99.01.07.2007/2008", 12.5, "xx.01.07.2007", digits.replace("1", "l"), date(2024, 5, 3), -9901072007.0, *ERRORS,
    )  # fmt: skip
    return chance.choice(
        (
            right(dotted, code),
            right(f" {dotted}\u00a0", code),
            right(digits, code),
            right(float(digits), code),
            right(trimmed(chance, "tidak ada"), None),
            either(chance.choice(more), code),
            told(chance.choice(wrong)),
        )
    )


REGION: Final[Maker] = region
