"""Tables: the neutral form in which every report is written before a writer makes it a sheet or a page."""

import re
from datetime import date
from decimal import Decimal
from typing import Literal

from attrs import field, frozen

from kimcore.terms import Term, Text

__all__ = [
    "Bar",
    "Cell",
    "Chart",
    "Column",
    "Form",
    "FormColumn",
    "FormKind",
    "FormSheet",
    "Mark",
    "Moment",
    "Notice",
    "NoticeItem",
    "NoticePart",
    "Report",
    "Table",
    "Timeline",
    "guard",
    "unguard",
]

FORMULA = re.compile("'*[=+\\-@\uff1d\uff0b\uff0d\uff20\t\r\n]")
"""How a text begins that a spreadsheet would run, guarded or not; full-width signs count in some languages."""

Cell = str | int | float | Decimal | date | Term | Text | tuple[str | Term | Text, ...] | None
"""What a cell holds. A tuple is a list of lines, None an unknown; a Term or Text is said in the report's language."""


@frozen(kw_only=True)
class Column:
    """One column: a stable key for programs and a heading for people; `width` is in characters."""

    key: str
    heading: Text
    width: int = 18


@frozen(kw_only=True)
class Table:
    """Rows under columns, with the clause it carries out (for example "Tabel 3.1") and notes below it.

    `name` is the short name of its sheet (at most 31 characters); each row has one cell per column.
    """

    key: str
    name: Text
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...] = ()
    notes: tuple[Text, ...] = ()


@frozen(kw_only=True)
class Mark:
    """A numbered dot of a chart: `number` stands in the dot, `name` in the key list beside it."""

    number: int
    name: str
    x: float
    y: float
    group: Term | None = None


@frozen(kw_only=True)
class Chart:
    """Numbered dots over two axes from 0 to `top`, split at the cut-offs, with a label in each corner.

    `corners` are the labels top left, top right, bottom left, bottom right; None for an unknown cut-off.
    """

    key: str
    title: Text
    x_label: Text
    y_label: Text
    x_cut: float | None
    y_cut: float | None
    marks: tuple[Mark, ...]
    corners: tuple[Text, Text, Text, Text]
    notes: tuple[Text, ...] = ()


@frozen(kw_only=True)
class Moment:
    """Something on a day of a bar: what it is in words, and of which kind."""

    on: date
    what: Text
    kind: Term


@frozen(kw_only=True)
class Bar:
    """Something that lasts from a day to a day (both in), with what happens in it; `state` says how far it is."""

    name: str
    group: Term
    first: date
    last: date
    state: Term
    moments: tuple[Moment, ...] = ()


@frozen(kw_only=True)
class Timeline:
    """Bars over the days in which they lie, earliest first, with a line at the day of the report."""

    key: str
    name: Text
    title: Text
    on: date
    bars: tuple[Bar, ...]
    notes: tuple[Text, ...] = ()


@frozen(kw_only=True)
class Report:
    """A whole report: title, the particulars that every result carries (date, rulebook, source), tables, drawings.

    `warning` is set where the data are made up; every sheet and page then says so.
    """

    title: Text
    particulars: tuple[tuple[Text, Cell], ...]
    tables: tuple[Table, ...]
    charts: tuple[Chart, ...] = ()
    timelines: tuple[Timeline, ...] = ()
    warning: Text | None = field(default=None)


FormKind = Literal["text", "date", "number", "answer"]
"""What a cell of a form takes: text as typed, a date, a number, or one of few answers."""


@frozen(kw_only=True)
class FormColumn:
    """A column to fill in: its heading as it must stand, what to type, and the choices of its drop-down.

    `is_open` choices are suggestions: other words do as well. `minimum` and `maximum` bound a number; `width` is in
    characters.
    """

    heading: str
    note: Text
    kind: FormKind = "text"
    choices: tuple[str, ...] = ()
    is_open: bool = False
    minimum: int | None = None
    maximum: int | None = None
    width: int = 18
    is_required: bool = False


@frozen(kw_only=True)
class FormSheet:
    """A sheet to fill in: its name as it must stand, its title, the clause that asks for it, and what it is for."""

    name: str
    title: Text
    clause: str
    purpose: Text
    columns: tuple[FormColumn, ...]


@frozen(kw_only=True)
class Form:
    """An empty workbook to fill in; `name` is that of its first sheet, which holds the guide: topics and what to do."""

    name: Text
    title: Text
    guide: tuple[tuple[Text, Text], ...]
    sheets: tuple[FormSheet, ...]


@frozen(kw_only=True)
class NoticeItem:
    """One line of a notice: what is said, what is recorded about it, and the clause to print small behind it."""

    text: Text
    detail: Text | None = None
    clause: str = ""


@frozen(kw_only=True)
class NoticePart:
    """A part of a notice: its heading, a sentence, lines, and labels with a blank to fill in by hand."""

    heading: Text
    lead: Text | None = None
    items: tuple[NoticeItem, ...] = ()
    blanks: tuple[Text, ...] = ()


@frozen(kw_only=True)
class Notice:
    """A notice of one page to one KIM: from which office, about what, in parts, with what it rests on in small print.

    `headline` says in few words what was decided or is open, `lead` in a sentence or two.
    """

    title: Text
    sender: Text
    particulars: tuple[tuple[Text, Cell], ...]
    headline: Text
    lead: Text
    parts: tuple[NoticePart, ...]
    small: tuple[Text, ...]
    warning: Text | None = None


def guard(text: str) -> str:
    """Return a text as a cell of CSV: behind an apostrophe where a spreadsheet would take it for a formula."""
    return f"'{text}" if FORMULA.match(text) else text


def unguard(text: str) -> str:
    """Return the text that `guard` was given, whatever it was."""
    return text[1:] if text.startswith("'") and FORMULA.match(text) else text
