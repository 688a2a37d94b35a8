"""Rows of the sheets of chapter IV: what a row says, with KIMs and issues found by their names."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import NOTHING, evolve, fields_dict, frozen

from kimcore.community import KimType
from kimcore.intake.cells import squeeze, text_of
from kimcore.intake.columns import NAME, VILLAGE
from kimcore.intake.identity import Names, Roster
from kimcore.intake.issuerows import kims_named
from kimcore.intake.log import Log
from kimcore.intake.records import Record
from kimcore.issues import Issue

__all__ = ["Lookup", "Row", "settable"]


@frozen
class Lookup:
    """What rows name elsewhere, KIMs and issues, the types of KIMs by id, and where problems go."""

    roster: Roster[str]
    issues: Mapping[str, str]
    log: Log
    types: Mapping[str, KimType | None]

    @classmethod
    def of(
        cls, roster: Roster[str], issues: Iterable[Issue], types: Mapping[str, KimType | None], log: Log
    ) -> "Lookup":
        """Return the lookup over issues and types of KIMs (by id); a title wins over a number."""
        every = tuple(issues)
        numbered = {squeeze(text_of(i.number)): i.id for i in every if i.number is not None}
        return cls(roster, numbered | {squeeze(i.title): i.id for i in every}, log, types)

    def silent(self) -> "Lookup":
        """Return the same lookup, whose problems go nowhere."""
        return evolve(self, log=Log(""))


@frozen
class Row:
    """A row of a sheet, as its work asks it."""

    record: Record
    lookup: Lookup

    def has(self, key: str) -> bool:
        """Tell whether the file has a column."""
        return key in self.record.values

    def get(self, key: str) -> Any:
        """Return the value of a column, None where the file has none."""
        return self.record.values.get(key)

    def report(self, code: str, key: str = "", **words: Any) -> None:
        """Report a problem of the row."""
        self.record.report(self.lookup.log, code, key, **words)

    def plain(self, entity: type, names: Iterable[str]) -> dict[str, Any]:
        """Return the fields that the file has a column for, and whose cell their field takes."""
        return {n: self.get(n) for n in names if self.has(n) and settable(entity, n, self.get(n))}

    def kims(self) -> tuple[str, ...]:
        """Return the ids of the KIMs that the row names; a name that fits none or several is reported."""
        return kims_named(self.record, self.lookup.roster, self.lookup.log)

    def kim(self) -> str:
        """Return the id of the one KIM that the row names; empty where it names none, or another number is reported."""
        found = self.kims()
        if len(found) > 1:
            self.report("kim_ambiguous", NAME, value=self.get(NAME))
        return found[0] if len(found) == 1 else ""

    def kim_called(self, name: str, key: str) -> str:
        """Return the id of the KIM that bears a name in a column; empty for none or several, which is reported."""
        found = self.lookup.roster.find(Names(squeeze(name), squeeze(text_of(self.get(VILLAGE)))))
        if len(found) != 1:
            self.report("kim_ambiguous" if found else "kim_unknown", key, value=name)
        return found[0] if len(found) == 1 else ""

    def issues(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of issues that are named by number or title; one that is not there is reported."""
        found: dict[str, None] = {}
        for name in names:
            id = self.lookup.issues.get(squeeze(name))
            if id is None:
                self.report("issue_unknown", "issues" if self.has("issues") else "issue", value=name)
            else:
                found[id] = None
        return tuple(found)


def settable(record: type, name: str, value: Any) -> bool:
    """Tell whether a field takes a value; a blank cell leaves a field that must be known as it is."""
    default = fields_dict(record)[name].default
    return value is not None or default is None or not (default is NOTHING or default)
