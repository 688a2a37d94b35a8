"""`kimcore needs`."""

import click

from kimcore.cli.commands import Argument, command
from kimcore.cli.completion import complete_kim
from kimcore.cli.opening import opened
from kimcore.cli.output import show, show_table, stamped
from kimcore.cli.settings import Settings
from kimcore.errors import InvalidValue
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Kebutuhan KIM menurut lima unsur Tabel 4.1, siapa yang memiliki kebutuhan sama, dan bentuk kegiatan yang "
    "disarankan karenanya (IV.A, IV.C). Saran bukan penetapan.\n\n"
    "\b\nlist       kebutuhan yang berlaku pada --on, satu baris per KIM (bawaan)\n"
    "show KIM   semua catatan tentang satu KIM",
    "Needs of the KIMs in the five elements of Tabel 4.1, who shares a need, and the forms of events that this "
    "suggests (IV.A, IV.C). A suggestion decides nothing.\n\n"
    "\b\nlist       the needs that stand on --on, a row per KIM (default)\n"
    "show KIM   everything that was recorded of one KIM",
)
ACTION = Argument(["action"], type=click.Choice(["list", "show"]), default="list", required=False)
KIM = Argument(["kim"], required=False, shell_complete=complete_kim)


@command("needs", TEXT, ACTION, KIM)
def verb(settings: Settings, action: str, kim: str | None) -> None:
    """Print the needs of all KIMs or of one."""
    if action == "show" and not kim:
        raise InvalidValue("action_incomplete", "show needs: KIM", "show memerlukan: KIM", field="kim")
    with opened(settings) as workspace:
        if kim:
            found = workspace.needs_of(kim, settings.on)
        else:
            found = workspace.needs_on(settings.on, workspace.map(settings.on).rows)
    if not settings.is_for_people:
        show(settings, found)
        return
    for table in found.tables():
        show_table(settings, stamped(table, found.stamp))
