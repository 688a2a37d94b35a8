"""Findings: why a rule came out as it did, in words, with the values read and what is missing."""

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import field, frozen

from kimcore.factsheet import Facts, column_of, counts_gaps, never_if_absent, phrase
from kimcore.rules.interpreter import Interpreter
from kimcore.rules.rule import Group, ParameterValue, Rule
from kimcore.rules.walk import deciding, facts_read, parameters_read
from kimcore.terms import Text
from kimcore.values import Answer, Outcome

__all__ = ["FindingOfRule", "OpenQuestion", "find", "open_questions"]

REASONS = {
    Outcome.MET: Text("Terpenuhi pada {on}: {why}.", "Met on {on}: {why}."),
    Outcome.NOT_MET: Text("Tidak terpenuhi pada {on}: {why}.", "Not met on {on}: {why}."),
    Outcome.UNKNOWN: Text("Belum dapat dipastikan pada {on}: {why}.", "Cannot be told yet on {on}: {why}."),
}
GROUND_REASONS = {
    Outcome.MET: Text("Ada dasar peninjauan pada {on}: {why}.", "There is a ground for review on {on}: {why}."),
    Outcome.NOT_MET: Text("Tidak ada dasar peninjauan pada {on}: {why}.", "There is no ground on {on}: {why}."),
    Outcome.UNKNOWN: Text(
        "Dasar peninjauan belum dapat dipastikan pada {on}: {why}.", "The ground cannot be told yet on {on}: {why}."
    ),
}


@frozen(kw_only=True)
class FindingOfRule:
    """One rule's finding.

    `values` are the facts read, by name; `parameters` those used, each with its value, first day and source;
    `missing` the facts whose absence keeps the outcome open (empty unless it is unknown); `columns` their headings;
    `decided` the facts that brought the outcome about, in the order in which the reason says them.
    """

    rule: Rule
    outcome: Outcome
    reason: Text = field(repr=False)
    values: Mapping[str, object] = field(repr=False)
    parameters: Mapping[str, ParameterValue]
    missing: tuple[str, ...] = ()
    decided: tuple[str, ...] = field(default=(), repr=False)

    @property
    def columns(self) -> tuple[str, ...]:
        """The headings of the register under which the missing facts are recorded."""
        return tuple(dict.fromkeys(column_of(name) for name in self.missing))


@frozen(kw_only=True)
class OpenQuestion:
    """A fact that could still change an outcome: its name, its heading in the register, and the rules concerned."""

    fact: str
    column: str
    rules: tuple[str, ...]


def find(rule: Rule, outcome: Outcome, facts: Facts, parameters: Mapping[str, ParameterValue]) -> FindingOfRule:
    """Return the finding of a rule for facts."""
    see = Interpreter(facts, {name: value.value for name, value in parameters.items()})
    names = tuple(dict.fromkeys(name for atom in deciding(rule.when, see) for name in facts_read(atom)))
    return FindingOfRule(
        rule=rule,
        outcome=outcome,
        reason=reason(rule, outcome, facts, names),
        values={name: getattr(facts, name) for name in facts_read(rule.when)},
        parameters={name: parameters[name] for name in parameters_read(rule.when)},
        missing=missing(names, facts) if outcome is Outcome.UNKNOWN else (),
        decided=names,
    )


def reason(rule: Rule, outcome: Outcome, facts: Facts, names: tuple[str, ...]) -> Text:
    """Return a sentence from the facts that decided the outcome, each with its value and date."""
    said = [phrase(facts, name) for name in names] or [Text("tidak ada yang tercatat", "nothing is recorded")]
    why = Text("; ".join(dict.fromkeys(t.id for t in said)), "; ".join(dict.fromkeys(t.en for t in said)))
    words = GROUND_REASONS if rule.group is Group.GROUND else REASONS
    return words[outcome].format(on=facts.on, why=why)


def missing(names: tuple[str, ...], facts: Facts) -> tuple[str, ...]:
    """Return the facts, among those that keep an outcome open, that are not recorded or not yet there."""
    return tuple(name for name in names if is_open(facts, name)) or names


def is_open(facts: Facts, name: str) -> bool:
    """Tell whether a fact is not recorded, or says that nothing is there yet."""
    value = getattr(facts, name)
    if counts_gaps(name):
        return bool(value)
    is_date_unknown = value is None and not never_if_absent(name)
    is_later = isinstance(value, date) and value > facts.on
    return value is Answer.UNKNOWN or is_date_unknown or is_later or value in (0, ())


def open_questions(findings: Iterable[FindingOfRule]) -> tuple[OpenQuestion, ...]:
    """Return what is missing over all findings, each fact once, with the rules that wait for it."""
    waiting: dict[str, list[str]] = {}
    for finding in findings:
        for name in finding.missing:
            waiting.setdefault(name, []).append(finding.rule.id)
    return tuple(OpenQuestion(fact=n, column=column_of(n), rules=tuple(rules)) for n, rules in waiting.items())
