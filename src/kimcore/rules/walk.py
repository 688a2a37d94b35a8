"""Walk: what an expression reads, and which parts of it decide an outcome."""

from collections.abc import Iterator

from attrs import fields_dict

from kimcore.rules.expressions import (
    And,
    AnswerOf,
    Confirmed,
    CountAfter,
    Dates,
    Day,
    Expression,
    Fact,
    Not,
    Or,
    Otherwise,
    Parameter,
    SomeBetween,
    Then,
)
from kimcore.rules.interpreter import Interpreter
from kimcore.values import Outcome

__all__ = ["deciding", "facts_read", "months_read", "parameters_read"]


def parts(node: object) -> Iterator[object]:
    """Yield an expression and everything in it, in the order in which it is written."""
    yield node
    if isinstance(node, Expression | CountAfter):
        for name in fields_dict(type(node)):  # type: ignore[arg-type]
            yield from parts(getattr(node, name))


def facts_read(node: Expression) -> tuple[str, ...]:
    """Return the names of the facts that an expression reads, each once."""
    names: dict[str, None] = {}
    for part in parts(node):
        if isinstance(part, AnswerOf | Fact | Dates | CountAfter):
            names[part.name] = None
        elif isinstance(part, SomeBetween):
            names.update(dict.fromkeys((part.name, part.start, part.end)))
    return tuple(names)


def parameters_read(node: Expression) -> tuple[str, ...]:
    """Return the names of the parameters that an expression reads, each once."""
    named = (
        p.name if isinstance(p, Parameter) else p.months_before for p in parts(node) if isinstance(p, Parameter | Day)
    )
    return tuple(dict.fromkeys(name for name in named if name))


def months_read(node: Expression) -> tuple[str, ...]:
    """Return the names of the parameters by whose months an expression moves the date of judgement, each once."""
    return tuple(dict.fromkeys(p.months_before for p in parts(node) if isinstance(p, Day) and p.months_before))


def deciding(node: Expression, see: Interpreter) -> tuple[Expression, ...]:
    """Return the atoms (answers and comparisons) that brought about the outcome, in order.

    For a conjunction that is not met these are the parts not met; for one that is unknown, the parts unknown; for one
    that is met, all. A disjunction is its mirror.
    """
    match node:
        case Not(inner) | Confirmed(inner):
            return deciding(inner, see)
        case And(left, right):
            return weigh((left, right), see, see(node), Outcome.MET)
        case Or(left, right):
            return weigh((left, right), see, see(node), Outcome.NOT_MET)
        case Then(left, right):
            return deciding(left, see) + (deciding(right, see) if see(left) is Outcome.MET else ())
        case Otherwise(left, right):
            return deciding(left, see) + (deciding(right, see) if see(left) is Outcome.UNKNOWN else ())
        case _:
            return (node,)


def weigh(
    branches: tuple[Expression, Expression], see: Interpreter, outcome: Outcome, needs_all: Outcome
) -> tuple[Expression, ...]:
    """Return the deciding atoms of two branches: of both where all were needed, else of those with the outcome."""
    chosen = [b for b in branches if outcome is needs_all or see(b) is outcome]
    return tuple(atom for branch in chosen for atom in deciding(branch, see))
