"""`kimcore monitor`."""

from datetime import date
from pathlib import Path

import click

from kimcore.cli.commands import Day, Option, command
from kimcore.cli.opening import opened
from kimcore.cli.output import show, show_table, stamped
from kimcore.cli.settings import Settings
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Pengukuran (Tabel 5.1), log diseminasi (5.2), dan media sosial (5.3) suatu periode; bawaan: dua belas bulan.",
    "Measures (Tabel 5.1), dissemination log (5.2) and social media (5.3) of a period; default: twelve months.",
)
SINCE = Option(["--since"], type=Day(), metavar="DATE", text=Text("hari pertama", "first day"))
UNTIL = Option(["--until"], type=Day(), metavar="DATE", text=Text("hari terakhir [hari ini]", "last day [today]"))
VILLAGES = Option(
    ["--villages"],
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE.csv",
    text=Text("daftar desa (kode, nama) untuk cakupan", "villages (code, name) for the coverage"),
)


@command("monitor", TEXT, SINCE, UNTIL, VILLAGES)
def verb(settings: Settings, since: date | None, until: date | None, villages: Path | None) -> None:
    """Print the monitoring tables."""
    with opened(settings) as workspace:
        found = workspace.monitor(since, until or settings.on, villages=villages)
    if settings.is_for_people:
        for table in found.tables():
            show_table(settings, stamped(table, found.stamp))
    else:
        show(settings, found)
