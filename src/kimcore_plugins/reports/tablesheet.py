"""A table's sheet: title, warning, way back, frozen heading with filters, the rows, and the notes below them."""

from typing import TYPE_CHECKING

from attrs import frozen

from kimcore.errors import KimError
from kimcore.tables import Table
from kimcore.terms import Language, Text
from kimcore_plugins.reports.cells import LINE, TALLEST, CellWriter, harmless, lines_of
from kimcore_plugins.reports.plain import clean
from kimcore_plugins.reports.sheets import heights, pages_across, spans, width_of
from kimcore_plugins.reports.styles import Styles
from kimcore_plugins.reports.wording import BACK, BELOW, EMPTY, NOTES, PAGE, ROWS

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["TableSheet", "banner", "heading_on_paper", "paper"]

ROW_LIMIT = 1_048_000
FROZEN_WIDTH = 48.0
WIDE = 6
MARGIN = 2.5
A4 = 9
HEADER = 120


def paper(sheet: "Worksheet", language: Language, across: int = 1) -> None:
    """Set a sheet up for printing: A4 landscape, so many numbered pages wide."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(across, 0)
    sheet.print_across()
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.set_footer(f"&L&8&A&R&8{PAGE.say(language)} &P / &N")
    sheet.hide_gridlines(2)


def heading_on_paper(sheet: "Worksheet", warning: str) -> None:
    """Put the warning at the head of each printed page: a merged row is cut where a table goes over several."""
    text = " ".join(warning.split())[:HEADER].replace("&", "&&")
    sheet.set_header(f"&C&B{text}")


def banner(sheet: "Worksheet", row: int, text: str, look: "Format", size: tuple[int, float, float]) -> None:
    """Write text over several columns, `size` being their number, their width and the height of a line."""
    columns, width, line = size
    sheet.set_row(row, heights(text, width, line) + 4)
    if columns > 1:
        sheet.merge_range(row, 0, row, columns - 1, "", look)
    sheet.write_string(row, 0, text, look)


@frozen(kw_only=True)
class TableSheet:
    """Writes one table into its own sheet; `cover` is the name of the cover's sheet."""

    sheet: "Worksheet"
    styles: Styles
    language: Language
    cover: str

    def write(self, table: Table, warning: Text | None) -> None:
        """Write the whole sheet from top to bottom."""
        if len(table.rows) > ROW_LIMIT:
            raise KimError("too_many_rows", "a sheet holds no more rows", "lembar tidak memuat baris lagi")
        widths = [width_of(column) for column in table.columns]
        paper(self.sheet, self.language, pages_across(widths))
        for number, width in enumerate(widths):
            self.sheet.set_column(number, number, width)
        head = self.top(table, warning)
        self.heading(table, head)
        end = self.body(table, head + 1)
        self.notes(table, end)

    def size(self, table: Table, line: float = LINE) -> tuple[int, float, float]:
        """Return over how many columns text lines go, how wide that is, and the height of a line."""
        return (*spans([width_of(column) for column in table.columns]), line)

    def say(self, text: Text) -> str:
        """Return a text in the report's language, fit for a cell."""
        return harmless(clean(text.say(self.language)), self.language)

    def top(self, table: Table, warning: Text | None) -> int:
        """Write title, warning and the way back; return the row of the heading."""
        banner(self.sheet, 0, self.say(table.title), self.styles.title, self.size(table, 20.0))
        if warning:
            banner(self.sheet, 1, self.say(warning), self.styles.warning, self.size(table))
            heading_on_paper(self.sheet, self.say(warning))
        row = 2 if warning else 1
        self.ways(table, row)
        return row + 1

    def ways(self, table: Table, row: int) -> None:
        """Write the links to the cover and to the notes, with the number of rows."""
        columns, width, _ = self.size(table)
        text = f"← {self.say(BACK)}   ·   {self.say(ROWS)}: {len(table.rows)}"
        if table.notes:
            text += f"   ·   {self.say(BELOW)}: {len(table.notes)}"
        self.sheet.set_row(row, heights(text, width) + 3)
        if columns > 1:
            self.sheet.merge_range(row, 0, row, columns - 1, "", self.styles.link)
        self.sheet.write_url(row, 0, f"internal:'{self.cover}'!A1", self.styles.link, text)

    def heading(self, table: Table, row: int) -> None:
        """Write the headings, freeze them, and give them filters."""
        texts = [self.say(column.heading) for column in table.columns]
        lines = max((lines_of(text, width_of(c) - 3) for text, c in zip(texts, table.columns, strict=True)), default=1)
        self.sheet.set_row(row, min(lines * LINE, TALLEST) + 4)
        for number, text in enumerate(texts):
            self.sheet.write_string(row, number, text, self.styles.heading)
        if table.columns:
            self.sheet.autofilter(row, 0, row + len(table.rows), len(table.columns) - 1)
        self.sheet.repeat_rows(0, row)
        kept = frozen_columns(table)
        self.sheet.freeze_panes(row + 1, kept)
        if kept:
            self.sheet.repeat_columns(0, kept - 1)

    def body(self, table: Table, first: int) -> int:
        """Write the rows; return the row after the last."""
        if not table.rows:
            banner(self.sheet, first, self.say(EMPTY), self.styles.note, self.size(table))
            return first + 1
        widths = [width_of(column) - MARGIN for column in table.columns]
        writer = CellWriter(sheet=self.sheet, styles=self.styles, language=self.language)
        for row, cells in enumerate(table.rows, first):
            writer.row(row, cells, widths)
        return first + len(table.rows)

    def notes(self, table: Table, end: int) -> None:
        """Write the notes, after one empty row."""
        if not table.notes:
            return
        self.sheet.write_string(end + 1, 0, self.say(NOTES), self.styles.strong)
        for row, note in enumerate(table.notes, end + 2):
            banner(self.sheet, row, self.say(note), self.styles.note, self.size(table))


def frozen_columns(table: Table) -> int:
    """Return how many columns stay in sight: in a wide table the first two, if they leave room for the rest."""
    first = sum(width_of(column) for column in table.columns[:2])
    return 2 if len(table.columns) > WIDE and first <= FROZEN_WIDTH else 0
