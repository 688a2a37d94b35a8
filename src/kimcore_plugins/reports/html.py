"""html: a report as one self-contained page; extra `report`."""

from pathlib import Path

from attrs import frozen

from kimcore.tables import Report
from kimcore.terms import Language
from kimcore_plugins.reports.files import replacing
from kimcore_plugins.reports.page import render

__all__ = ["HtmlWriter"]


@frozen(kw_only=True)
class HtmlWriter:
    """Writes reports as one HTML page each; the same report gives the same bytes."""

    def write(self, report: Report, target: Path, language: Language = "id") -> None:
        """Write the page whole or not at all.

        Raises `MissingExtra` without jinja2 or Babel, `Unwritable` (`report_not_written`) where the file cannot be
        replaced.
        """
        page = render(report, language).encode()
        with replacing(target) as file:
            file.write(page)
