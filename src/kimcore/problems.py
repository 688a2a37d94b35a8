"""Problems: what an intake found wrong, where it stands, and how to mend it."""

from attrs import field, frozen

from kimcore.privacy import general, public
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
    Message and remedy may repeat the value, and what was not recognised may be anything: the three are personal data.
    """

    file: str = field(metadata=public())
    sheet: str = field(metadata=public())
    row: int | None = field(default=None, metadata=public())
    column: str = field(default="", metadata=public())
    value: str = field(default="", repr=False, metadata=general())
    code: str = field(metadata=public())
    severity: Severity = field(metadata=public())
    message: Text = field(repr=False, metadata=general())
    remedy: Text = field(repr=False, metadata=general())
