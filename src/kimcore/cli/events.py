"""`kimcore events`."""

from kimcore.cli.works import works_command
from kimcore.results import WorkGroup
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Kegiatan peningkatan kapasitas KIM dalam delapan tahap (IV.C, Gambar 4.3).",
    "Capacity events for KIMs in their eight stages (IV.C, Gambar 4.3).",
)
verb = works_command(WorkGroup.EVENTS, TEXT)
