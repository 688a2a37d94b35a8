"""`kimcore merge`."""

from kimcore.cli.changing import CHANGED, DRY_RUN, NOTHING
from kimcore.cli.commands import Argument, command
from kimcore.cli.opening import opened
from kimcore.cli.output import note, show
from kimcore.cli.settings import Settings
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Gabungkan dua catatan dari satu KIM: A tetap, semua milik B pindah ke A, dan id B selanjutnya menunjuk A.\n\n"
    "Bila keduanya berisi hal yang berbeda, isi A yang dipakai dan isi B disebut sebagai bertentangan. KIM disebut "
    'dengan id, nomor induk, nama, atau "nama, desa". Coba dahulu dengan --dry-run: ini tidak dapat dibatalkan.',
    "Make two records of one KIM one: A stays, all that B has goes to A, and B's id names A from now on.\n\n"
    "Where both say something else, A stands and B's value is listed as a conflict. A KIM is named by id, community "
    'number, name, or "name, village". Try --dry-run first: a merge cannot be taken back.',
)
DONE = Text(
    "{merged} digabungkan ke {kept}; {conflicts} isi bertentangan.",
    "{merged} was merged into {kept}; {conflicts} values conflict.",
)


@command("merge", TEXT, Argument(["a"]), Argument(["b"]), DRY_RUN)
def verb(settings: Settings, a: str, b: str, dry_run: bool) -> None:
    """Merge B into A and print every cell that changes or conflicts."""
    with opened(settings) as workspace:
        found = workspace.merge(a, b, dry_run=dry_run, on=settings.on)
    show(settings, found, CHANGED)
    if settings.is_for_people:
        words = {"merged": found.merged, "kept": found.kept, "conflicts": str(len(found.conflicts))}
        note(settings, NOTHING if dry_run else DONE, **words)
