"""`kimcore backup`."""

from contextlib import closing
from pathlib import Path

import click

from kimcore.cli.commands import Argument, command
from kimcore.cli.hosting import a_host
from kimcore.cli.opening import refuse_memory
from kimcore.cli.output import note, show_files
from kimcore.cli.settings import Settings
from kimcore.errors import StorageError
from kimcore.ledger import Ledger
from kimcore.terms import Text
from kimcore.workspace import back_up, note_copy, now

__all__ = ["verb"]

TEXT = Text(
    "Salin seluruh data, apa adanya saat ini, ke berkas baru; boleh dilakukan selagi data dipakai. Berkas lain tidak "
    "pernah ditimpa. Memulihkan: buka berkas itu dengan --store sqlite:///BERKAS.",
    "Copy all data, as they stand now, into a new file, also while they are in use. It never overwrites a file. To "
    "restore, open the file: --store sqlite:///FILE.",
)
UNNOTED = Text(
    "Salinan dibuat, tetapi tempatnya tidak tercatat ({why}): erase tidak akan menjangkaunya.",
    "The copy was made, but its place is not noted ({why}): erase will not reach it.",
)
HEAD = {"format": "kimcore.backup.v1", "office": None, "on": None, "rulebook": None}


@command("backup", TEXT, Argument(["file"], type=click.Path(path_type=Path, dir_okay=False)))
def verb(settings: Settings, file: Path) -> None:
    """Write the copy and print its name."""
    refuse_memory(settings)
    with closing(a_host().open_storage(settings.store)) as storage:
        made = back_up(storage, file)
        try:
            note_copy(Ledger(storage, settings.by, now), made)
        except StorageError as error:
            note(settings, UNNOTED, why=Text(error.id, error.en))
    show_files(settings, [made], dict(HEAD))
