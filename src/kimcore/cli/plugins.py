"""`kimcore plugins`."""

from kimcore.cli.commands import command
from kimcore.cli.hosting import a_host
from kimcore.cli.output import show_document, show_table
from kimcore.cli.settings import Settings
from kimcore.plugins import PluginStatus, visible
from kimcore.reports.columns import columns
from kimcore.tables import Cell, Table
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text("Pengaya yang terpasang dan keadaannya.", "The plug-ins that are installed, and their state.")
COLUMNS = columns(
    ("name", "Nama", "Name", 20),
    ("distribution", "Paket", "Distribution", 20),
    ("version", "Versi", "Version", 10),
    ("state", "Keadaan", "State", 14),
    ("hooks", "Kait", "Hooks", 40),
    ("error", "Galat", "Error", 40),
    ("import_ms", "Impor (ms)", "Import (ms)", 12),
)


@command("plugins", TEXT)
def verb(settings: Settings) -> int:
    """Print status rows; exit 1 where a plug-in is failed, conflicting or incompatible."""
    found = a_host(strict=False).status()
    if settings.format == "json":
        head = {"format": "kimcore.plugins.v1", "office": None, "on": None, "rulebook": None}
        show_document(head | {"plugins": [as_dict(status) for status in found]})
    else:
        rows = tuple(map(row, found))
        title = Text("Pengaya", "Plug-ins")
        show_table(settings, Table(key="plugins", name=title, title=title, columns=COLUMNS, rows=rows))
    return int(any(status.state.is_fault for status in found))


def row(status: PluginStatus) -> tuple[Cell, ...]:
    """Return a status row as cells."""
    words = (visible(text) or None for text in (status.name, status.distribution, status.version))
    return (*words, status.state, tuple(status.hooks), visible(status.error) or None, round(status.import_ms, 1))


def as_dict(status: PluginStatus) -> dict[str, object]:
    """Return a status row as plain data; text from a distribution is escaped where it is not printable."""
    return {
        "name": visible(status.name),
        "distribution": visible(status.distribution),
        "version": visible(status.version),
        "state": status.state.code,
        "hooks": "; ".join(status.hooks),
        "error": visible(status.error),
        "import_ms": round(status.import_ms, 1),
    }
