"""`kimcore overview`."""

from pathlib import Path

import click

from kimcore.cli.commands import Option, command
from kimcore.cli.monitor import VILLAGES
from kimcore.cli.opening import opened
from kimcore.cli.output import show, show_table, stamped
from kimcore.cli.settings import Settings
from kimcore.reports import Audience
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Tampilkan apa yang boleh dilihat provinsi, K/L, atau masyarakat dari kabupaten/kota dalam penyimpanan: hitungan "
    "tanpa orang; hitungan di bawah lima tidak ditulis. K/L (kl) juga melihat daftar KIM menurut bidang, tipe, media, "
    "dan desanya (I.A.5); dengan --format csv hanya daftar itu.\n\n"
    "Kantor provinsi (--office 99) melihat seluruh kabupaten/kotanya; kantor kabupaten/kota melihat dirinya. "
    "Berkas laporannya: kimcore report --audience.",
    "Show what a province, ministries (kl) or the public may see of the districts in the store: counts without "
    "persons; a count below five is not told. Ministries also see the KIMs by field, type, media and village "
    "(I.A.5); with --format csv that list alone.\n\n"
    "The office of a province (--office 99) looks at all of its districts, that of a district at itself. "
    "For files of it: kimcore report --audience.",
)
AUDIENCE = Option(
    ["--audience"],
    type=click.Choice([a.code for a in Audience if a is not Audience.OFFICE]),
    default=Audience.PROVINCE.code,
    text=Text("untuk siapa [province]", "for whom [province]"),
)


@command("overview", TEXT, AUDIENCE, VILLAGES)
def verb(settings: Settings, audience: str, villages: Path | None) -> None:
    """Print what an audience may see."""
    with opened(settings) as workspace:
        found = workspace.overview(audience, settings.on, villages=villages)
    if settings.is_for_people:
        for table in found.tables():
            show_table(settings, stamped(table, found.stamp))
    else:
        show(settings, found)
