"""html: a report, or a notice to one KIM, as one self-contained page; extra `report`."""

from pathlib import Path

from attrs import frozen

from kimcore.tables import Notice, Report
from kimcore.terms import Language
from kimcore_plugins.reports.files import replacing
from kimcore_plugins.reports.notice import render_notice
from kimcore_plugins.reports.page import render

__all__ = ["HtmlWriter"]


@frozen(kw_only=True)
class HtmlWriter:
    """Writes reports and notices as one HTML page each; the same report gives the same bytes."""

    def write(self, report: Report, target: Path, language: Language = "id") -> None:
        """Write the page whole or not at all.

        Raises `MissingExtra` without jinja2 or Babel, `Unwritable` (`report_not_written`) where the file cannot be
        replaced.
        """
        page = render(report, language).encode()
        with replacing(target) as file:
            file.write(page)

    def compose_notice(self, notice: Notice, language: Language = "id") -> bytes:
        """Return the page of a notice; raise `MissingExtra` without jinja2 or Babel."""
        return render_notice(notice, language).encode()

    def write_notice(self, notice: Notice, target: Path, language: Language = "id") -> None:
        """Write the page of a notice whole or not at all; it raises as `write` does."""
        page = self.compose_notice(notice, language)
        with replacing(target) as file:
            file.write(page)
