"""History: what happened to a partnership, in order (II.B.6, R14, R26)."""

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import field, frozen

from kimcore.community import Case, Finding, Kim
from kimcore.partnership.decisions import Decision
from kimcore.terms import Text

__all__ = ["Event", "history"]


@frozen(order=True)
class Event:
    """Something that happened on a day; `source` says where it is recorded."""

    on: date
    what: Text = field(order=False)
    source: Text = field(order=False)


REGISTER = Text("buku register", "register")
DECIDED = Text("keputusan", "decision")


def history(kim: Kim, decisions: Iterable[Decision] = ()) -> tuple[Event, ...]:
    """Return the events of a KIM of the register and of decisions, oldest first; a stable order for one day."""
    return tuple(sorted((*of_terms(kim), *of_cases(kim.cases), *map(of_decision, decisions)), key=lambda e: e.on))


def of_terms(kim: Kim) -> Iterator[Event]:
    """Yield the first and last day of every term."""
    for term in kim.all_terms:
        name = f" ({term.programme})" if term.programme else ""
        yield Event(term.period.start, Text(f"kemitraan mulai{name}", f"partnership began{name}"), REGISTER)
        if not term.period.is_open:
            yield Event(
                term.period.end, Text(f"hari terakhir kemitraan{name}", f"last day of partnership{name}"), REGISTER
            )


def of_cases(cases: Iterable[Case]) -> Iterator[Event]:
    """Yield the indication and the conclusion of every case; an incomplete conclusion is an indication (R12)."""
    for case in cases:
        if case.dated is not None and (case.indicated is not None or not case.is_complete):
            yield Event(case.dated, Text(f"terindikasi {case.rule}", f"indicated: {case.rule}"), REGISTER)
        if case.concluded is not None and case.is_complete:
            proven = case.finding is Finding.PROVEN
            what = Text("terbukti", "proven") if proven else Text("tidak terbukti", "cleared")
            yield Event(case.concluded, Text(f"{what.id}: {case.rule}", f"{what.en}: {case.rule}"), REGISTER)


def of_decision(decision: Decision) -> Event:
    """Return the event of a decision."""
    ground = f" (II.B.6.{decision.ground})" if decision.ground else ""
    finding = decision.finding
    what = Text(*(
        decision.kind.say(lang) + ground + (f": {finding.say(lang)}" if finding else "") for lang in ("id", "en")
    ))  # fmt: skip
    return Event(decision.on, what, DECIDED)
