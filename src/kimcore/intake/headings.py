"""Headings: finding the sheets of the register, their row of headings, and where each column stands."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property

from attrs import field, frozen

from kimcore.intake.cells import CellValue, is_blank, letters, text_of
from kimcore.intake.columns import NAME, NUMBER, VILLAGE, Column, Kind, Reader, SheetSpec
from kimcore.intake.layout import SHEETS
from kimcore.intake.sheets import Row, Sheet
from kimcore.intake.works.layout import WORK_SHEETS

__all__ = ["Located", "Placed", "extra_headings", "locate", "recognise"]

DEPTH = 50
"""In how many rows from the top the headings are looked for."""

SEVERAL = {Kind.CHANNELS, Kind.TEXTS, Kind.AFFAIRS, Kind.CONTENT_KINDS, Kind.FUNCTIONS, Kind.SOURCES}
TELL_NOTHING = {NAME, VILLAGE, NUMBER, "no", "number", "surveyed", "form", "held"}
ALPHABET = tuple("abcdefghijklmnopqrstuvwxyz")


@frozen
class Placed:
    """A column in a file: the positions of its cells, and its heading as the file writes it.

    A column of several values may stand twice: Tabel 3.1 prints Jenis Media twice (R8).
    """

    column: Column
    indexes: tuple[int, ...]
    heading: str
    key: str = field(init=False)
    reader: Reader = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        """Keep the key and the reader of the column at hand: they are asked for once per cell."""
        object.__setattr__(self, "key", self.column.key)
        object.__setattr__(self, "reader", self.column.reader)


@frozen
class Located:
    """A recognised sheet, its columns, and its rows below the headings."""

    spec: SheetSpec
    sheet: Sheet
    columns: tuple[Placed, ...]
    rows: tuple[Row, ...]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of its columns."""
        return frozenset(p.key for p in self.columns)

    @cached_property
    def noted(self) -> frozenset[tuple[int, int]]:
        """The row and position of each cell that the reader of the file reported."""
        return frozenset((note.row, note.index) for note in self.sheet.notes)

    def placed(self, key: str) -> Placed | None:
        """Return where the column of a key stands, or None."""
        return next((p for p in self.columns if p.key == key), None)


@cache
def columns_by_name(spec: SheetSpec) -> dict[str, Column]:
    """Return the columns of a sheet by every name they may bear."""
    return {name: column for column in spec.all_columns for name in column.names}


def hits(cells: Sequence[CellValue], spec: SheetSpec) -> dict[int, Column]:
    """Return the positions in a row whose text is a heading of the sheet."""
    known = columns_by_name(spec)
    named = ((i, known.get(letters(c))) for i, c in enumerate(cells) if isinstance(c, str) and len(c) < 100)
    return {i: column for i, column in named if column}


def heading_rows(sheet: Sheet, spec: SheetSpec) -> tuple[int, dict[int, str]]:
    """Return the position of the first row below the headings, and every heading text by its position.

    The row with most headings is taken. A row beside it that holds headings alone (two lines of merged headings)
    fills the positions that the first leaves open.
    """
    top = sheet.rows[:DEPTH]
    counted = [(len(set(hits(cells, spec).values())), -n) for n, (_, cells) in enumerate(top)]
    most, best = max(counted, default=(0, 0))
    if not most:
        return 0, {}
    first = last = -best
    texts = {i: text_of(top[first][1][i]) for i in hits(top[first][1], spec)}
    for beside in (first - 1, first + 1):
        if 0 <= beside < len(top) and only_headings(top[beside][1], spec):
            last = max(last, beside)
            texts = {i: text_of(top[beside][1][i]) for i in hits(top[beside][1], spec)} | texts
    return last + 1, texts


def only_headings(cells: Sequence[CellValue], spec: SheetSpec) -> bool:
    """Tell whether a row holds at least one heading, and nothing that is none."""
    found = hits(cells, spec)
    return bool(found) and all(i in found or is_blank(cell) for i, cell in enumerate(cells))


