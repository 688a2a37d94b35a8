"""Outcomes: rows of Survei and Diskusi as surveys and gatherings (Tabel 5.1)."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, Generic, Protocol, TypeVar

from attrs import frozen

from kimcore.intake.drafts import Draft
from kimcore.intake.identity import names_of
from kimcore.intake.known import alike, lacking
from kimcore.intake.log import Log
from kimcore.intake.records import Record
from kimcore.monitoring import Gathering, Kept, Survey
from kimcore.terms import Text

__all__ = ["GATHERINGS", "SURVEYS", "Outcomes", "take_outcomes"]

E = TypeVar("E", Survey, Gathering)


@frozen(kw_only=True)
class OutcomeSheet(Generic[E]):
    """How rows of a sheet become records: the class, the fields that name one, and its counts.

    `title` and `day` are fields among those that name it; `needed` are choices without which a row cannot be used;
    each pair of `within` is a count, and another of which it is a part.
    """

    record: type[E]
    title: str
    day: str
    names: tuple[str, ...]
    counts: tuple[str, ...]
    needed: tuple[str, ...] = ()
    within: tuple[tuple[str, str], ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """The columns that a row may have."""
        return self.names + self.counts


SURVEYS: Final = OutcomeSheet(
    record=Survey,
    title="topic",
    day="surveyed",
    names=("topic", "aspect", "phase", "surveyed"),
    counts=("asked", "answered", "favourable"),
    needed=("aspect", "phase"),
    within=(("answered", "asked"), ("favourable", "answered")),
)
GATHERINGS: Final = OutcomeSheet(
    record=Gathering,
    title="title",
    day="held",
    names=("title", "form", "held"),
    counts=("attended", "took_part"),
    within=(("took_part", "attended"),),
)


class Outcomes(Generic[E]):
    """Gathers the records of one sheet; what stands twice is taken once, or the later row is used."""

    def __init__(self, sheet: OutcomeSheet[E], log: Log, known: Iterable[E] = ()) -> None:
        """Start with nothing read; `known` fills what a file has no column for."""
        self.sheet: OutcomeSheet[E] = sheet
        self.known: tuple[E, ...] = tuple(known)
        self.log = log
        self.found: dict[tuple[str, ...], tuple[E, int]] = {}

    def take(self, kim: str, record: Record) -> None:
        """Take a row for a KIM, or with an empty id for the whole office."""
        given = {key: record.values[key] for key in self.sheet.fields if key in record.values}
        values = self.completed(kim, given) | given
        if not values.get(self.sheet.title):
            record.report(self.log, "name_missing", self.sheet.title)
            return
        self.check(values, record)
        made: E = self.sheet.record(kim=kim, **values)
        earlier = self.found.get(made.key)
        if earlier:
            self.repeated(*earlier, made, record)
        self.found[made.key] = made, record.row

    def all(self) -> tuple[E, ...]:
        """Return the records, each once, in the order of the rows."""
        return tuple(made for made, _ in self.found.values())

    def completed(self, kim: str, given: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields that the file has no column for, of the only record known before that fits the row."""
        if len(given) == len(self.sheet.fields):
            return {}
        names = [name for name in self.sheet.names if name in given]
        fits = [known for known in self.known if known.kim == kim and alike(known, given, names)]
        return lacking(fits, given, self.sheet.fields)

    def check(self, values: Mapping[str, Any], record: Record) -> None:
        """Report what a row lacks to be used, and counts that exceed what they are a part of."""
        for key, code in ((self.sheet.day, "date_missing"), *((key, "choice_unreadable") for key in self.sheet.needed)):
            if values.get(key) is None and not record.is_flawed(key):
                record.report(self.log, code, key)
        for part, whole in self.sheet.within:
            few, many = values.get(part), values.get(whole)
            if few is not None and many is not None and few > many:
                words = {"value": str(few), "other": many, "name": record.located.spec.column(whole).heading}
                record.report(self.log, "count_exceeded", part, **words)

    def repeated(self, earlier: E, row: int, later: E, record: Record) -> None:
        """Report a record that stands a second time, alike or not."""
        if earlier == later:
            record.report(self.log, "repeated_row", name=Text(f"baris {row}", f"row {row}"))
        for key in self.sheet.counts:
            old, new = getattr(earlier, key), getattr(later, key)
            if old != new:
                record.report(self.log, "figure_conflict", key, value=shown(new), other=shown(old))


def shown(count: int | None) -> str:
    """Return a count as a problem shows it."""
    return "–" if count is None else str(count)


class Rows(Protocol):
    """The rows of an intake by sheet, and whom they speak for."""

    rows: dict[str, list[Record]]
    named: dict[str, set[str]]
    log: Log

    def resolved(self, key: str) -> Iterable[tuple[Draft, Record]]:
        """Give the rows of a sheet whose KIM is found, with its draft; the others are reported."""
        ...


def take_outcomes(intake: Rows, known: Kept) -> dict[str, Any]:
    """Take the rows of Survei and Diskusi and return the fields of a register that they fill.

    A survey without the name of a KIM is of the whole office.
    """
    surveys = Outcomes(SURVEYS, intake.log, known.surveys)
    gatherings = Outcomes(GATHERINGS, intake.log, known.gatherings)
    of_office = [r for r in intake.rows.get("surveys", ()) if is_of_office(r)]
    if of_office:
        intake.rows["surveys"] = [r for r in intake.rows["surveys"] if not is_of_office(r)]
        intake.named["surveys"] = {""}
    for record in of_office:
        record.tell(intake.log)
        surveys.take("", record)
    for key, take in (("surveys", surveys.take), ("gatherings", gatherings.take)):
        for draft, record in intake.resolved(key) if key in intake.rows else ():
            take(draft.kim.id, record)
    return {"surveys": surveys.all(), "gatherings": gatherings.all()}


def is_of_office(record: Record) -> bool:
    """Tell whether a row names no KIM at all: it is of the whole office."""
    names = names_of(record)
    return not (names.name or names.number or names.village)
