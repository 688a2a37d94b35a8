"""Judgement: what a rulebook found about one KIM on one date, as two masks; findings are made when asked for."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Protocol

from attrs import field, frozen

from kimcore.clauses import Clause, cite
from kimcore.errors import NotFound
from kimcore.factsheet import Facts
from kimcore.rules.findings import FindingOfRule, OpenQuestion, find, open_questions
from kimcore.rules.rule import Group, ParameterValue, Rule
from kimcore.terms import Term, Text
from kimcore.values import Outcome

__all__ = ["CONDITION_GROUPS", "Judgement", "Status"]

CONDITION_GROUPS = (Group.FORMATION, Group.LEGALITY, Group.ADMINISTRATIVE, Group.QUALIFICATION)


class Status(Term):
    """Whether a KIM may be chosen as a partner (R16, II.B.5.order)."""

    ELIGIBLE = "eligible", "memenuhi syarat", "eligible"
    INELIGIBLE = "ineligible", "tidak memenuhi syarat", "ineligible"
    UNDETERMINED = "undetermined", "belum dapat ditetapkan", "undetermined"


class BoundRules(Protocol):
    """What a judgement needs of the rulebook that made it."""

    @property
    def name(self) -> str:
        """The name of the rulebook."""
        ...

    @property
    def title(self) -> Text:
        """The title of the rulebook."""
        ...

    @property
    def on(self) -> date:
        """The date to which it is bound."""
        ...

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules in the order of their bits."""
        ...

    @property
    def masks(self) -> Mapping[Group, int]:
        """The bits of each group."""
        ...

    @property
    def parameters(self) -> Mapping[str, ParameterValue]:
        """The parameters in force."""
        ...


@frozen(kw_only=True)
class Judgement:
    """The outcomes of every rule for one KIM, with the rulebook and the facts they rest on.

    Bit i of `met` and `lost` says that rule i is met, or is not met.
    """

    rules: BoundRules = field(repr=False)
    facts: Facts = field(repr=False)
    met: int
    lost: int

    @property
    def on(self) -> date:
        """The date of the judgement."""
        return self.facts.on

    @property
    def rulebook(self) -> str:
        """The name of the rulebook."""
        return self.rules.name

    def outcomes(self) -> Iterator[tuple[Rule, Outcome]]:
        """Yield every rule with its outcome, in order."""
        for bit, rule in enumerate(self.rules.rules):
            yield rule, self.at(bit)

    def at(self, bit: int) -> Outcome:
        """Return the outcome of the rule at a bit."""
        if self.met >> bit & 1:
            return Outcome.MET
        return Outcome.NOT_MET if self.lost >> bit & 1 else Outcome.UNKNOWN

    def __getitem__(self, id: str) -> Outcome:
        """Return the outcome of a rule by its id; raise `NotFound` for none."""
        for rule, outcome in self.outcomes():
            if rule.id == id:
                return outcome
        raise NotFound("rule_unknown", f"no rule {id!r} in {self.rulebook}", clause=id)

    def group(self, group: Group) -> Outcome:
        """Return the outcome of a group: not met if one rule is not met, else unknown if one is, else met (R16)."""
        mask = self.rules.masks[group]
        if self.lost & mask:
            return Outcome.NOT_MET
        return Outcome.MET if self.met & mask == mask else Outcome.UNKNOWN

    @property
    def groups(self) -> dict[Group, Outcome]:
        """The outcome of the four groups in the order of the guideline; none hides another (II.B.5.order)."""
        return {group: self.group(group) for group in CONDITION_GROUPS}

    @property
    def order(self) -> Clause:
        """The clause that orders the groups."""
        return cite("II.B.5.order")

    @property
    def status(self) -> Status:
        """Eligible if all groups are met, ineligible if one is not met, else undetermined."""
        outcomes = set(self.groups.values())
        if Outcome.NOT_MET in outcomes:
            return Status.INELIGIBLE
        return Status.UNDETERMINED if Outcome.UNKNOWN in outcomes else Status.ELIGIBLE

    def ids(self, outcome: Outcome, *, grounds: bool = False) -> tuple[str, ...]:
        """Return the ids of the conditions (or of the grounds) with an outcome."""
        return tuple(r.id for r, o in self.outcomes() if o is outcome and (r.group is Group.GROUND) is grounds)

    @property
    def not_met(self) -> tuple[str, ...]:
        """The conditions that are not met."""
        return self.ids(Outcome.NOT_MET)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The conditions that cannot be told yet."""
        return self.ids(Outcome.UNKNOWN)

    @property
    def grounds(self) -> tuple[str, ...]:
        """The grounds that are there (II.B.6)."""
        return self.ids(Outcome.MET, grounds=True)

    @property
    def grounds_unknown(self) -> tuple[str, ...]:
        """The grounds that cannot be told yet; they open no review."""
        return self.ids(Outcome.UNKNOWN, grounds=True)

    def explain(self) -> tuple[FindingOfRule, ...]:
        """Return a finding for every rule: outcome, reason in both languages, values read, what is missing."""
        return tuple(find(rule, outcome, self.facts, self.rules.parameters) for rule, outcome in self.outcomes())

    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """Return the facts that could still change an outcome, with the rules concerned; not merely what is blank."""
        return open_questions(self.explain())
