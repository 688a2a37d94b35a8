"""`kimcore export`."""

import shutil
import sys
import tempfile
from pathlib import Path

from kimcore.cli.commands import Option, command
from kimcore.cli.opening import opened
from kimcore.cli.output import note, safe_json
from kimcore.cli.settings import Settings
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Ekspor seluruh data kantor sebagai satu dokumen JSON: KIM, isu, konten, keputusan, pengamatan, impor, "
    "penggabungan, permintaan.\n\n"
    "Data pribadi umum (nama, alamat, telepon, surel, afiliasi) dan spesifik (perkara pidana dan buktinya) tidak ikut; "
    "orang tampil sebagai samaran yang sama di seluruh dokumen. Dengan --full semuanya ikut: perlakukan berkasnya "
    "seperti penyimpanan datanya. Tiap ekspor tercatat dalam catatan audit.",
    "Export all data of the office as one JSON document: KIMs, issues, contents, decisions, observations, imports, "
    "merges, requests.\n\n"
    "General personal data (names, addresses, phones, e-mails, affiliations) and specific ones (criminal cases and "
    "their evidence) are left out; persons stand as pseudonyms, the same throughout. With --full all of it is in: "
    "treat the file as you treat the store. Each export is noted in the audit log.",
)
FULL = Option(["--full"], is_flag=True, text=Text("dengan data pribadi", "with personal data"))
OUT = Option(["--out"], metavar="FILE", text=Text("berkas tujuan; - untuk stdout [-]", "the file; - for stdout [-]"))
DONE = Text("Diekspor ke {file}.", "Exported to {file}.")
WARNING = Text(
    "Dokumen ini memuat data pribadi. Simpan seperti data aslinya, dan hapus bila tidak diperlukan lagi.",
    "The document holds personal data. Keep it as you keep the store, and delete it once it is not needed.",
)


@command("export", TEXT, FULL, OUT)
def verb(settings: Settings, full: bool, out: str | None) -> None:
    """Write the document whole, into the file or to stdout, and warn if it holds personal data."""
    with opened(settings) as workspace:
        if out in (None, "-"):
            with tempfile.TemporaryFile("w+", encoding="utf-8", newline="") as spool:
                spool.writelines(map(safe_json, workspace.export(full=full, on=settings.on)))
                spool.seek(0)
                shutil.copyfileobj(spool, sys.stdout)
        else:
            note(settings, DONE, file=workspace.export_to(Path(out), full=full, on=settings.on))
    if full:
        note(settings, WARNING)
