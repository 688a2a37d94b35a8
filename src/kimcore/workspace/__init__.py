"""Workspace: the one place that puts ports and domain together."""

from kimcore.workspace.copying import back_up
from kimcore.workspace.demo import Demo, run_demo
from kimcore.workspace.opening import held, office_of
from kimcore.workspace.records import ImportRecord
from kimcore.workspace.template import write_template
from kimcore.workspace.workspace import Workspace

__all__ = ["Demo", "ImportRecord", "Workspace", "back_up", "held", "office_of", "run_demo", "write_template"]
