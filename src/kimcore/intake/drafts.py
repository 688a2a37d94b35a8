"""Drafts: what the sheets of a file change in a KIM, gathered until all of them are read."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from attrs import asdict, define, evolve, field, frozen

from kimcore.community import Kim
from kimcore.intake.columns import NAME, NUMBER, VILLAGE
from kimcore.intake.log import Log
from kimcore.intake.records import Record
from kimcore.terms import Text

__all__ = ["Draft", "RowSheet", "add_record", "complete"]


@lru_cache
def parted(keys: tuple[str, ...]) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return the parts of a KIM that dotted keys name, each with its keys and the fields that they name."""
    found: dict[str, list[tuple[str, str]]] = {}
    for key in keys:
        part, _, name = key.rpartition(".")
        found.setdefault(part, []).append((key, name))
    return tuple((part, tuple(fields)) for part, fields in found.items())


@define
class Draft:
    """A KIM as known before (or new, with its name alone), and what the file says of it.

    Only fields whose columns the file has are changed: an absent column or sheet changes nothing. `records` are the
    rows of sheets that replace a list; a row written twice is taken once. `row` is the row of Profil KIM, 0 where
    only other sheets name the KIM.
    """

    kim: Kim
    is_new: bool
    row: int = 0
    changes: dict[str, dict[str, Any]] = field(factory=dict)
    records: dict[str, dict[Any, int]] = field(factory=dict)

    def change(self, values: Mapping[str, Any]) -> None:
        """Change the fields that dotted keys name."""
        for part, fields in parted(tuple(values)):
            self.changes.setdefault(part, {}).update({name: values[key] for key, name in fields})

    def set(self, key: str, value: Any) -> None:
        """Change the field that a dotted key names."""
        part, _, name = key.rpartition(".")
        self.changes.setdefault(part, {})[name] = value

    def get(self, key: str) -> Any:
        """Return the field that a dotted key names, as changed so far."""
        part, _, name = key.rpartition(".")
        default = getattr(getattr(self.kim, part) if part else self.kim, name)
        return self.changes.get(part, {}).get(name, default)

    def finish(self) -> Kim:
        """Return the KIM with everything that the file says of it."""
        for key, rows in self.records.items():
            self.set(key, tuple(rows))
        parts = {p: self.changed(p, fields) for p, fields in self.changes.items() if p}
        return evolve(self.kim, **parts, **self.changes.get("", {}))

    def changed(self, part: str, fields: dict[str, Any]) -> Any:
        """Return a part of the KIM with fields changed; of a new KIM, which has only its name, made anew."""
        known = getattr(self.kim, part)
        return type(known)(**fields) if self.is_new else evolve(known, **fields)


@frozen
class RowSheet:
    """A sheet whose rows replace a list of the KIM, named by its key.

    `build` makes a record of a row; `values_of` makes values of a record known before, found by those of `same`.
    """

    key: str
    build: Callable[[Mapping[str, Any], Record, Log], Any]
    same: tuple[str, ...]
    values_of: Callable[[Any], dict[str, Any]] = lambda record: asdict(record, recurse=False)


def complete(draft: Draft, record: Record, sheet: RowSheet) -> Mapping[str, Any]:
    """Return the values of a row, and for columns that the file lacks those of the same record known before."""
    if draft.is_new:
        return record.values
    offered = {c.key for c in record.located.spec.columns} - {NAME, VILLAGE, NUMBER}
    lacking = offered - record.values.keys()
    if not lacking:
        return record.values
    part, _, name = sheet.key.rpartition(".")
    known = map(sheet.values_of, getattr(getattr(draft.kim, part) if part else draft.kim, name))
    given = {key: record.values[key] for key in sheet.same if key in record.values}
    match = next((values for values in known if given and given.items() <= values.items()), {})
    return {key: match[key] for key in lacking if key in match} | record.values


def add_record(draft: Draft, record: Record, sheet: RowSheet, log: Log) -> None:
    """Add a row to the list that its sheet replaces."""
    rows = draft.records.setdefault(sheet.key, {})
    built = sheet.build(complete(draft, record, sheet), record, log)
    if built is None:
        return
    first = rows.setdefault(built, record.row)
    if first != record.row:
        record.report(log, "repeated_row", name=Text(f"baris {first}", f"row {first}"))
