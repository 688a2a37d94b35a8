"""Documents: the decree of the village head and the signed statement (II.B.3.c, II.B.4.legal.1, II.B.4.statement)."""

from datetime import date

from attrs import field, frozen

from kimcore.privacy import public
from kimcore.values import DENIED, OPEN_ENDED, Answer, Stated, recorded

__all__ = ["Decree", "Documents"]


@frozen(kw_only=True)
class Decree:
    """A decree (SK): its number, days of issue and revocation, and its last day.

    `until` is `OPEN_ENDED` where it is said not to end (R3); `number` is `DENIED` where the office typed that
    there is no decree. None is not recorded.
    """

    number: Stated = field(default=None, metadata=public("II.B.3.c"))
    issued: date | None = field(default=None, metadata=public("II.B.3.c"))
    until: date | None = field(default=None, metadata=public("II.B.4.legal.1"))
    revoked: date | None = field(default=None, metadata=public("II.B.6.1"))

    @property
    def recorded(self) -> Answer:
        """Yes for a number or a date of issue, no where it is denied (that goes before the date), else unknown."""
        stated = recorded(self.number)
        return Answer.YES if stated is Answer.UNKNOWN and self.issued is not None else stated

    @property
    def is_open_ended(self) -> bool:
        """True where the decree is said not to end."""
        return self.until == OPEN_ENDED


@frozen(kw_only=True)
class Documents:
    """The decrees of a KIM in the order of the register, and the day its board signed the statement (R23)."""

    decrees: tuple[Decree, ...] = field(default=(), metadata=public("II.B.3.c"))
    statement_signed: date | None = field(default=None, metadata=public("II.B.4.statement"))

    def decree_on(self, on: date) -> Decree:
        """Return the decree to judge on a date: the one issued last on or before it, the later row where two tie.

        Where none was issued by then, one whose day of issue is not recorded, else the one issued next; where no
        decree is recorded, a denial, else the last row, else an empty decree.
        """
        real = [d for d in self.decrees if d.recorded is Answer.YES]
        begun = [d for d in real if d.issued is not None and d.issued <= on]
        if begun:
            return max(reversed(begun), key=day_of_issue)
        undated = [d for d in real if d.issued is None]
        if undated:
            return undated[-1]
        denied = tuple(d for d in self.decrees if d.number is DENIED)
        return min(real, key=day_of_issue) if real else (denied or self.decrees or (Decree(),))[-1]


def day_of_issue(decree: Decree) -> date:
    """Return the day of issue, for comparing decrees that have one."""
    return decree.issued or date.min
