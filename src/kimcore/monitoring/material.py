"""Material: what the measures of one KIM, or of the whole office, are taken from over a period."""

from collections.abc import Sequence
from datetime import date
from typing import Final, Self

from attrs import frozen

from kimcore.community import Activity
from kimcore.monitoring.consistency import DORMANT_AFTER_DAYS, Consistency, active_days, consistency_of
from kimcore.monitoring.dossiers import Dossier
from kimcore.monitoring.engagement import Engagement, engagement_of
from kimcore.monitoring.figures import STALE_AFTER_DAYS
from kimcore.monitoring.gatherings import Gathering
from kimcore.monitoring.indicators import SocialRow, social_rows
from kimcore.monitoring.surveys import Survey, SurveyChange, survey_changes
from kimcore.monitoring.trends import Growth, audience_growth
from kimcore.values import Period

__all__ = ["DEFAULT", "Limits", "Material"]


@frozen(kw_only=True)
class Limits:
    """The dated parameters that measures read: after how many days figures are stale, and a KIM is dormant."""

    stale_after_days: int = STALE_AFTER_DAYS
    dormant_after_days: int = DORMANT_AFTER_DAYS


DEFAULT: Final = Limits()


@frozen(kw_only=True)
class Material:
    """What belongs to a period: activities, contents and gatherings by their dates, figures as known at its end.

    `kim` is None for what is recorded of the whole office alone. `has_log` tells whether any activity is recorded at
    all; `undated_` numbers could not be assigned.
    """

    kim: str | None = None
    growths: tuple[Growth, ...] = ()
    has_log: bool = False
    activities: tuple[Activity, ...] = ()
    undated_activities: int = 0
    rows: tuple[SocialRow, ...] = ()
    undated_contents: int = 0
    engagement: tuple[Engagement, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    undated_gatherings: int = 0
    changes: tuple[SurveyChange, ...] = ()
    undated_surveys: int = 0
    consistency: Consistency | None = None

    @property
    def undated_works(self) -> int:
        """How many things that the KIM did have no day."""
        return self.undated_activities + self.undated_contents + self.undated_gatherings

    @classmethod
    def of(cls, dossier: Dossier, period: Period, limits: Limits = DEFAULT) -> Self:
        """Gather what belongs to a period of one KIM."""
        kim, log = dossier.kim.id, dossier.kim.log
        growths = audience_growth(dossier.records, period, limits.stale_after_days)
        shown = tuple(c for c in dossier.contents if c.shown in period)
        rows = social_rows(shown, {kim: dossier.records}, period.end)
        days = active_days(log, dossier.contents, dossier.gatherings)
        return cls(
            kim=kim,
            growths=growths,
            has_log=bool(log),
            activities=tuple(a for a in log if a.on in period),
            undated_activities=undated([a.on for a in log]),
            rows=rows,
            undated_contents=undated([c.shown for c in dossier.contents]),
            engagement=engagement_of(kim, rows, growths),
            gatherings=tuple(g for g in dossier.gatherings if g.held in period),
            undated_gatherings=undated([g.held for g in dossier.gatherings]),
            changes=survey_changes(dossier.surveys, period),
            undated_surveys=undated([s.surveyed for s in dossier.surveys]),
            consistency=consistency_of(kim, days, period, limits.dormant_after_days),
        )

    @classmethod
    def of_office(cls, surveys: Sequence[Survey], period: Period) -> Self:
        """Gather what belongs to a period and to no one KIM: the surveys of the whole office."""
        return cls(
            changes=survey_changes(surveys, period),
            undated_surveys=undated([s.surveyed for s in surveys]),
        )


def undated(days: Sequence[date | None]) -> int:
    """Return how many things have no day."""
    return days.count(None)
