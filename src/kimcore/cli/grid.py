"""Grid: a table for people: as wide as the terminal, no heading broken inside a word, the least columns first to go."""

import sys
from collections.abc import Sequence
from datetime import date

from attrs import frozen

from kimcore.cli.wording import printable
from kimcore.errors import MissingExtra
from kimcore.tables import Cell, Table
from kimcore.terms import Language, Term, Text, say

__all__ = ["UNKNOWN", "cell_text", "import_rich", "print_lines", "print_table", "width_of_terminal"]

UNKNOWN = "–"
WIDEST = 1000
"""How many characters wide a table may be where nobody looks."""
LONGEST_WORD = SENTENCE = 24
GAP = 2
STYLES = {"eligible": "green", "ineligible": "red", "undetermined": "yellow", "error": "red", "warning": "yellow"}
LEFT_OUT = Text(
    "Tidak muat di layar ini: {columns}. Lebarkan layar, atau pakai --format csv.",
    "Left out on this narrow screen: {columns}. Widen it, or use --format csv.",
)


@frozen
class Laid:
    """A column as it is printed: its heading, its cells as words with their styles, and what it holds."""

    key: str
    heading: str
    cells: tuple[tuple[str, str], ...]
    kinds: frozenset[type]

    @property
    def is_number(self) -> bool:
        """True where it holds numbers alone."""
        return self.kinds <= {int, float, type(None)}

    @property
    def least(self) -> int:
        """The least width: of the longest word, of a whole date, and of a few words of what is a sentence."""
        words = [word for text, _ in self.cells for word in text.split()]
        longest = min(LONGEST_WORD, max(map(len, words), default=1))
        sentence = SENTENCE if self.longest > 2 * SENTENCE else 1
        day = self.longest if date in self.kinds else 1
        return max(longest, sentence, day, *map(len, self.heading.split()))

    @property
    def longest(self) -> int:
        """The length of the longest cell."""
        return max((len(text) for text, _ in self.cells), default=1)

    @property
    def most(self) -> int:
        """The width at which nothing is wrapped."""
        return max(self.least, len(self.heading), self.longest)


def cell_text(cell: Cell, language: Language) -> str:
    """Return a cell as a person reads it."""
    if cell is None:
        return UNKNOWN
    if isinstance(cell, tuple):
        return "; ".join(say(line, language) for line in cell) or UNKNOWN
    return say(cell, language)


def style_of(cell: Cell) -> str:
    """Return the colour of a status or severity; no other cell has one."""
    return STYLES.get(cell.code, "") if isinstance(cell, Term) else ""


def width_of_terminal() -> int:
    """Return how many characters fit on a line; more than any text where stdout is no terminal."""
    if not sys.stdout.isatty():
        return WIDEST
    from rich.console import Console

    return Console(file=sys.stdout).width


def print_table(table: Table, language: Language, keys: Sequence[str]) -> None:
    """Print the columns named by `keys`, the most needed first; those at the end are left out where it is narrow."""
    import_rich()
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as Grid
    from rich.text import Text as Plain

    width = width_of_terminal()
    laid = lay_out(table, language, keys)
    shown, left_out = fitting(laid, keys, width)
    title = Plain(printable(table.title.say(language)), style="bold")
    grid = Grid(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_edge=False)
    for column, wide in zip(shown, widths(shown, width), strict=True):
        justify = "right" if column.is_number else "left"
        grid.add_column(Plain(column.heading), justify=justify, overflow="fold", width=wide)  # type: ignore[arg-type]
    for number in range(len(table.rows)):
        grid.add_row(*(Plain(text, style=style) for text, style in (c.cells[number] for c in shown)))
    notes = [printable(found.say(language)) for found in table.notes]
    if left_out:
        notes.append(LEFT_OUT.format(columns=", ".join(c.heading for c in left_out)).say(language))
    print_lines([title, grid, *(Plain(text, style="dim") for text in notes)], width)


def import_rich() -> None:
    """Import rich, or say which extra it comes with."""
    try:
        import rich  # noqa: F401
    except ModuleNotFoundError:
        en, id = "a table needs an extra: pip install", "tabel memerlukan paket tambahan: pip install"
        raise MissingExtra("missing_extra", f"{en} 'kimcore[cli]'", f"{id} 'kimcore[cli]'") from None


def print_lines(parts: Sequence[object], width: int) -> None:
    """Print parts with rich: in colour only on a terminal, text from data never read as markup."""
    import_rich()
    import click
    from rich.console import Console

    console = Console(file=sys.stdout, highlight=False, width=width)
    with console.capture() as printed:
        for part in parts:
            console.print(part)
    click.echo(printed.get(), nl=False)


def lay_out(table: Table, language: Language, keys: Sequence[str]) -> list[Laid]:
    """Return the columns named, in the order of the table."""
    return [
        Laid(
            column.key,
            column.heading.say(language),
            tuple((printable(cell_text(row[p], language)), style_of(row[p])) for row in table.rows),
            frozenset(type(row[p]) for row in table.rows),
        )
        for p, column in enumerate(table.columns)
        if column.key in keys
    ]


def fitting(columns: Sequence[Laid], keys: Sequence[str], width: int) -> tuple[list[Laid], list[Laid]]:
    """Return the columns that fit side by side, and those left out: from the end of `keys`, as few as need be."""
    shown = list(columns)
    for key in reversed(keys):
        if len(shown) == 1 or sum(c.least + GAP for c in shown) - GAP <= width:
            break
        shown = [c for c in shown if c.key != key]
    return shown, [c for c in columns if c not in shown]


def widths(columns: Sequence[Laid], width: int) -> list[int]:
    """Return the width of each column: the least, then of what is left what names need, then a share for sentences."""
    found = [c.least for c in columns]
    for goal in ([min(c.most, SENTENCE) for c in columns], [c.most for c in columns]):
        wanted = [max(0, most - now) for most, now in zip(goal, found, strict=True)]
        spare = max(0, width - sum(found) - GAP * (len(found) - 1))
        share = min(1.0, spare / (sum(wanted) or 1))
        found = [now + int(more * share) for now, more in zip(found, wanted, strict=True)]
    return found
