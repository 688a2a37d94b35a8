"""The empty register offers every column that intake reads, and says what to type in it."""

import pytest

from kimcore.clauses import catalogue
from kimcore.intake import SHEETS, WORK_SHEETS, Column, Kind, SheetSpec
from kimcore.intake.form import clause_of, register_form
from kimcore.intake.hints import HINTS, PURPOSES
from kimcore.tables import FormColumn, FormSheet
from kimcore.terms import Language

FORM = register_form()
EVERY = (*SHEETS, *WORK_SHEETS)
COLUMNS = [(spec, column) for spec in EVERY for column in spec.columns]
EACH = pytest.mark.parametrize(("spec", "column"), COLUMNS, ids=lambda part: part.key)


def offered(sheet: str, heading: str) -> FormColumn:
    """Return a column of the form."""
    (found,) = (c for s in FORM.sheets if s.name == sheet for c in s.columns if c.heading == heading)
    return found


def test_sheets_and_headings_are_those_that_intake_reads() -> None:
    """Every sheet and every canonical heading stands in the form, in the order of the register."""
    assert [(s.name, [c.heading for c in s.columns]) for s in FORM.sheets] == [
        (spec.name, [column.heading for column in spec.columns]) for spec in EVERY
    ]


@EACH
def test_every_column_says_what_to_type(spec: SheetSpec, column: Column) -> None:
    """The note has a sentence beside the clause, in both languages."""
    note = offered(spec.name, column.heading).note
    for language in ("id", "en"):
        assert len(note.say(language).split("\n")[0]) >= 8


@EACH
def test_every_column_but_the_row_number_cites_its_clause(spec: SheetSpec, column: Column) -> None:
    """The clause is the one that the field of the record names, and exists."""
    clause = clause_of(spec, column)
    if column.kind is Kind.ORDINAL or spec.key == "stages":  # stages are of every clause of chapter IV
        assert clause is None
    else:
        assert clause is not None
        assert clause.id in catalogue()
        assert clause.id in offered(spec.name, column.heading).note.id


@pytest.mark.parametrize(
    ("sheet", "heading", "clause"),
    [
        ("Profil KIM", "Tipe KIM", "III.A.b"),
        ("Profil KIM", "Periode Kemitraan", "III.A.r"),
        ("Kelembagaan", "SK Berlaku Sampai", "II.B.4.legal.1"),
        ("Kelembagaan", "Tanggal Surat Pernyataan", "II.B.4.statement"),
        ("Pengurus", "Menjadi ASN Sejak", "II.B.6.3"),
        ("Kemitraan", "Selesai", "III.A.r"),
        ("Isu", "Latar Belakang", "III.B.1"),
        ("Diseminasi", "Bukti Tayang/Link Konten", "V.B.log.link"),
        ("Media Sosial", "Like", "V.B.social"),
        ("Audiens", "Pengikut/Peserta/Pengunjung", "V.A.output"),
        ("Peninjauan", "Temuan (terbukti/tidak terbukti)", "II.B.6.terminate"),
    ],
)
def test_a_note_names_the_clause(sheet: str, heading: str, clause: str) -> None:
    """An officer can look up why a column is asked for."""
    note = offered(sheet, heading).note
    assert f"Ketentuan {clause}:" in note.id
    assert f"Clause {clause} " in note.en


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_note_fits_into_a_message_of_a_cell(language: Language) -> None:
    """Spreadsheets cut messages after 255 characters."""
    assert max(len(c.note.say(language)) for s in FORM.sheets for c in s.columns) <= 255


def test_answers_and_small_vocabularies_have_choices() -> None:
    """Answers are ya and tidak; types, conclusions and grounds are theirs alone; affairs are suggestions."""
    assert offered("Kelembagaan", "Sumber Daya").choices == ("ya", "tidak")
    assert offered("Profil KIM", "Tipe KIM").choices == ("A", "B")
    assert offered("Peninjauan", "Dasar (1–7)").choices == tuple("1234567")
    assert offered("Peninjauan", "Temuan (terbukti/tidak terbukti)").choices == ("terbukti", "tidak terbukti")
    affairs = offered("Profil KIM", "Bidang Kegiatan/Ketertarikan")
    assert (len(affairs.choices), affairs.is_open) == (32, True)


def test_every_choice_is_read_without_a_problem() -> None:
    """What a drop-down offers is what intake understands; only an unusual former category is remarked upon."""
    for spec, column in COLUMNS:
        problems = {column.reader(choice)[1] for choice in offered(spec.name, column.heading).choices}
        assert problems <= {None, "category_unusual"}


def test_the_bounds_of_a_number_are_those_of_its_field() -> None:
    """Scores lie between 0 and 100, counts have no upper bound."""
    score, count = offered("Profil KIM", "Skor Ketertarikan"), offered("Media Sosial", "Like")
    assert (score.kind, score.minimum, score.maximum) == ("number", 0, 100)
    assert (count.kind, count.minimum, count.maximum) == ("number", 0, None)


def required(sheet: FormSheet) -> list[str]:
    """Return the headings that are marked."""
    return [column.heading for column in sheet.columns if column.is_required]


def test_what_a_row_cannot_do_without_is_marked() -> None:
    """Every sheet marks its key; an issue needs a title, a KIM may be tied to it later."""
    marked = {sheet.name: required(sheet) for sheet in FORM.sheets}
    assert marked["Profil KIM"] == ["Nama Kelompok"]
    assert marked["Pengurus"] == ["Nama Kelompok", "Nama"]
    assert marked["Isu"] == ["Isu Strategis"]
    assert all(marked.values())


def test_no_hint_is_left_without_a_column() -> None:
    """A hint belongs to a column that exists, a purpose to a sheet."""
    assert set(HINTS) <= {f"{spec.key}.{column.key}" for spec, column in COLUMNS}
    assert set(PURPOSES) == {spec.key for spec in EVERY}


def test_the_guide_fits_on_one_screen_and_tells_unknown_from_none() -> None:
    """At most a dozen topics; the first two say what a blank cell and `tidak ada` mean (R25)."""
    assert len(FORM.guide) <= 12
    unknown, denied = (advice.id for _, advice in FORM.guide[:2])
    assert "bukan nol" in unknown
    assert "tidak ada" in denied
