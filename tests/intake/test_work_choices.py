"""Cells of the sheets of chapter IV: words of a vocabulary, several media or skills, a time of day."""

from datetime import datetime, time
from typing import Any

import pytest

from kimcore.collaboration import (
    AwardForm,
    CategoryKind,
    DisseminationAction,
    EventForm,
    ProtestOutcome,
    Publisher,
    Skill,
    StageOutcome,
)
from kimcore.intake import WORK_SHEETS, Kind, SheetSpec
from kimcore.intake.columns import READERS
from kimcore.intake.form import field_of
from kimcore.intake.works.choices import TERMS
from kimcore.media import ContentKind, MediaKind
from kimcore.privacy import Privacy, privacy_of

pytestmark = pytest.mark.clause("IV.E.own.run", "IV.C.stage.5", "IV.D.media.1", "IV.A.4")


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        ("EVENT_FORM", "Bimbingan Teknis", EventForm.TECHNICAL_TRAINING),
        ("EVENT_FORM", "bimtek", EventForm.TECHNICAL_TRAINING),
        ("EVENT_FORM", "expert_talk", EventForm.EXPERT_TALK),
        ("PUBLISHER", "Dinas", Publisher.OFFICE),
        ("ACTION", "POSTING", DisseminationAction.POST),
        ("STAGE_OUTCOME", "Dilewati", StageOutcome.SKIPPED),
        ("MEDIUM", "media sosial", MediaKind.SOCIAL),
        ("MEDIUM", "Instagram", MediaKind.SOCIAL),
        ("MEDIUM", "daring", MediaKind.ONLINE),
        ("MEDIUM", "Luar Ruang", MediaKind.OUTDOOR),
        ("MEDIUM", "tatap muka", MediaKind.FACE_TO_FACE),
        ("MEDIA", "radio; media cetak; lain", (MediaKind.BROADCAST, MediaKind.PRINT, "lain")),
        ("SKILLS", "menulis; menyelam", (Skill.WRITING, "menyelam")),
        ("CONTENT_KIND", "video", ContentKind.VIDEO),
        ("CONTENT_KIND", "komik", "komik"),
        ("PROTEST", "ditolak", ProtestOutcome.REJECTED),
        ("CATEGORY_KIND", "video", CategoryKind.VIDEO),
        ("CATEGORY_KIND", "Penulisan Berita", CategoryKind.NEWS),
        ("CATEGORY_KIND", "baca puisi", "baca puisi"),
        ("AWARD_FORM", "plakat", AwardForm.PLAQUE),
        ("AWARD_FORM", "beasiswa", "beasiswa"),
        ("POINTS", 0, 0),
        ("POINTS", "0", 0),
        ("POINTS", 87.0, 87),
        ("POINTS", 87.125, 87.125),
        ("POINTS", "87,5", 87.5),
        ("POINTS", " 87.50 ", 87.5),
        ("POINTS", "0,125", 0.125),
        ("POINTS", "1250", 1250),
        ("CLOCK", "08.30", "08:30"),
        ("CLOCK", "pukul 8:30 WIB", "08:30"),
        ("CLOCK", "08.30.00", "08:30"),
        ("CLOCK", "00.00", "00:00"),
        ("CLOCK", "23.59", "23:59"),
        ("CLOCK", time(8, 30), "08:30"),
        ("CLOCK", datetime.fromisoformat("2026-01-01T08:30"), "08:30"),
    ],
)
def test_a_cell_is_read(kind: str, cell: Any, value: Any) -> None:
    """Labels, codes and what officers type mean the same."""
    assert READERS[Kind[kind]](cell) == (value, None)


@pytest.mark.parametrize(
    "kind", [*TERMS, "MEDIUM", "MEDIA", "SKILLS", "CONTENT_KIND", "CLOCK", "CATEGORY_KIND", "AWARD_FORM", "POINTS"]
)
@pytest.mark.parametrize("cell", [None, "", "-", "?"])
def test_a_blank_cell_is_not_known(kind: str, cell: Any) -> None:
    """It is neither a choice nor a problem."""
    value, code = READERS[Kind[kind]](cell)
    assert code is None
    assert value in (None, "", ())


@pytest.mark.parametrize("kind", [*TERMS, "MEDIUM"])
def test_another_word_is_no_choice(kind: str) -> None:
    """It is reported, and not known."""
    assert READERS[Kind[kind]]("entah apa") == (None, "choice_unreadable")


@pytest.mark.parametrize("cell", ["24.00", "08.60", "pagi", "8", 0.5, "08.30-10.00", True])
def test_another_time_is_unreadable(cell: Any) -> None:
    """Nothing is guessed of it."""
    assert READERS[Kind.CLOCK](cell) == ("", "time_unreadable")


@pytest.mark.parametrize(
    "cell", ["baik", "-1", -1, -0.5, "8a", "8,5,1", "1e3", True, float("inf"), float("nan"), "5 rb"]
)
def test_other_points_are_unreadable(cell: Any) -> None:
    """What is no number from 0 is reported, and never a 0."""
    assert READERS[Kind.POINTS](cell) == (None, "number_unreadable")


@pytest.mark.parametrize("cell", ["1.250", "87,125", "9.000"])
def test_points_that_may_be_thousands_are_ambiguous(cell: str) -> None:
    """A point or comma before three digits parts thousands, or decimals: neither is guessed."""
    assert READERS[Kind.POINTS](cell) == (None, "number_ambiguous")


@pytest.mark.parametrize("spec", WORK_SHEETS, ids=lambda spec: spec.key)
def test_a_column_is_masked_where_its_field_is_personal(spec: SheetSpec) -> None:
    """Names, evidence, reasons and links of persons are; titles are not."""
    for column in spec.columns:
        field = field_of(spec, column)
        if field is not None and "." not in column.key:
            assert column.is_personal == (privacy_of(field) is not Privacy.NONE), column.key


def test_sheets_are_supplementary_in_name_and_anchored_in_a_column() -> None:
    """Names are of one word or two, none is that of the register, and the anchor is one of the columns."""
    assert len({spec.name.casefold() for spec in WORK_SHEETS}) == len(WORK_SHEETS)
    assert all(spec.anchor in {c.key for c in spec.columns} for spec in WORK_SHEETS)
