"""Items: a row of a part sheet as an item of the list that it replaces, or reported with what is wrong in it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from kimcore.errors import KimError
from kimcore.intake.columns import NAME, Column, Kind
from kimcore.intake.records import Record
from kimcore.intake.works.drafts import Draft, said_by
from kimcore.intake.works.partsheets import PartSheet
from kimcore.intake.works.rows import Row, settable
from kimcore.terms import Text

__all__ = ["report_lacking", "take_item"]

TITLES: Final = frozenset(("title", "theme", "name", NAME))
OPEN: Final = frozenset((Kind.CATEGORY_KIND, Kind.AWARD_FORM))


def take_item(sheet: PartSheet, draft: Draft, row: Row) -> None:
    """Take a row as an item of a work; where it is refused, the item known before that it names stays as it was."""
    items = draft.stated(sheet.field, row.record)
    values, is_sound = read(sheet, row)
    item = item_of(sheet, draft, row, values, is_sound=is_sound)
    name = named(sheet, values)
    if item is None:
        known = next(
            (i for i in sheet.items_of(draft.known) if name and named(sheet, sheet.values_of(i)) == name), None
        )
        if known is not None:
            items.setdefault(known, row.record)
        return
    other = draft.taken.setdefault((sheet.field, *name), row.record) if name else row.record
    first = items.get(item, other)
    if first is row.record:
        items.setdefault(item, row.record)
    else:
        repeated(sheet, row, first, is_alike=item in items)


def repeated(sheet: PartSheet, row: Row, first: Record, *, is_alike: bool) -> None:
    """Report an item that stands a second time, alike or not; the first row is used."""
    if is_alike:
        row.report("repeated_row", name=Text(f"baris {first.row}", f"row {first.row}"))
    else:
        key = sheet.key_of(sheet.unique[-1])
        row.report("part_repeated", key, value=row.get(key), other=first.row)


def named(sheet: PartSheet, values: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return what names an item and no other of its list; nothing where the list has no such names."""
    return tuple(values[n] for n in sheet.unique) if all(n in values for n in sheet.unique) else ()


def read(sheet: PartSheet, row: Row) -> tuple[dict[str, Any], bool]:
    """Return what a row says by the fields of its item, and whether the KIM that it names is there, as reported."""
    keys = {name: sheet.key_of(name) for name in sheet.names if name != "kim" and row.has(sheet.key_of(name))}
    values = {n: row.get(key) for n, key in keys.items() if n == "category" or settable(sheet.item, n, row.get(key))}
    if not row.has(NAME) or "kim" not in sheet.names:
        return values, True
    kim = row.kim() if row.get(NAME) else ""
    return (values | {"kim": kim}, True) if kim or not row.get(NAME) else (values, False)


def item_of(sheet: PartSheet, draft: Draft, row: Row, values: dict[str, Any], *, is_sound: bool) -> Any:
    """Return the item that a row states; None where it lacks something or is refused, which is reported."""
    fields = {sheet.key_of(name): name for name in sheet.names}
    lacking = [key for key in sheet.needed if values.get(fields[key]) in (None, "", ())]
    report_lacking(row, lacking)
    if not (sheet.settle(row, draft, values) and is_sound) or lacking:
        return None
    whole = before(sheet, draft, values) | values
    if absent := [sheet.key_of(name) for name in sheet.required if name not in whole]:
        report_lacking(row, absent)
        return None
    try:
        return sheet.made(whole)
    except KimError as error:
        row.report("record_refused", name=said_by(error))
        return None


def report_lacking(row: Row, keys: Iterable[str]) -> None:
    """Report the columns that a row must fill in and that are blank, unless their cell was reported already."""
    for key in keys:
        if not (row.record.is_flawed(key) or (key == NAME and row.get(NAME))):
            column = row.record.located.spec.column(key)
            row.report(lacking_code(column), key, column=column.heading)


def lacking_code(column: Column) -> str:
    """Return what is reported of a column that is blank and must not be."""
    if column.kind is Kind.DATE:
        return "date_missing"
    if column.choices and column.kind not in OPEN:
        return "choice_unreadable"
    return "name_missing" if column.key in TITLES else "cell_missing"


def before(sheet: PartSheet, draft: Draft, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that a row lacks, of the only item known before that it names."""
    given = [name for name in sheet.same if name in values]
    if values.keys() >= set(sheet.names) or not given:
        return {}
    return next((sheet.values_of(item) for item in fits(sheet, draft, values, given)), {})


def fits(sheet: PartSheet, draft: Draft, values: Mapping[str, Any], names: Sequence[str]) -> list[Any]:
    """Return the only item known before that has the same values under some names, if there is one and no other."""
    wanted = {name: values.get(name) for name in names}
    found = [item for item in sheet.items_of(draft.known) if wanted.items() <= sheet.values_of(item).items()]
    return found if len(found) == 1 else []
