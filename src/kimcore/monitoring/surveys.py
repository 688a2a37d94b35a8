"""Surveys: what an audience knows and thinks before and after, and whether that changed (V.A.outcome)."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Final

from attrs import field, frozen

from kimcore.monitoring.intervals import Interval, difference_interval, share_interval
from kimcore.privacy import public
from kimcore.terms import Term
from kimcore.values import Period

__all__ = ["SMALL_SURVEY", "Aspect", "Phase", "Survey", "SurveyChange", "Verdict", "survey_changes"]

SMALL_SURVEY: Final = 30
"""A survey with fewer answers is marked as small."""


class Aspect(Term):
    """What a survey asks about (Tabel 5.1, Outcome)."""

    AWARENESS = "awareness", "kesadaran", "awareness"
    ATTITUDE = "attitude", "sikap", "attitude"


class Phase(Term):
    """Whether a survey was held before or after the dissemination."""

    BEFORE = "before", "sebelum", "before"
    AFTER = "after", "sesudah", "after"


class Verdict(Term):
    """What two surveys say together: a change is clear where its interval does not hold 0."""

    ROSE = "rose", "naik", "rose"
    FELL = "fell", "turun", "fell"
    NO_CLEAR_CHANGE = "no_clear_change", "tidak berubah jelas", "no clear change"
    UNKNOWN = "unknown", "belum diketahui", "unknown"


@frozen(kw_only=True)
class Survey:
    """Answers of one survey, added up; `kim` is empty for one of the whole office. Who answered is not recorded.

    `asked` is how many were asked, `answered` how many answered, `favourable` how many of those know of the topic
    (awareness) or are in favour (attitude).
    """

    kim: str = field(default="", metadata=public("V.A.outcome"))
    topic: str = field(metadata=public("V.A.outcome"))
    aspect: Aspect | None = field(default=None, metadata=public("V.A.outcome"))
    phase: Phase | None = field(default=None, metadata=public("V.A.outcome"))
    surveyed: date | None = field(default=None, metadata=public("V.A.outcome"))
    asked: int | None = field(default=None, metadata=public("V.A.outcome", minimum=0))
    answered: int | None = field(default=None, metadata=public("V.A.outcome", minimum=0))
    favourable: int | None = field(default=None, metadata=public("V.A.outcome", minimum=0))

    @property
    def key(self) -> tuple[str, ...]:
        """What names it: KIM, topic (without case), aspect, phase, day."""
        terms = (t.code if t else "" for t in (self.aspect, self.phase))
        return (self.kim, " ".join(self.topic.casefold().split()), *terms, str(self.surveyed or ""))

    @property
    def counts(self) -> tuple[int, int] | None:
        """Favourable answers and answers; None where one is not recorded, nobody answered, or they contradict."""
        favourable, answered = self.favourable, self.answered
        return (favourable, answered) if favourable is not None and answered and favourable <= answered else None

    @property
    def share(self) -> float | None:
        """Favourable answers per answer, 0 to 1; None where it is unknown."""
        return self.counts[0] / self.counts[1] if self.counts else None

    @property
    def interval(self) -> Interval | None:
        """The 95 % interval of the share; None where it is unknown."""
        return share_interval(*self.counts) if self.counts else None

    @property
    def is_small(self) -> bool:
        """True if fewer than `SMALL_SURVEY` answers are known."""
        return self.counts is not None and self.counts[1] < SMALL_SURVEY


@frozen(kw_only=True)
class SurveyChange:
    """How one aspect of a topic changed among the audience of a KIM, or (`kim` empty) of the whole office.

    `after` is the latest survey after the dissemination, `before` the latest one before it that is not held later;
    either may be missing. Both samples are taken as independent.
    """

    kim: str
    topic: str
    aspect: Aspect | None
    before: Survey | None
    after: Survey | None

    @property
    def change(self) -> float | None:
        """The share after less the share before, in percentage points; None where one is unknown."""
        old, new = (s.share if s else None for s in (self.before, self.after))
        return None if old is None or new is None else 100 * (new - old)

    @property
    def interval(self) -> Interval | None:
        """The 95 % interval of the change, in percentage points; None where it is unknown."""
        old, new = (s.counts if s else None for s in (self.before, self.after))
        if old is None or new is None:
            return None
        found = difference_interval(old, new)
        return Interval(100 * found.lower, 100 * found.upper)

    @property
    def verdict(self) -> Verdict:
        """What both surveys say."""
        found = self.interval
        if found is None:
            return Verdict.UNKNOWN
        return Verdict.ROSE if found.lower > 0 else Verdict.FELL if found.upper < 0 else Verdict.NO_CLEAR_CHANGE

    @property
    def is_small(self) -> bool:
        """True if either survey is small."""
        return any(s.is_small for s in (self.before, self.after) if s)


def survey_changes(surveys: Iterable[Survey], period: Period) -> tuple[SurveyChange, ...]:
    """Return the changes that belong to a period: by their survey after, or where there is none, by that before.

    They stand by KIM, topic and aspect. A survey without a day, or without a phase, is in none.
    """
    found: defaultdict[tuple[str, ...], list[Survey]] = defaultdict(list)
    for survey in surveys:
        if survey.surveyed and survey.phase and survey.surveyed <= period.end:
            found[survey.key[:3]].append(survey)
    changes = (compared(found[key]) for key in sorted(found))
    return tuple(c for c in changes if (held := c.after or c.before) and held.surveyed in period)


def compared(surveys: list[Survey]) -> SurveyChange:
    """Return the change that surveys of one topic and aspect tell."""
    after = latest([s for s in surveys if s.phase is Phase.AFTER])
    end = after.surveyed if after and after.surveyed else date.max
    before = latest([s for s in surveys if s.phase is Phase.BEFORE and (s.surveyed or date.max) <= end])
    one = after or before or surveys[0]
    return SurveyChange(kim=one.kim, topic=one.topic, aspect=one.aspect, before=before, after=after)


def latest(surveys: list[Survey]) -> Survey | None:
    """Return the survey held last, None where there is none."""
    return max(surveys, key=lambda s: s.surveyed or date.min, default=None)
