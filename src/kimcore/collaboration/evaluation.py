"""Evaluation: what KIMs showed in a window before and after an event, and how much of it is known (IV.C.stage.8)."""

from collections.abc import Iterable
from datetime import date, timedelta

from attrs import field, frozen

from kimcore.collaboration.events import CapacityEvent
from kimcore.collaboration.parameters import parameter
from kimcore.errors import InvalidValue
from kimcore.monitoring import Content, Sum
from kimcore.privacy import public
from kimcore.rules import Rulebook
from kimcore.values import Period

__all__ = ["ContentChange", "EventEvaluation", "evaluate"]


@frozen(kw_only=True)
class ContentChange:
    """Contents of one KIM in both windows; None where none of its contents has a day: that is unknown, not 0."""

    kim: str = field(metadata=public("IV.C.stage.8"))
    before: int | None = field(metadata=public("IV.C.stage.8"))
    after: int | None = field(metadata=public("IV.C.stage.8"))
    undated: int = field(metadata=public("IV.C.stage.8"))

    @property
    def change(self) -> int | None:
        """Contents after less contents before, or None where it is unknown."""
        return None if self.before is None or self.after is None else self.after - self.before


@frozen(kw_only=True)
class EventEvaluation:
    """What the KIMs of an event showed before and after it.

    `before` ends on the eve of the first session, `after` begins on the day after the last one; both have as many days
    as the parameter says. `is_over` tells whether the second window had ended by the day of the evaluation.
    """

    event: str = field(metadata=public("IV.C.stage.8"))
    before: Period = field(metadata=public("IV.C.stage.8"))
    after: Period = field(metadata=public("IV.C.stage.8"))
    is_over: bool = field(metadata=public("IV.C.stage.8"))
    changes: tuple[ContentChange, ...] = field(metadata=public("IV.C.stage.8"))

    @property
    def total_before(self) -> Sum:
        """All contents before, with of how many KIMs they are known."""
        return Sum.of(c.before for c in self.changes)

    @property
    def total_after(self) -> Sum:
        """All contents after, with of how many KIMs they are known."""
        return Sum.of(c.after for c in self.changes)


def evaluate(
    event: CapacityEvent, contents: Iterable[Content], on: date, rulebook: Rulebook | None = None
) -> EventEvaluation:
    """Compare what the KIMs of an event showed before and after it, as known on a day.

    Raise `InvalidValue` for an event none of whose sessions has a day.
    """
    if not event.days:
        en, id = (
            "an event without a dated session cannot be evaluated",
            "kegiatan tanpa hari sesi tidak dapat dievaluasi",
        )
        raise InvalidValue("event_undated", en, id, field="sessions", clause="IV.C.stage.8")
    first, last = event.days[0], event.days[-1]
    window = timedelta(days=parameter("evaluation_window_days", last, rulebook).value)
    day = timedelta(days=1)
    before, after = Period(first - window, first - day), Period(last + day, last + window)
    known = [c for c in contents if c.shown is None or c.shown <= on]
    return EventEvaluation(
        event=event.id,
        before=before,
        after=after,
        is_over=on > after.end,
        changes=tuple(change_of(kim, [c for c in known if c.kim == kim], before, after) for kim in event.kims),
    )


def change_of(kim: str, contents: list[Content], before: Period, after: Period) -> ContentChange:
    """Return the contents of one KIM in both windows."""
    dated = [c for c in contents if c.shown is not None]
    return ContentChange(
        kim=kim,
        before=sum(c.shown in before for c in dated) if dated else None,
        after=sum(c.shown in after for c in dated) if dated else None,
        undated=len(contents) - len(dated),
    )
