"""Form: an empty workbook to fill in, with a guide, headings, drop-downs and notes; used by the workbook writer."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from attrs import field, frozen

from kimcore.tables import Form, FormColumn, FormSheet
from kimcore.terms import Language, Text
from kimcore_plugins.reports.cells import LINE, lines_of
from kimcore_plugins.reports.formlooks import Looks
from kimcore_plugins.reports.plain import clean, missing, units
from kimcore_plugins.reports.sheets import pages_across
from kimcore_plugins.reports.tablesheet import paper

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

__all__ = ["fill_form"]

LAST_ROW: Final = 5000
"""The last row that drop-downs and messages reach."""

LINED: Final = 30
"""How many rows have lines, so that a print of the empty form can be filled in by hand."""

HEAD: Final = 2
PURPOSE_WIDTH: Final = 84
CHOICES: Final = "Pilihan"
MESSAGE_LIMIT: Final = 255
TITLE_LIMIT: Final = 32
FIRST_DAY: Final = date(1900, 3, 1)
MADE: Final = datetime.combine(date(2022, 8, 30), time())
"""The day of the guideline stands as the day of the file, so that the same form gives the same bytes."""

OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}

LEGEND = Text(
    "Judul bertanda * wajib diisi. Pilih sebuah sel, atau arahkan ke judul kolom, untuk membaca petunjuknya.",
    "Headings with * are needed. Select a cell, or point at a heading, to read what to type.",
)
SHEET = Text("Lembar", "Sheet")
CLAUSE = Text("Ketentuan", "Clause")
PURPOSE = Text("Untuk apa", "What it is for")
WARNING = Text("Periksa isi sel", "Check this cell")
NOT_CHOSEN = Text(
    "Isi ini tidak ada dalam daftar pilihan dan mungkin tidak terbaca. Tetap dipakai?",
    "This is none of the choices and may not be read. Keep it?",
)
NO_DATE = Text(
    "Ini bukan tanggal yang dikenal. Tetap dipakai? Tanggal dengan kata, seperti 31 Januari 2024, tetap terbaca.",
    "This is no date that is known here. Keep it? A date in words, such as 31 Januari 2024, is read all the same.",
)
NO_NUMBER = Text("Ini bukan angka yang diharapkan. Tetap dipakai?", "This is not the number expected. Keep it?")


def fill_form(form: Form, file: BinaryIO, language: Language) -> None:
    """Write a form's workbook into an open file."""
    try:
        from xlsxwriter import Workbook
        from xlsxwriter.exceptions import FileCreateError
    except ImportError as error:
        raise missing("xlsxwriter", "xlsx") from error
    book = Workbook(file, OPTIONS)
    book.set_properties({"title": form.title.say(language), "created": MADE})
    try:
        pages(book, form, language)
        book.close()
    except FileCreateError as error:
        raise error.args[0] from error


def pages(book: "Workbook", form: Form, language: Language) -> None:
    """Write the guide, the sheets, and the hidden sheet that holds the choices."""
    looks = Looks.of(book)
    guide = book.add_worksheet(form.name.say(language))
    made = [(book.add_worksheet(sheet.name), sheet) for sheet in form.sheets]
    lists = ChoiceLists(book.add_worksheet(CHOICES))
    GuidePage(sheet=guide, looks=looks, language=language).write(form)
    for page, sheet in made:
        FormPage(sheet=page, looks=looks, language=language, lists=lists).write(sheet)
    lists.sheet.hide()


@frozen
class ChoiceLists:
    """The lists behind the drop-downs, each in a column of one hidden sheet: a cell's own list is limited in length."""

    sheet: "Worksheet"
    places: dict[tuple[str, ...], str] = field(factory=dict)

    def place(self, choices: tuple[str, ...]) -> str:
        """Return where a list stands, writing it when it is asked for first."""
        if choices not in self.places:
            from xlsxwriter.utility import xl_range_abs

            column = len(self.places)
            for row, choice in enumerate(choices):
                self.sheet.write_string(row, column, choice)
            self.places[choices] = f"={CHOICES}!{xl_range_abs(0, column, len(choices) - 1, column)}"
        return self.places[choices]


