"""Choices of the sheets of chapter IV: cells that hold one word of a vocabulary, or several, or a time of day."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime, time
from typing import Any, Final

from kimcore.collaboration import (
    AppointmentOutcome,
    AwardForm,
    CategoryKind,
    CompetitionKind,
    CompetitionLevel,
    CoordinationKind,
    DisseminationAction,
    EventForm,
    Initiative,
    Origin,
    ProtestOutcome,
    Publisher,
    Recurrence,
    Skill,
    StageOutcome,
    TieRule,
    VenueKind,
    WorkKind,
)
from kimcore.collaboration.awards import AWARD_PLAN
from kimcore.collaboration.competitionplans import COMPETITION_PLANS
from kimcore.collaboration.eventplan import EVENT_PLAN
from kimcore.collaboration.materialplans import MATERIAL_PLANS
from kimcore.collaboration.modelplans import MODEL_PLANS
from kimcore.collaboration.trialplans import TRIAL_PLANS
from kimcore.intake.cells import NOTHING, CellValue, clean, fold, letters, mask
from kimcore.intake.counts import LARGEST
from kimcore.intake.lists import CONTENT, labelled, listed, members
from kimcore.media import Channel, MediaKind
from kimcore.terms import Term

__all__ = ["READERS", "STAGE_LABELS", "TERMS", "category_kind"]

Reader = Callable[[CellValue], tuple[Any, str | None]]
PLANS: Final = (
    *TRIAL_PLANS.values(),
    *MODEL_PLANS.values(),
    *MATERIAL_PLANS.values(),
    EVENT_PLAN,
    *COMPETITION_PLANS.values(),
    AWARD_PLAN,
)
CLOCK: Final = re.compile(r"(?:(?:pukul|jam|pkl)\.?\s*)?(\d{1,2})[.:](\d\d)(?:[.:]00)?(?:\s*(?:wib|wita|wit))?")

POINTS: Final = re.compile(r"[0-9]{1,15}(?:[.,][0-9]{1,15})?")
THOUSANDS: Final = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")

TERMS: Final[Mapping[str, tuple[type[Term], str]]] = {
    "EVENT_FORM": (
        EventForm,
        "bimtek:technical_training;pelatihan teknis:technical_training;workshop:workshop;lokakarya:workshop;"
        "fgd:discussion_forum;diskusi:discussion_forum",
    ),
    "VENUE": (VenueKind, "gedung pemda:public_building;hotel:hired_hall;virtual:virtual_room;daring:virtual_room"),
    "PUBLISHER": (Publisher, "dinas:office;kominfo:office;dinas kominfo:office;kim:kim"),
    "ORIGIN": (Origin, "bersama:joint;dirancang bersama:joint;narasi tunggal:narrative"),
    "INITIATIVE": (Initiative, "proaktif:proactive;responsif:responsive"),
    "ACTION": (
        DisseminationAction,
        "berbagi tautan:share_link;posting:post;pemuatan:publish;tatap muka:explain;literasi:literacy",
    ),
    "COORDINATION": (
        CoordinationKind,
        "persiapan informasi:preparation;umpan balik:feedback;masukan wilayah:area_input",
    ),
    "STAGE_OUTCOME": (StageOutcome, "sudah:done;dilewati:skipped;lewat:skipped"),
    "APPOINTMENT": (AppointmentOutcome, "tidak ditetapkan:not_appointed"),
    "COMPETITION": (CompetitionKind, "mandiri:own;ikut serta:outside"),
    "LEVEL": (CompetitionLevel, "kabupaten/kota:district;kabupaten:district;provinsi:province;nasional:national"),
    "RECURRENCE": (Recurrence, "setiap tahun:yearly"),
    "WORK_KIND": (WorkKind, "teks:text_visual"),
    "TIE_RULE": (TieRule, "bersama:shared;kriteria:criteria;juri:jury"),
    "PROTEST": (ProtestOutcome, "diterima:upheld;ditolak:rejected"),
}
"""The vocabulary of each kind of column that holds one word, with other spellings."""

SKILLS: Final = labelled(Skill, "fotografi:photography;videografi:video;desain:graphic_design;menulis berita:writing")


def one_of(kind: type[Term], others: str) -> Reader:
    """Return the reader of one word of a vocabulary; a blank is none."""
    known = coded(kind, others)

    def read(value: CellValue) -> tuple[Term | None, str | None]:
        found = known.get(letters(fold(value)))
        return found, None if found or fold(value) in NOTHING else "choice_unreadable"

    return read


def medium(value: CellValue) -> tuple[MediaKind | None, str | None]:
    """Read one of the seven media, by its label or by the name of a medium of that kind (IV.D.media.1)."""
    found = MEDIA.get(letters(fold(value))) or Channel.named(fold(value)).kind
    return found, None if found or fold(value) in NOTHING else "choice_unreadable"


def spellings(kind: MediaKind) -> tuple[str, ...]:
    """Return the words for one of the seven media: its labels, and the Indonesian one without its first word."""
    label = kind.say("id")
    return label, label.partition(" ")[2], kind.say("en")


MEDIA: Final = {letters(label): kind for kind in MediaKind for label in spellings(kind)}


def media(value: CellValue) -> tuple[tuple[MediaKind | str, ...], str | None]:
    """Read several media; another word stays text."""
    names, code = listed(value, lambda words: medium(words)[0] is not None)
    return tuple(dict.fromkeys(medium(name)[0] or name for name in names)), code


def skills(value: CellValue) -> tuple[tuple[Term | str, ...], str | None]:
    """Read several skills; another word stays text (IV.A.4)."""
    return members(value, SKILLS)


def word_of(known: Mapping[str, Term]) -> Reader:
    """Return the reader of one word of a vocabulary, by the letters of its spellings; another word stays text."""

    def read(value: CellValue) -> tuple[Any, str | None]:
        if fold(value) in NOTHING:
            return None, None
        words, code = clean(value)
        return known.get(letters(words), words) or None, code

    return read


def coded(kind: type[Term], others: str) -> dict[str, Term]:
    """Return the members of a vocabulary by the letters of their labels, other spellings and codes."""
    return labelled(kind, others) | {letters(member.code): member for member in kind}


content_kind: Final = word_of(CONTENT)
category_kind: Final = word_of(
    coded(CategoryKind, "konten video:video;berita:news;penulisan blog:blog;foto:photography")
)
award_form: Final = word_of(coded(AwardForm, "piagam dan plakat:plaque;pelatihan:training;jejaring:network"))


def points(value: CellValue) -> tuple[int | float | None, str | None]:
    """Read the points of a juror: a number from 0, its decimals behind a comma or point; a blank one is not known.

    What may be thousands or decimals is not guessed.
    """
    if fold(value) in NOTHING:
        return None, None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return (whole(value), None) if 0 <= value <= LARGEST else (None, "number_unreadable")
    words = value.strip() if isinstance(value, str) else ""
    if mask(words) != words or not POINTS.fullmatch(words):
        return None, "number_unreadable"
    if THOUSANDS.fullmatch(words):
        return None, "number_ambiguous"
    return whole(float(words.replace(",", "."))), None


def whole(number: float) -> int | float:
    """Return a number without the point where it is whole."""
    return int(number) if number == int(number) else number


def clock(value: CellValue) -> tuple[str, str | None]:
    """Read a time of day as `08:30`; a blank one is not set (IV.C.stage.5)."""
    if isinstance(value, datetime | time):
        return f"{value:%H:%M}", None
    if fold(value) in NOTHING:
        return "", None
    found = CLOCK.fullmatch(fold(value)) if isinstance(value, str) else None
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        return "", "time_unreadable"
    return f"{int(found[1]):02}:{found[2]}", None


STAGE_LABELS: Final = tuple(dict.fromkeys(stage.label.id for plan in PLANS for stage in plan.stages))
"""The stages of every kind of work, in the order of the guideline."""

READERS: Final[Mapping[str, Reader]] = {
    **{name: one_of(*spelt) for name, spelt in TERMS.items()},
    "MEDIUM": medium,
    "MEDIA": media,
    "SKILLS": skills,
    "CONTENT_KIND": content_kind,
    "CATEGORY_KIND": category_kind,
    "AWARD_FORM": award_form,
    "POINTS": points,
    "CLOCK": clock,
}
"""The reader of each kind of column that only these sheets have, by its name."""
