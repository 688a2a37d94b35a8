"""`kimcore report`."""

from pathlib import Path

import click

from kimcore.cli.commands import Option, command
from kimcore.cli.opening import opened
from kimcore.cli.output import note, show_files, working
from kimcore.cli.settings import Settings
from kimcore.reports import Audience
from kimcore.terms import Text

__all__ = ["OUT", "VILLAGES", "verb"]

TEXT = Text(
    "Tulis laporan Dinas: Tabel 3.1–3.3 dan 5.1–5.3, kegiatan bersama KIM dengan linimasanya bila ada (bab IV), "
    "penilaian beserta alasannya, masalah, dan parameter.\n\n"
    "Dengan --audience province, kl, atau public isinya hitungan tanpa orang; hitungan di bawah lima tidak ditulis; "
    "bagi K/L juga daftar KIM menurut kategori. Kantor provinsi (--office 99) melihat seluruh kabupaten/kotanya dalam "
    "penyimpanan.",
    "Write the office's reports: Tabel 3.1 to 3.3 and 5.1 to 5.3, works with KIMs and their timeline where there are "
    "some (chapter IV), judgements with reasons, problems, parameters.\n\n"
    "With --audience province, kl or public they hold counts without persons; a count below five is not told; for "
    "ministries (kl) also a list of KIMs by category. The office of a province (--office 99) looks at all districts of "
    "it in the store.",
)
OUT = Option(
    ["--out"],
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="DIR",
    text=Text("folder tujuan", "folder for the files"),
)
AS = Option(["--as", "formats"], default="xlsx,html", text=Text("bentuk berkas [xlsx,html]", "forms [xlsx,html]"))
VILLAGES = Option(
    ["--villages"],
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE.csv",
    text=Text("daftar desa (kode, nama) untuk cakupan", "villages (code, name) for the coverage"),
)
AUDIENCE = Option(
    ["--audience"],
    type=click.Choice([a.code for a in Audience]),
    default=Audience.OFFICE.code,
    text=Text("untuk siapa [office]; selain kantor tanpa orang", "for whom [office]; others see no person"),
)
WRITING = Text("Menulis laporan …", "Writing the reports …")


@command("report", TEXT, OUT, AS, VILLAGES, AUDIENCE)
def verb(settings: Settings, out: Path, formats: str, audience: str, villages: Path | None) -> None:
    """Write the reports and name the files."""
    names = [name.strip() for name in formats.split(",") if name.strip()]
    with opened(settings) as workspace, working(settings, WRITING):
        files = workspace.report(
            out, names, on=settings.on, language=settings.lang, villages=villages, audience=audience
        )
        head = {"office": workspace.office.text, "on": (settings.on or workspace.today()).isoformat()}
    show_files(settings, files, {"format": "kimcore.report.v1"} | head | {"rulebook": settings.rulebook})
    if settings.is_for_people:
        note(settings, Text("Selesai.", "Done."))
