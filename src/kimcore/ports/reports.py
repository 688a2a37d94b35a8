"""The report port: what writes a neutral report as a file."""

from pathlib import Path
from typing import Protocol

from kimcore.tables import Report
from kimcore.terms import Language

__all__ = ["ReportWriter"]


class ReportWriter(Protocol):
    """Writes reports in one form."""

    def write(self, report: Report, target: Path, language: Language) -> None:
        """Write a report to a file, replacing it; data never become a formula or markup."""
        ...
