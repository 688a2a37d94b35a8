"""`kimcore models`."""

from kimcore.cli.works import works_command
from kimcore.results import WorkGroup
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Uji coba model dan kolaborasi dengan KIM (IV.B, Gambar 4.1 dan 4.2).",
    "Trials of a model and collaborations with KIMs (IV.B, Gambar 4.1 and 4.2).",
)
verb = works_command(WorkGroup.MODELS, TEXT)
