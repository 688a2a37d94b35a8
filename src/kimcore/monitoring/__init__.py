"""Monitoring: what a KIM's work reaches and how its audience responds (chapter V)."""

from kimcore.monitoring.observations import MANUAL, Content, Indicator, Observation

__all__ = ["MANUAL", "Content", "Indicator", "Observation"]
