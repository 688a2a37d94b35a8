"""Output: a result as text for people (rich), as one JSON document, or as CSV; data on stdout, the rest on stderr."""

import csv
import io
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import click

from kimcore.cli.settings import Settings
from kimcore.errors import MissingExtra
from kimcore.tables import Cell, Table
from kimcore.terms import Language, Term, Text, say

__all__ = ["cell_text", "note", "show", "show_document", "show_table", "working"]

UNKNOWN = "–"
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def show(settings: Settings, result: Any, keys: Sequence[str] = ()) -> None:
    """Print a result in the format asked for; `keys` are the columns that people see, all where none is named."""
    if settings.format == "json":
        show_document(result.to_document(settings.lang))
    else:
        show_table(settings, result.table(), keys)


def show_document(document: dict[str, Any]) -> None:
    """Print exactly one JSON document."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=1))


def show_table(settings: Settings, table: Table, keys: Sequence[str] = ()) -> None:
    """Print a table as CSV or for people."""
    if settings.format == "csv":
        click.echo(as_csv(table, settings.lang), nl=False)
    else:
        print_table(table, settings.lang, keys or [c.key for c in table.columns])


def as_csv(table: Table, language: Language) -> str:
    """Return a table as CSV with headings; a text that a spreadsheet would take as a formula is guarded by a `'`."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([c.heading.say(language) for c in table.columns])
    writer.writerows([[guarded(cell, language) for cell in row] for row in table.rows])
    return out.getvalue()


def guarded(cell: Cell, language: Language) -> str:
    """Return a cell of CSV; unknown is empty."""
    if cell is None or isinstance(cell, int | float):
        return "" if cell is None else str(cell)
    if hasattr(cell, "isoformat"):
        return str(cell)
    text = cell_text(cell, language)
    return f"'{text}" if text.startswith(FORMULA) else text


def cell_text(cell: Cell, language: Language) -> str:
    """Return a cell as a person reads it."""
    if cell is None:
        return UNKNOWN
    if isinstance(cell, tuple):
        return "; ".join(cell) or UNKNOWN
    return say(cell, language) if isinstance(cell, Text | Term) or hasattr(cell, "isoformat") else str(cell)


def print_table(table: Table, language: Language, keys: Sequence[str]) -> None:
    """Print a table with rich: aligned, in colour only on a terminal, text from data never read as markup."""
    try:
        from rich.console import Console
        from rich.table import Table as Grid
        from rich.text import Text as Plain
    except ModuleNotFoundError:
        raise MissingExtra("missing_extra", "needs an extra: pip install 'kimcore[cli]'") from None
    console = Console(file=sys.stdout, highlight=False, soft_wrap=False, width=None if sys.stdout.isatty() else 240)
    places = [place for place, column in enumerate(table.columns) if column.key in keys]
    grid = Grid(title=Plain(clean(table.title.say(language))), title_justify="left", title_style="bold")
    for place in places:
        number = all(isinstance(row[place], int | float | None) for row in table.rows)
        heading = Plain(table.columns[place].heading.say(language))
        grid.add_column(heading, justify="right" if number else "left", overflow="fold")
    for row in table.rows:
        grid.add_row(*(Plain(clean(cell_text(row[p], language)), style=style_of(row[p])) for p in places))
    console.print(grid)
    for found in table.notes:
        console.print(Plain(clean(found.say(language))), style="dim")


STYLES = {"eligible": "green", "ineligible": "red", "undetermined": "yellow", "error": "red", "warning": "yellow"}


def style_of(cell: Cell) -> str:
    """Return the colour of a status or severity; no other cell has one."""
    return STYLES.get(cell.code, "") if isinstance(cell, Term) else ""


def clean(text: str) -> str:
    """Return a text without the control characters by which data could steer a terminal."""
    return "".join(c if c.isprintable() or c == "\n" else "\N{REPLACEMENT CHARACTER}" for c in text)


def note(settings: Settings, text: Text, **values: object) -> None:
    """Say something to the person at the terminal, on stderr."""
    click.echo(clean(text.format(**values).say(settings.lang)), err=True)


@contextmanager
def working(settings: Settings, text: Text) -> Iterator[None]:
    """Show that work is going on, on stderr and only on a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(text.say(settings.lang)):
        yield
