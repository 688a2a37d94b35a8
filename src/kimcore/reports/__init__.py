"""Reports: one builder per table of the guideline, from domain values to neutral tables."""

from kimcore.reports.districts import Audience, DistrictFigures, district_tables, find_audience, total
from kimcore.reports.issues import issue_matrix, suggested
from kimcore.reports.judgements import findings, judgements, reasons
from kimcore.reports.maps import approaches, mapping_report, positions, quadrant_map
from kimcore.reports.monitoring import activities, audience_growths, coverage, measures, social_media
from kimcore.reports.notice import notice
from kimcore.reports.outlooks import outlooks
from kimcore.reports.particulars import MADE_UP, parameters, problems
from kimcore.reports.profiles import profiles

__all__ = [
    "MADE_UP",
    "Audience",
    "DistrictFigures",
    "activities",
    "approaches",
    "audience_growths",
    "coverage",
    "district_tables",
    "find_audience",
    "findings",
    "issue_matrix",
    "judgements",
    "mapping_report",
    "measures",
    "notice",
    "outlooks",
    "parameters",
    "positions",
    "problems",
    "profiles",
    "quadrant_map",
    "reasons",
    "social_media",
    "suggested",
    "total",
]
