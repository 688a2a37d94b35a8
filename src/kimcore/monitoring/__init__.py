"""Monitoring: what a KIM's work reaches and how its audience responds (chapter V)."""

from kimcore.monitoring.activities import ActivityLog, LogRow, activity_log
from kimcore.monitoring.considerations import Consideration, Side
from kimcore.monitoring.consistency import DORMANT_AFTER_DAYS, Consistency, active_days, consistency_of
from kimcore.monitoring.dossiers import Dossier, Forward, Kept, by_kim, dossiers, each_standing
from kimcore.monitoring.engagement import Engagement, engagement_of, joined_engagement
from kimcore.monitoring.evaluation import Evaluation, Yields, evaluate, yields_of
from kimcore.monitoring.figures import (
    POSITIVE,
    STALE_AFTER_DAYS,
    Figure,
    FigureSource,
    Part,
    influence,
    is_stale,
    power,
)
from kimcore.monitoring.gatherings import Gathering
from kimcore.monitoring.indicators import INDICATORS, SocialRow, platform_totals, social_rows
from kimcore.monitoring.intervals import Interval, difference_interval, share_interval
from kimcore.monitoring.material import Limits, Material
from kimcore.monitoring.measures import Measure, Measures, measure, measured
from kimcore.monitoring.observations import MANUAL, Content, Indicator, Observation
from kimcore.monitoring.proofs import Proof, Proofs, ProofState, SharedProof, proofs_of
from kimcore.monitoring.rates import Rate
from kimcore.monitoring.records import Records, account_of, latest, standing
from kimcore.monitoring.reviews import Review, review
from kimcore.monitoring.sums import Sum
from kimcore.monitoring.surveys import SMALL_SURVEY, Aspect, Phase, Survey, SurveyChange, Verdict, survey_changes
from kimcore.monitoring.trends import Growth, Reading, audience_growth, growth
from kimcore.monitoring.villages import Village, VillageCoverage, village_coverage
from kimcore.monitoring.yardsticks import YARDSTICKS, AudienceKind, MeasureKind, Yardstick

__all__ = [
    "DORMANT_AFTER_DAYS",
    "INDICATORS",
    "MANUAL",
    "POSITIVE",
    "SMALL_SURVEY",
    "STALE_AFTER_DAYS",
    "YARDSTICKS",
    "ActivityLog",
    "Aspect",
    "AudienceKind",
    "Consideration",
    "Consistency",
    "Content",
    "Dossier",
    "Engagement",
    "Evaluation",
    "Figure",
    "FigureSource",
    "Forward",
    "Gathering",
    "Growth",
    "Indicator",
    "Interval",
    "Kept",
    "Limits",
    "LogRow",
    "Material",
    "Measure",
    "MeasureKind",
    "Measures",
    "Observation",
    "Part",
    "Phase",
    "Proof",
    "ProofState",
    "Proofs",
    "Rate",
    "Reading",
    "Records",
    "Review",
    "SharedProof",
    "Side",
    "SocialRow",
    "Sum",
    "Survey",
    "SurveyChange",
    "Verdict",
    "Village",
    "VillageCoverage",
    "Yardstick",
    "Yields",
    "account_of",
    "active_days",
    "activity_log",
    "audience_growth",
    "by_kim",
    "consistency_of",
    "difference_interval",
    "dossiers",
    "each_standing",
    "engagement_of",
    "evaluate",
    "growth",
    "influence",
    "is_stale",
    "joined_engagement",
    "latest",
    "measure",
    "measured",
    "platform_totals",
    "power",
    "proofs_of",
    "review",
    "share_interval",
    "social_rows",
    "standing",
    "survey_changes",
    "village_coverage",
    "yields_of",
]
