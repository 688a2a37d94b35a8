"""`kimcore explain`."""

from pathlib import Path

import click

from kimcore.cli.commands import Argument, Option, command
from kimcore.cli.completion import complete_kim
from kimcore.cli.findings import print_findings
from kimcore.cli.opening import opened
from kimcore.cli.output import note, show, show_files
from kimcore.cli.settings import Settings
from kimcore.errors import InvalidValue
from kimcore.plugins import PluginHost
from kimcore.results import Explanation
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Jelaskan satu KIM: tiap syarat dan dasar peninjauan, hasilnya, alasannya, butir pedomannya, dan apa yang perlu "
    "dilengkapi.\n\nDengan --as html: pemberitahuan satu halaman kepada KIM itu dengan kata sehari-hari, ke stdout "
    "atau ke berkas --out.",
    "Explain one KIM: every condition and ground, its outcome, reason and clause, and what is missing.\n\n"
    "With --as html: a one-page notice to that KIM in plain words, on stdout or into the file --out.",
)
AS = Option(["--as", "form"], type=click.Choice(["html"]), text=Text("surat pemberitahuan", "the notice to the KIM"))
OUT = Option(
    ["--out"],
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    text=Text("berkas pemberitahuan [stdout]", "file of the notice [stdout]"),
)
NEXT = Text("Langkah berikut: {step}", "Next step: {step}")


@command("explain", TEXT, Argument(["kim"], shell_complete=complete_kim), AS, OUT)
def verb(settings: Settings, kim: str, form: str | None, out: Path | None) -> None:
    """Print every finding of a KIM, or write the notice to it."""
    if out and not form:
        raise InvalidValue("out_alone", "--out belongs to --as html", "--out dipakai bersama --as html", field="out")
    with opened(settings) as workspace:
        found = workspace.explain(kim, settings.on)
        host = workspace.host
    if form:
        tell(settings, found, host, form, out)
    elif settings.is_for_people:
        print_findings(found, settings.lang)
        note(settings, NEXT, step=found.assessment.next_step)
    else:
        show(settings, found)


def tell(settings: Settings, found: Explanation, host: PluginHost, form: str, out: Path | None) -> None:
    """Write the notice to a file and name it, or print it as it is."""
    writer, notice = host.notice_writer(form), found.notice()
    if out is None:
        click.echo(writer.compose_notice(notice, settings.lang), nl=False)
        return
    writer.write_notice(notice, out, settings.lang)
    head = {"format": "kimcore.report.v1", "office": found.office, "on": found.on.isoformat()}
    show_files(settings, (out,), head | {"rulebook": found.rulebook})
