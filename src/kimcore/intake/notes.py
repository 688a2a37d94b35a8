"""Notes: what the reader of a file found in its cells, as problems of the register."""

from collections.abc import Iterable, Sequence

from kimcore.intake.cells import display
from kimcore.intake.headings import Located
from kimcore.intake.log import Log
from kimcore.intake.quarantine.cells import letters_of
from kimcore.intake.sheets import Note, Sheet
from kimcore.problems import Severity

__all__ = ["report_notes"]


def report_notes(sheets: Sequence[Sheet], located: Iterable[Located], log: Log) -> None:
    """Report every note: in the recognised sheets cell by cell, else once for the sheet."""
    found = {id(one.sheet): one for one in located}
    for sheet in sheets:
        report_file(sheet, log)
        noted = [note for note in sheet.notes if note.row]
        if one := found.get(id(sheet)):
            report_cells(one, noted, log)
        elif noted:
            report_sheet(sheet, noted, log)


def report_file(sheet: Sheet, log: Log) -> None:
    """Report what concerns the file as a whole."""
    for note in sheet.notes:
        if not note.row:
            log.add(note.code, Severity.INFO, file=sheet.file or log.file, sheet="")


def report_cells(one: Located, noted: Iterable[Note], log: Log) -> None:
    """Report cells of columns that are read, and those above the rows that are."""
    by_index = {index: placed for placed in one.columns for index in placed.indexes}
    top = one.rows[0][0] if one.rows else 0
    for note in noted:
        placed = by_index.get(note.index)
        if placed or note.row < top:
            column = placed.heading if placed else letters_of(note.index)
            log.report(note.code, one, note.row, placed=placed, value=note.value, column=column)


def report_sheet(sheet: Sheet, noted: Sequence[Note], log: Log) -> None:
    """Report the first of the cells of a sheet that is not recognised, and how many more there are."""
    for code in dict.fromkeys(note.code for note in noted):
        first, *more = (note for note in noted if note.code == code)
        value = display(first.value) + (f" (+{len(more)})" if more else "")
        log.add(
            code,
            Severity.WARNING,
            file=sheet.file or log.file,
            sheet=sheet.name,
            row=first.row,
            column=letters_of(first.index),
            value=value,
        )
