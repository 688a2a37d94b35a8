"""`kimcore awards`."""

from kimcore.cli.works import works_command
from kimcore.results import WorkGroup
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Penghargaan bagi KIM: pemantauan, penilaian, penerima (IV.E, Gambar 4.6).",
    "Awards for KIMs: watching, assessing, recipients (IV.E, Gambar 4.6).",
)
verb = works_command(WorkGroup.AWARDS, TEXT)
