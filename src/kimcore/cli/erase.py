"""`kimcore erase`."""

from kimcore.cli.changing import DRY_RUN, NOTHING
from kimcore.cli.commands import Option, command
from kimcore.cli.opening import opened
from kimcore.cli.output import note, show, show_table
from kimcore.cli.person import KIM, PERSON
from kimcore.cli.settings import Settings
from kimcore.results import Erasure
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Hapus data pribadi satu orang dari seluruh catatan kantor, dari catatan impor dan penggabungan, dari berkas "
    "penyimpanan, dan dari cadangan yang dibuat dengan kimcore. KIM-nya tetap: pengurus menjadi orang tanpa nama, dan "
    "syarat tentang dirinya menjadi belum diketahui, bukan tidak.\n\n"
    "ORANG adalah nama seperti dalam register, atau samarannya (p-…). Coba dahulu dengan --dry-run: ini tidak dapat "
    "dibatalkan. Hapus juga dari buku register, agar impor berikutnya tidak memasukkannya lagi. Kode keluar 1 bila ada "
    "yang tersisa untuk dibetulkan sendiri.",
    "Erase the personal data of one person from all records of the office, from what imports and merges kept, from the "
    "files of the store, and from backups that kimcore made. The KIM stays: a board member becomes one without a name, "
    "and what a rule asks about that person is unknown, never no.\n\n"
    "PERSON is a name as it stands in the register, or its pseudonym (p-…). Try --dry-run first: this cannot be taken "
    "back. Delete the person from the register too, or the next import brings the data back. Exit code 1 if something "
    "is left to be corrected by hand.",
)
SHOWN = ("name", "field", "trace", "kind", "id")
DONE = Text("{person}: {places} tempat; {left} tersisa.", "{person}: {places} places; {left} left.")

NAMESAKES = Text(
    "Nama itu ada pada beberapa KIM: {kims}. Bila orangnya berbeda, sebutkan KIM-nya dengan --kim.",
    "The name stands in several KIMs: {kims}. If they are different persons, name the KIM with --kim.",
)


ACCOUNT = Option(
    ["--account", "accounts"],
    multiple=True,
    metavar="TEXT",
    text=Text(
        "akun atau tautan yang memuat namanya, seperti ditampilkan person; boleh berulang",
        "an account or link that bears the name, as `person` shows it; may be repeated",
    ),
)


@command("erase", TEXT, PERSON, KIM, ACCOUNT, DRY_RUN)
def verb(settings: Settings, person: str, kim: str | None, accounts: tuple[str, ...], dry_run: bool) -> int:
    """Erase, and print the places and files; exit 1 where something is left."""
    with opened(settings) as workspace:
        found = workspace.erase(person, kim=kim, accounts=accounts, dry_run=dry_run, on=settings.on)
    show(settings, found, SHOWN)
    if settings.is_for_people:
        conclude(settings, found)
    return int(not found.is_whole)


def conclude(settings: Settings, found: Erasure) -> None:
    """Print what became of the files, and say what was done."""
    if found.files:
        show_table(settings, found.files_table())
    note(settings, DONE, person=found.pseudonym, places=len(found), left=len(found.left))
    kims = dict.fromkeys(place.name for place in found if place.name)
    if len(kims) > 1:
        note(settings, NAMESAKES, kims=", ".join(kims))
    if found.is_dry_run:
        note(settings, NOTHING)
