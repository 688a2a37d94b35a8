"""`kimcore clauses`."""

import csv
import json
from importlib.resources import files
from typing import Any

from kimcore.cli.commands import command
from kimcore.cli.output import show_document, show_table
from kimcore.cli.settings import Settings
from kimcore.reports.columns import columns
from kimcore.tables import Table
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Tiap butir pedoman: letaknya, kode dan uji yang menjalankannya, dan apakah sudah (done), sebagian (partly), "
    "direncanakan (planned), atau bagian aplikasi yang memakainya (host).",
    "Each clause of the guideline: where it stands, the code and tests that carry it out, and whether it is done, "
    "partly done, planned, or the embedding application's part (host).",
)
COLUMNS = columns(
    ("id", "Butir", "Clause", 18),
    ("where", "Letak", "Where", 30),
    ("term", "Istilah", "Term", 40),
    ("status", "Keadaan", "Status", 10),
    ("code", "Kode", "Code", 50),
    ("tests", "Uji", "Tests", 50),
)
TITLE = Text("Butir pedoman", "Clauses of the guideline")


@command("clauses", TEXT)
def verb(settings: Settings) -> None:
    """Print the clause trace."""
    found = trace()
    if settings.format == "json":
        head = {"format": "kimcore.clauses.v1", "office": None, "on": None, "rulebook": None}
        show_document(head | {"clauses": found})
        return
    rows = tuple(
        (c["id"], c["where"], c["term"], c["status"], tuple(c["code"]) or None, tuple(c["tests"]) or None)
        for c in found
    )
    shown = ("id", "where", "term", "status")
    show_table(settings, Table(key="clauses", name=TITLE, title=TITLE, columns=COLUMNS, rows=rows), shown)


def trace() -> list[dict[str, Any]]:
    """Return every clause with what it asks, its status, code and tests, in the order of the catalogue."""
    data = files("kimcore") / "data"
    traced = json.loads((data / "trace.json").read_text("utf-8"))["clauses"]
    rows = csv.DictReader((data / "clauses.csv").read_text("utf-8").splitlines())
    return [{**row, **traced.get(row["id"], {})} for row in rows]
