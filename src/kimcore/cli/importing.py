"""`kimcore import`: take a register in, or take the last import back."""

from pathlib import Path

import click

from kimcore.cli.changing import CHANGED, DRY_RUN, NOTHING
from kimcore.cli.commands import Argument, Option, command
from kimcore.cli.opening import opened, opened_for_import
from kimcore.cli.output import note, show, show_table, stamped, working
from kimcore.cli.settings import Settings
from kimcore.errors import InvalidValue
from kimcore.geography import RegionCode
from kimcore.results import IntakeReport
from kimcore.terms import Text
from kimcore.workspace.reporting import at_office

__all__ = ["verb"]

TEXT = Text(
    "Masukkan buku register (xlsx, xls, ods) atau CSV. Semua atau tidak sama sekali; yang janggal disebut dengan "
    "berkas, lembar, baris, kolom, isi, dan perbaikannya. Impor pertama memerlukan --office.\n\n"
    "Setiap sel yang berubah disebut: isi semula dan isi baru. --undo membatalkan impor terakhir kantor.",
    "Take in a register (xlsx, xls, ods) or CSV files. All or nothing; what is odd is named with file, sheet, row, "
    "column, value and remedy. The first import needs --office.\n\n"
    "Every cell that changes is told: what it held and what it holds. --undo takes the office's last import back.",
)
UNDO = Option(["--undo"], is_flag=True, text=Text("batalkan impor terakhir", "take the last import back"))
SHOWN = ("sheet", "row", "message", "column", "severity", "remedy", "value")
DONE = Text(
    "{accepted} KIM baru, {changed} berubah, {unchanged} tetap, {rejected} baris ditolak; {problems} masalah.",
    "{accepted} KIMs new, {changed} changed, {unchanged} unchanged, {rejected} rows rejected; {problems} problems.",
)
ABSENT = Text(
    "{number} KIM tidak disebut dalam berkas dan tetap tersimpan: {names}",
    "{number} KIMs are not named in the files and stay: {names}",
)
UNDONE = Text("Impor {files} ({taken_at}) dibatalkan.", "The import of {files} ({taken_at}) was taken back.")
READING = Text("Membaca register …", "Reading the register …")
FILES = Argument(["files"], nargs=-1, required=False, type=click.Path(path_type=Path))


@command("import", TEXT, FILES, DRY_RUN, UNDO)
def verb(settings: Settings, files: tuple[Path, ...], dry_run: bool, undo: bool) -> int:
    """Take files in or the last import back; exit 1 where a problem is an error or a warning."""
    if undo and files:
        en, id = "--undo takes no files: it takes the last import back", "--undo tidak memerlukan berkas"
        raise InvalidValue("undo_files", en, id, field="files")
    if undo:
        return take_back(settings, dry_run)
    if not files:
        raise click.MissingParameter(ctx=click.get_current_context(), param=FILES)
    with opened_for_import(settings) as workspace, working(settings, READING):
        found = workspace.take_in(*files, dry_run=dry_run, on=settings.on)
    if found.rows or not settings.is_for_people:
        show(settings, found, SHOWN)
    if settings.is_for_people:
        conclude(settings, found)
    return 0 if found.is_clean else 1


def conclude(settings: Settings, found: IntakeReport) -> None:
    """Print what changed and say what was done."""
    if found.changes:
        show_table(settings, stamped(found.changed_cells(), found.stamp), CHANGED)
    counts = {name: str(getattr(found, name)) for name in ("accepted", "changed", "unchanged", "rejected")}
    note(settings, DONE, problems=str(len(found)), **counts)
    if found.absent:
        note(settings, ABSENT, number=str(len(found.absent)), names=", ".join(found.absent))
    if found.is_dry_run:
        note(settings, NOTHING)


def take_back(settings: Settings, dry_run: bool) -> int:
    """Take the last import back and print what that changes."""
    with opened(settings) as workspace:
        found = workspace.undo_import(dry_run=dry_run, on=settings.on)
    show(settings, found, CHANGED)
    if settings.is_for_people:
        when = at_office(found.taken_at, RegionCode(found.office))
        note(settings, NOTHING if dry_run else UNDONE, files=", ".join(found.files), taken_at=when)
    return 0
