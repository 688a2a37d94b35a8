"""`kimcore template`."""

from pathlib import Path

import click

from kimcore.cli.commands import Argument, command
from kimcore.cli.hosting import a_host
from kimcore.cli.output import note, show_files
from kimcore.cli.settings import Settings
from kimcore.terms import Text
from kimcore.workspace import write_template

__all__ = ["verb"]

TEXT = Text(
    "Tulis buku register kosong: judul kolom, pilihan, dan catatan pengisian. Berkas yang ada tidak ditimpa.",
    "Write an empty register: headings, drop-downs and notes. A file that is there is not overwritten.",
)
NEXT = Text("Isi, lalu: kimcore import {file} --office KODE", "Fill it in, then: kimcore import {file} --office CODE")


@command("template", TEXT, Argument(["file"], type=click.Path(path_type=Path, dir_okay=False)))
def verb(settings: Settings, file: Path) -> None:
    """Write the template and name it."""
    write_template(file, settings.lang, host=a_host())
    show_files(settings, [file], {"format": "kimcore.template.v1", "office": None, "on": None, "rulebook": None})
    if settings.is_for_people:
        note(settings, NEXT, file=file)
