"""Expressions: the small language of rules, with three outcomes throughout (R16).

Write `F.fact` for a fact, `ON` for the date, `P("name")` for a dated parameter, and combine with `&`, `|`, `~`.
An answer is an expression by itself; dates and counts are compared first. `bool()` of an expression raises, so
that `and`, `or` and chained comparisons cannot drop half a rule.
"""

from attrs import frozen

from kimcore.errors import InvalidValue, UnknownTruth

__all__ = [
    "ON",
    "And",
    "AnswerOf",
    "Compare",
    "Confirmed",
    "CountAfter",
    "Day",
    "Expression",
    "Fact",
    "Literal",
    "Never",
    "Not",
    "Or",
    "Otherwise",
    "P",
    "Parameter",
    "SomeBetween",
    "Then",
    "confirmed",
    "unsure",
]


class Expression:
    """A truth value of a rule: met, not met or unknown."""

    def __bool__(self) -> bool:
        """Refuse to be true or false."""
        raise UnknownTruth("expression_truth", "rule expressions use & | ~, not and, or, not, in, or chained <")

    def __and__(self, other: "Expression") -> "Expression":
        """Both hold."""
        return And(self, truth(other))

    def __or__(self, other: "Expression") -> "Expression":
        """One of the two holds."""
        return Or(self, truth(other))

    def __invert__(self) -> "Expression":
        """It does not hold."""
        return Not(self)

    def then(self, other: "Expression") -> "Expression":
        """If this is met the other decides, if not met it is not met, if unknown it is unknown."""
        return Then(self, truth(other))

    def otherwise(self, other: "Expression") -> "Expression":
        """If this is unknown the other decides: for a reading that names a substitute (R24)."""
        return Otherwise(self, truth(other))


def truth(value: object) -> Expression:
    """Return an expression, or refuse what is none."""
    if not isinstance(value, Expression):
        raise InvalidValue("rule_type", f"{value!r} is no truth value of a rule: compare it first")
    return value


class Operand:
    """A date or a count, to be compared."""

    def __lt__(self, other: object) -> "Compare":
        """Less, or earlier."""
        return Compare("<", self, operand(other))

    def __le__(self, other: object) -> "Compare":
        """At most, or on or before."""
        return Compare("<=", self, operand(other))

    def __gt__(self, other: object) -> "Compare":
        """More, or later."""
        return Compare(">", self, operand(other))

    def __ge__(self, other: object) -> "Compare":
        """At least, or on or after."""
        return Compare(">=", self, operand(other))

    def __bool__(self) -> bool:
        """Refuse to be true or false."""
        raise UnknownTruth("expression_truth", "compare a date or count before it is used as a truth value")


@frozen(eq=False)
class Literal(Operand):
    """A whole number written in a rule."""

    value: int


@frozen(eq=False)
class Parameter(Operand):
    """A dated parameter of the rulebook, by name."""

    name: str


@frozen(eq=False)
class Day(Operand):
    """The date of judgement, moved back by so many months (the name of a parameter, or empty)."""

    months_before: str = ""

    def __sub__(self, months: Parameter) -> "Day":
        """Move back by a parameter that counts months; 29 February becomes 28 (R24)."""
        return Day(months.name)


@frozen(eq=False)
class Fact(Operand):
    """A date or count of the facts, by name."""

    name: str


@frozen(eq=False)
class Dates:
    """A tuple of dates of the facts, by name."""

    name: str

    def count_after(self, start: Day) -> "CountAfter":
        """The number of dates after a day (none is later than the date of judgement)."""
        return CountAfter(self.name, start)

    def some_between(self, start: Fact, end: Fact) -> "SomeBetween":
        """Whether one of the dates lies from start to end; not met where there is no start."""
        return SomeBetween(self.name, start.name, end.name)


@frozen(eq=False)
class CountAfter(Operand):
    """The number of dates of a fact after a day; always known."""

    name: str
    start: Day


@frozen(eq=False)
class AnswerOf(Expression):
    """An answer of the facts."""

    name: str


@frozen(eq=False)
class Compare(Expression):
    """A comparison; unknown where a side is."""

    op: str
    left: Operand
    right: Operand


@frozen(eq=False)
class SomeBetween(Expression):
    """Whether a date of a fact lies between two dates of the facts; always known."""

    name: str
    start: str
    end: str


@frozen(eq=False)
class And(Expression):
    """Both hold."""

    left: Expression
    right: Expression


@frozen(eq=False)
class Or(Expression):
    """One of the two holds."""

    left: Expression
    right: Expression


@frozen(eq=False)
class Not(Expression):
    """It does not hold."""

    inner: Expression


@frozen(eq=False)
class Confirmed(Expression):
    """Met where the inner is met, else unknown: what only a document establishes (R23)."""

    inner: Expression


@frozen(eq=False)
class Then(Expression):
    """The second decides, once the first is met."""

    left: Expression
    right: Expression


@frozen(eq=False)
class Otherwise(Expression):
    """The second decides, where the first is unknown."""

    left: Expression
    right: Expression


@frozen(eq=False)
class Never(Expression):
    """Never met: a ground that no fact indicates, only a case (II.B.6.6)."""


ON = Day()
P = Parameter


def operand(value: object) -> Operand:
    """Return a value as an operand, or refuse it."""
    if isinstance(value, Operand):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Literal(value)
    raise InvalidValue("rule_type", f"{value!r} is neither a date nor a whole number of a rule")


def confirmed(inner: Expression) -> Expression:
    """Met where the inner is met, else unknown."""
    return Confirmed(truth(inner))


def unsure(inner: Expression) -> Expression:
    """Unknown where the inner is met, else not met."""
    return ~confirmed(~truth(inner))
