"""Interpreter: the slow, plain meaning of an expression; every compiled target must agree with it."""

import operator
from collections.abc import Mapping
from datetime import date

from attrs import frozen
from dateutil.relativedelta import relativedelta

from kimcore.factsheet import Facts, never_if_absent
from kimcore.rules.expressions import (
    And,
    AnswerOf,
    Compare,
    Confirmed,
    CountAfter,
    Day,
    Expression,
    Fact,
    Literal,
    Never,
    Not,
    Operand,
    Or,
    Otherwise,
    Parameter,
    SomeBetween,
    Then,
)
from kimcore.values import Outcome

__all__ = ["Interpreter", "day_of", "some_between"]

Value = int | date | None
OPERATORS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


def day_of(day: Day, on: date, parameters: Mapping[str, int]) -> date:
    """Return the date of judgement moved back by the months of the parameter, if one is named."""
    months = parameters[day.months_before] if day.months_before else 0
    return on - relativedelta(months=months)


def some_between(days: tuple[date, ...], first: date | None, last: date | None) -> bool:
    """Tell whether a day lies from the first to the last; never where one of the two has not happened."""
    return first is not None and last is not None and any(first <= day <= last for day in days)


@frozen(eq=False)
class Interpreter:
    """Gives the outcome of any expression for one record of facts and the parameters of its date."""

    facts: Facts
    parameters: Mapping[str, int]

    def __call__(self, node: Expression) -> Outcome:
        """Return the outcome of an expression."""
        match node:
            case Not(inner):
                return ~self(inner)
            case And(left, right):
                return self(left) & self(right)
            case Or(left, right):
                return self(left) | self(right)
            case Then(left, right):
                return self(right) if self(left) is Outcome.MET else self(left)
            case Otherwise(left, right):
                return self(right) if self(left) is Outcome.UNKNOWN else self(left)
            case Confirmed(inner):
                return Outcome.MET if self(inner) is Outcome.MET else Outcome.UNKNOWN
            case _:
                return self.atom(node)

    def atom(self, node: Expression) -> Outcome:
        """Return the outcome of an answer, a comparison or a constant."""
        match node:
            case AnswerOf(name):
                return Outcome.pick(getattr(self.facts, name).truth)
            case Compare():
                return self.compare(node)
            case SomeBetween(name, start, end):
                days, first, last = (getattr(self.facts, part) for part in (name, start, end))
                return Outcome.pick(some_between(days, first, last))
            case Never():
                return Outcome.NOT_MET
        raise TypeError(f"no meaning for {node!r}")

    def compare(self, node: Compare) -> Outcome:
        """Return the outcome of a comparison: unknown where a side is not recorded, not met where it never happened."""
        left, right = self.value(node.left), self.value(node.right)
        if left is None or right is None:
            return Outcome.pick(False if self.is_never(node.left) or self.is_never(node.right) else None)
        return Outcome.pick(OPERATORS[node.op](left, right))

    def is_never(self, node: Operand) -> bool:
        """Tell whether an operand is a date that has not happened."""
        return isinstance(node, Fact) and never_if_absent(node.name) and self.value(node) is None

    def value(self, node: Operand) -> Value:
        """Return the value of an operand, or None where it is not recorded."""
        match node:
            case Literal(number):
                return number
            case Parameter(name):
                return self.parameters[name]
            case Day():
                return day_of(node, self.facts.on, self.parameters)
            case CountAfter(name, start):
                first = day_of(start, self.facts.on, self.parameters)
                return len([d for d in getattr(self.facts, name) if first < d])
            case Fact(name):
                return self.recorded(name)
        raise TypeError(f"no value for {node!r}")

    def recorded(self, name: str) -> Value:
        """Return the date or count of a fact."""
        found: Value = getattr(self.facts, name)
        return found
