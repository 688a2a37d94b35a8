"""`kimcore rules`."""

from typing import Any

import click

from kimcore.cli.commands import Argument, command
from kimcore.cli.hosting import a_host, tell_faults
from kimcore.cli.output import show_document, show_table
from kimcore.cli.settings import Settings
from kimcore.factsheet import column_of
from kimcore.reports.columns import columns
from kimcore.rules import Rule, Rulebook, facts_read, parameters_read
from kimcore.tables import Table
from kimcore.terms import Language, Text

__all__ = ["verb"]

TEXT = Text(
    "Himpunan aturan.\n\n\b\nlist   yang tersedia\nshow   tiap aturan: butir, bacaan, kolom yang dibaca, parameter",
    "Rulebooks.\n\n\b\nlist   those there are\nshow   each rule: clause, readings, columns read, parameters",
)
BOOKS = columns(
    ("name", "Nama", "Name", 20),
    ("title", "Judul", "Title", 60),
    ("since", "Berlaku sejak", "In force since", 14),
    ("conditions", "Syarat", "Conditions", 10),
    ("grounds", "Dasar", "Grounds", 10),
    ("base", "Turunan dari", "Derived from", 20),
)
RULES = columns(
    ("rule", "Butir", "Clause", 15),
    ("group", "Kelompok", "Group", 18),
    ("term", "Syarat atau dasar", "Condition or ground", 40),
    ("readings", "Bacaan", "Readings", 20),
    ("columns", "Kolom yang dibaca", "Columns read", 50),
    ("parameters", "Parameter", "Parameters", 24),
)
ACTION = Argument(["action"], type=click.Choice(["list", "show"]), default="list", required=False)


@command("rules", TEXT, ACTION)
def verb(settings: Settings, action: str) -> None:
    """Print the rulebooks, or the rules of one."""
    host = a_host()
    if action == "list":
        table = books(host.rulebooks())
        content = {"rulebooks": as_dicts(table, settings.lang)}
    else:
        book = host.rulebook(settings.rulebook)
        table = rules(book)
        content = shown(book, table, settings.lang)
    tell_faults(settings, host)
    if settings.format == "json":
        head = {"format": "kimcore.rules.v1", "office": None, "on": None, "rulebook": None}
        show_document(head | content)
    else:
        show_table(settings, table)


def shown(book: Rulebook, table: Table, language: Language) -> dict[str, Any]:
    """Return the content of the document for one rulebook."""
    parameters = [
        {"name": s.name, "value": v.value, "since": v.since.isoformat(), "source": v.source}
        for s in book.settings
        for v in s.values
    ]
    head = {"name": book.name, "title": book.title.say(language), "since": book.since.isoformat()}
    return head | {"source": book.source, "rules": as_dicts(table, language), "parameters": parameters}


def books(found: tuple[Rulebook, ...]) -> Table:
    """Return the rulebooks."""
    title = Text("Himpunan aturan", "Rulebooks")
    rows = tuple((b.name, b.title, b.since, len(b.conditions), len(b.grounds), b.base or None) for b in found)
    return Table(key="rulebooks", name=title, title=title, columns=BOOKS, rows=rows)


def rules(book: Rulebook) -> Table:
    """Return the rules of a rulebook in order."""
    return Table(key="rules", name=book.title, title=book.title, columns=RULES, rows=tuple(map(row, book)))


def row(rule: Rule) -> tuple[Any, ...]:
    """Return the row of one rule."""
    read = tuple(dict.fromkeys(column_of(name) for name in facts_read(rule.when)))
    return rule.id, rule.group, rule.clause.term, rule.readings or None, read, parameters_read(rule.when) or None


def as_dicts(table: Table, language: Language) -> list[dict[str, Any]]:
    """Return a table as dicts of plain values."""
    from kimcore.results.rows import plain

    keys = [column.key for column in table.columns]
    said = ((c.say(language) if isinstance(c, Text) else plain(c) for c in row) for row in table.rows)
    return [dict(zip(keys, row, strict=True)) for row in said]
