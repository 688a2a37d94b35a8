"""Reading: the sheets of chapter IV as records, with every problem told at once and nothing half-stored."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from attrs import define, field, frozen

from kimcore.intake.cells import squeeze
from kimcore.intake.columns import NAME
from kimcore.intake.identity import Names
from kimcore.intake.records import Record
from kimcore.intake.works.drafts import KIND_LABELS, Draft, Drafts
from kimcore.intake.works.items import report_lacking, take_item
from kimcore.intake.works.mains import MAINS, MainSheet
from kimcore.intake.works.making import Making
from kimcore.intake.works.parts import PARTS
from kimcore.intake.works.partsheets import PartSheet
from kimcore.intake.works.rows import Lookup, Row
from kimcore.terms import Text

__all__ = ["StatedWorks", "take_works"]

PERIOD: Final = "period"
"""A needed field of two columns, which were reported where they are blank."""


@frozen(kw_only=True)
class StatedWorks:
    """Records of chapter IV that are new or said otherwise by the file, each with its kind.

    `needs` are the ids of the needs that it states, `needs_of` the KIMs for whose needs it speaks in full; `ids_given`
    is how many ids of new records it took.
    """

    works: tuple[tuple[str, Any], ...] = ()
    needs: frozenset[str] = frozenset()
    needs_of: frozenset[str] = frozenset()
    ids_given: int = 0


def take_works(rows: Mapping[str, Sequence[Record]], drafts: Drafts, lookup: Lookup) -> StatedWorks:
    """Take the rows of the sheets of chapter IV, by the key of the sheet."""
    taking = Taking(drafts, lookup)
    for key, sheet in MAINS.items():
        for record in rows.get(key, ()):
            taking.main(sheet, Row(record, lookup))
    for key, part in PARTS.items():
        for record in rows.get(key, ()):
            taking.part(part, Row(record, lookup))
    for record in rows.get("stages", ()):
        taking.stage(Row(record, lookup))
    every = drafts.drafts.values()
    needs = [d for d in every if d.kind == "needs"]
    return StatedWorks(
        works=tuple(Making(drafts, lookup).records()),
        needs=frozenset(d.id for d in needs),
        needs_of=frozenset(d.get("kim") for d in needs),
        ids_given=sum(d.known is None for d in every),
    )


@define
class Taking:
    """The state of one reading."""

    drafts: Drafts
    lookup: Lookup
    found: dict[tuple[str, str], list[Draft]] = field(factory=dict)

    def main(self, sheet: MainSheet, row: Row) -> None:
        """Take a row that is a record."""
        row.record.tell(self.lookup.log)
        kim = row.kim() if sheet.kind in ("needs", "trial") else ""
        if sheet.kind in ("needs", "trial") and not kim:
            if not row.get(NAME):
                row.report("name_missing", NAME)
            return
        known = self.known(sheet, row, kim)
        draft = Draft(sheet.kind, "", known)
        draft.changes = self.own(sheet, row, kim) | sheet.read(row, draft, self.drafts)
        if not self.is_complete(sheet, draft, row) or self.is_repeated(sheet, draft, row):
            return
        kept = self.drafts.draft(sheet.kind, known)
        kept.changes, kept.row = draft.changes, row.record

    def own(self, sheet: MainSheet, row: Row, kim: str) -> dict[str, Any]:
        """Return what tells a record of a KIM from others: the KIM, the day of needs, the type of a trial."""
        if sheet.kind == "needs":
            return {"kim": kim, "on": row.get("on")}
        kind = self.lookup.types.get(kim)
        return {"kim": kim} | ({"type": kind} if kind else {}) if kim else {}

    def known(self, sheet: MainSheet, row: Row, kim: str) -> Any:
        """Return the one record known before that a row means, or None."""
        before = list(self.drafts.known.get(sheet.kind, {}).values())
        if sheet.kind == "needs":
            fits = [n for n in before if (n.kim, n.on) == (kim, row.get("on"))]
        elif sheet.kind == "trial":
            fits = [t for t in before if t.kim == kim and row.get("type") in (None, t.type)]
            started = [t for t in fits if t.term and t.term.start == row.get("start")]
            fits = started or (fits if len(fits) == 1 else [])
        else:
            fits = [d.known for d in self.drafts.find(row.get(sheet.title) or "", (sheet.kind,)) if d.known]
            form = row.get("form")
            fits = [e for e in fits if e.form is form] if len(fits) > 1 and form else fits
        return fits[0] if len(fits) == 1 else None

    def is_complete(self, sheet: MainSheet, draft: Draft, row: Row) -> bool:
        """Tell whether a record can be made of a row; what it lacks is reported."""
        lacking = [key for key in sheet.needed if draft.get(key) in (None, "")]
        report_lacking(row, [key for key in lacking if key != PERIOD])
        return not lacking

    def is_repeated(self, sheet: MainSheet, draft: Draft, row: Row) -> bool:
        """Tell whether an earlier row is of the same record, and report it."""
        for other in self.drafts.drafts.values():
            if other.row is not None and other.kind == sheet.kind and same(sheet, other, draft):
                said = str(draft.get(sheet.title) or row.get(sheet.title))
                row.report("work_repeated", sheet.title, value=said, other=other.row.row)
                return True
        return False

    # --- parts and stages

    def part(self, sheet: PartSheet, row: Row) -> None:
        """Take a row that is an item of a work."""
        row.record.tell(self.lookup.log)
        draft = self.work(row, sheet.kinds)
        if draft is not None:
            take_item(sheet, draft, row)

    def work(self, row: Row, kinds: tuple[str, ...]) -> Draft | None:
        """Return the one work that a row names; otherwise the row is reported."""
        if kinds == ("trial",):
            kim = row.kim()
            if not kim:
                return None
            found, said = [d for d in self.drafts.each(kinds) if d.get("kim") == kim], row.get(NAME)
        else:
            said = row.get("work") or ""
            found = self.named(said, kinds)
        if len(found) == 1:
            return self.drafts.keep(found[0])
        label = label_of(kinds)
        code = "name_missing" if not said else "work_ambiguous" if found else "work_unknown"
        others = ", ".join(d.id for d in found)
        row.report(code, "work" if row.has("work") else NAME, value=said, name=label, other=others)
        return None

    def named(self, said: str, kinds: tuple[str, ...]) -> list[Draft]:
        """Return the works that bear a name; each name is looked up once."""
        key = (said, ",".join(kinds))
        if key not in self.found:
            found = self.drafts.find(said, kinds) if said else []
            self.found[key] = found or (self.trials_of(said) if said and "trial" in kinds else [])
        return self.found[key]

    def trials_of(self, kim: str) -> list[Draft]:
        """Return the trials of the one KIM that a text names."""
        ids = self.lookup.roster.find(Names(squeeze(kim)))
        return [d for d in self.drafts.each(("trial",)) if ids == [d.get("kim")]]

    def stage(self, row: Row) -> None:
        """Take a row of Tahapan."""
        row.record.tell(self.lookup.log)
        draft = self.work(row, tuple(KIND_LABELS))
        if draft is not None:
            draft.stages.append(row.record)


def same(sheet: MainSheet, one: Draft, other: Draft) -> bool:
    """Tell whether two drafts are of one record."""
    if one.known is not None or other.known is not None:
        return one.known is other.known
    if sheet.kind == "needs":
        return (one.get("kim"), one.get("on")) == (other.get("kim"), other.get("on"))
    if sheet.kind == "trial":
        return (one.get("kim"), one.get("term")) == (other.get("kim"), other.get("term"))
    return bool(one.titles & other.titles)


def label_of(kinds: Iterable[str]) -> Text:
    """Return what works of kinds are called."""
    every = list(kinds)
    return KIND_LABELS[every[0]] if len(every) == 1 else Text("kegiatan", "works")