def is_numbering(cells: Sequence[CellValue]) -> bool:
    """Tell whether a row only numbers the columns: 1, 2, 3 or (1), (2), (3) or a, b, c."""
    marks = [letters(text_of(c)) for c in cells if not is_blank(c)]
    return len(marks) > 2 and any(
        marks == list(series[: len(marks)]) for series in (tuple(map(str, range(1, len(marks) + 1))), ALPHABET)
    )


def place(spec: SheetSpec, texts: Mapping[int, str]) -> tuple[Placed, ...]:
    """Return where each column stands; the canonical heading wins over an alias, the left one over the right."""
    known = columns_by_name(spec)
    candidates: dict[str, list[tuple[int, int]]] = {}
    for index, text in texts.items():
        column = known[letters(text)]
        candidates.setdefault(column.key, []).append((column.names.index(letters(text)), index))
    return tuple(
        choose(column, sorted(candidates[column.key]), texts) for column in spec.all_columns if column.key in candidates
    )


def choose(column: Column, ranked: list[tuple[int, int]], texts: Mapping[int, str]) -> Placed:
    """Return the place of a column: all that bear the best name where it takes several values, else the first."""
    best = [index for rank, index in ranked if rank == ranked[0][0]]
    return Placed(column, tuple(best) if column.kind in SEVERAL else (best[0],), texts[best[0]])


def locate(sheet: Sheet, spec: SheetSpec) -> Located:
    """Return a sheet with the places of its columns; without any where no heading is found."""
    below, texts = heading_rows(sheet, spec)
    while texts and below < len(sheet.rows) and is_numbering(sheet.rows[below][1]):
        below += 1
    return Located(spec, sheet, place(spec, texts), sheet.rows[below:])


def extra_headings(located: Located) -> Iterator[tuple[str, Placed]]:
    """Give each heading that is not read because another column holds the same thing, with that column."""
    _, texts = heading_rows(located.sheet, located.spec)
    used = {index for p in located.columns for index in p.indexes}
    for index in sorted(texts.keys() - used):
        found = located.placed(columns_by_name(located.spec)[letters(texts[index])].key)
        if found:
            yield texts[index], found


def recognise(sheets: Sequence[Sheet]) -> tuple[Located, ...]:
    """Return the sheets of the register, each by its name, else by its headings; other sheets are left alone."""
    filled = [sheet for sheet in sheets if any(not is_blank(c) for _, cells in sheet.rows for c in cells)]
    named = {id(sheet): spec for sheet in filled if (spec := by_name(sheet))}
    taken = {spec.key for spec in named.values()}
    specs = ((sheet, named.get(id(sheet)) or by_headings(sheet, taken)) for sheet in filled)
    return tuple(locate(sheet, spec) for sheet, spec in specs if spec)


def by_name(sheet: Sheet) -> SheetSpec | None:
    """Return the sheet that bears this name; one of chapter IV only if it has the column that every row fills in."""
    name = letters(sheet.name)
    if found := next((spec for spec in SHEETS if letters(spec.name) == name), None):
        return found
    work = next((spec for spec in WORK_SHEETS if letters(spec.name) == name), None)
    return work if work and is_of(sheet, work) else None


def is_of(sheet: Sheet, spec: SheetSpec) -> bool:
    """Tell whether a sheet has the column that every row fills in, and another that finds no KIM."""
    found = {p.key for p in locate(sheet, spec).columns}
    return spec.anchor in found and len(found - {NAME, VILLAGE, NUMBER}) > (spec.anchor != NAME)


def by_headings(sheet: Sheet, taken: set[str]) -> SheetSpec | None:
    """Return the sheet whose headings these are, unless it was already found by name."""
    found = {spec.key: {p.column.key for p in locate(sheet, spec).columns} for spec in SHEETS}
    telling = [s for s in SHEETS if NAME in found[s.key] and len(found[s.key] - TELL_NOTHING) > 1]
    best = max(telling, key=lambda s: (len(found[s.key]), len(found[s.key]) / len(s.columns)), default=None)
    return best if best and best.key not in taken else None
