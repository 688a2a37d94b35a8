"""Retention: how long what is kept, counted from what; proposals of kimcore, which an office may replace.

Neither the guideline nor Law 27/2022 gives a number of days for any of these: the law asks that personal data be
erased when they are no longer needed. Each number says so in its source.
"""

from datetime import date
from typing import Final

from attrs import frozen
from dateutil.relativedelta import relativedelta

from kimcore.rules import ParameterValue, Setting
from kimcore.terms import Term, Text

__all__ = ["RETENTION", "Due", "RetentionKind", "RetentionRule"]

PROPOSAL: Final = "usulan kimcore (kimcore's own proposal)"
FROM: Final = date(2022, 10, 17)


class RetentionKind(Term):
    """What a rule of retention is about."""

    UNDO = "undo", "catatan untuk membatalkan impor", "what an import wrote over"
    PROBLEMS = "problems", "masalah dan perubahan suatu impor", "problems and changes of an import"
    PARTNERSHIP = (
        "partnership",
        "data pribadi pada kemitraan yang berakhir",
        "personal data of a partnership that ended",
    )
    REQUEST = "request", "permintaan orang yang sudah ditutup", "requests of persons that were closed"


@frozen
class RetentionRule:
    """How long something is kept: `months` after the event that `since` names."""

    kind: RetentionKind
    months: Setting
    since: Text

    def due(self, since: date, on: date) -> date:
        """Return the day on which what happened on a day falls due, by the number in force on a date."""
        return since + relativedelta(months=self.months.on(on).value)


@frozen(kw_only=True)
class Due:
    """A record that falls due: by which kind of rule, since when it counts, and the day."""

    kind: RetentionKind
    id: str
    since: date
    due: date


def rule(kind: RetentionKind, months: int, since: Text) -> RetentionRule:
    """Return a rule with one number, proposed here."""
    values = (ParameterValue(FROM, months, PROPOSAL),)
    return RetentionRule(kind, Setting(f"keep_{kind.code}", kind.text, Text("bulan", "months"), values), since)


IMPORTED = Text("sejak impor", "from the import")
RETENTION: Final = (
    rule(RetentionKind.UNDO, 3, IMPORTED),
    rule(RetentionKind.PROBLEMS, 12, IMPORTED),
    rule(RetentionKind.PARTNERSHIP, 60, Text("sejak kemitraan berakhir", "from the end of the partnership")),
    rule(RetentionKind.REQUEST, 24, Text("sejak ditutup", "from its closing")),
)
"""The rules that `Workspace.retain` follows unless it is given others."""
