"""Cases: indications of a ground and what the office concluded (II.B.6, R12)."""

from datetime import date

from attrs import field, frozen

from kimcore.errors import InvalidValue
from kimcore.privacy import general, public, specific
from kimcore.terms import Term

__all__ = ["Case", "Finding"]


class Finding(Term):
    """What a review concluded (R12)."""

    PROVEN = "proven", "terbukti", "proven"
    CLEARED = "cleared", "tidak terbukti", "cleared"


@frozen(kw_only=True)
class Case:
    """A case about ground 1 to 7: when it was indicated and from where, and its conclusion.

    An incomplete conclusion is kept as written; `concluded_on` then answers no (R12).
    """

    ground: int = field(metadata=public("II.B.6.review", minimum=1, maximum=7))
    indicated: date | None = field(default=None, metadata=public("II.B.6.review"))
    source: str = field(default="", repr=False, metadata=specific("II.B.6.review"))
    finding: Finding | None = field(default=None, metadata=public("II.B.6.terminate"))
    concluded: date | None = field(default=None, metadata=public("II.B.6.terminate"))
    officer: str = field(default="", repr=False, metadata=general("II.B.6.who", names="other"))
    evidence: str = field(default="", repr=False, metadata=specific("II.B.6.terminate"))

    def __attrs_post_init__(self) -> None:
        """Refuse a ground that is none of the seven."""
        if not 1 <= self.ground <= 7:
            en, id = f"ground {self.ground} is none of the seven", f"dasar {self.ground} bukan salah satu dari ketujuh"
            raise InvalidValue("ground_unknown", en, id, field="ground")

    @property
    def rule(self) -> str:
        """The clause of the ground, for example `II.B.6.2`."""
        return f"II.B.6.{self.ground}"

    @property
    def dated(self) -> date | None:
        """The day of the case: that of its indication, else of its conclusion; None counts for nothing."""
        return self.indicated or self.concluded

    @property
    def is_complete(self) -> bool:
        """True if the conclusion has what R12 asks: proven needs date, officer and evidence; cleared no evidence."""
        has_base = self.finding is not None and self.concluded is not None and bool(self.officer.strip())
        return has_base and (self.finding is Finding.CLEARED or bool(self.evidence.strip()))

    def concluded_on(self, on: date) -> Finding | None:
        """Return the conclusion that stands on a date, or None."""
        done = self.is_complete and self.concluded is not None and self.concluded <= on
        return self.finding if done else None
