"""`kimcore audit`."""

from datetime import date

from kimcore.cli.commands import Argument, Day, Option, command
from kimcore.cli.opening import opened
from kimcore.cli.output import show
from kimcore.cli.settings import Settings
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Catatan audit: siapa mengubah apa, kapan, dan untuk apa; atas satu KIM, dengan kegiatan yang menyebutnya, bila "
    "disebut. Isi data tidak ada di dalamnya, hanya nama isian yang berubah.",
    "The audit log: who changed what, when and why; about one KIM, with the works that name it, if it is named. It "
    "holds no data, only the names of the fields that changed.",
)
SINCE = Option(["--since"], type=Day(), metavar="DATE", text=Text("mulai tanggal", "from this date on"))
COLUMNS = ("at", "by", "why", "action", "kind", "id", "fields", "count", "position", "revision")


@command("audit", TEXT, Argument(["kim"], required=False), SINCE)
def verb(settings: Settings, kim: str | None, since: date | None) -> None:
    """Print the rows of the audit log."""
    with opened(settings) as workspace:
        found = workspace.audit(kim, since=since, on=settings.on)
    show(settings, found, COLUMNS)
