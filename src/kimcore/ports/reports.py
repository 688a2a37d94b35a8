"""The report port: what writes a neutral report or an empty form as a file."""

from pathlib import Path
from typing import Protocol

from kimcore.tables import Form, Report
from kimcore.terms import Language

__all__ = ["FormWriter", "ReportWriter"]


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
