"""The empty register as a workbook: it can be filled in, and intake takes it as it is."""

from collections.abc import Mapping
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kimcore.geography import RegionCode
from kimcore.intake import Register, read_register, read_sheets
from kimcore.intake.form import register_form
from kimcore.tables import Form, FormColumn, FormSheet
from kimcore.terms import Language, Text
from kimcore.values import Answer
from kimcore_plugins.reports.xlsx import XlsxWriter

LANGUAGES: tuple[Language, ...] = ("id", "en")
HEAD = 3


@pytest.fixture(params=LANGUAGES)
def template(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """Return the template in one of the languages."""
    file = tmp_path / "register.xlsx"
    XlsxWriter().write_form(register_form(), file, request.param)
    return file


def taken(file: Path) -> Register:
    """Return what intake reads in a file."""
    numbers = count(1)
    sheets = read_sheets(file)
    return read_register(sheets, file=file.name, office=RegionCode("99.01"), new_id=lambda: f"kim-{next(numbers)}")


def columns(sheet: Worksheet) -> dict[str, int]:
    """Return the place of each heading, without its mark."""
    return {str(cell.value).removesuffix(" *"): place for place, cell in enumerate(sheet[HEAD], 1)}


def rule(sheet: Worksheet, heading: str) -> DataValidation:
    """Return what the cells below a heading take."""
    place = columns(sheet)[heading]
    rules: list[DataValidation] = sheet.data_validations.dataValidation
    (found,) = (rule for rule in rules if range_boundaries(str(rule.sqref))[0] == place)
    return found


def choices(book: Workbook, sheet: str, heading: str) -> list[object]:
    """Return the words of a drop-down."""
    name, _, cells = str(rule(book[sheet], heading).formula1).partition("!")
    return [row[0].value for row in book[name][cells.replace("$", "")]]


def test_an_empty_template_is_taken_in_without_a_problem(template: Path) -> None:
    """Titles, headings with marks, notes and blank lines say nothing, in either language."""
    register = taken(template)
    assert register.problems == ()
    assert register.kims == ()


def test_a_row_that_is_filled_in_is_read(template: Path) -> None:
    """What an officer types below the headings arrives: texts with zeros in front, dates, answers, choices."""
    book = load_workbook(template)
    identity: dict[str, str | date] = {"Nama Kelompok": "KIM Contoh Isi", "Tipe KIM": "A", "Kelurahan/Desa": "Contoh"}
    profile: dict[str, str | date] = {
        "Nomor Telepon": "0000-0000-1",
        "Bidang Kegiatan/Ketertarikan": "Kesehatan; Pangan",
    }
    decree: dict[str, str | date] = {
        "Nama Kelompok": "KIM Contoh Isi",
        "Nomor SK": "01/2026",
        "Tanggal SK": date(2026, 1, 31),
    }
    fill(book["Profil KIM"], identity | profile)
    fill(book["Kelembagaan"], decree | {"Terlibat Pidana": "tidak"})
    book.save(template)
    register = taken(template)
    assert register.problems == ()
    (kim,) = (stated.kim for stated in register.kims)
    assert kim.profile.phone == "0000-0000-1"
    assert len(kim.profile.fields) == 2
    assert kim.documents.decrees[0].issued == date(2026, 1, 31)
    assert kim.answers.criminal_case is Answer.NO


def fill(sheet: Worksheet, values: Mapping[str, str | date]) -> None:
    """Type a row below the headings."""
    places = columns(sheet)
    for heading, value in values.items():
        sheet.cell(HEAD + 1, places[heading], value)


def test_drop_downs_offer_the_words_of_the_form(template: Path) -> None:
    """The lists stand on a hidden sheet, since 32 affairs are too long for a cell's own list."""
    book = load_workbook(template)
    assert choices(book, "Kelembagaan", "Sumber Daya") == ["ya", "tidak"]
    assert len(choices(book, "Profil KIM", "Bidang Kegiatan/Ketertarikan")) == 32
    assert choices(book, "Pengurus", "Pengurus/Anggota") == ["Pengurus", "Anggota"]
    assert book["Pilihan"].sheet_state == "hidden"


def test_nothing_is_forbidden(template: Path) -> None:
    """Field forms vary: what does not fit is asked about; suggestions are taken in silence."""
    book = load_workbook(template)
    for sheet in register_form().sheets:
        for column in sheet.columns:
            found = rule(book[sheet.name], column.heading)
            assert found.errorStyle in {"warning", None}
            assert found.errorStyle == "warning" or found.type is None
    assert not rule(book["Profil KIM"], "Bidang Kegiatan/Ketertarikan").showErrorMessage
    assert rule(book["Kelembagaan"], "Sumber Daya").showErrorMessage


def test_every_cell_says_what_to_type(template: Path) -> None:
    """The heading has a note, and the cells below it show the same when selected."""
    book = load_workbook(template)
    for sheet in register_form().sheets:
        for cell in book[sheet.name][HEAD]:
            assert cell.comment
            assert cell.comment.text
            assert rule(book[sheet.name], str(cell.value).removesuffix(" *")).prompt


def test_required_headings_are_marked_and_headings_stay_in_sight(template: Path) -> None:
    """A star and another colour; the headings and the name of the row are frozen and printed on every page."""
    book = load_workbook(template)
    sheet = book["Pengurus"]
    assert [c.value for c in sheet[HEAD]][:3] == ["Nama Kelompok *", "Nama *", "Jabatan"]
    assert sheet["A3"].fill.fgColor.rgb != sheet["C3"].fill.fgColor.rgb
    assert sheet.freeze_panes == "B4"
    assert sheet.print_title_rows == "$1:$3"


def test_dates_and_texts_have_their_formats(template: Path) -> None:
    """Dates show day, month and year; text columns keep what is typed as text."""
    sheet = load_workbook(template)["Profil KIM"]
    places = columns(sheet)
    assert sheet.cell(HEAD + 1, places["Tanggal Berdiri"]).number_format == "dd/mm/yyyy"
    assert sheet.cell(HEAD + 1, places["Nomor Telepon"]).number_format == "@"


def test_the_guide_leads_to_every_sheet() -> None:
    """The first sheet teaches, in the language asked for, and links to the others."""
    assert register_form().name.say("id") == "Petunjuk"
    assert register_form().name.say("en") == "Guide"


def test_the_guide_has_a_link_per_sheet(template: Path) -> None:
    """Each name in the list of sheets is a way to that sheet."""
    book = load_workbook(template)
    links = [cell.hyperlink.location for row in book.worksheets[0].iter_rows() for cell in row if cell.hyperlink]
    assert links == [f"'{sheet.name}'!A1" for sheet in register_form().sheets]


def test_the_same_form_gives_the_same_bytes(tmp_path: Path) -> None:
    """The writer reads no clock."""
    files = [tmp_path / name for name in ("one.xlsx", "two.xlsx")]
    for file in files:
        XlsxWriter().write_form(register_form(), file)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_text_of_a_form_never_becomes_a_formula_and_long_notes_are_cut(tmp_path: Path) -> None:
    """A form of a plug-in may hold anything: it stays text, and a message keeps to its limit."""
    column = FormColumn(heading="=1+1", note=Text("=2+2" * 200, "x"), choices=("=3+3",), is_required=True)
    title, purpose = Text("=4+4", "x"), Text("=6+6", "x")
    sheet = FormSheet(name="Lembar", title=title, clause="=5+5", purpose=purpose, columns=(column,))
    guide = ((Text("=8", "x"), Text("=9", "x")),)
    form = Form(name=Text("Petunjuk", "x"), title=Text("=7+7", "x"), guide=guide, sheets=(sheet,))
    XlsxWriter().write_form(form, tmp_path / "form.xlsx")
    book = load_workbook(tmp_path / "form.xlsx")
    cells = [c for page in book.worksheets for row in page.iter_rows() for c in row if c.value]
    assert all(c.data_type == "s" for c in cells)
    (found,) = book["Lembar"].data_validations.dataValidation
    assert len(str(found.prompt)) == 255
