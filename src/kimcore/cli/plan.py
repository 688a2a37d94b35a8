"""`kimcore plan`."""

from pathlib import Path

import click

from kimcore.cli.commands import Option, command
from kimcore.cli.completion import complete_kim
from kimcore.cli.opening import opened
from kimcore.cli.output import note, show, show_files
from kimcore.cli.settings import Settings
from kimcore.errors import InvalidValue
from kimcore.results import Planning
from kimcore.terms import Text
from kimcore.workspace import replace_bytes

__all__ = ["verb"]

TEXT = Text(
    "Yang harus dilakukan Dinas dan KIM: tahap yang bertenggat, akhir uji coba dan penetapan, produksi konten, edisi "
    "berikutnya, dan yang tidak lagi berlaku dalam kemitraan. Yang lewat selalu ikut.\n\n"
    "Dengan --as ics: kalender (acara sehari penuh) ke berkas --out atau stdout. Impor lagi setelah ada perubahan: "
    "acara yang sama diganti, bukan digandakan.",
    "What office and KIMs have to do: stages with a deadline, ends of trials and appointments, contents to produce, "
    "next editions, and what stops holding in partnerships. What is overdue is always in.\n\n"
    "With --as ics: a calendar (events of a whole day) into the file --out or on stdout. Import it again after a "
    "change: the same event is replaced, not doubled.",
)
AHEAD = Option(
    ["--ahead"],
    type=click.IntRange(0, 3660),
    default=60,
    metavar="DAYS",
    text=Text("berapa hari ke depan [60]", "how many days ahead [60]"),
)
KIM = Option(["--kim"], metavar="KIM", shell_complete=complete_kim, text=Text("satu KIM saja", "one KIM alone"))
AS = Option(["--as", "form"], type=click.Choice(["ics"]), text=Text("kalender iCalendar", "an iCalendar file"))
OUT = Option(
    ["--out"],
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    text=Text("berkas kalender [stdout]", "file of the calendar [stdout]"),
)
SHOWN = ("on", "what", "state", "by", "kims", "kind", "work", "clause")
LATE = Text("{number} sudah lewat.", "{number} overdue.")


@command("plan", TEXT, AHEAD, KIM, AS, OUT)
def verb(settings: Settings, ahead: int, kim: str | None, form: str | None, out: Path | None) -> None:
    """Print what is due, or write it as a calendar."""
    if out and not form:
        raise InvalidValue("out_alone", "--out belongs to --as ics", "--out dipakai bersama --as ics", field="out")
    with opened(settings) as workspace:
        found = workspace.plan(settings.on, ahead, kim)
    if form:
        write(settings, found, out)
        return
    show(settings, found, SHOWN)
    if settings.is_for_people and found.overdue:
        note(settings, LATE, number=len(found.overdue))


def write(settings: Settings, found: Planning, out: Path | None) -> None:
    """Write the calendar to a file and name it, or print it as it is."""
    calendar = found.to_ical(settings.lang)
    if out is None:
        click.echo(calendar, nl=False)
        return
    replace_bytes(out, calendar)
    head = {"format": "kimcore.report.v1", "office": found.office, "on": found.on.isoformat()}
    show_files(settings, (out,), head | {"rulebook": found.rulebook})
