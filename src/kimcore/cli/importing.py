"""`kimcore import`."""

from pathlib import Path

import click

from kimcore.cli.commands import Argument, Option, command
from kimcore.cli.opening import opened_for_import
from kimcore.cli.output import note, show, working
from kimcore.cli.settings import Settings
from kimcore.results import IntakeReport
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Masukkan buku register (xlsx, xls, ods) atau CSV. Semua atau tidak sama sekali; yang janggal disebut dengan "
    "berkas, lembar, baris, kolom, isi, dan perbaikannya. Impor pertama memerlukan --office.",
    "Take in a register (xlsx, xls, ods) or CSV files. All or nothing; what is odd is named with file, sheet, row, "
    "column, value and remedy. The first import needs --office.",
)
DRY_RUN = Option(["--dry-run"], is_flag=True, text=Text("periksa saja, jangan simpan", "check only, store nothing"))
SHOWN = ("severity", "sheet", "row", "column", "value", "message", "remedy")
DONE = Text(
    "{accepted} KIM baru, {changed} berubah, {unchanged} tetap, {rejected} baris ditolak; {problems} masalah.",
    "{accepted} KIMs new, {changed} changed, {unchanged} unchanged, {rejected} rows rejected; {problems} problems.",
)
NOTHING = Text("Percobaan: tidak ada yang disimpan.", "Dry run: nothing was stored.")
READING = Text("Membaca register …", "Reading the register …")
FILES = Argument(["files"], nargs=-1, required=True, type=click.Path(path_type=Path))


@command("import", TEXT, FILES, DRY_RUN)
def verb(settings: Settings, files: tuple[Path, ...], dry_run: bool) -> int:
    """Take files in; exit 1 where a problem is an error or a warning."""
    with opened_for_import(settings) as workspace, working(settings, READING):
        found = workspace.take_in(*files, dry_run=dry_run, on=settings.on)
    if found.rows or not settings.is_for_people:
        show(settings, found, SHOWN)
    if settings.is_for_people:
        conclude(settings, found)
    return 0 if found.is_clean else 1


def conclude(settings: Settings, found: IntakeReport) -> None:
    """Say what was done."""
    counts = {name: str(getattr(found, name)) for name in ("accepted", "changed", "unchanged", "rejected")}
    note(settings, DONE, problems=str(len(found)), **counts)
    if found.is_dry_run:
        note(settings, NOTHING)
