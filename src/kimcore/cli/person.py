"""`kimcore person`."""

from kimcore.cli.commands import Argument, Option, command
from kimcore.cli.completion import complete_kim
from kimcore.cli.opening import opened
from kimcore.cli.output import show
from kimcore.cli.settings import Settings
from kimcore.terms import Text

__all__ = ["KIM", "PERSON", "verb"]

TEXT = Text(
    "Semua yang tersimpan tentang satu orang, untuk diberikan kepada orang itu: KIM, jabatan, kontak, keputusan, dan "
    "teks yang menyebutnya.\n\n"
    "ORANG adalah nama seperti dalam register, atau samarannya dari sebuah ekspor (p-…). Nama yang sama di KIM lain "
    "dianggap orang yang sama, kecuali bila --kim disebut. Tercatat dalam catatan audit dengan samarannya saja.",
    "Everything that is held about one person, to be given to that person: KIMs, roles, contacts, decisions, and texts "
    "that name the person.\n\n"
    "PERSON is a name as it stands in the register, or its pseudonym of an export (p-…). The same name in another KIM "
    "counts as the same person unless --kim is given. It is noted in the audit log, by pseudonym alone.",
)
PERSON = Argument(["person"])
KIM = Option(
    ["--kim"],
    metavar="KIM",
    shell_complete=complete_kim,
    text=Text("hanya orang pada KIM ini, bila ada nama yang sama", "only the person of this KIM"),
)
SHOWN = ("name", "field", "value", "trace", "kind", "id")


@command("person", TEXT, PERSON, KIM)
def verb(settings: Settings, person: str, kim: str | None) -> None:
    """Print every place with what stands there."""
    with opened(settings) as workspace:
        found = workspace.person(person, kim=kim, on=settings.on)
    show(settings, found, SHOWN)
