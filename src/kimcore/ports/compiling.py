"""The compiling port: a rulebook in another form, such as SQL or expressions for a data frame."""

from typing import Any, Protocol

from kimcore.rules import BoundRulebook

__all__ = ["CompiledRules", "RulesCompiler"]


class CompiledRules(Protocol):
    """A rulebook, bound to a date, in another form; it judges as the rulebook itself does, unknowns included."""

    @property
    def source(self) -> str:
        """The form as text, for audit."""
        ...

    def judge(self, table: Any) -> Any:
        """Judge a table of facts of the kind that the compiler is made for.

        The result is a table of that kind: a row per row, a column per rule in the order of the rulebook, named by the
        id of the rule and holding the code of its outcome (`met`, `not_met`, `unknown`).
        """
        ...


class RulesCompiler(Protocol):
    """Turns rulebooks into another form."""

    def compile(self, rules: BoundRulebook) -> CompiledRules:
        """Return a rulebook in that form; its date and parameters are constants by then."""
        ...
