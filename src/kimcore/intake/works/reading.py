"""Reading: the sheets of chapter IV as records, with every problem told at once and nothing half-stored."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import define, field, fields_dict, frozen

from kimcore.errors import KimError
from kimcore.intake.cells import squeeze
from kimcore.intake.columns import NAME
from kimcore.intake.identity import Names
from kimcore.intake.records import Record
from kimcore.intake.works.drafts import KIND_LABELS, Draft, Drafts, forbidden, said_by
from kimcore.intake.works.mains import MAINS, MainSheet
from kimcore.intake.works.parts import PARTS, PartSheet, settable
from kimcore.intake.works.rows import Lookup, Row
from kimcore.intake.works.steps import with_stages
from kimcore.terms import Text

__all__ = ["StatedWorks", "take_works"]

CODES: Final = {"on": "date_missing", "title": "name_missing", "theme": "name_missing", "name": "name_missing"}
"""What is reported of a needed column that is blank; of another, that none of its choices stands there."""


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
        works=tuple(taking.finish()),
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
        for key in lacking:
            if not row.record.is_flawed(key):
                row.report(CODES.get(key, "choice_unreadable"), key)
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
        if draft is None:
            return
        items = draft.lists.setdefault(sheet.field, {})
        item = self.item(sheet, draft, row)
        if item is None:
            return
        first = items.setdefault(item, row.record)
        if first is not row.record:
            row.report("repeated_row", name=Text(f"baris {first.row}", f"row {first.row}"))

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

    def item(self, sheet: PartSheet, draft: Draft, row: Row) -> Any:
        """Return the item that a row states; None where it lacks something or is refused, which is reported."""
        names = [n for n in fields_dict(sheet.item) if n != "kim" and row.has(n)]
        values = {n: row.get(n) for n in names if settable(sheet.item, n, row.get(n))}
        if row.has(NAME) and "kim" in fields_dict(sheet.item):
            values["kim"] = row.kim() if row.get(NAME) else ""
            if row.get(NAME) and not values["kim"]:
                return None
        lacking = [key for key in sheet.needed if not values.get("kim" if key == NAME else key)]
        for key in lacking:
            if not row.record.is_flawed(key):
                row.report("name_missing" if key == NAME else CODES.get(key, "choice_unreadable"), key)
        if lacking:
            return None
        try:
            return sheet.item(**self.before(sheet, draft, values) | values)
        except KimError as error:
            row.report("record_refused", name=said_by(error))
            return None

    def before(self, sheet: PartSheet, draft: Draft, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields that a row lacks, of the only item known before that it names."""
        given = {n: values[n] for n in sheet.same if n in values}
        known = map(sheet.values_of, getattr(draft.known, sheet.field, ()))
        fits = [item for item in known if given and given.items() <= item.items()]
        return fits[0] if len(fits) == 1 else {}

    def stage(self, row: Row) -> None:
        """Take a row of Tahapan."""
        row.record.tell(self.lookup.log)
        draft = self.work(row, tuple(KIND_LABELS))
        if draft is not None:
            draft.stages.append(row.record)

    def finish(self) -> Iterator[tuple[str, Any]]:
        """Yield the records, those that are new or say something else."""
        for draft in self.drafts.drafts.values():
            made = self.made(draft)
            if made is not None and made != draft.known:
                yield draft.kind, made

    def made(self, draft: Draft) -> Any:
        """Return a record with all that the file says; None where it is refused, which is reported."""
        try:
            found = draft.made(self.drafts.office)
        except KimError as error:
            self.refused(draft, error)
            return None
        return self.with_steps(draft, found)

    def with_steps(self, draft: Draft, found: Any) -> Any:
        """Return a work with its stages; what a material does not allow to be disseminated is left out and reported."""
        if not (draft.stages or "disseminations" in draft.lists):
            return found
        refused = forbidden(quietly(found, draft, self.lookup), draft) if draft.kind == "material" else {}
        for item, why in refused.items():
            Row(draft.lists["disseminations"][item], self.lookup).report("record_refused", "work", name=why)
        sound = draft.made(self.drafts.office, refused) if refused else found
        return with_stages(sound, [Row(record, self.lookup) for record in draft.stages])

    def refused(self, draft: Draft, error: KimError) -> None:
        """Report why a record was not taken, at the first row that speaks of it."""
        rows = [draft.row, *(r for items in draft.lists.values() for r in items.values()), *draft.stages]
        first = next(r for r in rows if r is not None)
        first.report(self.lookup.log, "record_refused", name=said_by(error))


def quietly(found: Any, draft: Draft, lookup: Lookup) -> Any:
    """Return a work with its stages, nothing reported."""
    return with_stages(found, [Row(record, lookup.silent()) for record in draft.stages])


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
