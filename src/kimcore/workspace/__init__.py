"""Workspace: the one place that puts ports and domain together."""

from kimcore.workspace.copies import note_copy
from kimcore.workspace.copying import back_up
from kimcore.workspace.demo import Demo, run_demo
from kimcore.workspace.opening import held, now, office_of
from kimcore.workspace.overviewing import within
from kimcore.workspace.proving import prove
from kimcore.workspace.records import ImportRecord
from kimcore.workspace.template import write_template
from kimcore.workspace.workspace import Workspace

__all__ = [
    "Demo",
    "ImportRecord",
    "Workspace",
    "back_up",
    "held",
    "note_copy",
    "now",
    "office_of",
    "prove",
    "run_demo",
    "within",
    "write_template",
]
