"""Answers: yes, no and unknown, and the words of small vocabularies, as officers type them."""

from datetime import date, datetime, time
from random import Random
from typing import Final

from kimcore.community import Finding, KimType
from kimcore.values import Answer
from tests.intake.dirt.truth import Dirt, Maker, either, loose, plain, right, told, trimmed

__all__ = ["ANSWER", "ERRORS", "FINDING", "GROUND", "MEMBERSHIP", "NO_WORDS", "SERVANT", "TYPE", "UNKNOWN_WORDS"]

YES_WORDS: Final = ("ya", "y", "ada", "sudah", "benar", "v", "✓", "√", "1")
NO_WORDS: Final = (
    "tidak", "tdk", "t", "belum", "blm", "belum ada", "bukan", "tidak ada", "tdk ada", "tidak punya", "nihil",
)  # fmt: skip
UNKNOWN_WORDS: Final = ("", "-", "?", "n/a", "belum diketahui")
ERRORS: Final = ("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?")
Y, N, U = Answer.YES, Answer.NO, Answer.UNKNOWN

BEYOND = {
    Y: (
        "sdh", "sdh ada", "ada, lengkap", "ya, ada", "Ya (dua kali)", "YA!!", "✔", "☑", "yes", "ＹＡ", "iya", "punya",
        "ada 2", "sudah ada", "Ya / ada", "ya*", "“ya”", "'ya", "y.", "ada (terlampir)",
    ),
    N: (
        "blm ada", "tdk pernah", "no", "N", "TIDAK!!", "tidak (belum pernah)", "blm pernah", "tidak, belum", "ga ada",
        "tak ada", "belum punya", "nihil (0)", "Tidak ada sama sekali", "t i d a k",
    ),
    U: ("–", "—", "…", "...", "tidak tahu", "blm tahu", "menunggu", "sedang diproses", "mungkin", "dalam proses"),
}  # fmt: skip
UNCLEAR = (
    "x", "X", "✗", "Y/T", "ya/tidak", "ada tapi belum lengkap", "T1dak", "2", 2.0, -1.0, 0.5, "O", "l", "½", "ada?",
    "lihat lampiran", "sda", '"', "idem", date(2024, 5, 3), datetime.combine(date(2024, 5, 3), time(8)), float("nan"),
    "tidak ya", "10",
)  # fmt: skip


def words_of(words: tuple[str, ...], meant: object) -> Maker:
    """Return a maker of words that the interface names."""
    return lambda chance: right(trimmed(chance, chance.choice(words)), meant)


def beyond(chance: Random) -> Dirt:
    """Make an answer that means something, but is none of the words named."""
    meant = chance.choice((Y, N, U))
    return either(chance.choice(BEYOND[meant]), meant)


def hidden(chance: Random) -> Dirt:
    """Make a word that is named, with dirt that cannot be seen."""
    word, meant = chance.choice((*((w, Y) for w in YES_WORDS), *((w, N) for w in NO_WORDS)))
    return either(loose(chance, word), meant)


def numbers(chance: Random) -> Dirt:
    """Make a 1 or a 0 as spreadsheets hold it; TRUE and FALSE are beyond the interface."""
    return chance.choice((right(1.0, Y), right(0.0, N), either(True, Y), either(False, N), right("0", N)))


def unclear(chance: Random) -> Dirt:
    """Make what is no answer."""
    return told(chance.choice((*UNCLEAR, *ERRORS)), U)


YES, NO, UNKNOWN = words_of(YES_WORDS, Y), words_of(NO_WORDS, N), words_of(UNKNOWN_WORDS[1:], U)
ANSWER: Final = plain((YES, YES, NO, NO, UNKNOWN, beyond, hidden, numbers, unclear))


def servant(chance: Random) -> Dirt:
    """Make an answer of the column ASN."""
    if chance.random() < 0.6:
        return ANSWER(chance)
    return chance.choice(
        (
            right(trimmed(chance, "PNS"), Y),
            right(trimmed(chance, "pppk"), Y),
            told("TNI", N),
            told("Perangkat Desa", N),
            told("Honorer", N),
            told("pensiunan PNS", U),
            told("suami PNS", U),
            either("Bukan PNS", N),
            either("ASN", Y),
            either("PNS/PPPK", Y),
            either("PNS Kemenag", Y),
        )
    )


SERVANT: Final[Maker] = servant


def kim_type(chance: Random) -> Dirt:
    """Make a type of KIM."""
    kind = chance.choice((KimType.A, KimType.B))
    letter = kind.name
    ours = (right(trimmed(chance, letter), kind), right(trimmed(chance, f"Tipe {letter}"), kind), right("-", None))
    more = (f"TIPE-{letter}", f"KIM tipe {letter}", f"({letter})", f"{letter}\u200b", f"Kelompok {letter}")
    wrong = ("C", "A/B", "А", "1", 1.0, "4", "AB", "ada", "A atau B", "Ａ B", *ERRORS)
    return chance.choice((*ours, either(chance.choice(more), kind), told(chance.choice(wrong))))


TYPE: Final[Maker] = kim_type


def ground(chance: Random) -> Dirt:
    """Make a ground of II.B.6; a row without one is not taken, and reported."""
    number = chance.randint(1, 7)
    word = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh")[number - 1]
    ours = (right(float(number), number), right(str(number), number), right(f"{number}.", number))
    more = (f"Dasar {number}", f"II.B.6.{number}", f"no. {number}", word, f"({number})", f"{number} (SK habis)")
    wrong = (0.0, 8.0, 1.5, -3.0, "3,4", "3-4", "6.1", "13", "nol", "I", "l", "", "SK", True, *ERRORS)
    return chance.choice((*ours, *ours, either(chance.choice(more), number), told(chance.choice(wrong))))


GROUND: Final[Maker] = ground


def finding(chance: Random) -> Dirt:
    """Make a conclusion."""
    return chance.choice(
        (
            right(trimmed(chance, "terbukti"), Finding.PROVEN),
            right(trimmed(chance, "tidak terbukti"), Finding.CLEARED),
            right(chance.choice(UNKNOWN_WORDS), None),
            either("tdk terbukti", Finding.CLEARED),
            either("blm terbukti", None),
            either("Terbukti!", Finding.PROVEN),
            told("terbukti sebagian"),
            told("terbukti/tidak terbukti"),
            told("belum jelas"),
            told(chance.choice(ERRORS)),
        )
    )


FINDING: Final[Maker] = finding


def membership(chance: Random) -> Dirt:
    """Make the mark of an officer (True) or member; what is neither is reported, and the office held decides."""
    return chance.choice(
        (
            right(trimmed(chance, "Pengurus"), True),
            right(trimmed(chance, "Anggota"), False),
            told("", None),
            told(chance.choice(("P", "A", "x", "Pengurus/Anggota", "pengurus inti", "simpatisan", *ERRORS)), None),
        )
    )


MEMBERSHIP: Final[Maker] = membership
