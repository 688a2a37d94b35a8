"""The observing port: who is told of the decisions of an office, once they are recorded."""

from datetime import date
from typing import Any, Protocol

from attrs import evolve, field, fields, frozen

from kimcore.privacy import Privacy, privacy_of, public, specific

__all__ = ["DecisionObserver", "RecordedDecision"]


@frozen(kw_only=True)
class RecordedDecision:
    """A decision that was recorded, as plain data: ids, codes, dates and, for those who ask, what is personal in it.

    `id` is that of the decision, `kim` that of the KIM; `kind` and `finding` are codes. `since` and `until` are the
    term of an admission or renewal; an open term has no `until`. Unless asked for, `ground` is None, for it may be a
    crime of an officer, and `finding`, `officer`, `reason`, `evidence` and `overrides` are empty.
    """

    id: str = field(metadata=public())
    office: str = field(metadata=public("I.A.3"))
    kim: str = field(metadata=public())
    kind: str = field(metadata=public("II.B.6.who"))
    on: date = field(metadata=public("II.B.6.who"))
    ground: int | None = field(default=None, repr=False, metadata=specific("II.B.6.review"))
    finding: str = field(default="", repr=False, metadata=specific("II.B.6.terminate"))
    since: date | None = field(default=None, metadata=public("III.A.r"))
    until: date | None = field(default=None, metadata=public("III.A.r"))
    officer: str = field(default="", repr=False, metadata=specific("II.B.6.who"))
    reason: str = field(default="", repr=False, metadata=specific("II.B.6.review"))
    evidence: str = field(default="", repr=False, metadata=specific("II.B.6.terminate"))
    overrides: str = field(default="", repr=False, metadata=specific("II.B.4.statement"))

    def without_personal_data(self) -> "RecordedDecision":
        """Return the decision without ground and finding, and without what persons wrote or are called."""
        personal = (f for f in fields(type(self)) if privacy_of(f) is not Privacy.NONE)
        blank: dict[str, Any] = {f.name: f.default for f in personal}
        return evolve(self, **blank)


class DecisionObserver(Protocol):
    """Is told of decisions; it cannot change or forbid one."""

    def decided(self, decision: RecordedDecision) -> None:
        """Take note of a decision that was recorded; an error is logged and changes nothing."""
        ...
