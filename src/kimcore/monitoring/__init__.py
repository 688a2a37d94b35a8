"""Monitoring: what a KIM's work reaches and how its audience responds (chapter V)."""

from kimcore.monitoring.activities import ActivityLog, LogRow, activity_log
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
from kimcore.monitoring.indicators import INDICATORS, SocialRow, platform_totals, social_rows
from kimcore.monitoring.measures import Measure, Measures, measure
from kimcore.monitoring.observations import MANUAL, Content, Indicator, Observation
from kimcore.monitoring.records import Records, account_of, latest, standing
from kimcore.monitoring.sums import Sum
from kimcore.monitoring.trends import Growth, Reading, audience_growth, growth
from kimcore.monitoring.villages import Village, VillageCoverage, village_coverage
from kimcore.monitoring.yardsticks import YARDSTICKS, AudienceKind, MeasureKind, Yardstick

__all__ = [
    "INDICATORS",
    "MANUAL",
    "POSITIVE",
    "STALE_AFTER_DAYS",
    "YARDSTICKS",
    "ActivityLog",
    "AudienceKind",
    "Content",
    "Figure",
    "FigureSource",
    "Growth",
    "Indicator",
    "LogRow",
    "Measure",
    "MeasureKind",
    "Measures",
    "Observation",
    "Part",
    "Reading",
    "Records",
    "SocialRow",
    "Sum",
    "Village",
    "VillageCoverage",
    "Yardstick",
    "account_of",
    "activity_log",
    "audience_growth",
    "growth",
    "influence",
    "is_stale",
    "latest",
    "measure",
    "platform_totals",
    "power",
    "social_rows",
    "standing",
    "village_coverage",
]
