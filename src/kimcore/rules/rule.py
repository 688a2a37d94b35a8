"""Rule: one declaration per condition or ground, tied to its clause and readings; and dated parameters."""

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from kimcore.clauses import Clause, cite
from kimcore.errors import InvalidValue, KimError
from kimcore.rules.expressions import Expression, truth
from kimcore.terms import Term, Text

__all__ = ["Group", "ParameterUnset", "ParameterValue", "Rule", "Setting", "condition", "ground"]


class Group(Term):
    """The four groups of conditions, in the order of the guideline (II.B.5.order), and the grounds."""

    FORMATION = "formation", "syarat pembentukan", "formation"
    LEGALITY = "legality", "syarat legalitas", "legality"
    ADMINISTRATIVE = "administrative", "syarat administratif", "administrative"
    QUALIFICATION = "qualification", "kualifikasi", "qualification"
    GROUND = "ground", "dasar peninjauan", "ground for review"


@frozen(eq=False)
class Rule:
    """A condition or ground: its clause (the id), its group, when it is met, and the readings it rests on.

    For a ground, "met" says that the ground is there.
    """

    id: str
    group: Group
    when: Expression = field(repr=False)
    readings: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse a rule without a clause of the catalogue or without a truth value."""
        cite(self.id)
        truth(self.when)
        for reading in self.readings:
            if not (reading[:1] == "R" and reading[1:].isdigit()):
                raise InvalidValue("reading_unknown", f"{self.id} cites {reading!r}, which is no reading")

    @property
    def clause(self) -> Clause:
        """The clause that the rule carries out."""
        return cite(self.id)


def condition(id: str, group: Group, when: Expression, readings: str = "") -> Rule:
    """Declare a condition; `readings` are numbers parted by blanks, such as "R3 R33"."""
    return Rule(id, group, when, tuple(readings.split()))


def ground(id: str, when: Expression, readings: str = "") -> Rule:
    """Declare a ground for review."""
    return Rule(id, Group.GROUND, when, tuple(readings.split()))


class ParameterUnset(KimError, LookupError):
    """A parameter was asked for a day before its first value."""


@frozen
class ParameterValue:
    """A value that a parameter has from a day on, and who says so."""

    since: date
    value: int
    source: str


def by_day(values: Iterable[ParameterValue]) -> tuple[ParameterValue, ...]:
    """Return values in order of their first day."""
    return tuple(sorted(values, key=lambda v: v.since))


@frozen
class Setting:
    """A dated parameter of a rulebook: its name, label, unit and values."""

    name: str
    label: Text
    unit: Text
    values: tuple[ParameterValue, ...] = field(converter=by_day)

    def on(self, day: date) -> ParameterValue:
        """Return the value in force on a day; raise `ParameterUnset` before the first one."""
        for value in reversed(self.values):
            if value.since <= day:
                return value
        raise ParameterUnset("parameter_unset", f"{self.name} has no value on {day}", field=self.name)
