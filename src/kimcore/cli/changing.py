"""Changing: what the commands that change data as a whole have in common."""

from typing import Final

from kimcore.cli.commands import Option
from kimcore.terms import Text

__all__ = ["CHANGED", "DRY_RUN", "NOTHING"]

DRY_RUN: Final = Option(
    ["--dry-run"],
    is_flag=True,
    text=Text("tunjukkan saja apa yang berubah, jangan simpan", "only show what would change, store nothing"),
)
CHANGED: Final = ("name", "sheet", "column", "old", "new", "item", "kind")
"""The columns of a table of changes that people see, the most needed first."""

NOTHING: Final = Text("Percobaan: tidak ada yang disimpan.", "Dry run: nothing was stored.")
