"""Lists: cells with several values, parted by line breaks, bullets, semicolons, and commas between known names."""

import re
from collections.abc import Callable

from kimcore.affairs import Affair, find_affair
from kimcore.community import Function
from kimcore.intake.cells import DENIALS, NOTHING, CellValue, clean, fold, letters
from kimcore.issues import Source
from kimcore.media import Channel, ContentKind
from kimcore.terms import Term
from kimcore.values import DENIED, Denied

__all__ = ["affair", "affairs", "channels", "content_kinds", "functions", "pieces", "sources", "texts"]

BREAKS = re.compile(r"[\n\r;•●▪◦‣]+")
LINE_MARK = re.compile(r"\s*(?:[-–*·]\s+|\d{1,2}[.)]\s+)")
MOST_COMMAS = 8
"""How many parts between commas one name may have."""

AND = re.compile(r"(?:dan|serta|&)\s+", re.IGNORECASE)


def anything(_: str) -> bool:
    """Know no name: commas then part nothing."""
    return False


def pieces(words: str, known: Callable[[str], bool] = anything) -> tuple[str, ...]:
    """Return the values of a text in order, each once; `known` tells which names commas may part."""
    lines = (LINE_MARK.sub("", line, count=1).strip() for line in BREAKS.split(words))
    return tuple(dict.fromkeys(piece for line in lines if line for piece in between_commas(line, known)))


def between_commas(line: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    """Return the known names that commas part, or the whole line where it is known or a piece is not."""
    if "," not in line or known(line):
        return (line,)
    return segments([part.strip() for part in line.split(",")], known) or (line,)


def segments(parts: list[str], known: Callable[[str], bool]) -> tuple[str, ...]:
    """Join parts into known names, the longest first; nothing where one part belongs to no name."""
    found: list[str] = []
    start = 0
    while start < len(parts):
        joined = ((end, ", ".join(parts[start:end])) for end in range(min(len(parts), start + MOST_COMMAS), start, -1))
        spelt = ((end, name) for end, whole in joined for name in (whole, AND.sub("", whole, count=1)))
        start, name = next(((end, name) for end, name in spelt if known(name)), (len(parts), ""))
        if not name:
            return ()
        found.append(name)
    return tuple(found)


def labelled(kind: type[Term], others: str) -> dict[str, Term]:
    """Return the members of a vocabulary by the letters of their labels, and of other spellings `typed:code`."""
    members = {member.code: member for member in kind}
    named = {letters(label): m for m in members.values() for label in (m.say("en"), m.say("id"))}
    spelt = (pair.split(":") for pair in others.split(";"))
    return named | {letters(typed): members[code] for typed, code in spelt}


CONTENT = labelled(ContentKind, "teks:text;artikel:text;berita:text;tulisan/artikel:text;video pendek:video")
FUNCTIONS = labelled(
    Function, "mitra diskusi:discussion_partner;literasi:literacy;peningkatan literasi digital:literacy"
)
SOURCES = labelled(Source, "media massa:mass_media;media sosial:social_media;jajak pendapat:poll;aduan:complaint")


def listed(value: CellValue, known: Callable[[str], bool] = anything) -> tuple[tuple[str, ...], str | None]:
    """Return the values of a cell; a cell that is unknown or denied has none."""
    if fold(value) in NOTHING:
        return (), None
    words, code = clean(value)
    return pieces(words, known), code


def texts(value: CellValue) -> tuple[tuple[str, ...], str | None]:
    """Read several texts; commas part none."""
    return listed(value)


def affairs(value: CellValue) -> tuple[tuple[Affair | str, ...], str | None]:
    """Read fields of activity; one that is none of the 32 affairs stays text and is reported (III.A.m)."""
    names, code = listed(value, lambda words: find_affair(words) is not None)
    fields = tuple(dict.fromkeys(find_affair(name) or name for name in names))
    return fields, code or ("affair_unknown" if any(isinstance(f, str) for f in fields) else None)


def affair(value: CellValue) -> tuple[Affair | str | None, str | None]:
    """Read the one field of an issue; what is none of the 32 affairs stays text and is reported (III.B.matrix)."""
    if fold(value) in NOTHING:
        return None, None
    words, code = clean(value)
    names = pieces(words)
    found = find_affair(words) or (find_affair(names[0]) if len(names) == 1 else None)
    return (found, code) if found else (words or None, code or "affair_unknown")


def channels(value: CellValue) -> tuple[tuple[Channel, ...] | Denied, str | None]:
    """Read media; `DENIED` where the office typed that there are none (III.A.l, R8)."""
    if fold(value) in DENIALS:
        return DENIED, None
    names, code = listed(value, lambda words: Channel.named(words).kind is not None)
    return tuple(map(Channel.named, names)), code


def members(value: CellValue, vocabulary: dict[str, Term]) -> tuple[tuple[Term | str, ...], str | None]:
    """Read several words of a vocabulary; another word stays text."""
    names, code = listed(value, lambda words: letters(words) in vocabulary)
    return tuple(dict.fromkeys(vocabulary.get(letters(name), name) for name in names)), code


def content_kinds(value: CellValue) -> tuple[tuple[Term | str, ...], str | None]:
    """Read forms of content (III.A.q)."""
    return members(value, CONTENT)


def functions(value: CellValue) -> tuple[tuple[Term | str, ...], str | None]:
    """Read functions of a KIM (II.B.2)."""
    return members(value, FUNCTIONS)


def sources(value: CellValue) -> tuple[tuple[Term | str, ...], str | None]:
    """Read where an issue was seen (III.B.sources)."""
    return members(value, SOURCES)