@frozen(kw_only=True)
class GuidePage:
    """Writes the guide: what to know before filling in, and what each sheet is for."""

    sheet: "Worksheet"
    looks: Looks
    language: Language

    def write(self, form: Form) -> None:
        """Write the whole page, topics first, so that they fit on one screen."""
        widths = (22, 16, PURPOSE_WIDTH)
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width)
        self.sheet.set_row(0, 26)
        self.sheet.write_string(0, 0, form.title.say(self.language), self.looks.title)
        for row, (topic, advice) in enumerate(form.guide, 1):
            self.topic(row, topic.say(self.language), advice.say(self.language), sum(widths[1:]))
        self.contents(form.sheets, len(form.guide) + 2)
        paper(self.sheet, self.language)

    def topic(self, row: int, topic: str, advice: str, width: float) -> None:
        """Write one topic with its advice beside it."""
        self.sheet.set_row(row, lines_of(advice, width - 2) * LINE + 4)
        self.sheet.write_string(row, 0, topic, self.looks.topic)
        self.sheet.merge_range(row, 1, row, 2, "", self.looks.advice)
        self.sheet.write_string(row, 1, advice, self.looks.advice)

    def contents(self, sheets: Sequence[FormSheet], first: int) -> None:
        """Write the list of the sheets with a way to each."""
        for column, text in enumerate((SHEET, CLAUSE, PURPOSE)):
            self.sheet.write_string(first, column, text.say(self.language), self.looks.heading)
        for row, sheet in enumerate(sheets, first + 1):
            purpose = sheet.purpose.say(self.language)
            self.sheet.set_row(row, lines_of(purpose, PURPOSE_WIDTH - 2) * LINE + 4)
            self.sheet.write_url(row, 0, f"internal:'{sheet.name}'!A1", self.looks.link, sheet.name)
            self.sheet.write_string(row, 1, sheet.clause, self.looks.advice)
            self.sheet.write_string(row, 2, purpose, self.looks.advice)


@frozen(kw_only=True)
class FormPage:
    """Writes one sheet to fill in: title, what it is for, frozen headings with notes, and what the cells take."""

    sheet: "Worksheet"
    looks: Looks
    language: Language
    lists: ChoiceLists

    def write(self, form: FormSheet) -> None:
        """Write the whole sheet from top to bottom."""
        self.sheet.set_row(0, 24)
        self.sheet.write_string(0, 0, form.title.say(self.language), self.looks.title)
        self.sheet.write_string(1, 0, f"{form.purpose.say(self.language)} {LEGEND.say(self.language)}", self.looks.line)
        self.sheet.set_row(HEAD, LINE * max(lines_of(c.heading, c.width - 3) for c in form.columns) + 4)
        for number, column in enumerate(form.columns):
            self.column(number, column)
        kept = next(n for n, c in enumerate(form.columns) if c.is_required) + 1
        self.sheet.freeze_panes(HEAD + 1, kept)
        self.sheet.repeat_rows(0, HEAD)
        self.sheet.repeat_columns(0, kept - 1)
        paper(self.sheet, self.language, pages_across([float(column.width) for column in form.columns]))
        self.sheet.hide_gridlines(1)

    def column(self, number: int, column: FormColumn) -> None:
        """Write a heading with its note, and give the cells below it their format, drop-down and message."""
        note = clean(column.note.say(self.language))
        look = self.looks.required if column.is_required else self.looks.heading
        self.sheet.set_column(number, number, column.width, self.looks.cells[column.kind])
        self.sheet.write_string(HEAD, number, column.heading + " *" * column.is_required, look)
        for row in range(HEAD + 1, HEAD + 1 + LINED):
            self.sheet.write_blank(row, number, None, self.looks.lined[column.kind])
        if note:
            size = {"x_scale": 2, "y_scale": 1.2, "author": "kimcore", "font_size": 9}
            self.sheet.write_comment(HEAD, number, note, size)
        self.sheet.data_validation(HEAD + 1, number, LAST_ROW, number, self.validation(column, note))

    def validation(self, column: FormColumn, note: str) -> dict[str, Any]:
        """Return what the cells of a column take; what does not fit is asked about, never refused."""
        message = {
            "input_title": cut(column.heading, TITLE_LIMIT),
            "input_message": cut(note, MESSAGE_LIMIT),
            "error_type": "warning",
            "error_title": cut(WARNING.say(self.language), TITLE_LIMIT),
        }
        if column.choices:
            return message | self.listed(column)
        if column.kind == "date":
            text = NO_DATE.say(self.language)
            return message | {"validate": "date", "criteria": ">=", "value": FIRST_DAY, "error_message": text}
        if column.kind == "number":
            return message | bounded(column) | {"error_message": NO_NUMBER.say(self.language)}
        return message | {"validate": "any"}

    def listed(self, column: FormColumn) -> dict[str, Any]:
        """Return the drop-down of a column; where its choices are suggestions other words are taken in silence."""
        found = {"validate": "list", "source": self.lists.place(column.choices)}
        return found | {"show_error": not column.is_open, "error_message": NOT_CHOSEN.say(self.language)}


def bounded(column: FormColumn) -> dict[str, Any]:
    """Return the bounds of a number."""
    low, high = column.minimum or 0, column.maximum
    if high is None:
        return {"validate": "decimal", "criteria": ">=", "value": low}
    return {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high}


def cut(text: str, limit: int) -> str:
    """Return the text, shortened to what a message of a cell can hold."""
    while units(text) > limit:
        text = f"{text[:-2].rstrip()}…"
    return text
