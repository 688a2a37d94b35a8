"""Words: texts, lists, links, names and community numbers, as officers type them."""

from datetime import date, datetime, time
from random import Random
from typing import Any, Final

from kimcore.affairs import Affair
from kimcore.community import FormerCategory, Function
from kimcore.issues import Source
from kimcore.media import ContentKind, Platform, Span
from kimcore.values import DENIED
from tests.intake.dirt.answers import ERRORS
from tests.intake.dirt.truth import Dirt, Maker, either, plain, right, told, trimmed

__all__ = [
    "AFFAIR", "AFFAIRS", "CATEGORY", "CHANNELS", "COMMUNITY_NUMBER", "CONTENT_KINDS", "FREQUENCY", "FUNCTIONS",
    "LINK", "NAME", "PLATFORM", "SOURCES", "STATED", "TEXT", "TEXTS",
]  # fmt: skip

DENIALS = ("belum", "belum ada", "tidak ada", "tdk ada", "tidak punya", "nihil")
UNKNOWNS = ("", "-", "?", "n/a", " ", "\u00a0")
OUTER = ("", "", " ", "\u00a0", "\t", "\n")
KINDS = (
    "Jl. Contoh No. 01, RT 002/RW 003", "007", "0812-0000-0001", "+62 812 0000 0002", "(0999) 000001 / 0812 0000 0003",
    "satu@example.or.id; dua@example.or.id", "a@example.org,b@example.org", "100 %", "50%", "Rp 1.200.000,-",
    "“Bina Warga”",
    "Jum’at", "Kerja sama\ndua baris", "A\u00a0B", "dua  kata", "KIM\u200bSatu", "１２３", "٣ Mei", "=1+1", "+62",
    "@kim_contoh",
    "-5", "a;b", "<b>tebal</b>", "O’Brien", "Ketua I/II", "3 Mei 2024", "12.500", "ada", "ya", "sudah ada",
    "tidak tahu",
    "belum diisi semua", "tidak ada listrik", "ñandú", "काम", "🙂 senyum", "S.Pd., M.Si.", "SK/01/2024", "01/SK/2024",
    "Kepala Desa.", "e\u0301", "Ａ", "NULL", "None", "nan", "TRUE", "1E5", "00:00", "blm ada", "tdk", "‘kutip’", "l00O",
)  # fmt: skip
CITIZEN = ("0000000000000000", "0000 0000 0000 0000", "000000-000000-0000", "0000.0000.0000.0000")
STARS = "*" * 16


def texts(chance: Random) -> Dirt:
    """Make a text that stays as it was typed, but for blanks around it."""
    words = chance.choice(KINDS)
    if chance.random() < 0.5:
        words = f"{words} ke-{chance.randrange(1000)}"
    return right(f"{chance.choice(OUTER)}{words}{chance.choice(OUTER)}", words)


def typed(chance: Random) -> Dirt:
    """Make a number or day in a column of text: its digits, and the day as 2024-05-03."""
    n = chance.randrange(10**9)
    return chance.choice(
        (
            right(float(n), str(n)),
            right(n, str(n)),
            right(0.5, "0.5"),
            right(True, "TRUE"),
            right(date(2024, 5, 3), "2024-05-03"),
            right(datetime.combine(date(2024, 5, 3), time()), "2024-05-03"),
        )
    )


def masked(chance: Random) -> Dirt:
    """Make a text with a number of 16 digits, as a citizen number has, or with a sign that cannot be kept."""
    number = chance.choice(CITIZEN)
    return chance.choice(
        (
            told(number, STARS),
            told(f"NIK {number} an. Contoh", f"NIK {STARS} an. Contoh"),
            told("dua\x07kata", "dua\ufffdkata"),
            told("\x1bteks", "\ufffdteks"),
        )
    )


def empty(meant: Any, words: tuple[str, ...]) -> Maker:
    """Return a maker of words that leave a cell without a value."""
    return lambda chance: right(trimmed(chance, chance.choice(words)), meant)


