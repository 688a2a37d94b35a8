"""Intake: register workbooks of an office as domain values, with every problem told at once (interface)."""

from kimcore.intake.columns import Column, Kind, SheetSpec
from kimcore.intake.known import KnownFigures
from kimcore.intake.layout import SHEETS, sheet_spec
from kimcore.intake.messages import MESSAGES, Message
from kimcore.intake.register import Register, StatedKim, read_register
from kimcore.intake.sheets import Sheet
from kimcore.intake.workbook import read_sheets

__all__ = [
    "MESSAGES",
    "SHEETS",
    "Column",
    "Kind",
    "KnownFigures",
    "Message",
    "Register",
    "Sheet",
    "SheetSpec",
    "StatedKim",
    "read_register",
    "read_sheets",
    "sheet_spec",
]
