"""`kimcore plugins`."""

from kimcore.cli.commands import command
from kimcore.cli.output import show_document, show_table
from kimcore.cli.settings import Settings
from kimcore.plugins import PluginHost, PluginState, PluginStatus
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
FAULTY = (PluginState.FAILED, PluginState.CONFLICTING, PluginState.INCOMPATIBLE)


@command("plugins", TEXT)
def verb(settings: Settings) -> int:
    """Print status rows; exit 1 where a plug-in is failed, conflicting or incompatible."""
    found = PluginHost().status()
    if settings.format == "json":
        head = {"format": "kimcore.plugins.v1", "office": None, "on": None, "rulebook": None}
        show_document(head | {"plugins": [as_dict(status) for status in found]})
    else:
        rows = tuple(map(row, found))
        title = Text("Pengaya", "Plug-ins")
        show_table(settings, Table(key="plugins", name=title, title=title, columns=COLUMNS, rows=rows))
    return int(any(status.state in FAULTY for status in found))


def row(status: PluginStatus) -> tuple[Cell, ...]:
    """Return a status row as cells."""
    words = (escaped(text) or None for text in (status.name, status.distribution, status.version))
    return (*words, status.state, tuple(status.hooks), escaped(status.error) or None, round(status.import_ms, 1))


def as_dict(status: PluginStatus) -> dict[str, object]:
    """Return a status row as plain data; text from a distribution is escaped where it is not printable."""
    return {
        "name": escaped(status.name),
        "distribution": escaped(status.distribution),
        "version": escaped(status.version),
        "state": status.state.code,
        "hooks": "; ".join(status.hooks),
        "error": escaped(status.error),
        "import_ms": round(status.import_ms, 1),
    }


def escaped(text: str) -> str:
    """Return a text with its unprintable characters as escapes."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
