"""Periods: terms of partnership, and the activities whose dates the rules read (III.A.r, Tabel 5.2)."""

from datetime import date

from attrs import field, frozen

from kimcore.privacy import general, public
from kimcore.values import Period

__all__ = ["Activity", "PartnershipTerm"]


@frozen(kw_only=True)
class PartnershipTerm:
    """A term of partnership for a programme or policy (III.A.r)."""

    period: Period = field(metadata=public("III.A.r"))
    programme: str = field(default="", metadata=public("III.A.r"))


@frozen(kw_only=True)
class Activity:
    """A row of the dissemination log (Tabel 5.2).

    `count` None is not recorded; it stands for an activity all the same, 0 for none (R24). `proof` is an address
    or another proof that can be opened (V.B.log.link).
    """

    on: date | None = field(default=None, metadata=public("V.B.log.date"))
    activity: str = field(default="", repr=False, metadata=public("V.B.log.activity"))
    format: str = field(default="", metadata=public("V.B.log.format"))
    count: int | None = field(default=None, metadata=public("V.B.log.count", minimum=0))
    proof: str = field(default="", repr=False, metadata=general("V.B.log.link"))

    @property
    def took_place(self) -> bool:
        """True unless the count says 0."""
        return self.count is None or self.count > 0
