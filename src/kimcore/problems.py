"""Problems: what an intake found wrong, where it stands, and how to mend it."""

from attrs import field, frozen

from kimcore.terms import Term, Text

__all__ = ["Problem", "Severity"]


class Severity(Term):
    """How much a problem matters: an error keeps a row out, a warning a value; an info loses nothing."""

    ERROR = "error", "galat", "error"
    WARNING = "warning", "peringatan", "warning"
    INFO = "info", "keterangan", "info"


@frozen(kw_only=True)
class Problem:
    """One problem of an input file.

    `row` is the number that the spreadsheet shows, or None where the problem concerns a whole sheet or file;
    `column` the heading as the file writes it; `value` what was typed, already masked where it is personal.
    """

    file: str
    sheet: str
    row: int | None = None
    column: str = ""
    value: str = field(default="", repr=False)
    code: str
    severity: Severity
    message: Text
    remedy: Text
