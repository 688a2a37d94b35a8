"""Outlook: what stops holding within so many days, when, and by which rule.

Nothing is judged day by day: an outcome can change only on a day that is recorded, on the day after, where a window of
months has passed over it, or where a parameter gets another value.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from attrs import fields, frozen
from attrs import has as is_record
from dateutil.relativedelta import relativedelta

from kimcore.clauses import Clause, cite
from kimcore.community import Kim
from kimcore.errors import InvalidValue
from kimcore.factsheet import facts, phrase
from kimcore.partnership.states import PartnershipState, state_of
from kimcore.rules import Group, Judgement, Rulebook, find, months_read
from kimcore.terms import Text
from kimcore.values import Outcome

__all__ = ["Change", "outlook"]

LATEST = date(9000, 1, 1)
STANDING = (PartnershipState.PARTNER, PartnershipState.UNDER_REVIEW)
TERM = cite("III.A.r")
TERMINATED = cite("II.B.6.terminate")
LOST = {
    PartnershipState.ENDED: (TERM, "term_until", Text("Masa kemitraan berakhir: {why}.", "The term is over: {why}.")),
    PartnershipState.TERMINATED: (
        TERMINATED,
        "proven_in_term",
        Text("Kemitraan dihentikan: {why}.", "The partnership is terminated: {why}."),
    ),
}
RANKS = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET)


@frozen(kw_only=True)
class Change:
    """Something that stops holding on a day: what it was until then, what it is from then on, and why.

    `rule` is the id of a condition or ground, `III.A.r` for a term that runs out, or `II.B.6.terminate`. A ground
    stops being absent: it goes from not met towards met.
    """

    rule: str
    on: date
    before: Outcome | PartnershipState
    after: Outcome | PartnershipState
    reason: Text

    @property
    def clause(self) -> Clause:
        """The clause of the rule."""
        return cite(self.rule)


def outlook(kim: Kim, rulebook: Rulebook, on: date, days: int) -> tuple[Change, ...]:
    """Return what stops holding from the day after `on` to `days` days after it, in order, each with its first day.

    It rests on what is recorded now; `kim` carries the office's decisions. Raises `InvalidValue` for fewer days than
    one, or more than the calendar holds.
    """
    if not 0 < days <= (LATEST - on).days:
        raise InvalidValue(
            "outlook_days",
            f"{days} days ahead of {on} cannot be looked at",
            f"{days} hari sesudah {on} tidak dapat ditinjau",
            field="days",
        )
    looked_at = (on, *turning_days(kim, rulebook, on, on + timedelta(days)))
    judged = [rulebook.as_of(day).judge(facts(kim, day)) for day in looked_at]
    return tuple(change for before, after in pairwise(judged) for change in changes(before, after))


def turning_days(kim: Kim, rulebook: Rulebook, on: date, last: date) -> list[date]:
    """Return the days after `on`, up to `last`, on which an outcome can differ from that of the day before."""
    months = {name for rule in rulebook for name in months_read(rule.when)}
    windows = {value.value for setting in rulebook.settings if setting.name in months for value in setting.values}
    found = {value.since for setting in rulebook.settings for value in setting.values}
    for day in {day for day in days_in(kim) if day <= last}:
        for window in {0, *windows}:
            moved = day + relativedelta(months=window)
            found |= {moved, moved + timedelta(days=1)}
    return sorted(day for day in found if on < day <= last)


def days_in(value: Any) -> Iterator[date]:
    """Yield every day that a record holds, at whatever depth."""
    if isinstance(value, date):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from days_in(item)
    elif is_record(type(value)):
        for field in fields(type(value)):
            yield from days_in(getattr(value, field.name))


def changes(before: Judgement, after: Judgement) -> Iterator[Change]:
    """Yield what holds less on the day of the second judgement than on the day before it."""
    for (rule, was), (_, now) in zip(before.outcomes(), after.outcomes(), strict=True):
        lost = RANKS.index(now) < RANKS.index(was)
        gained = RANKS.index(now) > RANKS.index(was)
        if gained if rule.group is Group.GROUND else lost:
            reason = find(rule, now, after.facts, after.rules.parameters).reason
            yield Change(rule=rule.id, on=after.on, before=was, after=now, reason=reason)
    yield from ending(before, after)


def ending(before: Judgement, after: Judgement) -> Iterator[Change]:
    """Yield the end of a partnership that stood on the day before."""
    was, now = state_of(before), state_of(after)
    if was in STANDING and now in LOST:
        clause, fact, words = LOST[now]
        yield Change(
            rule=clause.id, on=after.on, before=was, after=now, reason=words.format(why=phrase(after.facts, fact))
        )
