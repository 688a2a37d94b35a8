"""`kimcore issues`."""

from kimcore.cli.commands import command
from kimcore.cli.opening import opened
from kimcore.cli.output import show, show_table
from kimcore.cli.settings import Settings
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Matriks isu (Tabel 3.2), lalu KIM yang disarankan untuk tiap isu; saran bukan penetapan Dinas.",
    "The issue matrix (Tabel 3.2), then the KIMs suggested for each issue; a suggestion is not the office's tie.",
)
SHOWN = ("no", "issue", "kims", "priority", "field", "crisis", "sources")


@command("issues", TEXT)
def verb(settings: Settings) -> None:
    """Print the matrix."""
    with opened(settings) as workspace:
        found = workspace.issues(settings.on)
    show(settings, found, SHOWN)
    if settings.is_for_people and found.suggestions:
        show_table(settings, found.suggested())
