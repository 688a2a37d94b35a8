"""Reports: one builder per table of the guideline, from domain values to neutral tables."""

from kimcore.reports.districts import Audience, DistrictFigures, district_tables, find_audience, total
from kimcore.reports.issues import issue_matrix, suggested
from kimcore.reports.judgements import findings, judgements, reasons
from kimcore.reports.listings import ListedKim, listed, listing
from kimcore.reports.maps import approaches, mapping_report, positions, quadrant_map
from kimcore.reports.monitoring import activities, audience_growths, coverage, measures, social_media
from kimcore.reports.notice import notice
from kimcore.reports.outlooks import outlooks
from kimcore.reports.particulars import MADE_UP, parameters, problems
from kimcore.reports.profiles import profiles
from kimcore.reports.responses import engagement, gatherings, survey_changes
from kimcore.reports.reviews import consistency, evaluations, proofs

__all__ = [
    "MADE_UP",
    "Audience",
    "DistrictFigures",
    "ListedKim",
    "activities",
    "approaches",
    "audience_growths",
    "consistency",
    "coverage",
    "district_tables",
    "engagement",
    "evaluations",
    "find_audience",
    "findings",
    "gatherings",
    "issue_matrix",
    "judgements",
    "listed",
    "listing",
    "mapping_report",
    "measures",
    "notice",
    "outlooks",
    "parameters",
    "positions",
    "problems",
    "profiles",
    "proofs",
    "quadrant_map",
    "reasons",
    "social_media",
    "suggested",
    "survey_changes",
    "total",
]
