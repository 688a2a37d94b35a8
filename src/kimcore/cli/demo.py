"""`kimcore demo`."""

from pathlib import Path

import click

from kimcore.cli.commands import command
from kimcore.cli.output import note, show_document, show_table, working
from kimcore.cli.report import OUT
from kimcore.cli.settings import Settings
from kimcore.reports.columns import columns
from kimcore.tables import Table
from kimcore.terms import Text
from kimcore.workspace import Demo, run_demo

__all__ = ["verb"]

TEXT = Text(
    "Jalankan seluruh pekerjaan pada kabupaten contoh (data buatan): impor, penilaian, pemetaan, isu, pemantauan, "
    "laporan. Diakhiri dengan nama berkas yang dibuat.",
    "Do the whole job on a made-up district: import, judgement, map, issues, monitoring, reports. Ends by naming the "
    "files it made.",
)
WORKING = Text("Menjalankan contoh …", "Running the demo …")
COLUMNS = columns(("step", "Langkah", "Step", 30), ("result", "Hasil", "Result", 70))
OPEN = Text(
    "Buka {file} di peramban atau {workbook} di aplikasi lembar kerja.",
    "Open {file} in a browser or {workbook} in a spreadsheet.",
)


@command("demo", TEXT, OUT)
def verb(settings: Settings, out: Path) -> None:
    """Run the demo and name its files."""
    with working(settings, WORKING):
        found = run_demo(out, on=settings.on, language=settings.lang)
    if settings.format == "json":
        head = {"format": "kimcore.demo.v1", "office": found.office, "on": found.on.isoformat()}
        show_document(head | {"rulebook": found.rulebook, "files": [str(file) for file in found.files]})
        return
    show_table(settings, summary(found))
    for file in found.files:
        click.echo(str(file))
    names = {file.suffix: str(file) for file in found.files}
    note(settings, OPEN, file=names[".html"], workbook=str(found.files[1]))


def summary(found: Demo) -> Table:
    """Return what the demo did, step by step."""
    title = Text("Kabupaten contoh (data buatan), per {on}", "Made-up district, as of {on}").format(on=found.on)
    return Table(key="demo", name=title, title=title, columns=COLUMNS, rows=found.steps)
