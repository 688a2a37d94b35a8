"""The report port: what writes a neutral report, an empty form or a notice."""

from pathlib import Path
from typing import Protocol

from kimcore.tables import Form, Notice, Report
from kimcore.terms import Language

__all__ = ["FormWriter", "NoticeWriter", "ReportWriter"]


class ReportWriter(Protocol):
    """Writes reports in one form."""

    def write(self, report: Report, target: Path, language: Language) -> None:
        """Write a report to a file, replacing it; data never become a formula or markup."""
        ...


class FormWriter(Protocol):
    """Writes empty forms to fill in, for a kind of file that people can edit."""

    def write_form(self, form: Form, target: Path, language: Language) -> None:
        """Write a form to a file, replacing it; its headings stand as the form has them in every language."""
        ...


class NoticeWriter(Protocol):
    """Writes notices of one page, for a kind of file that people read or print."""

    def compose_notice(self, notice: Notice, language: Language) -> bytes:
        """Return a notice as the content of a file; data never become markup."""
        ...

    def write_notice(self, notice: Notice, target: Path, language: Language) -> None:
        """Write a notice to a file, replacing it."""
        ...
