"""Yardsticks: what Tabel 5.1 measures, each with its unit, its definition, and how it is taken (V.A)."""

from collections.abc import Callable, Iterable
from functools import partial
from operator import attrgetter
from typing import Final

from attrs import field, frozen

from kimcore.clauses import Clause, cite
from kimcore.monitoring import taking
from kimcore.monitoring.audiences import AudienceKind, audience_kind
from kimcore.monitoring.definitions import DEFINITIONS, LABELS, SHOWN
from kimcore.monitoring.material import Material
from kimcore.monitoring.rates import Rate
from kimcore.monitoring.sums import Sum
from kimcore.terms import Term, Text

__all__ = ["YARDSTICKS", "AudienceKind", "MeasureKind", "Yardstick", "audience_kind"]


class MeasureKind(Term):
    """The three kinds of measurement of Tabel 5.1."""

    OUTPUT = "output", "Output", "Output"
    OUTTAKE = "outtake", "Outtakes", "Outtakes"
    OUTCOME = "outcome", "Outcome", "Outcome"


@frozen(kw_only=True)
class Yardstick:
    """A measure: its kind and clause, label, unit and definition, and how it is taken from the material of a KIM."""

    key: str
    kind: MeasureKind
    clause: Clause
    label: Text
    unit: Text
    definition: Text
    take: Callable[[Material], Sum | Rate] = field(repr=False)
    undated: Callable[[Material], int] = field(default=taking.no_undated, repr=False)


CLAUSES: Final = dict(zip(MeasureKind, map(cite, ("V.A.output", "V.A.outtake", "V.A.outcome")), strict=True))
PEOPLE: Final = Text("orang", "people")
PERCENT: Final = Text("%", "%")
CONTENTS, GATHERINGS = attrgetter("undated_contents"), attrgetter("undated_gatherings")


def yardstick(
    key: str,
    kind: MeasureKind,
    unit: Text,
    take: Callable[[Material], Sum | Rate],
    undated: Callable[[Material], int] = taking.no_undated,
) -> Yardstick:
    """Return a yardstick, with the words and the clause of its kind."""
    label, definition = LABELS[key], DEFINITIONS[key]
    return Yardstick(
        key=key,
        kind=kind,
        clause=CLAUSES[kind],
        label=label,
        unit=unit,
        definition=definition,
        take=take,
        undated=undated,
    )


def outputs() -> Iterable[Yardstick]:
    """Yield the yardsticks of output."""
    output = MeasureKind.OUTPUT
    for kind in AudienceKind:
        yield yardstick(f"growth_{kind.code}", output, kind.text, partial(taking.grown, kind))
    number = Text("kegiatan", "activities")
    yield yardstick("activities", output, number, taking.activities, attrgetter("undated_activities"))
    yield yardstick("attendance", output, PEOPLE, taking.attendance, GATHERINGS)
    yield yardstick("active_weeks", output, PERCENT, taking.regularity, attrgetter("undated_works"))


def outtakes() -> Iterable[Yardstick]:
    """Yield the yardsticks of outtakes."""
    outtake = MeasureKind.OUTTAKE
    for indicator in SHOWN:
        unit = Text("tanggapan", "responses")
        yield yardstick(indicator.code, outtake, unit, partial(taking.responses, indicator), CONTENTS)
    times = Text("kali per konten", "times per content")
    yield yardstick("engagement_rate", outtake, PERCENT, taking.engagement, CONTENTS)
    yield yardstick("amplification", outtake, times, taking.amplification, CONTENTS)
    yield yardstick("discussion", outtake, PEOPLE, taking.discussion, GATHERINGS)


def outcomes() -> Iterable[Yardstick]:
    """Yield the yardsticks of outcome."""
    unit = Text("topik yang naik", "topics that rose")
    yield yardstick("survey", MeasureKind.OUTCOME, unit, taking.risen, attrgetter("undated_surveys"))


YARDSTICKS: Final[tuple[Yardstick, ...]] = (*outputs(), *outtakes(), *outcomes())
"""What Tabel 5.1 asks for, in its order: output, outtakes, outcome."""
