"""Values: three-valued answers and outcomes, periods, what is denied, and what never ends."""

from datetime import date, timedelta
from enum import Enum
from typing import Any, Final, Self

from attrs import frozen

from kimcore.errors import InvalidValue, UnknownTruth
from kimcore.terms import Term

__all__ = ["DENIED", "OPEN_ENDED", "Answer", "Denied", "Outcome", "Period", "Stated", "recorded"]

OPEN_ENDED: Final = date.max
"""The last day of what does not end: a known value, not an absence (R3)."""


class Denied(Enum):
    """The type of `DENIED`: the office typed that there is none (R25)."""

    DENIED = "denied"


DENIED: Final = Denied.DENIED

Stated = str | Denied | None
"""A text that is recorded (str), said not to exist (`DENIED`), or not recorded (None)."""


class ThreeValued(Term):
    """A Kleene truth value; its members are named in order: true, false, unknown."""

    def __bool__(self) -> bool:
        """Return True or False; raise `UnknownTruth` for the third value."""
        if self is self.pick(None):
            en = f"{self!r} is neither true nor false; compare it with `is`"
            raise UnknownTruth("unknown_truth", en, f"{self!r} bukan ya dan bukan tidak; bandingkan dengan `is`")
        return self is self.pick(True)

    def __invert__(self) -> Self:
        """Return the negation; unknown stays unknown."""
        truth = self.truth
        return self.pick(None if truth is None else not truth)

    def __and__(self, other: Self) -> Self:
        """Return false if one is false, else unknown if one is unknown, else true."""
        pair = (self.truth, other.truth)
        return self.pick(False if False in pair else None if None in pair else True)

    def __or__(self, other: Self) -> Self:
        """Return true if one is true, else unknown if one is unknown, else false."""
        return ~(~self & ~other)

    @property
    def truth(self) -> bool | None:
        """True, False, or None where it is unknown."""
        return (True, False, None)[list(type(self)).index(self)]

    @classmethod
    def pick(cls, truth: bool | None) -> Self:
        """Return the member for True, False or None."""
        return list(cls)[(True, False, None).index(truth)]


class Answer(ThreeValued):
    """What the office answered: yes, no, or not yet (R25)."""

    YES = "yes", "ya", "yes"
    NO = "no", "tidak", "no"
    UNKNOWN = "unknown", "belum diketahui", "unknown"


class Outcome(ThreeValued):
    """What a rule found: met, not met, or cannot be told yet (R16)."""

    MET = "met", "terpenuhi", "met"
    NOT_MET = "not_met", "tidak terpenuhi", "not met"
    UNKNOWN = "unknown", "belum pasti", "unknown"


@frozen
class Period:
    """Days from `start` to `end`; both belong to it. An open period ends on `OPEN_ENDED`."""

    start: date
    end: date = OPEN_ENDED

    def __attrs_post_init__(self) -> None:
        """Refuse an end before the start."""
        if self.end < self.start:
            en = f"a period ends ({self.end}) before it starts ({self.start})"
            id = f"masa berakhir ({self.end}) sebelum mulai ({self.start})"
            raise InvalidValue("period_reversed", en, id)

    def __contains__(self, day: Any) -> bool:
        """Tell whether a date lies in the period."""
        return isinstance(day, date) and self.start <= day <= self.end

    @property
    def is_open(self) -> bool:
        """True if the period has no last day."""
        return self.end == OPEN_ENDED

    @property
    def days(self) -> int | None:
        """The number of days, or None for an open period."""
        return None if self.is_open else (self.end - self.start + timedelta(days=1)).days


def recorded(value: object) -> Answer:
    """Answer whether something is recorded: no for `DENIED`, unknown for None and a blank text (R25), else yes."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return Answer.UNKNOWN
    return Answer.NO if value is DENIED else Answer.YES
