"""Logs: what a workspace did, said to the logger `kimcore`, one line each, without personal data.

Nothing is printed unless the application sets up logging. Names of files, sheets and columns come from outside: what
is not printable in them is escaped, so that no line can be forged.
"""

import logging
from collections.abc import Iterable
from pathlib import Path

from kimcore.ports import RecordedDecision
from kimcore.results import IntakeReport

__all__ = ["LOGGER", "log_decision", "log_files", "log_intake", "one_line"]

LOGGER = logging.getLogger("kimcore")
LOGGER.addHandler(logging.NullHandler())


def one_line(text: str) -> str:
    """Return a text in which everything that is not printable is escaped."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def log_intake(report: IntakeReport, files: Iterable[str]) -> None:
    """Say what an import did (info), and where each problem is (debug); values stay out of the log."""
    counts = (report.accepted, report.changed, report.unchanged, report.rejected, len(report))
    what = "read, nothing stored" if report.is_dry_run else "imported"
    names = ", ".join(map(one_line, files))
    LOGGER.info(
        "%s for %s: %s; new %d, changed %d, unchanged %d, rejected %d, problems %d", what, report.office, names, *counts
    )
    for p in report if LOGGER.isEnabledFor(logging.DEBUG) else ():
        LOGGER.debug("problem %s: %s", p.code, one_line(f"{p.file} / {p.sheet} / {p.row or ''} / {p.column}"))


def log_decision(decision: RecordedDecision) -> None:
    """Say which decision was recorded for which KIM (its id)."""
    LOGGER.info("decision %s on %s for %s", decision.kind, decision.on, one_line(decision.kim))


def log_files(files: Iterable[Path]) -> None:
    """Say which files were written."""
    for file in files:
        LOGGER.info("wrote %s", one_line(str(file)))
