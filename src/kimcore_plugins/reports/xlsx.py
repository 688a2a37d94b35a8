"""xlsx: a report as one workbook, a cover and a sheet per table; extra `xlsx`."""

from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from attrs import frozen

from kimcore.tables import Form, Report
from kimcore.terms import Language
from kimcore_plugins.reports.cover import Cover
from kimcore_plugins.reports.files import replacing
from kimcore_plugins.reports.form import fill_form
from kimcore_plugins.reports.plain import clean, missing, plain
from kimcore_plugins.reports.sheets import chart_table, sheet_names, timeline_table
from kimcore_plugins.reports.styles import styles
from kimcore_plugins.reports.tablesheet import TableSheet
from kimcore_plugins.reports.wording import COVER

if TYPE_CHECKING:
    from xlsxwriter import Workbook

__all__ = ["XlsxWriter"]

# Nothing is written to disk but the report itself; text from data never becomes a formula, a link or a number.
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@frozen(kw_only=True)
class XlsxWriter:
    """Writes reports as Excel workbooks.

    The same report gives the same bytes if its particulars hold a date, which becomes the date of the workbook.
    """

    def write(self, report: Report, target: Path, language: Language = "id") -> None:
        """Write the workbook whole or not at all.

        Raises `MissingExtra` without xlsxwriter, `Unwritable` (`report_not_written`) where the file cannot be replaced.
        """
        with replacing(target) as file:
            fill(report, file, language)

    def write_form(self, form: Form, target: Path, language: Language = "id") -> None:
        """Write an empty form whole or not at all; it raises what `write` raises."""
        with replacing(target) as file:
            fill_form(form, file, language)


def fill(report: Report, file: BinaryIO, language: Language) -> None:
    """Write a report's workbook into an open file."""
    try:
        from xlsxwriter import Workbook
        from xlsxwriter.exceptions import FileCreateError
    except ImportError as error:
        raise missing("xlsxwriter", "xlsx") from error
    book = Workbook(file, OPTIONS)
    book.set_properties(properties(report, language))
    try:
        sheets(book, report, language)
        book.close()
    except FileCreateError as error:
        raise error.args[0] from error


def properties(report: Report, language: Language) -> dict[str, object]:
    """Return the document properties: title, warning, and the first date of the particulars."""
    found: dict[str, object] = {"title": clean(report.title.say(language))[:255]}
    if report.warning:
        found["comments"] = clean(report.warning.say(language))
    values = (plain(value, language) for _, value in report.particulars)
    on = next((value for value in values if hasattr(value, "isoformat")), None)
    return found | ({"created": datetime.combine(on, time())} if on else {})  # type: ignore[arg-type]


def sheets(book: "Workbook", report: Report, language: Language) -> None:
    """Write the cover, then a sheet per table, then one with the list of each chart and timeline."""
    parts = [*report.tables, *map(chart_table, report.charts), *map(timeline_table, report.timelines)]
    wanted = [COVER.say(language), *(part.name.say(language) for part in parts)]
    names = sheet_names(wanted, language)
    looks = styles(book)
    pages = [book.add_worksheet(name) for name in names]
    Cover(sheet=pages[0], styles=looks, language=language).write(report, list(zip(names[1:], parts, strict=True)))
    for sheet, part in zip(pages[1:], parts, strict=True):
        TableSheet(sheet=sheet, styles=looks, language=language, cover=names[0]).write(part, report.warning)
