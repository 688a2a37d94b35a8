"""Compiler: rules bound to a date become one Python function of two integer masks.

Bit i of the first mask says that rule i is met, of the second that it is not met; neither says unknown. The source is
kept for audit: names are checked as identifiers, and constants are passed by name, never written into it.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from attrs import field, frozen

from kimcore.errors import InvalidValue
from kimcore.factsheet import Facts, fact_names, never_if_absent
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
from kimcore.rules.interpreter import day_of, some_between
from kimcore.rules.walk import facts_read
from kimcore.values import Answer

__all__ = ["Masks", "Program", "compile_rules"]

Masks = Callable[[Facts], tuple[int, int]]
NEGATED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def count_after(days: tuple[date, ...], start: date) -> int:
    """Return how many days come after a day."""
    return sum(start < day for day in days)


@frozen(eq=False)
class Writer:
    """Writes the two tests of an expression: definitely met (`want` True) and definitely not met (False)."""

    on: date
    parameters: Mapping[str, int]
    constants: dict[str, object] = field(factory=dict)

    def test(self, node: Expression, want: bool) -> str:
        """Return the source of one test of an expression."""
        match node:
            case Not(inner):
                return self.test(inner, not want)
            case And(left, right):
                return self.join(" and " if want else " or ", left, right, want)
            case Or(left, right):
                return self.join(" or " if want else " and ", left, right, want)
            case Confirmed(inner):
                return self.test(inner, True) if want else "False"
            case Then(left, right):
                return self.second(left, right, want, decided=True)
            case Otherwise(left, right):
                return self.second(left, right, want, decided=False)
            case _:
                return self.atom(node, want)

    def join(self, word: str, left: Expression, right: Expression, want: bool) -> str:
        """Return two tests joined."""
        return f"({self.test(left, want)}{word}{self.test(right, want)})"

    def second(self, left: Expression, right: Expression, want: bool, *, decided: bool) -> str:
        """Return the test of `then` (the right decides once the left is met) or `otherwise` (while it is unknown)."""
        met, lost, after = self.test(left, True), self.test(left, False), self.test(right, want)
        if decided:
            return f"({met} and {after})" if want else f"({lost} or ({met} and {after}))"
        return f"({self.test(left, want)} or (not ({met} or {lost}) and {after}))"

    def atom(self, node: Expression, want: bool) -> str:
        """Return the test of an answer, a comparison or a constant."""
        match node:
            case AnswerOf(name):
                return f"{local(name)} is {'YES' if want else 'NO'}"
            case SomeBetween(name, start, end):
                test = f"some_between({local(name)}, {local(start)}, {local(end)})"
                return test if want else f"not {test}"
            case Compare():
                return self.compare(node, want)
            case Never():
                return str(not want)
        raise TypeError(f"no source for {node!r}")

    def compare(self, node: Compare, want: bool) -> str:
        """Return the test of a comparison; an absent date fails both tests, or where it never happened only `met`."""
        sides = [s.name for s in (node.left, node.right) if isinstance(s, Fact)]
        known = " and ".join(f"{local(n)} is not None" for n in sides)
        op = node.op if want else NEGATED[node.op]
        test = f"{self.operand(node.left)} {op} {self.operand(node.right)}"
        if not want and any(map(never_if_absent, sides)):
            nevers = " or ".join(f"{local(n)} is None" for n in sides if never_if_absent(n))
            return f"({nevers} or ({known} and {test}))"
        return f"({known} and {test})" if known else f"({test})"

    def operand(self, node: Operand) -> str:
        """Return the source of a value."""
        match node:
            case Fact(name):
                return local(name)
            case CountAfter(name, start):
                return f"count_after({local(name)}, {self.constant(day_of(start, self.on, self.parameters))})"
            case Day():
                return self.constant(day_of(node, self.on, self.parameters))
            case Parameter(name):
                return self.constant(self.parameters[name])
            case Literal(value):
                return self.constant(value)
        raise TypeError(f"no source for {node!r}")

    def constant(self, value: object) -> str:
        """Return the name under which a constant is passed."""
        for name, known in self.constants.items():
            if type(known) is type(value) and known == value:
                return name
        name = f"c{len(self.constants)}"
        self.constants[name] = value
        return name


def local(name: str) -> str:
    """Return the local variable of a fact; refuse a name that is none."""
    if name not in fact_names() or not name.isidentifier():
        raise InvalidValue("fact_unknown", f"no fact {name!r}", field=name)
    return f"v_{name}"


@frozen(eq=False)
class Program:
    """A compiled set of rules: its function, its source and the constants by name."""

    run: Masks
    source: str
    constants: Mapping[str, object]


def compile_rules(rules: Sequence[Expression], on: date, parameters: Mapping[str, int]) -> Program:
    """Compile expressions, bound to a date and its parameters, in order of their bits."""
    writer = Writer(on, parameters)
    names = dict.fromkeys(name for rule in rules for name in facts_read(rule))
    lines = ["def run(facts):", *(f"    {local(name)} = facts.{name}" for name in names), "    met = lost = 0"]
    for bit, rule in enumerate(rules):
        lines += [f"    if {writer.test(rule, True)}: met |= {1 << bit}"]
        lines += [f"    elif {writer.test(rule, False)}: lost |= {1 << bit}"]
    source = "\n".join([*lines, "    return met, lost", ""])
    scope: dict[str, object] = {"YES": Answer.YES, "NO": Answer.NO, "count_after": count_after}
    scope |= {"some_between": some_between, **writer.constants}
    exec(compile(source, "<rules>", "exec"), scope)
    return Program(scope["run"], source, dict(writer.constants))  # type: ignore[arg-type]
