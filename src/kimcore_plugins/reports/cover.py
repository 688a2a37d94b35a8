"""The cover of a workbook: title, warning, particulars, the list of sheets, and how to read them."""

from typing import TYPE_CHECKING

from attrs import frozen

from kimcore.tables import Report, Table
from kimcore.terms import Language, Text
from kimcore_plugins.reports.cells import LINE, CellWriter, harmless
from kimcore_plugins.reports.plain import clean
from kimcore_plugins.reports.styles import Styles
from kimcore_plugins.reports.tablesheet import banner, heading_on_paper, paper
from kimcore_plugins.reports.wording import (
    CONTENTS,
    DASH,
    FORMATTING,
    LEGEND,
    LEGEND_UNKNOWN,
    PARTICULARS,
    ROWS,
    TABLE,
    TO_TABLE,
)

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

__all__ = ["Cover"]

WIDTHS = (34.0, 78.0, 10.0)
SIZE = (3, sum(WIDTHS), LINE)


@frozen(kw_only=True)
class Cover:
    """Writes the first sheet of a workbook."""

    sheet: "Worksheet"
    styles: Styles
    language: Language

    def write(self, report: Report, parts: list[tuple[str, Table]]) -> None:
        """Write the cover; `parts` are the sheets that follow, by name."""
        paper(self.sheet, self.language)
        for number, width in enumerate(WIDTHS):
            self.sheet.set_column(number, number, width)
        banner(self.sheet, 0, self.say(report.title), self.styles.title, (3, sum(WIDTHS) * 0.7, 21.0))
        row = 1
        if report.warning:
            banner(self.sheet, row, self.say(report.warning), self.styles.warning, SIZE)
            heading_on_paper(self.sheet, self.say(report.warning))
            row += 1
        row = self.particulars(report, row + 1)
        row = self.contents(parts, row + 1)
        self.legend(row + 1)

    def say(self, text: Text) -> str:
        """Return a text in the report's language, fit for a cell."""
        return harmless(clean(text.say(self.language)), self.language)

    def particulars(self, report: Report, row: int) -> int:
        """Write what the report rests on; return the row after it."""
        self.sheet.write_string(row, 0, self.say(PARTICULARS), self.styles.strong)
        cells = CellWriter(sheet=self.sheet, styles=self.styles.leftward(), language=self.language)
        for label, value in report.particulars:
            row += 1
            cells.row(row, (label, value), list(WIDTHS))
        return row + 1

    def contents(self, parts: list[tuple[str, Table]], row: int) -> int:
        """Write the list of sheets with links and row counts; return the row after it."""
        self.sheet.write_string(row, 0, self.say(CONTENTS), self.styles.strong)
        for number, heading in enumerate((TO_TABLE, TABLE, ROWS)):
            self.sheet.write_string(row + 1, number, self.say(heading), self.styles.heading)
        cells = CellWriter(sheet=self.sheet, styles=self.styles, language=self.language)
        row += 2
        for name, table in parts:
            self.sheet.write_url(row, 0, f"internal:'{name}'!A1", self.styles.linked, harmless(name, self.language))
            cells.row(row, (table.title, len(table.rows)), list(WIDTHS[1:]), 1)
            row += 1
        return row

    def legend(self, row: int) -> None:
        """Write how an unknown looks and what it means, and how text and dates are written."""
        self.sheet.write_string(row, 0, self.say(LEGEND), self.styles.strong)
        self.sheet.write_string(row + 1, 0, DASH, self.styles.unknown)
        self.sheet.write_string(row + 1, 1, self.say(LEGEND_UNKNOWN), self.styles.text)
        banner(self.sheet, row + 2, self.say(FORMATTING), self.styles.note, SIZE)
