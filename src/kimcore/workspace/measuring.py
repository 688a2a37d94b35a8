"""Measuring: the monitoring of a period, and what an office counts beside its register: surveys and gatherings (V)."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVar

from attrs import evolve
from dateutil.relativedelta import relativedelta

from kimcore.clauses import cite
from kimcore.community import named
from kimcore.errors import InvalidValue
from kimcore.intake.collector import paused
from kimcore.monitoring import Gathering, Survey
from kimcore.results import Monitoring
from kimcore.terms import Text
from kimcore.values import Period
from kimcore.workspace.correcting import Correcting
from kimcore.workspace.opening import read_villages
from kimcore.workspace.records import Records, kims_of, outcome_id
from kimcore.workspace.regions import villages_of
from kimcore.workspace.watching import limits_of, monitored

__all__ = ["Measuring"]

CLAUSES = (cite("V.A.outcome"), cite("V.A.outtake"), cite("V.B.online"))

Counted = TypeVar("Counted", bound=Survey | Gathering)

NO_TITLE = Text("judul atau topiknya kosong", "its title or topic is blank")
NO_KIM = Text("KIM-nya tidak disebut", "it names no KIM")
EXCEEDED = Text("{part} ({few}) lebih besar daripada {whole} ({many})", "{part} ({few}) is more than {whole} ({many})")
PARTS = {
    Survey: (("answered", "asked"), ("favourable", "answered")),
    Gathering: (("took_part", "attended"),),
}


class Measuring(Correcting):
    """The part of a workspace that watches and measures (chapter V)."""

    @paused()
    def monitor(
        self,
        since: date | None = None,
        until: date | None = None,
        *,
        villages: str | Path | Iterable[tuple[str, str]] | None = None,
    ) -> Monitoring:
        """Return Tabel 5.1 to 5.3 of a period (default: the twelve months up to today), and what speaks for going on.

        `villages` is a directory of (code, name), or a CSV file of it, for the coverage; without it the region
        directory in use.
        """
        last = until or self.today()
        period = Period(since or last - relativedelta(months=12) + relativedelta(days=1), last)
        directory = read_villages(Path(villages)) if isinstance(villages, str | Path) else villages
        directory = villages_of(self.office, self.regions, self.host) if directory is None else directory
        limits = limits_of(self.rulebook.as_of(last))
        with self.storage.unit_of_work() as unit:
            return monitored(Records(unit, self.office), period, directory, limits, **self.stamped(last))

    # --- surveys and gatherings

    def surveys(self) -> tuple[Survey, ...]:
        """Return the surveys of the office and its KIMs."""
        with self.storage.unit_of_work() as unit:
            return Records(unit, self.office).kept().surveys

    def gatherings(self) -> tuple[Gathering, ...]:
        """Return the gatherings of the KIMs."""
        with self.storage.unit_of_work() as unit:
            return Records(unit, self.office).kept().gatherings

    def record(self, counted: Counted) -> Counted:
        """Store a survey or gathering over one of the same key, and return it; its KIM may be named as elsewhere.

        Raises `NotFound` for an unknown KIM, and `InvalidValue` with all that is wrong: no topic or title, a gathering
        without a KIM, a count that exceeds the one it is a part of.
        """
        refuse(counted)
        kind = kind_of(counted)
        with self.ledger.unit(f"record {kind}") as unit:
            records = Records(unit, self.office)
            kim = named(kims_of(records), counted.kim).id if counted.kim else ""
            made = evolve(counted, kim=kim)
            id = outcome_id(made, self.office)
            before = records.find(kind, id, type(made))
            if before is None or before.entity != made:
                records.put(kind, id, made, before.revision if before else 0)
                unit.commit()
        return made

    def withdraw(self, counted: Survey | Gathering) -> bool:
        """Remove the survey or gathering of the same key; tell whether there was one."""
        kind, id = kind_of(counted), outcome_id(counted, self.office)
        with self.ledger.unit(f"withdraw {kind}") as unit:
            before = unit.get(kind, id)
            if before is not None:
                unit.remove(kind, id, expected=before.revision)
                unit.commit()
        return before is not None


def kind_of(counted: Survey | Gathering) -> str:
    """Return the kind of the document."""
    return "survey" if isinstance(counted, Survey) else "gathering"


def refuse(counted: Survey | Gathering) -> None:
    """Raise `InvalidValue` where a survey or gathering cannot be recorded."""
    wrong = list(faults(counted))
    if wrong:
        en, id = ("; ".join(text.say(language) for text in wrong) for language in ("en", "id"))
        raise InvalidValue("count_invalid", f"not recorded: {en}", f"tidak dicatat: {id}", field=kind_of(counted))


def faults(counted: Survey | Gathering) -> Iterator[Text]:
    """Yield what is wrong with a survey or gathering."""
    title = counted.topic if isinstance(counted, Survey) else counted.title
    if not title.strip():
        yield NO_TITLE
    if isinstance(counted, Gathering) and not counted.kim:
        yield NO_KIM
    for part, whole in PARTS[type(counted)]:
        few, many = getattr(counted, part), getattr(counted, whole)
        if few is not None and many is not None and few > many:
            yield EXCEEDED.format(part=part, few=few, whole=whole, many=many)
