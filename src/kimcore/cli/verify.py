"""`kimcore verify`."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import click

from kimcore.cli.commands import Option, command
from kimcore.cli.hosting import a_host
from kimcore.cli.opening import refuse_memory
from kimcore.cli.output import note, show_document, show_table
from kimcore.cli.settings import Settings
from kimcore.results import Verification
from kimcore.terms import Text
from kimcore.workspace import prove

__all__ = ["verb"]

TEXT = Text(
    "Periksa apakah seluruh data utuh: tiap baris dengan sidiknya, dan semuanya dengan catatan audit. Kode keluar 1 "
    "bila ada yang salah.\n\n"
    "Dengan --anchor, ujung catatan audit dibandingkan dengan berkas jangkar, lalu jangkar dipindahkan ke ujung yang "
    "sekarang bila semuanya utuh. Simpan berkas itu di tempat yang tidak dapat ditulis pengguna data: hanya dengan itu "
    "terlihat bila ekor catatan dipotong atau seluruhnya dibuat ulang.",
    "Check that all data are as kimcore wrote them: each row against its digest, all of them against the audit log. "
    "Exit code 1 if anything is wrong.\n\n"
    "With --anchor, the end of the audit log is compared with the anchor file, and the anchor is moved to the present "
    "end if all is sound. Keep the file where users of the store cannot write: only then does a tail cut off, or a log "
    "made anew, show.",
)
ANCHOR = Option(
    ["--anchor"],
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    text=Text("berkas jangkar di luar penyimpanan", "anchor file outside the store"),
)
SOUND = Text(
    "Utuh: {checked} baris diperiksa, catatan audit sampai {end}.", "Sound: {checked} rows, audit log to {end}."
)
FIRST = Text("Jangkar dibuat: {file}.", "The anchor was made: {file}.")
MOVED = Text(
    "Dibandingkan dengan jangkar {at}; jangkar dipindahkan.", "Compared with the anchor of {at}; it was moved."
)


@command("verify", TEXT, ANCHOR)
def verb(settings: Settings, anchor: Path | None) -> int:
    """Verify the whole store; exit 1 where anything is wrong."""
    refuse_memory(settings)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with closing(a_host().open_storage(settings.store)) as storage:
        found = prove(storage, at, anchor)
    if settings.format == "json":
        show_document(found.to_document(settings.lang))
    elif settings.format == "csv" or not found.is_sound:
        show_table(settings, found.table())
    else:
        tell(settings, found, anchor)
    return int(not found.is_sound)


def tell(settings: Settings, found: Verification, anchor: Path | None) -> None:
    """Say that all is sound, how far the log goes, and what became of the anchor."""
    end = found.end.position if found.end else 0
    click.echo(SOUND.format(checked=found.report.checked, end=end).say(settings.lang))
    if anchor and found.end:
        note(settings, MOVED.format(at=found.anchor.at) if found.anchor else FIRST, file=anchor)
