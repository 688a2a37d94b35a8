"""Considerations: single reasons for or against going on with a KIM, each with its value, date, clause and source."""

from datetime import date

from attrs import frozen

from kimcore.clauses import Clause
from kimcore.terms import Term, Text

__all__ = ["Consideration", "Side"]


class Side(Term):
    """What a consideration speaks for."""

    FOR = "for", "mendukung", "for"
    AGAINST = "against", "tidak mendukung", "against"
    UNTOLD = "untold", "belum dapat dipastikan", "cannot be told"


@frozen(kw_only=True)
class Consideration:
    """One reason: its subject, what it says, the day of what it rests on, the clause and where it is recorded.

    Of what cannot be told, the text says what to record to know.
    """

    subject: str
    side: Side
    text: Text
    on: date
    clause: Clause
    source: Text
