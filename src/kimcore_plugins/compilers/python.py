"""The Python compiler: the program that a rulebook itself runs, as other compilers offer theirs."""

from collections.abc import Iterable

from attrs import frozen

from kimcore.factsheet import Facts
from kimcore.rules import BoundRulebook
from kimcore.values import Outcome

__all__ = ["PythonCompiler", "PythonRules"]


@frozen
class PythonRules:
    """A rulebook as a Python function over facts."""

    rules: BoundRulebook

    @property
    def source(self) -> str:
        """The function as source; constants stand in it by name."""
        return self.rules.program.source

    def judge(self, table: Iterable[Facts]) -> list[dict[str, str]]:
        """Return, for each of the facts, the code of the outcome of every rule by its id."""
        return [self.row(facts) for facts in table]

    def row(self, facts: Facts) -> dict[str, str]:
        """Return the outcomes of one KIM; raise `InvalidValue` for facts of another date."""
        judgement = self.rules.judge(facts)
        truths = (
            True if judgement.met >> bit & 1 else False if judgement.lost >> bit & 1 else None
            for bit in range(len(self.rules.rules))
        )
        return {r.id: Outcome.pick(truth).code for r, truth in zip(self.rules.rules, truths, strict=True)}


class PythonCompiler:
    """Turns a rulebook into Python; a table is any iterable of facts."""

    def compile(self, rules: BoundRulebook) -> PythonRules:
        """Return the program of a rulebook bound to a date."""
        return PythonRules(rules)
