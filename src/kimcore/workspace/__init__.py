"""Workspace: the one place that puts ports and domain together."""

from kimcore.workspace.copies import note_copy
from kimcore.workspace.copying import back_up
from kimcore.workspace.demo import Demo, run_demo
from kimcore.workspace.opening import held, now, office_of
from kimcore.workspace.overviewing import within
from kimcore.workspace.proving import prove
from kimcore.workspace.questioning import Progress
from kimcore.workspace.records import ImportRecord
from kimcore.workspace.template import write_template
from kimcore.workspace.textfiles import replace_bytes
from kimcore.workspace.workspace import Workspace

__all__ = [
    "Demo",
    "ImportRecord",
    "Progress",
    "Workspace",
    "back_up",
    "held",
    "note_copy",
    "now",
    "office_of",
    "prove",
    "replace_bytes",
    "run_demo",
    "within",
    "write_template",
]
