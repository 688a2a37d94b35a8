"""Workspace: the one place that puts ports and domain together."""

from kimcore.workspace.records import ImportRecord
from kimcore.workspace.workspace import Workspace

__all__ = ["ImportRecord", "Workspace"]
