"""Sections: rows of the workbook before and after a command, and the changes of their cells."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import asdict, frozen

from kimcore.intake import SheetSpec
from kimcore.intake.columns import NAME, Column
from kimcore.results import CellChange, ChangeKind
from kimcore.workspace.celltext import shown, typed

__all__ = ["Section", "Values", "change", "fields", "listed", "told"]

Values = Mapping[str, Any]


@frozen
class Section:
    """Cells of one row of a sheet, before and after; `names` are the keys by which the row is told from others."""

    spec: SheetSpec
    old: Values
    new: Values
    names: tuple[str, ...] = ()

    @property
    def item(self) -> str:
        """What names the row to a person, masked where personal."""
        given = self.new or self.old
        return ", ".join(filter(None, (shown(self.spec.column(key), given.get(key)) for key in self.names)))

    def cells(self) -> Iterator[tuple[Column, Any, Any]]:
        """Yield the columns whose cells differ, with both values."""
        for column in self.spec.columns:
            old, new = self.old.get(column.key), self.new.get(column.key)
            if old != new and not (typed(old) is typed(new) is None):
                yield column, old, new


def fields(record: Any) -> dict[str, Any]:
    """Return the fields of a record, none where there is no record."""
    return {} if record is None else asdict(record, recurse=False)


def told(section: Section, **where: str) -> Iterator[CellChange]:
    """Yield the changes of a row; a new or withdrawn row that holds nothing but the KIM's name is told by it."""
    cells = list(section.cells())
    if not cells and not (section.old and section.new):
        name = where.get("name")
        cells = [(section.spec.column(NAME), name if section.old else None, name if section.new else None)]
    for column, old, new in cells:
        yield change(section.spec, column, old, new, item=section.item, **where)


def change(spec: SheetSpec, column: Column, old: Any, new: Any, **where: str) -> CellChange:
    """Return the change of one cell."""
    before, after = shown(column, old), shown(column, new)
    kind = ChangeKind.ADDED if before is None else ChangeKind.WITHDRAWN if after is None else ChangeKind.CHANGED
    given = {"name": (after or before or "")} if column.key == NAME and spec.key == "profile" else {}
    return CellChange(kind=kind, sheet=spec.name, column=column.heading, old=before, new=after, **(given | where))


def listed(spec: SheetSpec, old: Sequence[Values], new: Sequence[Values], names: tuple[str, ...]) -> Iterator[Section]:
    """Yield the rows of a list in pairs: by what names them, and the only one left with the only one left."""
    rest = list(old)
    added = []
    for values in new:
        same = next((o for o in rest if all(o.get(n) == values.get(n) for n in names)), None)
        if same is None:
            added.append(values)
        else:
            rest.remove(same)
            yield Section(spec, same, values, names)
    if len(rest) == len(added) == 1:
        yield Section(spec, rest[0], added[0], names)
    else:
        yield from (Section(spec, values, {}, names) for values in rest)
        yield from (Section(spec, {}, values, names) for values in added)