def signs(meant: Any) -> Maker:
    """Return a maker of what says nothing, and must not stand as if it were recorded."""
    empties = ("–", "—", "…", "...", "\u200b", "\ufeff", "_", "*", "//", "✓", "- -", "??", "--", "\u200b \u200b")
    return lambda chance: either(chance.choice((*empties, *ERRORS)), meant)


NAME: Final = plain((texts, texts, masked))
TEXT: Final = plain((texts, texts, texts, typed, masked, empty("", (*UNKNOWNS, *DENIALS))))
STATED: Final = plain((texts, texts, texts, typed, masked, empty(None, UNKNOWNS), empty(DENIED, DENIALS), signs(None)))


def link(chance: Random) -> Dirt:
    """Make an address or proof; here 16 digits stay."""
    n = chance.randrange(10**6)
    forms = (
        f"https://example.org/{n}", f"www.example.org/{n}?id=0000000000000000", f"berkas {n}", f"=HYPERLINK({n})",
        f"foto {n}.jpg",
        f"https://example.org/{n} ; https://example.org/{n + 1}", f"HTTPS://EXAMPLE.ORG/{n}", f"example.org/{n}\u200b",
    )  # fmt: skip
    words = chance.choice(forms)
    return chance.choice((right(words, words), right(f" {words}\u00a0", words), told(f"a\x01{n}", f"a\ufffd{n}")))


LINK: Final[Maker] = link


def community_number(chance: Random) -> Dirt:
    """Make a community number; one of 16 digits is reported and not recorded."""
    n = chance.randrange(10**9)
    ours = (right(f"{n:09}/KIM/99.01/2024", f"{n:09}/KIM/99.01/2024"), right(f" 0{n:09} ", f"0{n:09}"))
    return chance.choice((*ours, *ours, told(chance.choice(CITIZEN)), empty(DENIED, DENIALS)(chance), right("-", None)))


COMMUNITY_NUMBER: Final[Maker] = community_number


def several(vocabulary: dict[str, Any], *, others: tuple[str, ...] = (), tells: bool = False) -> Maker:
    """Return a maker of cells that hold several words of a vocabulary, or others that stay text.

    Commas part the words of a vocabulary alone.
    """

    def make(chance: Random) -> Dirt:
        known = chance.sample(sorted(vocabulary), chance.randint(1, 3))
        with_other = bool(others) and chance.random() < 0.3
        picked = [*known, chance.choice(others)] if with_other else known
        meant = tuple(dict.fromkeys(vocabulary.get(word, word) for word in picked))
        bullet = chance.choice(("• ", "- ", "* ", ""))
        forms = ["; ".join(picked), "\n".join(picked), ";".join(picked) + ";", "\r\n".join(bullet + p for p in picked)]
        forms.append("\n".join(f"{i}. {p}" for i, p in enumerate(picked, 1)))
        if others and not with_other:
            forms.append(", ".join(picked))
        return Dirt(chance.choice(forms), meant, tells and with_other)

    return plain((make, make, make, empty((), (*UNKNOWNS, *DENIALS))))


AFFAIR_NAMES = {affair.say("id"): affair for affair in Affair}
OTHER_FIELDS = ("Keamanan siber", "Kebencanaan", "Pertanian & Perkebunan", "pendidikan/kesehatan", "Kesehtan", "UMKM")
AFFAIRS: Final = several(AFFAIR_NAMES, others=OTHER_FIELDS, tells=True)


def affair(chance: Random) -> Dirt:
    """Make the one field of an issue."""
    label = chance.choice(sorted(AFFAIR_NAMES))
    other = chance.choice(OTHER_FIELDS)
    return chance.choice(
        (
            right(trimmed(chance, label), AFFAIR_NAMES[label]),
            right(AFFAIR_NAMES[label].code, AFFAIR_NAMES[label]),
            told(other, other),
            empty(None, (*UNKNOWNS, *DENIALS))(chance),
        )
    )


