"""Rulebook: a dated, named set of rules and parameters; bound to a date it judges facts."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from attrs import evolve, field, frozen

from kimcore.errors import InvalidValue, NotFound
from kimcore.factsheet import Facts
from kimcore.rules.compiler import Program, compile_rules
from kimcore.rules.judgement import Judgement
from kimcore.rules.rule import Group, ParameterUnset, ParameterValue, Rule, Setting
from kimcore.rules.walk import parameters_read
from kimcore.terms import Text

__all__ = ["BoundRulebook", "Rulebook"]


@frozen(kw_only=True, eq=False)
class Rulebook:
    """A named set of conditions and grounds, in force from a day (R19).

    `rules` holds the conditions in the order of the guideline, then the grounds. Rulebooks derive from one another:
    `derive` gives a new one whose `base` names this.
    """

    name: str
    title: Text
    since: date
    source: str
    rules: tuple[Rule, ...]
    settings: tuple[Setting, ...] = ()
    base: str = ""

    def __attrs_post_init__(self) -> None:
        """Refuse two rules of one id and a rule whose parameter does not exist."""
        ids = [rule.id for rule in self.rules]
        if len(ids) != len(set(ids)):
            raise InvalidValue("rule_twice", f"rulebook {self.name} holds a rule twice", field="rules")
        known = {setting.name for setting in self.settings}
        for rule in self.rules:
            if missing := set(parameters_read(rule.when)) - known:
                raise InvalidValue("parameter_unknown", f"{rule.id} needs the parameter {min(missing)}", clause=rule.id)

    @property
    def conditions(self) -> tuple[Rule, ...]:
        """The rules that a partner must meet."""
        return tuple(r for r in self.rules if r.group is not Group.GROUND)

    @property
    def grounds(self) -> tuple[Rule, ...]:
        """The rules that open a review."""
        return tuple(r for r in self.rules if r.group is Group.GROUND)

    def __getitem__(self, id: str) -> Rule:
        """Return a rule by id; raise `NotFound` for none."""
        for rule in self.rules:
            if rule.id == id:
                return rule
        raise NotFound("rule_unknown", f"no rule {id!r} in {self.name}", clause=id)

    def __iter__(self) -> Iterator[Rule]:
        """Iterate over the rules in order."""
        return iter(self.rules)

    def setting(self, name: str) -> Setting:
        """Return a parameter by name; raise `NotFound` for none."""
        for setting in self.settings:
            if setting.name == name:
                return setting
        raise NotFound("parameter_unknown", f"no parameter {name!r} in {self.name}", field=name)

    def derive(self, name: str, **changes: object) -> "Rulebook":
        """Return a rulebook of another name that rests on this one, with changes to its attributes."""
        return evolve(self, name=name, base=self.name, **changes)  # type: ignore[arg-type]

    def as_of(self, on: date) -> "BoundRulebook":
        """Return the rulebook bound to a date; raise `ParameterUnset` before its first day."""
        if on < self.since:
            en = f"rulebook {self.name} is in force from {self.since}; {on} is earlier"
            id = f"himpunan aturan {self.name} berlaku sejak {self.since}; {on} lebih awal"
            raise ParameterUnset("rulebook_not_in_force", en, id, field=self.name)
        return bind(self, on)


@frozen(eq=False)
class BoundRulebook:
    """A rulebook on a date: parameters folded, rules compiled; `judge` gives a judgement of facts of that date."""

    rulebook: Rulebook
    on: date
    parameters: Mapping[str, ParameterValue]
    program: Program
    masks: Mapping[Group, int] = field(repr=False)

    @property
    def name(self) -> str:
        """The name of the rulebook."""
        return self.rulebook.name

    @property
    def title(self) -> Text:
        """The title of the rulebook."""
        return self.rulebook.title

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules in the order of their bits."""
        return self.rulebook.rules

    @property
    def numbers(self) -> dict[str, int]:
        """The value of each parameter on the date."""
        return {name: value.value for name, value in self.parameters.items()}

    def judge(self, facts: Facts) -> Judgement:
        """Judge facts; they must be those of the same date."""
        if facts.on != self.on:
            raise InvalidValue("date_differs", f"facts of {facts.on} cannot be judged as of {self.on}", field="on")
        met, lost = self.program.run(facts)
        return Judgement(rules=self, facts=facts, met=met, lost=lost)


@lru_cache(maxsize=1024)
def bind(rulebook: Rulebook, on: date) -> BoundRulebook:
    """Bind a rulebook to a date, once for both."""
    parameters = {setting.name: setting.on(on) for setting in rulebook.settings}
    numbers = {name: value.value for name, value in parameters.items()}
    masks = dict.fromkeys(Group, 0)
    for bit, rule in enumerate(rulebook.rules):
        masks[rule.group] |= 1 << bit
    program = compile_rules([rule.when for rule in rulebook.rules], on, numbers)
    return BoundRulebook(rulebook, on, parameters, program, masks)
