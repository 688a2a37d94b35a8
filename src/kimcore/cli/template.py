"""`kimcore template`."""

from pathlib import Path

import click

from kimcore.cli.commands import Argument, command
from kimcore.cli.output import note
from kimcore.cli.settings import Settings
from kimcore.terms import Text
from kimcore.workspace import write_template

__all__ = ["verb"]

TEXT = Text(
    "Tulis buku register kosong: judul kolom, pilihan, dan catatan pengisian. Berkas yang ada tidak ditimpa.",
    "Write an empty register: headings, drop-downs and notes. A file that is there is not overwritten.",
)


@command("template", TEXT, Argument(["file"], type=click.Path(path_type=Path, dir_okay=False)))
def verb(settings: Settings, file: Path) -> None:
    """Write the template and name it."""
    write_template(file, settings.lang)
    click.echo(str(file))
    note(settings, Text("Isi, lalu: kimcore import {file}", "Fill it in, then: kimcore import {file}"), file=str(file))
