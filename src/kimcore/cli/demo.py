"""`kimcore demo`."""

from pathlib import Path

from kimcore.cli.commands import command
from kimcore.cli.hosting import a_host
from kimcore.cli.output import note, show_files, show_table, working
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
        found = run_demo(out, on=settings.on, language=settings.lang, host=a_host())
    if settings.is_for_people:
        show_table(settings, summary(found))
    head = {"format": "kimcore.demo.v1", "office": found.office, "on": found.on.isoformat()}
    show_files(settings, found.files, head | {"rulebook": found.rulebook})
    if settings.is_for_people:
        names = {file.suffix: file for file in found.files}
        note(settings, OPEN, file=names[".html"], workbook=found.files[1])


def summary(found: Demo) -> Table:
    """Return what the demo did, step by step."""
    title = Text("Kabupaten contoh (data buatan), per {on}", "Made-up district, as of {on}").format(on=found.on)
    return Table(key="demo", name=title, title=title, columns=COLUMNS, rows=found.steps)
