"""Kinds: what the cells of a column hold, how they are read, and what a form offers and says for them."""

from collections.abc import Callable
from enum import Enum
from typing import Any, Final

from kimcore.affairs import Affair
from kimcore.collaboration import AwardForm, CategoryKind, Skill
from kimcore.community import Finding, FormerCategory, Function
from kimcore.intake import cells, choices, counts, dates, lists
from kimcore.intake.cells import CellValue
from kimcore.intake.works import choices as workchoices
from kimcore.issues import Source
from kimcore.media import ContentKind, MediaKind, Platform
from kimcore.monitoring import Aspect, Phase
from kimcore.terms import Term, Text

__all__ = ["CHOICES", "NOTES", "READERS", "SUGGESTIONS", "Kind", "Reader"]

Reader = Callable[[CellValue], tuple[Any, str | None]]
"""Reads a cell into its value and the code of a problem, or None."""


class Kind(Enum):
    """What the cells of a column hold; the value names it in docs."""

    NAME = "name"
    STATED = "text that may be denied"
    TEXT = "text"
    LINK = "address or proof"
    COMMUNITY_NUMBER = "community number"
    ORDINAL = "row number"
    ISSUE_NUMBER = "number of an issue"
    ANSWER = "yes or no"
    CIVIL_SERVANT = "yes or no, PNS, PPPK"
    DATE = "date"
    LAST_DAY = "date or open end"
    END_OF_TERM = "date or open term"
    PERIOD = "two dates"
    COUNT = "count"
    COUNT_OR_NONE = "count, or none"
    SCORE = "score from 0 to 100"
    TEXTS = "several texts"
    AFFAIRS = "several affairs"
    AFFAIR = "affair"
    CHANNELS = "several media"
    CONTENT_KINDS = "several forms of content"
    FUNCTIONS = "several functions"
    SOURCES = "several sources"
    TYPE = "type of KIM"
    CATEGORY = "former category"
    FINDING = "conclusion"
    MEMBERSHIP = "officer or member"
    GROUND = "ground"
    FREQUENCY = "frequency"
    PLATFORM = "platform"
    ASPECT = "what a survey asks about"
    PHASE = "before or after"
    REGION = "region code"
    EVENT_FORM = "form of a capacity event"
    VENUE = "kind of venue"
    PUBLISHER = "office or KIM"
    ORIGIN = "origin of a material"
    INITIATIVE = "proactive or responsive"
    ACTION = "action of dissemination"
    COORDINATION = "what passes between office and KIM"
    STAGE_OUTCOME = "done or skipped"
    APPOINTMENT = "appointed or not"
    COMPETITION = "own or outside competition"
    LEVEL = "level of a competition"
    RECURRENCE = "when it is held again"
    WORK_KIND = "kind of work"
    TIE_RULE = "what is done with a tie"
    MEDIUM = "one of the seven media"
    MEDIA = "several of the seven media"
    SKILLS = "several skills"
    CONTENT_KIND = "form of content"
    CATEGORY_KIND = "category of a competition"
    PROTEST = "what became of a protest"
    AWARD_FORM = "form of an award"
    POINTS = "points of a juror"
    CLOCK = "time of day"
    STAGE = "stage of a work"


READERS: Final[dict[Kind, Reader]] = {
    Kind.NAME: cells.name,
    Kind.STATED: cells.stated,
    Kind.TEXT: cells.text,
    Kind.LINK: cells.link,
    Kind.COMMUNITY_NUMBER: cells.community_number,
    Kind.ORDINAL: cells.link,
    Kind.ISSUE_NUMBER: choices.issue_number,
    Kind.ANSWER: cells.answer,
    Kind.CIVIL_SERVANT: cells.civil_servant,
    Kind.DATE: dates.day,
    Kind.LAST_DAY: dates.last_day,
    Kind.END_OF_TERM: dates.end_of_term,
    Kind.PERIOD: dates.period,
    Kind.COUNT: counts.count,
    Kind.COUNT_OR_NONE: counts.count_or_none,
    Kind.SCORE: counts.score,
    Kind.TEXTS: lists.texts,
    Kind.AFFAIRS: lists.affairs,
    Kind.AFFAIR: lists.affair,
    Kind.CHANNELS: lists.channels,
    Kind.CONTENT_KINDS: lists.content_kinds,
    Kind.FUNCTIONS: lists.functions,
    Kind.SOURCES: lists.sources,
    Kind.TYPE: choices.kim_type,
    Kind.CATEGORY: choices.former_category,
    Kind.FINDING: choices.finding,
    Kind.MEMBERSHIP: choices.membership,
    Kind.GROUND: choices.ground,
    Kind.FREQUENCY: choices.frequency,
    Kind.PLATFORM: choices.platform,
    Kind.ASPECT: choices.aspect,
    Kind.PHASE: choices.phase,
    Kind.REGION: choices.region,
    Kind.STAGE: cells.name,
    **{Kind[name]: reader for name, reader in workchoices.READERS.items()},
}


