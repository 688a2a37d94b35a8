"""`kimcore monitor`."""

from datetime import date
from pathlib import Path

import click

from kimcore.cli.commands import Day, Option, command
from kimcore.cli.opening import opened
from kimcore.cli.output import note, show, show_table, stamped
from kimcore.cli.settings import Settings
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Pengukuran (Tabel 5.1), log diseminasi (5.2), dan media sosial (5.3) suatu periode, dan pertimbangan kelanjutan "
    "kolaborasi; bawaan: dua belas bulan. Teks memuat semua tabel, CSV satu tabel: pilih dengan --table.",
    "Measures (Tabel 5.1), dissemination log (5.2) and social media (5.3) of a period, and what speaks for going on; "
    "default: twelve months. Text has every table, CSV one: choose it with --table.",
)
TABLES = (
    *("measures", "growth", "engagement", "consistency", "gatherings", "surveys", "activities", "proofs"),
    *("social_media", "evaluation", "coverage"),
)
SINCE = Option(["--since"], type=Day(), metavar="DATE", text=Text("hari pertama", "first day"))
UNTIL = Option(["--until"], type=Day(), metavar="DATE", text=Text("hari terakhir [hari ini]", "last day [today]"))
VILLAGES = Option(
    ["--villages"],
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE.csv",
    text=Text("daftar desa (kode, nama) untuk cakupan", "villages (code, name) for the coverage"),
)
TABLE = Option(["--table"], type=click.Choice(TABLES), text=Text("satu tabel saja", "one table alone"))


@command("monitor", TEXT, SINCE, UNTIL, VILLAGES, TABLE)
def verb(settings: Settings, since: date | None, until: date | None, villages: Path | None, table: str | None) -> None:
    """Print the monitoring tables."""
    with opened(settings) as workspace:
        found = workspace.monitor(since, until or settings.on, villages=villages)
    if settings.format == "json" or (settings.format == "csv" and table is None):
        show(settings, found)
        return
    if settings.format == "csv":
        note(settings, found.stamp)
    for one in (found.table(table),) if table else found.tables():
        show_table(settings, stamped(one, found.stamp))
