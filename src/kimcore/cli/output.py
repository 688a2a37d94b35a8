"""Output: a result as text for people (rich), as one JSON document, or as CSV; data on stdout, the rest on stderr."""

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import click
from attrs import evolve

from kimcore.cli.settings import Settings
from kimcore.cli.wording import printable
from kimcore.errors import MissingExtra
from kimcore.tables import Cell, Column, Table
from kimcore.terms import Language, Term, Text, say

__all__ = ["cell_text", "note", "show", "show_document", "show_files", "show_table", "stamped", "working"]

UNKNOWN = "–"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
JSON_SAFE = frozenset("\n")
CSV_SAFE = frozenset("\t\n\r")
WIDEST = 1000
"""How many characters wide a table may be where nobody looks."""


def show(settings: Settings, result: Any, keys: Sequence[str] = ()) -> None:
    """Print a result in the format asked for; `keys` are the columns that people see, all where none is named."""
    if settings.format == "json":
        show_document(result.to_document(settings.lang))
        return
    if settings.format == "csv":
        note(settings, result.stamp)
    show_table(settings, stamped(result.table(), result.stamp), keys)


def stamped(table: Table, stamp: Text) -> Table:
    """Return a table whose title says office, date and rulebook."""
    return evolve(table, title=Text(f"{table.title.id} — {stamp.id}", f"{table.title.en} — {stamp.en}"))


def show_document(document: dict[str, Any]) -> None:
    """Print exactly one JSON document, in which what is not printable is escaped."""
    text = json.dumps(document, ensure_ascii=False, indent=1)
    click.echo("".join(c if c.isprintable() or c in JSON_SAFE else json.dumps(c)[1:-1] for c in text))


def show_files(settings: Settings, files: Iterable[Path], head: dict[str, Any]) -> None:
    """Print the names of files that were written: one a line, as a document with a head, or as CSV."""
    names = [str(file) for file in files]
    if settings.format == "json":
        show_document(head | {"files": names})
    elif settings.format == "csv":
        title = Text("Berkas", "File")
        column = Column(key="file", heading=title)
        rows = tuple((name,) for name in names)
        show_table(settings, Table(key="files", name=title, title=title, columns=(column,), rows=rows))
    else:
        click.echo("\n".join(map(printable, names)))


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
    """Return a cell of CSV; unknown and an empty list are empty."""
    if cell is None or cell == ():
        return ""
    if isinstance(cell, int | float | date):
        return str(cell)
    text = cell_text(cell, language)
    text = printable(text) if sys.stdout.isatty() else "".join(map(storable, text))
    return f"'{text}" if text.startswith(FORMULA) else text


def storable(character: str) -> str:
    """Return a character as it may stand in a file: what no workbook can hold either is replaced."""
    is_held = character >= " " or character in CSV_SAFE
    return character if is_held and not "\ud800" <= character <= "\udfff" else "\N{REPLACEMENT CHARACTER}"


def cell_text(cell: Cell, language: Language) -> str:
    """Return a cell as a person reads it."""
    if cell is None:
        return UNKNOWN
    if isinstance(cell, tuple):
        return "; ".join(say(line, language) for line in cell) or UNKNOWN
    return say(cell, language)


def print_table(table: Table, language: Language, keys: Sequence[str]) -> None:
    """Print a table with rich: aligned, in colour only on a terminal, text from data never read as markup."""
    try:
        from rich.console import Console
        from rich.table import Table as Grid
        from rich.text import Text as Plain
    except ModuleNotFoundError:
        en, id = "a table needs an extra: pip install", "tabel memerlukan paket tambahan: pip install"
        raise MissingExtra("missing_extra", f"{en} 'kimcore[cli]'", f"{id} 'kimcore[cli]'") from None
    console = Console(file=sys.stdout, highlight=False, width=None if sys.stdout.isatty() else WIDEST)
    grid = Grid(title=Plain(printable(table.title.say(language))), title_justify="left", title_style="bold")
    places = [place for place, column in enumerate(table.columns) if column.key in keys]
    for place in places:
        number = all(isinstance(row[place], int | float | None) for row in table.rows)
        heading = Plain(table.columns[place].heading.say(language))
        grid.add_column(heading, justify="right" if number else "left", overflow="fold")
    for row in table.rows:
        grid.add_row(*(Plain(printable(cell_text(row[p], language)), style=style_of(row[p])) for p in places))
    with console.capture() as printed:
        console.print(grid)
        for found in table.notes:
            console.print(Plain(printable(found.say(language)), style="dim"))
    click.echo(printed.get(), nl=False)


STYLES = {"eligible": "green", "ineligible": "red", "undetermined": "yellow", "error": "red", "warning": "yellow"}


def style_of(cell: Cell) -> str:
    """Return the colour of a status or severity; no other cell has one."""
    return STYLES.get(cell.code, "") if isinstance(cell, Term) else ""


def note(settings: Settings, text: Text, **values: object) -> None:
    """Say something to the person at the terminal, on stderr."""
    click.echo(printable(text.format(**values).say(settings.lang)), err=True)


@contextmanager
def working(settings: Settings, text: Text) -> Iterator[None]:
    """Show that work is going on, on stderr and only on a terminal."""
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(text.say(settings.lang)):
        yield
