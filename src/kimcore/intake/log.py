"""Log: the problems of one intake, gathered so that all of them are told at once."""

from collections.abc import Sequence

from kimcore.intake.cells import CellValue, display
from kimcore.intake.headings import Located, Placed
from kimcore.intake.messages import MESSAGES
from kimcore.problems import Problem, Severity
from kimcore.terms import Text

__all__ = ["Log"]

REVERSED = Text("tanggal selesai mendahului tanggal mulai", "it ends before it starts")


class Log:
    """Gathers the problems of a file, each with its words and its place."""

    def __init__(self, file: str) -> None:
        """Start an empty log of a file."""
        self.file = file
        self.problems: list[Problem] = []

    def missing(self, sheet: str, severity: Severity) -> None:
        """Report a sheet that the file does not hold."""
        self.add("sheet_missing", severity, file=self.file, sheet=sheet)

    def report(
        self,
        code: str,
        located: Located,
        row: int | None = None,
        *,
        placed: Placed | None = None,
        value: CellValue = "",
        severity: Severity | None = None,
        **words: object,
    ) -> None:
        """Report a problem of a sheet, a row, or the cell of a row; its value is shown as `shown` says."""
        kind = severity or next(s for s in Severity if (code, s) in MESSAGES)
        file, sheet = located.sheet.file or self.file, located.sheet.name
        said = {"column": placed.heading if placed else "", "value": shown(value, placed), **words}
        self.add(code, kind, file=file, sheet=sheet, row=row, **said)

    def add(
        self, code: str, severity: Severity, *, file: str, sheet: str, row: int | None = None, **words: object
    ) -> None:
        """Put a problem into words and keep it."""
        message = MESSAGES[code, severity]
        said = {"name": REVERSED, "other": "", "column": "", "value": "", **words, "sheet": sheet}
        self.problems.append(
            Problem(
                file=file,
                sheet=sheet,
                row=row,
                column=str(said["column"]),
                value=str(said["value"]),
                code=code,
                severity=severity,
                message=message.text.format(**said),
                remedy=message.remedy.format(**said),
            )
        )

    def sorted(self, sheets: Sequence[str]) -> tuple[Problem, ...]:
        """Return the problems by sheet, in the order given, and by row."""
        order = {name: n for n, name in enumerate(sheets)}
        return tuple(sorted(self.problems, key=lambda p: (order.get(p.sheet, -1), p.row or 0)))


def shown(value: CellValue, placed: Placed | None) -> str:
    """Return a value as a problem may show it: the letters of personal data are masked, 16 digits everywhere."""
    words = display(value)
    is_personal = placed is not None and placed.column.is_personal
    return "".join("*" if c.isalnum() else c for c in words) if is_personal else words
