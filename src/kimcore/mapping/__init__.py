"""Mapping: where KIMs lie by interest, power and influence, and in which order to approach them (III.C to III.E)."""

from kimcore.mapping.cutoffs import EXPLICIT, MEDIAN, CutOff, CutOffs, find_cutoffs, quantile_of
from kimcore.mapping.placement import Placement, place
from kimcore.mapping.priority import STATUS_ORDER, is_priority, place_all, priority_kims
from kimcore.mapping.quadrants import APPROACHES, NAMES, Approach, Kind, Policy, Position, find_policy, position
from kimcore.mapping.scores import Axis, Interest, InterestSource, Score, Scores, Subject, scores_of

__all__ = [
    "APPROACHES",
    "EXPLICIT",
    "MEDIAN",
    "NAMES",
    "STATUS_ORDER",
    "Approach",
    "Axis",
    "CutOff",
    "CutOffs",
    "Interest",
    "InterestSource",
    "Kind",
    "Placement",
    "Policy",
    "Position",
    "Score",
    "Scores",
    "Subject",
    "find_cutoffs",
    "find_policy",
    "is_priority",
    "place",
    "place_all",
    "position",
    "priority_kims",
    "quantile_of",
    "scores_of",
]
