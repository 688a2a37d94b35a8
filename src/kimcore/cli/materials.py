"""`kimcore materials`."""

from kimcore.cli.works import works_command
from kimcore.results import WorkGroup
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Bahan informasi Dinas bersama KIM, dan diseminasinya (IV.B, IV.D).",
    "Materials of office and KIMs, and their disseminations (IV.B, IV.D).",
)
verb = works_command(WorkGroup.MATERIALS, TEXT)
