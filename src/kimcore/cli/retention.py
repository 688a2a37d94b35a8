"""`kimcore retention`."""

from kimcore.cli.changing import DRY_RUN, NOTHING
from kimcore.cli.commands import command
from kimcore.cli.opening import opened
from kimcore.cli.output import note, show
from kimcore.cli.settings import Settings
from kimcore.protection import RETENTION
from kimcore.terms import Text

__all__ = ["verb"]

RULES = "\n".join(f"{rule.kind.code:<12} {rule.months.values[-1].value}" for rule in RETENTION)
TEXT = Text(
    "Hapus data yang lewat masa simpannya: catatan untuk membatalkan impor, masalah impor, data pribadi pada kemitraan "
    "yang berakhir, dan permintaan yang sudah ditutup. Lihat dahulu dengan --dry-run: ini tidak dapat dibatalkan.\n\n"
    f"\b\nMasa simpan dalam bulan (usulan kimcore, bukan pedoman):\n{RULES}",
    "Erase what is kept long enough: what imports wrote over, their problems, personal data of partnerships that "
    "ended, and requests that were closed. Look with --dry-run first: this cannot be taken back.\n\n"
    f"\b\nMonths (proposals of kimcore, not of the guideline):\n{RULES}",
)
DONE = Text("{number} catatan dihapus.", "{number} records were erased.")


@command("retention", TEXT, DRY_RUN)
def verb(settings: Settings, dry_run: bool) -> None:
    """Print what falls due, after erasing it."""
    with opened(settings) as workspace:
        found = workspace.retain(dry_run=dry_run, on=settings.on)
    show(settings, found)
    if settings.is_for_people:
        note(settings, NOTHING if dry_run else DONE, number=len(found))