AFFAIR: Final[Maker] = affair
CONTENT_KINDS: Final = several({k.say("id"): k for k in ContentKind}, others=("podcast", "reels & story", "komik"))
FUNCTIONS: Final = several({f.say("id"): f for f in Function}, others=("hiburan", "penyuluhan / literasi"))
SOURCES: Final = several({s.say("id"): s for s in Source}, others=("rapat koordinasi", "WA camat"))
TEXTS: Final = several({w: w for w in ("Banjir", "Sampah, air", "Harga naik 10%", "Stunting", "Jalan rusak (RT 3)")})
MEDIA = ("Facebook", "Instagram", "Radio", "Mading", "WhatsApp Group", "Pertemuan warga", "Website")
CHANNELS_LISTED = several({w: w for w in MEDIA}, others=("FB/IG", "Radio 107,7 FM", "Papan di balai desa"))


def channels(chance: Random) -> Dirt:
    """Make media by their names; tidak ada denies them."""
    made = CHANNELS_LISTED(chance)
    is_denial = isinstance(made.typed, str) and made.typed.strip(" .\u00a0\t\n").lower() in DENIALS
    return right(made.typed, DENIED) if is_denial else made


CHANNELS: Final[Maker] = channels


def frequency(chance: Random) -> Dirt:
    """Make how often, as count and span; other words say neither, and stay text."""
    n = chance.randint(1, 9)
    unsaid = (
        "2-3 kali seminggu", "sering", "bila perlu", "setiap ada kegiatan", "x", "±2 kali seminggu", "2 minggu",
        "3 hari",
        "2 mingguan", "3 bulanan", "tiap 2 minggu", "2 minggu sekali", "minggu ke 2", "minggu 2", "dua tahun",
    )  # fmt: skip
    known = (
        (f"{n} kali per minggu", (n, Span.WEEK)), (f"{n}x seminggu", (n, Span.WEEK)), ("seminggu sekali", (1,
        Span.WEEK)),
        (f"{n} kali/bulan", (n, Span.MONTH)), ("setiap hari", (1, Span.DAY)), (f"sebulan {n} kali", (n, Span.MONTH)),
        ("dua kali sebulan", (2, Span.MONTH)), ("sekali setahun", (1, Span.YEAR)), (f"{n} per tahun", (n, Span.YEAR)),
    )  # fmt: skip
    words, meant = chance.choice(known)
    return chance.choice(
        (right(words, meant), right(words.upper(), meant), right(chance.choice(unsaid), (None, None)), right("-", None))
    )


FREQUENCY: Final[Maker] = frequency


def category(chance: Random) -> Dirt:
    """Make a former category; one that is unusual is kept and reported."""
    usual = FormerCategory.INFORMATION_GROUP
    label = chance.choice([c for c in FormerCategory if c is not usual])
    other = chance.choice(("Karang Taruna", "Pokdarwis", "PKK"))
    return chance.choice(
        (
            right(trimmed(chance, usual.say("id")), usual),
            told(label.say("id"), label),
            told(other, other),
            empty(None, (*UNKNOWNS, *DENIALS))(chance),
        )
    )


CATEGORY: Final[Maker] = category


def platform(chance: Random) -> Dirt:
    """Make a platform; another medium stays text, and a blank one is reported."""
    known = {"IG": "instagram", "FB": "facebook", "X": "twitter", "Twitter": "twitter", "tik tok": "tiktok"}
    found = chance.choice(list(Platform))
    word = chance.choice(sorted(known))
    other = chance.choice(
        ("Radio Contoh FM", "Pertemuan warga", "Instagram & Facebook", "IG/FB", "Yutube", "TikTok (akun 2)")
    )
    return chance.choice(
        (
            right(f" {found.say('id')} ", found),
            right(found.say("id").upper(), found),
            right(word, Platform.of(known[word])),
            right(other, other),
            told(chance.choice(("", "-", "tidak ada")), ""),
        )
    )


PLATFORM: Final[Maker] = platform
