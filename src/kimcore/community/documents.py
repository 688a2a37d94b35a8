"""Documents: the decree of the village head and the signed statement (II.B.3.c, II.B.4.legal.1, II.B.4.statement)."""

from datetime import date

from attrs import field, frozen

from kimcore.privacy import public
from kimcore.values import DENIED, OPEN_ENDED, Answer, Stated

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
        if self.number is DENIED:
            return Answer.NO
        return Answer.UNKNOWN if self.number is None and self.issued is None else Answer.YES

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

        Where none was issued by then, one whose day of issue is not recorded, else the last row; an empty decree
        where there is none.
        """
        candidates = [d for d in self.decrees if d.issued is not None and d.issued <= on and d.number is not DENIED]
        if candidates:
            return max(reversed(candidates), key=lambda d: d.issued or date.min)
        undated = [d for d in self.decrees if d.issued is None and d.number is not DENIED]
        rest = undated or list(self.decrees)
        return rest[-1] if rest else Decree()
