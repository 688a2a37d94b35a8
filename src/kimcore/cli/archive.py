"""`kimcore archive`."""

from pathlib import Path

import click

from kimcore.cli.commands import Option, command
from kimcore.cli.export import FULL, WARNING
from kimcore.cli.opening import opened
from kimcore.cli.output import note, show_files, working
from kimcore.cli.settings import Settings
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Tulis seluruh angka pengamatan kantor sebagai berkas Parquet, satu map per bulan, untuk DuckDB, ibis, polars, "
    "atau Spark. Akun dan konten tampil sebagai kode pembeda; dengan --full apa adanya.\n\n"
    "Koreksi dan penarikan ikut: yang berlaku adalah baris dengan sequence terbesar dari tiap kunci.",
    "Write all observed figures of the office as Parquet files, a folder per month, for DuckDB, ibis, polars or Spark. "
    "Accounts and contents stand as tokens that tell them apart; with --full as they are.\n\n"
    "Corrections and withdrawals are in: of each key, the row with the highest sequence stands.",
)
OUT = Option(
    ["--out"],
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    text=Text("map arsip", "the folder of the archive"),
)
WORKING = Text("Menulis arsip …", "Writing the archive …")


@command("archive", TEXT, OUT, FULL)
def verb(settings: Settings, out: Path, full: bool) -> None:
    """Write the archive and print the names of its files."""
    with opened(settings) as workspace:
        with working(settings, WORKING):
            files = workspace.archive(out, full=full)
        head = workspace.stamped(settings.on)
    show_files(settings, files, {"format": "kimcore.archive.v1"} | head | {"on": head["on"].isoformat()})
    if full:
        note(settings, WARNING)
