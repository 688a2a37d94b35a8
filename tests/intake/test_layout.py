"""The sheets and columns of the register as data."""

import pytest
from attrs import fields

from kimcore.clauses import cite
from kimcore.community import Answers, Board, Decree, Documents, Identity, Profile
from kimcore.intake import MESSAGES, SHEETS, Kind, SheetSpec, sheet_spec
from kimcore.intake.columns import READERS
from kimcore.privacy import Privacy, privacy_of
from kimcore.problems import Severity
from kimcore.terms import LANGUAGES


@pytest.mark.parametrize("spec", SHEETS, ids=lambda s: s.name)
def test_no_two_columns_bear_one_name(spec: SheetSpec) -> None:
    """No heading or alias of a sheet belongs to two columns."""
    names = [name for column in spec.all_columns for name in column.names]
    assert len(names) == len(set(names))


def test_every_kind_is_read() -> None:
    """Every kind of cell has a reader."""
    assert set(READERS) == set(Kind)


PARTS = {"identity": Identity, "profile": Profile, "board": Board, "documents": Documents, "answers": Answers}


@pytest.mark.clause("III.A")
@pytest.mark.parametrize("key", ["profile", "institution"])
def test_columns_fill_fields_that_exist(key: str) -> None:
    """Every dotted key names a field of a KIM, and is personal where the field is."""
    for column in sheet_spec(key).columns:
        part, _, name = column.key.rpartition(".")
        owner = {**PARTS, "decree": Decree}.get(part)
        if owner:
            field = getattr(fields(owner), name)
            assert column.is_personal == (privacy_of(field) is not Privacy.NONE), column.key


def test_every_column_that_has_choices_or_forms_says_so() -> None:
    """Columns with an answer, a date or a count carry a note for whoever fills them in."""
    silent = {Kind.NAME, Kind.TEXT, Kind.LINK, Kind.ORDINAL, Kind.ISSUE_NUMBER, Kind.AFFAIR, Kind.TYPE, Kind.CATEGORY}
    silent |= {Kind.FINDING, Kind.MEMBERSHIP, Kind.PLATFORM}
    assert [c.heading for s in SHEETS for c in s.columns if c.note is None and c.kind not in silent] == []
    assert sheet_spec("institution").column("answers.active").choices == ("ya", "tidak")
    assert len(sheet_spec("profile").column("profile.fields").suggestions) == 32


def test_clauses_of_sheets_are_named() -> None:
    """Each sheet says which part of the guideline it comes from."""
    assert all(spec.clause for spec in SHEETS)
    assert cite("III.A.r").id == "III.A.r"


def test_nik_alone_is_the_community_number_on_the_profile_only() -> None:
    """A heading NIK alone is read on Profil KIM only (R9)."""
    assert [spec.name for spec in SHEETS if any("nik" in c.names for c in spec.all_columns)] == ["Profil KIM"]


@pytest.mark.parametrize(("key", "message"), MESSAGES.items(), ids=lambda v: str(v)[:40])
def test_messages_are_complete(key: tuple[str, Severity], message: object) -> None:
    """Every code has a text and a remedy in both languages that can be filled in."""
    found = MESSAGES[key]
    words = {"value": "v", "column": "c", "sheet": "s", "name": "n", "other": "o"}
    said = [found.text.format(**words), found.remedy.format(**words)]
    assert all(text.say(lang).endswith(".") for text in said for lang in LANGUAGES)


def test_severities() -> None:
    """Errors, and what is for information, are as published; all other codes are warnings."""
    by = {s: {code for code, severity in MESSAGES if severity is s} for s in Severity}
    assert by[Severity.ERROR] == {"sheet_missing", "kim_duplicate", "kim_unknown", "kim_ambiguous"}
    assert by[Severity.INFO] == {"sheet_missing", "repeated_row", "name_missing", "macros_ignored"}
    assert {"name_missing", "heading_missing", "date_unreadable", "region_unknown"} <= by[Severity.WARNING]