def labels(terms: type[Term]) -> tuple[str, ...]:
    """Return the Indonesian labels of a vocabulary."""
    return tuple(term.say("id") for term in terms)


CHOICES: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.ANSWER: ("ya", "tidak"),
    Kind.CIVIL_SERVANT: ("ya", "tidak", "PNS", "PPPK"),
    Kind.AFFAIR: labels(Affair),
    Kind.TYPE: ("A", "B"),
    Kind.CATEGORY: labels(FormerCategory),
    Kind.FINDING: labels(Finding),
    Kind.MEMBERSHIP: ("Pengurus", "Anggota"),
    Kind.GROUND: tuple("1234567"),
    Kind.PLATFORM: labels(Platform),
    Kind.ASPECT: labels(Aspect),
    Kind.PHASE: labels(Phase),
    Kind.MEDIUM: labels(MediaKind),
    Kind.CONTENT_KIND: labels(ContentKind),
    Kind.CATEGORY_KIND: labels(CategoryKind),
    Kind.AWARD_FORM: labels(AwardForm),
    **{Kind[name]: labels(terms) for name, (terms, _) in workchoices.TERMS.items()},
}
"""What a drop-down offers; CATEGORY and PLATFORM also take other words."""

SUGGESTIONS: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.AFFAIRS: labels(Affair),
    Kind.FUNCTIONS: labels(Function),
    Kind.SOURCES: labels(Source),
    Kind.MEDIA: labels(MediaKind),
    Kind.SKILLS: labels(Skill),
    Kind.STAGE: workchoices.STAGE_LABELS,
}
"""Words of a column that takes several."""

SEVERAL = Text("Beberapa isi dipisahkan dengan titik koma atau baris baru.", "Part several by semicolons or new lines.")
DENIABLE = Text('Bila memang tidak ada, tulis "tidak ada".', 'If there is none, write "tidak ada".')
A_DATE = Text("Misalnya 31 Januari 2024 atau 31/01/2024.", "For example 31 Januari 2024 or 31/01/2024.")
A_COUNT = Text("Angka saja, misalnya 1250.", "A number alone, for example 1250.")
NOTES: Final[dict[Kind, Text]] = {
    Kind.STATED: DENIABLE,
    Kind.COMMUNITY_NUMBER: Text(
        "Nomor dari Dinas Kominfo, bukan NIK penduduk; bila belum punya, tulis belum ada.",
        "The number that the office gave, never a citizen number; if there is none, write belum ada.",
    ),
    Kind.ANSWER: Text("Isi ya atau tidak; kosongkan bila belum diketahui.", "ya or tidak; empty if not known."),
    Kind.CIVIL_SERVANT: Text("Isi ya, tidak, PNS atau PPPK.", "ya, tidak, PNS or PPPK."),
    Kind.DATE: A_DATE,
    Kind.LAST_DAY: Text("Tanggal, atau seterusnya bila tanpa batas waktu.", "A date, or seterusnya if it has no end."),
    Kind.END_OF_TERM: Text("Tanggal; kosongkan bila tanpa akhir.", "A date; empty if it has no end."),
    Kind.PERIOD: Text("Misalnya 1 Januari 2025 - 31 Desember 2027.", "For example 1 Januari 2025 - 31 Desember 2027."),
    Kind.COUNT: A_COUNT,
    Kind.COUNT_OR_NONE: A_COUNT,
    Kind.SCORE: Text("0 sampai 100, diberikan oleh Dinas.", "0 to 100, given by the office."),
    Kind.REGION: Text("Misalnya 99.01.07.2007.", "For example 99.01.07.2007."),
    Kind.ASPECT: Text("kesadaran atau sikap.", "kesadaran (awareness) or sikap (attitude)."),
    Kind.PHASE: Text("sebelum atau sesudah.", "sebelum (before) or sesudah (after)."),
    Kind.FREQUENCY: Text("Misalnya 2 kali per minggu.", "For example 2 kali per minggu."),
    Kind.GROUND: Text("Angka 1 sampai 7 menurut II.B.6.", "1 to 7 as in II.B.6."),
    Kind.CHANNELS: Text(f"{SEVERAL.id} {DENIABLE.id}", f"{SEVERAL.en} {DENIABLE.en}"),
    **dict.fromkeys((Kind.TEXTS, Kind.AFFAIRS, Kind.CONTENT_KINDS, Kind.FUNCTIONS, Kind.SOURCES), SEVERAL),
    **dict.fromkeys((Kind.MEDIA, Kind.SKILLS), SEVERAL),
    **{Kind[name]: Text("Pilih dari daftar.", "Choose from the list.") for name in workchoices.TERMS},
    Kind.CLOCK: Text("Misalnya 08.30.", "For example 08.30."),
    Kind.POINTS: Text(
        "Misalnya 87 atau 87,5; kosong berarti belum dinilai.", "For example 87 or 87,5; empty if not scored."
    ),
}
