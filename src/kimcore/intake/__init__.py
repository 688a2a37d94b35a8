"""Intake: register workbooks of an office as domain values, with every problem told at once (interface)."""

from kimcore.intake.columns import Column, Kind, SheetSpec
from kimcore.intake.known import KnownFigures
from kimcore.intake.layout import SHEETS, sheet_spec
from kimcore.intake.messages import MESSAGES, Message
from kimcore.intake.register import KnownWorks, Register, StatedKim, read_register
from kimcore.intake.sheets import Sheet
from kimcore.intake.workbook import read_sheets
from kimcore.intake.works.layout import WORK_SHEETS
from kimcore.intake.works.reading import StatedWorks

__all__ = [
    "MESSAGES",
    "SHEETS",
    "WORK_SHEETS",
    "Column",
    "Kind",
    "KnownFigures",
    "KnownWorks",
    "Message",
    "Register",
    "Sheet",
    "SheetSpec",
    "StatedKim",
    "StatedWorks",
    "read_register",
    "read_sheets",
    "sheet_spec",
]
