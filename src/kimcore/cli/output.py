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

from kimcore.cli.grid import cell_text, print_table
from kimcore.cli.settings import Settings
from kimcore.cli.wording import printable
from kimcore.tables import Cell, Column, Table, guard
from kimcore.terms import Language, Text

__all__ = ["cell_text", "note", "safe_json", "show", "show_document", "show_files", "show_table", "stamped", "working"]

JSON_SAFE = frozenset("\n")
CSV_SAFE = frozenset("\t\n\r")


def show(settings: Settings, result: Any, keys: Sequence[str] = ()) -> None:
    """Print a result in the format asked for.

    `keys` are the columns that people see, the most needed first; all where none is named.
    """
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
    click.echo(safe_json(json.dumps(document, ensure_ascii=False, indent=1)))


def safe_json(text: str) -> str:
    """Return JSON in which what is not printable is escaped."""
    return "".join(c if c.isprintable() or c in JSON_SAFE else json.dumps(c)[1:-1] for c in text)


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
    rows = [[guarded(cell, language) for cell in row] for row in table.rows]
    return "".join(map(csv_line, [[c.heading.say(language) for c in table.columns], *rows]))


def csv_line(cells: list[str]) -> str:
    """Return cells as a line of CSV; one with a break of any kind in it is quoted, also by a Python that would not."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(cells)
    return out.getvalue().removesuffix("\r\n") + "\n"


def guarded(cell: Cell, language: Language) -> str:
    """Return a cell of CSV; unknown and an empty list are empty."""
    if cell is None or cell == ():
        return ""
    if isinstance(cell, int | float | date):
        return str(cell)
    text = cell_text(cell, language)
    text = printable(text) if sys.stdout.isatty() else "".join(map(storable, text))
    return guard(text)


def storable(character: str) -> str:
    """Return a character as it may stand in a file: what no workbook can hold either is replaced."""
    is_held = character >= " " or character in CSV_SAFE
    return character if is_held and not "\ud800" <= character <= "\udfff" else "\N{REPLACEMENT CHARACTER}"


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
